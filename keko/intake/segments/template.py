"""The template of a delivery: a workbook with every table, its headers and a few invented rows, which itself can be brought in."""

import io
from collections.abc import Iterator
from typing import Any

import xlsxwriter

from keko.config import ASSETS
from keko.data.shipped import read_yaml

_SHEET = "malli"
_WIDTH = 24


def template() -> bytes:
    """An XLSX workbook."""
    content: dict[str, Any] = read_yaml(ASSETS / "segment_template.yaml")
    sheets = {_SHEET: [["kohta", "arvo"], *map(list, _entries(content["description"]))], **content["tables"]}
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.set_column(0, len(rows[0]) - 1, _WIDTH)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, rows[0], bold)
            for place, row in enumerate(rows[1:], 1):
                sheet.write_row(place, 0, row)
    return stream.getvalue()


def _entries(description: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """The entries of a description as the sheet has them, such as "names.fi"."""
    for name, value in description.items():
        if isinstance(value, dict):
            yield from _entries(value, f"{above}{name}.")
        else:
            yield above + name, "; ".join(value) if isinstance(value, list) else str(value)
