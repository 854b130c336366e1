"""The distinct texts of a column: what a text means is worked out once, then spread over the rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from keko.data.arrays import Flags, Positions


@dataclass(frozen=True)
class Distinct:
    """`series`: each text once, trimmed, in order of appearance; `codes`: for every row the place of its text there.

    `rows`: the file's row numbers.
    """

    series: "pd.Series[str]"
    codes: Positions
    rows: Positions

    @classmethod
    def of(cls, column: "pd.Series[str]") -> "Distinct":
        """The distinct texts of `column`, whose index holds the file's row numbers."""
        codes, texts = pd.factorize(column.str.strip())
        return cls(pd.Series(texts, dtype="str"), codes, column.index.to_numpy(dtype=np.intp))

    @classmethod
    def constant(cls, text: str, rows: Positions) -> "Distinct":
        """The same text on every row."""
        return cls(pd.Series([text], dtype="str"), np.zeros(len(rows), dtype=np.intp), rows)

    @cached_property
    def texts(self) -> list[str]:
        """The distinct texts."""
        return self.series.to_list()

    @cached_property
    def first_rows(self) -> Positions:
        """The row where each text stands first."""
        places = np.zeros(len(self.series), dtype=np.intp)
        places[self.codes[::-1]] = self.rows[::-1]
        return places

    @cached_property
    def counts(self) -> Positions:
        """On how many rows each text stands."""
        return np.bincount(self.codes, minlength=len(self.series)).astype(np.intp)

    def spread(self, values: Mapping[str, str]) -> "pd.Series[str]":
        """For every row what `values` gives for its text, missing where it gives nothing."""
        given = pd.array([values.get(text) for text in self.texts], dtype="str")
        return pd.Series(given.take(self.codes), index=self.rows)

    def take(self, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """For every row the one of `values` (parallel to `texts`) that belongs to its text."""
        return values[self.codes]

    def firsts(self, wanted: Callable[[str], bool]) -> pd.DataFrame:
        """`row` and `text` of each wanted text where it stands first."""
        hit = [code for code, text in enumerate(self.texts) if wanted(text)]
        return pd.DataFrame({"row": self.first_rows[hit], "text": [self.texts[code] for code in hit]})

    def places(self, wanted: Flags) -> pd.DataFrame:
        """`row` and `text` of every row whose text is wanted (`wanted` is parallel to `texts`)."""
        hit = np.flatnonzero(wanted[self.codes])
        return pd.DataFrame({"row": self.rows[hit], "text": self.series.array.take(self.codes[hit])})


def codes_of(frame: pd.DataFrame, columns: Sequence[str]) -> Positions:
    """A number for every row, the same where all `columns` are the same."""
    code = np.zeros(len(frame), dtype=np.intp)
    for name in columns:
        own, texts = pd.factorize(frame[name])
        code = code * (len(texts) + 1) + own
    return pd.factorize(code)[0].astype(np.intp)
