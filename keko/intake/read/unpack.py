"""Run as a script: a workbook or a Parquet file on stdin becomes texts in JSON on stdout, within limits of memory.

It runs by itself and knows nothing else of KEKO, so that it starts fast and takes no one along when it fails.
"""

import io
import json
import posixpath
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

DAMAGED, PROTECTED, TOO_LARGE = 10, 11, 12
MOST_CELLS = 20_000_000
_MEMORY = 4 << 30
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ERROR_CELL = re.compile(
    rb'<c(?=[^>]*\st="e")[^>]*\sr="([A-Z]{1,3})(\d{1,7})"[^>]*>(?:<f[^>]*/>|<f.*?</f>)?<v>(#[^<]+)'
)


def workbook(data: bytes) -> list[dict[str, Any]]:
    """The sheets of a workbook: name, whether hidden, merged ranges (None where unknown) and rows of texts."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        errors = error_cells(data)
        return [
            {
                "name": metadata.name,
                "hidden": metadata.visible != SheetVisibleEnum.Visible,
                "merged": sheet.merged_cell_ranges,
                "rows": with_errors(
                    [[text_of(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)],
                    errors.get(metadata.name, []),
                ),
            }
            for metadata in book.sheets_metadata
            if metadata.typ == SheetTypeEnum.WorkSheet
            for sheet in [book.get_sheet_by_name(metadata.name)]
        ]


def text_of(cell: object) -> str:
    """A cell as a text: numbers to the 15 digits that a spreadsheet keeps, days in ISO form."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        return f"{cell:.15g}"
    if isinstance(cell, datetime) and cell.time() == datetime.min.time():
        return cell.date().isoformat()
    return str(cell)


def with_errors(rows: list[list[str]], errors: list[tuple[int, int, str]]) -> list[list[str]]:
    """Rows with the errors (#DIV/0!) in their cells, which the library leaves empty."""
    for row, column, text in errors:
        if row < len(rows) and column < len(rows[row]) and not rows[row][column]:
            rows[row][column] = text
    return rows


def error_cells(data: bytes) -> dict[str, list[tuple[int, int, str]]]:
    """By sheet of an XLSX file, the cells that hold an error: row, column and text."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {
                name: [
                    (int(row) - 1, _number(letters.decode()) - 1, text.decode())
                    for letters, row, text in _ERROR_CELL.findall(archive.read(part))
                ]
                for name, part in _sheet_parts(archive)
            }
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError):
        return {}  # another format, which has no such cells or tells them itself


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of every sheet and its part of the archive."""
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for sheet in book.findall(".//{*}sheet"):
        target = targets.get(sheet.get(_RELATION), "")
        if target.endswith(".xml"):
            yield sheet.get("name", ""), posixpath.join("/xl", target).lstrip("/")


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def parquet(data: bytes) -> dict[str, Any]:
    """The columns of a Parquet file: names, and a list of texts for each."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    pa.set_cpu_count(1)
    file = pq.ParquetFile(pa.BufferReader(data))
    if file.metadata.num_rows * file.metadata.num_columns > MOST_CELLS:
        raise MemoryError
    table = file.read(use_threads=False)
    return {"names": table.column_names, "columns": [_texts(column) for column in table.columns]}


def _texts(column: Any) -> list[str]:
    import pyarrow as pa
    import pyarrow.compute

    try:
        if pa.types.is_floating(column.type):  # some libraries write NaN for nothing
            column = pa.compute.if_else(pa.compute.is_nan(column), None, column)
        return column.cast(pa.string()).fill_null("").to_pylist()  # type: ignore[no-any-return]
    except (pa.ArrowNotImplementedError, pa.ArrowInvalid):  # lists, structures, raw bytes
        return ["" if cell is None else str(cell) for cell in column.to_pylist()]


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(what: str) -> int:
    """Unpack stdin and tell by the exit status what went wrong."""
    _limit_memory()
    try:
        content = {"workbook": workbook, "parquet": parquet}[what](sys.stdin.buffer.read())
        sys.stdout.buffer.write(json.dumps(content).encode())
    except MemoryError:
        return TOO_LARGE
    except BaseException as error:  # a panic of a library in Rust is no Exception
        return PROTECTED if type(error).__name__ == "PasswordError" else DAMAGED
    return 0


if __name__ == "__main__":
    # Arrow would take pandas along, which needs numpy and a second or two to start; texts need neither.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    sys.exit(main(sys.argv[1]))
