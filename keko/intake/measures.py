"""Which indicator each measure of a file is: one of the catalogue by name and population, else a new one."""

from collections.abc import Sequence

from keko.data.area_names import folded
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange import Arranged
from keko.intake.mappings import Mapping
from keko.intake.measure_names import Measure
from keko.intake.new_indicators import new_indicator, slug
from keko.intake.problems import Kind, Problem
from keko.intake.table import Table

POPULATION_ASSUMED = Kind(
    "population-assumed",
    "warning",
    Text(
        "Tiedosto ei kerro, mitä ikäryhmää ”{measure}” koskee: sen oletetaan tarkoittavan mittaria ”{indicator}” ({ages}).",
        "Filen säger inte vilken ålder ”{measure}” gäller: det antas vara indikatorn ”{indicator}” ({ages}).",
        "The file does not say which ages “{measure}” is about: it is taken for the indicator “{indicator}” ({ages}).",
    ),
)
AMBIGUOUS_INDICATOR = Kind(
    "ambiguous-indicator",
    "error",
    Text(
        "”{measure}” voi tarkoittaa useaa mittaria ({indicators}): valitse mittari tuonnissa tai kerro ikäryhmä nimessä.",
        "”{measure}” kan betyda flera indikatorer ({indicators}): välj indikatorn vid importen eller ange åldern i namnet.",
        "“{measure}” may mean several indicators ({indicators}): choose the indicator at import or state the ages in the name.",
    ),
)
OTHER_POPULATION = Kind(
    "other-population",
    "error",
    Text(
        "Tiedoston luvut koskevat ikää {stated}, mutta mittari ”{indicator}” ikää {ages}: valitse toinen mittari.",
        "Filens tal gäller åldern {stated} men indikatorn ”{indicator}” åldern {ages}: välj en annan indikator.",
        "The file's figures are about ages {stated} but the indicator “{indicator}” about ages {ages}: choose another one.",
    ),
)
ONE_INDICATOR_FOR_MANY = Kind(
    "one-indicator-for-many",
    "error",
    Text(
        "Tiedostossa on {count} mittaria ({measures}), joten niille ei voi antaa yhteistä mittaria ”{indicator}”.",
        "Filen har {count} indikatorer ({measures}), så de kan inte alla vara indikatorn ”{indicator}”.",
        "The file holds {count} measures ({measures}), so they cannot all be the indicator “{indicator}”.",
    ),
)


def assign(
    arranged: Arranged, table: Table, catalogue: Sequence[Indicator], mapping: Mapping, indicator_id: str | None
) -> tuple[list[Indicator], list[Problem]]:
    """The indicator of each of `arranged.measures`, in their order.

    `indicator_id`: what the person importing chose, an id of the catalogue (an unknown one is as if none was given);
    the mapping's own id counts as chosen where the catalogue has it.
    """
    chosen = next((item for item in catalogue if item.id in {indicator_id, mapping.indicator.id}), None)
    if chosen and len(arranged.measures) > 1 and chosen.id == indicator_id:
        named = ", ".join(measure.name for measure in arranged.measures[:3])
        return [chosen] * len(arranged.measures), [_for_many(chosen, named, len(arranged.measures))]
    taken = {item.id for item in catalogue}
    found: list[Indicator] = []
    problems: list[Problem] = []
    for index, measure in enumerate(arranged.measures):
        item, told = _assigned(measure, catalogue, chosen if len(arranged.measures) == 1 else None)
        if item is None:
            item = new_indicator(arranged, index, table, mapping, taken)
            taken.add(item.id)
        found.append(item)
        problems += told
    return found, problems
