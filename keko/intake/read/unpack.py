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
TOO_WIDE = 13
# Memory that a table of the most cells takes while it is unpacked, and what the libraries take besides.
_MEMORY_OF_CELL, _MEMORY_BESIDE = 100, 400 << 20
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ERROR_CELL = re.compile(
    rb'<c(?=[^>]*\st="e")[^>]*\sr="([A-Z]{1,3})(\d{1,7})"[^>]*>(?:<f[^>]*/>|<f.*?</f>)?<v>(#[^<]+)'
)
_STYLED_CELL = rb'<c(?=[^>]*\ss="(%s)")[^>]*\sr="([A-Z]{1,3})(\d{1,7})"'
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]\d+)?")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_COMMAS_AT_END = re.compile(r"[0#?](,+)(?![,0#?])")
_OF_COMMAS = {1: "tuhatta", 2: "milj."}
_SHOWN_AS = {"%": 0.01, "tuhatta": 1e3, "milj.": 1e6}
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MOST_REPEATED = 1000
_OWN_COLUMNS = {"area", "indicator", "status", "origin"}  # of figures that KEKO gave (keko.data.own_files)


class TooWide(Exception):
    """More columns than are read."""


def workbook(data: bytes, most_cells: int, most_columns: int) -> list[dict[str, Any]]:
    """The sheets of a workbook: name, whether hidden, merged ranges (None where unknown) and rows of texts.

    Raises:
        MemoryError: it has more cells than are read.
        TooWide: a sheet has more columns than are read.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    sheets: list[dict[str, Any]] = []
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        errors, formats = error_cells(data), shown_in(data)
        for metadata in book.sheets_metadata:
            if metadata.typ != SheetTypeEnum.WorkSheet:
                continue
            name, sheet = metadata.name, book.get_sheet_by_name(metadata.name)
            last_row, last_column = sheet.end or (-1, -1)
            most_cells -= (last_row + 1) * (last_column + 1)
            refuse_size(most_cells, last_column + 1, most_columns)
            content = sheet.to_python(skip_empty_area=False)
            digits = 17 if content and _OWN_COLUMNS.issubset(map(str, content[0])) else 15
            texts = [[text_of(cell, digits) for cell in row] for row in content]
            rows = as_shown(with_errors(texts, errors.get(name, [])), formats.get(name, []))
            hidden = metadata.visible != SheetVisibleEnum.Visible
            sheets.append({"name": name, "hidden": hidden, "merged": sheet.merged_cell_ranges, "rows": rows})
    return sheets


def refuse_size(left: int, columns: int, most_columns: int) -> None:
    """Stop where no cells are `left` to be read, or columns are more than are read."""
    if columns > most_columns:
        raise TooWide
    if left < 0:
        raise MemoryError


def text_of(cell: object, digits: int = 15) -> str:
    """A cell as a text: numbers to the 15 digits that a spreadsheet keeps, KEKO's own to the last, days in ISO form."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        return f"{cell:.{digits}g}"
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


def as_shown(rows: list[list[str]], formats: list[tuple[int, int, str]]) -> list[list[str]]:
    """Rows with the numbers that a format shows otherwise than they are stored: 0.315 as 31.5 %, 98500 as 98.5 tuhatta."""
    for row, column, sign in formats:
        if row < len(rows) and column < len(rows[row]) and _NUMBER.fullmatch(rows[row][column]):
            rows[row][column] = f"{float(rows[row][column]) / _SHOWN_AS[sign]:.14g} {sign}"
    return rows


def shown_in(data: bytes) -> dict[str, list[tuple[int, int, str]]]:
    """By sheet of an XLSX or ODS file, the cells that are shown in per cent or in thousands: row, column and sign."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "content.xml" in archive.namelist():
                return dict(_percentages(archive.read("content.xml")))
            signs = _signs_of_styles(archive.read("xl/styles.xml"))
            if not signs:
                return {}
            # Cells have their style as a number; only those of these styles are looked at.
            styled = re.compile(_STYLED_CELL % b"|".join(str(style).encode() for style in signs))
            return {
                name: [
                    (int(row) - 1, _number(letters.decode()) - 1, signs[int(style)])
                    for style, letters, row in styled.findall(archive.read(part))
                ]
                for name, part in _sheet_parts(archive)
            }
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError):
        return {}


def _signs_of_styles(styles: bytes) -> dict[int, str]:
    """The sign of each cell style whose numbers are shown in per cent, or in thousands (a comma at the end of a format)."""
    root = ElementTree.fromstring(styles)
    codes = {own.get("numFmtId"): own.get("formatCode", "") for own in root.iterfind(".//{*}numFmts/{*}numFmt")}
    codes |= dict.fromkeys(("9", "10"), "0%")
    signs = dict[int, str]()
    for style, own in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        code = _QUOTED.sub("", codes.get(own.get("numFmtId"), "").split(";")[0])
        scaled = _COMMAS_AT_END.search(code)
        if "%" in code:
            signs[style] = "%"
        elif scaled and len(scaled[1]) in _OF_COMMAS:
            signs[style] = _OF_COMMAS[len(scaled[1])]
    return signs


def _percentages(content: bytes) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """By sheet of an ODS file its cells in per cent."""
    if b'value-type="percentage"' not in content:
        return
    for sheet in ElementTree.fromstring(content).iter(f"{_TABLE}table"):
        places, row = list[tuple[int, int, str]](), 0
        for line in sheet.iter(f"{_TABLE}table-row"):
            column = 0
            for cell in line:
                repeated = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
                if cell.get(f"{_OFFICE}value-type") == "percentage":
                    places += [(row, column + place, "%") for place in range(min(repeated, _MOST_REPEATED))]
                column += repeated
            row += int(line.get(f"{_TABLE}number-rows-repeated", "1"))
        yield sheet.get(f"{_TABLE}name", ""), places


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


def parquet(data: bytes, most_cells: int, most_columns: int) -> dict[str, Any]:
    """The columns of a Parquet file: names, and a list of texts for each.

    Raises:
        MemoryError: it has more cells than are read.
        TooWide: it has more columns than are read.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    pa.set_cpu_count(1)
    file = pq.ParquetFile(pa.BufferReader(data))
    columns = file.metadata.num_columns
    refuse_size(most_cells - file.metadata.num_rows * columns, columns, most_columns)
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


def _limit_memory(most_cells: int) -> None:
    memory = _MEMORY_BESIDE + most_cells * _MEMORY_OF_CELL
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(what: str, most_cells: int, most_columns: int) -> int:
    """Unpack stdin and tell by the exit status what went wrong."""
    _limit_memory(most_cells)
    try:
        data = sys.stdin.buffer.read()
        content = {"workbook": workbook, "parquet": parquet}[what](data, most_cells, most_columns)
        sys.stdout.buffer.write(json.dumps(content).encode())
    except MemoryError:
        return TOO_LARGE
    except TooWide:
        return TOO_WIDE
    except BaseException as error:  # a panic of a library in Rust is no Exception
        return PROTECTED if type(error).__name__ == "PasswordError" else DAMAGED
    return 0


if __name__ == "__main__":
    # Arrow would take pandas along, which needs numpy and a second or two to start; texts need neither.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
