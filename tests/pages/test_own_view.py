"""What is seen first: of the reader's organisation, and of an area that has a view of its own; and the form that chooses it."""

import re
from html import unescape

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from keko.data.engine import writing
from keko.data.people import Grant
from keko.data.providers import ensure_provider
from keko.data.schema import provider
from keko.data.text import Text
from keko.data.versions import raise_version
from keko.indicators.catalogue import headline_ids, read_catalogue
from keko.room.area_views import AreaView, read_area_views, set_area_view
from keko.words import admin as words
from keko.words import interface
from tests.data.figures import ADMIN
from tests.pages.people import signed_in
from tests.pages.test_pages import opened, said

HEADLINES = ("disability-pension-share", "employment-rate-20-64")
ALWAYS = "delay-work-ability-assessment"  # where an area has chosen no delay
HYVAKS = AreaView("HVA15", "HVA08", HEADLINES)


def chosen(app: AppTest) -> tuple[str, str]:
    return app.selectbox("filter_area").value, app.selectbox("filter_benchmark").value


def tiles(app: AppTest) -> list[str]:
    """The indicators of the overview, in their order."""
    names = {item.names.fi: item.id for item in read_catalogue()}
    (shown,) = (each.value for each in app.markdown if "keko-tiles" in each.value)
    return [names[unescape(label)] for label in re.findall(r"<(?:h2|li)><a [^>]*>([^<]*)</a>", shown)]


def write(engine: sa.Engine, *views: AreaView) -> None:
    with writing(engine) as connection:
        for view in views:
            set_area_view(connection, view, ADMIN)


def stored(engine: sa.Engine) -> dict[str, AreaView]:
    with engine.connect() as connection:
        return read_area_views(connection)


def organisation(engine: sa.Engine, id_: str, name: str, home: str | None) -> None:
    with writing(engine) as connection:
        ensure_provider(connection, id_, Text.same(name))
        connection.execute(provider.update().where(provider.c.id == id_).values(home=home))
        raise_version(connection)


def test_whoever_chooses_an_area_sees_its_own_view(own_demo: sa.Engine) -> None:
    usual = opened("overview", alue="HVA15")
    assert (chosen(usual), tiles(usual)) == (("HVA15", "MAA"), [*headline_ids(read_catalogue())])
    write(own_demo, HYVAKS)
    own = opened("overview", alue="HVA15")
    assert (chosen(own), tiles(own)) == (("HVA15", "HVA08"), [*HEADLINES, ALWAYS])
    assert chosen(opened("overview")) == ("HVA02", "HVA15")


def test_an_address_that_names_area_and_benchmark_wins(own_demo: sa.Engine) -> None:
    write(own_demo, HYVAKS)
    app = opened("overview", alue="HVA15", vertailu="HVA02")
    assert (chosen(app), tiles(app)) == (("HVA15", "HVA02"), [*HEADLINES, ALWAYS])


def test_the_page_of_indicators_begins_with_the_first_of_the_area(own_demo: sa.Engine) -> None:
    write(own_demo, HYVAKS)
    assert opened("indicators", alue="HVA15").selectbox("filter_indicator").value == HEADLINES[0]
    assert opened("indicators", alue="HVA02").selectbox("filter_indicator").value == headline_ids(read_catalogue())[0]


def test_nobody_is_told_that_an_area_is_not_compared_with_itself_who_did_not_ask(own_demo: sa.Engine) -> None:
    told = interface.NOT_ITSELF.within("fi", benchmark="Koko maa")
    assert told not in said(opened("overview", alue="HVA15"))
    assert told in said(opened("overview", alue="HVA15", vertailu="HVA15"))


