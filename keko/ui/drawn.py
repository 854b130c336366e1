"""What pages draw, made once for every view and data version: HTML and chart specifications, ready to be sent."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from keko.charts.deck import Deck, deck
from keko.charts.lines import Drawing, line_chart
from keko.charts.palette import Theme
from keko.charts.process import process_drawing
from keko.charts.shape_map import shape_map as draw_shape_map
from keko.charts.tile_grid import tile_grid
from keko.charts.year_maps import year_maps
from keko.data.areas import WHOLE_COUNTRY
from keko.indicators.catalogue import Indicator
from keko.indicators.comparison import made
from keko.indicators.situation import sources
from keko.ui import loads
from keko.ui.benchmark.cells import Scene
from keko.ui.benchmark.dumbbell_table import dumbbell_table
from keko.ui.benchmark.matrix import matrix
from keko.ui.benchmark.multiples import multiples as benchmark_multiples
from keko.ui.benchmark.spine_table import spine_table
from keko.ui.benchmark.strip_table import strip_table
from keko.ui.catalogue_list import catalogue_sections, matching
from keko.ui.descriptions import definition_list
from keko.ui.indicators.multiples import multiples as indicator_multiples
from keko.ui.loads import DataVersion
from keko.ui.maps import beside
from keko.ui.maps.scene import over_years, shown
from keko.ui.population.ages import ages
from keko.ui.population.figures import figures
from keko.ui.population.groups import groups
from keko.ui.population.places import places
from keko.ui.population.scene import Scene as PopulationScene
from keko.ui.series_table import series_table
from keko.ui.tiles import tile
from keko.ui.view import View, with_picture
from keko.words import interface as words
from keko.words.benchmark import CORRECTED_NOTE, DATA_VERSION, paragraph
from keko.words.population import HIDDEN_NOTE, changes_in_words, finding
from keko.words.sentences import chance_in_words, overview_finding


class BenchmarkText(NamedTuple):
    """What is said of a benchmark: `finding` and `paragraph` first, `chance` and `beneath` (sources) around the picture."""

    finding: str
    paragraph: str
    chance: str
    beneath: str
    is_demo: bool


class Population(NamedTuple):
    """The parts of the page of the working-age population, as text (`finding`, `changes`, `beneath`) and HTML."""

    finding: str
    changes: str
    ages: str
    groups: str
    figures: str
    places: str
    beneath: str
    is_demo: bool


PICTURES: dict[str, Callable[[Scene], str]] = {
    "asema": spine_table,
    "erot": dumbbell_table,
    "sijoittuminen": strip_table,
    "matriisi": matrix,
    "kehitys": benchmark_multiples,
}


@lru_cache(maxsize=200)
def tiles(view: View, version: DataVersion) -> list[str]:
    """The tiles of the headline indicators, in their order."""
    found = loads.situation(loads.headlines(version), view, (), version)
    mixed = len({one.is_demo for one in found}) > 1
    return [tile(one, loads.areas(version), view.language, tagged=mixed) for one in found]


@lru_cache(maxsize=200)
def benchmark(view: View, version: DataVersion) -> str:
    """The picture of the benchmark that the view asks for."""
    view = with_picture(view)
    return PICTURES[view.picture](Scene(view, loads.benchmark(view, version), loads.areas(version)))


@lru_cache(maxsize=200)
def benchmark_text(view: View, version: DataVersion) -> BenchmarkText:
    """The words around the picture of a benchmark."""
    rows, language = loads.benchmark(view, version), view.language
    count = made([one for row in rows for one in (row.verdicts.values() or [row.comparison])])
    missing = len(loads.catalogue(version)) - len(loads.with_figures(version))
    from_where = sources((row.standing for row in rows), language)
    beneath = [
        f"{words.SOURCE.within(language)}: {'; '.join(from_where)}." if from_where else "",
        f"{DATA_VERSION.within(language)} {version.number}.",
        words.ONLY_WITH_FIGURES.within(language, count=missing) if missing else "",
    ]
    return BenchmarkText(
        overview_finding([row.standing for row in rows], language),
        paragraph(rows, loads.verdicts_a_year_before(view, version), language),
        CORRECTED_NOTE.within(language, count=count) if view.corrected else chance_in_words(count, language),
        " ".join(part for part in beneath if part),
        any(row.standing.is_demo for row in rows),
    )


@lru_cache(maxsize=100)
def population(view: View, version: DataVersion) -> Population:
    """The working-age population of the view's area, in words and pictures."""
    areas, country = loads.areas(version), (WHOLE_COUNTRY,) if WHOLE_COUNTRY not in (view.area, view.benchmark) else ()
    portrait = loads.portrait(view, country, version)
    scene = PopulationScene(view, portrait.standings, areas)
    members = loads.members(view.area, view.sex, view.period, version)
    codes = tuple(dict.fromkeys((view.area, view.benchmark, *country)))
    pyramid = loads.pyramid(codes, view.period, version)
    from_where = f"{words.SOURCE.within(view.language)}: {'; '.join(scene.sources)}." if scene.sources else ""
    beneath = [HIDDEN_NOTE.within(view.language), from_where, f"{DATA_VERSION.within(view.language)} {version.number}."]
    return Population(
        finding(portrait, view.language),
        changes_in_words(portrait, view.language),
        ages(pyramid, scene),
        groups(portrait, scene),
        figures(portrait, scene),
        places(members, PopulationScene(view, members.standings, areas)),
        " ".join(part for part in beneath if part),
        scene.is_demo,
    )


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
    return indicator_multiples(item, view, others, version)


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


