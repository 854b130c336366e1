"""Frozen views as a report to read and to print: PDF tagged for whoever listens (PDF/UA-1), and a one-page annex of it.

Raises NotInstalled as it is loaded where the library that makes reports is missing.
"""

import json
import re
from collections.abc import Callable
from typing import Any

from keko.exchange.handout import (
    Colours,
    Handout,
    NotInstalled,
    NotOnePage,
    check_address,
    demo_notice,
    hexadecimal,
    in_a_line,
)

try:
    import typst
except ModuleNotFoundError as error:
    raise NotInstalled("typst") from error

from keko.config import ASSETS, Language
from keko.exchange import columns
from keko.exchange.frozen_pictures import FONTS, plotted, svg_of
from keko.room.frozen import Cell, Chart, FrozenView, Table
from keko.words import taking_along as words
from keko.words.formats import number

Progress = Callable[[int, int], None]
_SOURCE = ASSETS / "report.typ"
_WHOLE, _ANNEX = 0, (1, 2, 3)  # how dense: an annex is as dense as it has to be to be of one page
_STANDARD = "ua-1"
_SIZE = re.compile(r'viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"')
_TALLEST = 0.6  # of the width of the page


def pdf_bytes(handout: Handout, progress: Progress | None = None) -> bytes:
    """The report, each view on a page of its own. `progress`: told how many of the views are done, and of how many."""
    return _compiled(handout, _WHOLE, _drawn(handout, progress))


def annex_bytes(handout: Handout, progress: Progress | None = None) -> bytes:
    """The same on one page, for a meeting's papers: findings, with pictures where there is room for them.

    Raises:
        NotOnePage: there is no room for all the findings.
    """
    drawn = _drawn(handout, progress)
    for level in _ANNEX:
        made = _compiled(handout, level, drawn)
        if _pages(made) == 1:
            return made
    raise NotOnePage


def _pages(pdf: bytes) -> int:
    return max(int(count) for count in re.findall(rb"/Count (\d+)", pdf[: _end_of_pages(pdf)]))


def _end_of_pages(pdf: bytes) -> int:
    """Page trees come first; outlines count too, further on."""
    at = pdf.find(b"/Type /Pages")
    return pdf.find(b"endobj", at) if at >= 0 else len(pdf)


def _compiled(handout: Handout, level: int, drawn: list[list[tuple[str, str]]]) -> bytes:
    pictures = {
        f"{view}-{place}.svg": svg.encode()
        for view, charts in enumerate(drawn)
        for place, (svg, _) in enumerate(charts)
    }
    files = {
        "main.typ": _SOURCE.read_bytes(),
        "data.json": json.dumps(_data(handout, level, drawn), ensure_ascii=False).encode(),
        **pictures,
    }
    compile_: Any = typst.compile  # takes files by name too, which its types do not say
    made: bytes = compile_(
        files, format="pdf", pdf_standards=_STANDARD, font_paths=[str(FONTS)], ignore_system_fonts=True
    )
    return made


def _drawn(handout: Handout, progress: Progress | None) -> list[list[tuple[str, str]]]:
    """Of each view its charts as SVG, and what is said of them to whoever does not see them."""
    drawn = []
    for view in handout.views:
        drawn.append(_charts(view, handout.colours))
        if progress:
            progress(len(drawn), len(handout.views))
    return drawn


def _charts(view: FrozenView, colours: Colours) -> list[tuple[str, str]]:
    """Charts as the page drew them; where it drew none, its plots."""
    specs = [(part.spec, part.alt) for part in view.parts if isinstance(part, Chart)]
    specs = specs or [(plotted(plot, colours, view.language), plot.alt) for plot in view.plots]
    return [(svg_of(spec, view.language), alt) for spec, alt in specs]


def _data(handout: Handout, level: int, drawn: list[list[tuple[str, str]]]) -> dict[str, Any]:
    language, colours = handout.language, handout.colours
    return {
        "title": handout.title,
        "language": language,
        "about": handout.made,
        "remark": " · ".join(filter(None, (handout.remark, handout.notice))),
        "receipt": _table(handout.receipt, language) if handout.receipt else None,
        "decisions": list(handout.decisions),
        "marks": handout.marks,
        "level": level,
        "colours": {name: hexadecimal(getattr(colours, name)) for name in ("ink", "quiet", "line")},
        "words": {
            "decisions": words.DECISIONS.within(language),
            "contents": words.CONTENTS.within(language),
        },
        "views": [_view(view, handout, place, drawn[place]) for place, view in enumerate(handout.views)],
    }


def _view(view: FrozenView, handout: Handout, at: int, drawn: list[tuple[str, str]]) -> dict[str, Any]:
    language = view.language
    return {
        "language": language,
        "title": view.title,
        "finding": view.finding or view.title,
        "paragraph": view.paragraph,
        "demo": demo_notice(view),
        "charts": [
            {"file": f"{at}-{place}.svg", "alt": alt, "width": 100 * _width(svg)}
            for place, (svg, alt) in enumerate(drawn)
        ],
        "tables": [_table(table, language) for table in view.tables if table.columns],
        "facts": in_a_line(view),
        "check": words.CHECK.within(language),
        "address": check_address(view, handout),
    }


def _width(svg: str) -> float:
    """How wide a picture is on the page, whose width is 1: no taller than it may be."""
    match = _SIZE.search(svg)
    width, height = (float(part) for part in match.groups()) if match else (1.0, 1.0)
    return min(1.0, _TALLEST * width / (height or 1.0))


def _table(table: Table, language: Language) -> dict[str, Any]:
    return {
        "title": table.title,
        "columns": list(table.columns),
        "numeric": columns.numeric(table),
        "widths": [f"{width:.4f}" for width in columns.widths(table)],
        "groups": [columns.names_a_group(row) for row in table.rows],
        "rows": [[_written(cell, language) for cell in row] for row in table.rows],
    }


def _written(cell: Cell, language: Language) -> str:
    if cell is None:
        return "–"
    return cell if isinstance(cell, str) else number(cell, 0 if float(cell).is_integer() else 1, language)
