"""Shapes that tables come in, from their bytes to observations: what statistical programs and services write."""

import pytest

from keko.data.area_names import AreaNames
from keko.data.problems import Refused
from keko.intake.mappings import Mapping
from keko.intake.read.file import read
from keko.intake.understand import Understood, understand
from tests.intake.conftest import LARGEST, Told, Understand
from tests.intake.workbooks import Cell, xlsx


def figures(understood: Understood) -> list[list[object]]:
    """Area, period, sex, age and value of every observation."""
    rows = understood.arranged.observations[["area", "period", "sex", "age", "value"]].astype(object)
    return list(rows.where(rows.notna(), None).to_numpy().tolist())


def places(understood: Understood) -> list[list[object]]:
    """Area, period and value of every observation."""
    return [[area, period, value] for area, period, _, _, value in figures(understood)]


AKAA = [["KU020", "2015", 16000], ["KU020", "2016", 16100], ["KU284", "2015", 1500], ["KU284", "2016", 1600]]


@pytest.mark.parametrize(
    "text",
    [
        '"2015"\t"2016"\n"Akaa"\t16000\t16100\n"Koski Tl"\t1500\t1600\n',
        '"2015" "2016"\n"Akaa" 16000 16100\n"Koski Tl" 1500 1600\n',
        '"","2015","2016"\n"Akaa",16000,16100\n"Koski Tl",1500,1600\n',
        '"Kunta" "Vuosi" "Arvo"\n"1" "Akaa" 2015 16000\n"2" "Akaa" 2016 16100\n"3" "Koski Tl" 2015 1500\n"4" "Koski Tl" 2016 1600\n',
        '"","Kunta","Vuosi","Arvo"\n"1","Akaa",2015,16000\n"2","Akaa",2016,16100\n"3","Koski Tl",2015,1500\n"4","Koski Tl",2016,1600\n',
    ],
    ids=["tabs", "spaces", "write.csv", "spaces, long", "write.csv, long"],
)
def test_tables_of_r(understood: Understand, text: str) -> None:
    result = understood(text)
    assert places(result) == AKAA
    assert {problem.severity for problem in result.problems} <= {"info", "warning"}


def test_a_row_too_long_is_still_one(told: Told) -> None:
    assert told('"2015"\t"2016"\n"Akaa"\t1\n"Alavus"\t1\t2\n') == [(3, None, "ragged-row")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Kunta;date_from;date_to;Arvo\nAkaa;2024-01-01;2024-12-31;5\n", "2024"),
        ("Kunta;Alkupäivä;Loppupäivä;Arvo\nAkaa;1.4.2024;30.6.2024;5\n", "2024-Q2"),
        ("Kommun;Från;Till;Värde\nAkaa;2024-02-01;2024-03-01;5\n", "2024-02"),
    ],
)
def test_first_and_last_days_are_a_period(understood: Understand, text: str, period: str) -> None:
    assert places(understood(text)) == [["KU020", period, 5]]


def test_other_first_and_last_days_are_no_period(told: Told) -> None:
    assert [code for *_, code in told("Kunta;Alku;Loppu;Arvo\nAkaa;1.1.2020;31.12.2024;5\n")] == ["unknown-period"]
    assert [code for *_, code in told("Kunta;Alku;Loppu;Arvo\nAkaa;1.1.2024;;5\nAkaa;1.1.2023;31.12.2023;5\n")] == [
        "unknown-period"
    ]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Kunta;Pvm;Arvo\nAkaa;31.1.2024;5\nAkaa;29.2.2024;6\n", "2024-01"),
        ("Kunta;Aika;Arvo\nAkaa;20240131;5\nAkaa;20240229;6\n", "2024-01"),
        ("Kunta;Aika;Arvo\nAkaa;45292;5\nAkaa;45323;6\n", "2024-01"),
        ("Kunta;31.12.2023;31.12.2024\nAkaa;5;6\n", "2023"),
    ],
)
def test_days_of_spreadsheets_and_databases_are_periods_in_a_text_too(
    understood: Understand, text: str, period: str
) -> None:
    assert places(understood(text))[0] == ["KU020", period, 5]


def test_numbers_like_days_are_numbers_under_any_other_header(understood: Understand) -> None:
    assert places(understood("Kunta;Vuosi;Arvo\nAkaa;2023;45292\nAkaa;2024;45323\n"))[0][2] == 45292


