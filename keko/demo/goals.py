"""Invented actions, deliverables and recommendations, as `assets/demo_goals.yaml` explains them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from keko.config import ASSETS
from keko.data.people import Person
from keko.data.shipped import read_yaml
from keko.room.undertaking_checks import known_segments
from keko.room.undertaking_store import read_undertakings, write_undertaking
from keko.room.undertakings import Undertaking

_PROJECT = "HVA02"


def invent_goals(connection: sa.Connection, by: Person, today: date) -> None:
    """Put those there whose kind nobody has written a real one of, and that are not there yet."""
    known = read_undertakings(connection)
    real = {each.kind for each in known.values() if not each.is_demo}
    groups = known_segments(connection)
    for each in demo_undertakings(today):
        if each.id not in known and each.kind not in real:
            there = tuple(aim for aim in each.segments if aim in groups)
            write_undertaking(connection, each.model_copy(update={"segments": there}), by)


def demo_undertakings(today: date) -> Iterator[Undertaking]:
    """All of them, with their dates around `today`."""
    parts: dict[str, list[Any]] = read_yaml(ASSETS / "demo_goals.yaml")
    for row in parts["actions"]:
        begins, due, next_day = row["dates"] if "dates" in row else (_day(today, days) for days in row["days"])
        yield _undertaking(
            id=row["id"], name=row["names"], owner=row["owner"], areas=(row["area"],), status=row["status"],
            begins=begins, due=due, next_day=next_day, indicators=tuple(row["indicators"]),
            segments=tuple(map(tuple, row.get("segments", ()))),
            donors=tuple(row.get("donors", ())), declared=row.get("declared"),
            has_responsible=row["responsible"], **({"next_step": row["next"]} if "next" in row else {}),
        )  # fmt: skip
    for number, *rest in parts["deliverables"]:
        yield _followed(today, f"demo-{number}", rest, kind="deliverable", number=number)
    for kind, id_, *rest in parts["others"]:
        yield _followed(today, id_, rest, kind=kind)


def _followed(today: date, id_: str, rest: list[Any], **more: Any) -> Undertaking:
    owner, names, status, begins, due, is_named = rest
    return _undertaking(
        id=id_, owner=owner, name=names, status=status, begins=_day(today, begins), due=_day(today, due), has_responsible=is_named,
        areas=(_PROJECT,), **more,
    )  # fmt: skip


def _undertaking(**parts: Any) -> Undertaking:
    return Undertaking(is_demo=True, **parts)


def _day(today: date, days: int | None) -> date | None:
    return None if days is None else today + timedelta(days)
