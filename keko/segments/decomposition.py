"""Why two areas differ: how much of it comes from which groups live there, how much from within the groups (METHODS 8).

Kitagawa (1955) with the centring of METHODS 8: fewer people in a weaker group count for the area, and the sums are the
same. Groups that an area must not show are taken together, so that the parts still add up to the whole difference.
"""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.data.arrays import Floats
from keko.data.schema import segment_participation, segment_size
from keko.indicators.comparing.comparison import Verdict
from keko.segments.measures import Measure
from keko.segments.models import TOTAL
from keko.segments.store import Published, read_table

Kind = Literal["mix", "within"]
Reason = Literal["no common period", "no data", "hidden", "same area"]

REST = "rest"  # what is taken together because some of it is hidden
LEAST_SHARE = 1e-9

_Sides = tuple[Floats, Floats, Floats, Floats]  # shares and means of the area, then of the benchmark


@dataclass(frozen=True)
class Part:
    """What one segment adds to the difference, in months a year. `code` REST: the hidden ones together.

    `share`, `value`: of the area, and `benchmark_share`, `benchmark_value`: what the parts are made from.
    """

    code: str
    mix: float
    within: float
    share: float
    benchmark_share: float
    value: float
    benchmark_value: float

    def amount(self, kind: Kind) -> float:
        """What it adds by its share (mix) or by its mean (within)."""
        return self.mix if kind == "mix" else self.within


@dataclass(frozen=True)
class Decomposition:
    """The difference of two areas in a measure, area less benchmark; without numbers where `reason` says why."""

    model: str
    area: str
    benchmark: str
    measure: Measure
    is_demo: bool
    period: str | None = None
    area_value: float | None = None
    benchmark_value: float | None = None
    parts: tuple[Part, ...] = ()
    reason: Reason | None = None

    @property
    def mix(self) -> float | None:
        """What follows from other shares of the groups."""
        return sum(part.mix for part in self.parts) if self.parts else None

    @property
    def within(self) -> float | None:
        """What follows from differences inside the groups."""
        return sum(part.within for part in self.parts) if self.parts else None

    @property
    def total(self) -> float | None:
        """The whole difference."""
        return None if self.mix is None or self.within is None else self.mix + self.within

    @property
    def mostly(self) -> Kind | None:
        """The larger of the two kinds of part, of those that go the way of the whole difference; None without one."""
        if self.mix is None or self.within is None or not self.total:
            return None
        same_way = [part for part in (self.mix, self.within) if part * self.total > 0]
        return "mix" if self.mix * self.total > 0 and abs(self.mix) == max(map(abs, same_way)) else "within"

    def largest(self, kind: Kind, most: int) -> tuple[list[Part], float | None]:
        """The `most` largest parts of a kind, and the sum of the others, None without others: one does not stand alone."""
        ordered = sorted(self.parts, key=lambda part: -abs(part.amount(kind)))
        if len(ordered) <= most + 1:
            return ordered, None
        return ordered[:most], sum(part.amount(kind) for part in ordered[most:])


def kitagawa(shares: Floats, rates: Floats, other_shares: Floats, other_rates: Floats) -> tuple[Floats, Floats]:
    """Mix and within parts of Σ shares·rates − Σ other_shares·other_rates, one of each per group.

    Shares sum to 1 on both sides.
    """
    middle = (shares @ rates + other_shares @ other_rates) / 2
    mix = (shares - other_shares) * ((rates + other_rates) / 2 - middle)
    within = (rates - other_rates) * (shares + other_shares) / 2
    return mix, within


def judged(measure: Measure, difference: float) -> Verdict:
    """Whether a difference in a measure is better or worse: more employment is better, more of the others worse."""
    if measure == "other":
        return "higher" if difference > 0 else "lower"
    return "better" if (difference > 0) == (measure == "employment") and difference else "worse"


