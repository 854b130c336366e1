"""How a table is laid out: which columns hold figures, how wide each is, how many rows fit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, islice
from math import ceil, sqrt
from textwrap import wrap

from keko.room.frozen import Cell, Table

Row = tuple[Cell, ...]

_FIGURE = re.compile(r"[+−–-]?\s?\d|–$")
_LONGEST = 60  # characters that a column is given room for
_ACROSS = 120.0  # characters of small type that a page holds side by side


@dataclass(frozen=True)
class Page:
    """What of a table stands on a page. `widths`: of its columns, of 1; `left_out`: how many rows and columns stand on none, told
    on the last.
    """

    table: Table
    widths: list[float]
    left_out: tuple[int, int] = (0, 0)


def numeric(table: Table) -> list[bool]:
    """Of each column whether it holds figures alone; the first names its row."""
    return [place > 0 and _holds_figures([row[place] for row in table.rows]) for place in range(len(table.columns))]


def widths(table: Table, characters: float = _ACROSS) -> list[float]:
    """Of each column how wide it is, of 1, on a page of so many characters: first the longest word, which must not be broken, has
    room; what is left is shared out by how much stands in each.
    """
    texts = [_texts(table, place) for place in range(len(table.columns))]
    least = [
        max(5.0, 1.2 * max(len(word) for text in column for word in text.split() or [""]) + 2.0) for column in texts
    ]
    wanted = [max(0.0, min(_mean(column), _LONGEST) - own) for column, own in zip(texts, least, strict=True)]
    spare = max(0.0, characters - sum(least)) / (sum(wanted) or 1.0)
    weights = [own + spare * more for own, more in zip(least, wanted, strict=True)]
    return [weight / sum(weights) for weight in weights]


def names_a_group(row: Sequence[Cell]) -> bool:
    """Whether a row is the name of those beneath it."""
    return len(row) > 1 and bool(row[0]) and not any(row[1:])


def first_columns(table: Table, most: int) -> Table:
    """The table with at most so many columns."""
    return replace(table, columns=table.columns[:most], rows=tuple(row[:most] for row in table.rows))


def paged(table: Table, characters: float, lines: int) -> Iterator[Table]:
    """The table in parts that fit a page of so many lines, of so many characters each; columns are as wide in all of them.

    A row that a page cannot hold goes on on the next.
    """
    room, whole = _room(table, characters, lines)
    left = whole
    page: list[Row] = []
    for row in chain.from_iterable(_row_parts(each, room, whole) for each in table.rows):
        needed = _lines(row, room)
        if page and needed > left:
            yield replace(table, rows=tuple(page))
            page, left = [], whole
        page.append(row)
        left -= needed
    yield replace(table, rows=tuple(page))


def _room(table: Table, characters: float, lines: int) -> tuple[list[float], int]:
    """How many characters a line of each column holds, and how many lines a page has beneath the names of columns."""
    room = [max(1.0, width * characters) for width in widths(table, characters)]
    return room, max(1, lines - _lines(table.columns, room))


def _row_parts(row: Row, room: Sequence[float], most: int) -> Iterator[Row]:
    """A row in parts of so many lines at most: a text that is longer goes on in the next, and what is short stands in each."""
    if _lines(row, room) <= most:
        yield row
        return
    held = [wrap(str(cell or ""), int(width), break_long_words=False) for cell, width in zip(row, room, strict=True)]
    for start in range(0, max(map(len, held)), most):
        yield tuple(
            " ".join(text[start : start + most]) if len(text) > most else cell
            for cell, text in zip(row, held, strict=True)
        )


def pages_of(whole: Table, most_columns: int, characters: float, lines: int, most_pages: int) -> Iterator[Page]:
    """A table in as many pages as it needs, but not more than so many; nothing of one without columns."""
    if not whole.columns:
        return
    table = first_columns(whole, most_columns)
    *pages, last = islice(paged(table, characters, lines), most_pages)
    lengths, high = _room(table, characters, lines)
    ends = accumulate(len([*_row_parts(row, lengths, high)]) for row in table.rows)
    shown = sum(len(page.rows) for page in (*pages, last))
    rows = sum(end > shown for end in ends)
    room = widths(table, characters)
    yield from (Page(page, room) for page in pages)
    yield Page(last, room, (rows, len(whole.columns) - len(table.columns)))


def text_pages(texts: Sequence[str], characters: int, lines: float) -> Iterator[list[str]]:
    """Texts in parts that fit a page of so many lines, of so many characters each; half a line stands between texts.

    One that a page cannot hold goes on on the next.
    """
    page: list[str] = []
    left = lines
    for text in texts:
        rows = wrap(text, characters, break_long_words=False)
        while rows:
            if page and len(rows) > left:
                yield page
                page, left = [], lines
            fitting = max(1, int(left))
            page.append(" ".join(rows[:fitting]))
            left -= len(rows[:fitting]) + 0.5
            rows = rows[fitting:]
    if page:
        yield page


def _holds_figures(cells: list[Cell]) -> bool:
    held = [cell for cell in cells if cell not in {None, ""}]
    return bool(held) and all(isinstance(cell, int | float) or _FIGURE.match(str(cell)) for cell in held)


def _texts(table: Table, place: int) -> list[str]:
    cells = (row[place] for row in table.rows)
    return [table.columns[place], *(str(cell) for cell in cells if cell is not None)]


def _mean(texts: list[str]) -> float:
    return sqrt(sum(len(text) ** 2 for text in texts) / len(texts))


def _lines(row: Sequence[Cell], room: Sequence[float]) -> int:
    return max(ceil(len(str(cell or "")) / characters) for cell, characters in zip(row, room, strict=True))
