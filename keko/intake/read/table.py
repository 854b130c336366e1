"""A file as a table of texts, before anyone has said what its columns mean."""

from dataclasses import dataclass, field

import pandas as pd

from keko.data.problems import Problem
from keko.data.text import Text


def letter(position: int) -> str:
    """The letter a spreadsheet shows above the column at `position` (0 is A, 26 is AA)."""
    above, own = divmod(position, 26)
    return (letter(above - 1) if above else "") + chr(ord("A") + own)


@dataclass(frozen=True)
class Table:
    """What a reader makes of a file.

    `cells`: texts, columns numbered from 0, indexed by the row number that a spreadsheet shows; `header`: the text
    above each column, spaces tidied; `header_rows`: its row numbers, none where the file has no header. `titles` and
    `footers`: the lines above and below, and `sheet` the name of its sheet, which may name unit, source and population.
    `encoding` and `delimiter` are None where the format has none. `problems`: what is to be told of how it was read;
    `dropped`: how many rows of the file are not among `cells`, and why.
    """

    file_name: str
    format: str
    encoding: str | None
    delimiter: str | None
    header_rows: list[int]
    header: list[str]
    cells: pd.DataFrame
    titles: list[str] = field(default_factory=list)
    footers: list[str] = field(default_factory=list)
    sheet: str = ""
    problems: list[Problem] = field(default_factory=list)
    dropped: tuple[tuple[Text, int], ...] = ()

    def name(self, position: int) -> str:
        """What to call a column: its header, or its letter where the header is empty."""
        return self.header[position] or letter(position)

    @property
    def names(self) -> list[str]:
        """What to call each column."""
        return [self.name(position) for position in range(len(self.header))]
