"""The matrix: indicators by areas, each figure with its verdict against the benchmark."""

from html import escape

from keko.indicators.benchmark import Row
from keko.indicators.comparing.comparison import Verdict
from keko.ui.benchmark.cells import indicator_link, why_not
from keko.ui.benchmark.scene import BenchmarkScene
from keko.ui.html import note
from keko.words import benchmark as words
from keko.words import interface
from keko.words.formats import number, period
from keko.words.sentences import basis_in_words
from keko.words.subject import sexes
from keko.words.terms import VERDICTS

# One letter a cell: there are as many cells as areas times indicators.
_STYLES: dict[Verdict, str] = {
    "better": "b",
    "worse": "w",
    "higher": "h",
    "lower": "l",
    "no difference": "n",
    "not compared": "x",
}


def matrix(scene: BenchmarkScene) -> str:
    """The matrix as HTML, with how to read it; it scrolls in its place, its heads stay."""
    language, columns = scene.language, scene.columns
    caption = words.MATRIX_CAPTION.within(language, benchmark=scene.benchmark_name)
    caption = ", ".join([caption, *sexes(scene.view.sex, language)])
    head = "".join(
        f'<th scope="col"{_role(code, scene)}><span>{escape(scene.name_of(code))}</span></th>' for code in columns
    )
    bodies = "".join(_theme(theme, rows, columns, scene) for theme, rows in scene.by_theme())
    corner = f'<th scope="col" class="corner">{escape(interface.INDICATOR.within(language))}</th>'
    return (
        f'<div class="keko-scroll keko-matrix" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table><caption class="keko-out-of-sight">{escape(caption)}</caption>'
        f"<thead><tr>{corner}{head}</tr></thead>{bodies}</table></div>"
    ) + note(words.MATRIX_NOTE.within(language))


def _role(code: str, scene: BenchmarkScene) -> str:
    return {scene.view.area: ' class="area"', scene.view.benchmark: ' class="benchmark"'}.get(code, "")


def _theme(theme: str, rows: list[Row], columns: list[str], scene: BenchmarkScene) -> str:
    body = "".join(_row(row, columns, scene) for row in rows)
    return (
        f'<tbody><tr class="group"><th scope="rowgroup">{escape(theme)}</th>'
        f'<td colspan="{len(columns)}"></td></tr>{body}</tbody>'
    )


def _row(row: Row, columns: list[str], scene: BenchmarkScene) -> str:
    bases = {basis_in_words(comparison, scene.language) for comparison in row.verdicts.values()} - {""}
    facts = [period(row.period, scene.language) if row.period else "", *sorted(bases)]
    measured = f" <small>{escape(', '.join(filter(None, facts)))}</small>" if any(facts) else ""
    cells = "".join(_cell(row, code, scene) for code in columns)
    return f'<tr><th scope="row">{indicator_link(row, scene)}{measured}</th>{cells}</tr>'


def _cell(row: Row, code: str, scene: BenchmarkScene) -> str:
    value = row.values.get(code)
    if value is None:
        return f"<td>–<i>{escape(why_not(row, code, scene))}</i></td>"
    figure = number(value, row.standing.item.decimals, scene.language)
    verdict = row.verdicts[code].verdict if code in row.verdicts else "not compared"
    if verdict == "not compared":
        return f"<td>{figure}</td>"
    return f"<td class={_STYLES[verdict]}>{figure}<i>{escape(VERDICTS[verdict].within(scene.language))}</i></td>"
