"""Organisations and area sets on the page Administration: listed, added, changed, removed, told what is wrong at the field."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from keko.access.accounts import account_of
from keko.access.decisions import invite
from keko.config import ROOT
from keko.data.area_sets import AreaSet, change_set, read_sets
from keko.data.engine import writing
from keko.data.organisations import Organisation, add_organisation, read_organisations
from keko.data.people import Grant, at_this_machine
from keko.data.text import Text
from tests.data.figures import KEUSOTE
from tests.pages.people import signed_in
from tests.pages.test_names_of_providers import press, shown


def administration(picture: str, **parameters: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "keko" / "main.py"), default_timeout=60)
    for name, value in {"kuva": picture, **parameters}.items():
        app.query_params[name] = value
    app.run()
    app.switch_page("../pages/admin.py").run()
    assert not app.exception
    return app


def organisation(own_demo: sa.Engine, id_: str) -> Organisation | None:
    with own_demo.connect() as connection:
        return next((own for own in read_organisations(connection) if own.id == id_), None)


def sets(own_demo: sa.Engine) -> dict[str, AreaSet]:
    with own_demo.connect() as connection:
        return {own.id: own for own in read_sets(connection)}


def write(app: AppTest, key: str, value: object) -> AppTest:
    widgets = [*app.text_input, *app.multiselect, *app.selectbox]
    next(widget for widget in widgets if widget.key == key).set_value(value).run()
    assert not app.exception
    return app


def test_an_organisation_is_added_changed_and_removed(own_demo: sa.Engine) -> None:
    app = write(administration("organisaatiot"), "organisation_new_fi", "Hyvaks")
    write(app, "organisation_new_areas", ["HVA15"])
    press(app, "Kyllä, tallenna")
    assert organisation(own_demo, "hyvaks") == Organisation("hyvaks", Text.same("Hyvaks"), ("HVA15",), None)
    assert "Tallennettu." in shown(app)
    assert "Keski-Suomen hyvinvointialue" in shown(app)
    assert app.text_input(key="organisation_new_fi").value == ""
    write(write(app, "organisation", "hyvaks"), "organisation_hyvaks_sv", "Mellersta Finland")
    press(app, "Kyllä, tallenna")
    assert organisation(own_demo, "hyvaks") == Organisation(
        "hyvaks", Text("Hyvaks", "Mellersta Finland", "Hyvaks"), ("HVA15",), None
    )
    press(write(app, "organisation", "hyvaks"), "Kyllä, poista")
    assert organisation(own_demo, "hyvaks") is None


def test_a_fixed_name_is_not_asked_for_and_a_taken_one_is_told(own_demo: sa.Engine) -> None:
    app = write(administration("organisaatiot"), "organisation", "thl")
    assert not [field for field in app.text_input if field.key and field.key.startswith("organisation_thl")]
    write(write(app, "organisation", ""), "organisation_new_fi", "thl")
    press(app, "Kyllä, tallenna")
    assert [error.value for error in app.error] == ["Nimi on jo käytössä."]
    press(write(app, "organisation_new_fi", ""), "Kyllä, tallenna")
    assert [error.value for error in app.error] == ["Kirjoita nimi suomeksi."]


def test_a_set_can_be_chosen_as_soon_as_it_is_saved_and_a_link_to_a_removed_one_says_so(own_demo: sa.Engine) -> None:
    app = write(administration("joukot"), "area_set__fi", "Kehyskunnat")
    write(app, "area_set__codes", ["HVA02", "KU186"])
    assert "on yhteisiä kuntia: poista toinen" in shown(app)
    assert next(button for button in app.button if button.label == "Kyllä, tallenna").disabled
    press(write(app, "area_set__codes", ["KU858", "KU186"]), "Kyllä, tallenna")
    assert sets(own_demo)["kehyskunnat"].codes == ("KU186", "KU858")
    page = administration("joukot", alue="JOUKKO-kehyskunnat")
    assert "Kehyskunnat" in shown(page)
    assert not page.warning
    press(write(app, "area_set", "kehyskunnat"), "Kyllä, poista")
    assert "kehyskunnat" not in sets(own_demo)
    page = administration("joukot", alue="JOUKKO-kehyskunnat")
    assert "JOUKKO-kehyskunnat ei tunneta" in shown(page)


def test_what_somebody_else_changed_meanwhile_is_shown_and_not_overwritten(own_demo: sa.Engine) -> None:
    press(
        write(write(administration("joukot"), "area_set__fi", "Oma"), "area_set__codes", ["KU186"]), "Kyllä, tallenna"
    )
    app = write(administration("joukot"), "area_set", "oma")
    with writing(own_demo) as connection:
        own = sets(own_demo)["oma"]
        change_set(connection, replace(own, codes=("KU179",)), own, at_this_machine())
    press(write(app, "area_set_oma_fi", "Minun"), "Kyllä, tallenna")
    assert "Joku muu muutti" in app.warning[0].value
    assert "Jyväskylä" in app.warning[0].value
    assert sets(own_demo)["oma"].name.fi == "Oma"
    press(app, "Kyllä, tallenna")
    assert sets(own_demo)["oma"].name.fi == "Minun"


def test_an_analyst_is_offered_the_own_areas_and_no_organisations(
    own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, Grant("analyst", None, KEUSOTE))
    app = administration("joukot")
    assert len(app.multiselect(key="area_set__codes").options) == len(KEUSOTE)
    assert "Organisaatiot toimittavat lukuja" not in shown(administration("organisaatiot"))
    press(write(write(app, "area_set__fi", "Omat"), "area_set__codes", ["KU186"]), "Kyllä, tallenna")
    assert "omat" in sets(own_demo)


def test_a_role_whose_area_is_offered_no_more_does_not_turn_into_one_for_all_areas(own_demo: sa.Engine) -> None:
    """A set that has been removed, or a municipality that is no more: a form that left it out would save no areas, which are all."""
    had = Grant("analyst", "thl", ("JOUKKO-poistettu", "KU186"))
    with writing(own_demo) as connection:
        id_ = invite(connection, "maija@example.fi", [had], at_this_machine()).id
    app = write(administration("ihmiset"), "person", id_)
    assert app.multiselect(key=f"grants_{id_}_analyst_areas").value == ["JOUKKO-poistettu", "KU186"]
    write(app, f"grants_{id_}_roles", ["reader", "analyst"])
    press(app, "Tallenna")
    with own_demo.connect() as connection:
        assert account_of(connection, id_).grants == (had, Grant("reader", None, had.areas))


def test_an_organisation_keeps_an_area_that_is_no_more(own_demo: sa.Engine) -> None:
    with writing(own_demo) as connection:
        former = connection.execute(sa.text("select code from area where valid_to is not null limit 1")).scalar_one()
        own = add_organisation(connection, Text.same("Entinen"), [former], None, at_this_machine())
    app = write(administration("organisaatiot"), "organisation", own.id)
    press(write(app, f"organisation_{own.id}_sv", "Tidigare"), "Kyllä, tallenna")
    saved = organisation(own_demo, own.id)
    assert saved is not None
    assert (saved.name.sv, saved.areas) == ("Tidigare", (former,))


def test_what_one_person_has_begun_is_not_there_for_the_next_in_the_same_tab(
    own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, Grant("analyst", None, KEUSOTE))
    app = write(administration("joukot"), "area_set__fi", "Salainen")
    signed_in(monkeypatch, Grant("analyst", None, KEUSOTE), id_="p-2")
    app.run()
    assert not app.exception
    assert app.text_input(key="area_set__fi").value == ""
