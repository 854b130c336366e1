"""Who delivers and who acts have names in the reader's language on every page; no code word of either is shown."""

import re

import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from keko.config import ROOT, Language
from keko.data.releases import read_releases
from keko.ui.navigation import PAGES
from tests.pages.test_workbench import describe
from tests.texts import every_place

FILE = "Kunta;Vuosi;Katettu osuus, %\nTuusula;2024;12,5\nJärvenpää;2024;13,5\n"
_CODE_WORD = re.compile(r"\blocal\b", re.IGNORECASE)


def opened(path: str, language: Language = "fi") -> AppTest:
    app = AppTest.from_file(str(ROOT / "keko" / "main.py"), default_timeout=60)
    app.query_params["kieli"] = language
    app.run()
    app.switch_page(f"../{path}").run()
    assert not app.exception
    return app


def put(app: AppTest, name: str = "katettu.csv", content: str = FILE) -> AppTest:
    app.file_uploader[0].set_value([(name, content.encode(), "text/csv")]).run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label.startswith(label)).click().run()
    assert not app.exception
    return app


def shown(app: AppTest) -> str:
    """Everything that a reader of the page can read in their language: bodies, labels, what may be chosen (but for names in
    other languages, which lead to it) and what is written in fields."""
    parts: list[str] = []
    for element in app.main:
        parts += [str(getattr(element.proto, name, "")) for name in ("body", "label", "placeholder", "help")]
        parts += [str(option) for option in getattr(element, "options", []) if " → " not in str(option)]
        parts += [str(getattr(element, "value", "")) if element.type in {"text_input", "text_area"} else ""]
    return re.sub(r"<[^>]*>", " ", " ".join(parts))


def test_no_page_shows_a_code_word_for_who_delivers_or_acts(own_demo: sa.Engine) -> None:
    press(describe(put(opened("pages/import_data.py"))), "Kyllä, julkaise")
    press(put(opened("pages/import_data.py"), "katettu2.csv", FILE.replace("12,5", "12,6")), "Tallenna luonnos")
    with own_demo.connect() as connection:
        real = [each for each in read_releases(connection) if not each["is_demo"]]
    assert {(each["provider"], each["created_by"]) for each in real} == {("local", "local")}
    app, pages = opened("pages/import_data.py"), dict[str, str]()
    for entry in PAGES:
        pages[entry.file] = shown(app.switch_page(f"../pages/{entry.file}.py").run())
        assert not app.exception
    assert [name for name, page in pages.items() if _CODE_WORD.search(page)] == []
    assert "Keski-Uudenmaan hyvinvointialue" in pages["data"]
    assert "tämä kone" in pages["import_data"]
    assert "Mellersta Nylands välfärdsområde" in shown(opened("pages/data.py", "sv"))


def test_no_text_uses_the_code_word() -> None:
    """English has the word for other things, so Finnish and Swedish tell."""
    assert [place.name for place in every_place() if any(map(_CODE_WORD.search, place.text[:2]))] == []
