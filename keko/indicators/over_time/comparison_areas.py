"""What an area's figure would have been had it gone on like comparison areas, and how unusual the difference is (METHODS 7).

Synthetic control: Abadie, Diamond & Hainmueller 2010, J Am Stat Assoc 105:493–505, fitted to every period before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

import numpy as np

from keko.data.areas import Areas
from keko.data.arrays import Flags, Floats
from keko.data.periods import first_day
from keko.indicators.series import Point, Series

Reason = Literal["hits every area", "too few points before", "no points after", "too few comparison areas"]

BEFORE = 10  # periods
LEAST_AREAS = 9  # so that the most unusual of all is one of ten at least


class ComparedPoint(NamedTuple):
    """A period: the area's value, that of the weighted comparison areas, in the indicator's unit."""

    period: str
    value: float
    comparison: float
    after: bool

    @property
    def difference(self) -> float:
        """The area's value less that of the comparison areas."""
        return self.value - self.comparison


@dataclass(frozen=True)
class Divergence:
    """Difference from comparison areas. `reason`: why there is none.

    `weights`: by comparison area, summing to one, noughts included. `fit`: root mean square difference before.
    `rank` of `ranked`: the area's place, 1 the most unusual, among itself and every comparison area judged in the same
    way, by how much larger the differences are after than before.
    """

    area: str
    points: tuple[ComparedPoint, ...] = ()
    weights: tuple[tuple[str, float], ...] = ()
    fit: float | None = None
    rank: int | None = None
    ranked: int = 0
    reason: Reason | None = None

    @property
    def mean_difference(self) -> float | None:
        """The mean of the differences after, in the indicator's unit."""
        after = [point.difference for point in self.points if point.after]
        return sum(after) / len(after) if after else None

    def weighted(self, own: Series) -> Series:
        """The figures of the weighted comparison areas, in the place of those of `own`, the area's series."""
        return _computed(own, [(point.period, point.comparison) for point in self.points])

    def differences(self, own: Series) -> Series:
        """The area's figures less those of the comparison areas, in the place of those of `own`, the area's series."""
        return _computed(own, [(point.period, point.difference) for point in self.points])


def _computed(own: Series, values: Sequence[tuple[str, float]]) -> Series:
    nothing = Point("", None, None, None, None, None, None, None, None, "estimated", None, "computed", None, None, None)
    return replace(own, points=tuple(nothing._replace(period=period, value=value) for period, value in values))


def apart_from(area: str, codes: Sequence[str], areas: Areas) -> list[str]:
    """Those of `codes` that have no municipality in common with `area`."""
    return [code for code in codes if not areas.municipalities(code) & areas.municipalities(area)]


def difference_from_comparison_areas(
    series: Series, others: Sequence[Series], day: date, everywhere: bool
) -> Divergence:
    """How the area differs from comparison areas since `day`, if the conditions hold.

    `others`: of areas declared in advance, without municipalities in common with the area; those that lack a value in
    one of its periods are left out. `everywhere`: the event hit every area at once. A period is after where it begins
    on or after `day`.
    """
    values = _values(series)
    after = np.array([first_day(period) >= day for period in values], dtype=bool)
    complete = {other.area: known for other in others if values.keys() <= (known := _values(other)).keys()}
    donors = {area: known for area, known in complete.items() if area != series.area}
    reason = _refusal(everywhere, after, len(donors))
    if reason:
        return Divergence(series.area, reason=reason)
    own = np.array(list(values.values()))
    table = np.array([[donor[period] for donor in donors.values()] for period in values])
    weights = _weights(own[~after], table[~after])
    comparison = table @ weights
    points = [
        ComparedPoint(*row) for row in zip(values, own.tolist(), comparison.tolist(), after.tolist(), strict=True)
    ]
    unusual = _unusual(own - comparison, after)
    placebos = [_placebo(table, number, after) for number in range(len(donors))]
    return Divergence(
        series.area,
        tuple(points),
        tuple(zip(donors, weights.tolist(), strict=True)),
        _size((own - comparison)[~after]),
        1 + sum(placebo >= unusual for placebo in placebos),
        1 + len(donors),
    )


def _values(series: Series) -> dict[str, float]:
    return {point.period: point.value for point in series.points if point.value is not None}


def _refusal(everywhere: bool, after: Flags, donors: int) -> Reason | None:
    if everywhere:
        return "hits every area"
    if int((~after).sum()) < BEFORE:
        return "too few points before"
    if not after.any():
        return "no points after"
    return "too few comparison areas" if donors < LEAST_AREAS else None


def _weights(own: Floats, others: Floats) -> Floats:
    """Weights of at least nought, summing to one, whose mean of `others` is nearest to `own` (least squares).

    As they sum to one, the distance is that of a weighted mean of others − own from nought. Non-negative least squares
    with a row that asks for the sum gives its direction exactly, whatever the scale (Wolfe 1976; Lawson & Hanson 1974).
    """
    from scipy.optimize import nnls  # slow to load: only where it is used

    apart = others - own[:, None]
    scale = np.abs(apart).max() or 1.0
    weights, _ = nnls(np.vstack([apart / scale, np.ones(apart.shape[1])]), np.append(np.zeros(len(own)), 1.0))
    return np.asarray(weights / weights.sum())


def _placebo(table: Floats, number: int, after: Flags) -> float:
    """How unusual one comparison area is beside the others."""
    own, others = table[:, number], np.delete(table, number, axis=1)
    return _unusual(own - others @ _weights(own[~after], others[~after]), after)


def _unusual(differences: Floats, after: Flags) -> float:
    """How much larger differences are after than before (ratio of root mean squares)."""
    before, since = _size(differences[~after]), _size(differences[after])
    return since / before if before else np.inf if since else 0.0


def _size(differences: Floats) -> float:
    return float(np.sqrt(np.mean(differences**2)))
