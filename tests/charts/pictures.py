"""Charts as a browser draws them, of descriptions that are held against the schema of Vega-Lite; drawings in the style of the pages."""

import re
from pathlib import Path
from typing import Any

import altair as alt
import vl_convert

from keko.charts.drawing import Drawing
from keko.charts.map_picture import with_geometry
from keko.charts.palette import Theme, palette
from tests.charts.map_samples import ADDRESSES, FEATURES

_STYLE = Path(__file__).parents[2] / "assets" / "theme.css"
_DRAWINGS = re.compile(r"^\.keko-(?:draw|panels|spark|waiting|pyramid)[^{}]*\{[^{}]*\}", re.MULTILINE)
# As the theme of the pages draws axes.
_AXIS = {
    "domain": False,
    "ticks": False,
    "gridColor": "#8884",
    "labelColor": "#777",
    "titleColor": "#777",
    "labelPadding": 12,
}


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
    return sum(len(re.findall("<path|<text|<line", container)) for container in containers)


def on_page(drawing: Drawing, width: int, theme: Theme = "light") -> str:
    """The chart as a page shows it: all of it in `width` pixels, in the theme; of maps the areas are squares."""
    spec: dict[str, Any] = with_geometry(drawing.spec, dict.fromkeys(ADDRESSES.values(), FEATURES))
    spec |= {"data": {"values": drawing.data.to_pylist()}, "background": palette(theme).paper}
    if "facet" not in spec:  # small maps have a width of their own
        spec |= {"width": width, "autosize": {"type": "fit", "contains": "padding"}}
    spec["config"] = {**spec["config"], "axis": {**_AXIS, **spec["config"].get("axis", {})}}
    svg: str = vl_convert.vegalite_to_svg(spec)
    return svg


def in_style(svg: str, theme: Theme) -> str:
    """A drawing with the style that pages give it, and a ground."""
    colours = palette(theme)
    style = "".join(_DRAWINGS.findall(_STYLE.read_text("utf-8")))
    style = re.sub(r"var\(--keko-([a-z-]+)\)", lambda match: getattr(colours, match[1].replace("-", "_")), style)
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert size is not None
    inner = (
        svg.replace("<svg ", f'<svg width="{size[1]}" height="{size[2]}" ', 1) if ' width="' not in svg[:300] else svg
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="keko-panels" width="{size[1]}" height="{size[2]}" '
        f'viewBox="0 0 {size[1]} {size[2]}"><style>text{{font-family:Liberation Sans,DejaVu Sans,sans-serif}}{style}</style>'
        f'<rect width="100%" height="100%" fill="{colours.paper}"/>{inner}</svg>'
    )


def drawn_svgs(html: str) -> list[str]:
    """The drawings in a piece of a page."""
    return re.findall(r"<svg.*?</svg>", html, re.DOTALL)
