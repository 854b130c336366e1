"""What the columns of a table are."""

from collections.abc import Callable

import pytest

from keko.data.area_names import AreaNames
from keko.intake.mappings import read_mapping
from keko.intake.read.file import read
from keko.intake.recognise.layout import Layout
from keko.intake.recognise.recognition import recognise

Recognise = Callable[..., Layout]


@pytest.fixture(scope="module")
def seen(names: AreaNames) -> Recognise:
    def run(text: str, mapping: str = "") -> Layout:
        said = read_mapping(mapping)
        return recognise(read(text.encode(), "a.csv", said, 1_000_000), names, said)

    return run


def codes(layout: Layout) -> list[str]:
    return [problem.code for problem in layout.problems]


@pytest.mark.parametrize(
    ("text", "kind", "roles"),
    [
        ("Alue;Vuosi;Sukupuoli;Ikä;Arvo\nEspoo;2020;miehet;15-64;1", "long", ["area", "time", "sex", "age", "value"]),
        ("Område;År;Kön;Ålder;Värde\nEsbo;2020;män;15-64;1", "long", ["area", "time", "sex", "age", "value"]),
        ("Area;Year;Sex;Age;Value\nEspoo;2020;males;15-64;1", "long", ["area", "time", "sex", "age", "value"]),
        ("Vuosi;Kunta;Äänioikeutetut\n2021;091 Helsinki;5", "long", ["time", "area", "value"]),
        ("Kunta;Vuosi;Koulutus;Lkm\nEspoo;2020;perusaste;5", "long", ["area", "time", "breakdown", "value"]),
        ("Alue;Tiedot;2020;2021*\nEspoo;Väkiluku;1;2", "wide-time", ["area", "measure", "value", "value"]),
        ("Alue;2020M01;2020M02\nEspoo;1;2", "wide-time", ["area", "value", "value"]),
        ("Region;Employment rate, %, 2020;Population, 2021\nEspoo;70;5", "wide-measure", ["area", "value", "value"]),
        ("Kunta;Kuukausi;Saajat;Päivät\nEspoo;2020M01;1;2", "wide-measure", ["area", "time", "value", "value"]),
        ("Kunta;Vuosi;Työttömät\nEspoo;2020;12x", "long", ["area", "time", "value"]),
        ("Kunta;Vuosi;Lukumäärä;Osuus\nEspoo;2020;1;2", "wide-measure", ["area", "time", "value", "value"]),
        (
            "Kunta;Vuosi;Mediaani (pv);Q1;Q3;n\nEspoo;2020;5;2;9;80",
            "long",
            ["area", "time", "value", "q1", "q3", "denominator"],
        ),
        (
            "Kommun;År;Väntetid, median;undre kvartil;övre kvartil;antal\nEsbo;2020;5;2;9;80",
            "long",
            ["area", "time", "value", "q1", "q3", "denominator"],
        ),
        (
            "Kunta;Vuosi;Arvo;Keskihajonta;Lukumäärä\nEspoo;2020;5;2;80",
            "long",
            ["area", "time", "value", "deviation", "denominator"],
        ),
        ("Kunta;Vuosi;Q1;Q2;Q3;Q4\nEspoo;2020;5;2;9;80", "wide-measure", ["area", "time", *["value"] * 4]),
        ("Kunta;Vuosi;Asiakkaat;n\nEspoo;2020;5;80", "wide-measure", ["area", "time", "value", "value"]),
        (
            "Alue;Vuosi;Osuus %;Osoittaja;Nimittäjä;Alaraja;Yläraja;Tila\nEspoo;2020;50;1;2;40;60;p",
            "long",
            ["area", "time", "value", "numerator", "denominator", "lower", "upper", "status"],
        ),
    ],
)
def test_by_headers(seen: Recognise, text: str, kind: str, roles: list[str]) -> None:
    layout = seen(text)
    assert (layout.kind, layout.roles) == (kind, roles)
    assert layout.problems == []


def test_by_content_where_headers_tell_nothing(seen: Recognise) -> None:
    layout = seen(";x;y;z;w\nEspoo;2020;miehet;15 - 24;3\nVantaa;2021;naiset;25 - 34;700\n")
    assert layout.roles == ["area", "time", "sex", "age", "value"]


