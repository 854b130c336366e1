"""A new indicator from what a file says of a measure: no more than that, and with small counts of persons protected."""

import re
from collections.abc import Iterable, Set

import numpy as np
import pandas as pd

from keko.data.area_names import folded
from keko.data.names import slug, unique
from keko.data.periods import Frequency, frequency
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator, IndicatorKind, Population
from keko.indicators.protection import Disclosure, Figures
from keko.intake.arrange.measure_names import Measure
from keko.intake.arrange.observations import Arranged
from keko.intake.mappings import NewIndicator
from keko.intake.match.denominators import PER_CENT, quotients
from keko.intake.values.headings import unit_of
from keko.intake.values.units import Unit
from keko.words import new_indicators as words
from keko.words.new_indicators import Lack

NOT_STATED = Text("ei ilmoitettu", "ej angivet", "not stated")
_NO_DEFINITION = Text(
    "Tiedosto ”{file}” ei kertonut määritelmää.",
    "Filen ”{file}” angav ingen definition.",
    "The file “{file}” gave no definition.",
)
UNDESCRIBED = ProblemKind(
    "new-indicator-undescribed",
    "warning",
    Text(
        "”{measure}” on uusi mittari, jolta puuttuu {parts}, eikä lukija tiedä, mitä sen luvut kertovat. Kirjoita puuttuva mittarin "
        "kuvaukseen, tai valitse mittari, joka se jo on.",
        "”{measure}” är en ny indikator som saknar {parts}, och läsaren vet inte vad talen berättar. Skriv in det som saknas i "
        "indikatorns beskrivning, eller välj den indikator som den redan är.",
        "“{measure}” is a new indicator without {parts}, and readers cannot know what its figures tell. Write what is missing in "
        "the indicator's description, or choose the indicator that it already is.",
    ),
)
_PERSONS = re.compile(
    r"henkilö|hlö|asuk|väestö|väkiluku|työttöm|työnhakij|työlli[ns]|asiak|saaj|potila|osallistuj|oppila|opiskelij|eläkeläi"
    r"|kuntoutuj|palkansaaj|yrittäj|nuor|naisi|naiset|miehi|miehet|äänioikeut"
    r"|person|people|population|client|customer|recipient|unemployed|employed|patient|participant|job ?seeker"
    r"|inhabitant|resident|student|pensioner|voter|men\b|women"
    r"|klient|kund|mottagar|arbetslös|sysselsatt|deltagar|arbetssökand|invånar|befolkning|folkmängd|studerande|pensionär"
    r"|röstberättigad|män\b|kvinn"
)
_RATIO = re.compile(
    r"aste\b|osuu|suhde|prosent|%|muutos|andel|relativ|kvot|förändring|(?<!an)tal\b|rate\b|share|ratio|proportion|change"
    r"|percent|\bper\b|/"
)
# Whom services and benefits know by name: so few in many a municipality that a share alone tells of them.
_CLIENTS = re.compile(
    r"asiak|potila|kuntoutuj|osallistuj|saaj|saanei|ongelmai|client|customer|patient|recipient|participant|klient|kund"
    r"|deltagar|mottagar"
)
# Names that say of themselves that they count: "Ehdokkaiden lukumäärä", "Antal kandidater", "Number of candidates".
_COUNT = re.compile(
    r"lukumäär|\b(?:määrä|määrät|lkm|kpl|antal|antalet|count|counts|total number|number of|no\. of)\b"
    r"|(?:asukas|henkilö|väestö|asiakas|oppilas|potilas|kävijä|käynti|työntekijä)määrä"
)
_SIGNS_OF_RATIOS = re.compile(r"[%‰€/]|\bper\b")
_PERSON_UNITS = re.compile(r"lkm|lukumäärä|henkilö\w*|hlö|persons?|people|personer|antal|number|count")
_SHARE_OF = re.compile(r"share of|proportion of|osuus|osuudet|andel")
_MOST_DECIMALS = 4
_DECIMALS_OF_COMPUTED = 2


def new_indicator(
    arranged: Arranged, index: int, described: NewIndicator, taken: Set[str], file_name: str
) -> Indicator:
    """The indicator that the measure `index` of a file makes; `described` overrides what the file says.

    `taken`: ids in use, so that the new one is unique. The theme is `imported` until a person decides.
    """
    measure = arranged.measures[index]
    rows = arranged.observations[arranged.observations["measure"] == index]
    kind = described.kind or kind_of(measure, rows)
    multiplier = described.multiplier or (PER_CENT if kind == "proportion" else 1.0)
    values = quotients(rows, multiplier) if arranged.computed else rows["value"]
    # "Share of persons aged 15 to 64" states whom it counts, not among whom.
    ages = described.population or (measure.ages if not _SHARE_OF.search(folded(measure.name)) else None)
    unit = (
        unit_of(described.unit) if described.unit is not None else measure.unit or ("%" if kind == "proportion" else "")
    )
    return Indicator(
        id=described.id
        if described.id and described.id not in taken
        else unique(slug(described.id or measure.name, "indicator"), taken),
        theme="imported",
        names=described.name or Text.same(measure.name),
        definition=described.definition or _NO_DEFINITION.filled(file=file_name),
        population=Population(ages=ages.replace("-", "–") if ages else None, who=described.who or NOT_STATED),
        unit=unit,
        decimals=described.decimals if described.decimals is not None else decimals_of(values),
        kind=kind,
        multiplier=multiplier,
        polarity=described.polarity,
        frequency=_frequency(rows["period"]),
        source=described.source or (Text.same(arranged.source) if arranged.source else NOT_STATED),
        licence=described.licence or "",
        responsible=described.responsible or NOT_STATED,
        availability="open",
        disclosure=_disclosure(described, figures_of(measure.name, unit, values, measure.of_persons)),
    )


