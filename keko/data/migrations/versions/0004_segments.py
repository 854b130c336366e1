"""segment models"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

ORIGIN = (
    "What releases are of. description: keko.indicators.catalogue.Indicator; origin: catalogue, or analyst for one made at"
    " import, or segments for a model of population segments, whose description stands in segment_model."
)
BEFORE = "The catalogue. description: keko.indicators.catalogue.Indicator; origin: catalogue, or analyst for one made at import."


def upgrade() -> None:
    _comment(ORIGIN, BEFORE)
    op.create_table(
        "segment_model",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("description", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("release", name=op.f("pk_segment_model")),
        comment="description: keko.segments.models.SegmentModel less its segments.",
    )
    op.create_table(
        "segment",
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("description", sa.JSON(), nullable=True),
        sa.Column("difficult_to_employ", sa.Boolean(), nullable=False),
        sa.Column("at_risk", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("release", "code", name=op.f("pk_segment")),
        comment="Groups of people of a model. at_risk: not yet difficult to employ, but near it.",
    )
    _figures(
        "segment_size",
        {"segment": 40, "sex": 6, "age": 20},
        ("persons", "share"),
        "Persons in a segment, and their share of the area's population of that sex and age, 0 to 1. segment total: all.",
    )
    _figures(
        "segment_factor",
        {"segment": 40, "factor": 40, "sex": 6, "age": 20},
        ("persons", "share"),
        "Persons of a segment who have a factor, and their share of the segment, 0 to 1. segment total: the population.",
    )
    _figures(
        "segment_participation",
        {"segment": 40, "measure": 20, "sex": 6, "age": 20},
        ("mean", "p10", "p90"),
        "Months a year in employment, unemployment …: mean, 10th and 90th percentile.",
    )
    _figures(
        "segment_overlap",
        {"segment": 40, "factors": 400},
        ("persons",),
        "Persons who have exactly these factors, joined by + in the model's order; of a family of definitions, definitions.",
    )
    _figures(
        "segment_flow",
        {"source": 40, "target": 40},
        ("persons",),
        "Persons who were in source in the period and are in target in the next one.",
    )


def _figures(name: str, keys: dict[str, int], figures: tuple[str, ...], comment: str) -> None:
    op.create_table(
        name,
        sa.Column("release", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("area", sa.String(length=8), nullable=False),
        *(sa.Column(key, sa.String(length=length), nullable=False) for key, length in keys.items()),
        sa.Column("period", sa.String(length=7), nullable=False),
        *(sa.Column(figure, sa.Float(), nullable=True) for figure in figures),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("release", "area", *keys, "period", name=op.f(f"pk_{name}")),
        comment=comment,
        sqlite_with_rowid=False,
    )


def _comment(text: str, before: str) -> None:
    if op.get_bind().dialect.name != "sqlite":  # which keeps no comments
        op.create_table_comment("indicator", text, existing_comment=before)


def downgrade() -> None:
    for name in ("flow", "overlap", "participation", "factor", "size"):
        op.drop_table(f"segment_{name}")
    op.drop_table("segment")
    op.drop_table("segment_model")
    _comment(BEFORE, ORIGIN)
