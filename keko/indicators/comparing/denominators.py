"""Figures that come without numerators, made comparable by the residents they are about (METHODS 3).

A share or rate of residents gets them as its denominator; a count is turned to its rate per residents, and residents
themselves to how they grow.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import isinf

from keko.data.periods import years_before
from keko.indicators.catalogue import Counted, Indicator
from keko.indicators.comparing.residents import ALL_AGES, Ages, Residents, ages_of
from keko.indicators.point_limits import rounding_of, with_point_limits
from keko.indicators.series import Point, Question, Series

PER = 1000  # residents
PER_RESIDENTS = "/1 000 asukasta"
EUROS_PER_RESIDENT = "€/asukas"
GROWTH = "% vuodessa"
_COUNTED: dict[str, Counted] = {"henkilöä": "persons", "€": "euros"}  # by unit


def is_per_resident(item: Indicator) -> bool:
    """Whether its figures grow with the area, so that only what they are per resident can be compared."""
    return item.kind == "count" and not item.counts_residents


@dataclass(frozen=True)
class PerResident:
    """How counts are turned to figures per resident. `item`: the indicator of those; `ages`: of the residents.

    `from_register`: residents of the register of areas, since no figures tell them.
    """

    item: Indicator
    ages: Ages
    from_register: bool

    def of(self, series: Series, residents: Residents) -> Series:
        """The series per resident: its counts are numerators, the residents denominators. Without residents no value."""
        points = []
        last_of_year = {point.period[:4]: point for point in series.points}  # residents are those of the year
        of_year = {year: self._residents(series, point, residents) for year, point in last_of_year.items()}
        for point in series.points:
            persons = of_year[point.period[:4]]
            value = None if persons is None or point.value is None else point.value / persons * self.item.multiplier
            counted = point.value if self.item.kind == "rate" else None
            denominator = None if counted is None else persons
            points.append(point._replace(value=value, numerator=counted, denominator=denominator))
        estimated = frozenset(point.period for point in points)
        return replace(series, points=with_point_limits(self.item, points), estimated=estimated)

    def _residents(self, series: Series, point: Point, residents: Residents) -> float | None:
        if self.from_register:
            return residents.register.get(series.area)
        return residents.at(series.area, point.period, self.ages, series.is_demo)


def ages_asked(item: Indicator, question: Question) -> Ages:
    """The ages that figures are about: those of the question, else of the indicator; all where these are not known."""
    return ages_of(item.population.ages if question.age == "total" else question.age) or ALL_AGES


def per_resident(item: Indicator, residents: Residents, question: Question, every: Iterable[Series]) -> PerResident:
    """Per residents of the ages that the figures are about, where figures tell them; else of all ages; else of the register.

    Counts of persons and of other things per 1 000, totals in euros per one.
    """
    spans = [ages for ages in (ages_asked(item, question), ALL_AGES) if _can_be_named(ages)]
    newest = [(own, own.latest) for own in every if own.latest]
    known = [
        ages for ages in spans if any(residents.at(own.area, point.period, ages, own.is_demo) for own, point in newest)
    ]
    ages = known[0] if known else ALL_AGES
    suffix = f" {ages.first:.0f}–{ages.last:.0f}" if ages != ALL_AGES else ""
    counted = _COUNTED.get(item.unit, "things")
    changed: dict[str, object] = {"kind": "rate", "multiplier": PER, "unit": PER_RESIDENTS + suffix, "decimals": 1}
    if counted == "euros":
        changed = {"kind": "ratio", "multiplier": 1.0, "unit": EUROS_PER_RESIDENT + suffix, "decimals": 0}
    twin = item.model_copy(update={**changed, "least_difference": None, "counted": counted})
    return PerResident(twin, ages, not known)


def _can_be_named(ages: Ages) -> bool:
    """Whether a unit can say the ages: "per 1 000 aged 18–64"."""
    return ages == ALL_AGES or not isinf(ages.last)


def growth(item: Indicator) -> Indicator:
    """Of an indicator that counts residents, how many per cent they grow in a year."""
    changed = {"kind": "change", "unit": GROWTH, "decimals": 1, "least_difference": None, "counted": "residents"}
    return item.model_copy(update=changed)


def growing(series: Series) -> Series:
    """How many per cent each value is above that of a year before; no value where that is missing."""
    before = {point.period: point.value for point in series.valued}
    points = []
    for point in series.points:
        base = before.get(years_before(point.period))
        grown = 100 * (point.value / base - 1) if point.value is not None and base else None
        points.append(point._replace(value=grown, lower=None, upper=None, numerator=point.value))
    return replace(series, points=tuple(points))


def with_denominators(item: Indicator, series: Series, residents: Residents, question: Question) -> Series:
    """A share or rate of residents that comes without numerators, with those its residents give it.

    Its limits are widened by the rounding of the figure as it was published. The series as it is where that is not known.
    """
    ages = ages_asked(item, question)
    lacks = lacks_denominators(item, [series], question.breakdown)
    if not lacks or not residents.known_ages(ages, series.is_demo):
        return series
    points, estimated = [], set[str]()
    for point in series.points:
        persons = residents.at(series.area, point.period, ages, series.is_demo)
        if point.value is None or point.denominator is not None or point.lower is not None or persons is None:
            points.append(point)
        else:
            points.append(point._replace(numerator=point.value / item.multiplier * persons, denominator=persons))
            estimated.add(point.period)
    return replace(series, points=with_point_limits(item, points, rounding_of(item)), estimated=frozenset(estimated))


def lacks_denominators(item: Indicator, every: Iterable[Series], breakdown: str) -> bool:
    """Whether residents could be the denominator of figures of which some come without any.

    A category of a whole is a share of all residents, that of another division is not.
    """
    if item.kind not in {"proportion", "rate"} or not item.population.residents or item.sample:
        return False
    if breakdown != "total" and not item.composition:
        return False
    return any(point.denominator is None and point.lower is None for series in every for point in series.valued)
