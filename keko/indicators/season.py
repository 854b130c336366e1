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

    STL with one season for all years, robust. Two conditions, as each alone calls too many series seasonal: the
    seasonal strength of Wang, Smith & Hyndman (2006), which two years of chance alone often reach, and an F test of
    the part of the year on the changes from one value to the next, which weak seasons pass.
    `values`: without gaps, oldest first.
    """
    if per_year == 1 or len(values) < YEARS * per_year or not np.ptp(values) > 0 or _chance(values, per_year) > SURE:
        return None
    seasonal, rest = _decomposed(values, per_year)
    strength = 1 - np.var(rest) / np.var(seasonal + rest)
    return seasonal if strength >= STRONG else None


def _decomposed(values: Numbers, per_year: int) -> tuple[Numbers, Numbers]:
    from statsmodels.tsa.seasonal import STL  # takes seconds to load: only where it is used

    span = 10 * len(values) + 1  # so wide that every year has the same season
    model = STL(values, period=per_year, seasonal=span, seasonal_deg=0, seasonal_jump=len(values), robust=True)
    parts = model.fit(inner_iter=1, outer_iter=5)  # Cleveland et al. 1990 for robust fits
    return np.asarray(parts.seasonal), np.asarray(parts.resid)


def _chance(values: Numbers, per_year: int) -> float:
    """How likely changes that differ this much between the parts of the year are by chance alone."""
    from scipy import special  # slow to load: only where it is used

    changes, part = np.diff(values), np.arange(1, len(values)) % per_year
    sizes = np.bincount(part, minlength=per_year)
    means = np.bincount(part, changes, per_year) / sizes
    between = float(sizes @ (means - changes.mean()) ** 2) / (per_year - 1)
    freedom = len(changes) - per_year
    within = float(((changes - means[part]) ** 2).sum()) / freedom
    if within <= 1e-12 * between:
        return 0.0
    return float(special.fdtrc(per_year - 1, freedom, between / within))
