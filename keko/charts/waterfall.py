"""A waterfall from one area's value to another's: every step begins where the one before it ended."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Literal

import altair as alt
import pandas as pd

from keko.charts.drawing import Drawing, Sketch, drawing
from keko.charts.palette import Palette, Theme, palette
from keko.charts.text_width import wrapped
from keko.charts.tooltips import facts_of
from keko.config import Language
from keko.words.formats import difference_in_words, number, quantity, signed
from keko.words.terms import VERDICTS

Look = Literal["better", "worse", "higher", "lower"]
DECIMALS = 2
_LOOKS = ["better", "worse", "higher", "lower", "area", "benchmark"]
_LINE, _LETTERS = 38, 24  # px of a row, letters of a line of its name
_RIGHT = (
    0.63  # of the way from the lowest value to the highest, where there begins to be more room before an end than after
)
_NARROW = 300  # px of a picture on a telephone, without its names


@dataclass(frozen=True)
class Step:
    """What is added to the value; `look`: whether that is better or worse."""

    name: str
    amount: float
    look: Look


def waterfall(
    start: tuple[str, float], steps: Sequence[Step], end: tuple[str, float], unit: str, language: Language, theme: Theme
) -> Drawing:
    """The name and value of both ends, and the steps between them, which sum to their difference; all in `unit`."""
    levels = list(accumulate((step.amount for step in steps), initial=start[1]))
    rows = pd.DataFrame(
        [
            {"kind": "end", "name": start[0], "area": start[0], "from": start[1], "to": start[1], "look": "benchmark"},
            *(
                {"kind": "step", "name": step.name, "group": step.name, "from": before, "to": after, "look": step.look}
                for step, before, after in zip(steps, levels, levels[1:], strict=False)
            ),
            {"kind": "end", "name": end[0], "area": end[0], "from": levels[-1], "to": levels[-1], "look": "area"},
        ]
    )
    amounts = [signed(step.amount, DECIMALS, language) for step in steps]
    difference = signed(end[1] - start[1], DECIMALS, language)
    rows["brief"] = [
        number(start[1], DECIMALS, language),
        *amounts,
        f"{number(end[1], DECIMALS, language)} ({difference})",
    ]
    both = (quantity(value, DECIMALS, unit, language) for _, value in (start, end))
    rows["shown"] = [next(both), *([""] * len(steps)), next(both)]
    moved = (difference_in_words(step.amount, DECIMALS, unit, language, sign=True) for step in steps)
    rows["moved"] = ["", *moved, ""]
    rows["verdict"] = ["", *(VERDICTS[step.look].within(language) for step in steps), ""]
    rows["edge"] = rows[["from", "to"]].max(axis=1)
    rows["order"] = range(len(rows))
    # A line from the end of each step to the beginning of the next.
    rows["next"] = rows["name"].shift(-1)
    ends = float(rows[["from", "to"]].min().min()), float(rows["edge"].max())
    is_right = end[1] - ends[0] > _RIGHT * (ends[1] - ends[0])
    sketch = Sketch(_layers, (tuple(rows["name"]), *ends, is_right, palette(theme), language))
    return drawing(sketch, rows, language, height=_height(rows["name"]))


def _height(names: Iterable[str]) -> int:
    """As high as the names need, each row alike."""
    lines = [wrapped(name, _LETTERS).count("\n") + 1 for name in names]
    return max(_LINE, 15 * max(lines) + 8) * len(lines)


def _layers(
    order: tuple[str, ...], low: float, high: float, is_right: bool, colours: Palette, language: Language
) -> list[alt.Chart]:
    room = (high - low) or 0.1
    scale = alt.Scale(domain=[low - 0.08 * room, high + 0.4 * room], nice=False, zero=False)
    label = alt.Axis(
        title=None,
        ticks=False,
        domain=False,
        labelLimit=0,
        labelFontSize=13,
        labelBaseline="middle",
        labelOverlap=False,
        labelPadding=10,
        grid=False,
        labelExpr=f"split({json.dumps({name: wrapped(name, _LETTERS) for name in order}, ensure_ascii=False)}[datum.label], '\\n')",
    )
    y = alt.Y("name:N", sort=list(order), axis=label, scale=alt.Scale(padding=0.25))
    x = alt.X("from:Q", scale=scale, axis=None)
    base = alt.Chart().encode(y=y)
    step = base.transform_filter("datum.kind == 'step'")
    colour = alt.Color(
        "look:N", legend=None,
        scale=alt.Scale(domain=_LOOKS, range=[getattr(colours, look) for look in _LOOKS]),
    )  # fmt: skip
    tooltip = facts_of(language, "area", "value", "group", "change", "verdict")
    return [
        base.transform_filter("isValid(datum.next)").mark_rule(color=colours.line).encode(
            x=alt.X("to:Q", scale=scale, axis=None), y2="next:N"
        ),
        step.mark_bar().encode(x=x, x2="to:Q", color=colour, tooltip=tooltip),
        base.transform_filter("datum.kind != 'step'").mark_tick(thickness=6, size=28, opacity=1).encode(x=x, color=colour, tooltip=tooltip),
        _brief(base.transform_filter("isValid(datum.next)"), scale, align="left", dx=8, fontSize=14, color=colours.quiet),
        _answer(base, scale, is_right, colours),
    ]  # fmt: skip


def _answer(base: alt.Chart, scale: alt.Scale, is_right: bool, colours: Palette) -> alt.Chart:
    """The figure at the end, large, on the side of its row that has room: nothing else is drawn there."""
    side: dict[str, Any] = {"align": "right", "dx": -10} if is_right else {"align": "left", "dx": 8}
    size = alt.ExprRef(f"width < {_NARROW} ? 14 : 18")
    at_end = base.transform_filter("!isValid(datum.next)")
    return _brief(at_end, scale, **side, fontSize=size, fontWeight=600, color=colours.ink)


def _brief(at_rows: alt.Chart, scale: alt.Scale, **looks: Any) -> alt.Chart:
    """The figures beside the rows."""
    brief: alt.Chart = at_rows.mark_text(**looks).encode(x=alt.X("edge:Q", scale=scale, axis=None), text="brief:N")
    return brief
