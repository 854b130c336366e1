"""The areas inside an area, side by side, each beside the area as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import sqlalchemy as sa

from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.comparison import Verdict, compare_many
from keko.indicators.series import Point
from keko.indicators.situation import Standing
from keko.indicators.working_age import Figure, contents, figure_standings


class MemberFigure(NamedTuple):
    """What a member has at the newest period of the whole area. `verdict`: of a real difference from the area, else None.

    `compared`: the same in the form in which the two are compared.
    """

    point: Point | None
    verdict: Verdict | None
    compared: Point | None = None


@dataclass(frozen=True)
class MemberTable:
    """The columns that the catalogue names: the whole area's standings, and each member's figures in the order of `codes`."""

    codes: tuple[str, ...]
    standings: dict[Figure, Standing]
    figures: dict[Figure, list[MemberFigure]]


def member_areas(area: str, areas: Areas) -> tuple[str, ...]:
    """The areas that `area` is looked at by, the largest first: its municipalities; counties of the country; the areas of
    a set; of a municipality the others of its county."""
    if area == WHOLE_COUNTRY:
        inside = [county.code for county in areas.of_level("HVA")]
    elif area in areas.sets:
        inside = list(areas.sets[area])
    elif areas[area].level == "KU":
        county = next((code for code in areas.parents(area) if code.startswith("HVA")), area)
        inside = list(areas.municipalities(county))
    else:
        inside = list(areas.municipalities(area))
    living = [code for code in inside if areas[code].valid_to is None and code != area]
    return tuple(sorted(living, key=lambda code: (-(areas[code].population or 0), code)))


def member_table(
    connection: sa.Connection,
    catalogue: Mapping[str, Indicator],
    areas: Areas,
    area: str,
    sex: str,
    until: str | None,
) -> MemberTable:
    """The members of `area` on the columns of the working-age population, as they were at the end of `until` where given."""
    codes, columns = member_areas(area, areas), contents(catalogue).columns
    standings = figure_standings(connection, columns, catalogue, areas, area, area, sex, until, codes)
    return MemberTable(codes, standings, {figure: member_figures(standings[figure], areas) for figure in columns})


def member_figures(standing: Standing, areas: Areas) -> list[MemberFigure]:
    """Each of the standing's others beside its area."""
    latest, form = standing.latest, standing.as_compared
    comparisons = compare_many([(form.item, series, form.own) for series in form.others], areas)
    figures = []
    for series, compared, comparison in zip(standing.others, form.others, comparisons, strict=True):
        same_period = latest is not None and comparison.period == latest.period
        at = latest.period if latest else ""
        verdict = comparison.verdict if comparison.is_real and same_period else None
        figures.append(MemberFigure(series.at(at), verdict, compared.at(at)))
    return figures
