"""From a table to long observations."""

import pytest

from keko.intake.arrange.observations import OBSERVATION
from keko.intake.understand import Understood
from tests.intake.conftest import Understand


def rows(found: Understood, *columns: str) -> list[list[object]]:
    return found.arranged.observations[list(columns)].to_numpy(dtype=object).tolist()


def test_the_columns_are_always_the_same(understood: Understand) -> None:
    assert tuple(understood("Alue;2020\nEspoo;1\n").arranged.observations.columns) == OBSERVATION


def test_long(understood: Understand) -> None:
    found = understood(
        "Alue;Vuosi;Sukupuoli;Ikä;Koulutus;Arvo\nEspoo;2020;miehet;15–64;perusaste;1,5\nMAA;2020;;;;..\n"
    )
    assert rows(found, "area", "period", "sex", "age", "breakdown", "row", "column") == [
        ["KU049", "2020", "male", "15-64", "Koulutus: perusaste", 2, "Arvo"],
        ["MAA", "2020", "total", "total", "total", 3, "Arvo"],
    ]
    assert found.arranged.observations["value"].fillna(-1).tolist() == [1.5, -1]
    assert found.arranged.decimal == ","
    assert found.arranged.missing == {"..": 1}


def test_wide_time_goes_row_by_row(understood: Understand) -> None:
    found = understood("Alue;2020;2021*\nEspoo;1;2\nVantaa;3;...\n")
    assert rows(found, "area", "period", "status", "row", "column") == [
        ["KU049", "2020", "final", 2, "2020"],
        ["KU049", "2021", "preliminary", 2, "2021*"],
        ["KU092", "2020", "final", 3, "2020"],
        ["KU092", "2021", "hidden", 3, "2021*"],
    ]


def test_wide_measure_with_years_of_their_own(understood: Understand) -> None:
    found = understood('Region,"Employment rate, %, 2020","Population, 2021","Population, 2022"\nEspoo,70.5,5,6\n')
    assert [(one.name, one.unit, one.values) for one in found.arranged.measures] == [
        ("Employment rate", "%", 1),
        ("Population", "", 2),
    ]
    assert rows(found, "measure", "period", "value") == [[0, "2020", 70.5], [1, "2021", 5.0], [1, "2022", 6.0]]


def test_measures_in_a_column_with_their_units(understood: Understand) -> None:
    found = understood("Alue;Vuosi;Tiedot;Yksikkö;Arvo\nEspoo;2020;Aste;prosenttia;1\nEspoo;2020;Väkiluku, lkm;;2\n")
    assert [(one.name, one.unit) for one in found.arranged.measures] == [("Aste", "%"), ("Väkiluku", "lkm")]
    assert rows(found, "measure", "value") == [[0, 1.0], [1, 2.0]]


def test_lines_around_the_table_tell_unit_source_sex_and_ages(understood: Understand) -> None:
    text = "Työllisyysaste, 15–64-vuotiaat\nNaiset\n\nAlue;2020\nEspoo;70\nYksikkö: prosenttia\nLähde: Tilastokeskus\n"
    found = understood(text)
    assert found.arranged.measures[0].unit == "%"
    assert found.arranged.measures[0].ages == "15-64"
    assert found.arranged.source == "Tilastokeskus"
    assert rows(found, "sex") == [["female"]]


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
    found = understood(
        "Väkiluku\n5\n", "constants: {area: Keusote, period: 2024, sex: miehet, age: 15–64, breakdown: 'A: b'}"
    )
    assert rows(found, "area", "period", "sex", "age", "breakdown") == [["HVA02", "2024", "male", "total", "A: b"]]


def test_rows_that_cannot_be_placed_are_left_out(understood: Understand) -> None:
    found = understood("Alue;Vuosi;Arvo\nEspoo;2020;1\nPaikka;2020;2\nVantaa;kesä;3\nMAA;2020;4\n")
    assert rows(found, "area", "value") == [["KU049", 1.0], ["MAA", 4.0]]
    assert [(one.row, one.code) for one in found.problems] == [(3, "unknown-area"), (4, "unknown-period")]


@pytest.mark.parametrize("missing", ["-1", "xx"])
def test_markers_of_the_mapping(understood: Understand, missing: str) -> None:
    found = understood(f"Alue;Vuosi;Arvo\nEspoo;2020;1\nVantaa;2020;{missing}\n", f"missing: ['{missing}']")
    assert rows(found, "status", "reason")[1] == ["missing at source", "not published"]
    assert found.arranged.missing == {missing: 1}
