"""Targets and events in forms: what is written is stored, what is wrong is told at its field, and whoever may not does not."""

from datetime import date

import pytest
import sqlalchemy as sa

from keko.config import Language
from keko.data.engine import writing
from keko.data.identity_codes import IdentityCode
from keko.data.people import Grant
from keko.data.text import Text
from keko.room.events import Event, add_event, read_events
from keko.room.rebases import accept_rebase
from keko.room.targets import Target, read_targets, set_target
from keko.words import admin as words
from keko.words import admin_events, admin_targets
from keko.words.refusals import REFUSALS
from tests.data.figures import ADMIN
from tests.pages.people import signed_in
from tests.pages.test_pages import opened, said

RATE = "employment-rate-18-64"
KNOWN = ("employment-rate-20-64", "HVA02")  # the demo has a target
KEUSOTE = Grant("actor", "keusote", ("HVA02", "KU186"))
START = Event("aloitus", date(2024, 3, 1), "event", Text.same("Aloitus"), ("HVA02",))


def target(engine: sa.Engine, indicator: str, area: str) -> Target | None:
    with engine.connect() as connection:
        return read_targets(connection).get((indicator, area))


def events(engine: sa.Engine) -> dict[str, Event]:
    with engine.connect() as connection:
        return {event.name.fi: event for event in read_events(connection)}


@pytest.mark.parametrize(
    ("language", "written", "value"),
    [("fi", "78,25", 78.25), ("fi", "78.25", 78.25), ("sv", "78,25 %", 78.25), ("en", "78.25", 78.25)],
)
def test_a_target_is_set(own_demo: sa.Engine, language: Language, written: str, value: float) -> None:
    app = opened("goals", kuva="tavoitteet", mittari=RATE, alue="HVA02", kieli=language)
    assert app.button("target_new_save").disabled
    app.text_input("target_new_value").input(written).run()
    app.text_input("target_new_since").input("2026").run()
    app.text_input("target_new_due").input("3/2028").run()
    app.button("target_new_save").click().run()
    assert target(own_demo, RATE, "HVA02") == Target(RATE, "HVA02", value, "2026", "2028-03")
    assert words.SAVED.within(language) in said(app)
    assert app.text_input("target_new_value").value == ""


def test_thousands_are_written_as_each_language_does(own_demo: sa.Engine) -> None:
    for language, written in (("fi", "4 200"), ("en", "4,200")):
        app = opened("goals", kuva="tavoitteet", mittari="long-term-unemployed", alue="HVA08", kieli=language)
        prefix = "target_new" if language == "fi" else "target_long-term-unemployed_HVA08"
        app.text_input(f"{prefix}_value").input(written).run()
        app.text_input(f"{prefix}_since").input("2026").run()
        app.text_input(f"{prefix}_due").input("2027").run()
        app.button(f"{prefix}_save").click().run()
        aimed = target(own_demo, "long-term-unemployed", "HVA08")
        assert aimed is not None
        assert aimed.value == 4200


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("field", "text", "slip"),
    [
        ("value", "paljon", "value"),
        ("value", "120", "share"),
        ("since", "kesä", "since"),
        ("due", "20277", "due"),
        ("due", "2025", "order"),
    ],
)
def test_what_is_wrong_is_told_and_cannot_be_saved(field: str, text: str, slip: str) -> None:
    app = opened("goals", kuva="tavoitteet", mittari=RATE, alue="HVA02")
    for name, right in {"value": "78", "since": "2026", "due": "2027"}.items():
        app.text_input(f"target_new_{name}").input(text if name == field else right).run()
    assert admin_targets.SLIPS[slip].fi in said(app)
    assert app.button("target_new_save").disabled


def test_a_target_is_changed_and_removed(own_demo: sa.Engine) -> None:
    app = opened("goals", kuva="tavoitteet", mittari=KNOWN[0], alue=KNOWN[1])
    prefix = "target_{}_{}".format(*KNOWN)
    assert app.text_input(f"{prefix}_value").value == "78"
    assert any(text.value == admin_targets.DEMO.fi for text in app.text)
    app.text_input(f"{prefix}_value").input("79,5").run()
    app.button(f"{prefix}_save").click().run()
    changed = target(own_demo, *KNOWN)
    assert changed is not None
    assert (changed.value, changed.is_demo) == (79.5, False)
    app.button(f"{prefix}_remove").click().run()
    assert target(own_demo, *KNOWN) is None


@pytest.mark.usefixtures("demo")
def test_a_second_target_of_one_thing_is_not_offered() -> None:
    app = opened("goals", kuva="tavoitteet", mittari=KNOWN[0], alue=KNOWN[1])
    app.selectbox("target_chosen").select("").run()
    assert admin_targets.THERE_IS_ONE.fi in said(app)
    assert app.button("target_new_save").disabled