@pytest.mark.parametrize(
    "lines",
    [
        "Kelan tilastot;;\nTyömarkkinatuen saajat;;\nAjankohta;2024;\n;;\n",
        "Etuus;Työmarkkinatuki\nAjankohta;2024\n",
        "Tilastovuosi: 2024\n\n",
        '"Applied filters:\nVuosi is 2024\nTila is Avoin"\n\n',
        "Aikajakso: 1.1.2024 - 31.12.2024\n\n",
    ],
)
def test_the_period_in_a_line_above_the_table(understood: Understand, lines: str) -> None:
    result = understood(lines + "Kunta;Saajat\nJyväskylä;3120\nJämsä;410\n")
    assert places(result) == [["KU179", "2024", 3120], ["KU182", "2024", 410]]


def test_a_period_of_the_table_itself_comes_before_that_of_a_line(understood: Understand) -> None:
    assert places(understood("Ajankohta;2024;\nKunta;Vuosi;Saajat\nJyväskylä;2023;3\nJämsä;2023;4\n"))[0][1] == "2023"


def test_lines_that_tell_two_periods_tell_none(told: Told) -> None:
    assert [code for *_, code in told("Vuosi: 2023\nVuosi: 2024\nKunta;Saajat\nJyväskylä;3\nJämsä;4\n")] == ["no-time"]


@pytest.mark.parametrize("line", ["Sukupuoli;Miehet;", "Sukupuoli: Miehet;;", "Kön: Män;;", "Miehet;;"])
def test_the_sex_in_a_line_above_the_table(understood: Understand, line: str) -> None:
    result = understood(f"{line}\nKunta;Vuosi;Saajat\nJyväskylä;2023;3\nJämsä;2023;4\n")
    assert {sex for _, _, sex, _, _ in figures(result)} == {"male"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("label", ["Applied filters", "Käytössä olevat suodattimet", "Tillämpade filter"])
def test_exports_of_power_bi(names: AreaNames, encoding: str, label: str) -> None:
    text = f"Kunta\tAsiakkaat\r\nAkaa\t510\r\nAlavus\t610\r\n{label}: Vuosi is 2023\r\n"
    result = understand(text.encode(encoding), "data.csv", names, [], Mapping(), None, LARGEST)
    assert places(result) == [["KU020", "2023", 510], ["KU010", "2023", 610]]
    assert result.table.footers == [f"{label}: Vuosi is 2023"]


LONG = "Työkyvyttömyyseläkettä saavat 16–64-vuotiaat, % vastaavanikäisestä väestöstä"


@pytest.mark.parametrize("first", [LONG, "*ennakkotieto", "1) osuus", "Huom: osuus"])
def test_a_row_that_holds_figures_is_no_note(understood: Understand, first: str) -> None:
    text = f"Tiedot;Kunta;Vuosi;Arvo\nOsuus;Akaa;2023;20,5\n{first};Akaa;2023;7,1\n{first};Alavus;2023;1 009,9\n"
    result = understood(text)
    assert [value for *_, value in places(result)] == [20.5, 7.1, 1009.9]
    assert result.table.footers == []


@pytest.mark.parametrize("note", ["* ennakkotieto;;;", f"{LONG};;;", "Päivitetty:;20240502;;", "Lähde: Kela;;;"])
def test_a_note_is_no_row(understood: Understand, note: str) -> None:
    assert len(understood(f"Tiedot;Kunta;Vuosi;Arvo\nOsuus;Akaa;2023;20,5\n{note}\n").table.cells) == 1


COMPOSITE = "{key}\t2022 \t2023 \n{prefix}Y15-24,F,FI1B\t19.1 b\t:\n{prefix}Y_GE65,T,FI1C\t1.1\t1.5 p\n"


@pytest.mark.parametrize("key", ["age,sex,geo\\time", "age,sex,geo\\TIME_PERIOD", "freq,age,sex,geo\\TIME_PERIOD"])
def test_a_composite_key_is_parted(key: str) -> None:
    text = COMPOSITE.format(key=key, prefix="A," if key.startswith("freq") else "")
    table = read(text.encode(), "a.tsv", Mapping(), LARGEST)
    assert table.header[-5:] == ["age", "sex", "geo", "2022", "2023"]
    assert table.cells.iloc[:, -5:].to_numpy().tolist() == [
        ["Y15-24", "F", "FI1B", "19.1 b", ":"],
        ["Y_GE65", "T", "FI1C", "1.1", "1.5 p"],
    ]


def test_marks_of_eurostat_for_what_is_missing(understood: Understand) -> None:
    rows = understood(
        "Kunta;Vuosi;Arvo\nAkaa;2022;: u\nAlavus;2022;: c\nEspoo;2022;:z\nHanko;2022;5.5 u\n"
    ).arranged.observations
    assert rows["status"].tolist() == ["missing at source", "hidden", "not applicable", "below quality"]
    assert rows["value"].notna().tolist() == [False, False, False, True]


def test_a_key_of_other_parts_than_its_header_is_left_as_it_is() -> None:
    table = read(b"age,geo\\time\t2022\nY15,F,FI\t1\nY15,FI\t2\n", "a.tsv", Mapping(), LARGEST)
    assert table.header == ["age,geo\\time", "2022"]


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("LCL", "UCL"),
        ("95 % LV alaraja", "95 % LV yläraja"),
        ("Undre", "Övre"),
        ("Lower 95% CI", "Upper 95% CI"),
        ("ci_low", "ci_high"),
        ("Konfidensintervall undre gräns", "Konfidensintervall övre gräns"),
        ("2.5 %", "97.5 %"),
    ],
)
def test_limits_under_their_usual_names(understood: Understand, lower: str, upper: str) -> None:
    result = understood(f"Kunta;Vuosi;Arvo;{lower};{upper}\nAkaa;2024;5;4;6\n")
    assert result.arranged.observations[["value", "lower", "upper"]].to_numpy().tolist() == [[5, 4, 6]]
    assert result.problems == []


