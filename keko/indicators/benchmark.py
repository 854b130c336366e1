"""An area beside its benchmark on many indicators, and both among their peers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.periods import last_month, position, years_before
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.as_compared import AsCompared, as_compared
from keko.indicators.comparing.chance import allowing_for_many
from keko.indicators.comparing.comparison import REAL, Comparison, Pair, compare_many
from keko.indicators.comparing.usual_variation import YEARS
from keko.indicators.highlights import clarity
from keko.indicators.over_time.trend import Trend, breaks_of, trend
from keko.indicators.series import Question, Series, SeriesBy, read_cross_section
from keko.indicators.sets import expanded, summed
from keko.indicators.situation import Standing

MONTHS = 60  # of a monthly or quarterly series: more lines than that are a grey area


@dataclass(frozen=True)
class Row:
    """One indicator, in the form in which areas are compared. `field`: what each peer and further area has at `period`, by
    area, with a value or without, and before it where that is what they are compared by.

    `verdicts`: of those against the benchmark, where asked for. `given`: the standing as its figures were published.
    """

    standing: Standing
    period: str | None
    field: Mapping[str, Series]
    verdicts: Mapping[str, Comparison]
    given: Standing | None = None

    def count(self, side: Literal["area", "benchmark"]) -> float | None:
        """What a side counted, where the row shows it per resident; else None."""
        return self.given.count(side) if self.given else None

    @property
    def comparison(self) -> Comparison:
        """The area against the benchmark."""
        return self.standing.comparison

    @cached_property
    def values(self) -> dict[str, float]:
        """The values of the field at the period, by area."""
        return {
            area: series.latest.value
            for area, series in self.field.items()
            if series.latest and series.latest.value is not None
        }

    @property
    def range(self) -> tuple[float, float] | None:
        """The lowest and the highest value of the field; None where there is none."""
        return (min(self.values.values()), max(self.values.values())) if self.values else None

    def trend(self, series: Series, areas: Areas) -> Trend | None:
        """Which way the area's or the benchmark's whole series has gone; None of figures that are not yearly."""
        if self.standing.item.frequency != "year":
            return None
        return trend(self.standing.item, series, breaks_of(series.area, areas))

    @property
    def recent(self) -> Standing:
        """The standing without what is older than `MONTHS` periods, where figures are not yearly."""
        return replace(self.standing, own=self._cut(self.standing.own), benchmark=self._cut(self.standing.benchmark))

    def _cut(self, series: Series) -> Series:
        if self.standing.item.frequency == "year" or not series.valued:
            return series
        last = position(series.valued[-1].period)
        return replace(series, points=tuple(point for point in series.points if position(point.period) > last - MONTHS))


def clearest_first(rows: Sequence[Row]) -> list[Row]:
    """Real differences first, then what was compared, each the clearest first."""

    def rank(row: Row) -> tuple[bool, bool, float]:
        compared = row.comparison
        return compared.verdict not in REAL, compared.verdict == "not compared", -clarity(compared)

    return sorted(rows, key=rank)


def peers(area: str, areas: Areas) -> list[str]:
    """The areas that an area stands among: those of its level; of a municipality, those of its county.

    The country and sets stand among the counties.
    """
    level = areas[area].level
    if level == "KU":
        county = next((parent for parent in areas.parents(area) if parent.startswith("HVA")), None)
        inside = areas.municipalities(county) if county else frozenset()
        return sorted(code for code in inside if areas[code].valid_to is None)
    return [peer.code for peer in areas.of_level(level if level in {"TA", "MK"} else "HVA") if peer.valid_to is None]


def period_of(standing: Standing) -> str | None:
    """The period that a row is about: that of the comparison, else the benchmark's newest."""
    latest = standing.benchmark.latest
    return standing.comparison.period or (latest.period if latest else None)


def read_field(
    connection: sa.Connection,
    items: Sequence[tuple[Indicator, str]],
    codes: Sequence[str],
    areas: Areas,
    question: Question = Question(),
) -> AsCompared:
    """What areas and sets have at the period given with each indicator, as they are compared.

    Figures without limits have the same part of the years before it too, by which they are compared.
    """
    field = _read_at(connection, {item.id: [period] for item, period in items}, items, codes, areas, question)
    without = [(item, period) for item, period in items if not _has_limits(item, field)]
    if not without:
        return field
    years = {item.id: [f"{int(period[:4]) - back}{period[4:]}" for back in range(YEARS)] for item, period in without}
    longer = _read_at(connection, years, without, codes, areas, question)
    ending = {item.id: period for item, period in without}
    return AsCompared(
        field.items,
        field.series | {key: _ending(series, ending[key[0]]) for key, series in longer.series.items()},
    )


