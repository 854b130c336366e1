"""Why an area has no value of an indicator: what its figures say of themselves, or what figures there are instead."""

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.releases import visible_releases
from keko.data.schema import observation
from keko.indicators.catalogue import Indicator
from keko.indicators.reasons import Absence
from keko.indicators.series import Question, Series, SeriesBy
from keko.indicators.sets import expanded

_STATUSES: tuple[Absence, ...] = ("hidden", "missing at source", "not applicable", "below quality")


def absence(series: Series) -> Absence | None:
    """Why a series has no value: the status of its newest point or, where it has none, what was found; None with a value."""
    if series.valued:
        return None
    status = series.points[-1].status if series.points else ""
    return next((each for each in _STATUSES if each == status), series.absence or "no data")


def with_absences(
    connection: sa.Connection, items: Sequence[Indicator], areas: Areas, question: Question, whole: SeriesBy
) -> SeriesBy:
    """The series, of which those without points say why: not by sex or category, not at the area's level, or no data.

    Reads nothing where all have points; else once what there is of the areas, and once for each level of areas that have
    nothing at all.
    """
    empty = [key for key, series in whole.items() if not series.points]
    if not empty:
        return whole
    indicators, codes = ({key[place] for key in empty} for place in (0, 1))
    there = _categories(connection, indicators, expanded(areas, sorted(codes)))
    own = {
        (id_, code): {each[2:] for each in there if each[0] == id_ and each[1] in areas.sets.get(code, (code,))}
        for id_, code in empty
    }
    levels = {code: _level(code, areas) for (_, code), held in own.items() if not held}
    at_level = {level: _with_any(connection, indicators, areas.living(level)) for level in set(levels.values())}
    published = set(connection.execute(sa.select(visible_releases().subquery().c.indicator)).scalars())

    def why(indicator: str, code: str) -> Absence:
        if held := own[indicator, code]:
            return _narrowed(question, held)
        is_elsewhere = indicator in published and indicator not in at_level[levels[code]]
        return "not at level" if is_elsewhere else "no data"

    return whole | {key: replace(whole[key], absence=why(*key)) for key in empty}


def _level(code: str, areas: Areas) -> str:
    """The level of an area; of a set that of its areas."""
    return areas[areas.sets[code][0] if code in areas.sets else code].level


def _narrowed(question: Question, there: set[tuple[str, str]]) -> Absence:
    """What of the question leaves nothing of the figures there are, of these ages and breakdowns."""
    if (question.age, question.breakdown) in there and question.sex != "total":
        return "not by sex"
    return "only by category" if question == Question(question.sex) else "not by category"


def _categories(
    connection: sa.Connection, indicators: set[str], codes: Sequence[str]
) -> list[tuple[str, str, str, str]]:
    """Indicator, area, age and breakdown of the published figures."""
    visible, cell = visible_releases().subquery(), observation.c
    query = (
        sa.select(visible.c.indicator, cell.area, cell.age, cell.breakdown)
        .join(visible, visible.c.release == cell.release)
        .where(visible.c.indicator.in_(sorted(indicators)), cell.area.in_(codes))
        .distinct()
    )
    return [(id_, area, age, breakdown) for id_, area, age, breakdown in connection.execute(query)]


def _with_any(connection: sa.Connection, indicators: set[str], codes: Sequence[str]) -> set[str]:
    """The indicators of which any of the areas has figures."""
    visible = visible_releases().subquery()
    query = (
        sa.select(visible.c.indicator)
        .join(observation, visible.c.release == observation.c.release)
        .where(visible.c.indicator.in_(sorted(indicators)), observation.c.area.in_(codes))
        .distinct()
    )
    return set(connection.execute(query).scalars())
