"""Then and now: what has become of a figure that was decided on, told with its chance (METHODS 10)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from math import hypot, sqrt
from typing import Literal

from keko.data.periods import last_month
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.levels import without_season
from keko.indicators.over_time.trend import since_break
from keko.indicators.over_time.yearly_variation import (
    FEWEST,
    error_of_change,
    judged_as,
    pooled,
    same_season,
    spread_of,
)
from keko.indicators.scale import Z95, scaled, standard_error, unscaled
from keko.indicators.series import Point, Series

Direction = Literal["higher", "lower"]
Outcome = Literal[
    "moved as meant", "moved the other way", "cannot be told from chance", "no new figures", "cannot be judged"
]
Reason = Literal["hidden", "newer hidden", "left out", "break in series", "no interval", "few years", "demo"]


@dataclass(frozen=True)
class ThenAndNow:
    """What a figure was and is.

    `then`: as it stands today where it has been revised since (`is_revised`); `now`: the newest, None where nothing newer
    has come, and `next_due` tells when it may. `difference` and its 95 % limits: in the indicator's unit, of months and
    quarters without their season; limits only where they are known. `reason`: why it cannot be judged.
    """

    outcome: Outcome
    then: Point
    now: Point | None = None
    difference: float | None = None
    lower: float | None = None
    upper: float | None = None
    is_revised: bool = False
    next_due: date | None = None
    reason: Reason | None = None


def then_and_now(
    item: Indicator,
    seen: Point,
    series: Series,
    meant: Direction,
    breaks: Iterable[date] = (),
    years: float | None = None,
    next_due: date | None = None,
) -> ThenAndNow:
    """What has become of `seen`, the point that was decided on, in `series` as it is today.

    `item`, `series`: best in the form in which areas are compared, which has intervals more often. `meant`: which way it
    should go. `breaks`: days on which the series is broken. `years`: τ² of the level's areas, on the scale of `judged_as`,
    for an area with fewer than six years of its own.
    """
    then = series.at(seen.period)
    if then is None:  # what readers do not see any more is not told again
        gone = seen._replace(value=None, lower=None, upper=None, numerator=None, denominator=None)
        return ThenAndNow("cannot be judged", gone, next_due=next_due, reason="left out")
    bare = ThenAndNow("cannot be judged", then, is_revised=then.value != seen.value, next_due=next_due)
    now, newest = series.latest, series.points[-1]
    if then.value is None:
        return replace(bare, reason="hidden")
    if now is None or last_month(now.period) <= last_month(then.period):
        if last_month(newest.period) > last_month(then.period):
            return replace(bare, reason="newer hidden")
        return replace(bare, outcome="no new figures")
    bare = replace(bare, now=now, difference=(now.value or 0.0) - then.value, next_due=None)
    if since_break([then, now], breaks) != [then, now]:
        return replace(bare, reason="break in series")
    return _judged(item, series, bare, meant, breaks, years)


def years_of_level(item: Indicator, seen: Point, others: Iterable[Series]) -> float | None:
    """τ² of the level's other areas, as it was known when `seen` was the newest."""
    spread = pooled(judged_as(item, seen.value or 0.0), [series.until(seen.period) for series in others])
    return spread.beyond_sampling if spread else None


def _judged(
    item: Indicator,
    series: Series,
    bare: ThenAndNow,
    meant: Direction,
    breaks: Iterable[date],
    years: float | None,
) -> ThenAndNow:
    """With limits where both ends have an interval, and the verdict that follows from them."""
    level = without_season(item, since_break(series.valued, breaks))
    points = {point.period: point for point in level}
    then, now = points.get(bare.then.period, bare.then), points[series.valued[-1].period]
    bare = replace(bare, difference=(now.value or 0.0) - (then.value or 0.0))
    if any(end is None for point in (then, now) for end in (point.lower, point.upper)):
        return replace(bare, reason="no interval")
    judged = judged_as(item, then.value or 0.0, now.value or 0.0)
    own = _variance_until(judged, replace(series, points=level), then.period)
    usual = own if own is not None else 0.0 if years is None and item.kind == "median" else years
    if usual is None:
        return replace(bare, reason="few years")
    lower, upper = (_median_limits if item.kind == "median" else _limits)(judged, then, now, usual)
    if lower <= 0 <= upper:
        return replace(bare, outcome="cannot be told from chance", lower=lower, upper=upper)
    as_meant = (lower > 0) == (meant == "higher")
    return replace(bare, outcome="moved as meant" if as_meant else "moved the other way", lower=lower, upper=upper)


def _variance_until(item: Indicator, series: Series, period: str) -> float | None:
    """τ² as it was known when it was decided: what has moved since is judged by it and no part of it."""
    yearly = same_season(series.until(period))
    spread = spread_of(item, yearly) if len(yearly) >= FEWEST else None
    return spread.beyond_sampling if spread else None


def _limits(item: Indicator, then: Point, now: Point, years: float) -> tuple[float, float]:
    """Of the difference, ± 1.96 √(se₀² + se₁² + 2τ²) on the scale it is judged on, from `then`."""
    before, after = (standard_error(item, point) or 0.0 for point in (then, now))
    half = Z95 * error_of_change(before, after, years)
    moved, start = scaled(item, now), then.value or 0.0
    return unscaled(item, moved - half) - start, unscaled(item, moved + half) - start


def _median_limits(item: Indicator, then: Point, now: Point, years: float) -> tuple[float, float]:
    """MOVER on the limits from order statistics, widened by how much years vary."""
    difference, usual = (now.value or 0.0) - (then.value or 0.0), Z95 * sqrt(2 * years)
    below = hypot((now.value or 0.0) - (now.lower or 0.0), (then.upper or 0.0) - (then.value or 0.0), usual)
    above = hypot((now.upper or 0.0) - (now.value or 0.0), (then.value or 0.0) - (then.lower or 0.0), usual)
    return difference - below, difference + above
