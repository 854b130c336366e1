"""What a person asks of a source, as written on the command line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_YEARS = re.compile(r"(?P<first>\d{4})(?:(?P<dash>[-–])(?P<last>\d{4})?)?")
_LATEST = 9999


@dataclass(frozen=True)
class Years:
    """The years from `first` to `last`, both included."""

    first: int = 0
    last: int = _LATEST

    def __str__(self) -> str:
        if self == Years():
            return "…"
        return f"{self.first}–{'' if self.last == _LATEST else self.last}"

    def within(self, first: int, last: int) -> range:
        """Those of the years that are between `first` and `last`."""
        return range(max(self.first, first), min(self.last, last) + 1)

    def hold(self, period: str) -> bool:
        """Whether a period (2024, 2024M01, 2024Q1) is of one of the years."""
        return period[:4].isdigit() and self.first <= int(period[:4]) <= self.last


def read_years(text: str) -> Years:
    """The years that "2015-2024", "2015-" or "2024" means.

    Raises:
        ValueError: the text means no years.
    """
    match = _YEARS.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text}: years are written 2015-2024, 2015- or 2024")
    first = int(match["first"])
    last = int(match["last"] or _LATEST) if match["dash"] else first
    if last < first:
        raise ValueError(f"{text}: the last year is before the first")
    return Years(first, last)


def read_selection(texts: Sequence[str]) -> dict[str, list[str]]:
    """The selection that texts of the form "Ikä=SSS,020" make; the same dimension may stand in several.

    A whole text after the sign counts as one choice besides its parts, as names of values have commas in them: which one
    is meant is seen when the table is known.

    Raises:
        ValueError: a text is not of the form.
    """
    selection: dict[str, list[str]] = {}
    for text in texts:
        dimension, sign, values = (part.strip() for part in text.partition("="))
        if not (dimension and sign and values):
            raise ValueError(f"{text}: a selection is written DIMENSION=code,code")
        selection.setdefault(dimension, []).append(values)
    return selection
