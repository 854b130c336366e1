"""The size of a group as it has been, and as it would become: a line, and a dashed one within its limits."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from keko.charts.drawing import Drawing, Sketch, drawing, time_axis
from keko.charts.palette import Palette, Theme, palette
from keko.charts.picture_key import ROW, key_marks, key_rows
from keko.charts.tooltips import facts_of
from keko.charts.value_axis import value_axis, value_scale, value_ticks
from keko.config import Language
from keko.data.periods import first_day
from keko.words.formats import number, quantity
from keko.words.segments import PROJECTED

_HEIGHT = 280
_ROOM = 0.05  # of the width: half of the last number


@dataclass(frozen=True)
class Size:
    """Persons in a year; `lower` and `upper` where the year is still to come."""

    year: str
    persons: float
    lower: float | None = None
    upper: float | None = None


def projection_chart(
    counted: Sequence[Size], projected: Sequence[Size], area: str, language: Language, theme: Theme
) -> Drawing:
    """`area`: whose they are. Years counted, the last of them where the projection begins, and years ahead."""
    last = counted[-1]
    years_ahead = [Size(last.year, last.persons, last.persons, last.persons), *projected]
    rows = pd.DataFrame(
        [
            {
                "kind": kind,
                "day": first_day(size.year).isoformat(),
                "value": size.persons,
                "lower": size.lower,
                "upper": size.upper,
                "brief": number(size.persons, 0, language),
                "area": area,
                "period": size.year,
                "shown": quantity(size.persons, 0, "henkilöä", language),
                "limits": _limits(size, language),
                "note": PROJECTED.within(language) if size.upper is not None else "",
                # Alike where years follow each other: lines end where one is missing.
                "part": str(int(size.year) - place),
            }
            for kind, sizes in (("value", counted), ("projection", years_ahead))
            for place, size in enumerate(sizes)
        ]
    )
    rows["labelled"] = ~((rows["kind"] == "projection") & (rows["day"] == first_day(last.year).isoformat()))
    rows["leads"] = rows["day"] == rows["day"].min()
    dates = [first_day(size.year) for size in (*counted, *projected)]
    axis, colours = value_axis([*rows["value"], *rows["lower"], *rows["upper"]], 0), palette(theme)
    key = key_marks(("projection",), colours, language)
    height = _HEIGHT + ROW * key_rows(("projection",), language)
    sketch = Sketch(_layers, (colours, language))
    return drawing(sketch, rows, language, [key], dates, height, params=axis.params())


def _limits(size: Size, language: Language) -> str:
    if size.lower is None or size.upper is None or size.lower == size.upper:
        return ""
    return f"{number(size.lower, 0, language)}–{number(size.upper, 0, language)}"


def _layers(colours: Palette, language: Language) -> list[alt.Chart]:
    base = alt.Chart().encode(x=time_axis(_ROOM))
    y = alt.Y("value:Q", title=None, scale=value_scale(padding=24), axis=value_ticks())
    counted, projected = (base.transform_filter(f"datum.kind == '{kind}'") for kind in ("value", "projection"))
    return [
        projected.mark_area(opacity=0.14, color=colours.area).encode(y=alt.Y("lower:Q", title=None), y2="upper:Q"),
        counted.mark_line(color=colours.area, strokeWidth=4).encode(y=y, detail="part:N"),
        projected.mark_line(color=colours.area, strokeWidth=2.5, strokeDash=[3, 5]).encode(y=y),
        base.transform_filter("datum.labelled")
        .mark_point(filled=True, size=55, opacity=1, color=colours.area)
        .encode(y=y, tooltip=facts_of(language, "area", "period", "value", "interval", "note")),
        base.transform_filter("datum.labelled")
        .mark_text(
            dy=-14, align=alt.expr("datum.leads ? 'left' : 'center'"), fontSize=14, fontWeight=600, color=colours.ink
        )
        .encode(y=y, text="brief:N"),
    ]
