"""Two columns that tell a period by its first and its last day: date_from and date_to, Alkupäivä and Loppupäivä."""

import re
from collections.abc import Callable, Iterable, Sequence

from keko.intake.values.dates import day_of
from keko.intake.values.headings import plain

_DAY = "(?: ?(?:date|day|time|period|pvm|päivä|päivämäärä|aika|hetki|datum|dag|tid))?"
_FIRST = re.compile(
    rf"(?:(?:date|period|time|valid) )?(?:from|start|begin|beginning){_DAY}|(?:alku|alkaa|alkaen|mistä){_DAY}"
    rf"|(?:start|från|från och med|fr o m){_DAY}"
)
_LAST = re.compile(
    rf"(?:(?:date|period|time|valid) )?(?:to|end|until){_DAY}|(?:loppu|loppuu|päättyy|päättyen|saakka|mihin){_DAY}"
    rf"|(?:slut|till|till och med|t o m){_DAY}"
)


def is_last(header: str) -> bool:
    """Whether a header names the last day of a period."""
    return _LAST.fullmatch(plain(header)) is not None


def interval_places(headers: Sequence[str], texts: Callable[[int], Iterable[str]]) -> tuple[int, int] | None:
    """The columns of first and last days, None where there are no such two. `texts`: what the column at a place holds."""
    words = [plain(header) for header in headers]
    first, last = _only(_FIRST, words), _only(_LAST, words)
    if first is None or last is None or not all(_are_days(texts(place)) for place in (first, last)):
        return None
    return first, last


def _only(form: re.Pattern[str], words: Sequence[str]) -> int | None:
    places = [place for place, word in enumerate(words) if form.fullmatch(word)]
    return places[0] if len(places) == 1 else None


def _are_days(texts: Iterable[str]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and all(day_of(text) for text in filled)
