"""What a chart tells of a mark that somebody points at: the same facts by the same names in every chart.

A fact that a mark does not have is left out. Marks without facts tell nothing: the theme of the pages would show the names
of their columns.
"""

import json
from collections.abc import Mapping
from typing import Any, Literal

import altair as alt

from keko.config import Language
from keko.words.charts import FACTS

# Of each fact the column of a chart's data that has it in words.
COLUMNS = {
    "area": "area",
    "place": "name",
    "period": "period",
    "group": "group",
    "value": "shown",
    "beside": "beside",
    "interval": "limits",
    "change": "moved",
    "ordinary": "ordinary",
    "verdict": "verdict",
    "note": "note",
}
Fact = Literal[
    "area", "place", "period", "group", "value", "beside", "interval", "change", "ordinary", "verdict", "note"
]


def tooltip(language: Language, *facts: Fact) -> dict[str, Any]:
    """The tooltip channel of a mark, as Vega-Lite reads it."""
    # A column that no data has gives nothing, and what is nothing the tooltip leaves out.
    rows = (f"{json.dumps(title(fact, language), ensure_ascii=False)}: {_told(COLUMNS[fact])}" for fact in facts)
    return {"value": {"expr": f"{{{', '.join(rows)}}}"}}


def _told(column: str) -> str:
    return f"datum.{column} || datum['']"


def title(fact: Fact, language: Language) -> str:
    """What a fact is called."""
    return FACTS[fact].within(language)


def in_lines(language: Language, facts: Mapping[Fact, str]) -> str:
    """The same of a mark that is drawn as SVG: a line a fact."""
    return "\n".join(f"{title(fact, language)}: {text}" for fact, text in facts.items() if text)


def facts_of(language: Language, *facts: Fact) -> alt.TooltipValue:
    """The same as the library writes it."""
    return alt.TooltipValue(alt.ExprRef(tooltip(language, *facts)["value"]["expr"]))


def silence_others(layers: list[dict[str, Any]]) -> None:
    """Make every mark without facts of its own tell nothing."""
    for layer in layers:
        silence_others(layer.get("layer", []))
        if "mark" in layer and "tooltip" not in layer.get("encoding", {}):
            mark = layer["mark"]
            layer["mark"] = {**(mark if isinstance(mark, dict) else {"type": mark}), "tooltip": None}
