"""The register: found by anybody, edited, confirmed and taken back by those who keep it, filled in by file."""

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from keko.config import Language
from keko.data.engine import writing
from keko.data.people import Grant
from keko.data.versions import raise_version
from keko.ecosystem.fields import KIND_NAMES
from keko.ecosystem.records import KINDS, Cooperation, Key, Offering, Record, Service
from keko.ecosystem.store import read, write
from keko.exchange.ecosystem.plan import Plan, look
from keko.exchange.ecosystem.template import workbook
from keko.ui.ecosystem import files
from keko.words import admin as admin_words
from keko.words import ecosystem_register as words
from keko.words.ecosystem import UNCONFIRMED
from tests.ecosystem.invented import ADMIN, CHARITY, COACHING, COUNTY, EVERY, PEER, QUEUE, name, other
from tests.pages.people import signed_in
from tests.pages.test_pages import opened, said

CHARITYS = Grant("actor", "tuki")


def page(**parameters: str) -> AppTest:
    return opened("actors", kuva="rekisteri", **parameters)


def editing(**parameters: str) -> AppTest:
    """The register with its forms."""
    return page(**parameters).segmented_control("register_work").select("edit").run()


@pytest.fixture
def records(own_demo: sa.Engine) -> Callable[[], dict[Key, Record]]:
    """The small ecosystem is there instead of the invented one; what it is now."""
    with writing(own_demo) as connection:
        write(connection, EVERY, ADMIN)

    def now() -> dict[Key, Record]:
        with own_demo.connect() as connection:
            return dict(read(connection).records)

    return now


@pytest.fixture
def old(own_demo: sa.Engine, records: object) -> sa.Engine:
    """Nobody has confirmed it for long."""
    with writing(own_demo) as connection:
        connection.execute(sa.text("UPDATE ecosystem_record SET confirmed_at = '2020-01-01T00:00:00+00:00'"))
        raise_version(connection)
    return own_demo


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_reader_finds_a_record_and_edits_nothing(monkeypatch: pytest.MonkeyPatch, language: Language) -> None:
    signed_in(monkeypatch, Grant("reader"))
    app = page(kieli=language)
    text = said(app)
    assert all(record.name.fi in text for record in (COUNTY, CHARITY, COACHING))
    assert KIND_NAMES["obstacle"].within(language) in text
    app.text_input("filter_search").input("tuki ry").run()
    assert PEER.name.fi in said(app)
    assert COACHING.name.fi not in said(app)
    app.selectbox("filter_kind").select("toimija").run()
    assert PEER.name.fi not in said(app)
    assert "record_kind" not in {box.key for box in app.selectbox}


@pytest.mark.usefixtures("old")
def test_what_nobody_has_confirmed_is_told_and_confirmed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, CHARITYS)
    app = page()
    assert said(app).count(UNCONFIRMED.fi) == len(EVERY)
    app.segmented_control("register_work").select("confirm").run()
    app.button("confirm_chosen").click().run()
    assert not app.exception
    assert said(app).count(UNCONFIRMED.fi) == len(EVERY) - 3  # its own: itself, its service, its obstacle


@pytest.mark.usefixtures("old")
def test_one_record_is_confirmed_with_one_click(monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, CHARITYS)
    app = editing()
    app.selectbox("record_service").select("vertaistuki").run()
    app.button("record_service_vertaistuki_confirm").click().run()
    assert said(app).count(UNCONFIRMED.fi) == len(EVERY) - 1


def test_an_actor_edits_its_own_service_and_takes_it_back(
    records: Callable[[], dict[Key, Record]], monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, CHARITYS)
    app = editing()
    assert app.selectbox("record_service").options == ["Uusi: palvelu", "Vertaistuki"]
    app.selectbox("record_service").select("vertaistuki").run()
    app.number_input("record_service_vertaistuki_agreed_days").set_value(21).run()
    app.button("record_service_vertaistuki_save").click().run()
    assert admin_words.SAVED.fi in said(app)
    assert records()[PEER.key] == other(PEER, agreed_days=21)
    app.segmented_control("register_work").select("undo").run()
    app.button("change_undo").click().run()
    assert records()[PEER.key] == PEER


def test_a_service_is_added_and_removed(
    records: Callable[[], dict[Key, Record]], monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, CHARITYS)
    app = editing()
    assert app.button("record_service_new_save").disabled
    app.text_area("record_service_new_what_fi").input("Soita 040 123 4567").run()
    app.text_input("record_service_new_name_fi").input("Kahvila").run()
    app.button("record_service_new_save").click().run()
    assert any("matkapuhelinnumero" in error.value for error in app.error)
    assert ("service", "kahvila") not in records()
    app.text_area("record_service_new_what_fi").input("Avoin kohtaamispaikka").run()
    app.button("record_service_new_save").click().run()
    added = records()["service", "kahvila"]
    assert isinstance(added, Service)
    assert (added.actor, added.what.sv) == ("tuki", "Avoin kohtaamispaikka")
    app.selectbox("record_service").select("kahvila").run()
    app.button("record_service_kahvila_remove").click().run()
    assert ("service", "kahvila") not in records()


