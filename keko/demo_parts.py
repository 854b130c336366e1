"""Demo figures of parts that make up a whole: ages, levels of education, main activities, groups in work."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from keko.data.arrays import Floats


@dataclass(frozen=True)
class Share:
    """One part: its share in 2010 beside the others' (they need not make 100), its change a year, how much larger it is
    in harder-pressed areas and among men (both on the log scale)."""

    level: float
    trend: float = 0.0
    spread: float = 0.0
    male: float = 0.0


def divided(
    whole: Floats, shares: Mapping[str, Share], pattern: Floats, moments: Floats, random: np.random.Generator
) -> dict[str, Floats]:
    """`whole` persons divided among the parts: arrays of men and women, municipality, period, as `pattern` is.

    `pattern`: how hard-pressed each is; `moments`: years.
    """
    weights = np.stack(
        [
            (one.level + one.trend * (moments - 2010)).clip(0.1)
            * np.exp(one.spread * pattern + np.array([one.male, -one.male])[:, None, None] / 2)
            for one in shares.values()
        ],
        axis=-1,
    )
    drawn = random.multinomial(whole.astype(int), weights / weights.sum(axis=-1, keepdims=True))
    return {name: drawn[..., place].astype(float) for place, name in enumerate(shares)}


def taking_part(
    sizes: Mapping[str, Floats],
    odds: Mapping[str, float],
    working: Floats,
    everyone: Floats,
    random: np.random.Generator,
) -> dict[str, tuple[Floats, Floats]]:
    """Of every group those in work and all of it, so that together they are `working` and `everyone`.

    `odds`: how much a group's log odds of work differ from everybody's; the last group takes what is left.
    """
    found: dict[str, tuple[Floats, Floats]] = {}
    rate = np.log((working + 0.5) / (everyone - working + 0.5))
    in_work, people = working, everyone
    *named, last = odds
    for name in named:
        size = sizes[name]
        drawn = random.binomial(size.astype(int), 1 / (1 + np.exp(-rate - odds[name]))).astype(float)
        count = np.clip(drawn, np.maximum(0, in_work - (people - size)), np.minimum(size, in_work))
        found[name] = count, size
        in_work, people = in_work - count, people - size
    return {**found, last: (in_work, people)}
