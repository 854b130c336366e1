"""Then and now: how far a figure is from that of some years earlier, and could that be told from chance (METHODS 10)."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from math import hypot
from typing import Literal, NamedTuple

from keko.data.periods import years_before
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.comparison import in_persons
from keko.indicators.over_time.trend import since_break
from keko.indicators.over_time.yearly_variation import error_of_change, same_season, variance_of_years
from keko.indicators.scale import Z95, scaled, standard_error
from keko.indicators.series import Point, Series
from keko.indicators.situation import Standing

ChangeVerdict = Literal["improved", "worsened", "risen", "fallen", "no clear change", "cannot be judged"]

YEARS = (1, 3)  # over which changes are told: since last year, and beyond a single year's luck


class Change(NamedTuple):
    """From the same period `years` earlier, `since`, to the newest value, in the unit in which figures are published.

    `verdict`: whether the change is beyond chance in the sample and the usual movement from year to year, or went one way
    in every one of several years, `every_year`; turned by the indicator's polarity. `persons`: how many persons of the area
    a change in a share or in a count of persons corresponds to; None where that is not known.
    """

    years: int
    since: str
    before: float
    difference: float
    verdict: ChangeVerdict = "cannot be judged"
    every_year: bool = False
    persons: float | None = None

    @property
    def is_real(self) -> bool:
        """Whether a change is shown."""
        return self.verdict not in {"no clear change", "cannot be judged"}


def change(standing: Standing, years: int = 1, breaks: Iterable[date] = ()) -> Change | None:
    """Of the standing's own area over `years`, if there is a value for it.

    The verdict is that of the form in which areas are compared, which has limits more often; a count that grew while it
    fell per resident has none. Nothing is judged over one of `breaks`.
    """
    bare = _difference(standing.own, years)
    if bare is None:
        return None
    form = standing.as_compared
    judged = _difference(form.own, years)
    if judged is None or judged.difference * bare.difference <= 0:
        return bare._replace(verdict="cannot be judged" if bare.difference else "no clear change")
    yearly = since_break(same_season(form.own), breaks)
    verdict, every_year = _verdict(form.item, yearly, years), _goes_one_way(form.item, yearly, years)
    if every_year and verdict in {"no clear change", "cannot be judged"}:
        verdict = "risen" if judged.difference > 0 else "fallen"
    return bare._replace(
        verdict=_turned(verdict, standing.item), every_year=every_year, persons=_persons(standing, bare)
    )


def changes(standing: Standing, breaks: Sequence[date] = ()) -> list[Change]:
    """Over each of `YEARS`, the shortest first, as far as there are values."""
    found = (change(standing, years, breaks) for years in YEARS)
    return [each for each in found if each is not None]


def _difference(series: Series, years: int) -> Change | None:
    now = series.latest
    then = series.at(years_before(now.period, years)) if now else None
    if now is None or now.value is None or then is None or then.value is None:
        return None
    return Change(years, then.period, then.value, now.value - then.value)


def _verdict(item: Indicator, yearly: Sequence[Point], years: int) -> ChangeVerdict:
    """Which way the figure has gone, where its difference is beyond 1.96 · √(se₀² + se₁² + 2τ²)."""
    then, usual = _then(yearly, years), variance_of_years(item, yearly)
    if then is None or usual is None:
        return "cannot be judged"
    before, now = (standard_error(item, point) or 0.0 for point in (then, yearly[-1]))
    limit = Z95 * error_of_change(before, now, usual)
    difference = scaled(item, yearly[-1]) - scaled(item, then)
    if abs(difference) <= limit:
        return "no clear change"
    return "risen" if difference > 0 else "fallen"


def _goes_one_way(item: Indicator, yearly: Sequence[Point], years: int) -> bool:
    """Whether each of several years went the same way as far as the figures show it, and their sum is beyond samples' chance.

    A figure that only varies goes one way for three years, for the worse, once in 24 times. Where a point's error is not
    known, chance in its sample counts as none.
    """
    then, steps = _then(yearly, years), yearly[-years - 1 :]
    if then is None or years < 2 or len(steps) <= years or steps[0] is not then:
        return False
    moves = [round((now.value or 0.0) - (before.value or 0.0), item.decimals) for before, now in pairwise(steps)]
    errors = [standard_error(item, point) or 0.0 for point in (then, yearly[-1])]
    difference = scaled(item, yearly[-1]) - scaled(item, then)
    return all(moves) and len({move > 0 for move in moves}) == 1 and abs(difference) > Z95 * hypot(*errors)


def _then(yearly: Sequence[Point], years: int) -> Point | None:
    """The point that lies `years` before the last one, if there is one."""
    wanted = years_before(yearly[-1].period, years) if yearly else ""
    return next((point for point in yearly if point.period == wanted), None)


def _turned(verdict: ChangeVerdict, item: Indicator) -> ChangeVerdict:
    if item.polarity == "none" or verdict not in {"risen", "fallen"}:
        return verdict
    return "improved" if (verdict == "risen") == (item.polarity == "higher") else "worsened"


def _persons(standing: Standing, bare: Change) -> float | None:
    """Of a share of persons the change times those it is a share of now; of a count of persons the change itself."""
    form = standing.as_compared
    if form.item.counted is not None:
        return abs(bare.difference) if form.item.counted == "persons" else None
    return in_persons(form.item, form.own.latest, bare.difference) if form.own.latest else None
