"""Two ways to go on as before, with limits that widen with time (METHODS 6): a random walk, and a trend of the last years."""

from typing import Literal, NamedTuple

import numpy as np

from keko.data.arrays import Floats, Integers
from keko.indicators.over_time.season import repeated, season

Model = Literal["walk", "local trend"]

NOMINAL = 0.95
LOCAL = 3  # changes that tell which way a local trend goes
DAMPED = 0.9  # what is left of it from one period to the next (Gardner & McKenzie 1985)


class Limits(NamedTuple):
    """The values expected and their 95 % limits, one period ahead and further, on the scale of the values."""

    expected: Floats
    lower: Floats
    upper: Floats
    has_season: bool


def go_on(model: Model, values: Floats, per_year: int, horizon: int) -> Limits:
    """`horizon` periods after `values`, which are without gaps, the oldest first, at least eight."""
    return walk(values, per_year, horizon) if model == "walk" else local_trend(values, horizon)


def walk(values: Floats, per_year: int, horizon: int) -> Limits:
    """Random walk with drift (Hyndman & Athanasopoulos 2021, 5.2) on the values without their season.

    A season is added back as it was a year before; it costs its degrees of freedom.
    """
    seasonal = season(values, per_year)
    plain = values if seasonal is None else values - repeated(seasonal, 0, len(values))
    changes = np.diff(plain)
    freedom = len(changes) - (1 if seasonal is None else per_year)
    steps = np.arange(1, horizon + 1)
    expected, variance = plain[-1] + changes.mean() * steps, steps * (1 + steps / len(changes))
    if seasonal is not None:
        expected = expected + repeated(seasonal, len(values), horizon)
        variance = variance + _season_variance(steps, per_year, len(values))
    error = np.sqrt(((changes - changes.mean()) ** 2).sum() / freedom * variance)
    return _limits(expected, error, np.full(horizon, float(freedom)), seasonal is not None)


def local_trend(values: Floats, horizon: int) -> Limits:
    """The mean of the last three changes, damped: for what moves more smoothly than any walk, such as population.

    Limits from the errors that the same rule has made earlier in the series at each distance. Errors at distance h overlap:
    only one in h counts as a degree of freedom.
    """
    weights = np.cumsum(DAMPED ** np.arange(1, horizon + 1))
    origins = np.arange(LOCAL, len(values))  # the last point known
    drifts = (values[origins] - values[origins - LOCAL]) / LOCAL
    ahead = values[origins, None] + drifts[:, None] * weights
    error, freedom = np.empty(horizon), np.empty(horizon)
    for step in range(1, horizon + 1):
        missed = values[LOCAL + step :] - ahead[: len(values) - LOCAL - step, step - 1]
        error[step - 1] = np.sqrt((missed**2).mean() * (1 + 1 / len(missed)))
        freedom[step - 1] = max(len(missed) / step, 1.0)
    return _limits(ahead[-1], error, freedom, has_season=False)


def _limits(expected: Floats, error: Floats, freedom: Floats, has_season: bool) -> Limits:
    from scipy import special  # slow to load: only where it is used

    half = special.stdtrit(freedom, 0.5 + NOMINAL / 2) * error
    return Limits(expected, expected - half, expected + half, has_season)


def _season_variance(steps: Integers, per_year: int, n: int) -> Floats:
    """What not knowing the season adds, in variances of a change.

    The season's difference over `steps` is a mean of n / per_year differences whose sum over a year is nought: Brownian
    bridges.
    """
    part = steps % per_year
    return part * (per_year - part) / n
