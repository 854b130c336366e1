"""Persons drawn by chance: numerators and denominators of men and women, municipality by municipality and period by period.

On top of the lasting differences between municipalities comes the chance variation that the intervals assume.
"""

from typing import NamedTuple

import numpy as np

from keko.data.arrays import Floats
from keko.demo.few import is_of_an_open_source, without_few, without_few_among
from keko.demo.municipalities import Municipalities
from keko.demo.plan import Plan, generator, parameters, plan_of

LOCKDOWN = 2020 + 3.5 / 12 - 0.5
SMALLEST_SAMPLE = 10  # among whom an open source gives a share


class Fraction(NamedTuple):
    """Persons counted, and persons among whom: arrays of men and women, municipality, period."""

    numerator: Floats
    denominator: Floats


def fraction(indicator: str, plan: Plan, places: Municipalities) -> Fraction:
    """Whole persons, the numerator drawn from the denominator where it is a share, freely where it is larger."""
    if plan.same_as:
        return _fraction_of(plan.same_as, places)
    if plan.includes:
        return _with_others(indicator, plan, places, _fraction_of(plan.includes, places))
    among = _among(indicator, plan, places)
    whole = _fraction_of(plan.part_of, places).numerator if plan.part_of else among
    return Fraction(_drawn(indicator, plan, places, among, whole), among)


def _fraction_of(indicator: str, places: Municipalities) -> Fraction:
    return fraction(indicator, plan_of(indicator), places)


def _with_others(indicator: str, plan: Plan, places: Municipalities, included: Fraction) -> Fraction:
    """Those of another indicator, and of all whom this one is about besides them its own share."""
    others = (_among(indicator, plan, places) - included.denominator).clip(0)
    if is_of_an_open_source(indicator):
        others = without_few(others)
    counted = _drawn(indicator, plan, places, others, others)
    return Fraction(included.numerator + counted, included.denominator + others)


def _drawn(indicator: str, plan: Plan, places: Municipalities, among: Floats, whole: Floats) -> Floats:
    """Numerators drawn from `among`; of a share no more than `whole`."""
    random, effects = generator(indicator), np.exp(area_effects(indicator, plan, places))
    share, is_open = national_level(plan, places) / plan.per, is_of_an_open_source(indicator)
    if share.max() > 1:
        drawn = random.poisson(among * share * effects).astype(float)
        return without_few(drawn) if is_open else drawn
    odds = share / np.maximum(1 - share, 1e-12) * effects
    drawn = np.minimum(random.binomial(among.astype(int), odds / (1 + odds)), whole).astype(float)
    return without_few_among(drawn, whole) if is_open else drawn


def _among(indicator: str, plan: Plan, places: Municipalities) -> Floats:
    """Denominators; an open source gives all of another's numerators, or none that is smaller than its smallest sample."""
    if not is_of_an_open_source(indicator):
        return denominators(plan, places)
    is_all = plan.within is not None and plan.base >= 1
    return denominators(plan, places, least=0 if is_all else SMALLEST_SAMPLE)


def denominators(plan: Plan, places: Municipalities, least: int = 1) -> Floats:
    """Men and women, municipality, period: persons the figure is about, at least `least` of each."""
    if plan.within:
        return np.rint(fraction(plan.within, plan_of(plan.within), places).numerator * plan.base).clip(least)
    everyone = np.rint(places.residents * plan.base)
    men = np.rint(everyone * plan.men)
    return np.stack([men, everyone - men]).clip(least)


def national_level(plan: Plan, places: Municipalities) -> Floats:
    """The national level by period, in the indicator's unit."""
    cycle: dict[int, float] = parameters()["cycle"]
    course = np.interp(places.moments, list(cycle), list(cycle.values()))
    return plan.level + plan.trend * (places.moments - 2010) + plan.cycle * course


def area_effects(indicator: str, plan: Plan, places: Municipalities) -> Floats:
    """Men and women, municipality, period: the difference from the national level, lasting and slowly drifting."""
    random = generator(f"effects of {plan.kin or indicator}")
    counties = places.county.max() + 1
    lasting = places.hardship + 0.15 * random.normal(size=counties)[places.county]
    lasting += 0.5 * random.normal(size=len(places.areas)).clip(-2, 2) * places.smallness
    drift = 0.03 * random.normal(size=counties)[places.county]
    effects: Floats = plan.spread * (lasting[:, None] + drift[:, None] * (places.moments - places.moments.mean()))
    effects -= (effects * places.residents).sum(axis=0) / places.residents.sum(axis=0)
    effects += np.array([plan.local.get(code, 0.0) for code in places.counties])[places.county][:, None]
    effects += np.resize(plan.season, len(places.periods))
    since = places.moments - LOCKDOWN
    effects += np.where(since >= -0.01, plan.shock * np.exp(-2 * since.clip(0)), 0.0)
    return np.stack([effects + plan.male / 2, effects - plan.male / 2])
