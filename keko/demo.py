"""Demo figures: invented, believable, and the same every time.

Municipalities differ by how hard-pressed their county is and by a lasting effect of their own that shrinks with
population; on top comes the chance variation that the intervals assume. `assets/demo.yaml` holds the parameters.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import yaml
from numpy.typing import NDArray

from keko.config import ASSETS
from keko.data.areas import Area, Areas
from keko.data.arrays import Floats
from keko.data.periods import Frequency
from keko.demo_parts import Share, divided, taking_part
from keko.indicators.catalogue import Indicator
from keko.room.events import Event, event_of
from keko.room.targets import Target

Column = dict[str, Floats]

COLUMNS = ["value", "lower", "upper", "numerator", "denominator", "deviation"]
SEXES = ["total", "male", "female"]
PARTS = {"year": [""], "quarter": [f"-Q{q}" for q in range(1, 5)], "month": [f"-{m:02}" for m in range(1, 13)]}
COUNTED_IN = 2023  # the year of Area.population
LOCKDOWN = 2020 + 3.5 / 12 - 0.5


@dataclass(frozen=True)
class Plan:
    """The parameters of one indicator, as explained in `assets/demo.yaml`."""

    level: float = 1.0
    trend: float = 0.0
    cycle: float = 0.0
    spread: float = 0.15
    per: float = 1.0
    base: float = 1.0
    within: str | None = None
    same_as: str | None = None
    kin: str | None = None
    men: float = 0.5
    male: float = 0.0
    deviation: float = 1.0
    limits: tuple[float, float] = (-np.inf, np.inf)
    size: float = 0.0
    noise: float = 0.1
    season: tuple[float, ...] = (0.0,)
    shock: float = 0.0
    sexes: bool = True
    first: int = 0
    last: int = 9999
    gap: tuple[str, str] = ("", "")
    preliminary: bool = True
    local: Mapping[str, float] = field(default_factory=dict)
    divides: str | None = None
    ages: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    categories: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    settled: Mapping[str, list[str]] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    sizes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Ground:
    """Municipalities (rows) by periods (columns). `moments`: middles of periods; that of a year is its number."""

    places: list[Area]
    periods: list[str]
    moments: Floats
    people: Floats
    counties: list[str]
    county: NDArray[np.intp]
    hardship: Floats
    smallness: Floats


def demo_observations(item: Indicator, areas: Areas, first_year: int = 2010, last_year: int = 2025) -> pd.DataFrame:
    """Demo figures of `item`: of municipalities where its kind rolls up, else of the areas of every level."""
    plan, ground = _plan(item.id, item.kind), _ground(areas, item.frequency, first_year, last_year)
    if plan.divides:
        return _parts(item, plan, ground)
    if item.kind in {"proportion", "rate", "count"}:
        return _rows(item, plan, ground, ground.places, _shares(item, plan, ground))
    if item.kind == "mean":
        return _rows(item, plan, ground, ground.places, _means(item.id, plan, ground))
    return _rows(item, plan, ground, list(areas.by_code.values()), _delivered(item, plan, ground, areas))


def demo_targets() -> list[Target]:
    """Invented targets of two counties."""
    return [Target(**entry, is_demo=True) for entry in _settings()["targets"]]


def demo_events() -> list[Event]:
    """Invented actions."""
    return [event_of(entry | {"is_demo": True}) for entry in _settings()["events"]]


@cache
def _settings() -> dict[str, Any]:
    settings: dict[str, Any] = yaml.safe_load((ASSETS / "demo.yaml").read_text(encoding="utf-8"))
    return settings


def _plan(name: str, kind: str = "") -> Plan:
    """The plan of an indicator; what it leaves open, and an unknown indicator, has the defaults of its kind."""
    defaults: dict[str, dict[str, Any]] = _settings()["defaults"]
    return Plan(**{**defaults.get(kind, defaults["other"]), **_settings()["indicators"].get(name, {})})


def _random(name: str) -> np.random.Generator:
    return np.random.default_rng(zlib.crc32(name.encode()))


def _ground(areas: Areas, frequency: Frequency, first_year: int, last_year: int) -> Ground:
    parts, span = PARTS[frequency], range(first_year, last_year + 1)
    periods = [f"{year}{part}" for year in span for part in parts]
    moments = (np.arange(len(periods)) + 0.5) / len(parts) - 0.5 + first_year
    places = areas.of_level("KU")
    lived = np.array([one.population or _settings()["residents"].get(one.code, 1000) for one in places], dtype=float)
    smallness = 1 / np.sqrt(1 + lived / 15_000)
    counties = [next((code for code in areas.parents(one.code) if code.startswith("HVA")), "") for one in places]
    hardship = np.array([_settings()["hardship"].get(county, 0.0) for county in counties])
    hardship += _random("municipalities").normal(size=len(places)).clip(-2, 2) * smallness
    people = lived[:, None] * (1.004 - 0.006 * hardship[:, None]) ** (np.repeat(span, len(parts)) - COUNTED_IN)
    existed = np.array([[one.existed(period) for period in periods] for one in places])
    row = {one.code: number for number, one in enumerate(places)}
    for merger in areas.successions.values():
        old, new = row[merger.old], row[merger.new]
        together = merger.day.year <= COUNTED_IN  # then the successor's population has the old one's in it
        people[new] += np.where(existed[old], -people[old] * together, people[old] * (not together))
    codes, county = np.unique(counties, return_inverse=True)
    return Ground(places, periods, moments, np.rint(people * existed), list(codes), county, hardship, smallness)


def _national(plan: Plan, ground: Ground) -> Floats:
    """The national level by period, in the indicator's unit."""
    cycle: dict[int, float] = _settings()["cycle"]
    course = np.interp(ground.moments, list(cycle), list(cycle.values()))
    return plan.level + plan.trend * (ground.moments - 2010) + plan.cycle * course


