"""What became of a decision, in a sentence, with the figures and their chance."""

from collections.abc import Callable
from datetime import date

from keko.config import Language
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Point
from keko.room.meetings import Decision
from keko.room.receipt import Became
from keko.room.undertakings import LATE, Undertaking
from keko.words import meetings as words
from keko.words.formats import day_in_words, difference_in_words, number, period, quantity
from keko.words.goals import LATENESS, STATUSES
from keko.words.sentences import capital
from keko.words.terms import HIDDEN, VALUE_AT


def became_in_words(became: Became, today: date, language: Language) -> str:
    """The verdict, then what it rests on."""
    told, item = became.told, became.item
    if became.decision.figure is None:
        return words.NO_FIGURE.within(language)
    if not became.is_readable:
        return words.OTHER_FORM.within(language)
    if told is None or item is None:
        return words.GONE.within(language)
    verdict = words.OUTCOMES[told.outcome].within(language)
    if told.reason:
        verdict = f"{verdict}: {words.REASONS[told.reason].within(language)}"
    facts = []
    if told.now is not None:
        both = {"then": _value(told.then, item, language), "now": _value(told.now, item, language)}
        facts.append(words.THEN_NOW.within(language, **both))
    if told.difference is not None:
        facts.append(_difference(told.difference, told.lower, told.upper, item, language))
    if told.next_due is not None:
        due = words.NEXT_LATE if told.next_due < today else words.NEXT_DUE
        facts.append(due.within(language, day=day_in_words(told.next_due, language)))
    if told.is_revised:
        facts.append(words.WAS_REVISED.within(language, value=_value(told.then, item, language)))
    return f"{verdict}. {capital('; '.join(facts))}." if facts else f"{verdict}."


def state_in_words(decision: Decision, today: date, language: Language) -> str:
    """Done, under way or open, and whether it is late."""
    state = words.STATES[decision.state].within(language)
    return f"{state}, {words.LATE.within(language)}" if decision.is_late(today) else state


def action_in_words(action: Undertaking | None, today: date, language: Language) -> str:
    """An action that follows a decision, by name, with its own state as it is now. None: it has been removed."""
    if action is None:
        return words.ACTION_REMOVED.within(language)
    lateness = action.lateness(today)
    states = [STATUSES[action.status], *([LATENESS[lateness][2]] if lateness in LATE else [])]
    state = ", ".join(state.within(language) for state in states)
    return words.ACTION_NOW.within(language, name=action.name.within(language), state=state)


def names_in_words(names: list[str], language: Language, most: int = 3) -> str:
    """Some names, and that there are more."""
    told = ", ".join(names[:most])
    return words.OTHERS_TOO.within(language, names=told) if len(names) > most else told


def in_every_language(say: Callable[[Language], str]) -> Text:
    """What is said in each language, kept as one text."""
    return Text(say("fi"), say("sv"), say("en"))


def _value(point: Point, item: Indicator, language: Language) -> str:
    if point.value is None:
        return HIDDEN.within(language)
    value = quantity(point.value, item.decimals, item.unit, language)
    return VALUE_AT.within(language, value=value, period=period(point.period, language))


def _difference(
    difference: float, lower: float | None, upper: float | None, item: Indicator, language: Language
) -> str:
    amount = difference_in_words(difference, item.decimals, item.unit, language, sign=True)
    if lower is None or upper is None:
        return words.DIFFERS_ALONE.within(language, difference=amount)
    limits = {"lower": number(lower, item.decimals, language), "upper": number(upper, item.decimals, language)}
    return words.DIFFERS.within(language, difference=amount, **limits)
