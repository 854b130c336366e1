"""The page Map, without a browser."""

import re

import pytest

from keko.exchange.pictures import png_bytes, svg_bytes
from keko.ui import loads
from keko.ui.maps.downloads import picture
from keko.ui.maps.scene import settled
from keko.ui.view import View
from keko.words import maps as words
from tests.pages.test_pages import opened, said

pytestmark = pytest.mark.usefixtures("demo")


def test_the_finding_counts_what_differs_from_the_benchmark() -> None:
    text = said(opened("map", mittari="employment-rate-20-64", vertailu="MAA"))
    assert "parempia on" in text
    assert "alueesta" in text


@pytest.mark.parametrize(("level", "areas"), [("HVA", 23), ("TA", 46), ("MK", 19), ("KU", 308)])
def test_every_area_of_the_level_is_in_the_table(level: str, areas: int) -> None:
    text = said(opened("map", taso=level))
    table = text.split('class="keko-table map"')[1]
    assert table.count('<th scope="row">') == areas
    assert table.count('<button name="alue"') == areas


def test_the_level_is_the_areas_own_where_none_is_asked_for() -> None:
    app = opened("map", alue="KU186")
    assert app.get("button_group")[0].value == "KU" or "Kunnat" in said(app)
    assert 'aria-current="true">Järvenpää' in said(app)


def test_hidden_areas_are_told_in_legend_and_table() -> None:
    text = said(opened("map", taso="KU", mittari="work-ability-score"))
    assert text.count("peitetty tietosuojan vuoksi") > 2


@pytest.mark.parametrize("picture", ["piirros", "webgl", "ruudut", "vuodet"])
@pytest.mark.parametrize("level", ["HVA", "KU"])
def test_every_kind_of_map_opens(picture: str, level: str) -> None:
    text = said(opened("map", kuva=picture, taso=level, rajaus="alue", luokitus="luonnolliset"))
    assert "keko-legend" in text


def test_time_is_chosen_in_the_address() -> None:
    app = opened("map", jakso="2019", mittari="employment-rate-20-64")
    assert app.select_slider[0].value == "2019"
    app.select_slider[0].set_value("2021").run()
    assert app.query_params["jakso"] in ("2021", ["2021"])


def test_a_schematic_map_says_so() -> None:
    app = opened("map")
    assert any(words.SCHEMATIC.fi in caption.value for caption in app.caption)


def test_without_figures_at_the_level_there_is_a_sentence() -> None:
    assert words.NOT_AT_LEVEL.fi in said(opened("map", jakso="1950"))


@pytest.mark.parametrize(("kind", "shapes"), [("piirros", 308), ("vuodet", 2 * 308)])
def test_a_map_leaves_as_a_picture_with_all_its_areas_and_what_it_is(kind: str, shapes: int) -> None:
    version = loads.version()
    view = settled(View("HVA02", "HVA15", "fi", indicator="work-ability-score", level="KU", picture=kind), version)
    svg = picture(svg_bytes, view, version).decode()
    assert len(re.findall(r'd="M[\d.,-]+L[^"]{20,}"', svg)) >= shapes
    assert "NaN" not in svg
    assert all(text in svg for text in ("Kaavamainen", "parempi", "Esimerkkiaineisto"))
    assert picture(png_bytes, view, version).startswith(b"\x89PNG")
