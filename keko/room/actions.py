"""What happened after actions: the difference from the areas that each was declared to be compared with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.indicators.over_time.comparison_areas import Divergence, apart_from, difference_from_comparison_areas
from keko.indicators.series import Question, Series, read_series
from keko.room.marks import Mark
from keko.room.undertakings import Undertaking


@dataclass(frozen=True)
class AfterAction:
    """When an action began, the area's series, and how that differs from comparison areas; None where they were chosen afterwards.

    `declared`: when they are said to have been chosen; `recorded_late`: when they were written here, if only after the action began.
    """

    mark: Mark
    own: Series
    divergence: Divergence | None
    declared: date | None = None
    recorded_late: date | None = None


def after_actions(
    connection: sa.Connection,
    indicator: str,
    area: str,
    actions: Iterable[Undertaking],
    areas: Areas,
    question: Question = Question(),
    until: str | None = None,
) -> list[AfterAction]:
    """Of every action that has begun what happened in `area` after it, as it was at the end of `until` where given."""
    begun = [(action, mark) for action in actions if (mark := action.mark)]
    codes = dict.fromkeys([area, *(code for action, _ in begun for code in action.donors)])
    read = read_series(connection, [indicator], codes, question)
    ended = {code: series.until(until) for (_, code), series in read.items()}
    return [
        AfterAction(
            mark,
            ended[area],
            _divergence(action, mark, ended, area, areas),
            action.declared,
            action.recorded_late,
        )
        for action, mark in begun
    ]


def _divergence(
    action: Undertaking, mark: Mark, series: dict[str, Series], area: str, areas: Areas
) -> Divergence | None:
    if not action.declared_before:
        return None
    apart = list(action.donors)
    for acted in dict.fromkeys([area, *(() if action.is_everywhere else action.areas)]):
        apart = apart_from(acted, apart, areas)
    donors = [series[code] for code in apart]
    return difference_from_comparison_areas(series[area], donors, mark.day, everywhere=action.is_everywhere)
