"""What happened after actions: the difference from the areas that each was declared to be compared with."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.indicators.over_time.comparison_areas import Divergence, apart_from, difference_from_comparison_areas
from keko.indicators.series import Question, Series, read_series
from keko.room.events import Event


@dataclass(frozen=True)
class AfterAction:
    """An action, the area's series, and how that differs from comparison areas; None where they were chosen afterwards."""

    event: Event
    own: Series
    divergence: Divergence | None


def after_actions(
    connection: sa.Connection,
    indicator: str,
    area: str,
    events: Iterable[Event],
    areas: Areas,
    question: Question = Question(),
    until: str | None = None,
) -> list[AfterAction]:
    """Of every action among `events` what happened in `area` after it, as it was at the end of `until` where given."""
    actions = [event for event in events if event.kind == "action"]
    codes = dict.fromkeys([area, *(code for event in actions for code in event.donors)])
    read = read_series(connection, [indicator], codes, question)
    ended = {code: series.until(until) for (_, code), series in read.items()}
    return [AfterAction(event, ended[area], _divergence(event, ended, area, areas)) for event in actions]


def _divergence(event: Event, series: dict[str, Series], area: str, areas: Areas) -> Divergence | None:
    if not event.declared_before:
        return None
    donors = [series[code] for code in apart_from(area, event.donors, areas)]
    return difference_from_comparison_areas(series[area], donors, event.day, everywhere=event.areas is None)
