"""Files of areas that are not KEKO's, answers that a file contradicts, what is left out on purpose, and the account of rows."""

import pytest

from keko.data.problems import Refused
from tests.intake.conftest import Told, Understand

POSTAL = (
    '"Postal code area","Information","2023"\n'
    '"99901  Keskusta (Helsinki)","Inhabitants",1000\n'
    '"99903  Metsä (Espoo)","Inhabitants",3000\n'
)
COUNTRIES = "region,year,value\nFinland,2020,5.1\nSweden,2020,6.2\nNorway,2020,7.3\n"


def account(understood: Understand, text: str, mapping: str = "") -> str:
    return understood(text, mapping).arranged.accounting.line.en


def kept(understood: Understand, text: str, mapping: str = "") -> list[tuple[str, float]]:
    rows = understood(text, mapping).arranged.observations
    return list(rows[["area", "value"]].itertuples(index=False, name=None))


def codes(told: Told, text: str, mapping: str = "") -> list[str]:
    return [code for _, _, code in told(text, mapping)]


def test_finland_is_read_among_countries(understood: Understand) -> None:
    assert kept(understood, COUNTRIES) == [("MAA", 5.1)]
    assert account(understood, COUNTRIES) == "3 rows: 1 read (1 figure); 2 passed over: other countries"


@pytest.mark.parametrize("header", ["geo", "Country", "Entity", "Maa"])
def test_finland_is_read_under_any_header(understood: Understand, header: str) -> None:
    text = f"{header},year,value\nAustria,2020,9.1\nFinland,2020,5.1\nFrance,2020,7\n"
    assert kept(understood, text) == [("MAA", 5.1)]


def test_countries_that_persons_come_from_are_a_breakdown(understood: Understand) -> None:
    text = "Kunta;Kansalaisuus;Vuosi;Arvo\nEspoo;Suomi;2020;9\nEspoo;Ruotsi;2020;8\nEspoo;Viro;2020;7\n"
    assert kept(understood, text) == [("KU049", 9), ("KU049", 8), ("KU049", 7)]


@pytest.mark.parametrize(
    ("text", "mapping"),
    [
        (POSTAL, "constants: {area: KU091}"),
        (COUNTRIES, "constants: {area: MAA}"),
        ("Region,Year,Value\nE92000001,2020,1\n", "constants: {area: MAA}"),
        ("Kunta;Vuosi;Arvo\nEspoo;2020;1\nVantaa;2020;2\n", "constants: {area: KU049}"),
        ("Entity,Year,Value\nAustria,2020,1\nFrance,2020,2\n", "constants: {area: MAA}"),
        (POSTAL, "{constants: {area: KU091}, columns: {Postal code area: ignored}}"),
    ],
)
def test_the_area_of_the_whole_file_is_no_answer_against_its_rows(told: Told, text: str, mapping: str) -> None:
    assert "area-against-file" in codes(told, text, mapping)


@pytest.mark.parametrize("text", ["Alue;Vuosi;Arvo\nHelsinki;2020;1\n", "Alue;Vuosi;Arvo\nYhteensä;2020;1\n"])
def test_the_area_of_the_whole_file_may_agree_with_its_rows(told: Told, text: str) -> None:
    assert codes(told, text, "constants: {area: KU091}") == []


@pytest.mark.parametrize("header", ["Postal code area", "Postinumeroalue", "Postnummer"])
def test_postal_codes_are_a_level_that_is_not_kept(told: Told, header: str) -> None:
    text = f"{header};Kunta;Vuosi;Arvo\n00100;Helsinki;2020;1\n02100;Espoo;2020;2\n"
    assert codes(told, text)[-1] == "only-levels-not-kept"
    assert codes(told, text, "area_level: KU")[-1] == "only-levels-not-kept"


@pytest.mark.parametrize("header", ["Seutukunta", "ELY-keskus", "Sairaanhoitopiiri", "Ekonomisk region"])
def test_the_areas_under_another_levels_header_are_not_taken_for_others(told: Told, header: str) -> None:
    assert codes(told, f"{header};Vuosi;Arvo\nHelsinki;2020;1\nUusimaa;2020;2\n") == ["only-levels-not-kept"]


def test_a_sub_region_beside_the_municipality_says_where_it_is(understood: Understand) -> None:
    text = "Seutukunta;Kunta;Vuosi;Arvo\nHelsinki;Espoo;2020;1\nHelsinki;Vantaa;2020;2\n"
    assert kept(understood, text) == [("KU049", 1), ("KU092", 2)]


