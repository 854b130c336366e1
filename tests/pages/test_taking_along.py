"""A page is taken along: made when asked, kept as evidence, checked by its seal; and what cannot be made is explained."""

import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sa
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from keko.config import LANGUAGES, ROOT, Language
from keko.data.engine import writing
from keko.data.people import at_this_machine
from keko.data.publishing import rollback
from keko.data.schema import evidence, release
from keko.exchange.seals import seals_in
from keko.room.provenance import keep
from keko.ui import taking_along
from keko.ui.sign_in.limits import Limit
from tests.exchange.frozen_views import EMPLOYMENT
from tests.pages.test_names_of_providers import shown

MADE = "keko_taken_along"
OPEN = {"mittari": "employment-rate-20-64"}


def page(file: str, **parameters: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "keko" / "main.py"), default_timeout=60)
    app.query_params.update(parameters)
    app.run()
    return app.switch_page(f"../pages/{file}.py").run()


def opened() -> AppTest:
    """The page of indicators with the forms under it."""
    return page("indicators", **OPEN).button(key="take_page").click().run()


def kept(engine: sa.Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.execute(sa.select(evidence.c.seal)).scalars())


@pytest.mark.parametrize("form", ["pptx", "pdf", "annex", "xlsx", "csv", "png", "svg"])
def test_what_a_page_shows_is_made_when_asked_and_kept_as_evidence(own_demo: sa.Engine, form: str) -> None:
    app = opened()
    assert MADE not in app.session_state
    assert kept(own_demo) == []
    app.button(key=f"take_{form}").click().run()
    assert not app.exception
    _, file = app.session_state[MADE]
    assert seals_in(file.data) == kept(own_demo)
    assert len(kept(own_demo)) == 1
    assert file.name.startswith("tyollisyysaste-20-64-vuotiaat-keski-uudenmaan-hyvinvointialue")


def test_a_template_that_does_not_fit_is_explained_and_nothing_else_is_made_unasked(
    own_demo: sa.Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEKO_SLIDES_TEMPLATE", str(tmp_path / "ei-ole.pptx"))
    app = opened().button(key="take_pptx").click().run()
    assert "Diapohjaa ei-ole.pptx ei voi lukea" in shown(app)
    assert MADE not in app.session_state
    assert kept(own_demo) == []
    app.button(key="take_own_template").click().run()
    _, file = app.session_state[MADE]
    assert len(Presentation(BytesIO(file.data)).slides) == 2


def test_who_asks_for_many_files_is_asked_to_wait(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_along, "TAKEN_ALONG", Limit("taken along in a test", 1))
    monkeypatch.setattr(taking_along, "_whose", lambda _: "somebody")
    app = opened().button(key="take_csv").click().run()
    assert MADE in app.session_state
    app.button(key="take_csv").click().run()
    assert "Yritä minuutin kuluttua uudelleen" in shown(app)
    assert MADE not in app.session_state


def test_a_file_of_another_view_is_not_offered(own_demo: sa.Engine) -> None:
    app = opened().button(key="take_csv").click().run()
    assert [button.key for button in app.get("download_button") if button.key == "take_saved"]
    app.selectbox(key="filter_sex").set_value("female").run()
    assert not [button.key for button in app.get("download_button") if button.key == "take_saved"]


@pytest.fixture
def sealed(own_demo: sa.Engine) -> str:
    """The seal of a kept view, which rests on the first release of the demo."""
    with writing(own_demo) as connection:
        view = replace(EMPLOYMENT, releases=(1,))
        keep(connection, [view])
    return view.seal


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_seal_leads_to_the_view_as_it_was(sealed: str, language: Language) -> None:
    app = page("check", tarkiste=sealed[:16], kieli=language)
    assert not app.exception
    said = shown(app)
    assert EMPLOYMENT.finding in said
    assert sealed in said
    assert {"fi": "uudempia ei ole julkaistu", "sv": "nyare har inte publicerats", "en": "no newer ones"}[
        language
    ] in said


def test_figures_that_were_taken_back_are_told(own_demo: sa.Engine, sealed: str) -> None:
    with writing(own_demo) as connection:
        row = connection.execute(sa.select(release).where(release.c.id == 1)).mappings().one()
        rollback(connection, row["indicator"], row["provider"], at_this_machine())
    assert "on sittemmin peruttu" in shown(page("check", tarkiste=sealed))


@pytest.mark.parametrize("seal", ["0" * 16, "<script>", "x" * 300, "%", "keko:"])
def test_an_unknown_seal_is_explained(demo: sa.Engine, seal: str) -> None:
    app = page("check", tarkiste=seal)
    assert not app.exception
    assert "ei ole näkymää tässä KEKOssa" in shown(app)


def test_a_view_of_a_form_that_is_not_known_is_explained(own_demo: sa.Engine) -> None:
    with writing(own_demo) as connection:
        connection.execute(evidence.insert().values(seal="a" * 64, at="2026", view=zlib.compress(b"{}")))
    assert "ei osaa näyttää" in shown(page("check", tarkiste="a" * 64))


def test_a_seal_can_be_written_on_the_page(sealed: str) -> None:
    app = page("check")
    app.text_input(key="seal").set_value(sealed[:16]).run()
    assert EMPLOYMENT.finding in shown(app)


def test_pages_that_are_only_led_to_are_not_in_the_navigation(demo: sa.Engine) -> None:
    assert "Tarkiste" not in [link.label for link in page("data").get("page_link")]
