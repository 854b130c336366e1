"""Days in a table that stand for periods: in its headers, and in columns that hold nothing else."""

from dataclasses import replace

import pandas as pd

from keko.intake.read.table import Table
from keko.intake.values.dates import day_of, periods_of
from keko.intake.values.headings import period_length, word_of
from keko.intake.values.intervals import interval_places

_ROWS = 100


def with_periods(table: Table) -> Table:
    """The table with periods for its days; first and last days of periods, side by side, are left as they are.

    Under a word for time whole numbers may be days too (20240131, 45322).
    """
    dated = {header for header in table.header if day_of(header)}
    of_header = periods_of(dated)
    header = [of_header.get(text, text) for text in table.header]
    cells = table.cells
    interval = interval_places(table.header, lambda place: table.cells[place].head(_ROWS))
    for place, text in enumerate(table.header):
        if place in (interval or ()):
            continue
        column = _periods(table.cells[place], text)
        if column is not None:
            cells = cells.copy(deep=False) if cells is table.cells else cells
            cells[place] = column
    return replace(table, header=header, cells=cells)


def _periods(column: "pd.Series[str]", header: str) -> "pd.Series[str] | None":
    """The column with periods for its days; None where it holds anything else, which its first cell usually tells."""
    numbered = word_of(header) == "time"
    first = next((text for text in column if text), "")
    if day_of(first.strip(), numbered) is None:
        return None
    filled = column[column != ""]
    periods = periods_of((text.strip() for text in filled.unique()), numbered, period_length(header))
    return column.str.strip().replace(periods) if periods else None