@lru_cache(maxsize=200)
def shape_map(view: View, theme: Theme, version: DataVersion) -> Drawing:
    """The map of a settled view, as Vega-Lite draws it."""
    known = loads.areas(version)
    if view.picture == "vuodet":
        seen, periods = over_years(view, theme, version)
        return year_maps(seen.found, seen.legend, periods, seen.frame, known, view.language, theme)
    seen = shown(view, theme, version)
    return draw_shape_map(seen.found, seen.legend, seen.frame, known, view.language, theme)


@lru_cache(maxsize=20)
def deck_map(view: View, theme: Theme, version: DataVersion) -> Deck:
    """The map of a settled view, as deck.gl draws it."""
    seen = shown(view, theme, version)
    here = loads.boundaries(version)
    geometry = loads.geometry(here.layers[view.level].hash, version) if here else {}
    centres = {code: (place.longitude, place.latitude) for code, place in loads.where(version).items()}
    return deck(seen.found, seen.legend, geometry, centres, seen.frame, loads.areas(version), view.language, theme)


@lru_cache(maxsize=100)
def tile_map(view: View, theme: Theme, version: DataVersion) -> str:
    """The counties of a settled view as tiles."""
    seen = shown(view, theme, version)
    outlined = {view.benchmark: "benchmark"} | {view.area: "area"}
    query = beside.query_without_area(seen)
    return tile_grid(seen.found, seen.legend, loads.areas(version), outlined, query, view.language)


@lru_cache(maxsize=200)
def map_legend(view: View, theme: Theme, version: DataVersion) -> str:
    """The legend of a map."""
    several = view.picture == "vuodet"
    return beside.legend_list(over_years(view, theme, version)[0] if several else shown(view, theme, version))


@lru_cache(maxsize=200)
def map_profile(view: View, theme: Theme, version: DataVersion) -> str:
    """The selected area beside a map."""
    standing = loads.situation((view.indicator or "",), view, (), version)[0]
    return beside.profile(shown(view, theme, version), standing, loads.areas(version))


@lru_cache(maxsize=50)
def map_table(view: View, theme: Theme, version: DataVersion) -> str:
    """The figures of a map."""
    return beside.figures_table(shown(view, theme, version), loads.areas(version))
