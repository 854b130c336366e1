"""Rates as they would be if the area had the standard's ages: directly age-standardised (METHODS 2)."""

from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple

from keko.indicators.intervals import poisson

FEWEST_EVENTS = 10

# European Standard Population 2013: Eurostat, Revision of the European Standard Population, 2013, of 100 000.
EUROPE_2013: dict[str, int] = {
    "0–4": 5000, "5–9": 5500, "10–14": 5500, "15–19": 5500, "20–24": 6000, "25–29": 6000, "30–34": 6500, "35–39": 7000,
    "40–44": 7000, "45–49": 7000, "50–54": 7000, "55–59": 6500, "60–64": 6000, "65–69": 5500, "70–74": 5000,
    "75–79": 4000, "80–84": 2500, "85–89": 1500, "90–": 1000,
}  # fmt: skip


class Stratum(NamedTuple):
    """An age group: events, and persons or person-years."""

    events: float
    persons: float


class Standardised(NamedTuple):
    """Rate and limits per `multiplier`."""

    rate: float
    lower: float
    upper: float


def standardised(
    strata: Mapping[str, Stratum],
    multiplier: float,
    confidence: float = 0.95,
    standard: Mapping[str, int] = EUROPE_2013,
) -> Standardised | None:
    """The rate of an area standardised to the weights of the age groups in `strata`: of working ages, to those alone.

    Limits by Dobson et al. 1991 on Byar's. None of fewer than ten events, or where a group has no persons.

    Raises:
        KeyError: an age group is not one of the standard's.
    """
    weights = {age: standard[age] for age in strata}
    events = sum(stratum.events for stratum in strata.values())
    if events < FEWEST_EVENTS or any(stratum.persons <= 0 for stratum in strata.values()):
        return None
    whole = sum(weights.values())
    rate = sum(weights[age] * stratum.events / stratum.persons for age, stratum in strata.items()) / whole
    variance = sum(weights[age] ** 2 * s.events / s.persons**2 for age, s in strata.items()) / whole**2
    stretch = sqrt(variance / events)
    lower, upper = (rate + stretch * (float(limit) - events) for limit in poisson(events, confidence))
    return Standardised(*(multiplier * number for number in (rate, lower, upper)))


def working_ages(first: int, last: int) -> tuple[str, ...]:
    """The standard's age groups from `first` to `last` years: 20 and 64 give "20–24" to "60–64".

    Raises:
        ValueError: they do not begin and end with age groups.
    """
    chosen = [age for age in EUROPE_2013 if int(age.split("–")[0]) >= first and _end(age) <= last]
    if not chosen or int(chosen[0].split("–")[0]) != first or _end(chosen[-1]) != last:
        raise ValueError(f"not whole age groups: {first}–{last}")
    return tuple(chosen)


def _end(age: str) -> int:
    return int(age.split("–")[1] or 999)
