"""If an area were at another level: persons and euros as arithmetic, and called that."""

from keko.config import Language
from keko.data.text import Text
from keko.indicators.unit_cost import UnitCost
from keko.indicators.what_if import Level, Persons, WhatIf, WhyNot
from keko.words import terms
from keko.words.formats import number, of_size, quantity, signed

TITLE = Text("Jos alue olisi toisella tasolla", "Om området låg på en annan nivå", "If the area were at another level")
CAPTION = Text("Laskutoimitus: {area}, {period}", "Räkneoperation: {area}, {period}", "Arithmetic: {area}, {period}")
LEVEL = terms.LEVEL
PERSONS = Text("Henkilöä nykyiseen nähden", "Personer jämfört med nu", "Persons compared with now")
EUROS = Text("Euroa vuodessa", "Euro per år", "Euros a year")
LEVELS: dict[Level, Text] = {
    "benchmark": Text("Vertailualue ({name})", "Jämförelseområdet ({name})", "The benchmark ({name})"),
    "target": Text("Tavoite", "Målet", "The target"),
    "best fifth": Text("Paras viidennes alueista", "Den bästa femtedelen", "The best fifth of areas"),
}
ARITHMETIC = Text(
    "Tämä on laskutoimitus: tasojen ero kertaa alueen väestö, jota luku koskee. Se ei kerro, mitä jokin toimenpide saisi aikaan.",
    "Det här är en räkneoperation: skillnaden mellan nivåerna gånger den befolkning i området som talet gäller. Den säger inget om vad"
    " en åtgärd skulle åstadkomma.",
    "This is arithmetic: the difference between the levels times the residents whom the figure is about. It does not say what any"
    " action would bring about.",
)
COST = Text(
    "Yksikkökustannus {value} €, {unit} ({source}, {year}).",
    "Enhetskostnad {value} €, {unit} ({source}, {year}).",
    "Unit cost €{value}, {unit} ({source}, {year}).",
)
WHY_NOT: dict[WhyNot, Text] = {
    "no figures": Text("Alueella ei ole lukua.", "Området har ingen uppgift.", "The area has no figure."),
    "not of persons": Text(
        "Toista tasoa ei voi laskea henkilöinä: luku ei ole osuus eikä lukumäärä henkilöistä.",
        "En annan nivå kan inte räknas i personer: talet är varken en andel eller ett antal personer.",
        "Another level cannot be counted in persons: the figure is neither a share nor a number of persons.",
    ),
    "no denominator": Text(
        "Toista tasoa ei voi laskea henkilöinä: ei tiedetä, kuinka monesta henkilöstä luku on laskettu.",
        "En annan nivå kan inte räknas i personer: det är inte känt hur många personer talet är räknat av.",
        "Another level cannot be counted in persons: it is not known of how many persons the figure is.",
    ),
}
_INTERVAL = Text("{more} ({lower} … {upper})", "{more} ({lower} … {upper})", "{more} ({lower} … {upper})")
_NO_INTERVAL = Text("{more} (väliä ei tiedetä)", "{more} (intervall saknas)", "{more} (interval not known)")
_THERE = Text("jo tällä tasolla tai parempi", "redan på den nivån eller bättre", "already there or better")
_NOT_TOLD = Text(
    "{interval}: eroa ei todettu", "{interval}: ingen skillnad konstaterad", "{interval}: no difference shown"
)
_BEST = Text("{level} (alueita {all})", "{level} ({all} områden)", "{level} ({all} areas)")


def level_in_words(found: WhatIf, benchmark: str, language: Language) -> str:
    """What level it is; `benchmark`: what the benchmark is called."""
    level = LEVELS[found.level].within(language, name=benchmark)
    return _BEST.within(language, level=level, all=found.of) if found.of else level


def value_in_words(found: WhatIf, language: Language) -> str:
    """The level's value."""
    return quantity(found.value, found.item.decimals, found.item.unit, language)


def persons_in_words(found: WhatIf, language: Language) -> str:
    """How many more or fewer persons, with the interval; that the area is clearly there already, or that no difference was shown."""
    if found.reached:
        return _THERE.within(language)
    interval = _interval(found.persons, 0, language)
    is_told = found.persons.is_clear or found.persons.lower is None
    return interval if is_told else _NOT_TOLD.within(language, interval=interval)


def euros_in_words(found: WhatIf, language: Language) -> str:
    """The same in euros a year; empty where no cost is known, and where the area is clearly there already."""
    return "" if found.euros is None or found.reached else _interval(found.euros, -3, language)


def cost_in_words(cost: UnitCost, language: Language) -> str:
    """What the euros rest on."""
    return COST.within(
        language,
        value=number(cost.value, 0, language),
        unit=cost.unit.within(language),
        source=cost.source.within(language),
        year=cost.year,
    )


def _interval(of: Persons, digits: int, language: Language) -> str:
    def written(value: float) -> str:
        return signed(round(value, digits), 0, language, of_size)

    if of.lower is None or of.upper is None:
        return _NO_INTERVAL.within(language, more=written(of.more))
    return _INTERVAL.within(language, more=written(of.more), lower=written(of.lower), upper=written(of.upper))