def lacking(item: Indicator) -> tuple[Lack, ...]:
    """What readers need to understand a new indicator and nobody has said: its file did not, and no person has."""
    before, _, after = _NO_DEFINITION.fi.partition("{file}")
    undefined = item.definition.fi.startswith(before) and item.definition.fi.endswith(after)
    lacks: dict[Lack, bool] = {"unit": not item.unit, "definition": undefined, "source": item.source == NOT_STATED}
    return tuple(name for name, lacks_it in lacks.items() if lacks_it)


def undescribed(items: Iterable[Indicator]) -> list[Problem]:
    """What is to be told of new indicators that lack something, one after the other."""
    lacks = [(item, [words.LACKS[part] for part in lacking(item)]) for item in items]
    return [UNDESCRIBED.at(measure=item.names, parts=Text.in_a_row(parts)) for item, parts in lacks if parts]


def kind_of(measure: Measure, rows: pd.DataFrame) -> IndicatorKind:
    """The kind of a measure whose file declares none.

    Quartiles are beside a median, standard deviations beside a mean; numerators and denominators make a proportion; whole
    numbers from zero up that are called persons or a count, or have a unit that counts, a count; the rest is as delivered.
    """
    name, unit, of_persons = measure.name, measure.unit, measure.of_persons
    if rows[["q1", "q3"]].notna().any(axis=None) or measure.statistic == "median":
        return "median"
    if rows["deviation"].notna().any() or (measure.statistic == "mean" and rows["denominator"].notna().any()):
        return "mean"
    if rows["numerator"].notna().any() and rows["denominator"].notna().any():
        return "proportion"
    values = rows["value"].dropna()
    whole = bool(len(values)) and bool(((values >= 0) & (values == values.round())).all())
    spoken = folded(name)
    named = (of_persons or _PERSONS.search(spoken) or _COUNT.search(spoken)) and not _RATIO.search(spoken)
    counted = Unit.of(unit).quantity in {"persons", "things"}
    return "count" if whole and (counted or (named and not unit)) else "other"


def names_persons(name: str) -> bool:
    """Whether a name speaks of persons, and not of what they are divided by."""
    spoken = folded(name)
    return bool(_PERSONS.search(spoken)) and not _RATIO.search(spoken)


def decimals_of(values: "pd.Series[float]") -> int:
    """How many decimals are worth showing: as many as the values have, two where they are results of a computation."""
    present = values.dropna().to_numpy(dtype=np.float64)
    for count in range(_MOST_DECIMALS + 1):
        if np.allclose(np.round(present, count), present, rtol=1e-12, atol=1e-9):
            return count
    return _DECIMALS_OF_COMPUTED


def _frequency(periods: "pd.Series[str]") -> Frequency:
    return frequency(str(periods.mode().iloc[0])) if len(periods) else "year"


def figures_of(name: str, unit: str, values: "pd.Series[float]", of_persons: bool = False) -> Figures | None:
    """What the values of a measure without a kind of its own are, if they tell of persons; a doubt counts as persons.

    Whole numbers, and others that are called persons, count them unless a unit says what else they are. Of shares, those
    of clients tell of persons whose number is not public; how many residents there are, everybody knows.
    """
    spoken, present = folded(name), values.dropna()
    if _SIGNS_OF_RATIOS.search(unit) or _RATIO.search(spoken):
        return "shares of clients" if _CLIENTS.search(spoken) and "€" not in unit else None
    called = of_persons or bool(_PERSONS.search(spoken))
    whole = bool(((present >= 0) & (present == present.round())).all())
    counted = not unit or bool(_PERSON_UNITS.fullmatch(folded(unit)))
    return "persons" if counted and (whole or called) else None


def _disclosure(described: NewIndicator, figures: Figures | None) -> Disclosure:
    """Small cells are protected unless a person says that figures are not about persons, or protected already.

    Whoever writes the rule "none" alone says in their name that the source has protected the figures.
    """
    rule = described.disclosure
    if rule and rule.rule == "small cells":
        return Disclosure(**rule.model_dump(), figures=figures)
    return Disclosure.stated(described.about_persons or ("protected" if rule else "yes"), figures=figures)
