"""The import page: files looked at, corrected, described, published, kept as drafts and taken back."""

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from keko.config import ROOT
from keko.data.releases import read_releases
from keko.intake.segments.template import template
from keko.ui.html import heading
from tests.intake.segments.files import files as segment_files

GOOD = "Kunta;Vuosi;Omat asiakkaat, henkilöä\n" + "".join(
    f"{name};2024;{value}\n"
    for name, value in {
        "Hyvinkää": 90,
        "Järvenpää": 3,
        "Mäntsälä": 33,
        "Nurmijärvi": 70,
        "Pornainen": 21,
        "Tuusula": 65,
    }.items()
)
BAD = "Kunta;Vuosi;Arvo\nJärvenpää;2024;kolme\n"


def workbench() -> AppTest:
    app = AppTest.from_file(str(ROOT / "keko" / "main.py"), default_timeout=60).run()
    app.switch_page("../pages/import_data.py").run()
    assert not app.exception
    return app


def put(app: AppTest, *files: tuple[str, str]) -> AppTest:
    app.file_uploader[0].set_value([(name, content.encode(), "text/csv") for name, content in files]).run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    return " ".join(getattr(element.proto, "body", "") for element in app.main)


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label.startswith(label)).click().run()
    assert not app.exception
    return app


def describe(app: AppTest) -> AppTest:
    """Say of the first file that makes a new indicator what this means, by the form or, of many, by one mapping."""
    file = next(button.label for button in app.button if button.label.startswith("Tallenna kuvaus")).partition(": ")[2]
    for fields, label, said_of_it in (
        (app.text_area, "Määritelmä", "Asiakkaat vuoden lopussa."),
        (app.text_input, "Lähde", "Oma asiakasrekisteri"),
    ):
        next(field for field in fields if field.label == label and not field.value).set_value(said_of_it)
    return press(app, f"Tallenna kuvaus: {file}")


def real(own_demo: sa.Engine) -> list[dict[str, object]]:
    with own_demo.connect() as connection:
        return [one for one in read_releases(connection) if not one["is_demo"]]


def test_a_file_is_looked_at_and_published(own_demo: sa.Engine) -> None:
    app = put(workbench(), ("asiakkaat.csv", GOOD))
    assert "uusi mittari" in said(app)
    assert "peitetään 2" in said(app)
    assert real(own_demo) == []
    press(describe(app), "Kyllä, julkaise")
    assert "Lukijat näkevät ne heti" in app.success[0].value
    assert [one["status"] for one in real(own_demo)] == ["published"]


def test_a_bad_file_is_told_and_keeps_nothing_while_the_good_one_beside_it_can_be_published(
    own_demo: sa.Engine,
) -> None:
    app = put(workbench(), ("asiakkaat.csv", GOOD), ("huono.csv", BAD))
    assert "Mitään ei tallennettu" in app.error[0].value
    assert "”kolme”" in said(app)
    assert len([button for button in app.button if button.label.startswith("Kyllä, julkaise")]) == 1


def test_a_draft_is_kept_published_and_taken_back(own_demo: sa.Engine) -> None:
    app = press(describe(put(workbench(), ("asiakkaat.csv", GOOD))), "Tallenna luonnos")
    assert [one["status"] for one in real(own_demo)] == ["draft"]
    press(app, "Kyllä, julkaise")
    assert [one["status"] for one in real(own_demo)] == ["published"]
    press(app, "Peru julkaisu:")
    assert [one["status"] for one in real(own_demo)] == ["withdrawn"]


def test_what_was_seen_is_what_is_published(own_demo: sa.Engine) -> None:
    mine = describe(put(workbench(), ("asiakkaat.csv", GOOD)))
    press(describe(put(workbench(), ("asiakkaat2.csv", GOOD.replace("90", "91")))), "Kyllä, julkaise")
    press(mine, "Kyllä, julkaise")
    assert "Joku muu julkaisi" in mine.warning[0].value
    assert len(real(own_demo)) == 1
    press(mine, "Kyllä, julkaise")
    assert len(real(own_demo)) == 2


