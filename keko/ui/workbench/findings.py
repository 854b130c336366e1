"""What was found in a file and what publishing it would change, as HTML."""

import csv
from html import escape
from io import StringIO

from keko.config import Language
from keko.data.areas import Areas
from keko.data.problems import Problem
from keko.ui import loads
from keko.ui.descriptions import protection
from keko.ui.session import Visit
from keko.ui.tables import Cell, figure, table, text
from keko.ui.workbench.files import Examined
from keko.words import interface as common
from keko.words import workbench as words
from keko.words.area_labels import short
from keko.words.formats import number, period, unit
from keko.words.terms import KINDS, LEVELS, VERDICTS

MOST = 60


def understood(examined: Examined, language: Language) -> str:
    """What the file holds, in a sentence."""
    found = examined.inspection
    if not found["columns"]:
        return ""
    levels = ", ".join(f"{LEVELS[level].within(language)} {count}" for level, count in found["areas"]["levels"].items())
    first, last = found["periods"].get("first"), found["periods"].get("last")
    span = "–".join(dict.fromkeys(period(code, language) for code in (first, last) if code)) or "–"
    values = number(found["values"] or 0, 0, language)
    said = words.UNDERSTOOD.within(language, values=values, areas=levels or "–", periods=span)
    recalled = f" {words.RECALLED.within(language)}" if examined.looked.recalled else ""
    return f"<p>{escape(said + recalled)}</p>"


def problems(found: list[Problem], language: Language) -> str:
    """Problems with row and column, errors first, problems of one kind together."""
    if not found:
        return f"<p>{escape(words.NO_PROBLEMS.within(language))}</p>"
    heads = [title.within(language) for title in (words.SEVERITY, words.ROW, words.COLUMN, words.MESSAGE)]
    rows = [
        [
            text(words.SEVERITIES[one.severity].within(language), header=True),
            figure("" if one.row is None else str(one.row)),
            text(one.column),
            text(one.message.within(language)),
        ]
        for one in _grouped(found)
    ]
    return table(words.PROBLEMS.within(language), heads, rows, numeric=(1,), tall=True)


def problems_as_csv(found: list[Problem], language: Language) -> bytes:
    """The same as a file that a spreadsheet opens; a cell that would be taken for a formula is made a text."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["severity", "code", "row", "column", "message"])
    for one in _grouped(found):
        cells = (one.severity, one.code, one.row, one.column, one.message.within(language))
        writer.writerow([_harmless(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _grouped(found: list[Problem]) -> list[Problem]:
    order = list(words.SEVERITIES)
    codes = list(dict.fromkeys(one.code for one in found))
    return sorted(found, key=lambda one: (order.index(one.severity), codes.index(one.code)))


def preview(examined: Examined, visit: Visit) -> str:
    """What publishing would change: rows, indicators, and what is hidden."""
    language, outcome = visit.view.language, examined.outcome
    counts = {name: number(count, 0, language) for name, count in outcome.difference.items()}
    rows, hidden = (number(count, 0, language) for count in (outcome.rows, outcome.primary + outcome.secondary))
    said = words.PREVIEW_COUNTS.within(language, rows=rows, hidden=hidden, **counts)
    return f"<p>{escape(said)}</p>" + _indicators(examined, visit)


def _indicators(examined: Examined, visit: Visit) -> str:
    language, known = visit.view.language, loads.catalogue(visit.version)
    assert examined.looked.understood is not None
    items = {item.id: item for item in examined.looked.understood.indicators}
    new = f' <span class="keko-tag">{escape(words.IS_NEW_INDICATOR.within(language))}</span>'
    rows = [
        [
            Cell(text(item.names.within(language)).html + ("" if item.id in known else new), header=True),
            text(unit(item.unit, language)),
            text(KINDS[item.kind].within(language)),
            text(protection(item, language)),
        ]
        for item in items.values()
    ]
    heads = [title.within(language) for title in (common.INDICATOR, common.UNIT, common.KIND, common.PROTECTION)]
    return table(words.PREVIEW.within(language), heads, rows, tall=True)


def consequences(examined: Examined, visit: Visit) -> str:
    """Which comparisons that readers see would turn."""
    language, turned = visit.view.language, examined.outcome.consequences
    if not turned:
        return f"<p>{escape(words.NO_CONSEQUENCES.within(language))}</p>"
    areas, catalogue = loads.areas(visit.version), _names(examined, visit)
    heads = [title.within(language) for title in (common.INDICATOR, words.COMPARISON, words.BEFORE, words.AFTER)]
    rows = [
        [
            text(catalogue[one.indicator], header=True),
            text(_pair(one.area, one.benchmark, areas, language)),
            text(VERDICTS[one.before].within(language)),
            text(VERDICTS[one.after].within(language)),
        ]
        for one in turned[:MOST]
    ]
    count = f"<p>{escape(words.TURNS.within(language, count=len(turned)))}</p>"
    return count + table(words.CONSEQUENCES.within(language), heads, rows, tall=True)


def _names(examined: Examined, visit: Visit) -> dict[str, str]:
    assert examined.looked.understood is not None
    return {item.id: item.names.within(visit.view.language) for item in examined.looked.understood.indicators}


def _pair(area: str, benchmark: str, areas: Areas, language: Language) -> str:
    return f"{short(areas[area], language)} – {short(areas[benchmark], language)}"
