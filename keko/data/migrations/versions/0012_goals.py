"""goals: targets become dated paths with thresholds, and what has been undertaken to reach them"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    with op.batch_alter_table("target") as table:
        table.add_column(sa.Column("start", sa.Float))
        table.add_column(sa.Column("steps", sa.JSON))
        table.add_column(sa.Column("slack", sa.Float))
        table.add_column(sa.Column("alarm", sa.Float))
        table.create_table_comment(PATH)
    op.create_table(
        "undertaking",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("owner", sa.String(80)),
        sa.Column("areas", sa.JSON, nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("is_demo", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_undertaking")),
        comment=UNDERTAKING,
    )


def downgrade() -> None:
    op.drop_table("undertaking")
    with op.batch_alter_table("target") as table:
        for name in ("alarm", "slack", "steps", "start"):
            table.drop_column(name)
        table.create_table_comment(TARGET)


TARGET = "What an area has agreed to reach, in the indicator's unit. since, due: periods."
PATH = (
    TARGET + " start: what the path begins with, NULL for"
    " the figure of that time; steps: [period, value] in order. slack, alarm: how far behind the path is still on it, and needs action."
)
UNDERTAKING = "What somebody has undertaken to do (keko.room.undertakings), as data holds it. owner: the organisation that answers."
