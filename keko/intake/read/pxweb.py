"""What PxWeb answers in its own JSON: `columns` of dimensions, time and contents, and `data` of keys and values.

Source: PxWeb API 1, response format "json". Keys are codes; the file holds no other words for them.
"""

from typing import Any

import pandas as pd

from keko.data.problems import Refused
from keko.intake.read.archive import DAMAGED_FILE
from keko.intake.read.grid import NO_ROWS
from keko.intake.read.limits import refuse_size
from keko.intake.read.records import written
from keko.intake.read.table import Table
from keko.intake.values.headings import word_of

_CONTENT, _TIME = "c", "t"

Json = dict[str, Any]


def is_answer(parsed: object) -> bool:
    """Whether parsed JSON is an answer of PxWeb in its own form."""
    if not isinstance(parsed, dict) or not isinstance(parsed.get("data"), list):
        return False
    columns = parsed.get("columns")
    if not isinstance(columns, list) or not columns:
        return False
    return all(isinstance(column, dict) and {"code", "type"} <= column.keys() for column in columns)


def read(parsed: Json, file_name: str, encoding: str) -> Table:
    """The figures as a table, one row for every key and one column for every content.

    Raises:
        Refused: it is too large, or keys and values are not as many as the columns.
    """
    columns, records = parsed["columns"], parsed["data"]
    if not records:
        raise Refused([NO_ROWS.at()])
    refuse_size(len(records), len(columns))
    keys = sum(column["type"] != _CONTENT for column in columns)
    try:
        rows = [_row(record, keys, len(columns)) for record in records]
        header = [_header(column) for column in columns]
        titles = _titles(parsed)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Refused([DAMAGED_FILE.at(format="JSON (PxWeb)")]) from error
    cells = pd.DataFrame(rows, index=pd.RangeIndex(1, len(rows) + 1), dtype="str")
    return Table(file_name, "json", encoding, None, [], header, cells, titles)


def _row(record: Json, keys: int, width: int) -> list[str]:
    key, values = record["key"], record["values"]
    if len(key) != keys or len(values) != width - keys:
        raise ValueError("key")
    return [written(cell) for cell in (*key, *values)]


def _header(column: Json) -> str:
    """The words of a column; a column of times that no word tells is named so."""
    text = " ".join(str(column.get("text") or column["code"]).split())
    return "Ajankohta" if column["type"] == _TIME and word_of(text) != "time" else text


def _titles(parsed: Json) -> list[str]:
    """What the answer is called, whose it is and when it was updated, as lines above a table say them."""
    about: Json = next(iter(parsed.get("metadata") or []), {})
    lines = {"": about.get("label"), "Lähde: ": about.get("source"), "Päivitetty: ": about.get("updated")}
    return [f"{label}{' '.join(str(text).split())}" for label, text in lines.items() if text]
