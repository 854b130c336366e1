"""What became of every row of a file: read, passed over for a reason, or refused. The three add up to its rows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from keko.config import Language
from keko.data.arrays import Flags, Positions
from keko.data.text import Plural, Text
from keko.intake.read.table import Table
from keko.intake.values.areas import AreaTexts

NOTES = Text("huomautukset taulukon alla", "anmärkningar under tabellen", "notes below the table")
CHOSEN_ROWS = Text("pois valitut rivit", "bortvalda rader", "rows left out by choice")
CHOSEN_MEASURES = Text("pois valitut suureet", "bortvalda mått", "measures left out by choice")
_LINE = Plural(
    one=Text("{rows} rivi: luettu {read}", "{rows} rad: läst {read}", "{rows} row: {read} read"),
    other=Text("{rows} riviä: luettu {read}", "{rows} rader: lästa {read}", "{rows} rows: {read} read"),
)
_FIGURES = Plural(
    one=Text("{figures} luku", "{figures} tal", "{figures} figure"),
    other=Text("{figures} lukua", "{figures} tal", "{figures} figures"),
)
_PASSED = Text("ohitettu {count}: {reasons}", "hoppades över {count}: {reasons}", "{count} passed over: {reasons}")
_REFUSED = Text("hylätty {count}", "underkända {count}", "{count} refused")


@dataclass(frozen=True)
class Passed:
    """How many rows were passed over for one reason."""

    reason: Text
    rows: int


@dataclass(frozen=True)
class Accounting:
    """The rows of a file below its header, notes included. `figures`: the values on the rows that were read."""

    rows: int = 0
    read: int = 0
    figures: int = 0
    passed: tuple[Passed, ...] = ()

    @property
    def refused(self) -> int:
        """The rows whose area, period or sex could not be told."""
        return self.rows - self.read - sum(reason.rows for reason in self.passed)

    def as_json(self, language: Language) -> dict[str, Any]:
        """The counts by name, and the line that tells them in `language`."""
        passed = [{"reason": reason.reason.within(language), "rows": reason.rows} for reason in self.passed]
        counts = {"rows": self.rows, "read": self.read, "figures": self.figures, "refused": self.refused}
        return {**counts, "passed_over": passed, "line": self.line.within(language)}

    def without(self, rows: int, figures: int, reason: Text) -> "Accounting":
        """The same after some of the rows and figures that were read were passed over."""
        passed = (*self.passed, Passed(reason, rows)) if rows else self.passed
        return replace(self, read=self.read - rows, figures=self.figures - figures, passed=passed)

    @property
    def line(self) -> Text:
        """All of it in one line: "11 240 rows: 10 880 read (10 880 figures); 360 passed over: sub-regions"."""
        read = _LINE.filled(count=self.rows, rows=_grouped(self.rows), read=_grouped(self.read))
        figures = _FIGURES.filled(count=self.figures, figures=_grouped(self.figures))
        parts = [*self._passed_in_words(), *([_REFUSED.filled(count=_grouped(self.refused))] if self.refused else [])]
        rest = ["".join(f"; {part}" for part in own) for own in zip(*parts, strict=True)] if parts else [""] * len(read)
        return Text(*(f"{first} ({own}){more}" for first, own, more in zip(read, figures, rest, strict=True)))

    def _passed_in_words(self) -> list[Text]:
        """The reasons as one part of the line, each with its number where there are several."""
        if not self.passed:
            return []
        several = len(self.passed) > 1
        own = [[f"{word} {_grouped(each.rows)}" if several else word for word in each.reason] for each in self.passed]
        reasons = Text(*(", ".join(words) for words in zip(*own, strict=True)))
        return [_PASSED.filled(count=_grouped(sum(each.rows for each in self.passed)), reasons=reasons)]


@dataclass(frozen=True)
class Fates:
    """What became of each row below the header: `rows` their numbers, `read` whether one was read, `passed` the place in
    `reasons` of why one was passed over, -1 where it was not.
    """

    rows: Positions
    read: Flags
    passed: Positions
    reasons: tuple[Text, ...] = ()

    def reason(self, row: int) -> Text | None:
        """Why a row was passed over; None where it was not."""
        place = self._place(row)
        return None if place is None or self.passed[place] < 0 else self.reasons[self.passed[place]]

    def is_refused(self, row: int) -> bool:
        """Whether a row has no area, period or sex that could be told."""
        place = self._place(row)
        return place is not None and bool(not self.read[place] and self.passed[place] < 0)

    def _place(self, row: int) -> int | None:
        place = int(np.searchsorted(self.rows, row))
        return place if place < len(self.rows) and self.rows[place] == row else None


def without_rows(table: Table, unwanted: Collection[int]) -> Table:
    """The table less the rows of some numbers, which are counted."""
    wanted = ~table.cells.index.isin(list(unwanted))
    if wanted.all():
        return table
    dropped = (*table.dropped, (CHOSEN_ROWS, int((~wanted).sum())))
    return replace(table, cells=table.cells[wanted], dropped=dropped)


def fates(table: Table, known: "pd.Series[bool]", areas: AreaTexts) -> Fates:
    """What became of each of a table's rows; as in `accounted`."""
    rows = table.cells.index.to_numpy(dtype=np.intp)
    return Fates(rows, known.to_numpy(dtype=bool), areas.passed, tuple(areas.reasons))


def accounted(table: Table, known: "pd.Series[bool]", areas: AreaTexts, figures: int) -> Accounting:
    """The account of a table's rows. `known`: those that were read; `areas`: theirs, with why some were passed over."""
    counts = np.bincount(areas.passed[areas.passed >= 0], minlength=len(areas.reasons)).tolist()
    passed = _passed([*table.dropped, *zip(areas.reasons, counts, strict=True), (NOTES, len(table.footers))])
    rows = len(table.cells) + len(table.footers) + sum(count for _, count in table.dropped)
    return Accounting(rows, int(known.sum()), figures, passed)


def _passed(counts: Iterable[tuple[Text, int]]) -> tuple[Passed, ...]:
    """The reasons that some rows have, each once."""
    sums: dict[Text, int] = {}
    for reason, rows in counts:
        sums[reason] = sums.get(reason, 0) + rows
    return tuple(Passed(reason, rows) for reason, rows in sums.items() if rows)


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", "\u00a0")
