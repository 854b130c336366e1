"""The segments of a model in some areas: how large they are and how they take part in work."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.data.schema import segment_participation, segment_size
from keko.indicators.intervals import wilson
from keko.segments.measures import MEASURES, Measure
from keko.segments.models import TOTAL
from keko.segments.store import Published, read_table


@dataclass(frozen=True)
class Size:
    """How large a segment is. `share`, `lower`, `upper`: of the area's population of the sex and age, 0 to 1 (Wilson).

    None with the `status` that says why; the limits are None where only shares were delivered.
    """

    persons: float | None
    share: float | None
    lower: float | None
    upper: float | None
    status: str


@dataclass(frozen=True)
class Months:
    """Months a year: mean, 10th and 90th percentile of persons."""

    mean: float | None
    p10: float | None
    p90: float | None
    status: str


@dataclass(frozen=True)
class SegmentStanding:
    """One segment (or the population, `segment` total) in one area and period."""

    segment: str
    area: str
    size: Size
    months: dict[Measure, Months]


@dataclass(frozen=True)
class Overview:
    """The segments in each area asked for, in the model's order and the population last; no standings where no data.

    `period`: the one shown; `periods`: those that the first area has.
    """

    model: str
    is_demo: bool
    period: str | None
    periods: tuple[str, ...]
    standings: dict[str, tuple[SegmentStanding, ...]]

    def by_segment(self, area: str) -> dict[str, SegmentStanding]:
        """The segments of an area and its population, by code."""
        return {standing.segment: standing for standing in self.standings[area]}


def overview(
    connection: sa.Connection,
    published: Published,
    areas: Sequence[str],
    period: str | None = None,
    sex: str = TOTAL,
    age: str = TOTAL,
) -> Overview:
    """The segments in `areas`, in the newest period of the first of them if none is given."""
    periods = periods_of(connection, published.release, areas[0])
    chosen = period or max(periods, default=None)
    size, took = segment_size.c, segment_participation.c
    release = published.release
    sizes = read_table(
        connection, release, "sizes", size.area.in_(areas), size.period == chosen, size.sex == sex, size.age == age
    )
    months = read_table(
        connection, release, "participation",
        took.area.in_(areas), took.period == chosen, took.sex == sex, took.age == age,
    )  # fmt: skip
    standings = {area: _standings(area, sizes, months, published) for area in areas}
    return Overview(published.model.id, published.is_demo, chosen, periods, standings)


def periods_of(connection: sa.Connection, release: int, area: str) -> tuple[str, ...]:
    """The periods of which an area has sizes, oldest first."""
    column = segment_size.c.period
    query = sa.select(column).where(segment_size.c.release == release, segment_size.c.area == area)
    return tuple(connection.execute(query.distinct().order_by(column)).scalars())


def sizes_of(rows: pd.DataFrame) -> list[Size]:
    """The sizes in rows of the table of sizes, with Wilson limits of shares where persons are told."""
    persons, share = rows["persons"].to_numpy(float), rows["share"].to_numpy(float)
    among = np.divide(persons, share, out=np.full(len(rows), np.nan), where=share > 0)
    lower, upper = wilson(persons, np.where(among > 0, among, np.nan)) if len(rows) else (persons, persons)
    figures = [[number(value) for value in column] for column in (persons, share, lower, upper)]
    return [Size(*row) for row in zip(*figures, rows["status"], strict=True)]


def number(value: float) -> float | None:
    """A number as answers hold it: nothing where there is none."""
    return None if np.isnan(value) else float(value)


def months_of(rows: pd.DataFrame) -> dict[Measure, Months]:
    """Participation in rows of its table, by measure; rows are of one segment, area, period, sex and age."""
    return next(iter(_months_by_segment(rows).values()), {})


def _months_by_segment(rows: pd.DataFrame) -> dict[str, dict[Measure, Months]]:
    """The same of every segment; rows are of one area, period, sex and age."""
    figures = zip(*(rows[name].to_numpy(float) for name in ("mean", "p10", "p90")), rows["status"], strict=True)
    found: dict[str, dict[str, Months]] = {}
    for segment, measure, (mean, p10, p90, status) in zip(rows["segment"], rows["measure"], figures, strict=True):
        found.setdefault(segment, {})[measure] = Months(number(mean), number(p10), number(p90), status)
    return {
        segment: {measure: by_measure[measure] for measure in MEASURES if measure in by_measure}
        for segment, by_measure in found.items()
    }


def _standings(
    area: str, sizes: pd.DataFrame, months: pd.DataFrame, published: Published
) -> tuple[SegmentStanding, ...]:
    own, took = sizes[sizes["area"] == area], months[months["area"] == area]
    size = dict(zip(own["segment"], sizes_of(own), strict=True))
    by_segment = _months_by_segment(took)
    return tuple(
        SegmentStanding(code, area, size[code], by_segment.get(code, {}))
        for code in (*published.model.segment_codes, TOTAL)
        if code in size
    )
