"""What returns every year in months and quarters: whether it is there, and how much of each value it is (METHODS 4)."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

PER_YEAR = {"month": 12, "quarter": 4, "year": 1}
YEARS = 2
STRONG = 0.64  # as in forecast::nsdiffs (Hyndman)
SURE = 0.01


def season(values: Numbers, per_year: int) -> Numbers | None:
    """The part of each value that returns every year; None where there is none, or fewer than two full years.

    STL with one season for all years, robust. Two conditions: the seasonal strength of Wang, Smith & Hyndman (2006),
    which in two years chance alone often reaches, and an F test of the part of the year on the values without their
    trend, which a weak season passes in a long series. `values`: without gaps, oldest first.
    """
    if per_year == 1 or len(values) < YEARS * per_year or not np.ptp(values) > 0:
        return None
    seasonal, rest = _decomposed(values, per_year)
    detrended = seasonal + rest
    if np.var(rest) > (1 - STRONG) * np.var(detrended):
        return None
    return seasonal if _chance(detrended, per_year) <= SURE else None


def _decomposed(values: Numbers, per_year: int) -> tuple[Numbers, Numbers]:
    from statsmodels.tsa.seasonal import STL  # takes seconds to load: only where it is used

    span = 10 * len(values) + 1  # so wide that every year has the same season
    model = STL(values, period=per_year, seasonal=span, seasonal_deg=0, seasonal_jump=len(values), robust=True)
    parts = model.fit(inner_iter=1, outer_iter=5)  # Cleveland et al. 1990 for robust fits
    return np.asarray(parts.seasonal), np.asarray(parts.resid)


def _chance(detrended: Numbers, per_year: int) -> float:
    """How likely values that differ this much between the parts of the year are by chance alone."""
    from scipy import special  # slow to load: only where it is used

    part = np.arange(len(detrended)) % per_year
    sizes = np.bincount(part)
    means = np.bincount(part, detrended) / sizes
    between = float(sizes @ (means - detrended.mean()) ** 2) / (per_year - 1)
    freedom = len(detrended) - per_year
    within = float(((detrended - means[part]) ** 2).sum()) / freedom
    return 0.0 if within <= 1e-12 * between else float(special.fdtrc(per_year - 1, freedom, between / within))
