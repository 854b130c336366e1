"""ecosystem: who does what for whom, with its history"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "ecosystem_record",
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("id", sa.String(220), nullable=False),
        sa.Column("change", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("since", sa.String(32), nullable=False),
        sa.Column("until", sa.String(32)),
        sa.Column("data", sa.JSON(none_as_null=True)),
        sa.Column("owner", sa.String(40)),
        sa.Column("by", sa.String(120), nullable=False),
        sa.Column("is_demo", sa.Boolean, nullable=False),
        sa.Column("confirmed_by", sa.String(120)),
        sa.Column("confirmed_at", sa.String(32)),
        sa.PrimaryKeyConstraint("kind", "id", "change", name=op.f("pk_ecosystem_record")),
        comment=COMMENT,
    )
    op.create_index(op.f("ix_ecosystem_record_change"), "ecosystem_record", ["change"])
    op.create_index(op.f("ix_ecosystem_record_until"), "ecosystem_record", ["until"])
    op.create_table(
        "ecosystem_draft",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.String(120), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ecosystem_draft")),
        comment=DRAFT_COMMENT,
    )
    op.create_table(
        "ecosystem_choice",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("change", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.Column("places", sa.JSON(none_as_null=True)),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.String(120), nullable=False),
        sa.Column("taken_back", sa.Integer),
        sa.PrimaryKeyConstraint("id", "change", name=op.f("pk_ecosystem_choice")),
        comment=CHOICE_COMMENT,
    )


def downgrade() -> None:
    op.drop_table("ecosystem_choice")
    op.drop_table("ecosystem_draft")
    op.drop_table("ecosystem_record")


COMMENT = (
    "A version of a record of the ecosystem (keko.ecosystem.records) a row. change: the data version that it came with, which it"
    " shares with what was written together. until: NULL for what holds now. data: NULL where the record was removed. owner: the actor"
    " that keeps it."
)
DRAFT_COMMENT = "Services as the national service register last told of them (keko.ecosystem.found), by its ids; readers do not see them."
CHOICE_COMMENT = (
    "What somebody chose of a draft. change: the data version it came with. data: the draft as it was then. places: groups"
    " and stages; NULL where it was left out. taken_back: the change that took it back; the newest of the others is in force."
)
