"""assessments"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

CELL = ("sex", 6), ("age", 20), ("breakdown", 120)


def upgrade() -> None:
    op.create_table(
        "assessed",
        sa.Column("indicator", sa.String(length=80), nullable=False),
        sa.Column("basis", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["indicator"], ["indicator.id"], name=op.f("fk_assessed_indicator")),
        sa.PrimaryKeyConstraint("indicator", name=op.f("pk_assessed")),
        comment="basis: a hash of the visible releases, the definition, the mergers and the methods that rows were computed from.",
    )
    _create(
        "assessment",
        ("area", 8),
        "Trend, process and forecast of a series. content: keko.indicators.over_time.assessment.Assessment.",
    )
    _create(
        "calibration",
        ("level", 3),
        "What all series of a level say together. content: keko.indicators.over_time.assessment.Calibration.",
    )


def _create(name: str, of: tuple[str, int], comment: str) -> None:
    names = [("indicator", 80), of, *CELL]
    op.create_table(
        name,
        *(sa.Column(column, sa.String(length=length), nullable=False) for column, length in names),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["indicator"], ["indicator.id"], name=op.f(f"fk_{name}_indicator")),
        sa.PrimaryKeyConstraint(*(column for column, _ in names), name=op.f(f"pk_{name}")),
        comment=comment,
    )


def downgrade() -> None:
    for name in ("calibration", "assessment", "assessed"):
        op.drop_table(name)
