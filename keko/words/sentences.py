"""Findings in words, from the same typed results as the colours, so that they cannot disagree."""

from collections.abc import Sequence

from keko.config import Language
from keko.data.text import Plural, Text
from keko.indicators.comparing.chance import by_yearly_variation, expected_by_chance, made
from keko.indicators.comparing.comparison import Comparison
from keko.indicators.highlights import verdict_counts
from keko.indicators.situation import Standing
from keko.words import terms
from keko.words.explanations import explain
from keko.words.formats import difference_in_words, number, period, quantity, signed
from keko.words.terms import BASES, NOT_COMPARED, VERDICTS

_BESIDE = Text(
    "Vertailualueeseen nähden {parts}.",
    "Jämfört med jämförelseområdet {parts}.",
    "Compared with the benchmark {parts}.",
)
_ON = Plural(
    one=Text("{word} {count} mittarissa", "{word} i {count} indikator", "{word} on {count} indicator"),
    other=Text("{word} {count} mittarissa", "{word} i {count} indikatorer", "{word} on {count} indicators"),
)
_NONE = Text(
    "Mittareita ei voitu verrata vertailualueeseen.",
    "Indikatorerna kunde inte jämföras med jämförelseområdet.",
    "The indicators could not be compared with the benchmark.",
)
_VALUE = Text("{value} ({period})", "{value} ({period})", "{value} ({period})")
_DIFFERS = Text(
    "{amount} {direction} kuin {benchmark}: {verdict}.",
    "{amount} {direction} än {benchmark}: {verdict}.",
    "{amount} {direction} than {benchmark}: {verdict}.",
)
_PLAINLY = Text(
    "{amount} {direction} kuin {benchmark}.",
    "{amount} {direction} än {benchmark}.",
    "{amount} {direction} than {benchmark}.",
)
_EQUAL = Text(
    "Eroa alueeseen {benchmark} ei todettu.",
    "Ingen konstaterad skillnad jämfört med {benchmark}.",
    "No difference shown compared with {benchmark}.",
)
_UNCOMPARED = Text(
    "Ei verrattu alueeseen {benchmark}: {reason}.",
    "Inte jämförd med {benchmark}: {reason}.",
    "Not compared with {benchmark}: {reason}.",
)
_LARGER_THAN_USUAL = Text(
    "Ero on suurempi kuin sen tavallinen vaihtelu vuodesta toiseen.",
    "Skillnaden är större än dess vanliga variation från år till år.",
    "The difference is larger than its usual variation from year to year.",
)
_AS_USUAL = Text(
    "Ero on vuodesta toiseen tavallisen vaihtelun rajoissa.",
    "Skillnaden ryms inom den vanliga variationen från år till år.",
    "The difference is within its usual variation from year to year.",
)
_ESTIMATED = Text(
    "Luottamusväli on arvioitu väestöstä.",
    "Konfidensintervallet är uppskattat ur befolkningen.",
    "The interval is estimated from the population.",
)
_LESS = terms.LESS_THAN
_CHANGE = Text("{arrow} {amount} vuodessa", "{arrow} {amount} på ett år", "{arrow} {amount} in a year")
_UNCHANGED = Text("ennallaan vuoden takaisesta", "oförändrad på ett år", "unchanged in a year")
_NO_DATA = Text("Ei tietoja", "Inga uppgifter", "No data")
_OF_YEARS = Plural(
    one=Text(
        "{count} vertailu perustuu vaihteluun vuodesta toiseen; sille ei voi laskea, mikä siitä on sattumaa.",
        "{count} jämförelse bygger på variationen från år till år; slumpens andel kan inte beräknas för den.",
        "{count} comparison rests on variation from year to year; what chance alone does to it cannot be computed.",
    ),
    other=Text(
        "{count} vertailua perustuu vaihteluun vuodesta toiseen; niille ei voi laskea, mikä niistä on sattumaa.",
        "{count} jämförelser bygger på variationen från år till år; slumpens andel kan inte beräknas för dem.",
        "{count} comparisons rest on variation from year to year; what chance alone does to them cannot be computed.",
    ),
)
_CHANCE = Plural(
    one=Text(
        "{count} vertailu; sattuma yksin tuottaisi noin {chance} eroa.",
        "{count} jämförelse; enbart slumpen skulle ge ungefär {chance} skillnader.",
        "{count} comparison; chance alone would give about {chance} differences.",
    ),
    other=Text(
        "{count} vertailua; sattuma yksin tuottaisi noin {chance} eroa.",
        "{count} jämförelser; enbart slumpen skulle ge ungefär {chance} skillnader.",
        "{count} comparisons; chance alone would give about {chance} differences.",
    ),
)


def overview_finding(standings: Sequence[Standing], language: Language) -> str:
    """How the area stands on all of them together."""
    counts = verdict_counts(standing.comparison for standing in standings)
    verdicts = [(word.within(language), counts[verdict]) for verdict, word in VERDICTS.items() if counts[verdict]]
    if not verdicts or counts["not compared"] == len(standings):
        return _NONE.within(language)
    (word, count), *rest = verdicts
    first = _ON.within(language, word=word, count=count)
    return _BESIDE.within(language, parts=", ".join([first, *(f"{word} {count}" for word, count in rest)]))


