"""fingerprint: what stored assessments rest on has its name"""

from alembic import op

revision = "0009"
down_revision = "0008"

WHAT = "of the visible releases, the definition, the mergers and the methods that rows were computed from."


def upgrade() -> None:
    _rename("basis", "fingerprint", f"fingerprint: {WHAT}")


def downgrade() -> None:
    _rename("fingerprint", "basis", f"basis: a hash {WHAT}")


def _rename(before: str, after: str, comment: str) -> None:
    with op.batch_alter_table("assessed") as table:
        table.alter_column(before, new_column_name=after)
        table.create_table_comment(comment)
