"""What was found in a file and what publishing it would change, as HTML."""

import csv
from io import StringIO

import streamlit as st

from keko.config import Language
from keko.data.areas import Areas
from keko.data.own_files import PROBLEM_COLUMNS, harmless
from keko.data.problems import Problem
from keko.ui import loads
from keko.ui.descriptions import protection
from keko.ui.html import fold, note, paragraph, tag
from keko.ui.session import Visit
from keko.ui.tables import Cell, figure, table, text
from keko.ui.workbench.files import Examined
from keko.words import interface as common
from keko.words import workbench as words
from keko.words.area_labels import short_names
from keko.words.causes import in_words
from keko.words.formats import number, period, unit
from keko.words.terms import KINDS, LEVELS, VERDICTS

MOST = 60


def understood(examined: Examined, language: Language) -> str:
    """What the file holds, in a sentence; empty where no figures were found."""
    inspection = examined.inspection
    if not inspection["columns"] or not inspection["values"]:
        return ""
    levels = ", ".join(
        f"{LEVELS[level].within(language)} {count}" for level, count in inspection["areas"]["levels"].items()
    )
    first, last = inspection["periods"].get("first"), inspection["periods"].get("last")
    span = "–".join(dict.fromkeys(period(code, language) for code in (first, last) if code)) or "–"
    values = number(inspection["values"], 0, language)
    sentence = words.UNDERSTOOD.within(language, values=values, areas=levels or "–", periods=span)
    recalled = f" {words.RECALLED.within(language)}" if examined.looked.recalled else ""
    return paragraph(sentence + recalled)


def problem_table(problems: list[Problem], language: Language) -> str:
    """Problems with row and column, errors first, problems of one kind together."""
    if not problems:
        return paragraph(words.NO_PROBLEMS.within(language))
    heads = [title.within(language) for title in (words.SEVERITY, words.ROW, words.COLUMN, words.MESSAGE)]
    rows = [
        [
            text(words.SEVERITIES[problem.severity].within(language), header=True),
            figure("" if problem.row is None else str(problem.row)),
            text(problem.column),
            text(in_words(problem).within(language)),
        ]
        for problem in _grouped(problems)
    ]
    return table(words.PROBLEMS.within(language), heads, rows, numeric=(1,), tall=True)


def problems_as_csv(problems: list[Problem], language: Language) -> bytes:
    """The same as a file that a spreadsheet opens; a cell that would be taken for a formula is made a text."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(PROBLEM_COLUMNS)
    for problem in _grouped(problems):
        message = in_words(problem).within(language)
        cells = (problem.severity, problem.code, problem.row or "", problem.column or "", message)
        writer.writerow([harmless(str(cell)) for cell in cells])
    return out.getvalue().encode("utf-8-sig")


def _grouped(problems: list[Problem]) -> list[Problem]:
    order = list(words.SEVERITIES)
    codes = list(dict.fromkeys(problem.code for problem in problems))
    return sorted(problems, key=lambda problem: (order.index(problem.severity), codes.index(problem.code)))


def show_problems(problems: list[Problem], file_name: str, language: Language, folded: bool = False) -> None:
    """The table, and the same to take along where there are any. `file_name`: without its ending."""
    listed_below = problem_table(problems, language)
    summary = words.ALL_PROBLEMS.within(language, count=len(problems))
    st.html(fold(summary, listed_below) if problems and folded else listed_below)
    if problems:
        listed = problems_as_csv(problems, language)
        st.download_button(words.DOWNLOAD_PROBLEMS.within(language), listed, f"{file_name}.csv", "text/csv")


def preview(examined: Examined, visit: Visit) -> str:
    """What would be published, and how: the indicators, the rows and what is hidden."""
    language, catalogue = visit.view.language, loads.catalogue(visit.version)
    assert examined.looked.understood is not None
    items = {item.id: item for item in examined.looked.understood.indicators}
    new = f" {tag(words.IS_NEW_INDICATOR.within(language))}"
    rows = [
        [
            Cell(text(item.names.within(language)).html + ("" if item.id in catalogue else new), header=True),
            text(unit(item.unit, language)),
            text(KINDS[item.kind].within(language)),
            text(protection(item, language)),
        ]
        for item in items.values()
    ]
    heads = [title.within(language) for title in (common.INDICATOR, common.UNIT, common.KIND, common.PROTECTION)]
    outcome = examined.outcome
    figures, hidden = (number(count, 0, language) for count in (outcome.figures, outcome.primary + outcome.secondary))
    sentence = words.PREVIEW_COUNTS.within(language, figures=figures, hidden=hidden)
    return table(words.PREVIEW.within(language), heads, rows, tall=True) + paragraph(sentence)


def consequences(examined: Examined, visit: Visit) -> str:
    """Which comparisons that readers see would turn."""
    language, turned = visit.view.language, examined.outcome.consequences
    if not turned:
        return note(words.NO_CONSEQUENCES.within(language))
    areas, names = loads.areas(visit.version), examined.names(language)
    heads = [title.within(language) for title in (common.INDICATOR, words.COMPARISON, words.BEFORE, words.AFTER)]
    rows = [
        [
            text(names[turn.indicator], header=True),
            text(_pair(turn.area, turn.benchmark, areas, language)),
            text(VERDICTS[turn.before].within(language)),
            text(VERDICTS[turn.after].within(language)),
        ]
        for turn in turned[:MOST]
    ]
    title = words.CONSEQUENCES.within(language)
    return fold(words.TURNS.within(language, count=len(turned)), table(title, heads, rows, tall=True))


def _pair(area: str, benchmark: str, areas: Areas, language: Language) -> str:
    names = short_names((area, benchmark), areas, language)
    return f"{names[area]} – {names[benchmark]}"