def decompose(
    connection: sa.Connection,
    published: Published,
    area: str,
    benchmark: str,
    measure: Measure,
    period: str | None = None,
    sex: str = TOTAL,
    age: str = TOTAL,
) -> Decomposition:
    """The difference of `area` and `benchmark` in a measure, in parts; of the latest period that both have if none is given."""
    nothing = Decomposition(published.model.id, area, benchmark, measure, published.is_demo, period)
    if area == benchmark:
        return replace(nothing, reason="same area")
    rows = _rows(connection, published.release, (area, benchmark), measure, sex, age)
    periods, other_periods = (set(rows["period"][rows["area"] == code]) for code in (area, benchmark))
    if not periods or not other_periods:
        return replace(nothing, reason="no data")
    both = periods & other_periods
    compared = replace(nothing, period=period or max(both, default=None))
    if compared.period not in both:
        return replace(compared, reason="no common period")
    at = rows[rows["period"] == compared.period].set_index("segment")
    codes = [*published.model.segment_codes, TOTAL]
    own, other = (at[at["area"] == code].reindex(codes) for code in (area, benchmark))
    sides = _complete(own, other)
    return _with_parts(compared, *sides) if sides else replace(compared, reason="hidden")


def _with_parts(compared: Decomposition, codes: list[str], figures: _Sides) -> Decomposition:
    shares, rates, other_shares, other_rates = figures
    mix, within = kitagawa(shares, rates, other_shares, other_rates)
    rows = zip(codes, mix, within, shares, other_shares, rates, other_rates, strict=True)
    return replace(
        compared,
        area_value=float(shares @ rates),
        benchmark_value=float(other_shares @ other_rates),
        parts=tuple(Part(code, *map(float, numbers)) for code, *numbers in rows),
    )


def _rows(
    connection: sa.Connection, release: int, areas: tuple[str, str], measure: Measure, sex: str, age: str
) -> pd.DataFrame:
    """Share and mean of every segment of two areas, all periods."""
    size, took = segment_size.c, segment_participation.c
    sizes = read_table(connection, release, "sizes", size.area.in_(areas), size.sex == sex, size.age == age)
    means = read_table(
        connection, release, "participation",
        took.area.in_(areas), took.measure == measure, took.sex == sex, took.age == age,
    )  # fmt: skip
    row_keys = ["area", "segment", "period"]
    return means[[*row_keys, "mean"]].merge(sizes[[*row_keys, "share"]], on=row_keys)


def _complete(own: pd.DataFrame, other: pd.DataFrame) -> tuple[list[str], _Sides] | None:
    """Codes and numbers of both sides with shares that sum to 1; None where what is hidden cannot be taken together."""
    figures = [side[["share", "mean"]].drop(TOTAL).to_numpy(float) for side in (own, other)]
    means = [float(side["mean"].to_numpy(float)[-1]) for side in (own, other)]
    shown = ~np.isnan(np.hstack(figures)).any(axis=1)
    codes = [str(code) for code in own.index[:-1][shown]]
    if shown.all():
        # What rounding in the file left over is shared out.
        (shares, rates), (others, other_rates) = ((side[:, 0] / side[:, 0].sum(), side[:, 1]) for side in figures)
        return codes, (shares, rates, others, other_rates)
    sides = [_with_rest(side[shown], mean) for side, mean in zip(figures, means, strict=True)]
    known = [side for side in sides if side is not None]
    if len(known) < len(sides):
        return None
    (shares, rates), (others, other_rates) = known
    return [*codes, REST], (shares, rates, others, other_rates)


def _with_rest(figures: Floats, mean: float) -> tuple[Floats, Floats] | None:
    """Shares and means of the groups that show, and of the others together, which follow from the area's own mean."""
    shares, rates = figures.T
    rest = 1 - shares.sum()
    if np.isnan(mean) or rest < LEAST_SHARE:
        return None
    return np.append(shares, rest), np.append(rates, (mean - shares @ rates) / rest)
