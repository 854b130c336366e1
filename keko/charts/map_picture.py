"""A map that stands alone, as a picture does: its legend and its geometry inside."""

import copy
import json
from collections.abc import Mapping, Sequence
from typing import Any

from keko.charts.legend import Legend
from keko.charts.map_layers import Spec


def with_legend(spec: Spec, legend: Legend) -> Spec:
    """The chart with its legend inside: for a picture, which goes where no page stands around it."""
    chart = copy.deepcopy(spec)
    inner = chart["spec"] if "facet" in chart else chart
    names = {
        entry.key: f"{entry.mark} {entry.label} ({entry.count})".strip()
        for entry in legend.entries
        if not entry.pattern
    }
    inner["layer"][0]["encoding"]["fill"]["legend"] = {
        "title": None,
        "labelExpr": f"{json.dumps(names)}[datum.value]",
        "symbolType": "square",
        "symbolSize": 220,
        "labelFontSize": 14,
        "labelLimit": 400,
    }
    return chart


def with_geometry(spec: Any, features: Mapping[str, Sequence[Any]]) -> Any:
    """A specification, or a part of one, with the features of each address of `features` in the place of the address."""
    if isinstance(spec, dict):
        if spec.get("url") in features:
            return {"values": features[spec["url"]]}
        return {name: with_geometry(part, features) for name, part in spec.items()}
    return [with_geometry(part, features) for part in spec] if isinstance(spec, list) else spec
