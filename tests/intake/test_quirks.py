"""What real files do, from their bytes to observations."""

import pytest

from tests.intake.conftest import Told, Understand


def rows(understood: Understand, text: str, mapping: str = "") -> list[list[object]]:
    told = understood(text, mapping).arranged.observations
    columns = told[["measure", "area", "period", "sex", "age", "value", "status"]].astype(object)
    return list(columns.where(columns.notna(), None).to_numpy().tolist())


def test_areas_and_years_in_headers(understood: Understand, told: Told) -> None:
    text = "Tieto;1995 HVA02;1995 Salo;HVA03 1996\nTyöttömät;1;7;2\n"
    assert rows(understood, text, "area_level: KU") == [
        [0, "HVA02", "1995", "total", "total", 1, "final"],
        [0, "KU734", "1995", "total", "total", 7, "final"],
        [0, "HVA03", "1996", "total", "total", 2, "final"],
    ]
    assert told(text) == [(1, "1995 HVA02", "ambiguous-area")]


def test_an_unknown_code_in_a_header_is_an_error(told: Told) -> None:
    assert [code for *_, code in told("Tieto;1995 HVA02;1995 HVA99\nx;1;7\n")] == ["unknown-area-code"]


def test_several_levels_of_areas_in_one_column(understood: Understand) -> None:
    text = "Alue;Vuosi;Arvo\nMAA;2020;1\nHVA02;2020;2\nKU186;2020;3\nTA14;2020;4\nMK01;2020;5\n"
    assert [row[1] for row in rows(understood, text)] == ["MAA", "HVA02", "KU186", "TA14", "MK01"]


def test_a_code_without_its_zeros_is_read_where_the_level_is_told(understood: Understand, told: Told) -> None:
    assert [row[1] for row in rows(understood, "Kunta;Vuosi;Arvo\n5;2020;1\n49;2020;2\n")] == ["KU005", "KU049"]
    text = "Alue;Vuosi;Arvo\n5;2020;1\n49;2020;2\n"
    assert [row[1] for row in rows(understood, text, "area_level: KU")] == ["KU005", "KU049"]
    assert "ambiguous-area" in {code for *_, code in told(text)}


@pytest.mark.parametrize("text", ["1.234,5", "1,234.5"])
def test_a_number_with_both_marks_leaves_no_doubt(understood: Understand, text: str) -> None:
    result = understood(f"Alue;Vuosi;Arvo\nEspoo;2020;{text}\n")
    assert result.arranged.observations["value"].tolist() == [1234.5]
    assert result.problems == []


def test_both_marks_in_one_column_are_read_where_none_can_be_thousands(told: Told) -> None:
    text = "Alue;Vuosi;Arvo\nEspoo;2020;1,5\nVantaa;2020;2.5\nHanko;2020;3,5\n"
    assert told(text) == [(3, "Arvo", "decimals-both-read")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024M01", "2024-01"),
        ("2024Q1", "2024-Q1"),
        ("2024K1", "2024-Q1"),
        ("2023-01-01/P1Y", "2023"),
        ("202401", "2024-01"),
        ("kesäkuu 2020", "2020-06"),
        ("juni 2020", "2020-06"),
        ("June 2020", "2020-06"),
    ],
)
def test_times(understood: Understand, text: str, period: str) -> None:
    assert rows(understood, f"Alue;Aika;Arvo\nEspoo;{text};1\n")[0][2] == period
    assert rows(understood, f"Alue;{text};\nEspoo;1;\n")[0][2] == period


def test_school_years(understood: Understand, told: Told) -> None:
    assert [row[2] for row in rows(understood, "Alue;2006/07;2007/08\nEspoo;1;2\n")] == ["2006", "2007"]
    assert [row[2] for row in rows(understood, "Alue;2006/06;2006/07\nEspoo;1;2\n")] == ["2006-06", "2006-07"]
    assert told("Alue;2006/07;2007/08\nEspoo;1;2\n") == [(1, "2006/07", "school-year")]


def test_preliminary_years(understood: Understand) -> None:
    assert [row[6] for row in rows(understood, "Alue;2022;2023*\nEspoo;1;2\n")] == ["final", "preliminary"]


def test_a_column_of_units_parts_the_measures(understood: Understand) -> None:
    text = (
        "Alue;Vuosi;Mittari;Yksikkö;Arvo\nEspoo;2020;Saajat;%;5\nEspoo;2020;Saajat;lkm;50\nEspoo;2020;Muu;lkm;7\n"
        "Vantaa;2020;Muu;;8\n"
    )
    result = understood(text)
    assert [(measure.name, measure.unit, measure.values) for measure in result.arranged.measures] == [
        ("Saajat", "%", 1),
        ("Saajat", "lkm", 1),
        ("Muu", "lkm", 2),
    ]
    assert [(one.id, one.kind) for one in result.indicators] == [
        ("saajat", "other"),
        ("saajat-2", "count"),
        ("muu", "count"),
    ]
    assert result.problems == []
    nameless = understood("Alue;Vuosi;Yksikkö;Arvo\nEspoo;2020;%;5\nEspoo;2020;lkm;50\n")
    assert [measure.unit for measure in nameless.arranged.measures] == ["%", "lkm"]


def test_what_is_hidden_at_its_source(understood: Understand) -> None:
    text = "Alue;Vuosi;Arvo\nEspoo;2020;<5\nVantaa;2020;1–4\nHanko;2020;9,4 b\nLohja;2020;-1\n"
    assert [row[5:] for row in rows(understood, text)] == [
        [None, "hidden"],
        [None, "hidden"],
        [9.4, "final"],
        [-1, "final"],
    ]
    assert rows(understood, text, 'missing: ["-1"]')[3][5:] == [None, "missing at source"]


def test_sexes_as_columns_are_one_measure_of_persons(understood: Understand) -> None:
    result = understood("Kunta;Vuosi;Miehet;Naiset;Yhteensä\nEspoo;2020;10;20;30\n", file_name="asiakkaat.csv")
    assert result.arranged.observations[["sex", "value"]].to_numpy().tolist() == [
        ["male", 10],
        ["female", 20],
        ["total", 30],
    ]
    (item,) = result.indicators
    assert (item.id, item.kind, item.disclosure.rule) == ("asiakkaat", "count", "small cells")


def test_ages_as_columns(understood: Understand) -> None:
    text = "Kunta;Vuosi;Tiedot;15–24;25–34;Yhteensä\nEspoo;2020;Saajat;1;2;3\nEspoo;2020;Muut;4;5;9\n"
    assert [row[:5] for row in rows(understood, text)][:4] == [
        [0, "KU049", "2020", "total", "15-24"],
        [0, "KU049", "2020", "total", "25-34"],
        [0, "KU049", "2020", "total", "total"],
        [1, "KU049", "2020", "total", "15-24"],
    ]
