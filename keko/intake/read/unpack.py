"""Run as a program: a workbook or a Parquet file on stdin becomes texts on stdout, a line of JSON at a time, within limits.

It knows little else of KEKO, so that it starts fast and takes no one along when it fails.
"""

import io
import json
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from keko.data.own_files import is_own
from keko.intake.read.open_document import Extent, extents
from keko.intake.read.sheet_xml import Marks, Places, error_cells, scaled_cells

DAMAGED, PROTECTED, TOO_LARGE = 10, 11, 12
TOO_WIDE, TOO_MUCH_TEXT = 13, 14
# Memory that a table of the most cells takes while it is unpacked, and what the libraries take besides.
_MEMORY_OF_CELL, _MEMORY_BESIDE = 60, 400 << 20
_SECONDS = 25
_AT_ONCE = 200_000
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]\d+)?")
_SHOWN_AS = {"%": 0.01, "tuhatta": 1e3, "milj.": 1e6}
_DIGITS, _OWN_DIGITS = 15, 17  # that a spreadsheet keeps; that a number has


class TooWide(Exception):
    """More columns than are read."""


class TooMuchText(Exception):
    """More text than is read."""


class Limits:
    """How many cells, columns and characters are read, and how many of them are left."""

    def __init__(self, cells: int, columns: int, text: int) -> None:
        self._cells, self._columns, self._text = cells, columns, text

    def take_cells(self, rows: int, columns: int) -> None:
        """Count a table.

        Raises:
            MemoryError: there are too many cells.
            TooWide: it has too many columns.
        """
        if columns > self._columns:
            raise TooWide
        self._cells -= rows * columns
        if self._cells < 0:
            raise MemoryError

    def take_text(self, count: int) -> None:
        """Count characters.

        Raises:
            TooMuchText: there are too many.
        """
        self._text -= count
        if self._text < 0:
            raise TooMuchText


def workbook(data: bytes, limits: Limits) -> Iterator[Any]:
    """The sheets of a workbook: name, whether hidden, merged ranges (None where unknown), then each row of texts.

    Raises:
        MemoryError, TooWide, TooMuchText: it is larger than `limits`.
    """
    open_sheets = extents(data)
    for extent in open_sheets:
        limits.take_cells(extent.rows, extent.columns)
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        errors, scaled = ({}, _percentages(open_sheets)) if open_sheets else (error_cells(data), scaled_cells(data))
        for metadata in book.sheets_metadata:
            if metadata.typ != SheetTypeEnum.WorkSheet:
                continue
            name, sheet = metadata.name, book.get_sheet_by_name(metadata.name)
            last_row, last_column = sheet.end or (-1, -1)
            if not open_sheets:
                limits.take_cells(last_row + 1, last_column + 1)
            hidden = metadata.visible != SheetVisibleEnum.Visible
            yield {"name": name, "hidden": hidden, "merged": sheet.merged_cell_ranges}
            yield from _rows(sheet, errors.get(name, {}), scaled.get(name, {}), limits)


def _percentages(sheets: list[Extent]) -> Marks:
    return {
        sheet.name: {row: [(column, "%") for column in columns] for row, columns in sheet.percentages.items()}
        for sheet in sheets
    }


def _rows(sheet: Any, errors: Places, scaled: Places, limits: Limits) -> Iterator[list[str]]:
    """The rows of a sheet from its cell A1 on; numbers to the last digit where they are figures that KEKO gave."""
    digits = _DIGITS
    for number, cells in enumerate(sheet.iter_rows()):
        if number == 0 and is_own(set(map(str, cells))):
            digits = _OWN_DIGITS
        row = [text_of(cell, digits) for cell in cells]
        for column, text in errors.get(number, ()):  # which the library leaves empty
            if column < len(row) and not row[column]:
                row[column] = text
        for column, sign in scaled.get(number, ()):
            if column < len(row) and _NUMBER.fullmatch(row[column]):
                row[column] = f"{float(row[column]) / _SHOWN_AS[sign]:.14g} {sign}"
        limits.take_text(sum(map(len, row)))
        yield row


def text_of(cell: object, digits: int = _DIGITS) -> str:
    """A cell as a text: numbers to the 15 digits that a spreadsheet keeps, KEKO's own to the last, days in ISO form."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        return f"{cell:.{digits}g}"
    if isinstance(cell, datetime) and cell.time() == datetime.min.time():
        return cell.date().isoformat()
    return str(cell)


def parquet(data: bytes, limits: Limits) -> Iterator[Any]:
    """The names of the columns of a Parquet file, then each column as a list of texts.

    Raises:
        MemoryError, TooWide, TooMuchText: it is larger than `limits`.
    """
    # Arrow would take pandas along, which needs numpy and a second or two to start; texts need neither.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    import pyarrow as pa
    import pyarrow.parquet as pq

    pa.set_cpu_count(1)
    schema = pq.read_schema(pa.BufferReader(data))
    worded = [field.name for field in schema if pa.types.is_string(field.type) or pa.types.is_large_string(field.type)]
    # Texts are read as numbers of distinct ones: a long text that stands on every row is there once.
    file = pq.ParquetFile(pa.BufferReader(data), read_dictionary=worded)
    limits.take_cells(file.metadata.num_rows, file.metadata.num_columns)
    yield schema.names
    for batch in file.iter_batches(max(1, _AT_ONCE // max(1, len(schema))), use_threads=False):
        columns = [_texts(column) for column in batch.columns]
        limits.take_text(sum(len(text) for column in columns for text in column))
        yield columns


def _texts(column: Any) -> list[str]:
    import pyarrow as pa
    import pyarrow.compute

    if pa.types.is_dictionary(column.type):
        distinct = _texts(column.dictionary)
        return ["" if place is None else distinct[place] for place in column.indices.to_pylist()]
    try:
        if pa.types.is_floating(column.type):  # some libraries write NaN for nothing
            column = pa.compute.if_else(pa.compute.is_nan(column), None, column)
        return column.cast(pa.string()).fill_null("").to_pylist()  # type: ignore[no-any-return]
    except (pa.ArrowNotImplementedError, pa.ArrowInvalid):  # lists, structures, raw bytes
        return ["" if cell is None else str(cell) for cell in column.to_pylist()]


def main(what: str, cells: int, columns: int, text: int) -> int:
    """Unpack stdin and tell by the exit status what went wrong."""
    _limit_resources(cells)
    try:
        data, limits = sys.stdin.buffer.read(), Limits(cells, columns, text)
        for part in {"workbook": workbook, "parquet": parquet}[what](data, limits):
            sys.stdout.buffer.write(json.dumps(part).encode() + b"\n")
        sys.stdout.buffer.flush()
    except MemoryError:
        return TOO_LARGE
    except TooWide:
        return TOO_WIDE
    except TooMuchText:
        return TOO_MUCH_TEXT
    except BaseException as error:  # a panic of a library in Rust is no Exception
        return PROTECTED if type(error).__name__ == "PasswordError" else DAMAGED
    return 0


def _limit_resources(cells: int) -> None:
    if sys.platform != "win32":
        import resource

        memory = _MEMORY_BESIDE + cells * _MEMORY_OF_CELL
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
