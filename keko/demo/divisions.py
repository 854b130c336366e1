"""Demo figures of what makes up a whole: ages, levels of education, main activities, groups in work."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from keko.data.arrays import Floats
from keko.demo.draws import Fraction, area_effects, fraction
from keko.demo.few import is_of_an_open_source, with_few_in_the_largest
from keko.demo.municipalities import Municipalities
from keko.demo.plan import Plan, generator, plan_of


@dataclass(frozen=True)
class Share:
    """One category: its share in 2010 beside the others' (they need not make 100), its change a year, how much larger it is
    in harder-pressed areas and among men (both on the log scale)."""

    level: float
    trend: float = 0.0
    spread: float = 0.0
    male: float = 0.0


def divided(indicator: str, plan: Plan, places: Municipalities) -> dict[str, Fraction]:
    """The fraction of every age, category or group of an indicator that divides another; the total too where it has one."""
    assert plan.divides
    everyone = fraction(plan.divides, plan_of(plan.divides), places).numerator
    random = generator(indicator)
    if plan.groups:
        return _groups(plan, everyone, places, random)
    settled = {category: _settled(indicators, places) for category, indicators in plan.settled.items()}
    shares = {category: Share(**values) for category, values in (plan.ages or plan.categories).items()}
    pattern = area_effects(indicator, replace(plan, spread=1.0), places)
    rest = everyone - sum(settled.values())
    drawn = _multinomial(rest, shares, pattern, places.moments, random)
    if is_of_an_open_source(indicator):
        drawn = with_few_in_the_largest(drawn)
    counts = settled | {category: drawn[..., position] for position, category in enumerate(shares)}
    if plan.ages:  # a count: all of them together are one, and nobody is a share of anybody
        counts = {"total": everyone} | counts
    return {category: Fraction(counted, everyone) for category, counted in counts.items()}


def _settled(indicators: list[str], places: Municipalities) -> Floats:
    """The numerators of one indicator, less those of the others."""
    first, *others = (fraction(name, plan_of(name), places).numerator for name in indicators)
    return (first - sum(others)).clip(0)


def _multinomial(
    whole: Floats, shares: Mapping[str, Share], pattern: Floats, moments: Floats, random: np.random.Generator
) -> Floats:
    """`whole` persons divided among the categories: men and women, municipality, period, as `pattern` is, and category.

    `pattern`: how hard-pressed each is; `moments`: years.
    """
    weights = np.stack(
        [
            (share.level + share.trend * (moments - 2010)).clip(0.1)
            * np.exp(share.spread * pattern + np.array([share.male, -share.male])[:, None, None] / 2)
            for share in shares.values()
        ],
        axis=-1,
    )
    return random.multinomial(whole.astype(int), weights / weights.sum(axis=-1, keepdims=True)).astype(float)


def _groups(plan: Plan, everyone: Floats, places: Municipalities, random: np.random.Generator) -> dict[str, Fraction]:
    """Of every group those in work and all of it; the groups of each division make up all, and so do those in work."""
    assert plan.within
    working = fraction(plan.within, plan_of(plan.within), places).numerator
    fractions = {"total": Fraction(working, everyone)}
    for division, odds in plan.groups.items():
        sizes = _sizes(division, odds, plan, everyone, places)
        fractions |= _in_work(sizes, odds, working, everyone, random)
    return fractions


def _sizes(
    division: str, odds: Mapping[str, float], plan: Plan, everyone: Floats, places: Municipalities
) -> dict[str, Floats]:
    """How many persons each group of a division has: as the indicator says that `sizes` names, the last group the rest."""
    indicator = plan.sizes[division]
    plan_of_sizes = plan_of(indicator)
    if plan_of_sizes.divides:
        return {group: counted for group, (counted, _) in divided(indicator, plan_of_sizes, places).items()}
    inside, outside = odds
    counted = np.minimum(fraction(indicator, plan_of_sizes, places).numerator, everyone)
    return {inside: counted, outside: everyone - counted}


def _in_work(
    sizes: Mapping[str, Floats],
    odds: Mapping[str, float],
    working: Floats,
    everyone: Floats,
    random: np.random.Generator,
) -> dict[str, Fraction]:
    """Of every group those in work and all of it, so that together they are `working` and `everyone`.

    `odds`: how much a group's log odds of work differ from everybody's; the last group takes what is left.
    """
    fractions: dict[str, Fraction] = {}
    rate = np.log((working + 0.5) / (everyone - working + 0.5))
    in_work, people = working, everyone
    *groups, last = odds
    for group in groups:
        size = sizes[group]
        employed = random.binomial(size.astype(int), 1 / (1 + np.exp(-rate - odds[group]))).astype(float)
        employed = np.clip(employed, np.maximum(0, in_work - (people - size)), np.minimum(size, in_work))
        fractions[group] = Fraction(employed, size)
        in_work, people = in_work - employed, people - size
    return {**fractions, last: Fraction(in_work, people)}
