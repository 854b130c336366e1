"""Two organisations that deliver the same figures: shown to readers and to the analysts of both, with what each says."""

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from keko.data.engine import writing
from keko.data.people import Grant
from keko.data.providers import ensure_provider
from keko.data.text import Text
from keko.data.versions import raise_version
from tests.pages.people import signed_in
from tests.pages.test_names_of_providers import opened, press, put, shown
from tests.pages.test_workbench import describe, real

FILE = "Kunta;Vuosi;Katettu osuus, %\nTuusula;2024;12,5\nJärvenpää;2024;13,5\n"
OTHER = FILE.replace("12,5", "12,9")
HYVAKS = "Keski-Suomen hyvinvointialue"


@pytest.fixture
def disputed(own_demo: sa.Engine) -> sa.Engine:
    """Figures published by one organisation, and a draft of another that has them otherwise."""
    with writing(own_demo) as connection:
        ensure_provider(connection, "hyvaks", Text.same(HYVAKS))
        raise_version(connection)
    press(describe(put(opened("pages/import_data.py"), content=FILE)), "Kyllä, julkaise")
    app = opened("pages/import_data.py")
    app.selectbox(key="provider").set_value("hyvaks").run()
    put(app, content=OTHER)
    assert not [button for button in app.button if button.label.startswith("Kyllä, julkaise katettu")]
    press(app, "Tallenna luonnos")
    return own_demo


def folded(app: AppTest) -> str:
    return shown(app).replace("\xa0", " ")


def test_a_file_that_another_has_published_is_kept_as_a_draft_and_both_are_shown(disputed: sa.Engine) -> None:
    assert [each["status"] for each in real(disputed)] == ["draft", "published"]
    page = folded(opened("pages/import_data.py"))
    sentence = (
        "Katettu osuus: 2 lukua, Järvenpää ja Tuusula, 2024. Näkyvissä: Keski-Uudenmaan hyvinvointialue. "
        "Luonnoksena odottaa: Keski-Suomen"
    )
    assert sentence in page
    assert "12,5" in page.partition("Mitä kumpikin sanoo")[2]
    assert "12,9" in page.partition("Mitä kumpikin sanoo")[2]


def test_readers_see_the_conflict_and_what_is_published_of_it(
    disputed: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, Grant("reader"))
    page = folded(opened("pages/data.py"))
    assert "Kaksi organisaatiota toimittaa samat luvut" in page
    assert "ei julkaistu" in page
    assert "12,9" not in page


@pytest.mark.parametrize(("provider", "sees"), [("local", True), ("hyvaks", True), ("thl", False)])
def test_on_the_import_page_it_is_told_to_the_analysts_of_both(
    disputed: sa.Engine, monkeypatch: pytest.MonkeyPatch, provider: str, sees: bool
) -> None:
    signed_in(monkeypatch, Grant("analyst", provider))
    app = opened("pages/import_data.py")
    assert ("12,9" in folded(app)) == sees
    assert len(app.selectbox(key="provider").options) == 1
    mine = [
        button.label
        for button in app.button
        if button.label.startswith(("Kyllä, julkaise", "Kyllä, peru", "Peru julkaisu"))
    ]
    assert len(mine) == {"local": 2, "hyvaks": 1, "thl": 0}[provider]


def test_without_a_dispute_nothing_is_said_of_any(own_demo: sa.Engine) -> None:
    for page in ("pages/data.py", "pages/import_data.py"):
        assert "Ristiriidat" not in shown(opened(page))
