"""The municipalities that demo figures are drawn for: residents period by period, and how hard-pressed each is.

They differ by how hard-pressed their county is and by a lasting effect of their own that shrinks with population.
"""

from dataclasses import dataclass

import numpy as np

from keko.data.areas import Area, Areas
from keko.data.arrays import Flags, Floats, Positions
from keko.data.periods import Frequency
from keko.demo.plan import generator, parameters

SUFFIXES = {"year": [""], "quarter": [f"-Q{q}" for q in range(1, 5)], "month": [f"-{m:02}" for m in range(1, 13)]}
FIRST_YEAR, LAST_YEAR = 2010, 2025
COUNTED_IN = 2023  # the year of Area.population


@dataclass(frozen=True)
class Municipalities:
    """Municipalities (rows) by periods (columns).

    `moments`: middles of periods in years; that of a year is its number. `residents`: persons, none where the municipality
    was not there. `county`: of each municipality its position in `counties`. `hardship`, `smallness`: of each municipality.
    """

    areas: list[Area]
    periods: list[str]
    moments: Floats
    residents: Floats
    counties: list[str]
    county: Positions
    hardship: Floats
    smallness: Floats


def existence(areas: list[Area], periods: list[str]) -> Flags:
    """Whether each area (rows) was there when each period (columns) began."""
    return np.array([[area.existed(period) for period in periods] for area in areas])


def municipalities(
    areas: Areas, frequency: Frequency, first_year: int = FIRST_YEAR, last_year: int = LAST_YEAR
) -> Municipalities:
    """All of them, abolished ones included, in the periods from the first year to the last."""
    suffixes, years = SUFFIXES[frequency], range(first_year, last_year + 1)
    periods = [f"{year}{suffix}" for year in years for suffix in suffixes]
    moments = (np.arange(len(periods)) + 0.5) / len(suffixes) - 0.5 + first_year
    places = areas.of_level("KU")
    known = parameters()["residents"]
    counted = np.array([area.population or known.get(area.code, 1000) for area in places], dtype=float)
    smallness = 1 / np.sqrt(1 + counted / 15_000)
    county_of_each = [county_of(area, areas) for area in places]
    hardship = np.array([parameters()["hardship"].get(county, 0.0) for county in county_of_each])
    hardship += generator("municipalities").normal(size=len(places)).clip(-2, 2) * smallness
    growth = 1.004 - 0.006 * hardship[:, None]
    residents = counted[:, None] * growth ** (np.repeat(years, len(suffixes)) - COUNTED_IN)
    residents = _merged(residents, places, periods, areas)
    counties, county = np.unique(county_of_each, return_inverse=True)
    return Municipalities(places, periods, moments, residents, list(counties), county, hardship, smallness)


def county_of(municipality: Area, areas: Areas) -> str:
    """The wellbeing services county of a municipality, empty where it has none."""
    return next((code for code in areas.parents(municipality.code) if code.startswith("HVA")), "")


def _merged(residents: Floats, places: list[Area], periods: list[str], areas: Areas) -> Floats:
    """`residents` without those of municipalities that are not there: before a merger they live in the old one."""
    existed = existence(places, periods)
    row = {area.code: number for number, area in enumerate(places)}
    for merger in areas.successions.values():
        old, new = row[merger.old], row[merger.new]
        together = merger.day.year <= COUNTED_IN  # then the successor's population has the old one's in it
        residents[new] += np.where(existed[old], -residents[old] * together, residents[old] * (not together))
    return np.rint(residents * existed)
