"""From the bytes of any file to a table: which format it is in, and whether it can be read."""

import re
from functools import cache
from typing import cast

from keko.data.own_files import is_own
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text
from keko.intake.mappings import Mapping
from keko.intake.plugins import modules_in
from keko.intake.read import composite_key, days, formats, group_labels, metadata_lines, not_figures, sotkanet
from keko.intake.read.decoding import EMPTY_FILE, beginning
from keko.intake.read.formats import Format, csv
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
# What is told apart only to say that it is not read.
_NOT_READ = {
    "zip": re.compile(rb"PK\x03\x04"),
    "pdf": re.compile(rb"%PDF"),
    "gzip": re.compile(rb"\x1f\x8b"),
    "xml": re.compile(rb"<\?xml"),
    "html": re.compile(rb"<(?:!doctype|html|table)", re.IGNORECASE),
}
_MB = 1_000_000
_LONGEST_NAME = 200


def read(data: bytes, file_name: str, mapping: Mapping, max_bytes: int) -> Table:
    """The table in a file.

    Raises:
        Refused: the file is too large, empty, of a format that is not read, not understood, or about single persons.
    """
    refuse_bytes(len(data), max_bytes)
    if not data:
        raise Refused([EMPTY_FILE.at()])
    format_name = format_of(data, file_name)
    reader = next((module for module in readers() if format_name in module.FORMATS), None)
    if reader is None:
        raise Refused([FORMAT_NOT_SUPPORTED.at(format=format_name.upper())])
    not_figures.refuse_list(data)
    table = reader.read(data, file_name, mapping)
    if not is_own(table.header):  # of KEKO's own every cell means what it says
        not_figures.refuse(table)
        table = group_labels.carried(composite_key.parted(table))
        table = sotkanet.with_codes(metadata_lines.with_period(days.with_periods(table)), mapping)
    refuse_identity_codes(table)
    return table


@cache
def readers() -> tuple[Format, ...]:
    """The formats that are read: every module of `keko.intake.read.formats`."""
    return tuple(cast(Format, module) for module in modules_in(formats))


def refuse_bytes(size: int, max_bytes: int) -> None:
    """Stop where a file has more bytes than are read.

    Raises:
        Refused: it has.
    """
    if size > max_bytes:
        raise Refused([FILE_TOO_LARGE.at(seen=_megabytes(size), limit=_megabytes(max_bytes))])


def printable(file_name: str) -> str:
    """The name of a file as it can be kept and shown: what is no sign in it, or directs a terminal, is a question mark."""
    return "".join(sign if sign.isprintable() else "?" for sign in file_name)[:_LONGEST_NAME]


def format_of(data: bytes, file_name: str) -> str:
    """The format of a file by its first bytes; what has no mark of its own is delimited text."""
    recognised = (reader.recognises(data, file_name) for reader in readers())
    return next(filter(None, recognised), None) or _not_read(data) or csv.FORMATS[0]


def _not_read(data: bytes) -> str | None:
    start = beginning(data)
    return next((name for name, mark in _NOT_READ.items() if mark.match(start)), None)


def _megabytes(count: int) -> str:
    return f"{count / _MB:.1f}".removesuffix(".0")