def _read_at(
    connection: sa.Connection,
    periods: Mapping[str, Sequence[str]],
    items: Sequence[tuple[Indicator, str]],
    codes: Sequence[str],
    areas: Areas,
    question: Question,
) -> AsCompared:
    field = read_cross_section(connection, periods, expanded(areas, codes), question)
    for code in areas.sets.keys() & set(codes):
        for item, _ in items:
            field[item.id, code] = summed(item, code, [field[item.id, member] for member in areas.sets[code]])
    return as_compared(connection, [item for item, _ in items], areas, question, field)


def _has_limits(item: Indicator, field: AsCompared) -> bool:
    """Whether all figures that are there have limits; without any there is nothing to compare."""
    every = [series for (id_, _), series in field.series.items() if id_ == item.id]
    return not item.counts_residents and all(point.lower is not None for series in every for point in series.valued)


def _ending(series: Series, period: str) -> Series:
    """The series where it ends with a value at `period`; else what it has then alone."""
    latest = series.latest
    return series if latest and latest.period == period else _at(series, period)


def benchmark_rows(
    standings: Sequence[Standing], field: SeriesBy, codes: Sequence[str], areas: Areas, everybody: bool, corrected: bool
) -> list[Row]:
    """A row for each standing, with `codes` around it; verdicts of all of them where `everybody` is judged.

    `field`: of the areas as they are compared.
    `corrected`: verdicts allow for how many comparisons were made (Benjamini & Hochberg), over those of the
    same area, so that a figure has the same verdict whether its neighbours are judged or not.
    """
    rows = [replace(_row(standing.as_compared, field, codes), given=standing) for standing in standings]
    if everybody:
        return _all_judged(rows, areas, corrected)
    if not corrected:
        return rows
    kept = allowing_for_many([row.comparison for row in rows])
    return [_with_comparison(row, comparison) for row, comparison in zip(rows, kept, strict=True)]


def verdicts_before(standings: Sequence[Standing], areas: Areas, corrected: bool) -> dict[str, Comparison]:
    """The comparison a year before each one's, or at the latest period before that; by indicator.

    `corrected`: they allow for how many they are, as those they stand beside do.
    """
    made = compare_many([_earlier(standing.as_compared) for standing in standings], areas)
    kept = allowing_for_many(made) if corrected else made
    return {comparison.indicator: comparison for comparison in kept}


def _earlier(standing: Standing) -> Pair:
    period = standing.comparison.period
    limit = last_month(years_before(period)) if period else 0

    def cut(series: Series) -> Series:
        return replace(series, points=tuple(point for point in series.points if last_month(point.period) <= limit))

    return standing.item, cut(standing.own), cut(standing.benchmark)


def _row(standing: Standing, field: SeriesBy, codes: Sequence[str]) -> Row:
    period = period_of(standing)
    around = {code: series for code in codes if (series := field.get((standing.item.id, code))) is not None}
    pair = (standing.own, standing.benchmark)
    own = {series.area: _at(series, period) for series in pair}
    return Row(standing, period, around | own, {})


def _at(series: Series, period: str | None) -> Series:
    return replace(series, points=tuple(point for point in series.points if point.period == period))


def _all_judged(rows: Sequence[Row], areas: Areas, corrected: bool) -> list[Row]:
    places = [(number, area) for number, row in enumerate(rows) for area in row.field]
    pairs = []
    for number, area in places:
        standing, field = rows[number].standing, rows[number].field
        own = standing.own if area == standing.own.area else field[area]
        pairs.append((standing.item, own, standing.benchmark))
    verdicts: list[dict[str, Comparison]] = [{} for _ in rows]
    for (number, area), comparison in zip(places, compare_many(pairs, areas), strict=True):
        verdicts[number][area] = comparison
    if corrected:
        verdicts = _allowing_by_area(verdicts)
    return [
        replace(_with_comparison(row, of_row[row.standing.own.area]), verdicts=of_row)
        for row, of_row in zip(rows, verdicts, strict=True)
    ]


def _allowing_by_area(verdicts: Sequence[Mapping[str, Comparison]]) -> list[dict[str, Comparison]]:
    """Each area's comparisons allow for one another, not for those of other areas: its verdicts are those of its own page."""
    kept: list[dict[str, Comparison]] = [{} for _ in verdicts]
    for area in dict.fromkeys(area for of_row in verdicts for area in of_row):
        rows = [number for number, of_row in enumerate(verdicts) if area in of_row]
        for number, comparison in zip(rows, allowing_for_many([verdicts[n][area] for n in rows]), strict=True):
            kept[number][area] = comparison
    return kept


def _with_comparison(row: Row, comparison: Comparison) -> Row:
    return replace(row, standing=replace(row.standing, comparison=comparison))
