"""From a table to long observations."""

import pytest

from keko.intake.arrange.observations import OBSERVATION
from keko.intake.understand import Understood
from tests.intake.conftest import Understand


def rows(result: Understood, *columns: str) -> list[list[object]]:
    return result.arranged.observations[list(columns)].to_numpy(dtype=object).tolist()


def test_the_columns_are_always_the_same(understood: Understand) -> None:
    assert tuple(understood("Alue;2020\nEspoo;1\n").arranged.observations.columns) == OBSERVATION


def test_long(understood: Understand) -> None:
    result = understood(
        "Alue;Vuosi;Sukupuoli;Ikä;Koulutus;Arvo\nEspoo;2020;miehet;15–64;perusaste;1,5\nMAA;2020;;;;..\n"
    )
    assert rows(result, "area", "period", "sex", "age", "breakdown", "row", "column") == [
        ["KU049", "2020", "male", "15-64", "Koulutus: perusaste", 2, "Arvo"],
        ["MAA", "2020", "total", "total", "total", 3, "Arvo"],
    ]
    assert result.arranged.observations["value"].fillna(-1).tolist() == [1.5, -1]
    assert result.arranged.decimal == ","
    assert result.arranged.missing == {"..": 1}


def test_wide_time_goes_row_by_row(understood: Understand) -> None:
    result = understood("Alue;2020;2021*\nEspoo;1;2\nVantaa;3;...\n")
    assert rows(result, "area", "period", "status", "row", "column") == [
        ["KU049", "2020", "final", 2, "2020"],
        ["KU049", "2021", "preliminary", 2, "2021*"],
        ["KU092", "2020", "final", 3, "2020"],
        ["KU092", "2021", "hidden", 3, "2021*"],
    ]


def test_wide_measure_with_years_of_their_own(understood: Understand) -> None:
    result = understood('Region,"Employment rate, %, 2020","Population, 2021","Population, 2022"\nEspoo,70.5,5,6\n')
    assert [(measure.name, measure.unit, measure.values) for measure in result.arranged.measures] == [
        ("Employment rate", "%", 1),
        ("Population", "", 2),
    ]
    assert rows(result, "measure", "period", "value") == [[0, "2020", 70.5], [1, "2021", 5.0], [1, "2022", 6.0]]


def test_measures_in_a_column_with_their_units(understood: Understand) -> None:
    result = understood("Alue;Vuosi;Tiedot;Yksikkö;Arvo\nEspoo;2020;Aste;prosenttia;1\nEspoo;2020;Väkiluku, lkm;;2\n")
    assert [(measure.name, measure.unit) for measure in result.arranged.measures] == [
        ("Aste", "%"),
        ("Väkiluku", "lkm"),
    ]
    assert rows(result, "measure", "value") == [[0, 1.0], [1, 2.0]]


def test_lines_around_the_table_tell_unit_source_sex_and_ages(understood: Understand) -> None:
    text = "Työllisyysaste, 15–64-vuotiaat\nNaiset\n\nAlue;2020\nEspoo;70\nYksikkö: prosenttia\nLähde: Tilastokeskus\n"
    result = understood(text)
    assert result.arranged.measures[0].unit == "%"
    assert result.arranged.measures[0].ages == "15-64"
    assert result.arranged.source == "Tilastokeskus"
    assert rows(result, "sex") == [["female"]]


def test_per_cent_signs_are_a_unit(understood: Understand) -> None:
    assert understood("Alue;Vuosi;Osuus\nEspoo;2020;70,5 %\n").arranged.measures[0].unit == "%"


def test_numerators_limits_and_statuses(understood: Understand) -> None:
    text = "Alue;Vuosi;Arvo;Osoittaja;Nimittäjä;Alaraja;Yläraja;Tila\nEspoo;2020;50;1;2;40;60;ennakko\n"
    columns = ("value", "numerator", "denominator", "lower", "upper", "status")
    assert rows(understood(text), *columns) == [[50.0, 1.0, 2.0, 40.0, 60.0, "preliminary"]]


def test_year_and_month_in_two_columns(understood: Understand) -> None:
    assert rows(understood("Alue;Vuosi;Kuukausi;Arvo\nEspoo;2020;3;1\nEspoo;2020;11;2\n"), "period") == [
        ["2020-03"],
        ["2020-11"],
    ]
    assert rows(understood("Alue;Vuosi;Vuosineljännes;Arvo\nEspoo;2020;3;1\n"), "period") == [["2020-Q3"]]


def test_constants_of_the_mapping(understood: Understand) -> None:
    result = understood(
        "Väkiluku\n5\n", "constants: {area: Keusote, period: 2024, sex: miehet, age: 15–64, breakdown: 'A: b'}"
    )
    assert rows(result, "area", "period", "sex", "age", "breakdown") == [["HVA02", "2024", "male", "total", "A: b"]]


def test_rows_that_cannot_be_placed_are_left_out(understood: Understand) -> None:
    result = understood("Alue;Vuosi;Arvo\nEspoo;2020;1\nPaikka;2020;2\nVantaa;kesä;3\nMAA;2020;4\n")
    assert rows(result, "area", "value") == [["KU049", 1.0], ["MAA", 4.0]]
    assert [(problem.row, problem.code) for problem in result.problems] == [(3, "unknown-area"), (4, "unknown-period")]


@pytest.mark.parametrize("missing", ["-1", "xx"])
def test_markers_of_the_mapping(understood: Understand, missing: str) -> None:
    result = understood(f"Alue;Vuosi;Arvo\nEspoo;2020;1\nVantaa;2020;{missing}\n", f"missing: ['{missing}']")
    assert rows(result, "status", "reason")[1] == ["missing at source", "not published"]
    assert result.arranged.missing == {missing: 1}
