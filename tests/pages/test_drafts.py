"""Services of the national service register on the page: brought in as drafts, matched, published, remembered, taken back."""

from typing import Any

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from keko.config import Language
from keko.data.people import Grant
from keko.ecosystem.drafts import read_draft
from keko.ecosystem.records import Actor, Offering, Service
from keko.ecosystem.register import Register
from keko.ecosystem.store import read
from keko.words import ecosystem_drafts as words
from tests.pages.people import signed_in
from tests.pages.test_pages import opened, said
from tests.sources.ptv_answers import ASSOCIATION, CLUB, as_file, numbered, page, service

ANALYST = Grant("analyst")
FORM = f"draft_{CLUB}"


def register(language: Language = "fi", work: str = "drafts") -> AppTest:
    app = opened("actors", kuva="rekisteri", kieli=language)
    return app.segmented_control("register_work").select(work).run()


def bring(*items: Any, language: Language = "fi", data: bytes | None = None) -> AppTest:
    app = register(language, "bring")
    file = data if data is not None else as_file(page(*items))
    app.file_uploader(key="register_file").set_value([("ptv.json", file, "application/json")]).run()
    app.selectbox("service_file_area").select("HVA02").run()
    return app.button("service_file_bring").click().run()


def there(engine: sa.Engine) -> Register:
    with engine.connect() as connection:
        return read(connection).real


def own(engine: sa.Engine) -> Service | None:
    return next((item for item in there(engine).of(Service) if item.register_id == CLUB), None)


def chosen(app: AppTest, part: str) -> Any:
    """The field of groups or stages, whatever the model."""
    return next(box for box in app.multiselect if (box.key or "").startswith(f"{FORM}_{part}"))


def match(app: AppTest) -> AppTest:
    chosen(app, "groups").set_value(["A"]).run()
    chosen(app, "stages").set_value(["skills"]).run()
    return app.button(f"{FORM}_publish").click().run()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_service_is_brought_in_matched_published_remembered_and_taken_back(
    own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    signed_in(monkeypatch, ANALYST)
    app = bring(service(), language=language)
    assert words.BROUGHT["new"].within(language, count=1) in "".join(each.value for each in app.success)
    assert own(own_demo) is None
    app = register(language)
    assert all(word in said(app) for word in ("Nuoret töihin ry", words.QUESTIONS["new"].within(language)))
    assert app.button(f"{FORM}_publish").disabled
    app = match(app)
    assert not app.exception
    made = own(own_demo)
    assert made
    assert made.actor == ASSOCIATION
    assert there(own_demo).get(Actor, ASSOCIATION)
    assert [item.service for item in there(own_demo).of(Offering)] == [made.id]
    assert words.NONE_FOUND.within(language) in said(register(language))
    app = bring(service(summary="Tukea ja ohjausta."), language=language)
    app = register(language)
    assert words.CHANGED_SINCE.within(language) in said(app)
    assert len(chosen(app, "groups").value) == len(chosen(app, "stages").value) == 1
    app.button(f"{FORM}_publish").click().run()
    changed = own(own_demo)
    assert changed
    assert changed.what.fi == "Tukea ja ohjausta."
    app.segmented_control("register_work").select("undo").run()
    app.button("change_undo").click().run()
    before = own(own_demo)
    assert before
    assert before.what.fi == "Tukea työnhakuun."
    assert words.CHANGED_SINCE.within(language) in said(register(language))


def test_what_is_left_out_is_asked_no_more_and_is_found_among_the_decided(
    own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, ANALYST)
    bring(service(), numbered(1))
    app = register()
    app.text_input("draft_search").input("työpaja").run()
    app.button(f"{FORM}_leave").click().run()
    app.text_input("draft_search").input("").run()
    assert "Nuorten työpaja" not in said(app)
    app.segmented_control("draft_filter").select("decided").run()
    assert words.LEFT_OUT.fi in said(app)
    match(app)
    assert own(own_demo)


@pytest.mark.usefixtures("own_demo")
def test_every_new_one_of_a_list_is_left_out_with_one_confirmed_click(monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, ANALYST)
    bring(service(), numbered(1), numbered(2))
    app = register()
    app.text_input("draft_search").input("palvelu").run()
    app.button("drafts_leave").click().run()
    app.text_input("draft_search").input("").run()
    assert "Nuorten työpaja" in said(app)
    assert "Palvelu 1" not in said(app)
    assert "drafts_leave" not in {button.key for button in app.button}


def test_what_the_register_has_archived_is_removed_with_one_confirmed_click(
    own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, ANALYST)
    bring(service())
    match(register())
    bring(service(publishingStatus="Archived"))
    app = register()
    assert words.QUESTIONS["ended"].fi in said(app)
    assert words.STATUSES["archived"].fi in said(app)
    app.button(f"{FORM}_remove").click().run()
    assert own(own_demo) is None
    assert there(own_demo).of(Offering) == []


@pytest.mark.usefixtures("own_demo")
def test_an_actor_sees_only_what_would_be_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, ANALYST)
    bring(service())
    signed_in(monkeypatch, Grant("actor", "tuki"))
    assert "Nuorten työpaja" not in said(register())


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("data", [b"{", b"[1]", as_file(page(service(), count=2)), b"\xff\xfe"])
def test_a_bad_file_is_one_sentence_and_nothing_is_kept(
    own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch, data: bytes, language: Language
) -> None:
    signed_in(monkeypatch, ANALYST)
    app = bring(data=data, language=language)
    assert len(app.error) == 1
    with own_demo.connect() as connection:
        assert read_draft(connection, CLUB) is None


def test_hostile_words_are_shown_as_they_are(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, ANALYST)
    bring(service(name="Paja {0} & <3", summary="**x** :red[y] $z$ &lt;img src=x onerror=alert(1)&gt; {name}"))
    app = register()
    assert not app.exception
    blocks = "".join(block.proto.body for block in app.get("html"))
    assert "<img" not in blocks
    match(app)
    assert not app.exception
    assert own(own_demo)


def test_personal_data_is_left_out_and_named(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, ANALYST)
    app = bring(service(summary="Soita 040 123 4567"))
    assert any("henkilötietoja" in each.value for each in app.warning)
    assert "040" not in said(register())
    with own_demo.connect() as connection:
        draft = read_draft(connection, CLUB)
    assert draft
    assert draft.found.what.fi == ""
