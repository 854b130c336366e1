"""Workbooks as people save them: titles, merged and two-language headers, several sheets, and traps."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keko.data.problems import Problem, Refused
from keko.intake.mappings import Mapping
from keko.intake.read.days import with_periods
from keko.intake.read.formats.spreadsheet import read
from keko.intake.read.table import Table
from tests.intake.workbooks import Cell, ods, packed, sheet, xlsx

PLAIN: list[list[Cell]] = [["Alue", "Vuosi", "Arvo"], ["Espoo", 2020, 1.5], ["Vantaa", 2020, 2]]
BOTH = pytest.mark.parametrize("write", [xlsx, ods])


def table(data: bytes, sheet_name: str | None = None, header_row: int | None = None) -> Table:
    return read(data, "a.xlsx", Mapping(sheet=sheet_name, header_row=header_row))


def dated(data: bytes) -> Table:
    return with_periods(table(data))


def refusal(data: bytes, sheet_name: str | None = None) -> Problem:
    with pytest.raises(Refused) as refused:
        table(data, sheet_name)
    (problem,) = refused.value.problems
    assert len(set(problem.message)) == 3
    return problem


def rows(parsed: Table) -> dict[int, list[str]]:
    return {int(str(row)): list(cells) for row, cells in zip(parsed.cells.index, parsed.cells.to_numpy(), strict=True)}


@BOTH
def test_numbers_are_texts_as_a_person_sees_them(write: type) -> None:
    parsed = table(write({"T": [["Kuntanumero", "Vuosi", "Arvo"], [5, 2020, 563.3499999999999], [9, 2020, 0.1 + 0.2]]}))
    assert parsed.header == ["Kuntanumero", "Vuosi", "Arvo"]
    assert rows(parsed) == {2: ["5", "2020", "563.35"], 3: ["9", "2020", "0.3"]}


@BOTH
def test_titles_blank_rows_and_notes_keep_the_row_numbers(write: type) -> None:
    body: list[list[Cell]] = [[], ["Työttömät"], [], *PLAIN[:2], [], PLAIN[2], [], ["Lähde: Tilastokeskus"]]
    parsed = table(write({"T": body}))
    assert parsed.header_rows == [4]
    assert parsed.titles == ["Työttömät"]
    assert list(rows(parsed)) == [5, 7]
    assert parsed.footers == ["Lähde: Tilastokeskus"]


def test_days_are_periods() -> None:
    months = dated(xlsx({"T": [["Alue", "Kuukausi", "Arvo"], ["Espoo", "@45292", 1], ["Espoo", "@45323", 2]]}))
    assert list(months.cells[1]) == ["2024-01", "2024-02"]
    years = dated(xlsx({"T": [["Alue", "Vuosi", "Arvo"], ["Espoo", "@44927", 1], ["Espoo", "@45292", 2]]}))
    assert list(years.cells[1]) == ["2023", "2024"]
    wide = dated(xlsx({"T": [["Alue", "@45292", "@45323"], ["Espoo", 1, 2]]}))
    assert wide.header == ["Alue", "2024-01", "2024-02"]


def test_errors_stay_visible_where_they_stand() -> None:
    parsed = table(xlsx({"T": [*PLAIN, ["Hanko", 2020, "#DIV/0!"]]}))
    assert rows(parsed)[4] == ["Hanko", "2020", "#DIV/0!"]


def test_merged_headers_are_carried_to_the_right() -> None:
    body: list[list[Cell]] = [
        ["Väestö alueittain"],
        ["Alue", "Miehet", "", "Naiset", ""],
        ["", 2020, 2021, 2020, 2021],
        ["Espoo", 1, 2, 3, 4],
    ]
    parsed = table(xlsx({"T": body}, merged=["A1:E1", "A2:A3", "B2:C2", "D2:E2"]))
    assert parsed.header == ["Alue", "Miehet, 2020", "Miehet, 2021", "Naiset, 2020", "Naiset, 2021"]
    assert parsed.header_rows == [2, 3]
    assert table(ods({"T": body})).header == parsed.header


def test_groups_above_a_header_that_does_not_tell_its_columns_apart() -> None:
    body: list[list[Cell]] = [
        ["", "Työlliset", "", "Työttömät"],
        ["Alue", "Miehet", "Naiset", "Miehet"],
        ["Espoo", 1, 2, 3],
    ]
    parsed = table(xlsx({"T": body}, merged=["B1:C1"]))
    assert parsed.header == ["Alue", "Työlliset, Miehet", "Työlliset, Naiset", "Työttömät, Miehet"]


@BOTH
def test_two_languages(write: type) -> None:
    lines: list[list[Cell]] = [
        ["Kunta-\nnumero\nKommun-\nnummer", "Kunta\nKommun", "Maata\nLand\nkm2"],
        [5, "Alajärvi", 1],
    ]
    assert table(write({"T": lines})).header == ["Kuntanumero", "Kunta", "Maata Land km2"]
    below = table(write({"T": [["Kunta", "Vuosi", "Arvo"], ["Kommun", "År", "Värde"], ["Espoo", 2020, 1]]}))
    assert (below.header, below.header_rows) == (["Kunta", "Vuosi", "Arvo"], [1, 2])


def test_the_sheet_with_the_figures() -> None:
    cover: list[list[Cell]] = [["Tilasto"], ["Päivitetty", 2020], ["Versio", 3]]
    assert rows(table(xlsx({"Kansi": cover, "Luvut": PLAIN})))[2] == ["Espoo", "2020", "1.5"]
    two = xlsx({"Kunnat": PLAIN, "Maakunnat": PLAIN, "Tyhjä": []})
    problem = refusal(two)
    assert problem.code == "choose-sheet"
    assert "Kunnat, Maakunnat" in problem.message.fi
    assert rows(table(two, " kunnat"))
    assert refusal(two, "Kuntia").code == "unknown-sheet"
    hidden = xlsx({"Luvut": PLAIN, "Vanha": PLAIN}, hidden=["Vanha"])
    assert rows(table(hidden)) == rows(table(hidden, "Vanha"))
    assert refusal(xlsx({"A": [], "B": []})).code == "empty-file"


def test_names_of_sheets_are_data() -> None:
    problem = refusal(xlsx({"<script>alert(1)</script>": PLAIN, "../../etc/passwd": PLAIN}))
    assert "<script>" in problem.message.fi  # as text: whoever shows it escapes it


def test_the_mapping_tells_where_the_header_is() -> None:
    parsed = table(
        xlsx({"T": [["Kunta", "Vuosi", "Arvo"], ["Kommun", "År", "Värde"], ["Espoo", 2020, 1]]}), header_row=2
    )
    assert parsed.header == ["Kommun", "År", "Värde"]
    assert table(xlsx({"T": PLAIN[1:]}), header_row=0).header == ["A", "B", "C"]


def test_two_cells_far_apart_do_not_take_the_memory() -> None:
    far = sheet([["Alue", 1]]).replace(
        "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    assert refusal(xlsx({"T": []}, parts={"xl/worksheets/sheet1.xml": far})).code == "archive-too-large"


def test_an_archive_that_says_how_large_it_gets() -> None:
    bomb = xlsx({"T": PLAIN}, parts={"xl/media/a.xml": " " * 60_000_000})
    assert len(bomb) < 1_000_000
    assert refusal(bomb).code == "archive-too-large"


def test_a_cell_of_thirty_million_signs() -> None:
    parsed = table(xlsx({"T": [PLAIN[0], ["Hanko" * 6_000_000, 2020, 1], PLAIN[1]]}))
    assert len(rows(parsed)[2][0]) == 30_000_000


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    dtd = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">{laughs}]>'
    for entity in ("&l9;", "&f;"):
        part = dtd + sheet(PLAIN).replace("Vantaa", entity)
        assert refusal(xlsx({"T": PLAIN}, parts={"xl/worksheets/sheet1.xml": part})).code == "damaged-file"


def test_paths_in_an_archive_lead_nowhere() -> None:
    links = xlsx({"T": PLAIN}, parts={"../../../tmp/a.xml": "<a/>", "/etc/b.xml": "<b/>"})
    assert rows(table(links))


@pytest.mark.parametrize(
    "data",
    [
        xlsx({"T": PLAIN})[:-200],
        xlsx({"T": PLAIN})[:200],
        packed({"xl/workbook.xml": "<a"}),
        packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a"}),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        b"\xd0\xcf\x11\xe0",
    ],
)
def test_broken_workbooks(data: bytes) -> None:
    assert refusal(data).code == "damaged-file"


NAMES = st.text(st.characters(categories=("L",)), min_size=1, max_size=8).map(lambda text: f"x{text}")
NUMBERS = st.one_of(st.integers(3000, 10**9), st.floats(0.001, 1e6, allow_nan=False).map(lambda x: float(f"{x:.10g}")))


@settings(max_examples=15)
@given(st.lists(st.tuples(NAMES, NUMBERS, NUMBERS), min_size=2, max_size=8), st.sampled_from([xlsx, ods]))
def test_written_workbooks_come_back(body: list[tuple[Cell, ...]], write: type) -> None:
    parsed = table(write({"T": [["Alue", "Eka", "Toka"], *body]}))
    assert [list(line) for line in rows(parsed).values()] == [
        [str(line[0]), f"{line[1]:.15g}", f"{line[2]:.15g}"] for line in body
    ]


@settings(max_examples=15)
@given(st.data())
def test_mutated_workbooks_are_a_table_or_refused(data: st.DataObject) -> None:
    write = data.draw(st.sampled_from([xlsx, ods]))
    with zipfile.ZipFile(io.BytesIO(write({"T": PLAIN}))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    name = data.draw(st.sampled_from([name for name in parts if name != "mimetype"]))
    at = data.draw(st.integers(5, len(parts[name])))
    parts[name] = parts[name][:at] + data.draw(st.text(max_size=5)) + parts[name][at + data.draw(st.integers(0, 9)) :]
    with suppress(Refused):
        assert table(packed(parts)).header
