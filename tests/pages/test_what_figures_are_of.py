"""With a sex, an age or a period chosen every page says whom and when its figures are of, or that it leaves the choice out."""

import re
from html import unescape
from typing import Any

import pytest

from keko.config import LANGUAGES, Language
from keko.exchange.tables import parts_of
from keko.segments.store import usual_model
from keko.ui import loads
from keko.ui.benchmark import rendered as benchmark
from keko.ui.indicators import multiples
from keko.ui.maps.scene import map_scene, settled
from keko.ui.maps.side_panel import figures_table
from keko.ui.overview import rendered as overview
from keko.ui.population import rendered as population
from keko.ui.segments import rendered as segments
from keko.ui.segments.scene import Chart
from keko.ui.view import BENCHMARK_PICTURES, SEGMENT_PICTURES, View, with_picture
from keko.words.maps import described, map_title
from keko.words.subject import ALL_CATEGORIES, BOTH_SEXES
from tests.pages.test_pages import opened, said

pytestmark = pytest.mark.usefixtures("demo")

OF_WOMEN = {"fi": r"\bnais(et|ista)\b", "sv": r"\bkvinno(r|rna)\b", "en": r"\b[Ww]omen\b"}
INDICATOR = "employment-rate-20-64"


def of_women(language: Language, **chosen: Any) -> View:
    return View("HVA02", "HVA15", language, sex="female").with_(**chosen)


def spoken(html: str) -> list[str]:
    """What pictures and tables are called for those who do not see them."""
    labels = re.findall(r'aria-label="([^"]+)"', html) + re.findall(r"<caption[^>]*>(.*?)</caption>", html)
    assert labels
    return [unescape(label) for label in labels]


def silent(html: str, language: Language) -> list[str]:
    return [label for label in spoken(html) if not re.search(OF_WOMEN[language], label)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("picture", BENCHMARK_PICTURES)
def test_every_picture_of_the_benchmark_says_of_whom(picture: str, language: Language) -> None:
    view = with_picture(of_women(language, picture=picture, themes=("participation", "unemployment")))
    assert silent(benchmark.picture(view, loads.version()), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tile_says_of_whom(language: Language) -> None:
    tiles = overview.tiles(of_women(language), loads.version())
    assert "aria-label" in tiles
    assert silent(tiles, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_population_says_of_whom(language: Language) -> None:
    found = population.population(of_women(language), loads.version())
    assert re.search(OF_WOMEN[language], found.finding)
    for html in (found.groups, found.figures, found.places):
        assert silent(html, language) == []
    assert BOTH_SEXES.within(language) in found.ages


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("picture", SEGMENT_PICTURES)
def test_every_view_of_segments_says_of_whom_or_is_of_both(picture: str, language: Language) -> None:
    models = loads.segment_models(loads.version())
    model = usual_model(models.values(), "definitions" if picture == "maaritelmat" else "segments")
    view = of_women(language, picture=picture, model=model, segment="A", period="2015")
    found = segments.picture(view, "light", loads.version())
    assert found.period == "2023"
    assert found.sex == ("female" if picture in {"yleiskuva", "miksi"} else "total")
    if picture == "yleiskuva":
        assert re.search(OF_WOMEN[language], found.finding)
    if found.sex == "female":
        html = "".join(block for block in found.blocks if isinstance(block, str))
        groups = tuple(segment.names.within(language) for segment in models[model].model.segments)
        alts = [block.alt for block in found.blocks if isinstance(block, Chart)]
        wholes = alts + [label for label in spoken(html) if not label.startswith(groups)]  # not a single bar
        assert len(alts) == (picture == "miksi")
        assert len(wholes) >= 2
        assert [label for label in wholes if not re.search(OF_WOMEN[language], label)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_says_of_whom(language: Language) -> None:
    view = settled(of_women(language).with_(indicator=INDICATOR), loads.version())
    scene = map_scene(view, "light", loads.version())
    for text in (map_title(scene.section, language), described(scene.section, language), *spoken(figures_table(scene))):
        assert re.search(OF_WOMEN[language], text), text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("picture", ["alueet", "kunnat", "sukupuolet"])
def test_small_pictures_say_of_whom(picture: str, language: Language) -> None:
    item = loads.catalogue(loads.version())[INDICATOR]
    html = multiples.multiples(item, of_women(language, picture=picture), (), loads.version())
    labels = [label for label in spoken(html) if "2" in label]
    assert labels
    assert all(item.names.within(language) in label for label in labels)
    if picture != "sukupuolet":
        assert all(re.search(OF_WOMEN[language], label) for label in labels)


def test_files_are_named_after_whom_they_are_of() -> None:
    view = of_women("fi", age="20–24", breakdown="x")
    assert parts_of(view.question) == ["female", "20–24", "x"]


@pytest.mark.parametrize("page", ["overview", "benchmark", "population", "segments", "indicators", "map"])
def test_every_page_says_sex_and_another_period_and_what_it_leaves_out(page: str) -> None:
    text = said(opened(page, sukupuoli="female", jakso="2026", ika="20–24", mittari=INDICATOR))
    title = re.search(r"<h1><small>(.*?)</small>", text)
    assert title
    assert "naiset" in title[1]
    assert (BOTH_SEXES.fi in text) == (page == "population")  # of which the pyramid shows both
    assert re.search(r"Jaksolta 2026 ei ole luku", text)
    assert (ALL_CATEGORIES.fi in text) == (page in {"overview", "benchmark", "population", "segments"})


@pytest.mark.parametrize("picture", ["profiili", "riski", "maaritelmat"])
def test_a_view_of_both_sexes_says_so(picture: str) -> None:
    text = said(opened("segments", sukupuoli="male", kuva=picture))
    assert BOTH_SEXES.fi in text
    title = re.search(r"<h1><small>(.*?)</small>", text)
    assert title
    assert "miehet" not in title[1]
    assert ", 2023" in title[1]