def _effects(name: str, plan: Plan, ground: Ground) -> Floats:
    """Men and women, municipality, period: the difference from the national level, lasting and slowly drifting."""
    random = _random(f"effects of {plan.kin or name}")
    counties = ground.county.max() + 1
    lasting = ground.hardship + 0.15 * random.normal(size=counties)[ground.county]
    lasting += 0.5 * random.normal(size=len(ground.places)).clip(-2, 2) * ground.smallness
    drift = 0.03 * random.normal(size=counties)[ground.county]
    effects: Floats = plan.spread * (lasting[:, None] + drift[:, None] * (ground.moments - ground.moments.mean()))
    effects -= (effects * ground.people).sum(axis=0) / ground.people.sum(axis=0)
    effects += np.array([plan.local.get(code, 0.0) for code in ground.counties])[ground.county][:, None]
    effects += np.resize(plan.season, len(ground.periods))
    since = ground.moments - LOCKDOWN
    effects += np.where(since >= -0.01, plan.shock * np.exp(-2 * since.clip(0)), 0.0)
    return np.stack([effects + plan.male / 2, effects - plan.male / 2])


def _denominators(plan: Plan, ground: Ground, least: int = 1) -> Floats:
    """Men and women, municipality, period: persons the figure is about, at least `least` of each."""
    if plan.within:
        return np.rint(_drawn(plan.within, _plan(plan.within), ground)[0] * plan.base).clip(least)
    everyone = np.rint(ground.people * plan.base)
    men = np.rint(everyone * plan.men)
    return np.stack([men, everyone - men]).clip(least)


def _drawn(name: str, plan: Plan, ground: Ground) -> tuple[Floats, Floats]:
    """Numerators and denominators of men and women."""
    if plan.same_as:
        return _drawn(plan.same_as, _plan(plan.same_as), ground)
    random = _random(name)
    among, effects = _denominators(plan, ground), np.exp(_effects(name, plan, ground))
    share = _national(plan, ground) / plan.per
    if share.max() > 1:
        return random.poisson(among * share * effects).astype(float), among
    odds = share / np.maximum(1 - share, 1e-12) * effects
    return random.binomial(among.astype(int), odds / (1 + odds)).astype(float), among


def _shares(item: Indicator, plan: Plan, ground: Ground) -> Column:
    """Of proportions and rates value, numerator and denominator, of counts the value."""
    return _valued(item, *(_whole(part) for part in _drawn(item.id, plan, ground)))


def _whole(parts: Floats) -> Floats:
    """All persons, then men and women."""
    return np.concatenate([parts.sum(axis=0)[None], parts])


def _valued(item: Indicator, numerator: Floats, denominator: Floats) -> Column:
    if item.kind == "count":
        return {"value": numerator}
    with np.errstate(divide="ignore", invalid="ignore"):  # a share among nobody has no value
        value = numerator / denominator * item.multiplier
    return {"value": value, "numerator": numerator, "denominator": denominator}


def _parts(item: Indicator, plan: Plan, ground: Ground) -> pd.DataFrame:
    """The figures of ages or of categories that divide the numerators of the indicator named in `divides`."""
    tables = []
    for name, (numerator, denominator) in _divided(item.id, plan, ground).items():
        counted = _whole(numerator), _whole(denominator)
        frame = _rows(item, plan, ground, ground.places, _valued(item, *counted))
        frame.loc[frame["denominator"].eq(0), "status"] = "not applicable"  # a share among nobody
        tables.append(frame.assign(**{"age" if plan.ages else "breakdown": name}))
    return pd.concat(tables, ignore_index=True)


def _divided(name: str, plan: Plan, ground: Ground) -> dict[str, tuple[Floats, Floats]]:
    """Numerators and denominators of men and women for every part; also for the total where the parts have one."""
    assert plan.divides
    everyone, random = _drawn(plan.divides, _plan(plan.divides), ground)[0].clip(1), _random(name)
    if plan.groups:
        return _taking_part(plan, everyone, ground, random)
    known = {part: _settled(others, ground) for part, others in plan.settled.items()}
    shares = {part: Share(**values) for part, values in (plan.ages or plan.categories).items()}
    pattern = _effects(name, replace(plan, spread=1.0), ground)
    rest = everyone - sum(known.values())
    parts = known | divided(rest, shares, pattern, ground.moments, random)
    if plan.ages:  # a count: all of them together are one, and nobody is a share of anybody
        parts = {"total": everyone} | parts
    return {part: (counted, everyone) for part, counted in parts.items()}