def value_in_words(standing: Standing, language: Language) -> str:
    """The newest value with its unit and period."""
    latest = standing.latest
    if latest is None or latest.value is None:
        return _NO_DATA.within(language)
    value = quantity(latest.value, standing.item.decimals, standing.item.unit, language)
    per = compared_value_in_words(standing, language)
    dated = _VALUE.within(language, value=value, period=period(latest.period, language))
    return f"{dated}, {per}" if per else dated


def compared_value_in_words(standing: Standing, language: Language) -> str:
    """What a count is in the form in which areas are compared: per resident. Empty of everything else."""
    form = standing.as_compared
    latest = form.latest
    if form.item.counted is None or latest is None or latest.value is None:
        return ""
    return quantity(latest.value, form.item.decimals, form.item.unit, language)


def comparison_in_words(standing: Standing, benchmark: str, language: Language) -> str:
    """How the area differs from the benchmark, called `benchmark`; never more than the interval allows."""
    compared = standing.comparison
    if compared.verdict == "not compared":
        reason = NOT_COMPARED[compared.reason or "no data"].within(language)
        return _UNCOMPARED.within(language, benchmark=benchmark, reason=reason)
    if compared.verdict == "no difference":
        return _joined(_EQUAL.within(language, benchmark=benchmark), _basis_sentence(compared, language))
    standing, difference = standing.as_compared, compared.difference or 0.0
    direction = VERDICTS["higher" if difference > 0 else "lower"].within(language)
    template = _DIFFERS if compared.verdict in {"better", "worse"} else _PLAINLY
    differs = template.within(
        language,
        amount=_at_least_something(abs(difference), standing, language),
        direction=direction,
        benchmark=benchmark,
        verdict=VERDICTS[compared.verdict].within(language),
    )
    return _joined(differs, _basis_sentence(compared, language))


def _basis_sentence(compared: Comparison, language: Language) -> str:
    if compared.basis == "yearly variation":
        return (_LARGER_THAN_USUAL if compared.is_real else _AS_USUAL).within(language)
    return _ESTIMATED.within(language) if compared.basis == "population" else ""


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _at_least_something(difference: float, standing: Standing, language: Language) -> str:
    """A real difference never reads as nought: where it rounds to that, it is less than the smallest that can be written."""
    smallest = 10.0**-standing.item.decimals
    if round(difference, standing.item.decimals) > 0:
        return amount(difference, standing, language)
    return _LESS.within(language, amount=amount(smallest, standing, language))


def indicator_finding(standing: Standing, benchmark: str, language: Language) -> str:
    """Value and comparison in one line."""
    return f"{value_in_words(standing, language)}. {comparison_in_words(standing, benchmark, language)}"


def change_in_words(standing: Standing, language: Language) -> str:
    """The change since a year ago: the arrow tells which way the number moved, not whether that is good."""
    change = standing.change
    if change is None:
        return ""
    if round(change.difference, standing.item.decimals) == 0:
        return _UNCHANGED.within(language)
    arrow = "↑" if change.difference > 0 else "↓"
    return _CHANGE.within(language, arrow=arrow, amount=amount(change.difference, standing, language, sign=True))


def amount(difference: float, standing: Standing, language: Language, sign: bool = False) -> str:
    """A difference with its unit."""
    return difference_in_words(difference, standing.item.decimals, standing.item.unit, language, sign)


def chance_in_words(comparisons: Sequence[Comparison], language: Language) -> str:
    """How many comparisons were made, and how many would differ by chance alone at 95 %; empty where none has a chance."""
    count = made(comparisons) - by_yearly_variation(comparisons)
    chance = number(expected_by_chance(comparisons), 1, language)
    return _CHANCE.within(language, count=count, chance=chance) if count else ""


def years_in_words(comparisons: Sequence[Comparison], language: Language) -> str:
    """How many comparisons rest on yearly variation, whose chance nobody knows; empty where none does."""
    count = by_yearly_variation(comparisons)
    return _OF_YEARS.within(language, count=count) if count else ""


def verdict_in_words(compared: Comparison, language: Language, reasoned: bool = True) -> str:
    """The verdict as a word; not compared says why where it is `reasoned`, and a verdict what it rests on if not samples."""
    word = VERDICTS[compared.verdict].within(language)
    if compared.verdict == "not compared":
        return f"{word}: {NOT_COMPARED[compared.reason].within(language)}" if reasoned and compared.reason else word
    basis = basis_in_words(compared, language)
    return f"{word} ({basis})" if basis else word


def basis_in_words(compared: Comparison, language: Language) -> str:
    """What a verdict rests on, where it is not the interval of a sample; else empty."""
    if compared.basis is None or compared.basis == "sampling":
        return ""
    return BASES[compared.basis].within(language)


def limits_in_words(compared: Comparison, decimals: int, language: Language) -> str:
    """The 95 % interval of the difference, empty without one."""
    if compared.lower is None or compared.upper is None:
        return ""
    return f"{signed(compared.lower, decimals, language)} … {signed(compared.upper, decimals, language)}"


def missing_in_words(standing: Standing, language: Language) -> str:
    """Why the area has no value; empty where it has one."""
    if standing.latest is not None:
        return ""
    return explain(standing.own.points[-1], language) if standing.own.points else _NO_DATA.within(language)


def names_in_words(standings: Sequence[Standing], language: Language) -> list[str]:
    """The names of the indicators."""
    return [standing.item.names.within(language) for standing in standings]
