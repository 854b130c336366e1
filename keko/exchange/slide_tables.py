"""Native tables of slides: whoever has the slides can change them."""

from typing import Any

from lxml.etree import SubElement
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from keko.exchange import columns
from keko.exchange.handout import Colours, hexadecimal
from keko.exchange.slide_charts import colour, describe
from keko.exchange.slide_layouts import Box
from keko.room.frozen import Table


def add_table(
    slide: Any, table: Table, widths: list[float], alt: str, box: Box, colours: Colours, size: int = 12
) -> None:
    """Put a table on a slide, its first row a header. `widths`: of its columns, of 1; `size`: of its texts, in points."""
    rows, count = len(table.rows) + 1, len(table.columns)
    frame = slide.shapes.add_table(rows, count, box.left, box.top, box.width, Pt(22) * rows)
    describe(frame, table.title, alt)
    frame.table.first_row, frame.table.horz_banding = True, False
    numeric = columns.numeric(table)
    for place, width in enumerate(widths):
        frame.table.columns[place].width = Emu(int(width * box.width))
    for at, row in enumerate([table.columns, *table.rows]):
        for place, value in enumerate(row):
            cell = frame.table.cell(at, place)
            cell.text = "" if value is None else _written(value)
            cell.margin_top = cell.margin_bottom = Pt(size / 5)
            cell.fill.solid()
            _rule(cell, colours.line)
            cell.fill.fore_color.rgb = colour(colours.ink if at == 0 else colours.paper)
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.font.size, paragraph.font.bold = Pt(size), at == 0 or columns.names_a_group(row)
            paragraph.font.color.rgb = colour(colours.paper if at == 0 else colours.ink)
            paragraph.alignment = 3 if numeric[place] else 1  # right, left


def _rule(cell: Any, css: str) -> None:
    """Thin lines above and under a cell; they stand before what fills it."""
    properties = cell._tc.get_or_add_tcPr()
    for place, side in enumerate(("a:lnT", "a:lnB")):
        line = SubElement(properties, qn(side), w=str(Pt(0.75)))
        SubElement(SubElement(line, qn("a:solidFill")), qn("a:srgbClr"), val=hexadecimal(css))
        properties.insert(place, line)


def _written(value: str | float) -> str:
    """A cell of a table; texts are as they are written for readers already."""
    return value if isinstance(value, str) else f"{value:g}".replace(".", ",")
