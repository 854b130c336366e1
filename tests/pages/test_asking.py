"""The import page asks what the mapping would say, beside each problem; answers hold, are listed and can be taken back."""

import re

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from tests.pages.test_workbench import describe, press, put, real, said, workbench

FILE = (
    "Tilasto: asiakkaat\n\nKunta;Vuosi;Katettu osuus, %\nTuusula;2024;12,5\nJärvenpää;2024;ei tietoa\n"
    "Keusotten kunta;2024;13,0\nSverige;2024;1,5\n<b>Hanko</b>;2024;x\n"
)
GOOD = FILE.replace("<b>Hanko</b>;2024;x\n", "").replace("Keusotten kunta;2024;13,0\n", "")
MISSING = "Mitä ”ei tietoa” tarkoittaa?"


def choose(app: AppTest, label: str, answer: str) -> None:
    next(box for box in app.selectbox if box.label == label).set_value(answer)


def labels(app: AppTest) -> set[str]:
    return {element.label for element in (*app.selectbox, *app.checkbox, *app.text_input)}


@pytest.mark.usefixtures("own_demo")
def test_each_error_stands_at_its_cell_as_the_file_has_it_and_nothing_of_the_file_is_taken_for_html() -> None:
    page = said(put(workbench(), ("katettu.csv", FILE)))
    assert "Ei voi vielä julkaista: 3 kohtaa estää." in page
    assert "<b>Hanko" not in page
    cell = re.search(
        r'<th scope="row">5</th><td>Järvenpää</td><td>2024</td><td class="error" aria-describedby="(\S+)">ei tietoa',
        page,
    )
    assert cell
    assert re.search(rf'<span id="{cell[1]}">C5: [^<]*”ei tietoa” ei ole luku', page)
    assert re.search(r'<tr class="header"><th scope="row">3</th><td>Kunta</td>', page)
    assert re.search(r'<tr class="passed"><th scope="row">7</th><td>Sverige</td>', page)
    assert "Ohitetaan: muut maat" in page
    assert re.search(r'class="roles">.*?>alue<.*?>ajankohta<.*?>arvo<', page)


def test_questions_are_answered_listed_and_taken_back(own_demo: sa.Engine) -> None:
    app = put(workbench(), ("katettu.csv", FILE))
    choose(app, MISSING, "missing")
    choose(app, "Mikä alue ”Keusotten kunta” on?", "KU505")
    choose(app, "Mikä alue ”<b>Hanko</b>” on?", "pass")
    press(app, "Käytä vastauksia")
    assert "Julkaiseminen lisää vuoden 2024 luvut" in said(app)
    assert MISSING not in labels(app)
    assert {button.label.removeprefix("Peru vastaus: ") for button in app.button} >= {
        "”ei tietoa”: tieto puuttuu",
        "”Keusotten kunta” on Mäntsälä",
        "”<b>Hanko</b>” ohitetaan",
    }
    press(app, "Peru vastaus")
    assert len([button for button in app.button if button.label.startswith("Peru vastaus")]) == 2
    assert real(own_demo) == []


def test_the_same_file_mended_keeps_its_answers_and_next_years_file_needs_none(own_demo: sa.Engine) -> None:
    app = put(workbench(), ("katettu 2024.csv", FILE))
    choose(app, MISSING, "missing")
    press(app, "Käytä vastauksia")
    put(app, ("katettu 2024.csv", GOOD))
    assert MISSING not in labels(app)
    press(describe(app), "Kyllä, julkaise")
    assert [release["status"] for release in real(own_demo)] == ["published"]
    later = put(workbench(), ("katettu 2025.csv", GOOD.replace("2024", "2025")))
    assert not any("tarkoittaa" in label for label in labels(later))
    assert "Julkaiseminen lisää vuoden 2025 luvut" in said(later)
    press(later, "Peru vastaus")
    assert MISSING in labels(later)


@pytest.mark.usefixtures("own_demo")
def test_what_would_change_is_told_first_with_the_greatest_change() -> None:
    figures = "Kunta;Vuosi;Katettu osuus, %\nTuusula;2024;12,5\nJärvenpää;2024;13,5\n"
    press(describe(put(workbench(), ("katettu.csv", figures))), "Kyllä, julkaise")
    app = put(workbench(), ("katettu.csv", figures.replace("13,5", "14,5") + "Hanko;2025;14,0\n"))
    page = said(app)
    assert "Julkaiseminen lisää vuoden 2025 luvut 1 alueelle ja muuttaa 1 luvun." in page
    assert "Katettu osuus, Järvenpää 2024: 13,5 → 14,5. Mitään ei poistu." in page
    assert page.index("Julkaiseminen lisää") < page.index("3 riviä: luettu 3") < page.index("Tiedoston rivit")
    assert "Muuttuvat luvut (1)" in page
    same = said(put(workbench(), ("katettu.csv", figures)))
    assert "Julkaiseminen ei muuttaisi yhtään lukua" in same


@pytest.mark.usefixtures("own_demo")
def test_what_has_neither_a_question_nor_a_cell_is_told_openly() -> None:
    app = put(workbench(), ("maat.csv", "Region,Year,Value\nE92000001,2020,1\nE92000002,2020,1\n"))
    assert "Ei voi vielä julkaista: yksi kohta estää." in said(app)
    broken = said(put(workbench(), ("rikki.json", '{"version": "2.0", "class": "dat')))
    assert broken.index("Ei voi vielä julkaista") < broken.index("Vakavuus") < broken.index("Kaikki huomiot (1)")
