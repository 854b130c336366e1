"""Why two areas differ: how much of it comes from which groups live there, how much from within the groups (METHODS 8).

Kitagawa (1955) with the centring of METHODS 8: fewer people in a weaker group count for the area, and the sums are the
same. Groups that an area must not show are taken together, so that the parts still add up to the whole difference.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.data.arrays import Floats
from keko.data.schema import segment_participation, segment_size
from keko.segments.models import TOTAL, Measure
from keko.segments.store import Published, read_table

Reason = Literal["no common period", "no data", "hidden", "same area"]

REST = "rest"  # what is taken together because some of it is hidden
LEAST_SHARE = 1e-9


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
        return sum(one.mix for one in self.parts) if self.parts else None

    @property
    def within(self) -> float | None:
        """What follows from differences inside the groups."""
        return sum(one.within for one in self.parts) if self.parts else None

    @property
    def total(self) -> float | None:
        """The whole difference."""
        return None if self.mix is None or self.within is None else self.mix + self.within


def kitagawa(shares: Floats, rates: Floats, other_shares: Floats, other_rates: Floats) -> tuple[Floats, Floats]:
    """Mix and within parts of Σ shares·rates − Σ other_shares·other_rates, one of each per group.

    Shares sum to 1 on both sides.
    """
    middle = (shares @ rates + other_shares @ other_rates) / 2
    mix = (shares - other_shares) * ((rates + other_rates) / 2 - middle)
    within = (rates - other_rates) * (shares + other_shares) / 2
    return mix, within


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

    def without(reason: Reason) -> Decomposition:
        return Decomposition(published.model.id, area, benchmark, measure, published.is_demo, period, reason=reason)

    if area == benchmark:
        return without("same area")
    rows = _rows(connection, published.release, (area, benchmark), measure, sex, age)
    there = [set(rows["period"][rows["area"] == one]) for one in (area, benchmark)]
    if not all(there):
        return without("no data")
    common = there[0] & there[1]
    period = period or max(common, default=None)
    if period not in common:
        return without("no common period")
    at = rows[rows["period"] == period].set_index("segment")
    mine, theirs = (at[at["area"] == one].reindex([*published.model.segment_codes, TOTAL]) for one in (area, benchmark))
    sides = _complete(mine, theirs)
    if sides is None:
        return without("hidden")
    codes, (shares, rates, other_shares, other_rates) = sides
    parts = zip(
        codes,
        *kitagawa(shares, rates, other_shares, other_rates),
        shares,
        other_shares,
        rates,
        other_rates,
        strict=True,
    )
    return Decomposition(
        published.model.id, area, benchmark, measure, published.is_demo, period,
        float(shares @ rates), float(other_shares @ other_rates),
        tuple(Part(str(code), *map(float, numbers)) for code, *numbers in parts),
    )  # fmt: skip


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
    keys = ["area", "segment", "period"]
    return means[[*keys, "mean"]].merge(sizes[[*keys, "share"]], on=keys)


def _complete(
    mine: pd.DataFrame, theirs: pd.DataFrame
) -> tuple[list[str], tuple[Floats, Floats, Floats, Floats]] | None:
    """Codes and numbers of both sides with shares that sum to 1; None where what is hidden cannot be taken together."""
    figures = [side[["share", "mean"]].drop(TOTAL).to_numpy(float) for side in (mine, theirs)]
    whole = [float(side["mean"].to_numpy(float)[-1]) for side in (mine, theirs)]
    shown = ~np.isnan(np.hstack(figures)).any(axis=1)
    codes = [str(code) for code in mine.index[:-1][shown]]
    if shown.all():
        # What rounding in the file left over is shared out.
        (shares, rates), (others, other_rates) = ((one[:, 0] / one[:, 0].sum(), one[:, 1]) for one in figures)
        return codes, (shares, rates, others, other_rates)
    sides = [_with_rest(one[shown], mean) for one, mean in zip(figures, whole, strict=True)]
    if any(one is None for one in sides):
        return None
    (shares, rates), (others, other_rates) = (one for one in sides if one is not None)
    return [*codes, REST], (shares, rates, others, other_rates)


def _with_rest(figures: Floats, mean: float) -> tuple[Floats, Floats] | None:
    """Shares and means of the groups that show, and of the others together, which follow from the area's own mean."""
    shares, rates = figures.T
    rest = 1 - shares.sum()
    if np.isnan(mean) or rest < LEAST_SHARE:
        return None
    return np.append(shares, rest), np.append(rates, (mean - shares @ rates) / rest)