def test_the_level_is_no_answer_against_the_header(told: Told) -> None:
    text = "Maakunta;Vuosi;Arvo\nKeski-Suomi;2020;1\nPirkanmaa;2020;2\n"
    assert codes(told, text, "area_level: HVA") == ["level-against-file"]


@pytest.mark.parametrize("header", ["Name", "Nimi", "Namn", ""])
def test_names_in_a_column_beside_codes_must_be_those_of_the_codes(told: Told, header: str) -> None:
    text = f"Kuntakoodi;{header};Vuosi;Arvo\n005;Granby;2022;10\n009;Fjordvik;2022;20\n010;Skogstad;2022;30\n"
    assert codes(told, text) == ["no-known-area"]


def test_a_title_about_another_country(told: Told) -> None:
    text = "Befolkning i Sverige efter kommun\nKommun;År;Antal\n005;2022;10\n009;2022;20\n010;2022;30\n"
    assert codes(told, text) == ["title-names-country"]
    named = text.replace("005", "Alajärvi")
    assert codes(told, named) == []


def test_codes_and_names_under_no_header(understood: Understand) -> None:
    text = (
        'Väestö alueittain,,,\n\n"","",2020,2021\n020,Akaa,1000,1100\n010,Alavus,2000,2100\n992,Äänekoski,3000,3100\n'
    )
    rows = understood(text).arranged.observations
    assert list(rows["area"].unique()) == ["KU020", "KU010", "KU992"]
    assert (list(rows["breakdown"].unique()), rows["value"].sum()) == (["total"], 12300)


def test_all_that_is_wrong_is_told_in_one_round(told: Told) -> None:
    text = "Kunta;Arvo\nAkaa;10\nTotals;30\nAlavus;20\n"
    assert told(text) == [(None, None, "no-time"), (3, "Kunta", "unknown-area")]
    assert told(text.replace("20\n", "2o\n")) == [
        (None, None, "no-time"),
        (3, "Kunta", "unknown-area"),
        (4, "Arvo", "not-a-number"),
    ]
    assert told("Kunta;Vuosi\nAkaa;2020\nTotals;20x0\n") == [
        (None, None, "no-value-column"),
        (3, "Kunta", "unknown-area"),
        (3, "Vuosi", "unknown-period"),
    ]


def test_the_advice_for_an_unknown_area_works(understood: Understand) -> None:
    text = "Kunta;Vuosi;Arvo\nAkaa;2020;10\nTotals;2020;30\nAlavus;2020;20\n"
    advice = "pass_over: {unknown_areas: true}"
    assert advice in understood(text).problems[0].message.en
    assert kept(understood, text, advice) == [("KU020", 10), ("KU010", 20)]
    assert account(understood, text, advice) == "3 rows: 2 read (2 figures); 1 passed over: unknown areas"


def test_rows_areas_and_measures_are_left_out_on_purpose(understood: Understand) -> None:
    text = "Kunta;Vuosi;Mittari;Arvo\n" + "".join(
        f"{area};2020;{measure};{value}\n"
        for value, (area, measure) in enumerate(
            [(a, m) for a in ("Akaa", "Espoo", "Vantaa") for m in ("Yksi", "Kaksi")]
        )
    )
    mapping = "pass_over: {areas: [Espoo], measures: [kaksi], rows: [6]}"
    assert kept(understood, text, mapping) == [("KU020", 0)]
    assert account(understood, text, mapping) == (
        "6 rows: 1 read (1 figure); 5 passed over: rows left out by choice 1, areas left out by choice 2, "
        "measures left out by choice 2"
    )


def test_nothing_left_is_an_error(told: Told) -> None:
    assert codes(told, "Kunta;Vuosi;Arvo\nAkaa;2020;1\n", "pass_over: {areas: [Akaa]}")[-1] == "nothing-left"


def test_a_successor_is_not_read_without_the_part_that_was_passed_over(understood: Understand) -> None:
    # Juankoski joined Kuopio on 1.1.2017: Kuopio of 2016 without it is no figure of the Kuopio of today.
    text = "Kunta;Vuosi;Arvo\n" + "".join(
        f"{area};{year};{value}\n"
        for area, year, value in [
            ("Juankoski", 2016, 5),
            ("Kuopio", 2016, 110),
            ("Kuopio", 2017, 116),
            ("Akaa", 2016, 17),
            ("Akaa", 2017, 17),
        ]
    )
    mapping = "pass_over: {unknown_areas: true}"
    assert kept(understood, text, mapping) == [("KU297", 116), ("KU020", 17), ("KU020", 17)]
    accounted = understood(text, mapping).arranged.accounting
    assert (accounted.rows, accounted.read, accounted.refused, [reason.rows for reason in accounted.passed]) == (
        5,
        3,
        0,
        [1, 1],
    )


