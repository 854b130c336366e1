"""Native charts of slides: whoever has the slides can change them."""

from itertools import pairwise
from math import log10
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE as KINDS
from pptx.enum.chart import XL_LABEL_POSITION as LABEL
from pptx.enum.chart import XL_LEGEND_POSITION as LEGEND
from pptx.enum.chart import XL_MARKER_STYLE as MARKER
from pptx.enum.chart import XL_TICK_LABEL_POSITION as TICKS
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Pt

from keko.config import Language
from keko.exchange import plots
from keko.exchange.handout import Colours, hexadecimal
from keko.exchange.slide_layouts import Box
from keko.room.frozen import Plot

_TEXT, _SMALL = Pt(14), Pt(9)
_LABELLED_LINES, _LABELLED_BARS = 4, 24
_APART = 0.07  # of the height of a chart, between the labels of two lines
_LONGEST_BENEATH, _LONGEST_BESIDE = 8, 18  # characters of a name beneath its bar, beside the end of its line
_DASHES = (None, None, MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.DASH_DOT)


def add_chart(slide: Any, plot: Plot, box: Box, colours: Colours, language: Language, is_small: bool = False) -> None:
    """Put a plot on a slide as a chart that can be edited; where there is no figure it has a gap, and a bar says so.

    `is_small`: one of several, under its own title.
    """
    size = _SMALL if is_small else _TEXT
    data = CategoryChartData(number_format=_format(plot))
    data.categories = plots.names(plot, language)
    for name, values in plot.series:
        data.add_series(name, values)
    frame = slide.shapes.add_chart(_kind(plot), *box, data)
    describe(frame, plot.title, plot.alt)
    chart = frame.chart
    chart.has_title = chart.has_legend = False
    chart.font.size, chart.font.color.rgb = size, colour(colours.ink)
    _axes(chart, plot, colours, size)
    if plot.form == "line":
        _lines(chart, plot, colours, size)
    else:
        _bars(chart, plot, colours, size)
    if is_small:
        _give_title(chart, plot.title)
    _leave_gaps(chart)


def describe(frame: Any, title: str, alt: str) -> None:
    """What is said of a shape to whoever does not see it."""
    properties = frame._element.xpath(".//p:cNvPr")[0]
    properties.set("title", title)
    properties.set("descr", alt)


def colour(css: str) -> RGBColor:
    """A colour of CSS as slides have it."""
    return RGBColor.from_string(hexadecimal(css))


def _kind(plot: Plot) -> Any:
    if plot.form == "line":
        return KINDS.LINE_MARKERS
    return KINDS.COLUMN_CLUSTERED if _stands(plot) else KINDS.BAR_CLUSTERED


def _stands(plot: Plot) -> bool:
    """Whether names are short enough to stand beneath their bars."""
    return all(len(name) <= _LONGEST_BENEATH for name in plot.categories)


def _format(plot: Plot) -> str:
    """Grouped and pointed as the reader's program does it."""
    return "#,##0" + ("." + "0" * plots.decimals(plot) if plots.decimals(plot) else "")


def _axes(chart: Any, plot: Plot, colours: Colours, size: Pt) -> None:
    upward, along = chart.value_axis, chart.category_axis
    upward.has_title = True
    upward.axis_title.text_frame.text = plot.unit
    upward.axis_title.text_frame.paragraphs[0].font.size = size
    upward.axis_title.text_frame.paragraphs[0].font.bold = False
    upward.major_gridlines.format.line.color.rgb = colour(colours.line)
    upward.format.line.fill.background()
    upward.tick_labels.number_format, upward.tick_labels.number_format_is_linked = _format(plot), False
    along.format.line.color.rgb = colour(colours.quiet)
    along.has_major_gridlines = False
    if plot.form == "bar":
        along.reverse_order = not _stands(plot)  # the first name on top
        if _labels_bars(plot):
            upward.tick_label_position, upward.has_major_gridlines = TICKS.NONE, False
        if min(plots.values(plot), default=0) >= 0:
            upward.minimum_scale = 0
    elif limits := _limits(plot):
        upward.minimum_scale, upward.maximum_scale = limits