def test_a_second_editor_of_a_target_is_shown_what_changed(own_demo: sa.Engine) -> None:
    app = opened("goals", kuva="tavoitteet", mittari=KNOWN[0], alue=KNOWN[1])
    prefix = "target_{}_{}".format(*KNOWN)
    app.text_input(f"{prefix}_value").input("79").run()
    with writing(own_demo) as connection:
        set_target(connection, Target(*KNOWN, 81.0, "2025", "2029"), ADMIN)
    app.button(f"{prefix}_save").click().run()
    assert "81,0" in app.warning[0].value
    aimed = target(own_demo, *KNOWN)
    assert aimed is not None
    assert aimed.value == 81.0


def test_targets_and_events_are_shown_to_whom_they_are_to_edit(
    own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writing(own_demo) as connection:
        add_event(connection, Event("muualla", date(2024, 3, 1), "event", Text.same("Muualla"), ("HVA15",)), ADMIN)
    signed_in(monkeypatch, KEUSOTE)
    app = opened("goals", kuva="tavoitteet")
    assert "Keski-Uudenmaan" in said(app)
    assert not any("Keski-Suomen" in option for option in app.selectbox("target_chosen").options)
    assert len(app.selectbox("target_new_area").options) == 2
    app = opened("admin", kuva="tapahtumat")
    text = said(app)
    assert "Muualla" not in text
    assert admin_events.SHIPPED.fi in text
    assert not any("aloittivat" in option for option in app.selectbox("event_chosen").options)
    assert len(app.multiselect("event_new_areas").options) == 2


def test_an_event_is_added_changed_and_removed(own_demo: sa.Engine) -> None:
    app = opened("admin", kuva="tapahtumat", alue="HVA02")
    assert app.button("event_new_save").disabled
    app.text_input("event_new_fi").input("Uusi  tiimi").run()
    app.text_input("event_new_sv").input("Nytt team").run()
    app.date_input("event_new_day").set_value(date(2025, 3, 1)).run()
    app.multiselect("event_new_indicators").set_value([RATE]).run()
    app.button("event_new_save").click().run()
    event = events(own_demo)["Uusi tiimi"]
    assert event == Event(
        event.id,
        date(2025, 3, 1),
        "event",
        Text("Uusi tiimi", "Nytt team", "Uusi tiimi"),
        ("HVA02",),
        (RATE,),
    )
    app.selectbox("event_chosen").select(event.id).run()
    app.selectbox(f"event_{event.id}_kind").select("reform").run()
    app.button(f"event_{event.id}_save").click().run()
    assert events(own_demo)["Uusi tiimi"].kind == "reform"
    app.button(f"event_{event.id}_remove").click().run()
    assert "Uusi tiimi" not in events(own_demo)


def test_what_is_wrong_with_an_event_is_told(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The code is the example of the authority that gives them out."""
    signed_in(monkeypatch, KEUSOTE)
    app = opened("admin", kuva="tapahtumat")
    app.text_input("event_new_fi").input("Tiimi 131052-308T").run()
    assert REFUSALS[IdentityCode].fi in said(app)
    assert app.button("event_new_save").disabled
    app.text_input("event_new_fi").input("Tiimi").run()
    assert not app.button("event_new_save").disabled
    app.multiselect("event_new_areas").set_value([]).run()
    assert admin_events.NEEDS_AREA.fi in said(app)
    assert app.button("event_new_save").disabled


def test_removing_an_event_tells_which_limits_go_with_it(own_demo: sa.Engine) -> None:
    with writing(own_demo) as connection:
        add_event(connection, START, ADMIN)
        accept_rebase(connection, "long-term-unemployed", "HVA02", START.id, ADMIN)
    app = opened("admin", kuva="tapahtumat")
    app.selectbox("event_chosen").select(START.id).run()
    assert any(text.value == admin_events.LIMITS_GO.within("fi", count=1) for text in app.text)


@pytest.mark.parametrize(
    ("grants", "leads"),
    [([], False), ([KEUSOTE], True), ([Grant("actor", "hyvaks", ("HVA15",))], False), ([Grant("admin")], True)],
    ids=["reader", "actor", "another area", "admin"],
)
@pytest.mark.usefixtures("demo")
def test_the_forms_are_a_step_away_for_whoever_may_edit(
    monkeypatch: pytest.MonkeyPatch, grants: list[Grant], leads: bool
) -> None:
    signed_in(monkeypatch, Grant("reader"), *grants)
    app = opened("indicators", mittari=KNOWN[0], alue="HVA02")
    links = {link.proto.label: link.proto.query_string for link in app.main if link.type == "page_link"}
    assert (admin_targets.TO_CHANGE.fi in links, admin_events.TO_EVENTS.fi in links) == (leads, leads)
    if leads:
        assert "kuva=tavoitteet" in links[admin_targets.TO_CHANGE.fi]
        assert f"mittari={KNOWN[0]}" in links[admin_targets.TO_CHANGE.fi]