def test_an_actor_that_others_refer_to_stays(
    records: Callable[[], dict[Key, Record]], monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, Grant("admin"))
    app = editing()
    app.selectbox("record_kind").select("actor").run()
    app.selectbox("record_actor").select("tuki").run()
    app.button("record_actor_tuki_remove").click().run()
    assert any("ei ole poistettavissa" in error.value for error in app.error)
    assert CHARITY.key in records()


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_form_in_every_language(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, Grant("admin"))
    for language in ("fi", "sv", "en"):
        app = editing(kieli=language)
        app.selectbox("record_kind").select(kind).run()
        assert not app.exception
        chosen = app.selectbox(f"record_{kind}")
        if len(chosen.options) > 1:
            chosen.select_index(1).run()
            assert not app.exception
            assert any(button.key and button.key.endswith("_remove") for button in app.button)


def test_a_filled_in_file_is_seen_first_and_published_with_one_click(
    records: Callable[[], dict[Key, Record]], own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, CHARITYS)
    app = page()
    app.segmented_control("register_work").select("bring").run()
    with own_demo.connect() as connection:
        data = workbook(read(connection), "fi")
    app.file_uploader(key="register_file").set_value([("rekisteri.xlsx", data, "application/octet-stream")]).run()
    assert words.NO_CHANGE.fi in said(app)
    assert app.button("register_publish").disabled
    head, row = "Nimi suomeksi;Toimija\n", "Kahvila;Tuki ry\n"
    app.file_uploader(key="register_file").set_value([("palvelut.csv", f"{head}{row}X;\n".encode(), "text/csv")]).run()
    assert app.button("register_publish").disabled
    assert any("rivi 3" in error.value for error in app.error)
    app.file_uploader(key="register_file").set_value([("palvelut.csv", f"{head}{row}".encode(), "text/csv")]).run()
    assert words.COMES.fi in said(app)
    app.button("register_publish").click().run()
    assert ("service", "kahvila") in records()


@pytest.mark.usefixtures("demo")
def test_what_has_no_name_of_its_own_is_called_by_what_it_is_made_of() -> None:
    """An id such as advice/esimerkki-11/J/first-contact says nothing to anybody."""
    app = page()
    app.selectbox("filter_kind").select("tarjonta").run()
    text = said(app)
    assert "esimerkki-11/" not in text
    assert ": Esimerkkiryhmä J, Hoito ja kuntoutus" in text