def _settled(names: list[str], ground: Ground) -> Floats:
    """The numerators of one indicator, less those of the others."""
    first, *others = (_drawn(name, _plan(name), ground)[0] for name in names)
    return (first - sum(others)).clip(0)


def _taking_part(
    plan: Plan, everyone: Floats, ground: Ground, random: np.random.Generator
) -> dict[str, tuple[Floats, Floats]]:
    """Of every group those in work and all of it; the groups of each division make up all, and so do those in work."""
    assert plan.within
    working = _drawn(plan.within, _plan(plan.within), ground)[0]
    found = {"total": (working, everyone)}
    for division, group in plan.groups.items():
        sizes = _sizes(division, group, plan, everyone, ground)
        found |= taking_part(sizes, group, working, everyone, random)
    return found


def _sizes(
    division: str, group: Mapping[str, float], plan: Plan, everyone: Floats, ground: Ground
) -> dict[str, Floats]:
    """How many persons each group of a division has: as the indicator says that `sizes` names, the last group the rest."""
    name = plan.sizes[division]
    if _plan(name).divides:
        return {part: counted for part, (counted, _) in _divided(name, _plan(name), ground).items()}
    inside, outside = group
    counted = np.minimum(_drawn(name, _plan(name), ground)[0], everyone)
    return {inside: counted, outside: everyone - counted}


def _means(name: str, plan: Plan, ground: Ground) -> Column:
    """Means with n as denominator and the standard deviation; those of all follow from those of men and women."""
    random = _random(name)
    n = _denominators(plan, ground, least=2)
    mean = _national(plan, ground) + _effects(name, plan, ground)
    mean = (mean + random.normal(size=n.shape) * plan.deviation / np.sqrt(n)).clip(*plan.limits)
    deviation = plan.deviation * random.normal(1, 0.05, size=n.shape).clip(0.8, 1.2)
    everyone = n.sum(axis=0)
    total = (n * mean).sum(axis=0) / everyone
    spread = np.sqrt(((n - 1) * deviation**2 + n * (mean - total) ** 2).sum(axis=0) / (everyone - 1))
    parts = {"value": (total, mean), "denominator": (everyone, n), "deviation": (spread, deviation)}
    return {column: np.concatenate([both[None], each]) for column, (both, each) in parts.items()}


def _delivered(item: Indicator, plan: Plan, ground: Ground, areas: Areas) -> Column:
    """What does not roll up, for the areas of every level, as their sources would deliver it."""
    inside = [areas.municipalities(code) for code in areas.by_code]
    member = np.array([[one.code in codes for one in ground.places] for codes in inside], dtype=float)
    people = (member @ ground.people).clip(1)
    effects = member @ (ground.people * _effects(item.id, plan, ground)) / people + plan.size * np.log(people / 100_000)
    noise = _random(item.id).normal(size=effects.shape).clip(-2, 2) * plan.noise / np.sqrt(people.clip(100) / 1000)
    each = _national(plan, ground) * np.exp(effects + noise)
    return {"value": np.concatenate([each.mean(axis=0)[None], each]).round(item.decimals)}


def _rows(item: Indicator, plan: Plan, ground: Ground, places: list[Area], values: Column) -> pd.DataFrame:
    """Observations as a table, without what lies outside the plan's years or after a municipality's end."""
    sexes = SEXES if plan.sexes else SEXES[:1]
    sex, place, period = np.indices((len(sexes), len(places), len(ground.periods))).reshape(3, -1)
    frame = pd.DataFrame({"area": np.array([one.code for one in places])[place]})
    frame["period"], frame["sex"] = np.array(ground.periods)[period], np.array(sexes)[sex]
    frame["age"] = frame["breakdown"] = "total"
    frame[COLUMNS] = np.nan
    for column, numbers in values.items():
        frame[column] = numbers[: len(sexes)].ravel()
    frame["status"], frame["reason"] = "final", pd.Series(None, frame.index, dtype=object)
    years = np.array([int(when[:4]) for when in ground.periods])[period]
    if item.frequency == "year" and item.availability == "open" and plan.preliminary:
        frame.loc[years == min(years.max(), plan.last), "status"] = "preliminary"
    missing = frame["area"].eq(plan.gap[0]) & frame["period"].eq(plan.gap[1])
    frame.loc[missing, COLUMNS] = np.nan
    frame.loc[missing, ["status", "reason"]] = ["missing at source", "not published"]
    existed = np.array([[one.existed(when) for when in ground.periods] for one in places])
    kept = existed[place, period] & (years >= plan.first) & (years <= plan.last)
    return frame[kept].reset_index(drop=True)
