"""Days that stand for periods: spreadsheets and databases write January 2024 as 2024-01-01, or as its first and last day."""

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

Length = Literal["year", "quarter", "month"]

_MIDNIGHT = r"(?:[T ]0?0[:.]00(?:[:.]00(?:\.0+)?)?Z?)?"
_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)" + _MIDNIGHT),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})" + _MIDNIGHT),
)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)")
_SERIAL = re.compile(r"[3-5]\d{4}")
_SERIAL_0 = date(1899, 12, 30)  # day 0 of spreadsheets


def day_of(text: str, numbered: bool = False) -> date | None:
    """The day that `text` writes, None where it writes none.

    `numbered`: whether a whole number may be one too, as 20240131 or as spreadsheets count days (45322).
    """
    for form in (*_FORMS, *((_COMPACT,) if numbered else ())):
        if match := form.fullmatch(text):
            try:
                return date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                return None
    return _SERIAL_0 + timedelta(days=int(text)) if numbered and _SERIAL.fullmatch(text) else None


def whole_period(first: date, last: date) -> str | None:
    """The year, quarter or month from `first` to `last`, which may be its last day or the day after it; else None."""
    if last.day == 1 and last > first:
        last -= timedelta(days=1)
    if first.day != 1 or not _is_last(last) or first.year != last.year:
        return None
    months = last.month - first.month + 1
    if months == 12:
        return str(first.year)
    if months == 3 and first.month % 3 == 1:
        return f"{first.year}-Q{first.month // 3 + 1}"
    return f"{first.year}-{first.month:02}" if months == 1 else None


def periods_of(texts: Iterable[str], numbered: bool = False, length: Length | None = None) -> dict[str, str]:
    """The period that each of `texts` stands for; empty unless all are first, or all last, days of a month.

    `length`: of the periods, where it is known. Else first days of January (last days of December) are years where there
    are several, and left alone where there is only one, which may as well be a month. `numbered`: see `day_of`.
    """
    days: dict[str, date] = {}
    for text in filter(None, texts):
        day = day_of(text, numbered)
        if day is None:
            return {}
        days[text] = day
    firsts, lasts = all(day.day == 1 for day in days.values()), all(map(_is_last, days.values()))
    if not days or (not firsts and not lasts):
        return {}
    at_end_of_year = {day.month for day in days.values()} == {1 if firsts else 12}
    if length is None and at_end_of_year:
        if len(days) == 1:
            return {}
        length = "year"
    if length == "year":
        return {text: str(day.year) for text, day in days.items()} if at_end_of_year else {}
    if length == "quarter":
        whole = all(day.month % 3 == (1 if firsts else 0) for day in days.values())
        return {text: f"{day.year}-Q{(day.month + 2) // 3}" for text, day in days.items()} if whole else {}
    return {text: f"{day.year}-{day.month:02}" for text, day in days.items()}


def _is_last(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]
