"""An UpSet chart: how large each combination of factors is, and by dots which ones it is (Lex et al. 2014).

One view, so that it takes the width of its place: columns above nought, and a row for each factor below it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from keko.charts.drawing import Drawing, Sketch, drawing
from keko.charts.palette import Palette, Theme, palette
from keko.charts.text_width import wrapped
from keko.charts.tooltips import facts_of
from keko.config import Language
from keko.words.formats import number, quantity

MOST = 20
_WRAP = 26
_COLUMN, _LINE, _TEXT = 220, 34, 17  # px of the columns, of each row of dots, of a line of its name


@dataclass(frozen=True)
class Combination:
    """Persons who have exactly these factors (names); `description`: which, in words."""

    factors: frozenset[str]
    persons: float
    description: str


def upset_chart(
    combinations: Sequence[Combination], factors: Sequence[str], language: Language, theme: Theme
) -> Drawing:
    """The largest combinations, the largest first; `factors`: the names of the rows, from above."""
    largest = sorted(combinations, key=lambda combination: -combination.persons)[:MOST]
    lines = max(wrapped(name, _WRAP).count("\n") + 1 for name in factors)
    line = max(_LINE, _TEXT * lines + 4)
    step = (largest[0].persons or 1.0) * 1.15 * line / _COLUMN
    place = _places(tuple(factors), step)
    rows = pd.DataFrame(
        [row for rank, combination in enumerate(largest) for row in _rows(rank, combination, place, language)],
        columns=["kind", "rank", "value", "top", "bottom", "has", "shown", "brief", "group"],
    )
    height = _COLUMN + line * len(factors)
    sketch = Sketch(_layers, (tuple(factors), step, largest[0].persons, palette(theme), language))
    return drawing(sketch, rows, language, height=height)


def _places(factors: tuple[str, ...], step: float) -> dict[str, float]:
    """The rows of the factors, from above."""
    return {name: -(row + 0.6) * step for row, name in enumerate(factors)}


def _rows(rank: int, combination: Combination, place: dict[str, float], language: Language) -> list[dict[str, Any]]:
    common = {
        "rank": rank,
        "group": combination.description,
        "shown": quantity(combination.persons, 0, "henkilöä", language),
        "brief": number(combination.persons, 0, language),
    }
    inside = [place[name] for name in place if name in combination.factors]
    dots = [{**common, "kind": "dot", "value": at, "has": name in combination.factors} for name, at in place.items()]
    join = [{**common, "kind": "join", "top": max(inside), "bottom": min(inside)}] if inside else []
    return [{**common, "kind": "column", "value": combination.persons}, *dots, *join]


def _layers(
    factors: tuple[str, ...], step: float, most: float, colours: Palette, language: Language
) -> list[alt.Chart]:
    place = _places(factors, step)
    names = ", ".join(_lines(name) for name in place)
    axis = alt.Axis(
        values=list(place.values()), grid=False, domain=False, ticks=False, title=None, labelLimit=0, labelFontSize=13, labelPadding=8,
        labelBaseline="middle", labelOverlap=False,
        labelExpr=f"[{names}][round(-datum.value / {step} - 0.6)]",
    )  # fmt: skip
    scale = alt.Scale(domain=[min(place.values()) - step / 2, most * 1.15], nice=False)
    x = alt.X("rank:O", axis=None, scale=alt.Scale(paddingInner=0.35, paddingOuter=0.2))
    y = alt.Y("value:Q", axis=axis, scale=scale)
    base = alt.Chart().encode(x=x, tooltip=facts_of(language, "group", "value"))
    column, dot = base.transform_filter("datum.kind == 'column'"), base.transform_filter("datum.kind == 'dot'")
    # Numbers that would overlap on a narrow screen are left to the table.
    legible = alt.condition("width > 500", alt.value(1), alt.value(0))
    return [
        column.mark_bar(color=colours.area).encode(y=y, y2=alt.datum(0)),
        column.mark_text(dy=-8, fontSize=12, color=colours.ink).encode(y=y, text="brief:N", opacity=legible),
        base.transform_filter("datum.kind == 'join'")
        .mark_rule(color=colours.ink, strokeWidth=2.5)
        .encode(y=alt.Y("top:Q", axis=axis, scale=scale), y2="bottom:Q"),
        dot.transform_filter("!datum.has").mark_point(filled=True, size=60, opacity=1, color=colours.line).encode(y=y),
        dot.transform_filter("datum.has").mark_point(filled=True, size=90, opacity=1, color=colours.ink).encode(y=y),
    ]


def _lines(name: str) -> str:
    """A name in lines, as an expression of the chart writes them."""
    return json.dumps(wrapped(name, _WRAP).split("\n"), ensure_ascii=False)
