"""The key inside a picture: what its shading, dashes and open points mean, also where the picture is taken along."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from keko.charts.drawing import NARROW, Marks, Note, Sketch
from keko.charts.palette import Palette
from keko.charts.text_width import text_width
from keko.config import Language
from keko.words.charts import KEY

ROW = 20  # px of a line of the key
_BELOW = 46  # px under the plot: the years stand between
_WIDEST = {True: 270.0, False: 540.0}  # px of a line: as wide as the plot at least is, on a phone and elsewhere
_SIGN, _GAP, _SIZE = 26.0, 18.0, 13  # px of a sign, of the space after a text, of the font


def key_marks(notes: Sequence[Note], colours: Palette, language: Language) -> Marks:
    """What of `notes` a sign in the picture shows."""
    items = tuple((note, KEY[note].within(language)) for note in notes if note in KEY)
    if not items:
        return Marks(pd.DataFrame())
    return Marks(pd.DataFrame({"kind": ["key"]}), (Sketch(_layers, (items, colours)),))


def key_rows(notes: Sequence[Note], language: Language) -> int:
    """How many lines the key has."""
    return key_rows_of([(note, KEY[note].within(language)) for note in notes if note in KEY])


def key_rows_of(items: Sequence[tuple[Note, str]]) -> int:
    """The same of signs with their words."""
    return _places(items, is_narrow=True)[-1][1] + 1 if items else 0


def _places(items: Sequence[tuple[Note, str]], is_narrow: bool) -> list[tuple[float, int]]:
    """Where each begins: px from the left, and its line."""
    places: list[tuple[float, int]] = []
    x, row = 0.0, 0
    for _, text in items:
        wide = _SIGN + text_width(text, _SIZE) + _GAP
        if x and x + wide - _GAP > _WIDEST[is_narrow]:
            x, row = 0.0, row + 1
        places.append((x, row))
        x += wide
    return places


def _layers(items: Sequence[tuple[Note, str]], colours: Palette) -> list[alt.Chart]:
    base = alt.Chart().transform_filter("datum.kind == 'key'")
    # An unseen mark where the last line is on a phone: a picture finds its size before it knows which layout it has.
    lowest = key_rows_of(items) - 1
    layers = [
        base.mark_point(opacity=0).encode(x=alt.value(0), y=alt.value(alt.expr(f"tall + {_BELOW + 6 + lowest * ROW}")))
    ]
    for (note, text), narrow, wide in zip(items, _places(items, True), _places(items, False), strict=True):
        x, row = (f"({NARROW} ? {small} : {large})" for small, large in zip(narrow, wide, strict=True))
        here = base.encode(y=alt.value(alt.expr(f"tall + {_BELOW} + {row} * {ROW}")))
        layers += [
            _sign(note, here, x, colours),
            here.mark_text(align="left", baseline="middle", fontSize=_SIZE, color=colours.quiet, text=text).encode(
                x=alt.value(alt.expr(f"{x} + {_SIGN}"))
            ),
        ]
    return layers


def _sign(note: Note, here: alt.Chart, x: str, colours: Palette) -> alt.Chart:
    """`x`: where it begins, as an expression."""
    middle = here.encode(x=alt.value(alt.expr(f"{x} + 10")))
    ends = here.encode(x=alt.value(alt.expr(x)), x2=alt.value(alt.expr(f"{x} + 20")))
    sign: alt.Chart
    match note:
        case "interval" | "ordinary":
            sign = middle.mark_point(shape="square", filled=True, size=220, opacity=0.22, color=colours.area)
        case "forecast" | "projection":
            sign = ends.mark_rule(color=colours.area, strokeDash=[3, 5], strokeWidth=2.5)
        case "open":
            sign = middle.mark_point(size=70, filled=True, fill=colours.paper, stroke=colours.quiet, strokeWidth=2.5)
        case "faded":
            sign = middle.mark_point(size=55, filled=True, opacity=0.35, color=colours.area)
        case "missing":
            sign = middle.mark_text(text="×", fontSize=20, fontWeight=700, color=colours.quiet)
        case "special":
            sign = middle.mark_point(shape="diamond", filled=True, size=110, opacity=1, color=colours.quiet)
        case _:  # the usual level; the figures before seasonal adjustment
            width = 1.5 if note == "level" else 1.0
            sign = ends.mark_rule(color=colours.quiet if note == "level" else colours.other, strokeWidth=width)
    return sign
