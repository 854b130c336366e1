"""Measured waits of a stage: the newest median with its interval, and how many waited longer than is agreed."""

from collections.abc import Mapping
from html import escape

from keko.config import Language
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Point, Series
from keko.indicators.situation import Standing
from keko.indicators.waiting import Waiting
from keko.ui.html import reason
from keko.words import ecosystem as words
from keko.words import ecosystem_pictures as pictures
from keko.words.explanations import explain
from keko.words.formats import number, period
from keko.words.terms import INTERVAL
from keko.words.waits import in_days

Waits = Mapping[str, Standing]


def of_area(standing: Standing, area: str) -> Series:
    """The series of the view's area or of its benchmark."""
    return standing.own if standing.own.area == area else standing.benchmark


def longest(points: list[Point]) -> float | None:
    """The longest of waits that were measured, days."""
    return max((point.value for point in points if point.value is not None), default=None)


def newest(delays: tuple[str, ...], area: str, waits: Waits) -> list[tuple[Indicator, Point]]:
    """The newest value of each of some delays in an area, where there is one."""
    found = [(waits[id_].item, of_area(waits[id_], area).latest) for id_ in delays if id_ in waits]
    return [(item, point) for item, point in found if point is not None and point.value is not None]


def wait_html(item: Indicator, point: Point, language: Language, part: float | None = None) -> str:
    """A wait with its interval and its period. `part`: how long its bar is, of the place for it, 0 to 1; None for no bar."""
    if point.value is None:
        return ""
    bar = "" if part is None else f'<i class="keko-length" style="--part:{part:.3f}" aria-hidden="true"></i>'
    about = [period(point.period, language)]
    if point.lower is not None and point.upper is not None:
        ends = "–".join(number(limit, item.decimals, language) for limit in (point.lower, point.upper))
        about.insert(0, f"{INTERVAL.within(language)} {ends}")
    small = "<br>".join(f"<small>{escape(fact)}</small>" for fact in about)
    return f"<b>{escape(in_days(point.value, language))}</b>{bar or '<br>'}{small}"


def over_agreed(waiting: Waiting, agreed_days: int | None) -> int | None:
    """How many waited longer than so many days; None where that is not known. About, where it lies within a class."""
    within = waiting.within(agreed_days) if agreed_days is not None else None
    return None if within is None else round(waiting.everyone * (1 - within))


def is_exact(waiting: Waiting, agreed_days: int | None) -> bool:
    """Whether so many days are where one class ends."""
    return any(own.last == agreed_days for own in waiting.classes)


def waited_html(waiting: Waiting | None, agreed_days: int | None, language: Language) -> str:
    """How many waited longer than is agreed, of how many who got in; or why it is not told."""
    if waiting is None:
        return reason(pictures.NOT_TOLD.within(language), "span")
    if waiting.lacking:
        return reason(explain(waiting.lacking, language) or pictures.NOT_TOLD.within(language), "span")
    everyone = round(waiting.everyone)
    persons = words.COUNT_OF_PERSONS.within(language, count=everyone)
    total = f"<small>{escape(pictures.OF_ALL.within(language, persons=persons))}</small>"
    over = over_agreed(waiting, agreed_days)
    if over is None:
        return total
    told = pictures.OVER_AGREED.within(language, persons=words.COUNT_OF_PERSONS.within(language, count=over))
    if not is_exact(waiting, agreed_days):
        told = pictures.ABOUT.within(language, told=told)
    return f"<b>{escape(told)}</b><br>{total}"
