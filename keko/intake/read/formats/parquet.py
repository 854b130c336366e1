"""Parquet: columns with names and types; rows are counted from 1."""

import re

import pandas as pd

from keko.data.problems import Refused
from keko.intake.mappings import Mapping
from keko.intake.read.archive import unpacked
from keko.intake.read.grid import NO_ROWS, refuse_width
from keko.intake.read.table import Table

FORMATS = ("parquet",)
_INDEX = re.compile(r"__index_level_\d+__")


def recognises(data: bytes, file_name: str) -> str | None:
    """Its mark."""
    return "parquet" if data.startswith(b"PAR1") else None


def read(data: bytes, file_name: str, mapping: Mapping) -> Table:
    """The table in a Parquet file.

    Raises:
        Refused: the file is broken, too large, or holds no rows.
    """
    names, *batches = unpacked("parquet", data, "Parquet")
    # A library's name for its own numbering of rows is no header.
    header = ["" if _INDEX.fullmatch(name) else " ".join(name.split()) for name in names]
    refuse_width(header)
    columns = [[text for batch in batches for text in batch[place]] for place in range(len(header))]
    if not columns or not columns[0]:
        raise Refused([NO_ROWS.at()])
    rows = pd.RangeIndex(1, len(columns[0]) + 1)
    cells = pd.DataFrame({place: pd.Series(texts, index=rows, dtype="str") for place, texts in enumerate(columns)})
    return Table(file_name, "parquet", None, None, [], header, cells)
