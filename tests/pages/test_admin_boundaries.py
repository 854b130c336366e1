"""Boundaries on the page Administration: what is in force, a file with its problems and a preview, publishing, taking back."""

import json

import pytest
import sqlalchemy as sa

from keko.data.engine import writing
from keko.data.geometry import current_boundaries, take_back
from keko.data.people import Grant, at_this_machine
from tests.pages.people import signed_in
from tests.pages.test_admin_organisations import administration
from tests.pages.test_names_of_providers import press, shown
from tests.sources.shapes import geojson, municipalities

IN_FORCE = "KEKO; GeoNames; Natural Earth"


def source(own_demo: sa.Engine) -> str:
    with own_demo.connect() as connection:
        current = current_boundaries(connection)
    assert current is not None
    return current.origin.source.fi


@pytest.fixture(scope="module")
def file() -> bytes:
    """The project's own map, with one area that is no municipality."""
    document = json.loads(geojson(municipalities()))
    islet = {
        "type": "Polygon",
        "coordinates": [[[20.0, 59.0], [20.1, 59.0], [20.1, 59.1], [20.0, 59.0]]],
    }
    document["features"].append({"type": "Feature", "properties": {"natcode": "999"}, "geometry": islet})
    return json.dumps(document).encode()


def test_what_is_in_force_is_told(own_demo: sa.Engine) -> None:
    page = shown(administration("rajat"))
    for fact in (IN_FORCE, "EPSG:4326", "kaaviomaiset", "CC BY 4.0", "308", "hyvinvointialue"):
        assert fact in page, fact


def test_a_file_is_looked_at_published_and_taken_back(own_demo: sa.Engine, file: bytes) -> None:
    app = administration("rajat")
    app.file_uploader(key="boundaries_file").set_value([("rajat.geojson", file, "application/json")]).run()
    assert "1 koodi ei ole minkään kunnan" in app.warning[0].value
    assert "Mitä julkaiseminen muuttaisi" in shown(app)
    assert source(own_demo) == IN_FORCE
    app.text_input(key="boundaries_source").set_value("Maanmittauslaitos").run()
    app.number_input(key="boundaries_year").set_value(2026).run()
    press(app, "Kyllä, julkaise Maanmittauslaitos")
    assert source(own_demo) == "Maanmittauslaitos"
    page = shown(app)
    assert "Tallennettu." in page
    assert "todelliset" in page
    assert "jo voimassa" in page
    press(app, f"Kyllä, palauta: {IN_FORCE}")
    assert source(own_demo) == IN_FORCE


def test_what_makes_no_boundaries_is_told_and_cannot_be_published(own_demo: sa.Engine, file: bytes) -> None:
    document = json.loads(file)
    document["features"] = document["features"][10:]
    app = administration("rajat")
    for name, data, sentence in (
        ("rajat.json", json.dumps(document).encode(), "puuttuu 10 nykyistä kuntaa"),
        ("rajat.json", b"not boundaries", "Tiedosto ei ole aluerajoja"),
        ("rajat.zip", b"PK\x03\x04 broken", "rikki"),
    ):
        app.file_uploader(key="boundaries_file").set_value([(name, data, "application/json")]).run()
        assert sentence in app.error[0].value
        assert not [button for button in app.button if button.label.startswith("Kyllä, julkaise")]


def test_a_file_that_is_too_large_is_not_read(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEKO_MAX_UPLOAD_MB", "1")
    app = administration("rajat")
    app.file_uploader(key="boundaries_file").set_value([("rajat.json", b" " * 1_000_001, "application/json")]).run()
    assert "1 Mt" in app.error[0].value


def test_boundaries_that_somebody_else_replaced_meanwhile_are_shown(own_demo: sa.Engine, file: bytes) -> None:
    app = administration("rajat")
    app.file_uploader(key="boundaries_file").set_value([("rajat.json", file, "application/json")]).run()
    press(app, "Kyllä, julkaise rajat.json")
    app = administration("rajat")
    with writing(own_demo) as connection:
        take_back(connection, at_this_machine())
    app.file_uploader(key="boundaries_file").set_value([("rajat.json", file, "application/json")]).run()
    press(app, "Kyllä, julkaise rajat.json")
    assert IN_FORCE in app.warning[-1].value
    assert source(own_demo) == IN_FORCE


def test_only_an_admin_sees_them(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, Grant("analyst"))
    assert "EPSG" not in shown(administration("rajat"))
