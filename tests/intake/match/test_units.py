"""A unit that is stated is obeyed wherever it stands; what cannot be scaled is asked."""

import json

import pytest

from keko.intake.understand import Understood
from tests.intake.conftest import Told, Understand
from tests.intake.indicators import indicator

COSTS = indicator("costs", "Menot", unit="€", kind="count", decimals=0)
RATE = indicator("rate", "Käyntiaste", unit="/1 000", kind="rate")
SHARE = indicator("share", "Osuus", kind="proportion", multiplier=100)
WAIT = indicator("wait", "Odotusaika", unit="päivää", kind="mean")
CATALOGUE = (COSTS, RATE, SHARE, WAIT)

HEADER = "Kunta;Vuosi;Menot, 1 000 euroa\nJyväskylä;2023;98 500\n"
COLUMN = "Kunta;Vuosi;Tiedot;Yksikkö;Arvo\nJyväskylä;2023;Menot;1000 €;98 500\n"
LINE = "Yksikkö: 1 000 euroa\n\nKunta;Vuosi;Menot\nJyväskylä;2023;98 500\n"
TITLE = "Menot kunnittain 2023, 1 000 euroa\nKunta;Vuosi;Menot\nJyväskylä;2023;98 500\n"
BELOW = "Kunta;Vuosi;Menot\nJyväskylä;2023;98 500\n\nYksikkö: tuhatta euroa\n"
CELLS = "Kunta;Vuosi;Menot\nJyväskylä;2023;98 500 t€\n"
WHOLE_CELLS = "Kunta;Vuosi;Menot, 1 000 €\nJyväskylä;2023;98 500 000 €\n"
PX = (
    'CODEPAGE="utf-8";CONTENTS="Menot";UNITS="1 000 euroa";STUB="Kunta";HEADING="Vuosi";'
    'VALUES("Kunta")="Jyväskylä";VALUES("Vuosi")="2023";DATA=98500;'
)


def json_stat(unit: dict[str, str]) -> str:
    def dimension(label: str, codes: list[str], **more: object) -> dict[str, object]:
        return {"label": label, "category": {"index": codes, "label": dict(zip(codes, codes, strict=True)), **more}}

    dimensions = {
        "alue": dimension("Kunta", ["KU179"]),
        "vuosi": dimension("Vuosi", ["2023"]),
        "tiedot": dimension("Tiedot", ["Menot"], unit={"Menot": unit}),
    }
    return json.dumps(
        {"class": "dataset", "id": [*dimensions], "size": [1, 1, 1], "dimension": dimensions, "value": [98500]}
    )


def values(result: Understood) -> list[float]:
    rows: list[float] = result.arranged.observations["value"].tolist()
    return rows


@pytest.mark.parametrize("text", [HEADER, COLUMN, LINE, TITLE, BELOW, CELLS, WHOLE_CELLS, PX])
def test_thousands_of_euros_wherever_they_are_stated(understood: Understand, text: str) -> None:
    result = understood(text, catalogue=CATALOGUE)
    assert [item.id for item in result.indicators] == ["costs"]
    assert values(result) == [98_500_000]


@pytest.mark.parametrize("unit", [{"base": "1 000 euroa"}, {"label": "tuhatta euroa"}, {"base": "EUR thousand"}])
def test_the_unit_of_a_cube(understood: Understand, unit: dict[str, str]) -> None:
    assert values(understood(json_stat(unit), catalogue=CATALOGUE, file_name="a.json")) == [98_500_000]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Osuus, ‰", [31.5, 20]),
        ("Osuus (promillea)", [31.5, 20]),
        ("Käyntiaste, per 10 000 asukasta", [31.5, 20]),
        ("Odotusaika, viikkoa", [2205, 1400]),
        ("Osuus, %", [315, 200]),
    ],
)
def test_figures_are_told_in_the_unit_of_the_indicator(
    understood: Understand, header: str, expected: list[float]
) -> None:
    assert (
        values(understood(f"Kunta;Vuosi;{header}\nAkaa;2023;315\nAlavus;2023;200\n", catalogue=CATALOGUE)) == expected
    )


def test_limits_are_scaled_and_numbers_of_persons_are_not(understood: Understand) -> None:
    text = "Kunta;Vuosi;Arvo, ‰;lower;upper;numerator;denominator\nAkaa;2023;50;40;60;5;100\n"
    row = understood(text, catalogue=CATALOGUE, indicator="share").arranged.observations.iloc[0]
    assert row[["value", "lower", "upper", "numerator", "denominator"]].tolist() == [5, 4, 6, 5, 100]


def test_few_thousands_are_not_few(understood: Understand) -> None:
    result = understood('Maakunta;Vuosi;"Työttömät, 1000 henkilöä"\nKainuu;2023;3\nAhvenanmaa;2023;1\n')
    assert values(result) == [3000, 1000]
    assert (result.indicators[0].unit, result.indicators[0].kind) == ("henkilöä", "count")


def test_rows_in_different_multiples_are_one_measure(understood: Understand) -> None:
    text = "Kunta;Vuosi;Tiedot;Yksikkö;Arvo\nAkaa;2023;Väki;1000 henkilöä;16\nAlavus;2023;Väki;henkilöä;11000\n"
    result = understood(text)
    assert values(result) == [16_000, 11_000]
    assert len(result.indicators) == 1


@pytest.mark.parametrize(
    ("header", "asked"), [("Menot, päivää", True), ("Menot, ruokakuntia", False), ("Odotusaika, €", True)]
)
def test_a_unit_of_another_kind_is_asked_about(told: Told, header: str, asked: bool) -> None:
    text = f"Kunta;Vuosi;{header}\nAkaa;2023;315\n"
    assert told(text, catalogue=CATALOGUE) == ([(None, None, "other-unit")] if asked else [])
    assert told(text, "scale: as given", catalogue=CATALOGUE) == []


def test_what_an_analyst_says_of_the_scale_holds(understood: Understand) -> None:
    as_given = understood(HEADER, "scale: as given", catalogue=CATALOGUE)
    assert values(as_given) == [98_500]
    assert values(understood(HEADER, "scale: 100", catalogue=CATALOGUE)) == [9_850_000]
    two = "Kunta;Vuosi;Menot, 1 000 €;Osuus, ‰\nAkaa;2023;5;6\n"
    assert values(understood(two, "scale: {Osuus: as given}", catalogue=CATALOGUE)) == [5000, 6]
