"""Has a yearly figure risen or fallen? One verdict from its last five points (METHODS 4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Literal, NamedTuple

from keko.data.areas import Areas
from keko.data.periods import first_day, frequency, position
from keko.indicators.catalogue import Indicator
from keko.indicators.scale import scaled, slope_in_unit, standard_error
from keko.indicators.series import Point, Series

TrendVerdict = Literal["risen", "fallen", "no clear change", "too few points"]
Judged = Literal["improved", "worsened"] | TrendVerdict
Basis = Literal["with intervals", "yearly values"]
Reason = Literal["not yearly", "break in series", "short series"]

POINTS = 5
CHI_SQUARE_99_8 = 9.549536  # one degree of freedom
T_95 = 3.182446  # two-sided, POINTS − 2 degrees of freedom


@dataclass(frozen=True)
class Trend:
    """The verdict on a series' last five points, `first` to `last`.

    `judged`: the verdict turned by the indicator's polarity. `slope`: change per year at the end, in the indicator's
    unit. `points`: how many could be used. `basis`: what the slope was judged by, the points' intervals and how they lie
    about the line, or the latter alone; None without a verdict, and `reason` tells why.
    """

    verdict: TrendVerdict
    judged: Judged
    slope: float | None = None
    first: str | None = None
    last: str | None = None
    points: int = 0
    reason: Reason | None = None
    basis: Basis | None = None


def trend(item: Indicator, series: Series, breaks: Iterable[date] = ()) -> Trend:
    """The trend of a yearly series since the last of its `breaks`: what has been, not what goes on.

    Least squares on t = 1 … 5, weights 1/se² where all five points have an interval, else none. A slope counts where it
    passes the t-test on its residuals at 95 % and keeps its sign whichever point is left out; with intervals also only
    where it passes the chi-square test at 99.8 %. Points count one by one, also where a year between them is missing;
    the slope is told per calendar year.
    """
    if item.frequency != "year":
        return _none("not yearly")
    valued = [point for point in series.valued if frequency(point.period) == "year"]
    last_points = since_break(valued, breaks)[-POINTS:]
    if len(last_points) < POINTS:
        return _none("short series" if len(valued) < POINTS else "break in series", len(last_points))
    points, basis = _weighted(item, last_points)
    line, (first, last) = _line(points), (last_points[0].period, last_points[-1].period)
    verdict: TrendVerdict = (
        "no clear change" if not _is_clear(points, line, basis) else "risen" if line.slope > 0 else "fallen"
    )
    steps_per_year = (POINTS - 1) / (position(last) - position(first))
    slope = slope_in_unit(item, line.slope, line.at(POINTS)) * steps_per_year
    return Trend(verdict, _judged(item, verdict), slope, first, last, POINTS, basis=basis)


def breaks_of(area: str, areas: Areas) -> tuple[date, ...]:
    """The days on which another municipality was merged into `area`: its series is broken there."""
    return tuple(sorted(merger.day for merger in areas.successions.values() if merger.new == area))


def since_break(points: Sequence[Point], breaks: Iterable[date]) -> list[Point]:
    """The points that begin on or after the last of `breaks` that the points have reached; all where there is none."""
    if not points:
        return []
    newest = first_day(points[-1].period)
    last = max((day for day in breaks if day <= newest), default=date.min)
    return [point for point in points if first_day(point.period) >= last]


Weighted = tuple[float, float, float]  # t, y, weight


def _weighted(item: Indicator, points: Sequence[Point]) -> tuple[list[Weighted], Basis]:
    """Points by their intervals where all have one, else alike."""
    errors = [error for point in points if (error := standard_error(item, point))]
    basis: Basis = "with intervals" if len(errors) == len(points) else "yearly values"
    weights = [error**-2 for error in errors] if basis == "with intervals" else [1.0] * len(points)
    weighted = enumerate(zip(points, weights, strict=True), 1)
    return [(float(t), scaled(item, point), weight) for t, (point, weight) in weighted], basis


class _Line(NamedTuple):
    """The weighted line through points; `spread`: the weighted sum of squares of t about its mean."""

    slope: float
    mean_t: float
    mean_y: float
    spread: float

    def at(self, t: float) -> float:
        return self.mean_y + self.slope * (t - self.mean_t)


def _line(points: Sequence[Weighted]) -> _Line:
    weight = fsum(w for _, _, w in points)
    mean_t = fsum(w * t for t, _, w in points) / weight
    mean_y = fsum(w * y for _, y, w in points) / weight
    spread = fsum(w * (t - mean_t) ** 2 for t, _, w in points)
    slope = fsum(w * (t - mean_t) * (y - mean_y) for t, y, w in points) / spread
    return _Line(slope, mean_t, mean_y, spread)


def _is_clear(points: Sequence[Weighted], line: _Line, basis: Basis) -> bool:
    chi_square = line.slope**2 * line.spread
    residual = fsum(w * (y - line.at(t)) ** 2 for t, y, w in points) / (len(points) - 2)
    return (
        (basis == "yearly values" or chi_square > CHI_SQUARE_99_8)
        and chi_square > T_95**2 * residual
        and all(_line([*points[:i], *points[i + 1 :]]).slope * line.slope > 0 for i in range(len(points)))
    )


def _judged(item: Indicator, verdict: TrendVerdict) -> Judged:
    if item.polarity == "none" or verdict not in {"risen", "fallen"}:
        return verdict
    return "improved" if (verdict == "risen") == (item.polarity == "higher") else "worsened"


def _none(reason: Reason, points: int = 0) -> Trend:
    return Trend("too few points", "too few points", points=points, reason=reason)
