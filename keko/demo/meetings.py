"""An invented series of meetings, as `assets/demo_meetings.yaml` explains it: frozen views, and decisions of each verdict."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from keko.config import ASSETS
from keko.data import areas as area_tables
from keko.data.areas import Areas
from keko.data.people import Person
from keko.data.shipped import read_yaml
from keko.data.text import Text
from keko.demo.frozen_views import Pinned, frozen_indicator
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.room.meeting_rows import read_meetings
from keko.room.meeting_store import keep_view, put
from keko.room.meetings import Decision, Item, Meeting, Series
from keko.words import interface

_HOUR = time(12, 0, tzinfo=UTC)


def invent_meetings(connection: sa.Connection, by: Person) -> None:
    """Put the invented meetings there where there are none, and the figures that they are about are demo figures."""
    parts: dict[str, Any] = read_yaml(ASSETS / "demo_meetings.yaml")
    catalogue, areas = store.load(connection), area_tables.load(connection)
    if read_meetings(connection, by).series:
        return
    series = parts["series"]
    pinned = _pinned(connection, parts, catalogue, areas)
    if pinned is None:
        return
    put(connection, Series(series["id"], series["area"], Text.of(series["name"]), is_demo=True), by)
    for entry in parts["meetings"]:
        _meeting(connection, entry, series["id"], pinned, by)


def _pinned(
    connection: sa.Connection, parts: Mapping[str, Any], catalogue: Mapping[str, Indicator], areas: Areas
) -> dict[tuple[str, str], Pinned] | None:
    """The views by indicator and period; None where one of them has no demo figures."""
    views: dict[tuple[str, str], Pinned] = {}
    for meeting in parts["meetings"]:
        at = datetime.combine(_day(min(meeting["days"], 0)), _HOUR).isoformat(timespec="seconds")
        for each in [*meeting["items"], *(entry for entry in meeting["decisions"] if "until" in entry)]:
            item = catalogue.get(each["indicator"])
            pinned = item and frozen_indicator(connection, item, areas, parts["series"], each["until"], at)
            if not pinned:
                return None
            views[each["indicator"], each["until"]] = pinned
    return views


def _meeting(
    connection: sa.Connection,
    entry: Mapping[str, Any],
    series: str,
    pinned: Mapping[tuple[str, str], Pinned],
    by: Person,
) -> None:
    day, id_ = _day(entry["days"]), entry["id"]
    held = datetime.combine(day, _HOUR).isoformat(timespec="seconds") if entry["days"] < 0 else None
    meeting = Meeting(id_, series, day)
    put(connection, meeting, by)
    of_indicator: dict[str, Pinned] = {}
    for place, each in enumerate(entry["items"], 1):
        shown = of_indicator[each["indicator"]] = pinned[each["indicator"], each["until"]]
        seal = keep_view(connection, shown.view)
        put(
            connection,
            Item(f"{id_}-item-{place}", id_, place, f"{interface.INDICATORS.fi}: {shown.view.title}", "", seal),
            by,
        )
    for place, each in enumerate(entry["decisions"], 1):
        about = pinned.get((each.get("indicator", ""), each.get("until", ""))) or of_indicator.get(
            each.get("indicator", "")
        )
        decision = Decision(
            f"{id_}-decision-{place}",
            id_,
            each["what"],
            each["responsible"],
            _day(each["due"]),
            about and about.figure,
            each.get("meant"),
            keep_view(connection, about.view) if about else None,
            state=each["state"],
        )
        put(connection, decision, by)
    if held:
        put(connection, replace(meeting, held_at=held), by)


def _day(days: int) -> date:
    return datetime.now(UTC).date() + timedelta(days=days)