def test_limits_of_several_measures(understood: Understand) -> None:
    header = "Kunta;Vuosi;Työllisyysaste;Työllisyysaste alaraja;Työllisyysaste yläraja;Osuus;Osuus LCL;Osuus UCL"
    result = understood(f"{header}\nAkaa;2024;5;4;6;50;40;60\n")
    assert [measure.name for measure in result.arranged.measures] == ["Työllisyysaste", "Osuus"]
    assert result.arranged.observations[["value", "lower", "upper"]].to_numpy().tolist() == [[5, 4, 6], [50, 40, 60]]


def test_a_wide_table_of_years_and_areas_has_no_most_columns(names: AreaNames) -> None:
    places_of = [area.short.fi for area in names.areas.by_code.values() if area.level == "KU" and area.existed("2020")]
    headers = [f"{year} {place}" for year in range(2018, 2022) for place in places_of]
    text = f"Tiedot;{';'.join(headers)}\nTulo;{';'.join(map(str, range(len(headers))))}\n"
    result = understand(text.encode(), "a.csv", names, [], Mapping(), None, LARGEST)
    assert len(headers) > 1000
    assert result.arranged.observations["value"].tolist() == list(range(len(headers)))


def test_a_workbook_with_the_filters_of_its_page(names: AreaNames) -> None:
    data = xlsx(
        {"Export": [["Kunta", "Asiakkaat"], ["Akaa", 510], ["Alavus", 610], [], ["Applied filters:\nVuosi is 2023"]]}
    )
    result = understand(data, "data.xlsx", names, [], Mapping(), None, LARGEST)
    assert places(result) == [["KU020", "2023", 510], ["KU010", "2023", 610]]


PXWEB: list[list[Cell]] = [
    ["Väestö alueen, sukupuolen ja iän mukaan"],
    [],
    ["", "", "2022", "", "2023", ""],
    ["", "", "Miehet", "Naiset", "Miehet", "Naiset"],
    ["KU020 Akaa", "0-14", 1, 2, 3, 4],
    ["", "15-64", 5, 6, 7, 8],
    ["KU010 Alavus", "0-14", 9, 10, 11, 12],
    ["", "15-64", 13, 14, 15, 16],
    [],
    ["Päivitetty viimeksi:"],
    ["20240404 09:00"],
    ["Lähde:"],
    ["Tilastokeskus, väestörakenne"],
    ["Yksikkö:"],
    ["Henkilöä"],
]


@pytest.mark.parametrize("merged", [(), ("C3:D3", "E3:F3")])
def test_workbooks_of_pxweb(names: AreaNames, merged: tuple[str, ...]) -> None:
    result = understand(xlsx({"T": PXWEB}, merged=merged), "a.xlsx", names, [], Mapping(), None, LARGEST)
    assert figures(result)[4:9] == [
        ["KU020", "2022", "male", "15-64", 5],
        ["KU020", "2022", "female", "15-64", 6],
        ["KU020", "2023", "male", "15-64", 7],
        ["KU020", "2023", "female", "15-64", 8],
        ["KU010", "2022", "male", "0-14", 9],
    ]
    assert len(figures(result)) == 16
    assert result.table.footers[1:] == ["Lähde: Tilastokeskus, väestörakenne", "Yksikkö: Henkilöä"]
    assert [(problem.code, problem.severity) for problem in result.problems] == [("labels-carried", "info")]


def test_labels_on_lines_of_their_own(understood: Understand) -> None:
    result = understood("Alue;Sukupuoli;2022;2023\nAkaa;;;\n;Miehet;1;2\n;Naiset;3;4\nAlavus;;;\n;Miehet;5;6\n")
    assert figures(result)[-1] == ["KU010", "2023", "male", "total", 6]
    assert "2 passed over: rows with only the name of a group" in result.arranged.accounting.line.en
    assert len(figures(result)) == 6


