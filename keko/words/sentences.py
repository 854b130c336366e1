"""Findings in words, from the same typed results as the colours, so that they cannot disagree."""

from collections.abc import Sequence
from functools import partial

from keko.config import Language
from keko.data.text import Plural, Text
from keko.indicators.comparing.chance import by_yearly_variation, expected_by_chance, made
from keko.indicators.comparing.comparison import Comparison
from keko.indicators.over_time.change import Change
from keko.indicators.situation import Standing
from keko.words import terms
from keko.words.changes import changes_in_words
from keko.words.explanations import absence_in_words, why_not_compared
from keko.words.formats import difference_in_words, number, of_size, period, quantity
from keko.words.interface import PERSONS
from keko.words.terms import BASES, VERDICTS

# The benchmark's name stands as it is, beside a word that takes the ending.
_DIFFERS = {
    "better": Text(
        "{amount} {direction} eli parempi kuin vertailualueella ({benchmark}).",
        "Bättre än jämförelseområdet ({benchmark}): {amount} {direction}.",
        "Better than the benchmark ({benchmark}): {amount} {direction}.",
    ),
    "worse": Text(
        "{amount} {direction} eli heikompi kuin vertailualueella ({benchmark}).",
        "Sämre än jämförelseområdet ({benchmark}): {amount} {direction}.",
        "Worse than the benchmark ({benchmark}): {amount} {direction}.",
    ),
    "plain": Text(
        "{amount} {direction} kuin vertailualueella ({benchmark}).",
        "{amount} {direction} än jämförelseområdet ({benchmark}).",
        "{amount} {direction} than the benchmark ({benchmark}).",
    ),
}
_EQUAL = Text(
    "Eroa vertailualueeseen ({benchmark}) ei todettu.",
    "Ingen konstaterad skillnad mot jämförelseområdet ({benchmark}).",
    "No difference from the benchmark ({benchmark}) was shown.",
)
_UNCOMPARED = Text(
    "Ei verrattu vertailualueeseen ({benchmark}): {reason}.",
    "Jämfördes inte med jämförelseområdet ({benchmark}): {reason}.",
    "Not compared with the benchmark ({benchmark}): {reason}.",
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
    "The confidence interval is estimated from the population.",
)
_LESS = terms.LESS_THAN
_WHOLE_FROM = 10  # so many differences by chance are told in whole numbers
_OF_YEARS = Plural(
    one=Text(
        "{count} vertailu perustuu vaihteluun vuodesta toiseen; siitä ei voi laskea sattuman osuutta.",
        "{count} jämförelse bygger på variationen från år till år; slumpens andel kan inte beräknas för den.",
        "{count} comparison is based on variation from year to year; the part of chance in it cannot be calculated.",
    ),
    other=Text(
        "{count} vertailua perustuu vaihteluun vuodesta toiseen; niistä ei voi laskea sattuman osuutta.",
        "{count} jämförelser bygger på variationen från år till år; slumpens andel kan inte beräknas för dem.",
        "{count} comparisons are based on variation from year to year; the part of chance in them cannot be calculated.",
    ),
)
_CHANCE = Plural(
    one=Text(
        "{count} vertailu; pelkkä sattuma tuottaisi noin {chance} eroa.",
        "{count} jämförelse; enbart slumpen skulle ge ungefär {chance} skillnader.",
        "{count} comparison; chance alone would give about {chance} differences.",
    ),
    other=Text(
        "{count} vertailua; pelkkä sattuma tuottaisi noin {chance} eroa.",
        "{count} jämförelser; enbart slumpen skulle ge ungefär {chance} skillnader.",
        "{count} comparisons; chance alone would give about {chance} differences.",
    ),
)


def value_in_words(standing: Standing, language: Language) -> str:
    """The newest value with its unit and period."""
    latest = standing.latest
    if latest is None or latest.value is None:
        return capital(missing_in_words(standing, language))
    value = quantity(latest.value, standing.item.decimals, standing.item.unit, language, of_size)
    return terms.VALUE_AT.within(language, value=value, period=period(latest.period, language))


def compared_value_in_words(standing: Standing, language: Language) -> str:
    """What a count is in the form in which areas are compared: per resident. Empty of everything else."""
    form = standing.as_compared
    latest = form.latest
    if form.item.counted is None or latest is None or latest.value is None:
        return ""
    return quantity(latest.value, form.item.decimals, form.item.unit, language)


