"""Charts as a browser draws them, of descriptions that are held against the schema of Vega-Lite."""

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
    svg: str = vl_convert.vegalite_to_svg(spec)
    return svg
