"""Data about single persons are turned away at the door: no table with a personal identity code gets further."""

import re

from keko.data.text import Text
from keko.intake.problems import Kind, Refused
from keko.intake.table import Table

IDENTITY_CODES = Kind(
    "identity-codes",
    "error",
    Text(
        "Tiedostossa on henkilötunnus: henkilötason tietoja ei saa tuoda, vain valmiiksi tilastoituja lukuja.",
        "Filen innehåller en personbeteckning: uppgifter om enskilda personer får inte importeras, bara statistik.",
        "The file holds a personal identity code: data about single persons must not be imported, only statistics.",
    ),
)
_LENGTH = 11
_FORM = r"[0-3][0-9][01][0-9]{3}[-+A-FU-Ya-fu-y][0-9]{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y]"
_CODE = re.compile(rf"(?<![0-9A-Za-z])({_FORM})(?![0-9A-Za-z])")
_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def is_identity_code(code: str) -> bool:
    """Whether 11 characters are a Finnish identity code: date, sign of the century, number, check character."""
    day, month = int(code[:2]), int(code[2:4])
    valid_date = 1 <= day <= 31 and 1 <= month <= 12
    return valid_date and code[10].upper() == _CHECK[int(code[:6] + code[7:10]) % len(_CHECK)]


def refuse_identity_codes(table: Table) -> None:
    """Raise where a cell, a header or a line around the table holds an identity code; the code is never repeated.

    Raises:
        Refused: with the first such cell's row and column.
    """
    if any(_holds_code(line) for line in [*table.titles, *table.header, *table.footers]):
        raise Refused([IDENTITY_CODES.at()])
    for position in range(len(table.header)):
        texts = table.cells[position]
        if int(texts.str.len().max()) < _LENGTH:
            continue
        likely = texts[texts.str.contains(_FORM, regex=True)]
        row = next((row for row, text in likely.items() if _holds_code(text)), None)
        if row is not None:
            raise Refused([IDENTITY_CODES.at(int(str(row)), table.name(position))])


def _holds_code(text: str) -> bool:
    return any(is_identity_code(found[1]) for found in _CODE.finditer(text))
