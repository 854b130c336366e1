"""sources in three languages"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

TABLES = ("release", "boundary_release")


def upgrade() -> None:
    for table in TABLES:
        _change(
            table,
            sa.Text(),
            sa.JSON(),
            "json_build_object('fi', source, 'sv', source, 'en', source)",
            "json_object('fi', source, 'sv', source, 'en', source)",
        )


def downgrade() -> None:
    for table in TABLES:
        _change(table, sa.JSON(), sa.Text(), "source ->> 'fi'", "json_extract(source, '$.fi')")


def _change(
    table: str,
    before: sa.Text | sa.JSON,
    after: sa.Text | sa.JSON,
    postgresql: str,
    sqlite: str,
) -> None:
    """Give the sources of a table another type; `postgresql`, `sqlite`: how each makes the new value of the old one."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column(table, "source", existing_type=before, type_=after, postgresql_using=postgresql)
        return
    with op.batch_alter_table(table) as batch:
        batch.alter_column("source", existing_type=before, type_=after)
    op.execute(f"UPDATE {table} SET source = {sqlite}")
