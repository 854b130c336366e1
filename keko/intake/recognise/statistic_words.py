"""What words of statistics in headers mean beside each other: medians and means, their spread, n, classes of waiting time."""

from collections.abc import Sequence

from keko.data.area_names import folded
from keko.intake.read.table import Table
from keko.intake.values.dimensions import is_total
from keko.intake.values.headings import Word, heading, names_share, statistic_within
from keko.intake.values.wait_classes import class_at_end, wait_classes

_SPREAD: frozenset[Word] = frozenset({"q1", "q3", "deviation"})
_TYPICAL: frozenset[Word] = frozenset({"mean", "median"})
_COUNTED: frozenset[Word] = frozenset({"size", "persons", "amount"})
_STATISTICAL = _SPREAD | _TYPICAL | {"size", "persons"}


def settled_words(table: Table, texts: Sequence[Sequence[str]], words: Sequence[Word | None]) -> list[Word | None]:
    """The words of the headers of `table`, those of statistics as roles or as nothing.

    A mean or a median is the value where it is the only one, and n its denominator. Beside a Q4 quarters are told, not
    quartiles. What classes of waiting time tell is not told twice. `texts`: samples of the columns.
    """
    headers = table.header
    if any(folded(header) == "q4" for header in headers):
        return [None if word in _STATISTICAL else word for word in words]
    if _are_waits(headers):
        return [_beside_waits(word, header) for word, header in zip(words, headers, strict=True)]
    classes = max(len(wait_classes(column, header)) for header, column in zip(headers, texts, strict=True))
    if classes:
        return _of_rows_by_wait(table, words, classes)
    spread = not _SPREAD.isdisjoint(words)
    typical = [word for word in words if word in _TYPICAL]
    spoken = any(word is None and statistic_within(header) for word, header in zip(words, headers, strict=True))
    counted = bool(typical) or spoken or (spread and "value" in words)
    alone = len(typical) == 1 and "value" not in words

    def role(word: Word | None) -> Word | None:
        if word in _TYPICAL:
            return "value" if alone else None
        if (word in {"size", "amount"} and counted) or (word == "persons" and spread):
            return "denominator"
        return None if word in {"size", "persons"} else word

    return [role(word) for word in words]


def _are_waits(headers: Sequence[str]) -> bool:
    ends = [end[1] for header in headers if (end := class_at_end(heading(header).name))]
    return bool(wait_classes(ends, " ".join(headers)))


def _beside_waits(word: Word | None, header: str) -> Word | None:
    """Beside columns of classes n is told once; a class in months is no month."""
    if class_at_end(heading(header).name):
        return None
    if word in _COUNTED or (word is None and is_total(header)):
        return "denominator"
    return "ignored" if word in _STATISTICAL else word


def _of_rows_by_wait(table: Table, words: Sequence[Word | None], classes: int) -> list[Word | None]:
    """Rows by class: beside shares, a number that all the classes of a place have is n; if each has its own, it is the value."""
    shares = [
        place for place, header in enumerate(table.header) if words[place] in {None, "value"} and names_share(header)
    ]
    numbers = [place for place, word in enumerate(words) if word in _COUNTED]
    repeated = [place for place in numbers if table.cells[place].nunique() * classes <= len(table.cells)]
    settled = [None if word in {"size", "persons", *_TYPICAL} else word for word in words]
    for place in repeated if shares else [place for place in numbers if words[place] == "size"]:
        settled[place] = "denominator"
    for place in shares if shares and numbers and not repeated else []:
        settled[place] = "ignored"
    return settled
