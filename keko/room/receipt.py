"""The decision receipt: what a meeting opens with, each decision with its figure then and now, and what became of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.periods import is_period
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.as_compared import as_compared
from keko.indicators.freshness import read_next
from keko.indicators.over_time.level_sample import level_of, level_sample
from keko.indicators.over_time.trend import breaks_of
from keko.indicators.series import Point, Question, Series
from keko.indicators.situation import read_areas
from keko.room.frozen import Figure
from keko.room.meetings import Decision
from keko.room.then_and_now import Direction, ThenAndNow, then_and_now, years_of_level


@dataclass(frozen=True)
class Became:
    """A decision and what became of its figure.

    `item`: in the form in which areas are compared; None, and nothing told, where the indicator or the area is not there any more, or
    the figure is not readable: another version of KEKO kept it in another form.
    """

    decision: Decision
    told: ThenAndNow | None = None
    item: Indicator | None = None
    is_readable: bool = True


def became(
    connection: sa.Connection, decisions: Iterable[Decision], catalogue: Mapping[str, Indicator], areas: Areas
) -> list[Became]:
    """What has become of decisions, in their order."""
    return [_became(connection, decision, catalogue, areas) for decision in decisions]


def _became(connection: sa.Connection, decision: Decision, catalogue: Mapping[str, Indicator], areas: Areas) -> Became:
    figure, meant = decision.figure, decision.meant
    if figure is None or meant is None or figure.indicator not in catalogue or figure.area not in areas.by_code:
        return Became(decision)
    if not _is_readable(figure):
        return Became(decision, is_readable=False)
    item = catalogue[figure.indicator].of_category(figure.breakdown)
    form, by_area = _series(connection, item, figure, areas)
    own = by_area[figure.area]
    newest = own.points[-1].period if own.points else str(figure.point["period"])
    due = read_next(connection, item, own, newest)
    return Became(decision, judged(figure, meant, form, by_area, areas, due), form)


def judged(
    figure: Figure,
    meant: Direction,
    item: Indicator,
    by_area: Mapping[str, Series],
    areas: Areas,
    next_due: date | None = None,
) -> ThenAndNow:
    """What has become of a frozen figure. `by_area`: its series as they are today, of its area and of others of the level.

    A demo figure and real ones are never judged against each other.
    """
    seen, own = Point(**figure.point), by_area[figure.area]  # type: ignore[arg-type]
    if own.points and own.is_demo != figure.is_demo:
        return ThenAndNow("cannot be judged", seen, reason="demo")
    return then_and_now(
        item,
        seen,
        own,
        meant,
        breaks_of(figure.area, areas),
        years_of_level(item, seen, [series for area, series in by_area.items() if area != figure.area]),
        next_due,
    )


def _is_readable(figure: Figure) -> bool:
    """Whether its point is of the form that this version of KEKO keeps."""
    return figure.point.keys() == set(Point._fields) and is_period(str(figure.point["period"]))


def _series(
    connection: sa.Connection, item: Indicator, figure: Figure, areas: Areas
) -> tuple[Indicator, dict[str, Series]]:
    """The figure's series and those of its level, in the form in which areas are compared."""
    question = Question(figure.sex, figure.age, figure.breakdown)
    codes = list(dict.fromkeys([figure.area, *level_sample(level_of(figure.area, areas), areas)]))
    whole = read_areas(connection, [item], areas, codes, [question])[question]
    formed = as_compared(connection, [item], areas, question, whole)
    return formed.items[item.id], {code: formed.series[item.id, code] for code in codes}


def at_hand(decision: Decision, today: date) -> str:
    """Where a decision stands: late, or its state."""
    return "late" if decision.is_late(today) else decision.state
