"""The template: the real records of the register as sheets, one for each kind, to be filled in and brought back.

Invented records are left out: whoever fills the file in would else make them real.
"""

import csv
import io
from collections.abc import Sequence
from typing import Any

from keko.config import Language
from keko.data.own_files import harmless
from keko.data.text import Text
from keko.ecosystem.fields import FIELDS
from keko.ecosystem.records import KINDS, Kind, Record
from keko.ecosystem.register import Register
from keko.exchange.ecosystem.cells import written
from keko.exchange.ecosystem.columns import Column, columns_of
from keko.exchange.ecosystem.known import NONE_KNOWN, KnownNames
from keko.words import terms
from keko.words.ecosystem_register import FIELD, VALUES
from keko.words.ecosystem_register import KINDS as SHEETS

_WIDTHS = {"id": 22, "name": 32, "what": 40, "for_whom": 40, "how": 40}
_WIDTH = 20


def workbook(register: Register, language: Language, names: KnownNames = NONE_KNOWN) -> bytes:
    """An XLSX workbook with a sheet for each kind, headings in `language`; the required ones are bold.

    `names`: what may be chosen, which stands on a sheet of its own.
    """
    import xlsxwriter  # only where a file is made

    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        bold, plain = (book.add_format({"bold": is_bold, "text_wrap": True, "valign": "top"}) for is_bold in (1, 0))
        for kind in KINDS:
            sheet, columns = book.add_worksheet(SHEETS[kind].within(language)), columns_of(kind)
            for place, column in enumerate(columns):
                sheet.write_string(0, place, column.title.within(language), bold if column.required else plain)
                sheet.set_column(place, place, _WIDTHS.get(column.field, _WIDTH), plain)
            for number, row in enumerate(_rows(register, kind, language), 1):
                for place, cell in enumerate(row):
                    sheet.write_string(number, place, cell, plain)
            sheet.freeze_panes(1, 1)
        _list_values(book.add_worksheet(VALUES.within(language)), names, language, bold)
    return target.getvalue()


def _list_values(sheet: Any, names: KnownNames, language: Language, bold: Any) -> None:
    """What may be chosen in which field: a cell takes the name or the code."""
    for place, head in enumerate((FIELD, terms.VALUE, FIELDS["id"])):
        sheet.write_string(0, place, head.within(language), bold)
    for number, row in enumerate(names.listed(language), 1):
        for place, cell in enumerate(row):
            sheet.write_string(number, place, cell)
    sheet.set_column(0, 2, _WIDTHS["what"])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, 0, 2)


def csv_bytes(register: Register, kind: Kind, language: Language) -> bytes:
    """The records of one kind as CSV in UTF-8, parted by semicolons, in English by commas."""
    target = io.StringIO()
    table = csv.writer(target, delimiter="," if language == "en" else ";", lineterminator="\r\n")
    table.writerow([column.title.within(language) for column in columns_of(kind)])
    table.writerows([harmless(cell) for cell in row] for row in _rows(register, kind, language))
    return target.getvalue().encode("utf-8-sig")


def _rows(register: Register, kind: Kind, language: Language) -> list[Sequence[str]]:
    real = register.real.of(KINDS[kind])
    return [[_cell(record, column, language) for column in columns_of(kind)] for record in real]


def _cell(record: Record, column: Column, language: Language) -> str:
    value = getattr(record, column.field)
    if column.part is None or not isinstance(value, Text):
        return written(column.field, value, language)
    words = value.within(column.part)
    return "" if column.part != "fi" and words == value.fi else words
