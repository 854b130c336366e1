"""When could we know? The smallest change that could be told from chance, and when an agreed path could show (METHODS 10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil, inf, sqrt
from typing import Literal, NamedTuple

from keko.data.periods import frequency, later, position
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.levels import without_season
from keko.indicators.over_time.trend import since_break
from keko.indicators.over_time.yearly_variation import (
    FEWEST,
    Spread,
    error_of_change,
    judged_as,
    same_season,
    spread_of,
)
from keko.indicators.scale import Z95, scaled, standard_error, unscaled
from keko.indicators.series import Point, Series

Basis = Literal["with intervals", "yearly values"]
Reason = Literal["no figures", "few years", "no change"]

Z80 = 0.8416212335729143  # power of 80 %
MOST_TOGETHER = 5  # years whose mean is thought of
FURTHEST = 30  # years that are looked ahead


class Chance(NamedTuple):
    """What moves a figure though nothing has changed, on the scale of `judged_as`.

    `start`, `end`: standard errors of the values at both ends; `years`: τ². `basis`: whether these are told apart, or all that
    moves yearly values is in τ² since they come without intervals. `is_pooled`: whether τ² is that of the level's areas.
    """

    start: float
    end: float
    years: float
    basis: Basis
    is_pooled: bool = False

    def smallest_change(self, together: int = 1) -> float:
        """Told from chance at 95 % with power 80 %: (1.960 + 0.842) · √(se₀² + se₁² + 2τ²), of means of `together` years or months."""
        return (Z95 + Z80) * error_of_change(self.start, self.end, self.years) / sqrt(together)


@dataclass(frozen=True)
class Knowable:
    """When a path from `start` to `end`, in the indicator's unit, could be told from chance. Never that it will.

    `smallest`: the smallest change that could, towards the end. `shows`: the first period of the path that could, None where
    none does. What would help where none does: `same_pace`, the period by which going on at the same pace could show;
    `together`, how many years at the end and as many at the start have means that could be told apart; `persons`, how many
    times as many persons would do, None where no number of them would, for figures vary from year to year by more than that.
    `reason`: why nothing can be said.
    """

    start: float
    end: float
    smallest: float | None = None
    shows: str | None = None
    same_pace: str | None = None
    together: int | None = None
    persons: float | None = None
    chance: Chance | None = None
    reason: Reason | None = None


def knowable(
    item: Indicator,
    series: Series,
    start: float,
    planned: Sequence[tuple[str, float]],
    breaks: Iterable[date] = (),
    level: Spread | None = None,
) -> Knowable:
    """When a path that leads from `start` through `planned`, periods and values in their order, could be told from chance.

    `item`, `series`: in the form in which areas are compared where that has the same unit: it has intervals more often.
    `level`: of the level's areas together (`pooled`), for an area with fewer than six years of its own.
    """
    end = planned[-1][1] if planned else start
    bare = Knowable(start, end)
    points = without_season(item, since_break(series.valued, breaks)) if series.valued else ()
    if not points:
        return replace(bare, reason="no figures")
    if end == start:
        return replace(bare, reason="no change")
    judged = judged_as(item, start, end)
    chance = _chance(judged, replace(series, points=points), level)
    if chance is None:
        return replace(bare, reason="few years")
    return _told(judged, points[-1], bare, planned, chance)


def _chance(item: Indicator, series: Series, level: Spread | None) -> Chance | None:
    """Of the newest point; that at the end is taken to be as sure as it."""
    yearly = same_season(series)
    error = standard_error(item, yearly[-1])
    own = spread_of(item, yearly) if len(yearly) >= FEWEST else None
    spread = own or level
    if spread is None:
        return None
    if error is None or spread.sampling is None:
        return Chance(0.0, 0.0, spread.variance, "yearly values", own is None)
    return Chance(error, error, spread.beyond_sampling, "with intervals", own is None)


def _told(
    item: Indicator, newest: Point, bare: Knowable, planned: Sequence[tuple[str, float]], chance: Chance
) -> Knowable:
    def on_scale(value: float) -> float:
        return scaled(item, newest._replace(value=value))

    start, least = on_scale(bare.start), chance.smallest_change()
    wanted, sign = on_scale(bare.end) - start, 1 if bare.end > bare.start else -1
    shows = next((period for period, value in planned if sign * (on_scale(value) - start) >= least), None)
    told = replace(
        bare, smallest=sign * (unscaled(item, start + sign * least) - bare.start), shows=shows, chance=chance
    )
    if shows:
        return told
    yearly = frequency(planned[-1][0]) == "year"
    return replace(
        told,
        same_pace=_same_pace(bare, planned, sign * (told.smallest or inf)),
        together=_together(chance, abs(wanted)) if yearly else None,
        persons=_persons(chance, abs(wanted)),
    )


def _same_pace(bare: Knowable, planned: Sequence[tuple[str, float]], least: float) -> str | None:
    """When a line at the pace of the whole path is as far as the smallest change, unless in decades."""
    last = planned[-1][0]
    per_year = {"year": 1, "quarter": 4, "month": 12}[frequency(last)]
    steps = (
        abs(least) / abs(bare.end - bare.start) * len(planned)
    )  # of a tiny change more than there are years to write
    if not steps <= FURTHEST * per_year + 1:
        return None
    found = later(last, ceil(steps - 1e-9) - len(planned))
    return found if position(found) - position(planned[0][0]) <= FURTHEST * per_year else None


def _together(chance: Chance, wanted: float) -> int | None:
    return next((k for k in range(2, MOST_TOGETHER + 1) if chance.smallest_change(k) <= wanted), None)


def _persons(chance: Chance, wanted: float) -> float | None:
    """How many times as many: sampling variance falls as persons grow, that of years does not."""
    room = (wanted / (Z95 + Z80)) ** 2 - 2 * chance.years
    sampling = chance.start**2 + chance.end**2
    return sampling / room if room > 0 and sampling > 0 else None
