"""Waiting times by class come as persons of each class, however the file tells them."""

import pytest

from keko.intake.understand import Understood
from tests.data.figures import item
from tests.intake.conftest import Told, Understand

WAIT = item("delay", "median", wait={"classes": "delay-classes"}, unit="päivää", decimals=0)
CLASSES = item("delay-classes", "count", unit="henkilöä", decimals=0)


def persons(understood: Understood, area: str = "KU049") -> dict[str, float]:
    rows = understood.arranged.observations
    own = rows[rows["area"] == area]
    return dict(zip(own["breakdown"].str.removeprefix("days:"), own["value"], strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Kunta;Vuosi;Alle 7 pv;7–30 pv;yli 30 pv\nEspoo;2024;40;30;30\n",
        "Kunta;Vuosi;n;Alle 7 pv, %;7–30 pv, %;yli 30 pv, %\nEspoo;2024;100;40;30;30\n",
        "Kunta;Vuosi;Alle 7 pv;7–30 pv;yli 30 pv;Yhteensä\nEspoo;2024;40;30;30;100\n",
        "Kunta;Vuosi;Alle 7 pv;Alle 31 pv;n\nEspoo;2024;40;70;100\n",
        "Kunta;Vuosi;Odotusaika;Asiakkaita\nEspoo;2024;alle 7 pv;40\nEspoo;2024;7–30 pv;30\nEspoo;2024;yli 30 pv;30\n",
        "Kunta;Vuosi;Odotusaika;Osuus %;n\nEspoo;2024;alle 7 pv;40;100\nEspoo;2024;7–30 pv;30;100\n"
        "Espoo;2024;yli 30 pv;30;100\n",
        "Kommun;År;Väntetid;Antal\nEsbo;2024;under 7 dagar;40\nEsbo;2024;7–30 dagar;30\nEsbo;2024;över 30 dagar;30\n"
        "Esbo;2024;totalt;100\n",
        "Area;Year;Wait;Numerator;Denominator\nEspoo;2024;under 7 days;40;100\nEspoo;2024;7-30 days;30;100\n"
        "Espoo;2024;over 30 days;30;100\n",
    ],
)
def test_counts_and_shares_wide_and_long(understood: Understand, text: str) -> None:
    found = understood(text, catalogue=[WAIT, CLASSES], indicator="delay")
    assert found.problems == []
    assert persons(found) == {"0-6": 40, "7-30": 30, "31-": 30, "total": 100}
    assert [own.id for own in found.indicators] == ["delay-classes", "delay"]


def test_classes_in_months_are_no_column_of_months(understood: Understand) -> None:
    text = "Kunta;Vuosi;Lähetteitä yhteensä;<1 kk;1–3 kk;>3 kk\nEspoo;2024;100;40;30;30\n"
    found = understood(text, catalogue=[WAIT, CLASSES], indicator="delay")
    assert persons(found) == {"0-29": 40, "30-90": 30, "91-": 30, "total": 100}


@pytest.mark.parametrize("counts", ["100;100;100", "40;30;30"])
def test_numbers_beside_shares_by_row_are_everyone_or_those_of_the_class(understood: Understand, counts: str) -> None:
    shares = zip(("alle 7 pv", "7–30 pv", "yli 30 pv"), (40, 30, 30), counts.split(";"), strict=True)
    rows = "".join(f"Espoo;2024;{own};{share};{count}\n" for own, share, count in shares)
    found = understood(
        f"Kunta;Vuosi;Odotusaika;Osuus (%);Asiakkaita\n{rows}", catalogue=[WAIT, CLASSES], indicator="delay"
    )
    assert persons(found) == {"0-6": 40, "7-30": 30, "31-": 30, "total": 100}


def test_shares_beside_counts_in_columns_tell_nothing_more(understood: Understand) -> None:
    text = "Kunta;Vuosi;n;Alle 7 pv;Yli 7 pv;Alle 7 pv, %;Yli 7 pv, %\nEspoo;2024;70;40;30;57,1;42,9\n"
    found = understood(text, file_name="jono.csv")
    assert [own.id for own in found.indicators] == ["jono-classes", "jono"]
    assert persons(found) == {"0-6": 40, "7-": 30, "total": 70}
    assert found.problems == []


def test_rounded_shares_are_whole_persons_who_are_all_together(understood: Understand) -> None:
    text = "Kunta;Vuosi;n;Alle 7 pv, %;7–30 pv, %;yli 30 pv, %\nEspoo;2024;30;33,3;33,3;33,3\nVantaa;2024;7;28,6;28,6;42,9\n"
    found = understood(text, catalogue=[WAIT, CLASSES], indicator="delay")
    assert persons(found) == {"0-6": 10, "7-30": 10, "31-": 10, "total": 30}
    assert persons(found, "KU092") == {"0-6": 2, "7-30": 2, "31-": 3, "total": 7}


def test_what_the_source_hides_stays_hidden(understood: Understand) -> None:
    text = "Kunta;Vuosi;n;Alle 7 pv;7–30 pv;yli 30 pv\nEspoo;2024;100;40;<5;..\n"
    found = understood(text, catalogue=[WAIT, CLASSES], indicator="delay").arranged.observations
    assert found["status"].tolist() == ["final", "hidden", "missing at source", "final"]


def test_an_unknown_wait_becomes_two_new_indicators(understood: Understand) -> None:
    found = understood("Kunta;Vuosi;Alle 7 pv;yli 7 pv\nEspoo;2024;40;30\n", file_name="jono.csv")
    classes, wait = found.indicators
    assert (classes.id, classes.kind, classes.disclosure.rule) == ("jono-classes", "count", "small cells")
    assert (wait.id, wait.kind, wait.unit) == ("jono", "median", "päivää")
    assert wait.wait is not None
    assert wait.wait.classes == classes.id


def test_an_indicator_of_another_kind_keeps_its_classes(understood: Understand) -> None:
    absences = item("absences", "count", unit="")
    text = "Kunta;Vuosi;Kesto;Arvo\nEspoo;2024;alle 30 pv;40\nEspoo;2024;yli 30 pv;30\n"
    found = understood(text, catalogue=[absences], indicator="absences")
    assert [own.id for own in found.indicators] == ["absences"]
    assert found.arranged.observations["value"].tolist() == [40, 30]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kunta;Vuosi;n;Alle 7 pv;yli 7 pv\nEspoo;2024;100;40;30\n", "wait-classes-not-whole"),
        ("Kunta;Vuosi;n;Alle 7 pv, %;yli 7 pv, %\nEspoo;2024;100;40;30\n", "wait-classes-not-whole"),
        ("Kunta;Vuosi;Alle 7 pv, %;yli 7 pv, %\nEspoo;2024;40;60\n", "wait-classes-without-persons"),
        ("Kunta;Vuosi;Odotusaika;Lkm\nEspoo;2024;alle 7 pv;40\nEspoo;2024;yli 90 pv;60\n", "wait-classes-apart"),
    ],
)
def test_classes_that_cannot_be_right(told: Told, text: str, code: str) -> None:
    assert told(text, catalogue=[WAIT, CLASSES], indicator="delay") == [(2, None, code)]
