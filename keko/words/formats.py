"""Numbers, periods and units as each language writes them (CLDR, by Babel)."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_compact_decimal

from keko.config import Language
from keko.data.days import day_of
from keko.data.periods import first_day, frequency
from keko.data.text import Plural, Text
from keko.indicators.comparing.denominators import EUROS_PER_RESIDENT, GROWTH, PER_RESIDENTS
from keko.words import terms

MINUS = "\N{MINUS SIGN}"
NBSP = "\N{NO-BREAK SPACE}"
_LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}
MILLION = 1_000_000
Writing = Callable[[float, int, Language], str]
_WORDS_OF_SIZE: dict[Language, Literal["short", "long"]] = {"fi": "short", "sv": "long", "en": "long"}

_UNITS: dict[str, Text | Plural] = {
    "henkilöä": Plural(one=Text("henkilö", "person", "person"), other=Text("henkilöä", "personer", "persons")),
    "kk/v": terms.MONTHS_A_YEAR,
    "vuotta": Plural(one=Text("vuosi", "år", "year"), other=Text("vuotta", "år", "years")),
    "viikkoa": Plural(one=Text("viikko", "vecka", "week"), other=Text("viikkoa", "veckor", "weeks")),
    "päivää": Plural(one=Text("päivä", "dag", "day"), other=Text("päivää", "dagar", "days")),
    "€/henkilö": Text("€ / henkilö", "€ / person", "€ / person"),
    "€/asiakas": Text("€ / asiakas", "€ / klient", "€ / client"),
    "pistettä": Plural(one=Text("piste", "poäng", "point"), other=Text("pistettä", "poäng", "points")),
    "kpl": Plural(one=Text("kpl", "st.", "item"), other=Text("kpl", "st.", "items")),
    "/1 000": Text("/ 1 000", "/ 1 000", "per 1,000"),
    "/100": Text("/ 100", "/ 100", "per 100"),
    PER_RESIDENTS: Text("/ 1 000 asukasta", "/ 1 000 invånare", "per 1,000 residents"),
    EUROS_PER_RESIDENT: Text("€ / asukas", "€ / invånare", "€ / resident"),
    GROWTH: Text("% vuodessa", "% per år", "% a year"),
}
# Units of counts per resident of some ages only: the ages follow the unit.
_AGED = {
    PER_RESIDENTS: Text("/ 1 000 {ages}-vuotiasta", "/ 1 000 {ages}-åringar", "per 1,000 aged {ages}"),
    EUROS_PER_RESIDENT: Text("€ / {ages}-vuotias", "€ / {ages}-åring", "€ / person aged {ages}"),
}
_POINTS = Plural(
    one=Text("%-yksikkö", "procentenhet", "percentage point"),
    other=Text("%-yksikköä", "procentenheter", "percentage points"),
)
_SEVERAL = 2  # a unit in a heading is that of many
_QUARTER = Text("{year}, {quarter}. neljännes", "{year}, kvartal {quarter}", "{year}, quarter {quarter}")
# When, within a sentence: Finnish months take the ending that follows their names.
_IN = {
    "year": Text("vuonna {year}", "år {year}", "in {year}"),
    "quarter": Text(
        "vuoden {year} {ordinal} neljänneksellä",
        "under {ordinal} kvartalet {year}",
        "in the {ordinal} quarter of {year}",
    ),
    "month": Text("{month}ssa {year}", "i {month} {year}", "in {month} {year}"),
}
_ORDINALS = (
    Text("1.", "första", "first"),
    Text("2.", "andra", "second"),
    Text("3.", "tredje", "third"),
    Text("4.", "fjärde", "fourth"),
)


@cache
def locale(language: Language) -> Locale:
    """The locale numbers and dates follow: Finland's Swedish, Britain's English."""
    return Locale.parse(_LOCALES[language])


def number(value: float, decimals: int, language: Language) -> str:
    """`value` with exactly `decimals` decimals, grouped, with a real minus sign."""
    rounded = round(value, decimals) + 0.0  # no minus nought
    return f"{rounded:,.{decimals}f}".translate(_symbols(language))


@cache
def _symbols(language: Language) -> dict[int, str]:
    """From the signs that Python writes to those of the language: a matrix writes thousands of numbers."""
    symbols = locale(language).number_symbols["latn"]
    return str.maketrans({",": symbols["group"], ".": symbols["decimal"], "-": MINUS})


def signed(value: float, decimals: int, language: Language, write: Writing = number) -> str:
    """`value` with its sign always written: +1,2 or −1,2; nought without one. `write`: `of_size` in a sentence."""
    text = write(value, decimals, language)
    return f"+{text}" if round(value, decimals) > 0 else text


def of_size(value: float, decimals: int, language: Language) -> str:
    """A number as headlines and tiles say it: from a million on in words of size (167,5 milj.), else as it is."""
    if abs(round(value, decimals)) < MILLION:
        return number(value, decimals, language)
    form = _WORDS_OF_SIZE[language]
    text: str = format_compact_decimal(value, format_type=form, locale=locale(language), fraction_digits=1)
    return text.replace("-", MINUS).replace(" ", NBSP)


def unit(code: str, language: Language) -> str:
    """A unit in words, as in a heading; one the project does not know reads as the file gave it."""
    return unit_after(_SEVERAL, 0, code, language)


def unit_after(value: float, decimals: int, code: str, language: Language) -> str:
    """A unit as it reads after a value: 1 person, 2 persons, 1.0 persons."""
    known = _UNITS.get(code)
    if known:
        return _form(known, value, decimals).within(language)
    plain, _, ages = code.rpartition(" ")
    return _AGED[plain].within(language, ages=ages) if plain in _AGED else code


def difference_in_words(value: float, decimals: int, code: str, language: Language, sign: bool = False) -> str:
    """A difference with its unit, as sentences say it; shares differ by percentage points. `sign`: a rise gets its plus."""
    text = signed(value, decimals, language, of_size) if sign else of_size(value, decimals, language)
    after = (
        _form(_POINTS, value, decimals).within(language) if code == "%" else unit_after(value, decimals, code, language)
    )
    return f"{text} {after}"


def _form(name: Text | Plural, value: float, decimals: int) -> Text:
    """A unit in the form that the value takes as it is written; a value with decimals is never one."""
    if isinstance(name, Text):
        return name
    return name.of(_SEVERAL if decimals else abs(round(value)))


def quantity(value: float, decimals: int, unit_code: str, language: Language, write: Writing = number) -> str:
    """A value with its unit, not to be broken over lines. `write`: `of_size` where a headline or a tile says it."""
    name = unit_after(value, decimals, unit_code, language).replace(" ", NBSP)
    joint = "" if language == "en" and name == "%" else NBSP if name else ""
    return f"{write(value, decimals, language)}{joint}{name}"


def period(code: str, language: Language) -> str:
    """A period in words: 2024; 2024, 1. neljännes; maaliskuu 2024."""
    day = first_day(code)
    match frequency(code):
        case "year":
            return str(day.year)
        case "quarter":
            return _QUARTER.within(language, year=day.year, quarter=(day.month + 2) // 3)
        case "month":
            return format_skeleton("yMMMM", day, locale=locale(language))


def period_in(code: str, language: Language) -> str:
    """When, within a sentence: vuonna 2024; vuoden 2024 1. neljänneksellä; maaliskuussa 2024."""
    day = first_day(code)
    month = format_date(day, "LLLL", locale=locale(language))
    ordinal = _ORDINALS[(day.month - 1) // 3].within(language)
    return _IN[frequency(code)].within(language, year=day.year, ordinal=ordinal, month=month)


def day_in_words(day: date, language: Language) -> str:
    """A day: 1.1.2025, 1 Jan 2025."""
    return format_date(day, "d.M.yyyy" if language != "en" else "d MMM yyyy", locale=locale(language))


def moment(timestamp: str, language: Language) -> str:
    """A stored time as the date that it was in Finland: 24.11.2026, 24/11/2026."""
    return day_in_words(day_of(timestamp), language)


def listed(parts: Sequence[str], language: Language) -> str:
    """Things in a row within a sentence: a, b and c."""
    return format_list(parts, locale=_LOCALES[language])