def _limits(plot: Plot) -> tuple[float, float] | None:
    """From where to where the axis of lines runs: around what there is, from zero where that is near."""
    low, high = min(plots.values(plot), default=0), max(plots.values(plot), default=0)
    if low == high:
        return None
    step = 10 ** int(log10(max(abs(low), abs(high))) // 1 - 1)
    room = (high - low) * 0.15
    floor = 0 if 0 <= low <= (high - low) else (low - room) // step * step
    return floor, -(-(high + room) // step) * step


def _lines(chart: Any, plot: Plot, colours: Colours, size: Pt) -> None:
    direct = size == _TEXT and _parted(plot)
    for place, series in enumerate(chart.plots[0].series):
        rgb = colour(colours.of_series(place))
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = rgb, Pt((3 if place < 2 else 2) * size / _TEXT)
        series.format.line.dash_style = _DASHES[min(place, len(_DASHES) - 1)]
        series.marker.style = (MARKER.CIRCLE, MARKER.DIAMOND)[min(place, 1)]
        series.marker.size = 7 if size == _TEXT else 4
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = rgb
        series.marker.format.line.color.rgb = rgb
        if direct and (last := _last(plot.series[place][1])) is not None:
            _name_at(series.points[last], plot.series[place][0], rgb)
    if direct:
        _leave_room(chart, max(len(name) for name, _ in plot.series))
    else:
        _legend(chart, size)


def _bars(chart: Any, plot: Plot, colours: Colours, size: Pt) -> None:
    bars = chart.plots[0]
    bars.gap_width, bars.overlap = 60, 0
    for place, series in enumerate(bars.series):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour(colours.of_series(place))
        series.invert_if_negative = False
    if _labels_bars(plot):
        bars.has_data_labels = True
        bars.data_labels.number_format, bars.data_labels.number_format_is_linked = _format(plot), False
        bars.data_labels.font.size, bars.data_labels.position = size, LABEL.OUTSIDE_END
    if len(plot.series) > 1:
        _legend(chart, size)


def _labels_bars(plot: Plot) -> bool:
    """Whether there is room for its figure at each bar."""
    return len(plot.categories) * len(plot.series) <= _LABELLED_BARS


def _legend(chart: Any, size: Pt) -> None:
    chart.has_legend = True
    chart.legend.position = LEGEND.TOP if size == _TEXT else LEGEND.BOTTOM
    chart.legend.include_in_layout, chart.legend.font.size = False, size


def _give_title(chart: Any, title: str) -> None:
    chart.has_title = True
    chart.chart_title.include_in_layout = False
    chart.chart_title.text_frame.text = title
    font = chart.chart_title.text_frame.paragraphs[0].font
    font.size, font.bold = Pt(12), True


def _parted(plot: Plot) -> bool:
    """Whether lines end so far apart that their names, none of them long, fit beside them."""
    if any(len(name) > _LONGEST_BESIDE for name, _ in plot.series):
        return False
    ends = sorted(values[last] or 0 for _, values in plot.series if (last := _last(values)) is not None)
    limits = _limits(plot)
    if limits is None or not 0 < len(ends) <= _LABELLED_LINES:
        return len(ends) == 1
    return all(high - low >= _APART * (limits[1] - limits[0]) for low, high in pairwise(ends))


def _last(values: tuple[float | None, ...]) -> int | None:
    return next((place for place in reversed(range(len(values))) if values[place] is not None), None)


def _name_at(point: Any, name: str, rgb: RGBColor) -> None:
    label = point.data_label
    label.position = LABEL.RIGHT
    label.text_frame.text = name
    label.text_frame.word_wrap = False
    font = label.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.color.rgb = _TEXT, True, rgb


def _leave_room(chart: Any, characters: int) -> None:
    """Leave room beside the plot for names at the ends of lines; programs would write them over its edge."""
    width = max(0.55, 0.9 - 0.0095 * characters)
    parts = {"layoutTarget": "inner", "xMode": "edge", "yMode": "edge", "x": 0.07, "y": 0.04, "w": width, "h": 0.82}
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    for name, value in parts.items():
        etree.SubElement(manual, qn(f"c:{name}")).set("val", str(value))
    area.insert(0, layout)


def _leave_gaps(chart: Any) -> None:
    whole = chart._chartSpace.chart
    for old in whole.findall(qn("c:dispBlanksAs")):
        whole.remove(old)
    blanks = etree.Element(qn("c:dispBlanksAs"))
    blanks.set("val", "gap")
    visible = whole.find(qn("c:plotVisOnly"))
    whole.insert(list(whole).index(visible) + 1 if visible is not None else len(whole), blanks)
