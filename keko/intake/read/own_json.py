"""KEKO's own JSON, an export in JSON-stat or an answer of `series`: as the rows that its other files have.

Their numbers keep every digit, and their words are those that are stored.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from keko.data.own_files import CELL_TEXTS, COLUMNS, COUNTS, DIMENSIONS
from keko.data.problems import Refused
from keko.intake.read.archive import DAMAGED_FILE
from keko.intake.read.grid import NO_ROWS
from keko.intake.read.limits import refuse_size
from keko.intake.read.table import Table

Json = dict[str, Any]
_OF_FILE = ("indicator", "indicator_name", "unit", "kind")
_OF_ANSWER = {"indicator", "name", "unit", "sex", "age", "breakdown", "areas"}


def rows_of(parsed: object) -> Iterator[Json] | None:
    """The rows of parsed JSON that KEKO gave, by column; None where it is not KEKO's."""
    if not isinstance(parsed, dict):
        return None
    if parsed.keys() >= _OF_ANSWER:
        return _of_answer(parsed)
    extension = parsed.get("extension")
    return _of_data_set(parsed) if isinstance(extension, dict) and isinstance(extension.get("keko"), dict) else None


def table_of(rows: Iterator[Json], file_name: str, encoding: str) -> Table:
    """The rows as a table, numbered from 1.

    Raises:
        Refused: there are none or too many, or they are not as KEKO gave them.
    """
    try:
        texts = [[_written(row.get(name)) for name in COLUMNS] for row in rows]
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise Refused([DAMAGED_FILE.at(format="JSON")]) from error
    if not texts:
        raise Refused([NO_ROWS.at()])
    refuse_size(len(texts), len(COLUMNS))
    cells = pd.DataFrame(texts, index=pd.RangeIndex(1, len(texts) + 1), dtype="str")
    return Table(file_name, "json", encoding, None, [], list(COLUMNS), cells)


def _of_answer(parsed: Json) -> Iterator[Json]:
    """The points of `keko series`."""
    common = {name: parsed[name] for name in ("indicator", "sex", "age", "breakdown", "unit")}
    common |= {"indicator_name": parsed["name"], "kind": parsed.get("kind"), "is_demo": bool(parsed.get("is_demo"))}
    for area in parsed["areas"]:
        of_area = {"area": area["code"], "area_name": area.get("name"), "provider": area.get("provider")}
        for point in area["points"]:
            yield {**common, **of_area, **point}


def _of_data_set(parsed: Json) -> Iterator[Json]:
    """The cells of an export that have a status."""
    beside = parsed["extension"]["keko"]
    common = {name: beside.get(name) for name in _OF_FILE}
    codes = [parsed["dimension"][name]["category"]["index"] for name in (*DIMENSIONS, "figure")]
    if [len(own) for own in codes] != parsed["size"] or parsed["id"] != [*DIMENSIONS, "figure"]:
        raise ValueError("size")
    figures, value = codes.pop(), parsed["value"]
    for cell, status in parsed["status"].items():
        told = {name: beside[name].get(cell) for name in (*CELL_TEXTS, *COUNTS) if name in beside}
        numbers = {name: value.get(str(int(cell) + at)) for at, name in enumerate(figures)}
        row = _row(int(cell) // len(figures), codes)
        yield {**common, **dict(zip(DIMENSIONS, row, strict=True)), **numbers, **told, "status": status}


def _row(place: int, codes: Sequence[Sequence[str]]) -> list[str]:
    """The category of every dimension at a place, the last running fastest."""
    row = []
    for own in reversed(codes):
        place, at = divmod(place, len(own))
        row.append(own[at])
    return row[::-1]


def _written(value: object) -> str:
    """A value as the text of a cell, numbers to their last digit."""
    if not isinstance(value, bool | int | float | str | None):
        raise TypeError("value")
    return "" if value is None else str(value)
