"""Counties as tiles of one size, about where they are: small ones are seen as well as large ones."""

from html import escape

from keko.charts.legend import Legend
from keko.charts.map_colours import ink_on
from keko.config import Language
from keko.data.areas import Areas
from keko.indicators.cross_section import CrossSection
from keko.words import maps as words
from keko.words.area_labels import short
from keko.words.formats import number

# Rows from north to south, columns from west to east.
LAYOUT = (
    ("", "", "", "HVA21", "", ""),
    ("", "", "", "HVA19", "HVA20", ""),
    ("", "HVA17", "HVA18", "HVA15", "HVA13", "HVA14"),
    ("", "HVA16", "HVA08", "HVA09", "HVA12", ""),
    ("", "HVA06", "HVA07", "HVA02", "HVA10", "HVA11"),
    ("HVA91", "HVA05", "HVA03", "HVA04", "HVA01", ""),
    ("", "", "", "HVA90", "", ""),
)
PLACES = {code: (row, column) for row, codes in enumerate(LAYOUT) for column, code in enumerate(codes) if code}


def tile_grid(
    section: CrossSection, legend: Legend, areas: Areas, outlined: dict[str, str], query: str, language: Language
) -> str:
    """The grid as HTML; each tile is a link that selects its county. `outlined`: role (area, benchmark) by code.

    `query`: the page's parameters without the area.
    """
    tiles = (_tile(code, section, legend, areas, outlined.get(code, ""), query, language) for code in PLACES)
    label = escape(words.described(section, language, words.TILE_ALT))
    return f'<nav class="keko-tilemap" aria-label="{label}">{"".join(tiles)}</nav>'


def _tile(
    code: str, section: CrossSection, legend: Legend, areas: Areas, role: str, query: str, language: Language
) -> str:
    entry, (row, column) = legend.entry(code), PLACES[code]
    value = section.values.get(code)
    shown = entry.label if value is None else number(value, section.item.decimals, language)
    colours = "" if entry.pattern else f";background:{entry.colour};color:{ink_on(entry.colour)}"
    name = escape(short(areas[code], language)).replace("-", "-<wbr>")
    return (
        f'<a class="{role} {entry.pattern}" href="?{escape(query)}&amp;alue={code}"'
        f' style="grid-area:{row + 1}/{column + 1}{colours}">{name}<b>{escape(shown)}</b></a>'
    )
