"""evidence: the frozen views that files which left the house came from"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "evidence",
        sa.Column("seal", sa.String(64), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("view", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("seal", name=op.f("pk_evidence")),
        comment=COMMENT,
    )


def downgrade() -> None:
    op.drop_table("evidence")


COMMENT = (
    "Frozen views that were taken along or pinned, by their seal. view: keko.room.frozen.FrozenView as JSON, packed (zlib)."
    " at: when it was first kept."
)
