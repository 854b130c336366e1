"""How an area's indicator has developed: trend or process, target, events, and where it goes if it goes on as before."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.indicators.achieved import Coverage
from keko.indicators.forecast import Forecast, coverage, forecast
from keko.indicators.process import Assurance, ProcessChart, assurance, process_chart
from keko.indicators.series import Question, Series, read_series
from keko.indicators.shifts import proposed_rebases
from keko.indicators.situation import Standing
from keko.indicators.trend import Trend, breaks_of, trend
from keko.room.events import Event, read_events
from keko.room.rebases import read_rebases
from keko.room.targets import Reached, Target, reached, read_targets

MOST_PEERS = 60


@dataclass(frozen=True)
class Development:
    """Everything that is said of an area's series over time.

    `trend`: of yearly figures, `process`: of months and quarters. `coverage`: of forecasts that could have been made
    earlier for areas of the same level. `merged`: periods at which the series is broken by a merger. `rebases`: events from which
    limits are computed anew, and who accepted it; `proposals`: those from which it is proposed.
    """

    standing: Standing
    trend: Trend | None
    process: ProcessChart | None
    forecast: Forecast
    coverage: Coverage
    events: tuple[Event, ...] = ()
    target: Target | None = None
    reached: Reached | None = None
    assurance: Assurance | None = None
    rebases: dict[str, str] = field(default_factory=dict)
    proposals: tuple[Event, ...] = ()

    @property
    def distance_to_target(self) -> float | None:
        """How far the newest value is from the target, in the indicator's unit, either way; None without one of them."""
        latest = self.standing.latest
        if self.target is None or latest is None or latest.value is None:
            return None
        return abs(self.target.value - latest.value)


def develop(connection: sa.Connection, standing: Standing, areas: Areas, question: Question) -> Development:
    """The development of the standing's own area. Targets are about everybody: a sex or an age has none.

    Invented targets and events stand beside invented figures only.
    """
    item, own, yearly = standing.item, standing.own, standing.item.frequency == "year"
    breaks = breaks_of(own.area, areas)
    events = _events(connection, standing)
    rebases = read_rebases(connection, item.id, own.area)
    target = _target(connection, standing) if question == Question() else None
    achieved = coverage(item, _peers(connection, standing, areas, question))
    process = None if yearly else process_chart(item, own, [event.day for event in events if event.id in rebases])
    proposed = proposed_rebases(process, [event.day for event in events]) if process else ()
    return Development(
        standing,
        trend(item, own, breaks) if yearly else None,
        process,
        forecast(item, own, breaks, achieved),
        achieved,
        events,
        target,
        reached(target, own.latest, item.polarity) if target and yearly else None,
        assurance(process, target.value, item.polarity) if target and process else None,
        rebases,
        tuple(event for event in events if event.day in proposed and event.id not in rebases),
    )


def _events(connection: sa.Connection, standing: Standing) -> tuple[Event, ...]:
    concerning = [event for event in read_events(connection) if event.concerns(standing.item.id, standing.own.area)]
    return tuple(event for event in concerning if standing.is_demo or not event.is_demo)


def _target(connection: sa.Connection, standing: Standing) -> Target | None:
    target = read_targets(connection).get((standing.item.id, standing.own.area))
    return target if target and (standing.is_demo or not target.is_demo) else None


def _peers(connection: sa.Connection, standing: Standing, areas: Areas, question: Question) -> Sequence[Series]:
    """The series whose forecasts are tested: those of all areas of the level, or of the municipalities of one county."""
    own = areas[standing.own.area]
    if own.level == "KU":
        county = next((code for code in areas.parents(own.code) if code.startswith("HVA")), None)
        codes = sorted(areas.municipalities(county)) if county else [own.code]
    else:
        codes = [area.code for area in areas.of_level("HVA" if own.level == "MAA" else own.level)]
    return list(read_series(connection, [standing.item.id], codes[:MOST_PEERS], question).values())