def test_a_correction_in_the_form_is_used(own_demo: sa.Engine) -> None:
    app = put(workbench(), ("osuus.csv", "Vuosi;Osuus, %\n2023;12,5\n2024;13,5\n"))
    assert "ei löydy aluetta" in said(app)
    next(box for box in app.selectbox if box.label == "Koko tiedoston alue").set_value("HVA02")
    press(app, "Käytä korjauksia")
    assert "hyvinvointialue 1" in said(app)
    assert any(button.label.startswith("Kyllä, julkaise") for button in app.button)


def test_unknown_areas_are_left_out_by_a_tick_and_every_row_is_accounted_for(own_demo: sa.Engine) -> None:
    app = put(workbench(), ("asiakkaat.csv", GOOD + "Muut;2024;12\n"))
    assert "7 riviä: luettu 6 (6 lukua); hylätty 1" in said(app)
    next(box for box in app.checkbox if box.label == "Ohita alueet, joita ei tunneta").check()
    press(app, "Käytä korjauksia")
    assert "7 riviä: luettu 6 (6 lukua); ohitettu 1: tuntemattomat alueet" in said(app)
    press(describe(app), "Kyllä, julkaise")
    assert [release["status"] for release in real(own_demo)] == ["published"]


def test_a_new_indicator_is_described_in_a_form(own_demo: sa.Engine) -> None:
    app = put(workbench(), ("asiakkaat.csv", GOOD))
    next(field for field in app.text_input if field.label == "Nimi suomeksi").set_value("Palvelun asiakkaat")
    describe(app)
    assert "Palvelun asiakkaat" in said(app)
    press(app, "Kyllä, julkaise")
    assert any("Palvelun asiakkaat" in option for box in app.selectbox for option in box.options)


def test_with_approval_there_is_no_publishing_ones_own(own_demo: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEKO_APPROVAL", "yes")
    app = describe(put(workbench(), ("asiakkaat.csv", GOOD)))
    assert all(not button.label.startswith("Kyllä, julkaise") for button in app.button)
    press(app, "Tallenna luonnos")
    press(app, "Kyllä, julkaise")
    assert "joku muu" in app.error[0].value
    assert [one["status"] for one in real(own_demo)] == ["draft"]
    next(field for field in app.text_input if field.label == "Tuojan nimi").set_value("Berit").run()
    press(app, "Kyllä, julkaise")
    assert [one["approved_by"] for one in real(own_demo)] == ["Berit"]


def put_files(app: AppTest, delivery: list[tuple[str, bytes]]) -> AppTest:
    app.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in delivery]).run()
    assert not app.exception
    return app


def test_the_files_of_a_segment_model_are_put_together_published_and_taken_back(own_demo: sa.Engine) -> None:
    app = put_files(workbench(), [*segment_files(), ("asiakkaat.csv", GOOD.encode())])
    assert heading("Segmenttimalli: malli.yaml, koot.csv").removesuffix("</h2>") in said(app)
    assert "Kaksi ryhmää, versio 1, TTL: ryhmiä 2, tekijöitä 1, alueita 2" in said(app)
    assert "muuttuneita 0" in said(app)
    assert len([button for button in app.button if button.label.startswith("Kyllä, julkaise")]) == 2
    assert real(own_demo) == []
    press(app, "Kyllä, julkaise")
    assert "Lukijat näkevät sen heti" in app.success[0].value
    assert [(one["indicator"], one["status"]) for one in real(own_demo)] == [("segments/kaksi", "published")]
    box = next(one for one in app.selectbox if one.key == "history")
    assert box.options == ["Kaksi ryhmää"]
    press(app, "Peru julkaisu:")
    assert [one["status"] for one in real(own_demo)] == ["withdrawn"]


def test_a_draft_of_a_segment_model_waits_among_the_others(own_demo: sa.Engine) -> None:
    app = press(put_files(workbench(), segment_files()), "Tallenna luonnos")
    assert any("Kaksi ryhmää" in one.value for one in app.text)
    press(app, "Kyllä, julkaise")
    assert [one["status"] for one in real(own_demo)] == ["published"]


@pytest.mark.usefixtures("own_demo")
def test_the_template_is_a_model_of_its_own_beside_loose_files() -> None:
    app = put_files(workbench(), [("pohja.xlsx", template()), *segment_files()])
    assert said(app).count(heading("Segmenttimalli:").removesuffix("</h2>")) == 2


