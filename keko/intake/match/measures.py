"""Which indicator each measure of a file is: one of the catalogue by name and population, else a new one."""

from collections.abc import Sequence

from keko.data.area_names import folded
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.measure_names import Measure
from keko.intake.arrange.observations import Arranged
from keko.intake.mappings import Mapping
from keko.intake.match.new_indicators import new_indicator
from keko.intake.values.dimensions import age_of
from keko.intake.values.units import Unit

POPULATION_ASSUMED = ProblemKind(
    "population-assumed",
    "warning",
    Text(
        "Tiedosto ei kerro, mitä ikäryhmää ”{measure}” koskee: sen oletetaan tarkoittavan mittaria ”{indicator}” "
        "({ages}).",
        "Filen säger inte vilken ålder ”{measure}” gäller: det antas vara indikatorn ”{indicator}” ({ages}).",
        "The file does not say which ages “{measure}” is about: it is taken for the indicator “{indicator}” ({ages}).",
    ),
)
AMBIGUOUS_INDICATOR = ProblemKind(
    "ambiguous-indicator",
    "error",
    Text(
        "”{measure}” voi tarkoittaa useaa mittaria ({indicators}): valitse mittari tuonnissa tai kerro ikäryhmä "
        "nimessä.",
        "”{measure}” kan betyda flera indikatorer ({indicators}): välj indikatorn vid importen eller ange åldern i "
        "namnet.",
        "“{measure}” may mean several indicators ({indicators}): choose the indicator at import or state the ages in "
        "the name.",
    ),
)
OTHER_POPULATION = ProblemKind(
    "other-population",
    "error",
    Text(
        "Tiedoston luvut koskevat ikää {stated}, mutta mittari ”{indicator}” ikää {ages}: valitse toinen mittari.",
        "Filens tal gäller åldern {stated} men indikatorn ”{indicator}” åldern {ages}: välj en annan indikator.",
        "The file's figures are about ages {stated} but the indicator “{indicator}” about ages {ages}: choose "
        "another one.",
    ),
)
ONE_INDICATOR_FOR_MANY = ProblemKind(
    "one-indicator-for-many",
    "error",
    Text(
        "Tiedostossa on {count} eri mittaria ({measures}), joten ne eivät kaikki voi olla ”{indicator}”: jaa "
        "tiedosto mittareittain.",
        "Filen har {count} olika indikatorer ({measures}), så alla kan inte vara ”{indicator}”: dela filen efter "
        "indikator.",
        "The file holds {count} measures ({measures}), so they cannot all be “{indicator}”: split the file by measure.",
    ),
)


def assign(
    arranged: Arranged, catalogue: Sequence[Indicator], mapping: Mapping, indicator_id: str | None, file_name: str
) -> tuple[list[Indicator], list[Problem]]:
    """The indicator of each of `arranged.measures`, in their order, and what is doubtful about it.

    `indicator_id`: what the person importing chose for the only measure or the only one without a name, an id of the
    catalogue. The mapping's own id counts as chosen where
    the catalogue has it.
    """
    measures = arranged.measures
    chosen = _by_id(catalogue, indicator_id) or _by_id(catalogue, mapping.indicator.id)
    open_ones = [measure for measure in measures if measure.generic or len(measures) == 1]
    if indicator_id and len(open_ones) != 1:
        return [], [_for_many(indicator_id, measures)]
    matched = [
        (chosen, _population_problems(measure, chosen))
        if chosen and [measure] == open_ones
        else _matched(measure, catalogue)
        for measure in measures
    ]
    problems = [problem for _, doubts in matched for problem in doubts]
    unknown = [measure for measure, (item, _) in zip(measures, matched, strict=True) if item is None]
    if mapping.indicator.id and len(unknown) > 1:
        return [], [_for_many(mapping.indicator.id, unknown)]
    taken = {item.id for item in catalogue}
    indicators: list[Indicator] = []
    for index, (item, _) in enumerate(matched):
        indicators.append(item or new_indicator(arranged, index, mapping.indicator, taken, file_name))
        taken.add(indicators[-1].id)
    return indicators, problems


def _by_id(catalogue: Sequence[Indicator], id_: str | None) -> Indicator | None:
    return next((item for item in catalogue if item.id == id_), None)


def _matched(measure: Measure, catalogue: Sequence[Indicator]) -> tuple[Indicator | None, list[Problem]]:
    """The indicator of the catalogue that a measure is by name, population and unit."""
    names = {folded(measure.name), folded(measure.name.replace("_", " "))}
    named = [item for item in catalogue if not names.isdisjoint(map(folded, item.all_names))]
    fitting = [item for item in named if not _other_ages(measure, item) and not _other_unit(measure, item)]
    same = [item for item in fitting if measure.ages and _ages(item) == measure.ages] or fitting
    if len(same) > 1:
        ids = ", ".join(item.id for item in same)
        return same[0], [AMBIGUOUS_INDICATOR.at(measure=measure.name, indicators=ids)]
    if not same:
        return None, []
    item = same[0]
    if item.population.ages and not measure.ages:
        return item, [POPULATION_ASSUMED.at(measure=measure.name, indicator=item.names, ages=item.population.ages)]
    return item, []


def _ages(item: Indicator) -> str | None:
    return age_of(item.population.ages) if item.population.ages else None


def _other_ages(measure: Measure, item: Indicator) -> bool:
    return bool(measure.ages and _ages(item) and measure.ages != _ages(item))


def _other_unit(measure: Measure, item: Indicator) -> bool:
    """Whether one is a share and the other is not: then they only share a name. For other units see `in_units`."""
    if item.wait:  # told in days, or as shares of persons by class
        return False
    shares = [Unit.of(unit).quantity == "share" for unit in (measure.unit, item.unit)]
    return bool(measure.unit and item.unit) and shares[0] != shares[1]


def _population_problems(measure: Measure, item: Indicator) -> list[Problem]:
    if not _other_ages(measure, item):
        return []
    return [OTHER_POPULATION.at(stated=measure.ages, indicator=item.names, ages=item.population.ages)]


def _for_many(indicator: str, measures: Sequence[Measure]) -> Problem:
    named = ", ".join(measure.name for measure in measures[:3]) + (", …" if len(measures) > 3 else "")
    return ONE_INDICATOR_FOR_MANY.at(count=len(measures), measures=named, indicator=indicator)
