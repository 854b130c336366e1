"""Cubes (PX, JSON-stat) as long rows: one for each cell, numbered from 1 in the order of the file."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from keko.data.problems import Refused
from keko.intake.read.grid import NO_ROWS
from keko.intake.read.limits import refuse_size, refuse_text
from keko.intake.read.table import Table
from keko.intake.values.headings import word_of
from keko.intake.values.numbers import is_marker
from keko.intake.values.periods import read_period

DimensionRole = Literal["area", "time", "measure"]

_HEADERS: dict[DimensionRole, str] = {"area": "Alue", "time": "Ajankohta", "measure": "Tiedot"}
# A code of Statistics Finland or of Eurostat, a bare one of up to three digits, a postal code; no other number of a source.
_AREA_CODE = re.compile(r"[A-ZÅÄÖ]{1,3}\d[0-9A-Z]*|\d{1,3}|\d{5}")


@dataclass(frozen=True)
class Dimension:
    """One side of a cube: its name, and the code and text of each of its values. `role`: where the file tells it."""

    name: str
    codes: list[str]
    texts: list[str]
    role: DimensionRole | None = None
    units: list[str] | None = None

    @property
    def header(self) -> str:
        """Its name, or where that does not speak for itself a word for its role."""
        name = " ".join(self.name.split())
        return name if self.role is None or word_of(name) == self.role else _HEADERS[self.role]

    @property
    def cells(self) -> list[str]:
        """What its rows say: areas by code and text, periods as whichever of the two is one, the rest by their text."""
        pairs = list(zip(self.codes, self.texts, strict=True))
        if self.role == "time":
            return [code if read_period(code) and not read_period(text) else text for code, text in pairs]
        if self.role == "area" or word_of(self.name) == "area":
            return [_area(code, text) for code, text in pairs]
        return self.texts


def _area(code: str, text: str) -> str:
    """Code and text of an area in one cell; some texts begin with the code, and some codes say nothing (SSS)."""
    known = _AREA_CODE.fullmatch(code)
    return f"{code} {text}".strip() if known and not text.startswith(code) else text


def count_of(dimensions: Sequence[Dimension]) -> int:
    """How many figures a cube has.

    Raises:
        Refused: none, or as rows of a table they would have more cells than are read.
    """
    count = math.prod(len(dimension.codes) for dimension in dimensions)
    refuse_size(count, len(dimensions) + 1)
    refuse_text(
        sum(count // len(own.texts) * sum(map(len, [*own.codes, *own.texts])) for own in dimensions if own.texts)
    )
    if not dimensions or not count:
        raise Refused([NO_ROWS.at()])
    return count


def table_of(
    file_name: str,
    format_name: str,
    encoding: str | None,
    dimensions: Sequence[Dimension],
    values: Sequence[str],
    statuses: Sequence[str],
    titles: list[str],
) -> Table:
    """The table of a cube.

    `values`: one text for every cell, the last dimension running fastest; `statuses`: what the file says of each
    value, empty texts where nothing, or none at all. A status that stands for a missing value takes its place.
    """
    count = count_of(dimensions)
    columns: dict[str, pd.Series[str]] = {}
    repeat = count
    for dimension in dimensions:
        repeat //= len(dimension.codes)
        places = np.tile(np.repeat(np.arange(len(dimension.codes)), repeat), count // (repeat * len(dimension.codes)))
        columns[_free(dimension.header, columns)] = _taken(dimension.cells, places)
        if dimension.units and any(dimension.units):
            columns["Yksikkö"] = _taken(dimension.units, places)
    columns["Arvo"] = pd.Series(values, dtype="str")
    if len(statuses):
        status = pd.Series(statuses, dtype="str")
        markers = [text for text in status.unique() if is_marker(text)]
        instead = (columns["Arvo"] == "") & status.isin(markers)
        columns["Arvo"] = columns["Arvo"].mask(instead, status)
        status = status.mask(instead, "")
        if (status != "").any():
            columns["Status"] = status
    cells = pd.DataFrame(dict(enumerate(columns.values()))).set_index(pd.RangeIndex(1, count + 1))
    return Table(file_name, format_name, encoding, None, [], list(columns), cells, titles)


def _taken(texts: Sequence[str], places: "np.ndarray[tuple[int], np.dtype[np.intp]]") -> "pd.Series[str]":
    return pd.Series(pd.array([" ".join(text.split()) for text in texts], dtype="str").take(places))


def _free(header: str, taken: dict[str, "pd.Series[str]"]) -> str:
    """A header that no other column has."""
    while header in taken or header in {"Yksikkö", "Arvo", "Status"}:
        header += "_"
    return header
