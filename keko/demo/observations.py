"""Demo figures of an indicator as observations: shares, counts and means of municipalities, the rest of every area."""

import numpy as np
import pandas as pd

from keko.data.areas import WHOLE_COUNTRY, Area, Areas
from keko.data.arrays import Floats
from keko.demo.divisions import divided
from keko.demo.draws import Fraction, area_effects, denominators, fraction, national_level
from keko.demo.municipalities import FIRST_YEAR, LAST_YEAR, Municipalities, existence, municipalities
from keko.demo.plan import Plan, generator, plan_of
from keko.demo.waits import waited
from keko.indicators.catalogue import Indicator

# Arrays by the name of a column: all, men and women (or all only); area; period.
Figures = dict[str, Floats]

COLUMNS = ["value", "lower", "upper", "numerator", "denominator", "deviation"]
SEXES = ["total", "male", "female"]


def demo_observations(
    item: Indicator, areas: Areas, first_year: int = FIRST_YEAR, last_year: int = LAST_YEAR
) -> pd.DataFrame:
    """Demo figures of `item`: of municipalities where its kind rolls up, else of the areas of every level."""
    plan, places = plan_of(item.id, item.kind), municipalities(areas, item.frequency, first_year, last_year)
    if plan.waits:
        return _waited_rows(item, plan, places, areas)
    if plan.divides:
        return _divided_rows(item, plan, places)
    if item.kind in {"proportion", "rate", "count"}:
        return _rows(item, plan, places, places.areas, _valued(item, fraction(item.id, plan, places)))
    if item.kind == "mean":
        return _rows(item, plan, places, places.areas, _means(item.id, plan, places))
    every_area = list(areas.by_code.values())
    by_sex = _by_sex(item.id, plan, places, areas, every_area)
    value = np.concatenate([by_sex.mean(axis=0)[None], by_sex]).round(item.decimals)
    frame = _rows(item, plan, places, every_area, {"value": value})
    if item.wait is None:
        return frame
    by_class = _waiting(plan_of(item.wait.classes), areas)
    return frame[~frame["area"].isin([area.code for area in by_class])].reset_index(drop=True)


def _waiting(plan: Plan, areas: Areas) -> list[Area]:
    """The areas that have figures by waiting time, the country last."""
    return [*areas.of_level(plan.level_of), areas[WHOLE_COUNTRY]]


def _waited_rows(item: Indicator, plan: Plan, places: Municipalities, areas: Areas) -> pd.DataFrame:
    """Persons by the waiting time of the indicator that `waits` names."""
    named = _waiting(plan, areas)
    medians = _by_sex(plan.waits or "", plan_of(plan.waits or ""), places, areas, named[:-1])
    persons = waited(item, plan, medians, _residents(places, areas, named[:-1]))
    tables = [
        _rows(item, plan, places, named, {"value": numbers}).assign(breakdown=breakdown)
        for breakdown, numbers in persons.items()
    ]
    return pd.concat(tables, ignore_index=True)


def _divided_rows(item: Indicator, plan: Plan, places: Municipalities) -> pd.DataFrame:
    """The figures of ages or of categories that divide the numerators of the indicator named in `divides`."""
    tables = []
    for category, counted in divided(item.id, plan, places).items():
        frame = _rows(item, plan, places, places.areas, _valued(item, counted))
        tables.append(frame.assign(**{"age" if plan.ages else "breakdown": category}))
    return pd.concat(tables, ignore_index=True)


def _valued(item: Indicator, counted: Fraction) -> Figures:
    """Of proportions and rates value, numerator and denominator, of counts the value."""
    numerator, denominator = (_with_total(persons) for persons in counted)
    if item.kind == "count":
        return {"value": numerator}
    with np.errstate(divide="ignore", invalid="ignore"):  # a share among nobody has no value
        value = numerator / denominator * item.multiplier
    return {"value": value, "numerator": numerator, "denominator": denominator}


