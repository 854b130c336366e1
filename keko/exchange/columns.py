"""Which columns of a table hold figures, written or as numbers: they stand to the right."""

import re

from keko.room.frozen import Cell, Table

_FIGURE = re.compile(r"[+−–-]?\s?\d|–$")


def numeric(table: Table) -> list[bool]:
    """Of each column whether it holds figures alone; the first names its row."""
    return [place > 0 and _holds_figures([row[place] for row in table.rows]) for place in range(len(table.columns))]


def _holds_figures(cells: list[Cell]) -> bool:
    held = [cell for cell in cells if cell not in {None, ""}]
    return bool(held) and all(isinstance(cell, int | float) or _FIGURE.match(str(cell)) for cell in held)
