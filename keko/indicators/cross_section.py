"""One indicator at one period over all areas of a level, each beside the benchmark."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.periods import last_month
from keko.indicators.absence import absence
from keko.indicators.benchmark import read_field
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.comparison import Comparison, compare, compare_many
from keko.indicators.extent import read_periods
from keko.indicators.series import Point, Question, Series


@dataclass(frozen=True)
class CrossSection:
    """What the areas of `level` have at `period` (None where there are no figures), by area, as they are compared.

    `item`: as it is compared, counts per resident; as they are where no residents are known. `periods`: all that have
    figures of the level, in the order of time. `series`, `benchmark`: each ends at the period, or has no points.
    `comparisons`: of each area with the benchmark. `question`: what the figures answer.
    """

    item: Indicator
    level: str
    period: str | None
    periods: tuple[str, ...]
    series: Mapping[str, Series]
    benchmark: Series
    comparisons: Mapping[str, Comparison]
    question: Question = Question()

    @cached_property
    def points(self) -> dict[str, Point]:
        """The points by area, of those that have one, with a value or without."""
        return {area: series.points[-1] for area, series in self.series.items() if series.points}

    @cached_property
    def values(self) -> dict[str, float]:
        """The values by area, the largest first."""
        valued = {area: point.value for area, point in self.points.items() if point.value is not None}
        return dict(sorted(valued.items(), key=lambda pair: -pair[1]))

    @property
    def is_total(self) -> bool:
        """Whether the figures grow with the area: none of them is better for that, and none is compared."""
        return not self.item.comparable

    @property
    def is_demo(self) -> bool:
        """Whether the figures are demo figures."""
        return any(series.is_demo for series in self.series.values())


def cross_section(
    connection: sa.Connection,
    item: Indicator,
    level: str,
    benchmark: str,
    areas: Areas,
    question: Question = Question(),
    until: str | None = None,
) -> CrossSection:
    """The newest figures of a level that are no later than `until` (one query for the periods, one for the figures)."""
    item, codes = item.of_category(question.breakdown), areas.living(level)
    periods = tuple(read_periods(connection, item.id, codes, question))
    period = _newest(periods, until)
    field = read_field(connection, [(item, period or "")], [*codes, benchmark], areas, question)
    compared = field.items[item.id]
    series = {code: field.series[item.id, code] for code in codes}
    other = field.series[item.id, benchmark]
    if _only_counted(series.values()):
        compared, other = item, _as_counted(other)
        series = {code: _as_counted(own) for code, own in series.items()}
    if compared.comparable:
        made = compare_many([(compared, own, other) for own in series.values()], areas)
    else:
        made = [_total(own, other) for own in series.values()]
    comparisons = dict(zip(codes, made, strict=True))
    return CrossSection(compared, level, period, periods, series, other, comparisons, question)


def _only_counted(every: Iterable[Series]) -> bool:
    """Whether what was counted could not be turned to what is compared, of any area, though something was counted."""
    points = [series.points[-1] for series in every if series.points]
    return all(point.value is None for point in points) and any(point.numerator is not None for point in points)


def _as_counted(series: Series) -> Series:
    points = (point._replace(value=point.numerator, numerator=None, denominator=None) for point in series.points)
    return replace(series, points=tuple(points))


def _total(own: Series, other: Series) -> Comparison:
    """That totals are not compared."""
    bare = Comparison(own.indicator, own.area, other.area, "not compared", reason=absence(own), is_demo=own.is_demo)
    latest, beside = own.latest, other.latest
    if latest is None:
        return bare
    benchmark = beside.value if beside else None
    return replace(bare, reason="a total", period=latest.period, area_value=latest.value, benchmark_value=benchmark)


def _newest(periods: Sequence[str], until: str | None) -> str | None:
    known = [period for period in periods if until is None or last_month(period) <= last_month(until)]
    return known[-1] if known else None


MOST_PERIODS = 9


def years_before(periods: Sequence[str], here: str) -> list[str]:
    """Of `periods` those of the same time of the year as `here`, up to it, at most nine."""
    return [period for period in periods if period[4:] == here[4:] and period <= here][-MOST_PERIODS:]


def key(area: str, period: str) -> str:
    """The name of an area at a period in a pooled cross-section."""
    return f"{area} {period}"


def pooled(sections: Sequence[CrossSection]) -> CrossSection:
    """Several periods as one, so that they have the same classes; areas are called by `key`."""
    last = sections[-1]
    series = {key(area, each.period or ""): own for each in sections for area, own in each.series.items()}
    made = {key(area, each.period or ""): own for each in sections for area, own in each.comparisons.items()}
    return replace(last, series=series, comparisons=made)


@dataclass(frozen=True)
class Ends:
    """The areas with the highest and the lowest value. `differ`: whether that is shown, None where it cannot be told."""

    highest: str
    lowest: str
    differ: bool | None


def ends(section: CrossSection, areas: Areas) -> Ends | None:
    """Highest and lowest, by their intervals too; None where fewer than two areas have values."""
    ordered = list(section.values)
    if len(ordered) < 2:
        return None
    if section.is_total:
        return Ends(ordered[0], ordered[-1], None)
    between = compare(section.item, section.series[ordered[0]], section.series[ordered[-1]], areas)
    differ = None if between.verdict == "not compared" else between.verdict != "no difference"
    return Ends(ordered[0], ordered[-1], differ)
