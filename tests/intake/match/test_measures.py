"""Which indicator a measure is."""

import pytest

from keko.indicators.catalogue import Indicator
from tests.intake.conftest import Understand
from tests.intake.indicators import indicator

RATE_18 = indicator(
    "employment-rate-18-64", "Työllisyysaste, 18–64", ages="18–64", aliases=("Employment rate", "Työllisyysaste")
)
RATE_15 = indicator("employment-rate-15-64", "Työllisyysaste, 15–64", ages="15–64", aliases=("Työllisyysaste",))
POPULATION = indicator("population", "Väkiluku", unit="henkilöä", aliases=("Population", "Population 31 Dec"))
ADULTS = indicator(
    "upper-secondary", "Tutkinnon suorittaneet", ages="15–", aliases=("Persons aged 15 or over with a degree",)
)
CATALOGUE = (RATE_18, RATE_15, POPULATION, ADULTS)


def ids(result: list[Indicator]) -> list[str]:
    return [item.id for item in result]


@pytest.mark.parametrize(
    ("text", "id_", "codes"),
    [
        ("Alue;Vuosi;Population 31 Dec\nEspoo;2020;5\n", "population", []),
        ("Alue;Vuosi;VÄKILUKU\nEspoo;2020;5\n", "population", []),
        ("Alue;Vuosi;Employment rate, %\nEspoo;2020;70,5\n", "employment-rate-18-64", ["population-assumed"]),
        ("Alue;Vuosi;Ikä;Työllisyysaste\nEspoo;2020;15–64;70,5\n", "employment-rate-15-64", []),
        ("15–64-vuotiaat\nAlue;2020;2021\nEspoo;70,5;71,5\n", "luvut", []),
        ("Alue;Vuosi;Ikä;Employment rate\nEspoo;2020;20–64;70,5\n", "employment-rate", []),
        ("Alue;Vuosi;Väkiluku (%)\nEspoo;2020;70,5\n", "vakiluku", []),
        ("Alue;Vuosi;Persons aged 15 or over with a degree\nEspoo;2020;70,5\n", "upper-secondary", []),
        ("Alue;Vuosi;Ikä;Tutkinnon suorittaneet\nEspoo;2020;15 years or over;70,5\n", "upper-secondary", []),
        ("Alue;Vuosi;Työllisyysaste\nEspoo;2020;70,5\n", "employment-rate-18-64", ["ambiguous-indicator"]),
    ],
)
def test_by_name_and_population(understood: Understand, text: str, id_: str, codes: list[str]) -> None:
    result = understood(text, catalogue=CATALOGUE)
    assert ids(result.indicators) == [id_]
    assert [problem.code for problem in result.problems] == codes


def test_a_generic_header_takes_the_chosen_indicator_or_the_name_of_the_file(understood: Understand) -> None:
    text = "Alue;Vuosi;Arvo\nEspoo;2020;5\n"
    assert ids(understood(text, catalogue=CATALOGUE, indicator="population").indicators) == ["population"]
    assert ids(understood(text, catalogue=CATALOGUE, file_name="employment-rate-15-64.csv").indicators) == [
        "employment-rate-15-64"
    ]
    assert ids(understood(text, catalogue=CATALOGUE, file_name="väkiluku.csv").indicators) == ["population"]
    assert ids(understood(text, catalogue=CATALOGUE, file_name="Oma mittari.csv").indicators) == ["oma-mittari"]


def test_the_only_nameless_measure_takes_the_chosen_indicator(understood: Understand) -> None:
    text = "Alue;Vuosi;Lkm;Osuus %\nEspoo;2020;5;6,5\n"
    assert ids(understood(text, catalogue=CATALOGUE, indicator="population").indicators) == ["population", "osuus"]


def test_an_indicator_about_others_cannot_be_chosen(understood: Understand) -> None:
    text = "Alue;Vuosi;Ikä;Arvo\nEspoo;2020;15–64;5\n"
    result = understood(text, catalogue=CATALOGUE, indicator="employment-rate-18-64")
    assert [problem.code for problem in result.problems] == ["other-population"]


def test_one_indicator_cannot_be_chosen_for_many_measures(understood: Understand) -> None:
    result = understood("Alue;Vuosi;Saajat;Päivät\nEspoo;2020;5;6\n", catalogue=CATALOGUE, indicator="population")
    assert [problem.code for problem in result.problems] == ["one-indicator-for-many"]
    assert result.indicators == []


def test_the_ages_of_the_whole_population_are_its_total(understood: Understand) -> None:
    text = "Alue;Vuosi;Ikä;Työllisyysaste, 15–64\nEspoo;2020;15–64;70\nEspoo;2020;15–24;40\n"
    observations = understood(text, catalogue=CATALOGUE).arranged.observations
    assert list(observations["age"]) == ["total", "15-24"]


def test_a_wider_total_stays_the_total(understood: Understand) -> None:
    text = "Alue;Vuosi;Ikä;Väkiluku\nEspoo;2020;15–64;70\nEspoo;2020;yhteensä;100\n"
    assert list(understood(text, catalogue=CATALOGUE).arranged.observations["age"]) == ["15-64", "total"]


def test_new_indicators_of_one_file_get_ids_of_their_own(understood: Understand) -> None:
    result = understood("Alue;Vuosi;Population?;Population!\nEspoo;2020;5;6\n", catalogue=CATALOGUE)
    assert ids(result.indicators) == ["population-2", "population-3"]


def test_the_id_of_the_mapping(understood: Understand) -> None:
    text, mapping = "Alue;Vuosi;Arvo\nEspoo;2020;5\n", "indicator: {id: oma}"
    assert ids(understood(text, mapping).indicators) == ["oma"]
    assert ids(understood(text, mapping, catalogue=[indicator("oma", "Oma mittari")]).indicators) == ["oma"]
    many = understood("Alue;Vuosi;a;b\nEspoo;2020;5;6\n", mapping)
    assert [problem.code for problem in many.problems] == ["one-indicator-for-many"]
