"""The rows of a file on the page, as whoever made it knows them, each problem at its cell. All of it comes from outside."""

from html import escape
from itertools import count

from keko.config import Language
from keko.data.problems import Problem
from keko.intake.preview import Preview, Row
from keko.ui.html import paragraph
from keko.words import file_view as words
from keko.words.causes import in_words
from keko.words.formats import number
from keko.words.terms import ROLES
from keko.words.workbench import ROW, SEVERITIES

_LONGEST = 60


def file_table(preview: Preview, name: str, key: str, language: Language) -> str:
    """The rows as an HTML table, empty where there are none. `key`: what tells its ids from those of other files."""
    if not preview.rows:
        return ""
    numbers = count(1)
    caption = words.CAPTION.within(language, file=name)
    sheets = ["", *(row.sheet for row in preview.rows)]
    body = "".join(
        _above(row, before, len(preview.columns), language) + _row(row, preview, f"row-{key}-{next(numbers)}", language)
        for row, before in zip(preview.rows, sheets, strict=False)
    )
    table = (
        f'<div class="keko-scroll tall keko-file" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead>{_heads(preview, language)}</thead><tbody>{body}</tbody></table></div>"
    )
    return table + "".join(map(paragraph, _left_out(preview, language)))


def _heads(preview: Preview, language: Language) -> str:
    """What each column was taken for, and under it the letter or the name that it has."""
    roles = "".join(
        f'<td class="{"unused" if role == "ignored" else "role"}">{escape(ROLES[role].within(language)) if role else ""}</td>'
        for role in preview.roles
    )
    letters = "".join(f'<th scope="col">{escape(_short(name))}</th>' for name in preview.columns)
    meaning, row = words.MEANING.within(language), ROW.within(language)
    first = f'<tr class="roles"><th scope="row">{escape(meaning)}</th>{roles}</tr>' if any(preview.roles) else ""
    return f'{first}<tr><th scope="col">{escape(row)}</th>{letters}</tr>'


def _row(row: Row, preview: Preview, key: str, language: Language) -> str:
    """A row, and below it what is wrong with it."""
    width = len(preview.columns)
    of_row = preview.problems.get((row.number, None), [])
    of_cells = {place: own for place in range(width) if (own := preview.problems.get((row.number, place)))}
    cells = "".join(
        _cell(row.cells[place] if place < len(row.cells) else "", of_cells.get(place, []), f"{key}-{place}", language)
        for place in range(width)
    )
    label, wrong = row.label, bool(of_row)
    style = "header" if row.is_header else "passed" if row.passed else "refused" if row.is_refused or of_row else ""
    described = f' aria-describedby="{key}-row"' if wrong else ""
    head = f'<th scope="row"{described}>{escape(label)}{_mark(of_row, language) if wrong else ""}</th>'
    below = [(f"{key}-{place}", preview.columns[place] + row.label, own) for place, own in of_cells.items()]
    below += [(f"{key}-row", label, of_row)] if wrong else []
    messages = "".join(_message(*own, width, language) for own in below)
    passed = _line(words.PASSED.within(language, reason=row.passed), width, "why") if row.passed else ""
    return f'<tr class="{style}">{head}{cells}</tr>{passed}{messages}'


def _above(row: Row, before: str, width: int, language: Language) -> str:
    """How many rows are left out before a row, and the name of its sheet, where there are several, over its first."""
    skipped, sheet = words.SKIPPED.within(language, count=row.skipped), words.SHEET.within(language, name=row.sheet)
    gap = _line(skipped, width, "gap") if row.skipped else ""
    return gap + (_line(sheet, width, "sheet") if row.sheet and row.sheet != before else "")


def _cell(text: str, problems: list[Problem], key: str, language: Language) -> str:
    if not problems:
        return f"<td>{escape(_short(text))}</td>"
    seen = escape(_short(text)) if text.strip() else f"<i>{escape(words.EMPTY.within(language))}</i>"
    severity = problems[0].severity
    return f'<td class="{severity}" aria-describedby="{key}">{seen}{_mark(problems, language)}</td>'


def _mark(problems: list[Problem], language: Language) -> str:
    """A shape and a word, so that colour is not needed."""
    severity = problems[0].severity
    shape = "■" if severity == "error" else "▲"
    return f' <b class="{severity}"><span aria-hidden="true">{shape}</span> {escape(SEVERITIES[severity].within(language))}</b>'


def _message(key: str, place: str, problems: list[Problem], width: int, language: Language) -> str:
    sentences = " ".join(dict.fromkeys(in_words(problem).within(language) for problem in problems))
    return _line(f"{place}: {sentences}", width, f"message {problems[0].severity}", key)


def _line(sentence: str, width: int, style: str, key: str = "") -> str:
    """A row of one cell below the row it is about."""
    own = f' id="{key}"' if key else ""
    return f'<tr class="{style}"><td></td><td colspan="{width}"><span{own}>{escape(sentence)}</span></td></tr>'


def _left_out(preview: Preview, language: Language) -> list[str]:
    """What of the file is not shown."""
    rows = number(preview.rest, 0, language)
    return [
        *([words.MORE_ROWS.within(language, count=preview.rest, rows=rows)] if preview.rest else []),
        *([words.MORE_COLUMNS.within(language, count=preview.hidden)] if preview.hidden else []),
    ]


def _short(text: str) -> str:
    tidy = " ".join(text.split())
    return tidy if len(tidy) <= _LONGEST else f"{tidy[:_LONGEST]}…"
