"""From the bytes of any file to a table: which format it is in, and whether it can be read."""

import re
from collections.abc import Callable

from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text
from keko.intake.mappings import Mapping
from keko.intake.read.decoding import EMPTY_FILE
from keko.intake.read.formats import csv, json, parquet, px, sotkanet, spreadsheet
from keko.intake.read.personal_data import refuse_identity_codes
from keko.intake.read.table import Table

FILE_TOO_LARGE = ProblemKind(
    "file-too-large",
    "error",
    Text(
        "Tiedosto on {seen} Mt, mutta suurin sallittu koko on {limit} Mt: jaa aineisto pienempiin tiedostoihin.",
        "Filen är {seen} MB men den största tillåtna storleken är {limit} MB: dela upp materialet i mindre filer.",
        "The file is {seen} MB but the largest allowed is {limit} MB: split the data into smaller files.",
    ),
)
FORMAT_NOT_SUPPORTED = ProblemKind(
    "format-not-supported",
    "error",
    Text(
        "Tiedoston muoto on {format}, jota ei lueta: vie sama aineisto CSV- tai Excel-muodossa.",
        "Filens format är {format}, som inte kan läsas: exportera samma material som CSV eller Excel.",
        "The file is in the format {format}, which is not read: export the same data as CSV or Excel.",
    ),
)

Reader = Callable[[bytes, str, Mapping], Table]
READERS: dict[str, Reader] = {
    "csv": csv.read,
    "xlsx": spreadsheet.read,
    "xls": spreadsheet.read,
    "ods": spreadsheet.read,
    "px": px.read,
    "json": json.read,
    "parquet": parquet.read,
}

_NAMES = {"zip": "ZIP", "pdf": "PDF", "html": "HTML", "xml": "XML", "gzip": "GZIP"}
_PX_KEYWORDS = (
    rb"(?:CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGES?|CREATION-DATE|NEXT-UPDATE|MATRIX|TITLE|SUBJECT-(?:AREA|CODE)|DECIMALS"
    rb"|SHOWDECIMALS|COPYRIGHT|DESCRIPTION|CONTENTS|UNITS|STUB|HEADING|TABLEID)"
)
_PX = re.compile(_PX_KEYWORDS + rb'\s*=\s*(?:"[^"]*"|\d+|YES|NO)\s*[;,"]')
_MAGIC = {b"PAR1": "parquet", b"\xd0\xcf\x11\xe0": "xls", b"%PDF": "pdf", b"\x1f\x8b": "gzip"}
_MB = 1_000_000


def read(data: bytes, file_name: str, mapping: Mapping, max_bytes: int) -> Table:
    """The table in a file.

    Raises:
        Refused: the file is too large, empty, of a format that is not read, not understood, or about single persons.
    """
    if len(data) > max_bytes:
        raise Refused([FILE_TOO_LARGE.at(seen=_megabytes(len(data)), limit=_megabytes(max_bytes))])
    if not data:
        raise Refused([EMPTY_FILE.at()])
    found = format_of(data, file_name)
    if found not in READERS:
        raise Refused([FORMAT_NOT_SUPPORTED.at(format=_NAMES[found])])
    table = sotkanet.with_codes(READERS[found](data, file_name, mapping), mapping)
    refuse_identity_codes(table)
    return table


def format_of(data: bytes, file_name: str) -> str:
    """The format of a file by its first bytes; what has no mark of its own is delimited text."""
    magic = next((name for mark, name in _MAGIC.items() if data.startswith(mark)), None)
    if magic:
        return magic
    if data.startswith(b"PK\x03\x04"):
        return "ods" if b"opendocument" in data[:200] else "xlsx" if b"xl/" in data else "zip"
    start = data[:500].removeprefix(b"\xef\xbb\xbf").lstrip()
    if _PX.match(start):
        return "px"
    if start.startswith(b"<?xml"):
        return "xml"
    if re.match(rb"<(?:!doctype|html|table)", start, re.IGNORECASE):
        return "html"
    if re.match(rb"\{\s*(?:\"|\}|$)|\[\s*[\[{]", start) or (start[:1] in b"[{" and file_name.lower().endswith(".json")):
        return "json"
    return "csv"


def _megabytes(count: int) -> str:
    return f"{count / _MB:.1f}".removesuffix(".0")