@pytest.mark.usefixtures("records")
def test_an_uploaded_file_is_read_once_for_what_is_chosen_and_again_where_it_or_the_register_is_another(
    own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_: list[str] = []

    def counted(connection: sa.Connection, name: str, *more: Any) -> Plan:
        read_.append(name)
        return look(connection, name, *more)

    monkeypatch.setattr(files, "look", counted)
    signed_in(monkeypatch, CHARITYS)
    app = page()
    app.segmented_control("register_work").select("bring").run()
    one, other_ = (f"Nimi suomeksi;Toimija\n{name};Tuki ry\n".encode() for name in ("Kahvila", "Paja"))
    app.file_uploader(key="register_file").set_value([("palvelut.csv", one, "text/csv")]).run()
    app.text_input("filter_search").input("tuki").run()
    app.run()
    assert read_ == ["palvelut.csv"]
    app.file_uploader(key="register_file").set_value([("palvelut.csv", other_, "text/csv")]).run()
    assert len(read_) == 2
    assert "Paja" in said(app)
    app.checkbox("register_whole").check().run()
    assert len(read_) == 3
    with writing(own_demo) as connection:
        write(connection, [other(COUNTY, website="https://keusote.example.fi")], ADMIN)
    app.run()
    assert len(read_) == 4


@pytest.mark.usefixtures("records")
def test_no_more_is_published_than_what_was_looked_at(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else changes the same record between the dry run and the click: neither is lost unseen."""
    signed_in(monkeypatch, CHARITYS)
    app = page()
    app.segmented_control("register_work").select("bring").run()
    mine = f"Nimi suomeksi;Toimija;Tunnus;Sovittu odotusaika, päivää\n{PEER.name.fi};Tuki ry;{PEER.id};30\n".encode()
    app.file_uploader(key="register_file").set_value([("palvelut.csv", mine, "text/csv")]).run()
    with writing(own_demo) as connection:
        write(connection, [other(PEER, agreed_days=7)], ADMIN)
    app.button("register_publish").click().run()
    with own_demo.connect() as connection:
        stored = read(connection).records[PEER.key]
    assert isinstance(stored, Service)
    assert stored.agreed_days == 7
    assert any(words.CHANGED_MEANWHILE.fi in warning.value for warning in app.warning)
    app.button("register_publish").click().run()  # what it would change has been seen again
    with own_demo.connect() as connection:
        stored = read(connection).records[PEER.key]
    assert isinstance(stored, Service)
    assert stored.agreed_days == 30


def test_no_list_offers_two_things_alike(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list gives back what it shows: of two alike somebody would edit, take back or confirm the other."""
    twins = [other(QUEUE, id="jono-2", stage="job-search"), other(PEER, id="vertaistuki-2", actor="keusote")]
    with writing(own_demo) as connection:
        write(connection, [*EVERY, *twins], ADMIN)
        for days in (1, 2, 3):
            write(connection, [other(PEER, agreed_days=days)], ADMIN)
    signed_in(monkeypatch, Grant("admin"))
    app = editing()
    for kind in KINDS:
        app.selectbox("record_kind").select(kind).run()
        assert_told_apart(app)
    for work in ("confirm", "undo"):
        app.segmented_control("register_work").select(work).run()
        if work == "confirm":
            app.checkbox("confirm_every").check().run()
        assert_told_apart(app)
    assert_told_apart(opened("actors", kuva="esteet", alue="HVA02"))


def assert_told_apart(app: AppTest) -> None:
    assert not app.exception
    for box in (*app.selectbox, *app.multiselect):
        assert len(set(box.options)) == len(box.options), box.label


@pytest.mark.usefixtures("old")
def test_nothing_is_confirmed_unseen(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, CHARITYS)
    one, many = editing(), page()
    one.selectbox("record_service").select("vertaistuki").run()
    many.segmented_control("register_work").select("confirm").run()
    with writing(own_demo) as connection:
        write(connection, [other(PEER, agreed_days=99)], ADMIN)
    for app, key in ((one, "record_service_vertaistuki_confirm"), (many, "confirm_chosen")):
        app.button(key).click().run()
        assert not app.exception
        assert any(admin_words.CHANGED_MEANWHILE.fi in warning.value for warning in app.warning)
        with own_demo.connect() as connection:
            assert read(connection).entries[PEER.key].confirmed_by == ADMIN.subject


def test_a_form_does_not_turn_one_record_into_another(
    records: Callable[[], dict[Key, Record]], own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cooperation is known by its two: choosing another partner does not write over the record of that pair."""
    third = other(CHARITY, id="kolmas", name=name("Kolmas ry"))
    pair = Cooperation(actor="keusote", partner="kolmas", what=name("Yhteinen valmennus"))
    with writing(own_demo) as connection:
        write(connection, [third, pair], ADMIN)
    before = records()
    signed_in(monkeypatch, Grant("admin"))
    app = editing()
    app.selectbox("record_kind").select("cooperation").run()
    app.selectbox("record_cooperation").select("keusote/tuki").run()
    app.selectbox("record_cooperation_keusote/tuki_partner").select("kolmas").run()
    for _ in range(2):
        app.button("record_cooperation_keusote/tuki_save").click().run()
        assert any("on jo rekisterissä" in error.value for error in app.error)
        assert records() == before


def test_words_keep_their_lines_in_a_form(
    records: Callable[[], dict[Key, Record]], own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = other(PEER, what=name("Eka kappale\n\nToka kappale"))
    with writing(own_demo) as connection:
        write(connection, [lines], ADMIN)
    signed_in(monkeypatch, CHARITYS)
    app = editing()
    app.selectbox("record_service").select("vertaistuki").run()
    app.number_input("record_service_vertaistuki_agreed_days").set_value(5).run()
    app.button("record_service_vertaistuki_save").click().run()
    assert records()[PEER.key] == other(lines, agreed_days=5)


def test_services_of_one_name_tell_whose_they_are(
    records: Callable[[], dict[Key, Record]], own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writing(own_demo) as connection:
        write(connection, [other(PEER, id="toinen", actor="keusote")], ADMIN)
    signed_in(monkeypatch, Grant("admin"))
    options = editing().selectbox("record_service").options
    assert "Vertaistuki (Tuki ry)" in options
    assert f"Vertaistuki ({COUNTY.name.fi})" in options


def test_messages_show_what_people_wrote_as_it_is(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    linked = other(CHARITY, name=name("[Kela](https://a.example) ![x](https://a.example/p.png)"))
    with writing(own_demo) as connection:
        write(connection, [linked, PEER], ADMIN)
    signed_in(monkeypatch, Grant("admin"))
    app = editing()
    app.selectbox("record_kind").select("actor").run()
    app.selectbox("record_actor").select("tuki").run()
    app.button("record_actor_tuki_remove").click().run()
    (error,) = app.error
    assert "\\[Kela\\](" in error.value
    assert "[Kela]" not in error.value.replace("\\[", "")


def test_who_keeps_an_offering_of_a_group_that_is_gone_is_told(
    own_demo: sa.Engine, records: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = Offering(service="vertaistuki", model="esimerkki-11", segment="J", stage="skills")
    with writing(own_demo) as connection:
        write(connection, [lost], ADMIN)
    signed_in(monkeypatch, CHARITYS)
    assert not page().warning
    with writing(own_demo) as connection:
        connection.execute(sa.text("UPDATE segment SET code = 'Z' WHERE code = 'J'"))
        raise_version(connection)
    (warning,) = page().warning
    assert words.UNFIT.within("fi", count=1) in warning.value
    assert "arvoa ”J” ei tunneta" in warning.value
