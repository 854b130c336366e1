"""What the page of indicators shows, made once for every view and data version."""

from keko.charts.drawing import Drawing
from keko.charts.lines import line_chart
from keko.charts.palette import Theme
from keko.charts.process import process_drawing
from keko.indicators.catalogue import Indicator
from keko.ui import loads
from keko.ui.descriptions import definition_list
from keko.ui.indicators import multiples as small_multiples
from keko.ui.indicators import queries
from keko.ui.indicators.series_table import series_table
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.view import View


@kept(500)
def development(indicator: str, view: View, others: tuple[str, ...], theme: Theme, version: DataVersion) -> Drawing:
    """One indicator over time: months and quarters beside their ordinary variation, years beside other areas."""
    developed = queries.development(indicator, view, others, version)
    if developed.process is not None and developed.process.points:
        return process_drawing(developed, loads.areas(version), view.language, theme)
    return line_chart(developed, loads.areas(version), view.language, theme)


@kept(200)
def multiples(item: Indicator, view: View, others: tuple[str, ...], version: DataVersion) -> str:
    """The small multiples that the view asks for, as HTML."""
    return small_multiples.multiples(item, view, others, version)


@kept(500)
def description(indicator: str, view: View, others: tuple[str, ...], version: DataVersion) -> str:
    """Definition and figures of one indicator, as HTML."""
    standing = loads.situation((indicator,), view, others, version)[0]
    return definition_list(standing, view.question, view.language) + series_table(
        standing, view.question, loads.areas(version), view.language
    )
