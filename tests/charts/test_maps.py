"""Maps: every kind of them draws, says the same, and shows what has no value as such."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
import vl_convert

from keko.charts.deck import deck
from keko.charts.legend import Legend, legend_of
from keko.charts.map_colours import class_colours, ink_on, rgb, verdict_colour
from keko.charts.map_frame import HEIGHT, Extent, MapFrame
from keko.charts.map_labels import name_place
from keko.charts.map_picture import with_geometry, with_legend
from keko.charts.map_projection import extent_box, projected, unprojected
from keko.charts.place_markers import PlaceMarker
from keko.charts.shape_map import shape_map
from keko.charts.text_width import text_width
from keko.charts.tile_grid import PLACES, tile_grid
from keko.charts.year_maps import year_maps
from keko.data.text import Text
from keko.indicators.cross_section import CrossSection, pooled
from tests.charts import pictures
from tests.charts.map_samples import ADDRESSES, CENTRES, FEATURES, FINLAND, FRAME, counties
from tests.charts.pictures import drawn, silent
from tests.data.figures import every_area


def as_svg(section: CrossSection, legend: Legend, frame: MapFrame = FRAME) -> str:
    drawing = shape_map(section, legend, frame, every_area(), "fi", "light")
    spec = with_geometry(with_legend(drawing.spec, legend), dict.fromkeys(ADDRESSES.values(), FEATURES))
    return pictures.as_svg(replace(drawing, spec=spec), 400)


@pytest.mark.parametrize("way", ["tulos", "kvantiilit", "luonnolliset", "tasavalit"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_legend_counts_every_area_once(way: str, theme: Any) -> None:
    legend = legend_of(counties(), way, "fi", theme)
    assert sum(entry.count for entry in legend.entries) == len(legend.entry_keys) == 23
    colours = [entry.colour for entry in legend.entries if not entry.pattern]
    assert len(set(colours)) == len(colours)


def test_what_has_no_value_looks_different_for_each_reason_and_is_told() -> None:
    legend = legend_of(counties(), "kvantiilit", "fi", "light")
    without = [entry for entry in legend.entries if entry.pattern]
    assert [entry.label for entry in without] == [
        "peitetty tietosuojan vuoksi", "liian epävarma esitettäväksi", "ei sovellettavissa", "tieto puuttuu",
        "ei tietoja",
    ]  # fmt: skip
    assert len({entry.pattern for entry in without}) == 5
    svg = as_svg(counties(), legend)
    assert svg.count("<linearGradient") >= 3
    assert "stroke-dasharray" in svg


def test_verdicts_have_their_mark_and_classes_say_which_end_is_better() -> None:
    entries = {entry.key: entry for entry in legend_of(counties(), "tulos", "fi", "light").entries}
    assert (entries["better"].mark, entries["no difference"].mark) == ("●", "○")
    higher, lower = (
        [
            entry.label
            for entry in legend_of(counties(polarity=polarity), "tasavalit", "fi", "light").entries
            if not entry.pattern
        ]
        for polarity in ("higher", "lower")
    )
    assert higher[0].endswith("(parempi)")
    assert lower[0].endswith("(heikompi)")


def test_figures_without_comparisons_get_classes() -> None:
    plain = counties()
    bare = {code: replace(own, verdict="not compared") for code, own in plain.comparisons.items()}
    assert legend_of(replace(plain, comparisons=bare), "tulos", "fi", "light").way == "kvantiilit"


@pytest.mark.parametrize("way", ["tulos", "kvantiilit", "luonnolliset", "tasavalit"])
@pytest.mark.parametrize("options", [{"kind": "count", "unit": "henkilöä"}, {"kind": "other", "unit": "kpl"}])
def test_totals_are_circles_of_one_colour_and_never_better_or_worse(way: str, options: dict[str, Any]) -> None:
    totals = counties(**options)
    legend = legend_of(totals, way, "fi", "light")
    assert legend.way == "koko"
    assert [entry.key for entry in legend.entries if not entry.pattern] == ["total"]
    assert [step.share for step in legend.sizes] == sorted((step.share for step in legend.sizes), reverse=True)
    words = ("parempi", "heikompi", "eroa", "verrattu")
    for drawing in (
        shape_map(totals, legend, FRAME, every_area(), "fi", "light"),
        year_maps(
            pooled([totals]),
            legend_of(pooled([totals]), way, "fi", "light"),
            ["2023"],
            FRAME,
            every_area(),
            "fi",
            "light",
        ),
    ):
        text = json.dumps(drawing.spec, ensure_ascii=False) + str(drawing.data.to_pylist())
        assert not any(word in text for word in words)
        assert "circle" in text
    movable = deck(totals, legend, dict.fromkeys(PLACES, "{}"), FRAME, every_area(), "fi", "light").to_json()
    assert not any(word in movable for word in words)
    assert '"id":"totals"' in movable
    tiles = tile_grid(totals, legend, every_area(), {}, "", "fi")
    assert len(set(re.findall(r"background:([^;]*)", tiles))) == 1
    svg = as_svg(totals, legend)
    assert all(step.label in svg for step in legend.sizes)


def test_the_selected_area_is_named_on_the_map() -> None:
    assert "Keski-Uusimaa</text>" in as_svg(counties(), legend_of(counties(), "kvantiilit", "fi", "light"))


@pytest.mark.parametrize("place", [(24.99, 60.32), (19.9, 60.2), (25.3, 62.6), (30.9, 63.0)])
def test_the_name_of_a_small_area_stands_beside_it_within_the_map_with_a_line_to_it(place: tuple[float, float]) -> None:
    longitude, latitude = place
    own = Extent(longitude - 0.3, latitude - 0.15, longitude + 0.3, latitude + 0.15)
    frame = replace(FRAME, centres=CENTRES | {"HVA02": place}, bounds=own)
    named = name_place("Keski-Uusimaa", frame)
    assert named is not None
    assert named.leader is not None
    pixel = (extent_box(FINLAND).high - extent_box(FINLAND).low) / HEIGHT
    x, y = projected(*named[:2])
    half = text_width("Keski-Uusimaa", 15, is_bold=True) / 2 * pixel
    area, shown = extent_box(own), extent_box(FINLAND)
    assert not area.grown(half, 8 * pixel).holds(x, y)
    assert shown.holds(x - half, y)
    assert shown.holds(x + half, y)
    assert area.holds(*projected(*named.leader))
    assert drawn(as_svg(counties(), legend_of(counties(), "kvantiilit", "fi", "light"), frame), "rule") == 2


def test_the_name_of_a_large_area_and_of_one_that_fills_the_map_stands_on_it() -> None:
    large = Extent(24.0, 65.8, 29.9, 70.0)
    for extent, bounds in ((FINLAND, large), (Extent(23.9, 65.7, 30.0, 70.1), large)):
        frame = replace(FRAME, extent=extent, centres={"HVA02": (26.5, 67.5)}, bounds=bounds)
        assert name_place("Lappi", frame) == (26.5, 67.5, None)


@pytest.mark.parametrize("place", [(19.5, 59.8), (27.0, 65.0), (31.5, 70.1)])
def test_degrees_come_back_from_the_projection(place: tuple[float, float]) -> None:
    assert unprojected(*projected(*place)) == pytest.approx(place)


def test_geometry_is_named_by_its_address_and_the_legend_goes_with_a_picture() -> None:
    legend = legend_of(counties(), "kvantiilit", "fi", "light")
    drawing = shape_map(counties(), legend, FRAME, every_area(), "fi", "light")
    text = json.dumps(drawing.spec)
    assert "coordinates" not in text
    assert ADDRESSES["HVA"] in text
    assert "(parempi) (4)" in as_svg(counties(), legend)


def test_another_year_changes_figures_and_no_geometry() -> None:
    before, after = (
        shape_map(counties(year), legend_of(counties(year), "tulos", "fi", "light"), FRAME, every_area(), "fi", "light")
        for year in ("2022", "2023")
    )
    assert json.dumps(before.spec).replace("2022", "2023") == json.dumps(after.spec)


def test_small_maps_of_several_years_draw() -> None:
    both = pooled([counties("2022"), counties("2023")])
    legend = legend_of(both, "kvantiilit", "fi", "light")
    drawing = year_maps(both, legend, ["2022", "2023"], FRAME, every_area(), "fi", "light")
    spec = with_geometry(drawing.spec, dict.fromkeys(ADDRESSES.values(), FEATURES))
    svg = silent(vl_convert.vegalite_to_svg({**spec, "data": {"values": drawing.data.to_pylist()}}))
    assert ">2022<" in svg
    assert ">2023<" in svg


def test_the_movable_map_is_compact_and_asks_nobody() -> None:
    legend = legend_of(counties(), "tulos", "fi", "light")
    geometry = {feature["properties"]["code"]: json.dumps(feature["geometry"]) for feature in FEATURES}
    map_ = deck(
        counties(),
        legend,
        geometry,
        replace(FRAME, centres=dict.fromkeys(PLACES, (25.0, 62.0))),
        every_area(),
        "fi",
        "light",
    )
    text = map_.to_json()
    parsed = json.loads(text)
    assert [layer["id"] for layer in parsed["layers"]] == ["areas", "marks", "benchmark", "area"]
    assert len(parsed["layers"][0]["data"]) == 23
    assert [mark["sign"] for mark in parsed["layers"][1]["data"]] == ["×", "–", "/", "?"]
    assert "http" not in text
    assert "mapProvider" not in parsed


def test_a_name_from_outside_is_no_html_in_the_tooltip() -> None:
    section = counties()
    strange = replace(every_area()["HVA01"], short=Text.same("<img src=x>"))
    bad = replace(every_area(), by_code={**every_area().by_code, "HVA01": strange})
    legend = legend_of(section, "tulos", "fi", "light")
    geometry = {feature["properties"]["code"]: json.dumps(feature["geometry"]) for feature in FEATURES}
    assert "<img" not in deck(section, legend, geometry, FRAME, bad, "fi", "light").to_json()
    assert "<img" not in tile_grid(section, legend, bad, {}, "", "fi")


def test_places_are_marked_on_both_kinds_of_map() -> None:
    frame = MapFrame(ADDRESSES, FINLAND, "HVA02", "HVA15", (PlaceMarker("Työkykypalvelu", 24.9, 60.4, "Tuusula"),))
    legend = legend_of(counties(), "tulos", "fi", "light")
    assert drawn(as_svg(counties(), legend, frame), "symbol") == 1
    text = deck(counties(), legend, {}, frame, every_area(), "fi", "light").to_json()
    assert json.loads(text)["layers"][-1]["data"] == [{"at": [24.9, 60.4]}]


def test_every_county_has_one_tile_that_selects_it() -> None:
    assert sorted(PLACES) == sorted(every_area().living("HVA"))
    assert len(set(PLACES.values())) == 23
    legend = legend_of(counties(), "tulos", "sv", "light")
    html = tile_grid(counties(), legend, every_area(), {"HVA02": "area"}, "kieli=sv&x=<", "sv")
    assert all(f"&amp;alue={code}" in html for code in PLACES)
    assert 'class="area "' in html
    assert "x=<" not in html


def test_colours_keep_their_order_in_greys() -> None:
    def lightness(colour: str) -> float:
        red, green, blue = rgb(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    assert class_colours(5, "higher", "light") == class_colours(5, "lower", "light")[::-1]
    for theme, turn in (("light", -1), ("dark", 1)):
        steps = [turn * lightness(colour) for colour in class_colours(5, "none", theme)]  # type: ignore[arg-type]
        assert steps == sorted(steps)
    assert len({verdict_colour(name, "light") for name in ("better", "worse", "no difference", "not compared")}) == 4
    assert (ink_on("hsl(0, 0%, 100%)"), ink_on("hsl(212, 63%, 37%)")) == ("#000", "#fff")
    with pytest.raises(ValueError, match="palette"):
        rgb("red")