def test_codes_with_leading_zeros_are_areas(seen: Recognise) -> None:
    assert seen("nro;Vuosi;Arvo\n049;2020;1\n186;2020;2\n").roles == ["area", "time", "value"]


def test_row_numbers_without_a_header_are_nothing(seen: Recognise) -> None:
    assert seen(";Alue;Vuosi;Väkiluku\n0;Espoo;2020;1\n1;Vantaa;2020;2\n").roles == ["ignored", "area", "time", "value"]


def test_years_beside_a_time_are_values(seen: Recognise) -> None:
    assert seen("Alue;Vuosi;Väkiluku\nEspoo;2020;1999\nVantaa;2020;2010\n").roles == ["area", "time", "value"]


def test_a_code_and_a_name_are_one_area(seen: Recognise) -> None:
    layout = seen("Kunnan nimi;Kuntakoodi;Vuosi;Arvo\nEspoo;049;2020;1\n")
    assert layout.roles == ["ignored", "area", "time", "value"]
    assert (layout.area_level, layout.area_labels) == ("KU", (0,))
    assert layout.problems == []


def test_names_before_codes_of_no_known_kind(seen: Recognise) -> None:
    assert seen("Aluekoodi;Alue;Vuosi;Arvo\n9;Espoo;2020;1\n12;Vantaa;2020;1\n").position("area") == 1


def test_the_mapping_wins(seen: Recognise) -> None:
    layout = seen("Alue;Paikka;Vuosi;n\nx;Espoo;2020;5", "columns: {Paikka: area, n: value, Alue: breakdown}")
    assert layout.roles == ["breakdown", "area", "time", "value"]


def test_columns_of_the_mapping_must_exist(seen: Recognise) -> None:
    layout = seen("Alue;Vuosi;Arvo\nEspoo;2020;5", "columns: {Paikka: area}")
    assert [(problem.column, problem.code) for problem in layout.problems] == [("Paikka", "unknown-column")]


def test_constants_supply_what_is_missing(seen: Recognise) -> None:
    assert codes(seen("Kuukausi;Saajat;Päivät\n2020M01;1;2")) == ["no-area"]
    assert codes(seen("Kuukausi;Saajat;Päivät\n2020M01;1;2", "constants: {area: KU049}")) == []
    assert codes(seen("Alue;Väkiluku\nEspoo;1")) == ["no-time"]
    assert codes(seen("Alue;Väkiluku\nEspoo;1", "constants: {period: 2020}")) == []


def test_what_is_missing_is_one_problem(seen: Recognise) -> None:
    assert codes(seen("a;b\n1;2\n")) == ["no-area-no-time"]
    assert codes(seen("Alue;Vuosi;Nimi\nEspoo;2020;x\n")) == ["no-value-column"]


def test_columns_left_over_are_told(seen: Recognise) -> None:
    text = "Alue;Vuosi;Arvo;Otos;Laji;Huomautus\nEspoo;2020;1;500;;ks. liite\nEspoo;2021;1;600;a;\n"
    asked = [("Otos", "figures-not-used", "error"), ("Laji", "column-not-used", "info")]
    assert [(problem.column, problem.code, problem.severity) for problem in seen(text).problems] == asked
    assert 'columns: {"Otos": ignored}' in seen(text).problems[0].message.en
    assert [problem.column for problem in seen(text, "columns: {Otos: ignored}").problems] == ["Laji"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Alue;Vuosi;Luku;Selite\nEspoo;2020;1;\nEspoo;2021;1;ennakkotieto\n", "status"),
        ("Alue;Vuosi;Luku;Alaviite\nEspoo;2020;1;\nEspoo;2021;1;rajamuutos\n", "ignored"),
        ("Alue;Vuosi;Luku;Laatu\nEspoo;2020;1;\nEspoo;2021;1;rajamuutos\n", "ignored"),
        ("Alue;Vuosi;Luku;Laatu\nEspoo;2020;9;\nEspoo;2020;1;hyvä\n", "breakdown"),
        ("Alue;Vuosi;Luku;Koulutus\nEspoo;2020;9;perusaste\nMAA;2020;1;\n", "breakdown"),
        ("Alue;Vuosi;Luku;Status\nEspoo;2020;9;In employment\nEspoo;2020;1;In education\n", "breakdown"),
        ("Alue;Vuosi;Luku;Status\nEspoo;2020;9;p\nEspoo;2021;1;\n", "status"),
        ("Alue;Vuosi;Luku;Tila\nEspoo;2020;9;Työllinen\nEspoo;2020;1;Työtön\n", "breakdown"),
    ],
)
def test_words_that_divide_figures_and_words_that_do_not(seen: Recognise, text: str, roles: str) -> None:
    assert seen(text).roles[3] == roles