def test_a_reader_sees_the_area_of_their_organisation(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    organisation(own_demo, "hyvaks", "Hyvaks", "HVA15")
    organisation(own_demo, "pirha", "Älä katso ensin", "HVA08")
    organisation(own_demo, "lost", "Aivan muualla", None)
    write(own_demo, AreaView("HVA15", "HVA08"))
    for grants, expected in (
        ([Grant("reader", "hyvaks")], ("HVA15", "HVA08")),
        ([Grant("reader", "pirha"), Grant("analyst", "hyvaks"), Grant("reader", "lost")], ("HVA15", "HVA08")),
        ([Grant("reader", "pirha")], ("HVA08", "HVA15")),
        ([Grant("reader", "lost")], ("HVA02", "HVA15")),
        ([Grant("admin")], ("HVA02", "HVA15")),
    ):
        signed_in(monkeypatch, *grants)
        assert chosen(opened("overview")) == expected
    signed_in(monkeypatch, Grant("reader", "hyvaks"))
    assert chosen(opened("overview", alue="HVA08")) == ("HVA08", "HVA15")


def test_a_form_chooses_and_brings_back_the_usual(own_demo: sa.Engine) -> None:
    app = opened("admin", kuva="nakyma", alue="HVA15")
    app.selectbox("own_view_HVA15_benchmark").select("HVA08").run()
    app.multiselect("own_view_HVA15_indicators").set_value([*HEADLINES]).run()
    assert any("Pirkanmaan hyvinvointialue" in text.value for text in app.text)
    app.button("own_view_HVA15_save").click().run()
    assert stored(own_demo) == {"HVA15": HYVAKS}
    assert words.SAVED.fi in said(app)
    app.button("own_view_HVA15_remove").click().run()
    assert stored(own_demo) == {}
    assert app.multiselect("own_view_HVA15_indicators").value == [*headline_ids(read_catalogue())]


def test_the_usual_indicators_are_not_stored_as_an_area_s_own(own_demo: sa.Engine) -> None:
    app = opened("admin", kuva="nakyma", alue="HVA15")
    app.selectbox("own_view_HVA15_benchmark").select("HVA08").run()
    app.button("own_view_HVA15_save").click().run()
    assert stored(own_demo) == {"HVA15": AreaView("HVA15", "HVA08")}


def test_a_second_editor_is_shown_what_changed_before_it_is_replaced(own_demo: sa.Engine) -> None:
    app = opened("admin", kuva="nakyma", alue="HVA15")
    app.selectbox("own_view_HVA15_benchmark").select("HVA02").run()
    write(own_demo, HYVAKS)
    app.button("own_view_HVA15_save").click().run()
    assert stored(own_demo) == {"HVA15": HYVAKS}
    (warning,) = app.warning
    assert words.CHANGED_MEANWHILE.fi in warning.value
    assert "Pirkanmaan hyvinvointialue" in warning.value
    app.button("own_view_HVA15_save").click().run()
    assert stored(own_demo) == {"HVA15": AreaView("HVA15", "HVA02")}


def test_a_form_that_is_come_back_to_begins_anew(own_demo: sa.Engine) -> None:
    app = opened("admin", kuva="nakyma", alue="HVA15")
    assert app.selectbox("own_view_HVA15_benchmark").value == ""
    app.query_params["kuva"] = "tapahtumat"
    app.run()
    write(own_demo, HYVAKS)
    app.query_params["kuva"] = "nakyma"
    app.run()
    assert app.selectbox("own_view_HVA15_benchmark").value == "HVA08"


def test_an_analyst_chooses_for_their_own_areas_alone(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    organisation(own_demo, "keusote", "Keusote", "HVA02")
    signed_in(monkeypatch, Grant("analyst", "keusote", ("HVA02", "KU186")))
    app = opened("admin", kuva="nakyma")
    area = app.selectbox("own_view_area")
    assert area.value == "HVA02"
    assert len(area.options) == 2
    signed_in(monkeypatch, Grant("actor", "keusote", ("HVA02",)))
    assert words.SECTIONS["nakyma"].fi not in app.run().segmented_control[0].options