def comparison_in_words(standing: Standing, benchmark: str, language: Language) -> str:
    """How the area differs from the benchmark, called `benchmark`; never more than the interval allows.

    Where the areas are compared by another value or at another period than the newest, the sentence tells it.
    """
    compared = standing.comparison
    if standing.latest and compared.period and compared.period != standing.latest.period:
        benchmark = f"{benchmark}, {period(compared.period, language)}"
    if compared.verdict == "not compared":
        reason = why_not_compared(compared.reason or "no data", language)
        return _UNCOMPARED.within(language, benchmark=benchmark, reason=reason)
    if compared.verdict == "no difference":
        return _EQUAL.within(language, benchmark=benchmark)
    form, difference = standing.as_compared, compared.difference or 0.0
    item, amounts = form.item, [_at_least_something(abs(difference), form, language)]
    if item.counted is not None:
        amounts.insert(0, quantity(compared.area_value or 0.0, item.decimals, item.unit, language))
    return _DIFFERS.get(compared.verdict, _DIFFERS["plain"]).within(
        language,
        amount=", ".join(amounts),
        direction=VERDICTS["higher" if difference > 0 else "lower"].within(language),
        benchmark=benchmark,
    )


def basis_sentence(compared: Comparison, language: Language) -> str:
    """What a verdict rests on, where that is not the interval of a sample; else empty."""
    if compared.basis == "yearly variation":
        return (_LARGER_THAN_USUAL if compared.is_real else _AS_USUAL).within(language)
    return _ESTIMATED.within(language) if compared.basis == "population" else ""


def joined(*sentences: str) -> str:
    """Sentences one after the other, those that are empty left out."""
    return " ".join(sentence for sentence in sentences if sentence)


def _at_least_something(difference: float, form: Standing, language: Language) -> str:
    """A real difference never reads as nought: where it rounds to that, it is less than the smallest that can be written."""
    decimals, smallest = form.item.decimals, 10.0**-form.item.decimals
    text = number if form.item.counted is not None else partial(difference_in_words, code=form.item.unit)
    if round(difference, decimals) > 0:
        return text(difference, decimals, language=language)
    return _LESS.within(language, amount=text(smallest, decimals, language=language))


def indicator_finding(standing: Standing, found: Sequence[Change], benchmark: str, language: Language) -> str:
    """The value, what has changed, and how it stands beside the benchmark: what is news comes first."""
    value = f"{value_in_words(standing, language)}."
    changed = changes_in_words(standing, found, language)
    return joined(value, changed, comparison_in_words(standing, benchmark, language))


def amount(difference: float, standing: Standing, language: Language, sign: bool = False) -> str:
    """A difference with its unit."""
    return difference_in_words(difference, standing.item.decimals, standing.item.unit, language, sign)


def chance_in_words(comparisons: Sequence[Comparison], language: Language) -> str:
    """How many comparisons were made, and how many would differ by chance alone at 95 %; empty where none has a chance."""
    count = made(comparisons) - by_yearly_variation(comparisons)
    expected = expected_by_chance(comparisons)
    chance = number(expected, 0 if expected >= _WHOLE_FROM else 1, language)
    return _CHANCE.within(language, count=count, chance=chance) if count else ""


def years_in_words(comparisons: Sequence[Comparison], language: Language) -> str:
    """How many comparisons rest on yearly variation, whose chance nobody knows; empty where none does."""
    count = by_yearly_variation(comparisons)
    return _OF_YEARS.within(language, count=count) if count else ""


def verdict_in_words(compared: Comparison, language: Language, reasoned: bool = True) -> str:
    """The verdict as a word; not compared says why where it is `reasoned`, and a verdict what it rests on if not samples."""
    word = VERDICTS[compared.verdict].within(language)
    if compared.verdict == "not compared":
        return f"{word}: {why_not_compared(compared.reason, language)}" if reasoned and compared.reason else word
    basis = basis_in_words(compared, language)
    return f"{word} ({basis})" if basis else word


def basis_in_words(compared: Comparison, language: Language) -> str:
    """What a verdict rests on, where it is not the interval of a sample; else empty."""
    if compared.basis is None or compared.basis == "sampling":
        return ""
    return BASES[compared.basis].within(language)


def missing_in_words(standing: Standing, language: Language) -> str:
    """Why the area has no value; empty where it has one."""
    return absence_in_words(standing.own, language)


def capital(sentence: str) -> str:
    """A sentence with its first letter as it begins one."""
    return sentence[:1].upper() + sentence[1:]


def persons_in_words(persons: float | None, language: Language) -> str:
    """About how many persons a difference is; empty where that is not known, or nobody."""
    count = round(persons or 0.0)
    return PERSONS.within(language, count=count, persons=number(count, 0, language)) if count else ""
