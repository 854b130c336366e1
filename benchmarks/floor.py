"""The floor: what the same page would cost if it knew nothing and only drew.

A view of KEKO is recorded from what its server sends. The floor's script holds that recording in memory and draws it
again on a bare Streamlit server: charts, tables, headings, texts, HTML, metrics and lists through the public functions
(`st.vega_lite_chart`, `st.html`, …), so that Streamlit's own work on them is in the floor as well; containers and all
other elements as the recorded messages, which is less work than Streamlit has with them in KEKO. It loads nothing,
computes nothing, keeps no filters, has one page and no navigation. So the ratio is against what cannot be had for less,
and errs towards a floor that is too low.
"""

import json
import os
import pickle
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import streamlit as st
from streamlit.delta_generator_singletons import get_dg_singleton_instance
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

RECORDING = "KEKO_BENCHMARK_RECORDING"


class Step(NamedTuple):
    """One thing to draw. `kind`: block, a name in `DRAWN`, or any other element of Streamlit's."""

    path: tuple[int, ...]
    kind: str
    content: Any


# Recording


def record(messages: Iterable[ForwardMsg]) -> list[Step]:
    """What a run drew in the end: the last element at each place, containers before what they hold."""
    drawing = (message for message in messages if message.WhichOneof("type") == "delta")
    last = {tuple(message.metadata.delta_path): message for message in drawing}
    return [step for path, message in sorted(last.items()) if (step := _step(path, message))]


def _step(path: tuple[int, ...], message: ForwardMsg) -> Step | None:
    delta = message.delta
    if delta.WhichOneof("type") == "add_block":
        return Step(path, "block", delta.add_block.SerializeToString())
    if delta.WhichOneof("type") != "new_element":
        return None
    kind: str = delta.new_element.WhichOneof("type") or "empty"
    proto = getattr(delta.new_element, kind)
    if kind == "exception":
        raise RuntimeError(f"The page failed: {proto.type} {proto.message}")
    return Step(path, kind, READ[kind](proto) if kind in READ else proto.SerializeToString())


def _read_chart(proto: Any) -> dict[str, Any]:
    spec = json.loads(proto.spec)
    if proto.datasets:
        spec["datasets"] = spec.get("datasets", {}) | {each.name: each.data.data for each in proto.datasets}
    data = pa.ipc.open_stream(proto.data.data).read_pandas() if proto.data.data else None
    selects = {"on_select": "rerun"} if proto.selection_mode else {}
    return {"data": data, "spec": spec, "theme": proto.theme or None, **selects}


def _read_table(proto: Any) -> dict[str, Any]:
    data = getattr(proto, "arrow_data", None) or proto.data
    return {"data": pa.ipc.open_stream(getattr(data, "data", data)).read_pandas()}


READ: dict[str, Callable[[Any], dict[str, Any]]] = {
    "markdown": lambda proto: {"body": proto.body, "unsafe_allow_html": proto.allow_html},
    "html": lambda proto: {"body": proto.body},
    "heading": lambda proto: {"body": proto.body, "tag": proto.tag},
    "metric": lambda proto: {"label": proto.label, "value": proto.body, "delta": proto.delta or None},
    "selectbox": lambda proto: {"label": proto.label, "options": list(proto.options), "index": proto.default},
    "vega_lite_chart": _read_chart,
    "dataframe": _read_table,
    "table": _read_table,
}

# Drawing


def draw(steps: list[Step]) -> None:
    """Draw a recording on the page whose script is running."""
    roots = get_dg_singleton_instance()
    places: dict[tuple[int, ...], Any] = {
        (0,): roots.main_dg,
        (1,): roots.sidebar_dg,
        (2,): roots.event_dg,
        (3,): roots.bottom_dg,
    }
    for number, (path, kind, content) in enumerate(steps):
        inside = places[path[:-1]]
        if kind == "block":
            places[path] = inside._block(Block.FromString(content))
        elif kind in DRAWN:
            DRAWN[kind](inside, content, f"floor-{number}")
        else:
            element = ForwardMsg().delta.new_element
            proto = getattr(element, kind)
            proto.ParseFromString(content)
            inside._enqueue(kind, proto)


def _draw_heading(inside: Any, content: dict[str, Any], _key: str) -> None:
    function = {"h1": inside.title, "h2": inside.header}.get(content["tag"], inside.subheader)
    function(content["body"])


DRAWN: dict[str, Callable[[Any, dict[str, Any], str], object]] = {
    "markdown": lambda inside, content, _: inside.markdown(**content),
    "html": lambda inside, content, _: inside.html(**content),
    "heading": _draw_heading,
    "metric": lambda inside, content, _: inside.metric(**content),
    "selectbox": lambda inside, content, key: inside.selectbox(**content, key=key),
    "vega_lite_chart": lambda inside, content, key: inside.vega_lite_chart(**content, key=key),
    "dataframe": lambda inside, content, key: inside.dataframe(**content, key=key),
    "table": lambda inside, content, _: inside.table(**content),
}


@cache
def recordings() -> list[list[Step]]:
    """The recorded views, read once per process."""
    return pickle.loads(Path(os.environ[RECORDING]).read_bytes())  # type: ignore[no-any-return]


def page() -> None:
    """The script of the floor: draw the view whose number stands in the address."""
    draw(recordings()[int(st.query_params["view"])])
