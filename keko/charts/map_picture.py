"""A map that stands alone, as a picture does: its legend and its geometry inside."""

import copy
import json
from collections.abc import Mapping, Sequence
from typing import Any

from keko.charts.legend import Legend
from keko.charts.map_layers import Spec

_LOOK = {"title": None, "labelFontSize": 14, "labelLimit": 400}


def with_legend(spec: Spec, legend: Legend) -> Spec:
    """The chart with its legend inside: for a picture, which goes where no page stands around it."""
    chart = copy.deepcopy(spec)
    inner = chart["spec"] if "facet" in chart else chart
    names = {
        entry.key: f"{entry.mark} {entry.label} ({entry.count})".strip()
        for entry in legend.entries
        if not entry.pattern
    }
    for layer in inner["layer"]:
        if "size" in layer.get("encoding", {}):
            layer["encoding"]["size"]["legend"] = _sizes(legend)
    if not legend.sizes:
        inner["layer"][0]["encoding"]["fill"]["legend"] = {
            **_LOOK,
            "labelExpr": f"{json.dumps(names)}[datum.value]",
            "symbolType": "square",
            "symbolSize": 220,
        }
    return chart


def _sizes(legend: Legend) -> dict[str, Any]:
    """The legend of circles by size."""
    labels = {f"{step.value:.12g}": step.label for step in legend.sizes}
    return {
        **_LOOK,
        "values": [step.value for step in legend.sizes],
        "labelExpr": f"{json.dumps(labels)}[datum.value]",
    }


def with_geometry(spec: Any, features: Mapping[str, Sequence[Any]]) -> Any:
    """A specification, or a part of one, with the features of each address of `features` in the place of the address."""
    if isinstance(spec, dict):
        if spec.get("url") in features:
            return {"values": features[spec["url"]]}
        return {name: with_geometry(part, features) for name, part in spec.items()}
    return [with_geometry(part, features) for part in spec] if isinstance(spec, list) else spec
