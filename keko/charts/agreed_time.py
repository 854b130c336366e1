"""The agreed time of a service on the chart of its waits over time: a level line."""

from datetime import date

import altair as alt
import pandas as pd

from keko.charts.drawing import Marks, Sketch
from keko.charts.palette import Palette
from keko.config import Language
from keko.indicators.catalogue import Indicator
from keko.words import waits as words


def agreed_marks(item: Indicator, first: date, last: date, colours: Palette, language: Language) -> Marks:
    """From the first day to the last; nothing where no time is agreed."""
    if item.wait is None or item.wait.agreed_days is None:
        return Marks(pd.DataFrame())
    days = item.wait.agreed_days
    text = words.AGREED_MARK.within(language, days=words.in_days(days, language))
    ends = [first.isoformat(), last.isoformat()]
    rows = pd.DataFrame({"kind": "agreed", "day": ends, "value": float(days), "what": [text, ""]})
    return Marks(rows, (Sketch(_layers, (colours,)),))


def _layers(colours: Palette) -> list[alt.Chart]:
    base = alt.Chart().transform_filter("datum.kind == 'agreed'").encode(x="day:T", y="value:Q")
    return [
        base.mark_line(color=colours.quiet, strokeDash=[2, 3], strokeWidth=2),
        base.mark_text(align="left", baseline="bottom", dy=-5, fontSize=14, color=colours.quiet).encode(text="what:N"),
    ]
