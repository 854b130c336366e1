"""What pages draw, made once for every view and data version: HTML and chart specifications, ready to be sent."""

from functools import lru_cache

from keko.charts.lines import Drawing, line_chart
from keko.charts.palette import Theme
from keko.charts.process import process_drawing
from keko.indicators.catalogue import Indicator
from keko.ui import loads
from keko.ui.benchmark_table import benchmark_tables
from keko.ui.catalogue_list import catalogue_sections, matching
from keko.ui.descriptions import definition_list
from keko.ui.indicators.multiples import multiples as small_multiples
from keko.ui.loads import DataVersion
from keko.ui.series_table import series_table
from keko.ui.tiles import tile
from keko.ui.view import View


@lru_cache(maxsize=200)
def tiles(view: View, version: DataVersion) -> list[str]:
    """The tiles of the headline indicators, in their order."""
    found = loads.situation(loads.headlines(version), view, (), version)
    mixed = len({one.is_demo for one in found}) > 1
    return [tile(one, loads.areas(version), view.language, tagged=mixed) for one in found]


@lru_cache(maxsize=200)
def benchmark(view: View, version: DataVersion) -> str:
    """The tables of all indicators with figures."""
    found = loads.situation(loads.with_figures(version), view, (), version)
    return benchmark_tables(found, view, loads.areas(version))


@lru_cache(maxsize=500)
def development(indicator: str, view: View, others: tuple[str, ...], theme: Theme, version: DataVersion) -> Drawing:
    """One indicator over time: months and quarters beside their ordinary variation, years beside other areas."""
    found = loads.development(indicator, view, others, version)
    if found.process is not None and found.process.points:
        return process_drawing(found, view.language, theme)
    return line_chart(found, loads.areas(version), view.language, theme)


@lru_cache(maxsize=200)
def multiples(item: Indicator, view: View, others: tuple[str, ...], version: DataVersion) -> str:
    """The small multiples that the view asks for."""
    return small_multiples(item, view, others, version)


@lru_cache(maxsize=500)
def indicator(id_: str, view: View, others: tuple[str, ...], version: DataVersion) -> str:
    """Definition and figures of one indicator."""
    standing = loads.situation((id_,), view, others, version)[0]
    return definition_list(standing, view.language) + series_table(standing, loads.areas(version), view.language)


@lru_cache(maxsize=50)
def catalogue(wanted: str, view: View, version: DataVersion) -> str:
    """The indicators that a search finds, by theme; empty where there are none."""
    found = matching(list(loads.catalogue(version).values()), wanted, view.language)
    return catalogue_sections(found, loads.figures(version), view, opened=bool(wanted)) if found else ""
