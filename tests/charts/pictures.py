"""Charts as a browser draws them, of descriptions that are held against the schema of Vega-Lite."""

import re

import altair as alt
import vl_convert

from keko.charts.drawing import Drawing


def as_svg(drawing: Drawing, width: int = 800) -> str:
    """The chart as SVG.

    Raises:
        jsonschema.ValidationError: its description is not one of Vega-Lite.
    """
    spec = {**drawing.spec, "width": width, "data": {"values": drawing.data.to_pylist()}}
    alt.LayerChart.from_dict(spec)
    return silent(vl_convert.vegalite_to_svg(spec))


# What the library reads aloud however it is told not to: its own names of empty containers, and the years of small maps.
# Nobody hears them on a page, where the whole is one image.
_HEARD = re.compile(
    r"aria-label=\"(?!Title text)[^\"]*\"|aria-roledescription=\"(?!group mark container|title)[^\"]*\""
)


def silent(svg: str) -> str:
    """The same SVG, of which no part has a description of its own: the library's are English, and made of names of fields."""
    assert not _HEARD.findall(svg)
    return svg


def drawn(svg: str, kind: str) -> int:
    """How many marks of a kind, as Vega calls them, are in a picture."""
    containers = re.findall(rf'<g class="mark-{kind} role-mark[^>]*>(.*?)</g>', svg)
    return sum(len(re.findall("<path|<text", container)) for container in containers)