def test_the_account_of_a_refused_row_and_of_notes(understood: Understand) -> None:
    text = "Alue;Vuosi;Arvo\nKU020;2020;1\nSK011;2020;2\nTotals;2020;3\nKU091;2020;4\n\nLähde: Tilastokeskus\n"
    found = understood(text)
    assert found.arranged.accounting.line == (
        "5 riviä: luettu 2 (2 lukua); ohitettu 2: seutukunnat 1, huomautukset taulukon alla 1; hylätty 1",
        "5 rader: lästa 2 (2 tal); hoppades över 2: ekonomiska regioner 1, anmärkningar under tabellen 1; underkända 1",
        "5 rows: 2 read (2 figures); 2 passed over: sub-regions 1, notes below the table 1; 1 refused",
    )


def test_a_refused_file_says_so(understood: Understand) -> None:
    with pytest.raises(Refused) as refused:
        understood("Region;Vuosi;Arvo\n01 Granby län;2022;10\n04 Fjordviks län;2022;20\n", "area_level: MK")
    assert [problem.code for problem in refused.value.problems] == ["no-known-area"]


@pytest.mark.parametrize(
    "text",
    [
        "Kod;Län;År;Antal\n01;Stockholms län;2022;10\n03;Uppsala län;2022;20\n",
        "State FIPS;State;Year;Value\n01;Alabama;2022;10\n02;Alaska;2022;20\n",
        "Kommunkod;Kommun;År;Antal\n101;København;2022;10\n147;Frederiksberg;2022;20\n",
        "Kommune;År;Antal\n0301 Oslo;2022;10\n1103 Stavanger;2022;11\n",
        "Area code;Area;Year;Value\nE06000001;Hartlepool;2020;5\nE06000002;Middlesbrough;2020;6\n",
    ],
)
def test_divisions_of_other_countries_by_their_own_headers(told: Told, text: str) -> None:
    assert codes(told, text)[-1] == "no-known-area"
    assert "area-against-file" in codes(told, text, "constants: {area: MAA}")


def test_columns_told_to_be_areas_are_held_to_the_names_beside_them(told: Told) -> None:
    text = "Kod;Namn;År;Antal\n01;Stockholms län;2022;10\n04;Södermanlands län;2022;20\n"
    assert codes(told, text, "{columns: {Kod: area}, area_level: MK}") == ["no-known-area"]


@pytest.mark.parametrize(
    "text",
    [
        "geo,TIME_PERIOD,OBS_VALUE\nFI,2020,5\nSE,2020,6\nFI1B,2020,7\n",
        "LOCATION,TIME,Value\nFIN,2020,5\nSWE,2020,6\nOECD,2020,6\n",
        "Country Name,Country Code,2020\nFinland,FIN,5\nSweden,SWE,6\n",
    ],
)
def test_finland_by_the_codes_of_eurostat_oecd_and_the_world_bank(understood: Understand, text: str) -> None:
    rows = understood(text).arranged.observations
    assert rows[["area", "breakdown", "value"]].to_numpy().tolist() == [["MAA", "total", 5]]


def test_a_code_behind_its_name(understood: Understand, told: Told) -> None:
    text = "Kunta;Vuosi;Arvo\nHelsinki (091);2020;5\nEspoo, 049;2020;6\n"
    assert kept(understood, text) == [("KU091", 5), ("KU049", 6)]
    assert codes(told, text.replace("Espoo", "Vantaa")) == ["code-name-mismatch"]


def test_a_name_of_another_level_says_which(told: Told) -> None:
    assert codes(told, "Kunta;Vuosi;Arvo\nPirkanmaa;2020;5\nEspoo;2020;6\n") == ["area-of-other-level"]


def test_a_figure_in_a_year_column_before_a_merger_is_left_out_and_told(understood: Understand) -> None:
    text = "Kunta;2005;2012\nKarttula;5;\nKuopio;6;9\nEspoo;7;8\n"
    found = understood(text, "pass_over: {unknown_areas: true}")
    assert kept(understood, text, "pass_over: {unknown_areas: true}") == [("KU297", 9), ("KU049", 7), ("KU049", 8)]
    assert [problem.code for problem in found.problems] == ["areas-passed-over", "before-merger"]
