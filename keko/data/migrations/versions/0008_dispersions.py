"""dispersions"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    names = ("indicator", 80), ("level", 3), ("sex", 6), ("age", 20), ("breakdown", 120)
    op.create_table(
        "dispersion",
        *(sa.Column(column, sa.String(length=length), nullable=False) for column, length in names),
        sa.Column("value", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["indicator"], ["indicator.id"], name=op.f("fk_dispersion_indicator")),
        sa.PrimaryKeyConstraint(*(column for column, _ in names), name=op.f("pk_dispersion")),
        comment="By how much the figures of a level vary more than samples, from the visible figures: keko.indicators.comparing.dispersion.",
    )


def downgrade() -> None:
    op.drop_table("dispersion")
