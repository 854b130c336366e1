"""Lists of flat records, as interfaces and data frames write tables in JSON: a list of objects, of lists, or of columns."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from keko.data.problems import Refused
from keko.intake.read.archive import DAMAGED_FILE
from keko.intake.read.grid import NO_ROWS
from keko.intake.read.limits import refuse_size
from keko.intake.read.table import Table

Record = Mapping[str, Any]

_DEEPEST = 3


def written(value: object) -> str:
    """A value of JSON as the text of a cell.

    Raises:
        TypeError: it is a list, an object, or true or false, which are no cells.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str | None):
        raise TypeError("value")
    return "" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)


def records_of(parsed: object, depth: int = 0) -> Sequence[Record] | None:
    """The records in parsed JSON, however they are wrapped; None where there are none, or several lists of them."""
    if isinstance(parsed, list):
        return _of_list(parsed)
    if not isinstance(parsed, dict) or depth > _DEEPEST:
        return None
    if isinstance(parsed.get("columns"), list) and isinstance(parsed.get("data"), list):
        return _of_lists([parsed["columns"], *parsed["data"]])
    return _of_columns(parsed) or _of_numbered(parsed) or _inside(parsed, depth)


def table_of(records: Sequence[Record], file_name: str, encoding: str) -> Table:
    """The records as a table, one row each, numbered from 1; an object within one has a column for each of its entries.

    Raises:
        Refused: there are too many, or a value is a list.
    """
    headers = list(dict.fromkeys(name for record in records for name in record))
    if not headers:
        raise Refused([NO_ROWS.at()])
    refuse_size(len(records), len(headers))
    rows = pd.RangeIndex(1, len(records) + 1)
    try:
        columns = [[written(record.get(header)) for record in records] for header in headers]
    except TypeError as error:
        raise Refused([DAMAGED_FILE.at(format="JSON")]) from error
    cells = pd.DataFrame({place: pd.Series(texts, index=rows, dtype="str") for place, texts in enumerate(columns)})
    return Table(file_name, "json", encoding, None, [], [" ".join(header.split()) for header in headers], cells)


def _of_list(parsed: list[Any]) -> Sequence[Record] | None:
    if parsed and all(isinstance(record, dict) for record in parsed):
        return [_flat(record) for record in parsed]
    return _of_lists(parsed)


def _of_lists(rows: list[Any]) -> Sequence[Record] | None:
    """Lists of one length, the first of them headers."""
    if len(rows) < 2 or not all(isinstance(row, list) and len(row) == len(rows[0]) for row in rows):
        return None
    header = rows[0]
    if not all(isinstance(name, str) for name in header) or len(set(header)) < len(header):
        return None
    return [dict(zip(header, row, strict=True)) for row in rows[1:]]


def _of_columns(parsed: dict[str, Any]) -> Sequence[Record] | None:
    """Columns under their headers, as lists of one length or with the number of every row."""
    columns = list(parsed.values())
    if len(columns) < 2:
        return None
    if all(isinstance(column, list) and len(column) == len(columns[0]) for column in columns):
        scalar = not any(isinstance(value, list | dict) for column in columns for value in column[:1])
        return [dict(zip(parsed, row, strict=True)) for row in zip(*columns, strict=True)] if scalar else None
    if all(isinstance(column, dict) and column and all(map(str.isdecimal, column)) for column in columns):
        return [{name: column.get(row) for name, column in parsed.items()} for row in columns[0]]
    return None


def _of_numbered(parsed: dict[str, Any]) -> Sequence[Record] | None:
    """Records under their numbers."""
    if parsed and all(key.isdecimal() and isinstance(record, dict) for key, record in parsed.items()):
        return [_flat(record) for record in parsed.values()]
    return None


def _inside(parsed: dict[str, Any], depth: int) -> Sequence[Record] | None:
    """The only records among the entries of an object, such as `data`, `value` or `result`."""
    entries = (records_of(value, depth + 1) for value in parsed.values() if isinstance(value, list | dict))
    kinds = [records for records in entries if records]
    return kinds[0] if len(kinds) == 1 else None


def _flat(record: dict[str, Any]) -> Record:
    """A record with the entries of objects within it beside its own; of a feature of a map only what is said of it."""
    if record.get("type") == "Feature" and isinstance(record.get("properties"), dict):
        return dict(record["properties"])
    if not any(isinstance(value, dict) for value in record.values()):
        return record
    flat: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            flat |= {f"{name}.{entry}": inner for entry, inner in value.items()}
        else:
            flat[name] = value
    return flat