def _with_total(persons: Floats) -> Floats:
    """All persons, then men and women."""
    return np.concatenate([persons.sum(axis=0)[None], persons])


def _means(indicator: str, plan: Plan, places: Municipalities) -> Figures:
    """Means with n as denominator and the standard deviation; those of all follow from those of men and women."""
    random = generator(indicator)
    n = denominators(plan, places, least=2)
    mean = national_level(plan, places) + area_effects(indicator, plan, places)
    mean = (mean + random.normal(size=n.shape) * plan.deviation / np.sqrt(n)).clip(*plan.limits)
    deviation = plan.deviation * random.normal(1, 0.05, size=n.shape).clip(0.8, 1.2)
    everyone = n.sum(axis=0)
    total = (n * mean).sum(axis=0) / everyone
    spread = np.sqrt(((n - 1) * deviation**2 + n * (mean - total) ** 2).sum(axis=0) / (everyone - 1))
    columns = {"value": (total, mean), "denominator": (everyone, n), "deviation": (spread, deviation)}
    return {column: np.concatenate([both[None], each]) for column, (both, each) in columns.items()}


def _members(places: Municipalities, areas: Areas, named: list[Area]) -> Floats:
    """Which municipalities (columns) are in each area, as noughts and ones."""
    inside = [areas.municipalities(area.code) for area in named]
    return np.array([[area.code in codes for area in places.areas] for codes in inside], dtype=float)


def _residents(places: Municipalities, areas: Areas, named: list[Area]) -> Floats:
    return (_members(places, areas, named) @ places.residents).clip(1)


def _by_sex(indicator: str, plan: Plan, places: Municipalities, areas: Areas, named: list[Area]) -> Floats:
    """What does not roll up, as its sources would deliver it: of men and women, area, period."""
    residents = _residents(places, areas, named)
    effects = _members(places, areas, named) @ (places.residents * area_effects(indicator, plan, places)) / residents
    effects += plan.size * np.log(residents / 100_000)
    noise = generator(indicator).normal(size=effects.shape).clip(-2, 2) * plan.noise
    noise /= np.sqrt(residents.clip(100) / 1000)
    by_sex: Floats = national_level(plan, places) * np.exp(effects + noise)
    return by_sex


def _rows(item: Indicator, plan: Plan, places: Municipalities, areas: list[Area], figures: Figures) -> pd.DataFrame:
    """Observations as a table, without what lies outside the plan's years or after a municipality's end."""
    sexes = SEXES if plan.sexes else SEXES[:1]
    sex, area, period = np.indices((len(sexes), len(areas), len(places.periods))).reshape(3, -1)
    frame = pd.DataFrame({"area": np.array([municipality.code for municipality in areas])[area]})
    frame["period"], frame["sex"] = np.array(places.periods)[period], np.array(sexes)[sex]
    frame["age"] = frame["breakdown"] = "total"
    frame[COLUMNS] = np.nan
    for column, numbers in figures.items():
        frame[column] = numbers[: len(sexes)].ravel()
    frame["status"], frame["reason"] = "final", pd.Series(None, frame.index, dtype=object)
    years = np.array([int(text[:4]) for text in places.periods])[period]
    if item.frequency == "year" and item.availability == "open" and plan.preliminary:
        frame.loc[years == min(years.max(), plan.last), "status"] = "preliminary"
    missing = frame["area"].eq(plan.gap[0]) & frame["period"].eq(plan.gap[1])
    frame.loc[missing, COLUMNS] = np.nan
    frame.loc[missing, ["status", "reason"]] = ["missing at source", "not published"]
    frame.loc[frame["denominator"].eq(0), "status"] = "not applicable"  # a share among nobody
    existed = existence(areas, places.periods)[area, period]
    return frame[existed & (years >= plan.first) & (years <= plan.last)].reset_index(drop=True)
