"""targets, events and limits computed anew"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "target",
        sa.Column("indicator", sa.String(length=80), nullable=False),
        sa.Column("area", sa.String(length=8), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("since", sa.String(length=7), nullable=False),
        sa.Column("due", sa.String(length=7), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["area"], ["area.code"], name=op.f("fk_target_area")),
        sa.ForeignKeyConstraint(["indicator"], ["indicator.id"], name=op.f("fk_target_indicator")),
        sa.PrimaryKeyConstraint("indicator", "area", name=op.f("pk_target")),
        comment="What an area has agreed to reach, in the indicator's unit. since, due: periods.",
    )
    op.create_table(
        "event",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=True),
        sa.Column("indicators", sa.JSON(), nullable=True),
        sa.Column("donors", sa.JSON(), nullable=True),
        sa.Column("declared", sa.Date(), nullable=True),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        comment="What happened. areas, indicators: what it touched, NULL for all. donors: the areas it is to be compared with,"
        " declared: on which day they were chosen.",
    )
    op.create_table(
        "rebase",
        sa.Column("indicator", sa.String(length=80), nullable=False),
        sa.Column("area", sa.String(length=8), nullable=False),
        sa.Column("event", sa.String(length=80), nullable=False),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["area"], ["area.code"], name=op.f("fk_rebase_area")),
        sa.ForeignKeyConstraint(["event"], ["event.id"], name=op.f("fk_rebase_event"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["indicator"], ["indicator.id"], name=op.f("fk_rebase_indicator")),
        sa.PrimaryKeyConstraint("indicator", "area", "event", name=op.f("pk_rebase")),
        comment="A person has accepted that limits of ordinary variation are computed anew from an event on.",
    )


def downgrade() -> None:
    op.drop_table("rebase")
    op.drop_table("event")
    op.drop_table("target")
