"""Measured waits of a stage: the newest median with its interval, and how many got in."""

from collections.abc import Mapping
from html import escape

from keko.config import Language
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Point, Series
from keko.indicators.situation import Standing
from keko.words import ecosystem as words
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


def wait_html(item: Indicator, point: Point, language: Language) -> str:
    """A wait with its interval, its period and how many got in."""
    if point.value is None:
        return ""
    parts = [f"<b>{escape(in_days(point.value, language))}</b>"]
    about = [period(point.period, language)]
    if point.lower is not None and point.upper is not None:
        ends = "–".join(number(limit, item.decimals, language) for limit in (point.lower, point.upper))
        about.insert(0, f"{INTERVAL.within(language)} {ends}")
    if point.denominator is not None:
        persons = words.COUNT_OF_PERSONS.within(language, count=int(point.denominator))
        about.append(words.GOT_IN.within(language, persons=persons))
    parts += [f"<small>{escape(part)}</small>" for part in about]
    return "<br>".join(parts)
