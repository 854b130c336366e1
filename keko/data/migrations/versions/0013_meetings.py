"""meetings: series, agendas with frozen views, decisions"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "meeting_series",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("area", sa.String(8), nullable=False),
        sa.Column("name", sa.JSON, nullable=False),
        sa.Column("is_demo", sa.Boolean, nullable=False),
        sa.ForeignKeyConstraint(["area"], ["area.code"], name=op.f("fk_meeting_series_area_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_series")),
        comment="A body that meets again and again, for example a steering group, about an area.",
    )
    op.create_table(
        "meeting",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("series", sa.String(80), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("held_at", sa.String(32)),
        sa.Column("kept", sa.JSON(none_as_null=True)),
        sa.ForeignKeyConstraint(
            ["series"], ["meeting_series.id"], name=op.f("fk_meeting_series_meeting_series"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        comment=MEETING,
    )
    op.create_table(
        "pinned_view",
        sa.Column("seal", sa.String(64), nullable=False),
        sa.Column("view", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seal", name=op.f("pk_pinned_view")),
        comment=PINNED,
    )
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("meeting", sa.String(80), nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("title", sa.String(240), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("seal", sa.String(64)),
        sa.Column("history", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meeting.id"], name=op.f("fk_agenda_item_meeting_meeting"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["seal"], ["pinned_view.seal"], name=op.f("fk_agenda_item_seal_pinned_view")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
        comment=ITEM,
    )
    op.create_index(op.f("ix_agenda_item_meeting"), "agenda_item", ["meeting"])
    op.create_table(
        "decision",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("meeting", sa.String(80), nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("responsible", sa.String(240), nullable=False),
        sa.Column("due", sa.Date),
        sa.Column("figure", sa.JSON(none_as_null=True)),
        sa.Column("meant", sa.String(8)),
        sa.Column("seal", sa.String(64)),
        sa.Column("action", sa.String(80)),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("history", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meeting.id"], name=op.f("fk_decision_meeting_meeting"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["seal"], ["pinned_view.seal"], name=op.f("fk_decision_seal_pinned_view")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        comment=DECISION,
    )
    op.create_index(op.f("ix_decision_meeting"), "decision", ["meeting"])


def downgrade() -> None:
    for name in ("decision", "agenda_item", "pinned_view", "meeting", "meeting_series"):
        op.drop_table(name)


MEETING = "held_at: when it was closed (UTC), NULL while it is to come. kept: what it opened with, as it was when it was closed."
PINNED = "A view as it was drawn (keko.room.frozen), word for word. seal: SHA-256 of view; a row is never changed."
ITEM = "place: its order on the agenda, from 1. seal: of the view that is pinned to it. history: where it came from, the oldest first."
DECISION = (
    "figure: the one that was decided on, as it was then; meant: which way it should go, higher or lower, by due. responsible: a role or"
    " an organisation, never a person. action: the id of what follows. history: of its state, the oldest first."
)
