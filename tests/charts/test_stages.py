"""Charts of actors and services for files: texts inside and apart, in the order given, and the map that marks whom nobody serves."""

from typing import Any, get_args

import pytest

from keko.charts.counted_bars import counted_bars
from keko.charts.coverage_map import NOBODY, coverage_legend, coverage_map
from keko.charts.drawing import Drawing
from keko.charts.map_frame import MapFrame
from keko.charts.map_picture import with_geometry
from keko.charts.map_projection import map_projection
from keko.charts.place_markers import PlaceMarker
from keko.charts.stage_matrix import Look, StageCell, stage_matrix
from keko.charts.stage_path import StageWait, stage_path
from keko.ecosystem.stages import read_stages
from keko.exchange.pictures import svg_bytes
from tests.charts.drawn import outside, overlapping, texts
from tests.charts.map_samples import ADDRESSES, FINLAND, square
from tests.data.figures import every_area

STAGES = [stage.names.fi for stage in read_stages()]
COUNTS = {"KU106": 5, "KU186": 12, "KU505": 0, "KU543": 2, "KU611": 0, "KU858": 7}


def svg(drawing: Drawing, **spec: Any) -> str:
    return svg_bytes(drawing.spec | spec, drawing.data, "Otsikko", "Löydös", "◇ Alue: Keusote", "#fff").decode()


def said(picture: str) -> list[str]:
    return [text.text for text in texts(picture)]


def matrix() -> Drawing:
    cells = [
        StageCell(f"Ryhmä {group}, 12 345 henkilöä", stage, told, look)
        for group in "ABCD"
        for stage, told, look in zip(
            STAGES, ["◇ ei palvelua", "12 palvelua\n● 9 toimijaa", "1 palvelu", ""] * 2, get_args(Look) * 2, strict=True
        )
    ]  # fmt: skip
    return stage_matrix(cells, "fi", "light")


def path() -> Drawing:
    days, lower, upper = {1: 9.0, 2: 59.0, 3: 72.0}, {2: 56.0, 3: 60.0}, {2: 166.0, 3: 79.0}
    told = "kerrottu · sovittu 30 päivää · 3 toimijaa"
    waits = [
        StageWait(stage, area, days.get(place), lower.get(place), upper.get(place), told, place == 4)
        for place, stage in enumerate(STAGES)
        for area in ("Keski-Uusimaa", "Keski-Suomi")
    ]
    return stage_path(waits, "Keski-Uusimaa", "Keski-Suomi", "fi", "light")


def bars() -> Drawing:
    return counted_bars([(stage, place) for place, stage in enumerate(STAGES)], "fi", "light")


@pytest.mark.parametrize("make", [matrix, path, bars])
def test_what_is_written_is_inside_and_apart_and_in_the_order_given(make: Any) -> None:
    picture = svg(make())
    assert outside(picture) == []
    assert overlapping(picture) == []
    assert {"Otsikko", "Löydös", "◊ Alue: Keusote"} <= set(said(picture))
    axis = "bottom" if make is not matrix else "left"
    named = {text.text: getattr(text, axis) for text in texts(picture)}
    first_words = [name if name in named else name.split()[0] for name in STAGES]
    places = [named[name] for name in first_words if name in named]
    assert len(places) >= 5
    assert places == sorted(places)


def test_classes_of_municipalities_hold_every_one_and_nobody_is_a_look_of_its_own() -> None:
    legend = coverage_legend(COUNTS, "fi", "light")
    assert sum(entry.count for entry in legend.entries) == len(COUNTS)
    assert [code for code, look in legend.entry_keys.items() if look == NOBODY] == ["KU505", "KU611"]
    nobody = legend.entry("KU505")
    assert (nobody.mark, nobody.pattern, nobody.label, nobody.count) == ("◇", "dashed", "ei toimijaa", 2)
    assert [entry.label for entry in legend.entries[:-1]] == ["12", "7", "5", "2"]


def test_the_map_names_its_municipalities_marks_those_that_nobody_serves_and_places_actors() -> None:
    centres = {code: (20.75 + 2 * n, 60.75) for n, code in enumerate(COUNTS)}
    markers = (PlaceMarker("Toimija", 22.0, 61.0, "Järjestö"),)
    frame = MapFrame(ADDRESSES, FINLAND, "HVA02", "HVA15", markers, centres=centres)
    drawing = coverage_map(COUNTS, frame, every_area(), "fi", "light")
    shapes = [
        {"type": "Feature", "properties": {"code": code}, "geometry": square(n)} for n, code in enumerate((*COUNTS, "HVA02"))
    ]  # fmt: skip
    spec = with_geometry(drawing.spec, dict.fromkeys(ADDRESSES.values(), shapes))
    picture = svg(Drawing(spec, drawing.data), projection=map_projection(FINLAND, "1100", "560"))
    written = said(picture)
    assert {"Hyvinkää 5", "Järvenpää 12", "Mäntsälä ◊", "Pornainen ◊", "12", "7"} <= set(written)
    assert "NaN" not in picture
    told = {row["area"]: row["shown"] for row in drawing.data.to_pylist()}
    assert told["Mäntsälä"] == "◇ ei toimijaa"
    assert told["Tuusula"] == "7 toimijaa"


def test_a_map_of_many_municipalities_writes_numbers_only() -> None:
    many = dict.fromkeys(every_area().living("KU")[:40], 3)
    drawing = coverage_map(many, MapFrame(ADDRESSES, FINLAND, "MAA", "HVA15"), every_area(), "fi", "light")
    texts_of = [layer["encoding"]["text"] for layer in drawing.spec["layer"] if "text" in layer["encoding"]]
    assert texts_of == [{"value": {"expr": "datum.brief"}}] * 2
