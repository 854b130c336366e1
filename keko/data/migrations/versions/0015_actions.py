"""actions: events of that kind become undertakings, which name the areas that they are compared with"""

import re
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

WHOLE_COUNTRY = "MAA"


def upgrade() -> None:
    with op.batch_alter_table("rebase") as table:
        table.drop_constraint("fk_rebase_event", type_="foreignkey")
        table.alter_column("event", existing_type=sa.String(80), type_=sa.String(100))
        table.create_table_comment(REBASE, existing_comment=REBASE_BEFORE)
    become_undertakings(op.get_bind())
    with op.batch_alter_table("event") as table:
        table.drop_column("declared")
        table.drop_column("donors")
        table.create_table_comment(EVENT, existing_comment=EVENT_BEFORE)


def downgrade() -> None:
    """Actions stay undertakings, without the areas that they are compared with and the limits computed anew from them."""
    with op.batch_alter_table("event") as table:
        table.add_column(sa.Column("donors", sa.JSON))
        table.add_column(sa.Column("declared", sa.Date))
        table.create_table_comment(EVENT_BEFORE, existing_comment=EVENT)
    connection = op.get_bind()
    connection.execute(rebases.delete().where(rebases.c.event.not_in(sa.select(events.c.id))))
    for row in connection.execute(sa.select(undertakings.c.id, undertakings.c.data)).all():
        data = {name: part for name, part in row.data.items() if name not in {"donors", "declared", "recorded"}}
        data["indicators"] = data["indicators"] or []
        connection.execute(undertakings.update().where(undertakings.c.id == row.id).values(data=data))
    with op.batch_alter_table("rebase") as table:
        table.alter_column("event", existing_type=sa.String(100), type_=sa.String(80))
        table.create_foreign_key("fk_rebase_event", "event", ["event"], ["id"], ondelete="CASCADE")
        table.create_table_comment(REBASE_BEFORE, existing_comment=REBASE)


def become_undertakings(connection: sa.Connection) -> None:
    """Every action among the events, with the limits that were computed anew from it, and a line of the audit log for each."""
    taken = set(connection.execute(sa.select(undertakings.c.id)).scalars())
    now = datetime.now(UTC)
    for row in connection.execute(sa.select(events).where(events.c.kind == "action")).mappings().all():
        data = undertaking_of(row, taken, now.date())
        taken.add(data["id"])
        shared = {name: data[name] for name in ("id", "kind", "owner", "areas", "is_demo")}
        connection.execute(undertakings.insert().values(**shared, data=data))
        known_as = f"undertaking/{data['id']}"
        connection.execute(rebases.update().where(rebases.c.event == row["id"]).values(event=known_as))
        days = {name: row[name] and row[name].isoformat() for name in ("day", "declared")}
        line = {
            "at": now.isoformat(timespec="seconds"),
            "who": "local",
            "what": "event to action",
            "object": data["id"],
        }
        connection.execute(audit.insert().values(**line, before=dict(row) | days, after=data))
        connection.execute(events.delete().where(events.c.id == row["id"]))


def undertaking_of(row: Mapping[Any, Any], taken: Collection[str], today: date) -> dict[str, Any]:
    """The same as an undertaking.

    An event tells when it began and nothing of its end: what has begun is under way until somebody says otherwise, what is to come has
    not started. Nobody is said to answer for it, and no day is set, which pages say. An event of no area (an empty list) touched nothing.
    """
    status = "not started" if row["day"] > today else "under way"
    return {
        "id": id_of(row["id"], taken), "kind": "action", "number": "", "name": row["name"], "owner": None,
        "areas": [WHOLE_COUNTRY] if row["areas"] is None else row["areas"], "status": status, "begins": row["day"].isoformat(), "due": None,
        "indicators": row["indicators"], "segments": [], "donors": row["donors"] or [],
        "declared": row["declared"] and row["declared"].isoformat(), "recorded": None, "next_step": {"fi": "", "sv": "", "en": ""},
        "next_day": None, "has_responsible": False, "obstacle": None, "is_demo": bool(row["is_demo"]),
    }  # fmt: skip


def id_of(event: str, taken: Collection[str]) -> str:
    """The event's own, as far as an undertaking may have it: a command could call an event anything."""
    plain = re.sub(r"[^a-z0-9.-]+", "-", event.lower()).lstrip("-.")[:70] or "action"
    numbered = (f"{plain}-{number}" for number in range(2, len(taken) + 3))
    return next(id_ for id_ in (plain, *numbered) if id_ not in taken)


events = sa.table(
    "event", sa.column("id", sa.String), sa.column("day", sa.Date), sa.column("kind", sa.String), sa.column("name", sa.JSON),
    sa.column("areas", sa.JSON), sa.column("indicators", sa.JSON), sa.column("donors", sa.JSON), sa.column("declared", sa.Date),
    sa.column("is_demo", sa.Boolean),
)  # fmt: skip
undertakings = sa.table(
    "undertaking", sa.column("id", sa.String), sa.column("kind", sa.String), sa.column("owner", sa.String),
    sa.column("areas", sa.JSON), sa.column("data", sa.JSON), sa.column("is_demo", sa.Boolean),
)  # fmt: skip
rebases = sa.table("rebase", sa.column("event", sa.String))
audit = sa.table(
    "audit", sa.column("at", sa.String), sa.column("who", sa.String), sa.column("what", sa.String),
    sa.column("object", sa.String), sa.column("before", sa.JSON), sa.column("after", sa.JSON),
)  # fmt: skip
EVENT_BEFORE = (
    "What happened. areas, indicators: what it touched, NULL for all. donors: the areas it is to be compared with,"
    " declared: on which day they were chosen."
)
EVENT = "What happened: reforms and events. areas, indicators: what it touched, NULL for all. Actions are undertakings."
REBASE_BEFORE = "A person has accepted that limits of ordinary variation are computed anew from an event on."
REBASE = (
    "A person has accepted that limits of ordinary variation are computed anew from an event on, or from an action"
    " (event: undertaking/ID)."
)
