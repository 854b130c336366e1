"""Labels that a table writes once for all the rows of a group, as PxWeb and pivot tables do: carried down to every row.

Only where the groups leave no doubt: a label on a line of its own, or the same labels in the same order in every group.
"""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pandas as pd

from keko.data.problems import ProblemKind
from keko.data.text import Text
from keko.intake.read.grid import is_figure
from keko.intake.read.table import Table

LABELS_CARRIED = ProblemKind(
    "labels-carried",
    "info",
    Text(
        "Sarakkeen ”{column}” tekstit on kirjoitettu kerran ryhmää kohti: ne luettiin kunkin ryhmän kaikille riveille.",
        "Texterna i kolumnen ”{column}” står en gång för varje grupp: de lästes för alla rader i gruppen.",
        "The texts of the column “{column}” stand once for each group: they were read for all rows of it.",
    ),
)
LABEL_ROWS = Text(
    "rivit, joilla on vain ryhmän nimi", "rader med bara gruppens namn", "rows with only the name of a group"
)
_MOST_LEVELS = 5


def carried(table: Table) -> Table:
    """The table with the labels of its groups on every row."""
    blank = (table.cells[0] == "").to_numpy()
    if not blank.any() or blank[0] or len(table.header) < 2:
        return table
    alone = _alone(table.cells)
    places = [0] if alone.any() and (alone != blank).all() else _grouping(table.cells)
    if not places:
        return table
    cells = table.cells.copy()
    cells[places] = cells[places].replace("", np.nan).ffill().astype("str")
    dropped = table.dropped
    if places == [0] and alone.any():
        cells = cells[~alone]
        dropped = (*dropped, (LABEL_ROWS, int(alone.sum())))
    problems = [LABELS_CARRIED.at(column=table.name(place)) for place in places]
    return replace(table, cells=cells, problems=[*table.problems, *problems], dropped=dropped)


def _alone(cells: pd.DataFrame) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """The rows that hold nothing but a first cell."""
    others = (cells[list(cells.columns[1:])] != "").any(axis=1)
    return ((cells[0] != "") & ~others).to_numpy()


def _grouping(cells: pd.DataFrame) -> list[int]:
    """The first columns, where they label groups of the rows that the next column tells apart; else none."""
    first = range(min(_MOST_LEVELS, cells.shape[1]))
    full = next((place for place in first if (cells[place] != "").all()), None)
    if not full or all(map(is_figure, cells[full].unique())):
        return []
    starts = [(cells[place] != "").to_numpy() for place in range(full)]
    # A label of an outer group begins a group of each inner one.
    nested = all((~outer | inner).all() for outer, inner in pairwise(starts))
    if not nested or not all(start[0] and _even(start) for start in starts):
        return []
    size = int(np.diff(np.flatnonzero([*starts[-1], True]))[0])
    groups = cells[full].to_numpy().reshape(-1, size)
    alike = (groups == groups[0]).all() and len(set(groups[0])) == size > 1
    return list(range(full)) if alike else []


def _even(starts: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> bool:
    """Whether groups that begin at `starts` are all of one size."""
    return len(set(np.diff(np.flatnonzero([*starts, True])))) == 1
