"""What a line above or below a table tells for all of it: "Ajankohta;2024", "Vuosi is 2023", "Sukupuoli: Miehet"."""

import re
from dataclasses import replace

import pandas as pd

from keko.intake.read.table import Table
from keko.intake.values.headings import Word, beside_period, word_of
from keko.intake.values.periods import read_period

_HEADER = "Ajankohta"
_MOST_WORDS = 8
_ROWS = 100
# Lines of one cell, and what Power BI puts before the filters of a page.
_SEVERAL = re.compile(r"[\r\n]+|\b(?:filters?|suodattimet|suodatin)\s*:", re.IGNORECASE)
_BETWEEN = re.compile(r"^(?:is|on|är|=|:)\s+", re.IGNORECASE)


def with_period(table: Table) -> Table:
    """The table with the period of its lines as a column, where nothing in the table itself is a period."""
    periods = {text for line in [*table.titles, *table.footers] if (text := labelled_period(line))}
    return with_constant(table, periods.pop()) if len(periods) == 1 else table


def with_constant(table: Table, period: str) -> Table:
    """The table with a column of one period, unless it has periods of its own."""
    if any(map(_tells_time, table.header)) or _has_periods(table):
        return table
    cells = table.cells.copy(deep=False)
    cells[len(table.header)] = pd.Series(period, index=cells.index, dtype="str")
    return replace(table, header=[*table.header, _HEADER], cells=cells)


def labelled_period(line: str) -> str | None:
    """The period in a line that is a word for time and a period, None where it is anything else."""
    return next((text for text in labelled(line, "time") if read_period(text)), None)


def labelled(line: str, word: Word) -> list[str]:
    """What a line may say of `word`: "Miehet" of "Sukupuoli: Miehet", one text for every way to part label and text."""
    parts = [
        (words[:place], words[place:])
        for words in map(str.split, _SEVERAL.split(line))
        for place in range(1, min(len(words), _MOST_WORDS))
    ]
    return [
        _BETWEEN.sub("", " ".join(text)).rstrip(" .;")
        for label, text in parts
        if word_of(" ".join(label).rstrip(" :=")) == word
    ]


def _tells_time(header: str) -> bool:
    return word_of(header) == "time" or read_period(header) is not None or bool(beside_period(header))


def _has_periods(table: Table) -> bool:
    """Whether a column of the table holds nothing but periods."""
    columns = (table.cells[place].head(_ROWS) for place in range(len(table.header)))
    return any(all(read_period(text) for text in column if text) and (column != "").any() for column in columns)
