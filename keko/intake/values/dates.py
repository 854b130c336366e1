"""Days that stand for periods: spreadsheets and databases write January 2024 as 2024-01-01."""

import calendar
import re
from collections.abc import Iterable

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00:00(?:\.0+)?Z?)?")


def periods_of(texts: Iterable[str]) -> dict[str, str]:
    """The period that each of `texts` stands for; empty unless all are first, or all last, days of a month.

    First days of January (last days of December) are years where there are several, and left alone where there is only
    one, which may as well be a month.
    """
    matches = {text: _DAY.fullmatch(text) for text in texts if text}
    if not matches or not all(matches.values()):
        return {}
    dates = {text: (int(day[1]), int(day[2]), int(day[3])) for text, day in matches.items() if day}
    firsts = all(day == 1 for _, _, day in dates.values())
    lasts = all(1 <= month <= 12 and day == calendar.monthrange(year, month)[1] for year, month, day in dates.values())
    if not firsts and not lasts:
        return {}
    if {month for _, month, _ in dates.values()} == {1 if firsts else 12}:
        return {text: str(year) for text, (year, _, _) in dates.items()} if len(dates) > 1 else {}
    return {text: f"{year}-{month:02}" for text, (year, month, _) in dates.items()}