@pytest.mark.parametrize("header", ["0", "Unnamed: 2", "V3", "column_2", ""])
def test_figures_without_a_name_are_asked_about(seen: Recognise, header: str) -> None:
    text = f"Alue;{header};Vuosi\nEspoo;25000;2021\nAkaa;16000;2021\n"
    assert codes(seen(text)) == ["figures-unnamed"]
    assert seen(text, "constants: {measure: Väkiluku}").positions("value") == [1]
    assert header == "" or seen(text, f'columns: {{"{header}": value}}').positions("value") == [1]


def test_sotkanet_with_codes_of_areas_is_read(seen: Recognise) -> None:
    text = (
        "indicator,region,region.code,year,gender,primary.value\n683,209,049,2015,total,9.7\n683,2,186,2015,total,9.1\n"
    )
    layout = seen(text)
    assert layout.position("area") == 2
    assert "sotkanet-region-ids" not in codes(layout)


@pytest.mark.parametrize(
    ("text", "kind", "roles"),
    [
        ("Tieto;1995 HVA02;1995 HVA03\nTyöttömät;1;2\n", "wide-time", ["measure", "value", "value"]),
        ("Sukupuoli;HVA02 1995;Koko maa 1996\nmiehet;1;2\n", "wide-time", ["sex", "value", "value"]),
        ("Vuosi;Espoo;Vantaa\n2020;1;2\n", "wide-time", ["time", "value", "value"]),
        ("Kunta;Vuosi;Miehet;Naiset\nEspoo;2020;1;2\n", "wide-measure", ["area", "time", "value", "value"]),
        ("Kunta;Vuosi;Tiedot;15-24;25-34\nEspoo;2020;x;1;2\n", "wide-measure",
         ["area", "time", "measure", "value", "value"]),
    ],
)  # fmt: skip
def test_headers_that_hold_areas_sexes_and_ages(seen: Recognise, text: str, kind: str, roles: list[str]) -> None:
    layout = seen(text)
    assert (layout.kind, layout.roles, layout.problems) == (kind, roles, [])


def test_of_two_levels_the_figures_are_about_the_smaller(seen: Recognise) -> None:
    layout = seen("Maakunta;Kunta;Vuosi;Arvo\nUusimaa;Espoo;2020;5\nUusimaa;Vantaa;2020;6\n")
    assert layout.position("area") == 1


@pytest.mark.parametrize(
    ("text", "assumed"),
    [
        ("Paikka;Vuosi;Arvo\nEspoo;2020;1\n", []),
        ("Paikka;Vuosi;Arvo\nEspoo;2020;1\nMuualla;2020;1\nVantaa;2020;1\n", ["Paikka"]),
        ("Alue;x;Arvo\nEspoo;2020M01;1\n", []),
        ("Alue;x;Arvo\nEspoo;2020;1\n", ["x"]),
        ("nro;Vuosi;Arvo\n049;2020;1\n186;2020;2\n", ["nro"]),
        ("Alue;Vuosi;;Arvo\nEspoo;2020;miehet;1\n", []),
        ("Alue;Vuosi;;Arvo\nEspoo;2020;perusaste;1\n", ["C"]),
        ("Alue;Vuosi;Koulutus;Arvo\nEspoo;2020;perusaste;1\n", []),
    ],
)
def test_a_role_that_only_the_cells_suggest_is_asked_about(seen: Recognise, text: str, assumed: list[str]) -> None:
    problems = [problem for problem in seen(text).problems if problem.code == "role-assumed"]
    assert [problem.column for problem in problems] == assumed
    assert all(problem.severity == "warning" for problem in problems)


def test_an_answer_makes_it_certain(seen: Recognise) -> None:
    layout = seen("Alue;x;Arvo\nEspoo;2020;1\n", "columns: {x: time}")
    assert (codes(layout), [one.confidence for one in layout.certainties]) == ([], ["certain"] * 3)
