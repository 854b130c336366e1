"""Tables as real HTML: a screen reader reads them, a phone scrolls them, a printer prints them."""

import re
from collections.abc import Sequence
from html import escape, unescape
from typing import NamedTuple

from keko.config import Language
from keko.indicators.comparing.comparison import Comparison
from keko.words.explanations import why_not_compared
from keko.words.sentences import basis_in_words
from keko.words.terms import VERDICT_MARKS, VERDICTS


class Cell(NamedTuple):
    """One cell. `html` is put in as it is: escape what comes from outside (`text` does)."""

    html: str
    numeric: bool = False
    header: bool = False


def text(value: object, header: bool = False) -> Cell:
    """A cell of plain text, escaped."""
    return Cell(escape("" if value is None else str(value)), header=header)


def figure(value: str) -> Cell:
    """A cell with a number in words: right-aligned, tabular figures."""
    return Cell(escape(value), numeric=True)


def table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    numeric: Sequence[int] = (),
    kind: str = "",
    tall: bool = False,
) -> str:
    """An HTML table. `numeric`: the columns whose heads are right-aligned; `tall`: may be long, so it scrolls in its place."""
    top = "".join(f'<th scope="col"{_align(place in numeric)}>{escape(head)}</th>' for place, head in enumerate(heads))
    body = "".join(_row(row, heads) for row in rows)
    return (
        f'<div class="keko-scroll{" tall" if tall else ""}" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="keko-table {kind}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Sequence[Cell], heads: Sequence[str]) -> str:
    return f"<tr>{''.join(_cell(cell, head) for cell, head in zip(row, heads, strict=True))}</tr>"


def _cell(cell: Cell, head: str) -> str:
    """`head`: what its column is called, which on a narrow screen stands beside the cell."""
    if cell.header:
        return f'<th scope="row"{_align(cell.numeric)}>{cell.html}</th>'
    named = f' data-head="{escape(head)}"' if head else ""
    return f"<td{_align(cell.numeric)}{named}>{cell.html}</td>"


def _align(numeric: bool) -> str:
    return ' class="n"' if numeric else ""


def verdict(compared: Comparison, language: Language, reasoned: bool = True) -> str:
    """A verdict as a mark, a word and a colour; not compared says why where it is `reasoned`.

    After it stands what it rests on, where that is not the interval of a sample.
    """
    name = compared.verdict
    word = VERDICTS[name].within(language)
    if reasoned and name == "not compared" and compared.reason:
        word = f"{word}: {why_not_compared(compared.reason, language)}"
    style, basis = name.replace(" ", "-"), basis_in_words(compared, language)
    small = f' <small class="keko-basis">{escape(basis)}</small>' if basis else ""
    mark = f'<span aria-hidden="true">{VERDICT_MARKS[name]}</span>'
    return f'<span class="keko-verdict {style}">{mark} {escape(word)}</span>{small}'


def grouped_table(
    caption: str,
    heads: Sequence[Cell],
    groups: Sequence[tuple[str, Sequence[Sequence[Cell]]]],
    kind: str = "",
    above: Sequence[tuple[str, int]] = (),
) -> str:
    """An HTML table whose rows stand in named groups; its caption is for those who do not see the page's heading.

    `above`: what stands over the heads, as HTML, and over how many of them, from the first on.
    """
    top = "".join(f'<th scope="col"{_align(head.numeric)}>{head.html}</th>' for head in heads)
    over = [html for html, width in above for _ in range(width)] or [""] * len(heads)
    names = [_plain(f"{html} {head.html}") for html, head in zip(over, heads, strict=True)]
    if above:
        shared = "".join(
            f'<th scope="colgroup" colspan="{width}">{html}</th>' if html else f'<td colspan="{width}"></td>'
            for html, width in above
        )
        top = f"{shared}</tr><tr>{top}"
    bodies = "".join(_group(title, rows, names) for title, rows in groups)
    return (
        f'<div class="keko-scroll {kind}" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="keko-table {kind}"><caption class="keko-out-of-sight">{escape(caption)}</caption>'
        f"<thead><tr>{top}</tr></thead>{bodies}</table></div>"
    )


def _plain(html: str) -> str:
    return unescape(re.sub("<[^>]+>", " ", html)).strip()


def _group(title: str, rows: Sequence[Sequence[Cell]], heads: Sequence[str]) -> str:
    head = f'<tr class="group"><th scope="rowgroup" colspan="{len(heads)}">{escape(title)}</th></tr>' if title else ""
    body = "".join(_row(row, heads) for row in rows)
    return f"<tbody>{head}{body}</tbody>"
