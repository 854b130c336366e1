"""One record of the register by its address: read by anybody, edited by those who keep it, gone when it is removed."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from keko.config import LANGUAGES
from keko.data.engine import writing
from keko.data.people import Grant
from keko.ecosystem.records import KINDS, Key, Record
from keko.ecosystem.store import read, write
from keko.room.undertaking_store import read_undertakings
from keko.ui import loads
from keko.ui.ecosystem import rendered
from keko.ui.ecosystem.record_picture import RecordPicture
from keko.ui.freezing.freeze import freeze
from keko.ui.record_address import key_of, written
from keko.ui.view import RECORD_KINDS, usual_view
from keko.words import admin as admin_words
from keko.words import downloads, terms
from keko.words import ecosystem as words
from keko.words import ecosystem_record as record_words
from tests.ecosystem.invented import (
    ADMIN,
    CHARITY,
    COACHING,
    COUNTY,
    EVERY,
    FAIR,
    IPS,
    PEER,
    QUEUE,
    TOGETHER,
    name,
    other,
)
from tests.pages.people import signed_in
from tests.pages.test_pages import opened, said

TODAY = date(2026, 11, 30)
DELAY = "delay-social-rehabilitation"
SITE = "https://tuki.example.fi/?a=1&b=2"
CHARITYS = Grant("actor", "tuki")
KNOWN: list[Record] = [
    other(CHARITY, website=SITE, switchboard="09 123 000", address="Katu 1"),
    other(PEER, what=name("Vertaisten tukea"), how=name("Itse hakeutuen"), languages=("fi", "sv"), places=1200, agreed_days=7),
]  # fmt: skip
OFFERED = {"model": "esimerkki-11", "segment": "J", "stage": "skills"}


@pytest.fixture
def records(own_demo: sa.Engine) -> Callable[[], dict[Key, Record]]:
    """The small ecosystem, somewhat more told of it; what it is now."""
    place = KINDS["offering"].model_validate({"service": PEER.id} | OFFERED)
    with writing(own_demo) as connection:
        write(connection, [*(each for each in EVERY if each.key not in {CHARITY.key, PEER.key}), *KNOWN, place], ADMIN)

    def now() -> dict[Key, Record]:
        with own_demo.connect() as connection:
            return dict(read(connection).records)

    return now


def page(key: Key, **more: str) -> AppTest:
    return opened("actors", tieto=written(key), **more)


def rendered_of(key: Key, area: str) -> RecordPicture:
    picture = rendered.record(usual_view(area).with_(language="fi", record=written(key)), TODAY, loads.version())
    assert picture
    return picture


def led_to(text: str) -> set[str]:
    """The records that a page leads to."""
    return {unescape(each) for each in re.findall(r"tieto=([^&\"]+)", text)}


@pytest.mark.parametrize("kind", KINDS)
def test_an_address_names_a_record_and_gives_it_back(kind: str) -> None:
    key = key_of(written((kind, "a.b/c")))  # type: ignore[arg-type]
    assert key == (kind, "a.b/c")
    assert [key_of(text) for text in ("", "x", "palvelu", "palvelu.", "muu.x", ".x")] == [None] * 6
    assert kind in RECORD_KINDS.values()


def test_every_kind_is_read_in_every_language_and_names_no_person(records: Callable[[], dict[Key, Record]]) -> None:
    for key in records():
        for language in LANGUAGES:
            read_ = rendered.record(usual_view().with_(language=language, record=written(key)), TODAY, loads.version())
            assert read_ is not None
            text = f"{read_.kind} {read_.name} {read_.html}"
            assert record_words.LAST_CONFIRMED.within(language) in text
            assert ADMIN.subject not in text
            assert not re.search(r"\{\w*\}|\bnan\b|\bNone\b", text)


@pytest.mark.usefixtures("records")
def test_an_actor_tells_what_is_known_and_leads_to_what_belongs_to_it() -> None:
    text = said(page(CHARITY.key))
    for told in (
        "Järjestö, jolla on 1 palvelu.",
        "09 123 000",
        "Katu 1",
        "Järvenpää",
        "ruotsi, suomi",
        "7\N{NO-BREAK SPACE}päivää",
    ):
        assert told in text
    (site,) = re.findall(r'<a href="https[^>]*>', text)
    assert unescape(site) == f'<a href="{SITE}" target="_blank" rel="noopener noreferrer">'
    assert {written(each.key) for each in (PEER, COUNTY, QUEUE)} <= led_to(text)
    assert words.DEMO.fi not in text


@pytest.mark.usefixtures("records")
def test_a_service_tells_whom_it_is_for_and_what_may_stop_them() -> None:
    text = said(page(PEER.key, kuva="matriisi"))
    for told in (
        "Vertaisten tukea",
        "Itse hakeutuen",
        "1\N{NO-BREAK SPACE}200",
        "Esimerkkiryhmä J",
        record_words.OF_KEEPER.fi,
    ):
        assert told in text
    assert {written(each.key) for each in (CHARITY, QUEUE)} <= led_to(text)  # of its groups and stages, every one
    assert re.search(r"kuva=matriisi[^\"]*segmentti=J[^\"]*vaihe=skills", text)
    assert record_words.BACK.within("fi", picture=words.PICTURES["matriisi"]) in text


@pytest.mark.usefixtures("records")
def test_other_kinds_tell_what_they_hold() -> None:
    assert written(COACHING.key) in led_to(said(page(IPS.key)))
    assert {written(each.key) for each in (COUNTY, CHARITY)} <= led_to(said(page(TOGETHER.key)))
    fair = said(page(FAIR.key))
    assert "Tilaisuus 1.3.2026; osallistujia 3." in fair
    assert words.SECTORS["ngo"].fi in fair


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("address", ["palvelu.poistettu", "palvelu", "<script>.x", "x" * 400])
def test_what_is_not_there_is_told_in_one_sentence(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, Grant("admin"))
    app = opened("actors", tieto=address)
    assert not app.exception
    assert record_words.NOT_THERE.fi in said(app)
    assert "<script>" not in said(app)


def test_whoever_keeps_it_edits_it_there_and_others_do_not(
    records: Callable[[], dict[Key, Record]], monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, Grant("reader"))
    assert not page(PEER.key).expander
    signed_in(monkeypatch, CHARITYS)
    assert not page(COACHING.key).expander
    app = page(PEER.key)
    assert [each.label for each in app.expander] == [record_words.EDIT.fi]
    app.session_state["record_edit"] = True
    app.run()
    app.number_input("record_service_vertaistuki_agreed_days").set_value(21).run()
    app.button("record_service_vertaistuki_save").click().run()
    assert admin_words.SAVED.fi in said(app)
    assert "21\N{NO-BREAK SPACE}päivää" in said(app)
    assert records()[PEER.key] == other(KNOWN[1], agreed_days=21)


def test_an_obstacle_is_made_an_action_where_it_is_read_and_leads_there(
    records: Callable[[], dict[Key, Record]], own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, Grant("admin"))
    app = page(QUEUE.key)
    app.button("make_action").click().run()
    with own_demo.connect() as connection:
        (action,) = [each for each in read_undertakings(connection).values() if each.obstacle == QUEUE.id]
    text = said(app)
    assert re.search(rf'kuva=toimenpiteet[^"]*"[^>]*>{action.name.fi}', text)
    assert "make_action" not in {button.key for button in app.button}
    assert action.name.fi in said(page(COUNTY.key))  # who could remove it answers for the action


@pytest.mark.usefixtures("demo")
def test_the_register_is_searched_in_the_address_and_what_is_invented_says_so() -> None:
    app = opened("actors", kuva="rekisteri", haku="neuvonta", laji="toimija")
    assert (app.text_input("filter_search").value, app.selectbox("filter_kind").value) == ("neuvonta", "toimija")
    text = said(app)
    assert "toimija.demo-jarvenpaa" in led_to(text)
    assert re.search(r'haku=neuvonta[^"]*tieto=toimija', text)  # whoever comes back finds the same list
    demo = said(page(("actor", "demo-jarvenpaa")))
    assert words.DEMO.fi in demo
    assert record_words.EXAMPLE.fi in demo


@pytest.mark.usefixtures("records")
def test_a_record_is_frozen_as_it_is_read() -> None:
    view = usual_view().with_(record=written(CHARITY.key))
    sheet = freeze("actors", view, loads.version())
    assert (sheet.title, sheet.finding) == ("Toimija: Tuki ry", "Järjestö, jolla on 1 palvelu.")
    assert "tieto=toimija.tuki" in sheet.query
    assert sheet.tables[0].rows[0] == ("Sektori", "Järjestö")
    gone = freeze("actors", view.with_(record="palvelu.x"), loads.version())
    assert gone.finding == record_words.NOT_THERE.fi


def test_a_wait_is_told_of_where_the_service_is_with_what_it_rests_on(
    records: Callable[[], dict[Key, Record]], own_demo: sa.Engine
) -> None:
    """The demo's wait, of a real service: in its area, in another, and frozen."""
    measured = other(KNOWN[1], delay=DELAY, for_whom=name("Nuorille\nja aikuisille"))
    with writing(own_demo) as connection:
        write(connection, [measured], ADMIN)
    here, there = page(PEER.key, alue="HVA02"), page(PEER.key, alue="HVA13")
    assert terms.DEMO_NOTICE.fi in said(here)
    assert words.DEMO.fi not in said(here)  # the record itself is real
    assert '<span class="area">Keski-Uusimaa</span>: <b>' in said(here)
    assert "Järvenpää: <b>" in said(there)
    assert rendered_of(PEER.key, "HVA13").standings[0].own.area == CHARITY.municipalities[0]
    sheet = freeze("actors", usual_view("HVA02").with_(language="fi", record=written(PEER.key)), loads.version())
    (wait,) = [fact for what, fact in sheet.tables[0].rows if what == words.MEASURED.fi]
    assert re.search(r"; Keski-Uusimaa: \d+ päivää; 95 %:n väli \d+–\d+; \d{4}$", str(wait).replace("\xa0", " "))
    assert ("Nuorille; ja aikuisille",) in {row[1:] for row in sheet.tables[0].rows}
    assert len(sheet.releases) == 1
    assert sheet.is_demo
    assert sheet.figures[0].indicator == DELAY
    assert {downloads.PERIOD.fi, downloads.SOURCE.fi, downloads.NOTICE.fi} <= dict(sheet.notes).keys()


