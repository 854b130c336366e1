"""The page of goals and actions: what is behind and late comes first, and whoever may edits it there."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from keko.config import LANGUAGES, Language
from keko.data.engine import writing
from keko.data.people import Grant
from keko.data.providers import ensure_provider
from keko.data.text import Text
from keko.room.rebases import accept_rebase, rebases_from
from keko.room.targets import Target, set_target
from keko.room.undertaking_checks import OWN_DONOR
from keko.room.undertaking_store import read_undertakings, write_undertaking
from keko.room.undertakings import Undertaking
from keko.ui import loads
from keko.ui.freezing.freeze import freeze
from keko.ui.view import GOAL_PICTURES, View
from keko.words import admin as admin_words
from keko.words import goals as words
from keko.words.terms import MIXED_NOTICE, TARGETS
from tests.data.figures import ADMIN
from tests.pages.people import signed_in
from tests.pages.test_pages import opened, said

TODAY = date.today()
OWN = Undertaking(
    id="oma", name=Text.same("Yhteinen neuvonta"), owner="keusote", areas=("HVA02",), status="under way",
    begins=TODAY - timedelta(90), due=TODAY - timedelta(3),
)  # fmt: skip
OTHERS = OWN.model_copy(update={"id": "muu", "name": Text.same("Muiden toimi"), "owner": "hyvaks", "due": None})


def actions(engine: sa.Engine) -> dict[str, Undertaking]:
    with engine.connect() as connection:
        return read_undertakings(connection)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("picture", GOAL_PICTURES)
def test_every_picture_is_there_in_every_language(picture: str, language: Language) -> None:
    text = said(opened("goals", kuva=picture, kieli=language, alue="HVA02"))
    assert words.PICTURES[picture].within(language) in text
    assert "{" not in text.split("</h1>")[0]


@pytest.mark.usefixtures("demo")
def test_targets_stand_with_their_path_and_when_it_could_be_known() -> None:
    text = said(opened("goals", kuva="tavoitteet", alue="HVA02"))
    assert TARGETS.fi in text
    assert "tavoitteesta" in text.split("</h1>")[0]
    assert words.WHEN.fi in text
    assert "sattumasta" in text
    first, last = text.index("jäljessä polusta"), text.index("polulla</span>")
    assert first < last


@pytest.mark.usefixtures("demo")
def test_what_is_late_is_told_first() -> None:
    text = said(opened("goals", kuva="toimenpiteet", alue="HVA02"))
    assert text.index("myöhässä") < text.index("aikataulussa") < text.index("päättynyt")
    assert "toimenpidettä on myöhässä" in text.split("</h1>")[0]


@pytest.mark.usefixtures("demo")
def test_the_project_is_followed_with_those_who_take_part() -> None:
    text = said(opened("goals", kuva="hanke", alue="HVA02"))
    assert "17 tuotoksesta" in text.split("</h1>")[0]
    assert words.PARTICIPATION.fi in text
    assert words.RESPONSIBLE.fi in text


@pytest.mark.usefixtures("demo")
def test_an_area_without_goals_says_so() -> None:
    assert "Alueella ei ole tavoitteita" in said(opened("goals", alue="HVA08"))


@pytest.mark.usefixtures("demo")
def test_what_could_be_known_is_told_before_a_target_is_saved() -> None:
    app = opened("goals", kuva="tavoitteet", mittari="employment-rate-18-64", alue="HVA02")
    app.text_input("target_new_value").input("77").run()
    app.text_input("target_new_since").input("2025").run()
    app.text_input("target_new_due").input("2026").run()
    assert "ei voisi erottaa sattumasta" in said(app)
    assert "Mikä auttaisi" in said(app)
    app.text_input("target_new_start").input("60").run()
    assert "voisi erottua sattumasta" in said(app)
    app.text_input("target_new_steps").input("2026: 70; sitten").run()
    assert "Kirjoita välitavoitteet" in said(app)
    assert app.button("target_new_save").disabled


def test_an_action_is_added_changed_undone_and_removed(own_demo: sa.Engine) -> None:
    app = opened("goals", kuva="toimenpiteet", alue="HVA02")
    assert app.button("action_new_save").disabled
    app.text_input("action_new_fi").input("Uusi  ryhmä").run()
    app.selectbox("action_new_owner").select("local").run()
    app.date_input("action_new_due").set_value(date(2028, 3, 1)).run()
    app.button("action_new_save").click().run()
    assert admin_words.SAVED.fi in said(app)
    (made,) = [each for each in actions(own_demo).values() if each.kind == "action"]  # the examples have given way
    assert (made.name.fi, made.owner, made.areas, made.due) == ("Uusi ryhmä", "local", ("HVA02",), date(2028, 3, 1))
    app.selectbox("action_chosen").select(made.id).run()
    app.selectbox(f"action_{made.id}_status").select("done").run()
    app.button(f"action_{made.id}_save").click().run()
    assert actions(own_demo)[made.id].status == "done"
    app.selectbox("action_chosen").select(made.id).run()
    app.button(f"action_{made.id}_undo_remove").click().run()
    assert actions(own_demo)[made.id] == made
    app.selectbox("action_chosen").select(made.id).run()
    app.button(f"action_{made.id}_remove").click().run()
    assert made.id not in actions(own_demo)


def test_the_areas_that_an_action_is_compared_with_are_chosen_before_it_begins(own_demo: sa.Engine) -> None:
    app = opened("goals", kuva="toimenpiteet", alue="HVA02")
    app.text_input("action_new_fi").input("Uusi ryhmä").run()
    app.date_input("action_new_begins").set_value(date(2025, 3, 1)).run()
    app.multiselect("action_new_indicators").set_value(["*"]).run()
    app.multiselect("action_new_donors").set_value(["HVA02"]).run()
    assert OWN_DONOR.at().message.fi in said(app)
    assert app.button("action_new_save").disabled
    app.multiselect("action_new_donors").set_value(["HVA15", "HVA08"]).run()
    assert words.CHOSEN_LATE.fi in said(app)
    app.date_input("action_new_declared").set_value(date(2025, 1, 15)).run()
    assert words.CHOSEN_LATE.fi not in said(app)
    app.button("action_new_save").click().run()
    (made,) = [each for each in actions(own_demo).values() if each.kind == "action"]
    assert (made.donors, made.declared, made.indicators) == (("HVA15", "HVA08"), date(2025, 1, 15), None)
    app.selectbox("action_chosen").select(made.id).run()
    assert app.multiselect(f"action_{made.id}_donors").value == ["HVA15", "HVA08"]
    assert app.multiselect(f"action_{made.id}_indicators").value == ["*"]


def test_nobody_is_named_where_nobody_was_chosen(own_demo: sa.Engine) -> None:
    with writing(own_demo) as connection:
        write_undertaking(connection, OWN.model_copy(update={"owner": None}), ADMIN)
    app = opened("goals", kuva="toimenpiteet", alue="HVA02")
    app.selectbox("action_chosen").select("oma").run()
    app.selectbox("action_oma_status").select("done").run()
    app.button("action_oma_save").click().run()
    assert (actions(own_demo)["oma"].status, actions(own_demo)["oma"].owner) == ("done", None)


def test_a_real_target_beside_invented_figures_is_marked(own_demo: sa.Engine) -> None:
    with writing(own_demo) as connection:
        set_target(connection, Target("employment-rate-20-64", "HVA07", 80, "2024", "2030"), ADMIN)
    assert words.DEMO.fi in said(opened("goals", kuva="tavoitteet", alue="HVA07"))
    view = freeze("goals", View("HVA07", "HVA15", "fi"), loads.version())
    assert view.is_demo
    assert any(MIXED_NOTICE.fi in text for _, text in view.notes)


def test_a_person_is_not_named(own_demo: sa.Engine) -> None:
    app = opened("goals", kuva="toimenpiteet", alue="HVA02")
    app.text_input("action_new_fi").input("Yhteyshenkilö Matti Meikäläinen").run()
    app.button("action_new_save").click().run()
    assert "henkilön nimi" in app.error[0].value
    assert not any("Matti" in each.name.fi for each in actions(own_demo).values())


def test_whoever_acts_for_an_organisation_edits_its_own(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with writing(own_demo) as connection:
        ensure_provider(connection, "keusote")
        ensure_provider(connection, "hyvaks")
        write_undertaking(connection, OWN, ADMIN)
        write_undertaking(connection, OTHERS, ADMIN)
    signed_in(monkeypatch, Grant("actor", "keusote", ("HVA02",)))
    app = opened("goals", kuva="toimenpiteet", alue="HVA02")
    text = said(app)
    assert text.index("Yhteinen neuvonta") < text.index("Muiden toimi")
    options = app.selectbox("action_chosen").options
    assert any("Yhteinen neuvonta" in option for option in options)
    assert not any("Muiden toimi" in option for option in options)


@pytest.mark.usefixtures("demo")
def test_a_reader_edits_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, Grant("reader"))
    for picture in GOAL_PICTURES:
        app = opened("goals", kuva=picture, alue="HVA02")
        assert not [button for button in app.button if str(button.key).startswith(("action_", "target_"))]


def test_a_second_editor_is_shown_what_changed(own_demo: sa.Engine) -> None:
    with writing(own_demo) as connection:
        ensure_provider(connection, "keusote")
        write_undertaking(connection, OWN, ADMIN)
    app = opened("goals", kuva="toimenpiteet", alue="HVA02")
    app.selectbox("action_chosen").select("oma").run()
    app.selectbox("action_oma_status").select("dropped").run()
    with writing(own_demo) as connection:
        write_undertaking(connection, OWN.model_copy(update={"status": "done"}), ADMIN)
    app.button("action_oma_save").click().run()
    assert "valmis" in app.warning[0].value
    assert actions(own_demo)["oma"].status == "done"


def test_what_goes_with_a_removed_action_is_told_and_it_can_be_put_back(own_demo: sa.Engine) -> None:
    team = OWN.model_copy(update={"owner": None, "status": "under way", "begins": date(2025, 3, 1), "indicators": None})
    team = team.model_copy(update={"due": None, "next_day": None, "next_step": Text.same("")})
    with writing(own_demo) as connection:
        write_undertaking(connection, team, ADMIN)
        accept_rebase(connection, "long-term-unemployed", "HVA02", team.mark_id, ADMIN)
    app = opened("goals", kuva="toimenpiteet", alue="HVA02")
    assert words.LATENESS["not known"][2].fi in said(app)
    assert words.UNCHECKED.fi in said(app)
    assert "mutta 1 toimenpiteen tila on tarkistamatta" in said(app)
    app.selectbox("action_chosen").select("oma").run()
    assert any(text.value == words.LIMITS_GO.within("fi", count=1) for text in app.text)
    app.button("action_oma_remove").click().run()
    assert "oma" not in actions(own_demo)
    app = opened("goals", kuva="toimenpiteet", alue="HVA02")
    app.button("action_oma_back_remove").click().run()
    assert actions(own_demo)["oma"] == team
    with own_demo.connect() as connection:
        assert rebases_from(connection, team.mark_id) == [("long-term-unemployed", "HVA02")]
