"""What has changed in an area since earlier years, in words: the amounts, and what they mean only where chance does not explain them."""

from collections.abc import Sequence

from keko.config import Language
from keko.data.text import Text
from keko.indicators.over_time.change import Change, ChangeVerdict
from keko.indicators.situation import Standing
from keko.words.formats import difference_in_words, listed, of_size, quantity, signed
from keko.words.terms import TRENDS

_OVER = {
    1: Text("vuodessa {amount}", "{amount} på ett år", "{amount} in a year"),
    3: Text("kolmessa vuodessa {amount}", "{amount} på tre år", "{amount} in three years"),
}
_CHANGES = Text("Muutos {amounts}.", "Förändring: {amounts}.", "Change: {amounts}.")
_JUDGED = Text("{word}: {amounts}.", "{word}: {amounts}.", "{word}: {amounts}.")
_JUDGED_APART = Text("{amount} ({word})", "{amount} ({word})", "{amount} ({word})")
_EVERY_YEAR = Text("{word} kolmena vuonna peräkkäin", "{word} tre år i rad", "{word} three years in a row")
_SINCE = {
    1: Text("{word} vuodessa", "{word} på ett år", "{word} in a year"),
    3: Text("{word} kolmessa vuodessa", "{word} på tre år", "{word} in three years"),
}
_SHORT = Text("{arrow} {amount} vuoden takaisesta", "{arrow} {amount} på ett år", "{arrow} {amount} in a year")
_UNCHANGED = Text("sama kuin vuosi sitten", "samma som för ett år sedan", "the same as a year ago")


def changes_in_words(standing: Standing, found: Sequence[Change], language: Language) -> str:
    """A sentence: whether it was for the better, over one and over three years; empty without earlier values.

    One word where all that is known agrees, else the word of each beside its amount.
    """
    if not found:
        return ""
    *first, last = found
    amounts = [_over(each, _bare_amount(standing, each, language), language) for each in first]
    amounts.append(over_in_words(standing, last, language))
    real = [each for each in found if each.is_real]
    if len({each.verdict for each in real}) == 1:
        word = _judged(real[-1], language).capitalize()
        return _JUDGED.within(language, word=word, amounts=listed(amounts, language))
    if real:
        words = [_judged(each, language) for each in found]
        amounts = [
            _JUDGED_APART.within(language, amount=amount, word=word)
            for amount, word in zip(amounts, words, strict=True)
        ]
    return _CHANGES.within(language, amounts=listed(amounts, language))


def over_in_words(standing: Standing, of: Change, language: Language) -> str:
    """One change with its years: in three years +3.9 percentage points; of counts in per cent: in a year +571 (+4.4%)."""
    item = standing.item
    if item.kind == "count":
        return _over(of, _bare_amount(standing, of, language), language)
    return _over(of, difference_in_words(of.difference, item.decimals, item.unit, language, sign=True), language)


def _over(of: Change, amount: str, language: Language) -> str:
    return _OVER[of.years].within(language, amount=amount)


def _bare_amount(standing: Standing, of: Change, language: Language) -> str:
    """A change without its unit, which stands beside it; of counts also in per cent."""
    item = standing.item
    amount = signed(of.difference, item.decimals, language, of_size)
    if item.kind != "count" or of.before <= 0:
        return amount
    share = 100 * of.difference / of.before
    sign = "+" if round(share, 1) > 0 else ""
    return f"{amount} ({sign}{quantity(share, 1, '%', language)})"


def _judged(of: Change, language: Language) -> str:
    word = TRENDS[of.verdict].within(language)
    return _EVERY_YEAR.within(language, word=word) if of.every_year else word


def judged_in_words(found: Sequence[Change], language: Language) -> tuple[ChangeVerdict, str] | None:
    """The verdict on the longest change that is real, and a few words of it; None where none is."""
    real = [each for each in found if each.verdict in {"improved", "worsened"}]
    if not real:
        return None
    return real[-1].verdict, _SINCE[real[-1].years].within(language, word=TRENDS[real[-1].verdict].within(language))


def change_in_words(standing: Standing, found: Change | None, language: Language) -> str:
    """The change since a year ago: the arrow tells which way the number moved, not whether that is good."""
    if found is None:
        return ""
    if round(found.difference, standing.item.decimals) == 0:
        return _UNCHANGED.within(language)
    arrow = "↑" if found.difference > 0 else "↓"
    item = standing.item
    amount = difference_in_words(found.difference, item.decimals, item.unit, language, sign=True)
    return _SHORT.within(language, arrow=arrow, amount=amount)
