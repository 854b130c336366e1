"""What returns every year in months and quarters: whether it is there, and how large it is (METHODS 4)."""

from functools import lru_cache

import numpy as np

from keko.data.arrays import Flags, Floats

PER_YEAR = {"month": 12, "quarter": 4, "year": 1}
YEARS = 2
STRONG = 0.64  # as in forecast::nsdiffs (Hyndman)
SURE = 0.01
OUTLIER = 4.0  # deviations
LONG = 48  # values
JUMPS = 6  # a year: smooth so often and join by lines, as R does; twice as fast (Cleveland et al. 1990, 3.9)


def season(values: Floats, per_year: int) -> Floats | None:
    """What returns every year: as many numbers as a year has parts, beginning with the part of `values[0]`.

    None where nothing does, or in fewer than two full years. STL with one season for all years, robust. Two conditions:
    the seasonal strength of Wang, Smith & Hyndman (2006), which in two years chance alone often reaches, and an F test of
    the part of the year on the values without their trend, which a weak season passes in a long series. `values`: without
    gaps, oldest first.
    """
    if per_year == 1 or len(values) < YEARS * per_year or not np.ptp(values) > 0:
        return None
    return _season(tuple(values.tolist()), per_year)


@lru_cache(maxsize=256)  # the chart of a series and its forecast ask for the same season one after the other
def _season(numbers: tuple[float, ...], per_year: int) -> Floats | None:
    values = np.array(numbers)
    seasonal, rest = _decomposed(values, per_year)
    usual = _usual(rest) if len(values) >= LONG else np.ones(len(values), dtype=bool)
    detrended = seasonal + rest
    if np.var(rest[usual]) > (1 - STRONG) * np.var(detrended[usual]):
        return None
    return seasonal[:per_year] if _chance(detrended, usual, per_year) <= SURE else None


def repeated(seasonal: Floats, first: int, count: int) -> Floats:
    """A season over `count` periods, of which the first is `first` periods after that with which the season begins."""
    return seasonal[(first + np.arange(count)) % len(seasonal)]


def _usual(rest: Floats) -> Flags:
    """Which values are no outliers: a shock, such as the spring of 2020, must not hide the season of all other years.

    In fewer values the season fits most values too well to tell.
    """
    middle = np.median(rest)
    deviation = np.median(np.abs(rest - middle)) / 0.6745  # of normal values, their standard deviation
    usual: Flags = np.abs(rest - middle) <= OUTLIER * deviation + 1e-12
    return usual


def _decomposed(values: Floats, per_year: int) -> tuple[Floats, Floats]:
    from statsmodels.tsa.seasonal import STL  # takes seconds to load: only where it is used

    span = 10 * len(values) + 1  # so wide that every year has the same season
    jump = max(1, per_year // JUMPS)
    model = STL(
        values, period=per_year, seasonal=span, seasonal_deg=0, robust=True,
        seasonal_jump=len(values), trend_jump=jump, low_pass_jump=jump,
    )  # fmt: skip
    fit = model.fit(inner_iter=1, outer_iter=5)  # Cleveland et al. 1990 for robust fits
    return np.asarray(fit.seasonal), np.asarray(fit.resid)


def _chance(detrended: Floats, usual: Flags, per_year: int) -> float:
    """How likely values that differ this much between the parts of the year are by chance alone."""
    from scipy import special  # slow to load: only where it is used

    part, detrended = (np.arange(len(detrended)) % per_year)[usual], detrended[usual]
    sizes = np.bincount(part, minlength=per_year)
    means = np.bincount(part, detrended, minlength=per_year) / np.maximum(sizes, 1)
    between = float(sizes @ (means - detrended.mean()) ** 2) / (per_year - 1)
    freedom = len(detrended) - per_year
    if freedom < 1:
        return 1.0
    within = float(((detrended - means[part]) ** 2).sum()) / freedom
    return 0.0 if within <= 1e-12 * between else float(special.fdtrc(per_year - 1, freedom, between / within))
