"""Delimited text in every dress."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keko.data.problems import Problem, Refused
from keko.intake.mappings import Mapping
from keko.intake.read.formats.csv import read
from keko.intake.read.table import Table


def table(text: str, header_row: int | None = None) -> Table:
    return read(text.encode(), "a.csv", Mapping(header_row=header_row))


def refusal(text: str, header_row: int | None = None) -> Problem:
    with pytest.raises(Refused) as refused:
        table(text, header_row)
    (problem,) = refused.value.problems
    return problem


def rows(parsed: Table) -> dict[int, list[str]]:
    return {row: list(cells) for row, cells in zip(parsed.cells.index, parsed.cells.to_numpy(), strict=True)}


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_endings(delimiter: str, ending: str) -> None:
    lines = [["Alue", "Vuosi", "Arvo"], ["Espoo", "2020", "1"], ["Vantaa", "2020", "2"]]
    parsed = table(ending.join(delimiter.join(line) for line in lines))
    assert parsed.delimiter == delimiter
    assert parsed.header == ["Alue", "Vuosi", "Arvo"]
    assert parsed.header_rows == [1]
    assert rows(parsed) == {2: ["Espoo", "2020", "1"], 3: ["Vantaa", "2020", "2"]}


def test_decimal_commas_do_not_part_cells() -> None:
    assert table("Alue;Vuosi;Arvo\nEspoo;2020;1,5\nVantaa;2020;2,5\n").delimiter == ";"
    assert table("Alue\tVuosi\tArvo\nEspoo\t2020\t1,5\nVantaa\t2020\t2,5\n").delimiter == "\t"


def test_semicolons_in_quotes_do_not_part_cells() -> None:
    parsed = table('Alue,Huom,Arvo\n"Espoo","a; b; c",1\n"Vantaa","d; e; f",2\n')
    assert parsed.delimiter == ","
    assert rows(parsed)[2] == ["Espoo", "a; b; c", "1"]


def test_quoted_delimiters_and_line_breaks() -> None:
    parsed = table('Alue;"Arvo;\nkpl"\n"Es\r\npoo";1\nVantaa;"2"\n')
    assert parsed.header == ["Alue", "Arvo; kpl"]
    assert rows(parsed) == {2: ["Es\r\npoo", "1"], 3: ["Vantaa", "2"]}


def test_titles_padded_or_not_and_an_empty_first_header() -> None:
    parsed = table('"Työttömyysaste";;\nYhteensä\n\n;2020;2021\n15 - 24;1,5;2\n25 - 34;3;4,5\n')
    assert parsed.titles == ["Työttömyysaste", "Yhteensä"]
    assert parsed.header_rows == [4]
    assert parsed.names == ["A", "2020", "2021"]
    assert rows(parsed) == {5: ["15 - 24", "1,5", "2"], 6: ["25 - 34", "3", "4,5"]}


def test_a_title_as_wide_as_the_table() -> None:
    parsed = table("Väestö, 31.12., alueittain\nAlue,Vuosi,Arvo\nEspoo,2020,1\nHanko,2020,2\n")
    assert parsed.header_rows == [2]
    assert parsed.header == ["Alue", "Vuosi", "Arvo"]


@pytest.mark.parametrize(
    "footer",
    [
        "Lähde: Tilastokeskus;;",
        "Yksikkö: prosenttia\nLähde: Tilastokeskus, työvoimatutkimus",
        '"Källa: Statistikcentralen; Statistik"',
        "Source: Statistics Finland;;\n\n",
        "* ennakkotieto",
        "\n\nTilastokeskus",
    ],
)
def test_footers(footer: str) -> None:
    parsed = table(f"Alue;Vuosi;Arvo\nEspoo;2020;1\nVantaa;2020;2\n{footer}")
    assert list(rows(parsed)) == [2, 3]
    assert parsed.footers


def test_a_footer_with_delimiters() -> None:
    parsed = table("Alue,Vuosi,Arvo\nEspoo,2020,1\nVantaa,2020,2\nLähde: Tilastokeskus, työvoimatutkimus\n")
    assert list(rows(parsed)) == [2, 3]
    assert parsed.footers == ["Lähde: Tilastokeskus  työvoimatutkimus"]


def test_a_last_row_without_values_is_no_footer() -> None:
    assert list(rows(table("Alue;2020;2021\nEspoo;1;2\nUtsjoki;;\n"))) == [2, 3]


def test_blank_rows_count_but_are_not_read() -> None:
    assert list(rows(table("Alue;Vuosi;Arvo\n\nEspoo;2020;1\n;;\nVantaa;2020;2\n"))) == [3, 5]


def test_empty_surplus_at_the_end() -> None:
    assert table("Alue;Vuosi;Arvo;\nEspoo;2020;1;\nVantaa;2020;2;\n").header == ["Alue", "Vuosi", "Arvo"]
    assert table("Alue;Vuosi;Arvo\nEspoo;2020;1;\nVantaa;2020;2;\n").header == ["Alue", "Vuosi", "Arvo"]
    assert rows(table("Alue;Vuosi;Arvo;Huom\nEspoo;2020;1\nVantaa;2020;2\n"))[2] == ["Espoo", "2020", "1", ""]


@pytest.mark.parametrize(
    ("text", "row", "code"),
    [
        ("Alue;Vuosi;Arvo\nEspoo;2020;1\nVantaa;2020;2;9\n", 3, "ragged-row"),
        ("Alue;Vuosi;Arvo\n" + "Espoo;2020;1\n" * 300 + "Vantaa;2020;2;9\n", 302, "ragged-row"),
        ('Alue;Vuosi;Arvo\nEspoo;2020;1\nVantaa;2020;"2\n', 3, "open-quote"),
        ("Alue;Vuosi;Arvo\n", None, "no-rows"),
        (";;;\n;;;\n", None, "empty-file"),
        ('"Espoo";"049";2015;468\n"Vantaa";"092";2015;12.5\n', 1, "no-header"),
    ],
)
def test_what_is_not_a_table(text: str, row: int | None, code: str) -> None:
    problem = refusal(text)
    assert (problem.row, problem.code) == (row, code)


def test_the_mapping_tells_where_the_header_is() -> None:
    text = "Espoo;2020;1\nAlue;Vuosi;Arvo\nVantaa;2020;2\n"
    assert table(text, header_row=2).header == ["Alue", "Vuosi", "Arvo"]
    assert rows(table(text, header_row=2)) == {3: ["Vantaa", "2020", "2"]}
    bare = table("Espoo;2020;1\nVantaa;2020;2\n", header_row=0)
    assert (bare.header, bare.header_rows, list(rows(bare))) == (["A", "B", "C"], [], [1, 2])
    assert refusal(text, header_row=9).code == "header-row-outside"


def test_four_thousand_columns_that_name_nothing() -> None:
    problem = refusal(";".join(f"c{number}" for number in range(4_000)) + "\n" + ";".join("1" * 4_000) + "\n")
    assert problem.code == "too-many-columns"
    assert "4000" in problem.message.fi
    assert len(problem.message.fi) < 200


def read_if_possible(data: bytes) -> Table | None:
    try:
        return read(data, "a.csv", Mapping())
    except Refused:
        return None


CELLS = st.text(st.characters(codec="iso-8859-1", exclude_categories=("Cc", "Zs")), min_size=1, max_size=8)


@settings(deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=6),
    st.sampled_from(";,\t|"),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_written_tables_come_back(
    body: list[list[str]], delimiter: str, ending: str, encoding: str, quoting: int
) -> None:
    plain = [[f"x{''.join(sign for sign in cell if sign.isalnum())}" for cell in line] for line in body]
    quoted = [[f'{cell}{delimiter}\n"{cell}' for cell in line] for line in plain]
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator=ending, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([["Alue", "Vuosi", "Arvo"], *plain, *quoted])
    parsed = read(file.getvalue().encode(encoding), "a.csv", Mapping())
    assert parsed.delimiter == delimiter
    assert parsed.cells.to_numpy().tolist() == [*plain, *quoted]
    assert list(parsed.cells.index) == list(range(2, 2 + 2 * len(body)))


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    parsed = read_if_possible(data)
    assert parsed is None or len(parsed.header) == len(parsed.cells.columns)


@settings(deadline=None)
@given(st.text(st.sampled_from('aå1,;|\t"\n\r .:%-'), max_size=200))
def test_any_text_is_a_table_or_refused(text: str) -> None:
    parsed = read_if_possible(text.encode())
    assert parsed is None or len(parsed.header) == len(parsed.cells.columns)
    assert parsed is None or parsed.cells.index.is_monotonic_increasing
