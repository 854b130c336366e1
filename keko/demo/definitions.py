"""An invented overlap of the definitions of "difficult to employ": each counts as many persons as the indicator that it is."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from keko.data.areas import Areas
from keko.data.arrays import Integers
from keko.demo.draws import fraction
from keko.demo.municipalities import existence, municipalities
from keko.demo.plan import generator, plan_of
from keko.demo.segment_plan import segment_parameters, years
from keko.indicators.catalogue import Indicator, read_catalogue

DECEMBER = "-12"  # what is counted every month is counted here at the end of the year
Sets = dict[frozenset[str], Integers]


def definitions() -> list[Indicator]:
    """The indicators that are the definitions, in the order of the plan."""
    catalogue = {item.id: item for item in read_catalogue()}
    return [catalogue[id_] for id_, _ in segment_parameters()["definitions"]["overlaps"]]


def overlapping(areas: Areas, above: Iterable[str]) -> Sets:
    """Persons by the definitions that count them: a set of the ids of indicators to areas above municipalities × years."""
    members = [areas.municipalities(code) for code in above]
    places = [area.code for area in areas.of_level("KU")]
    inside = np.array([[code in codes for code in places] for codes in members], dtype=np.int64)
    return {codes: inside @ persons for codes, persons in _of_municipalities(areas).items()}


def _of_municipalities(areas: Areas) -> Sets:
    plan = segment_parameters()["definitions"]
    random, sets = generator(plan["id"]), Sets()
    persons = {item.id: _counted(item, areas) for item in definitions()}
    for id_, shares in plan["overlaps"]:
        rest = persons[id_].copy()
        for others, share in shares:
            earlier = frozenset(others)
            drawn: NDArray[np.int64] = random.binomial(persons[id_], share)
            both = np.minimum(drawn, np.minimum(sets[earlier], rest))
            sets[earlier] = sets[earlier] - both
            sets[earlier | {id_}] = both
            rest -= both
        sets[frozenset({id_})] = rest
    return sets


def _counted(item: Indicator, areas: Areas) -> Integers:
    """Persons that an indicator counts at the end of each year, municipality by municipality."""
    places = municipalities(areas, item.frequency)
    ends = [year + (DECEMBER if item.frequency == "month" else "") for year in years()]
    at = [places.periods.index(period) for period in ends]
    persons = fraction(item.id, plan_of(item.id, item.kind), places).numerator.sum(axis=0)
    counted: Integers = (persons * existence(places.areas, places.periods))[:, at].astype(np.int64)
    return counted
