"""How a table is laid out: which columns hold figures, how wide each is, how many rows fit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil, sqrt

from keko.room.frozen import Cell, Table

_FIGURE = re.compile(r"[+−–-]?\s?\d|–$")
_LONGEST = 60  # characters that a column is given room for


def numeric(table: Table) -> list[bool]:
    """Of each column whether it holds figures alone; the first names its row."""
    return [place > 0 and _holds_figures([row[place] for row in table.rows]) for place in range(len(table.columns))]


def widths(table: Table) -> list[float]:
    """Of each column how wide it is, of 1: by the longest word that must not be broken, and by how much stands in it."""
    weights = [_weight(column, [row[place] for row in table.rows]) for place, column in enumerate(table.columns)]
    return [weight / sum(weights) for weight in weights]


def names_a_group(row: Sequence[Cell]) -> bool:
    """Whether a row is the name of those beneath it."""
    return len(row) > 1 and bool(row[0]) and not any(row[1:])


def first_columns(table: Table, most: int) -> Table:
    """The table with at most so many columns."""
    return replace(table, columns=table.columns[:most], rows=tuple(row[:most] for row in table.rows))


def paged(table: Table, characters: float, lines: int) -> Iterator[Table]:
    """The table in parts that fit a page of so many lines, of so many characters each; columns are as wide in all of them."""
    room = [max(1.0, width * characters) for width in widths(table)]
    left = lines - _lines(table.columns, room)
    page: list[tuple[Cell, ...]] = []
    for row in table.rows:
        needed = _lines(row, room)
        if page and needed > left:
            yield replace(table, rows=tuple(page))
            page, left = [], lines - _lines(table.columns, room)
        page.append(row)
        left -= needed
    yield replace(table, rows=tuple(page))


def _holds_figures(cells: list[Cell]) -> bool:
    held = [cell for cell in cells if cell not in {None, ""}]
    return bool(held) and all(isinstance(cell, int | float) or _FIGURE.match(str(cell)) for cell in held)


def _weight(column: str, cells: list[Cell]) -> float:
    texts = [column, *(str(cell) for cell in cells if cell is not None)]
    word = max((len(part) for text in texts for part in text.split()), default=1)
    mean = sqrt(sum(len(text) ** 2 for text in texts) / len(texts))
    return max(5.0, 1.2 * word + 2.0, min(mean, _LONGEST))


def _lines(row: Sequence[Cell], room: Sequence[float]) -> int:
    return max(ceil(len(str(cell or "")) / characters) for cell, characters in zip(row, room, strict=True))