def test_years_that_stand_once_for_their_areas(understood: Understand) -> None:
    result = understood("Vuosi;Alue;Arvo\n2022;Akaa;1\n;Alavus;2\n2023;Akaa;3\n;Alavus;4\n")
    assert places(result)[1] == ["KU010", "2022", 2]


def test_an_area_that_lacks_is_not_that_of_the_row_above(told: Told) -> None:
    text = "Kunta;Ikä;2022\nAkaa;0-14;1\n;15-64;2\nAlavus;0-14;3\n;65-74;4\n"
    assert [(row, code) for row, _, code in told(text)] == [(3, "empty-cell"), (5, "empty-cell")]
    text = "Kunta;Vuosi;Arvo\nAkaa;2022;1\nAlavus;2022;2\n;2022;3\n"
    assert [(row, code) for row, _, code in told(text)] == [(4, "empty-cell")]


HEAD: list[Cell] = ["Kunta", "Asiakkaat"]


@pytest.mark.parametrize(
    "sheets", [("2022", "2023"), ("Vuosi 2022", "Vuosi 2023"), ("Asiakkaat 2022", "Asiakkaat 2023")]
)
def test_sheets_of_one_shape_a_year_each(names: AreaNames, sheets: tuple[str, str]) -> None:
    data = xlsx({sheets[0]: [HEAD, ["Akaa", 10], ["Alavus", 12]], sheets[1]: [HEAD, ["Akaa", 11], ["Vitsi", 13]]})
    with pytest.raises(Refused) as other:
        understand(data, "a.xlsx", names, [], Mapping(sheet="ei"), None, LARGEST)
    assert [problem.code for problem in other.value.problems] == ["unknown-sheet"]
    result = understand(data, "a.xlsx", names, [], Mapping(), None, LARGEST)
    assert places(result) == [["KU020", "2022", 10], ["KU010", "2022", 12], ["KU020", "2023", 11]]
    assert [(problem.row, problem.code) for problem in result.problems] == [
        (None, "sheets-joined"),
        (6, "unknown-area"),
    ]
    assert "4–6" in result.problems[0].message.en


@pytest.mark.parametrize("second", [("2022 (2)", HEAD), ("2023", ["Kunta", "Saajat"]), ("Huomautuksia", HEAD)])
def test_other_sheets_are_asked_about(names: AreaNames, second: tuple[str, list[Cell]]) -> None:
    name, header = second
    data = xlsx({"2022": [HEAD, ["Akaa", 10], ["Alavus", 12]], name: [header, ["Akaa", 11], ["Alavus", 13]]})
    with pytest.raises(Refused) as refused:
        understand(data, "a.xlsx", names, [], Mapping(), None, LARGEST)
    assert [problem.code for problem in refused.value.problems] == ["choose-sheet"]


@pytest.mark.parametrize(
    ("header", "days", "period"),
    [
        ("Kuukausi", ["@45292"], "2024-01"),
        ("Vuosi", ["@45292"], "2024"),
        ("Kuukausi", ["@45292", "@44927"], "2024-01"),
        ("Neljännes", ["@45292", "@45383"], "2024-Q1"),
    ],
)
def test_a_header_tells_how_long_the_periods_of_days_are(
    names: AreaNames, header: str, days: list[str], period: str
) -> None:
    rows: list[list[Cell]] = [["Akaa", day, 1] for day in days]
    data = xlsx({"T": [["Kunta", header, "Arvo"], *rows]})
    assert places(understand(data, "a.xlsx", names, [], Mapping(), None, LARGEST))[0][1] == period


def test_a_note_and_a_classification_are_told_as_what_they_are(told: Told) -> None:
    note = '"DATASET: Rates by sex"\n\n"LAST UPDATE: 15.04.14"\n\n"TIME"\n"2013"\n"AGE"\n"From 15 to 24 years"\n'
    assert [code for *_, code in told(note)] == ["not-a-table"]
    assert [code for *_, code in told("kunta_nro kunta_nimi\n020 Akaa \n005 Alajärvi \n284 Koski Tl \n")] == [
        "no-value-column"
    ]


def test_a_table_of_roman_quarters_across(understood: Understand) -> None:
    assert [row[1] for row in places(understood("Kunta;I/2024;II/2024\nAkaa;5;6\n"))] == ["2024-Q1", "2024-Q2"]


def test_what_is_no_text_is_still_refused() -> None:
    with pytest.raises(Refused):
        read(b"\x00a\x00\x01" * 50, "a.csv", Mapping(), LARGEST)
