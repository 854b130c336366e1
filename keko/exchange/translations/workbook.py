"""The workbook of a translator: a row for each text, with its place, its languages and what it is used in."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from keko.config import ROOT
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text
from keko.exchange.translations.places import Place
from keko.exchange.translations.python_texts import python_texts
from keko.exchange.translations.yaml_texts import yaml_texts
from keko.intake.read.formats import spreadsheet

HEADS = ("paikka", "suomi", "svenska", "English", "käytetään", "tunniste")
_WIDTHS = (44, 60, 60, 60, 40, 20)

NOT_A_WORKBOOK = ProblemKind(
    "texts-not-a-workbook",
    "error",
    Text(
        "Tiedosto ei ole tekstien työkirja: ensimmäisen rivin otsikoiden pitää olla {heads}.",
        "Filen är inte arbetsboken med texter: rubrikerna på första raden ska vara {heads}.",
        "The file is not the workbook of texts: the headers of the first row have to be {heads}.",
    ),
)


@dataclass(frozen=True)
class Row:
    """A row of the workbook as it came back. `number`: what a spreadsheet shows for it."""

    number: int
    place: str
    text: Text
    fingerprint: str


def every_text(root: Path = ROOT) -> list[Place]:
    """All texts in the sources under `root`."""
    return [*python_texts(root), *yaml_texts(root)]


def write_workbook(places: Sequence[Place]) -> bytes:
    """The workbook of these texts."""
    import xlsxwriter  # only where a file is made

    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("tekstit")
        for column, (head, width) in enumerate(zip(HEADS, _WIDTHS, strict=True)):
            sheet.write_string(0, column, head, bold)
            sheet.set_column(column, column, width, wrapped)
        for number, place in enumerate(places, start=1):
            for column, cell in enumerate((place.name, *place.text, ", ".join(place.used_in), place.fingerprint)):
                sheet.write_string(number, column, cell, wrapped)
        sheet.freeze_panes(1, 1)
    return target.getvalue()


def read_workbook(data: bytes) -> list[Row]:
    """The rows of a workbook that came back.

    Raises:
        Refused: it is no workbook, broken, too large, or not this one.
    """
    if spreadsheet.recognises(data, "") is None:
        raise Refused([NOT_A_WORKBOOK.at(heads=", ".join(HEADS))])
    rows = spreadsheet.sheets_of(data)[0].rows
    if not rows or tuple(rows[0][: len(HEADS)]) != HEADS:
        raise Refused([NOT_A_WORKBOOK.at(heads=", ".join(HEADS))])
    return [_row(number, cells) for number, cells in enumerate(rows[1:], start=2) if any(cells)]


def _row(number: int, cells: list[str]) -> Row:
    place, fi, sv, en, _, fingerprint = cells[: len(HEADS)]
    return Row(number, place, Text(fi, sv, en), fingerprint)