def test_links_that_only_lead_on_are_no_facts(records: Callable[[], dict[Key, Record]]) -> None:
    (place,) = [key for key in records() if key[0] == "offering"]
    picture = rendered_of(place, "HVA02")
    assert record_words.IN_CELL.fi in picture.html
    assert record_words.IN_CELL.fi not in {fact for pair in picture.facts for fact in pair}
    sheet = freeze("actors", usual_view("HVA02").with_(record=written(place)), loads.version())
    assert record_words.IN_CELL.fi not in str(sheet)


def test_a_record_that_becomes_another_is_shown_by_its_new_address_and_one_removed_leads_to_the_register(
    records: Callable[[], dict[Key, Record]], monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, Grant("admin"))
    (place,) = [key for key in records() if key[0] == "offering"]
    app = page(place)
    app.session_state["record_edit"] = True
    app.run()
    fields = f"record_offering_{place[1]}"
    app.selectbox(f"{fields}_stage").set_value("job-search").run()
    app.button(f"{fields}_save").click().run()
    (became,) = [key for key in records() if key[0] == "offering"]
    assert became != place
    assert app.query_params["tieto"] == written(became)
    assert admin_words.SAVED.fi in said(app)
    assert record_words.NOT_THERE.fi not in said(app)
    app.button(f"record_offering_{became[1]}_remove").click().run()
    assert "tieto" not in app.query_params
    assert admin_words.SAVED.fi in said(app)
    assert record_words.NOT_THERE.fi not in said(app)
    assert became not in records()


@pytest.mark.usefixtures("demo")
def test_who_answers_for_an_action_is_opened_from_among_the_goals() -> None:
    text = said(opened("goals", kuva="toimenpiteet", alue="HVA02"))
    assert "toimija.demo-koivupolku" in led_to(text)