def test_a_segment_model_with_errors_or_persons_keeps_nothing(own_demo: sa.Engine) -> None:
    wrong = segment_files({"koot": "alue;vuosi;segmentti;henkilöitä\nHVA02;2021;C;600\n"})
    app = put_files(workbench(), wrong)
    assert "Mitään ei tallennettu" in app.error[0].value
    persons = "asiakasnumero;sukupuoli;ikä;segmentti\n1;nainen;41;A\n2;mies;35;B\n3;mies;36;B\n"
    app = put_files(workbench(), [("rivit.csv", persons.encode())])
    assert "Mitään ei tallennettu" in app.error[0].value
    assert not any(button.label.startswith("Kyllä, julkaise") for button in app.button)
    assert real(own_demo) == []


MANY = "Kunta;Vuosi;" + ";".join(f"Katettu osuus {number}, %" for number in range(1, 15)) + "\n"
MANY += "Tuusula;2024;" + ";".join(f"{number},5" for number in range(1, 15)) + "\n"


def test_a_whole_file_is_linked_taken_back_and_published_again(own_demo: sa.Engine) -> None:
    app = put(workbench(), ("katetut.csv", MANY))
    mapping = next(area for area in app.text_area if area.label == "Kuvaus YAML-muodossa")
    mapping.set_value("indicator: {definition: Katetun osuus., source: Oma rekisteri}")
    press(press(app, "Käytä korjauksia"), "Kyllä, julkaise katetut.csv")
    assert "mittareita 14" in app.success[0].value
    links = [link.proto.label for link in app.get("page_link")]
    assert len({label for label in links if label.startswith("Katso mittaria Katettu osuus")}) == 14
    press(app, "Kyllä, peru koko tiedosto katetut.csv")
    assert {release["status"] for release in real(own_demo)} == {"withdrawn"}
    assert len(real(own_demo)) == 14
    press(app, "Kyllä, julkaise uudelleen katetut.csv")
    assert {release["status"] for release in real(own_demo)} == {"published"}
    box = next(box for box in app.selectbox if box.key == "delivered_file")
    assert len(box.options) == 1
    assert box.options[0].startswith("katetut.csv")


def test_demo_figures_that_disappear_are_said_before(own_demo: sa.Engine) -> None:
    figures = "Kunta;Vuosi;Työllisyysaste, 20–64-vuotiaat, %\nTuusula;2024;78,5\nJärvenpää;2024;77,5\n"
    page = said(put(workbench(), ("tyollisyys.csv", figures)))
    assert "Mittarin Työllisyysaste, 20–64-vuotiaat esimerkkiluvut poistuvat näkyvistä" in page
    assert "Mitään ei poistu" not in page


@pytest.mark.usefixtures("own_demo")
def test_buttons_of_one_page_are_told_apart_and_nothing_is_said_of_no_figures() -> None:
    app = put(workbench(), ("asiakkaat.csv", GOOD), ("muut.csv", GOOD.replace("Omat", "Muut")), ("huono.csv", BAD))
    labels = [button.label for button in app.button]
    assert len(labels) == len(set(labels))
    assert {"Kyllä, julkaise asiakkaat.csv", "Kyllä, julkaise muut.csv"} < set(labels)
    assert "Lukuja 0" not in said(app)


def test_a_measure_that_nobody_has_described_is_not_published(own_demo: sa.Engine) -> None:
    app = put(workbench(), ("asiakkaat.csv", GOOD))
    assert "Omat asiakkaat on uusi mittari, jolta puuttuu määritelmä, lähde" in app.warning[0].value
    assert next(button for button in app.button if button.label.startswith("Kyllä, julkaise")).disabled
    describe(app)
    assert not app.warning
    assert not next(button for button in app.button if button.label.startswith("Kyllä, julkaise")).disabled
    assert real(own_demo) == []


@pytest.mark.usefixtures("own_demo")
def test_a_measure_may_be_an_indicator_that_is_known_already() -> None:
    app = put(workbench(), ("asiakkaat.csv", GOOD))
    known = next(box for box in app.selectbox if box.label.startswith("Onko se jokin näistä"))
    known.set_value("multisectoral-clients").run()
    assert "uusi mittari" not in said(app)
    assert not app.warning
    assert "Monialaisen yhteistoimintamallin asiakkaat" in said(app)
