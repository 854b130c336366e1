"""Waiting times in words: classes, how many got the service in the agreed time, and how long the slowest waited."""

from keko.config import Language
from keko.data.text import Plural, Text
from keko.indicators.waiting import Waiting
from keko.indicators.waits import WaitClass, class_of
from keko.words.explanations import explain
from keko.words.formats import number, quantity
from keko.words.terms import LESS_THAN

TITLE = Text("Odotusajat {period}", "Väntetider {period}", "Waiting times {period}")
TABLE = Text("Henkilöt odotusajan mukaan", "Personer efter väntetid", "Persons by waiting time")
CLASS = Text("Odotusaika", "Väntetid", "Waiting time")
DAYS_WAITED = Text("odotettuja päiviä", "dagar av väntan", "days waited")
AGREED_MARK = Text("sovittu {days}", "överenskommet {days}", "agreed {days}")
READING = Text(
    "Viiva kertoo, kuinka suuri osuus oli päässyt palveluun odotettuaan enintään niin monta päivää. Luokan sisällä odotusaikojen oletetaan "
    "jakautuvan tasaisesti.",
    "Linjen visar hur stor andel som hade fått servicen efter högst så många dagar. Inom en klass antas väntetiderna vara jämnt fördelade.",
    "The line shows what share had received the service after waiting at most that many days. Within a class, waits are assumed to be evenly spread.",
)
CURVE_ALT = Text(
    "Palveluun päässeiden osuus odotettujen päivien mukaan. {sentences}",
    "Andelen som fått servicen efter antalet dagar av väntan. {sentences}",
    "The share that received the service by days waited. {sentences}",
)
_SPAN = Text("{first}–{last} päivää", "{first}–{last} dagar", "{first}–{last} days")
_OVER = Text("yli {days}", "över {days}", "over {days}")
_UP_TO = Text("enintään {days}", "högst {days}", "at most {days}")
_WITHIN = Text(
    "{share} pääsi sovitussa ajassa ({days})",
    "{share} fick servicen inom överenskommen tid ({days})",
    "{share} received the service within the agreed time ({days})",
)
_ONLY = Plural(
    one=Text("{count} pääsi palveluun", "{count} person fick servicen", "{count} person received the service"),
    other=Text("{count} pääsi palveluun", "{count} personer fick servicen", "{count} persons received the service"),
)
_HALF = Text("puolet odotti enintään {days}", "hälften väntade högst {days}", "half waited at most {days}")
_HALF_OVER = Text("puolet odotti yli {days}", "hälften väntade över {days}", "half waited over {days}")
_SLOWEST = Text(
    "hitain kymmenes odotti yli {days}",
    "den långsammaste tiondelen väntade över {days}",
    "the slowest tenth waited over {days}",
)
_ABOUT = Text("noin {share}", "ungefär {share}", "about {share}")
_UNKNOWN = Text(
    "jakaumaa ei voi esittää ({reason})",
    "fördelningen kan inte visas ({reason})",
    "the distribution cannot be shown ({reason})",
)


def in_days(days: float, language: Language) -> str:
    """So many days."""
    return quantity(days, 0, "päivää", language)


def up_to(days: int, language: Language) -> str:
    """Who waited at most so many days."""
    return _UP_TO.within(language, days=in_days(days, language))


def per_cent(share: float, language: Language) -> str:
    """A share, 0 to 1, as whole per cent; one that is not all or nothing never reads so."""
    if 0 < share < 0.005:
        return LESS_THAN.within(language, amount=quantity(1, 0, "%", language))
    return quantity(min(100 * share, 99) if share < 1 else 100, 0, "%", language)


def class_name(own: WaitClass, language: Language) -> str:
    """A class in words."""
    if own.last is None:
        return _OVER.within(language, days=in_days(max(own.first - 1, 0), language))
    if own.first == own.last:
        return in_days(own.last, language)
    return _SPAN.within(language, first=number(own.first, 0, language), last=number(own.last, 0, language))


def category_name(id_: str, language: Language) -> str:
    """A category that the catalogue does not name: a class of waiting time in words, any other as it is stored."""
    own = class_of(id_)
    return class_name(own, language) if own else id_


def waiting_in_words(waiting: Waiting, agreed_days: int | None, language: Language) -> str:
    """One sentence after the name of the area: the share within the agreed time, the median and the slowest tenth."""
    if waiting.lacking:
        return _UNKNOWN.within(language, reason=explain(waiting.lacking, language)) + "."
    within = waiting.within(agreed_days) if agreed_days is not None else None
    if within is None or agreed_days is None:
        parts = [_ONLY.within(language, count=round(waiting.everyone))]
    else:
        share = per_cent(within, language)
        if all(own.last != agreed_days for own in waiting.classes):  # it lies within a class
            share = _ABOUT.within(language, share=share)
        parts = [_WITHIN.within(language, share=share, days=in_days(agreed_days, language))]
    half, slowest, beyond = waiting.days(0.5), waiting.slowest_tenth, waiting.classes[-1].first - 1
    over = in_days(max(beyond, 0), language)
    parts.append(
        _HALF_OVER.within(language, days=over) if half is None else _HALF.within(language, days=in_days(half, language))
    )
    parts.append(_SLOWEST.within(language, days=over if slowest is None else in_days(slowest, language)))
    return ", ".join(parts) + "."
