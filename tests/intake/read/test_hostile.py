"""Files made to do harm: none of it reaches a spreadsheet, a browser or the file system, nor takes all memory or time."""

import csv
import io
import json
import os
import re
import zipfile
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest

from keko.commands import WrongUse, content
from keko.data.problems import Problem, Refused
from keko.intake.mappings import Mapping, parsed
from keko.intake.read.file import printable, read
from keko.intake.read.limits import MOST_MEASURES, most_measures
from keko.intake.read.sheet_xml import error_cells, scaled_cells
from keko.intake.segments.description import read_description
from keko.intake.segments.read import Delivery
from keko.ui.workbench.findings import problem_table, problems_as_csv
from tests.intake.conftest import Understand
from tests.intake.workbooks import Cell, packed, xlsx

FORMULAS = ['=HYPERLINK("http://example.org")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1"]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEADER = "Kunta;Vuosi;Asiakkaat\nTuusula;2024;1\n"


def refusal(understood: Understand, text: str, **options: str) -> Refused:
    with pytest.raises(Refused) as refused:
        understood(text, **options)
    return refused.value


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_in_a_file_is_a_text_in_the_list_of_problems(understood: Understand, formula: str) -> None:
    cell = formula.replace('"', '""')
    result = understood(f'{HEADER}"{cell}";2024;2\n').problems
    assert [one.code for one in result] == ["unknown-area"]
    rows = list(csv.reader(StringIO(problems_as_csv(result, "fi").decode("utf-8-sig")), delimiter=";"))
    assert all(not cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row)


@pytest.mark.parametrize("place", ["{0};2024;2\nTuusula;2023;1\n", "Tuusula;{0};2\n", "Tuusula;2023;{0}\n"])
def test_markup_in_a_cell_is_shown_as_text(understood: Understand, place: str) -> None:
    result = understood(HEADER + place.format("<img src=x onerror=alert(1)>")).problems
    assert result
    shown = problem_table(result, "fi")
    assert "<img" not in shown
    assert "&lt;img" in shown


def test_a_header_of_markup_names_an_indicator_and_nothing_else(understood: Understand) -> None:
    result = understood("Kunta;Vuosi;<script>alert(1)</script>\nTuusula;2024;1\n")
    assert [item.id for item in result.indicators] == ["script-alert-1-script"]


def test_a_path_for_a_file_name_opens_nothing(understood: Understand) -> None:
    result = understood("Kunta;Vuosi;Arvo\nTuusula;2024;1\n", file_name="../../etc/passwd.csv")
    assert [item.id for item in result.indicators] == ["passwd"]


def test_a_cell_of_a_hundred_million_signs_is_refused_in_a_short_sentence(understood: Understand) -> None:
    told = refusal(understood, f"Kunta;Vuosi;Arvo\nTuusula;2024;{'9' * 100_000_000}\n")
    assert all(len(problem.message.fi) < 500 for problem in told.problems)


def turned_away(data: bytes, name: str) -> Problem:
    with pytest.raises(Refused) as refused:
        read(data, name, Mapping(), 100_000_000)
    (problem,) = refused.value.problems
    return problem


MANY_ROWS: list[list[Cell]] = [["Espoo", 1]] * 1600


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEKO_MAX_CELLS", "3000")
    monkeypatch.setenv("KEKO_MAX_COLUMNS", "100")


def repeated(rows: int, columns: int) -> bytes:
    """An OpenDocument sheet of one cell that is repeated, with the blank rows below it that programs write."""
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    cell = f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" office:value="1"/>'
    blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/>'
    table = (
        f'<table:table table:name="T"><table:table-row table:number-rows-repeated="{rows}">{cell}'
        f'<table:table-cell table:number-columns-repeated="16000"/></table:table-row>{blank}</table:table-row></table:table>'
    )
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {names}>{body}</office:document-content>",
            "META-INF/manifest.xml": manifest,
        }
    )


@pytest.mark.usefixtures("small_limits")
@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"Alue;Vuosi;Arvo\n" + b"Espoo;2020;1\n" * 1000, "a.csv", "too-many-cells"),
        (b"Alue;" + b"2020;" * 200 + b"\nEspoo" + b";1" * 200, "a.csv", "table-too-wide"),
        (b"Alue;Vuosi" + b";m" * 500_000 + b"\n", "a.csv", "table-too-wide"),
        (repeated(1, 10**9), "a.ods", "sheet-too-wide"),
        (repeated(10**9, 1), "a.ods", "archive-too-large"),
        (xlsx({"T": MANY_ROWS}), "a.xlsx", "archive-too-large"),
        (xlsx({"T": [["Alue"]], "U": [["Alue"]]}, parts={
            "xl/worksheets/sheet1.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'}), "a.xlsx", "sheet-too-wide"),
        (b"[" + b'{"a":1},' * 2000 + b"", "a.json", "too-many-cells"),
    ],
    ids=["rows", "columns", "a million columns", "repeated cells", "repeated rows", "workbook", "a cell far out", "json"],
)  # fmt: skip
def test_what_is_too_much_is_told_with_the_limit_before_it_is_read(data: bytes, name: str, code: str) -> None:
    problem = turned_away(data, name)
    assert problem.code == code
    limit, setting = ("100", "KEKO_MAX_COLUMNS") if code.endswith("too-wide") else ("3000", "KEKO_MAX_CELLS")
    for text in problem.message:
        assert re.search(rf"\b{limit}\b", text)
        assert setting in text


@pytest.mark.usefixtures("small_limits")
def test_a_parquet_file_is_counted_before_it_is_read() -> None:
    wide, long = io.BytesIO(), io.BytesIO()
    pd.DataFrame({f"c{number}": [1] for number in range(101)}).to_parquet(wide)
    pd.DataFrame({"Arvo": [1] * 3001}).to_parquet(long)
    assert turned_away(wide.getvalue(), "a.parquet").code == "sheet-too-wide"
    assert turned_away(long.getvalue(), "a.parquet").code == "archive-too-large"


def written_otherwise(rows: int) -> list[bytes]:
    """A sheet with a repeated row, in other words of XML that mean the same."""
    plain = zipfile.ZipFile(io.BytesIO(repeated(rows, 1))).read("content.xml").decode()
    texts = [
        plain.replace(f'"{rows}"', f"'{rows}'"),
        re.sub(r"(?<=[< /])table:|(?<=xmlns:)table(?==)", lambda match: "t" + match[0][5:], plain),
        plain.replace(f'"{rows}"', f'"+0{rows}"'),
        plain.replace(f'"{rows}"', f'"&#{ord(str(rows)[0])};{str(rows)[1:]}"'),
    ]
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return [packed({"mimetype": mimetype, "content.xml": text, "META-INF/manifest.xml": "<a/>"}) for text in texts]


@pytest.mark.usefixtures("small_limits")
@pytest.mark.parametrize("data", written_otherwise(10**8), ids=["quotes", "prefix", "sign", "reference"])
def test_repeated_rows_are_counted_however_they_are_written(data: bytes) -> None:
    assert turned_away(data, "a.ods").code == "archive-too-large"


@pytest.mark.parametrize(
    "bait", ["<c ", '<c t="e" r="A1"><f>', '<c t="e" r="A1"><f>1</f>', '<c s="1" r="A1" ', "<c" + ' t="e"' * 9]
)
def test_marks_of_cells_are_looked_for_tag_by_tag(bait: str) -> None:
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>'
    parts = {"xl/worksheets/sheet1.xml": f"<worksheet><sheetData><row>{bait * 200_000}", "xl/styles.xml": styles}
    data = xlsx({"T": [["Alue"]]}, parts=parts)
    assert error_cells(data) == {}
    assert scaled_cells(data) == ({"T": {0: [(0, "%")] * 200_000}} if "s=" in bait else {})


def test_a_long_text_on_every_row_is_told_before_it_is_written_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keko.intake.read.limits._LEAST_TEXT", 1000)
    monkeypatch.setenv("KEKO_MAX_CELLS", "1000")
    years = [str(year) for year in range(1900, 2000)]
    values = ",".join(f'"{year}"' for year in years)
    px = f'TITLE="a";STUB="Alue";HEADING="Vuosi";VALUES("Alue")="Espoo {"x" * 300}";VALUES("Vuosi")={values};DATA={"1 " * 100};'
    categories = {"Alue": {"index": ["x" * 300]}, "Vuosi": {"index": years}}
    dimension = {name: {"category": category} for name, category in categories.items()}
    stat = {"class": "dataset", "id": list(categories), "size": [1, 100], "dimension": dimension, "value": [1] * 100}
    for data, name, code in (
        (px, "a.px", "too-much-text"),
        (json.dumps(stat), "a.json", "too-much-text"),
        (HEADER + f"Tuusula;2024;{'x' * 900}\n" * 30, "a.csv", "too-much-text"),
        (HEADER + "\n" * 30_000, "a.csv", "too-many-cells"),
    ):
        assert turned_away(data.encode(), name).code == code


@pytest.mark.parametrize("before", ["", "Hanko;2023;7\n" * 3])
def test_a_cell_of_more_than_a_million_signs_is_told_by_its_row(before: str) -> None:
    problem = turned_away(f"{HEADER}{before}Espoo;2024;{'1' * 1_000_001}\n".encode(), "a.csv")
    assert (problem.code, problem.row) == ("cell-too-long", 3 + before.count("\n"))


@pytest.mark.parametrize("column", ["Sukupuoli", "Ikä", "Luokka"])
def test_too_many_classes_are_told(understood: Understand, monkeypatch: pytest.MonkeyPatch, column: str) -> None:
    monkeypatch.setattr("keko.intake.arrange.row_keys.MOST_CLASSES", 2)
    told = refusal(understood, f"Kunta;Vuosi;{column};Arvo\nEspoo;2020;a;1\nEspoo;2020;b;1\nEspoo;2020;c;1\n")
    assert [(problem.code, "3" in problem.message.fi) for problem in told.problems] == [("too-many-classes", True)]


def test_the_more_figures_the_fewer_measures() -> None:
    assert most_measures(1000) == MOST_MEASURES
    assert 1 <= most_measures(6_000_000) < 100


def test_no_figure_that_can_be_read_is_told_and_not_compared(understood: Understand) -> None:
    result = understood("Kunta;Vuosi;Väestö (hlö)\nEspoo;2020;..\nHanko;2020;x\n").problems
    assert "not-a-number" in [problem.code for problem in result]


def test_blank_cells_that_a_program_repeats_are_no_cells() -> None:
    assert turned_away(repeated(1, 1), "a.ods").code == "no-header"


@pytest.mark.parametrize("text", [f"{'t' * 200_000}\nAlue;Vuosi;Arvo\nEspoo;2020;1\n", '"' * 1_000_000])
def test_a_header_beyond_all_measure_is_told_by_its_row(text: str) -> None:
    problem = turned_away(text.encode(), "a.csv")
    assert (problem.code, problem.row) == ("cell-too-long", 1)


def test_a_long_text_beside_the_figures_does_no_harm(understood: Understand) -> None:
    result = understood(f"Kunta;Vuosi;Arvo;Alue geometria\nTuusula;2024;1;{'x' * 200_000}\n")
    assert result.arranged.observations["value"].tolist() == [1]


@pytest.mark.parametrize(
    "code_page", ["undefined", "punycode", "utf-7", "unicode_escape", "idna", "rot13", "zlib_codec", ""]
)
def test_a_code_page_that_is_none_is_found_out(code_page: str) -> None:
    text = (
        f'CHARSET="ANSI";CODEPAGE="{code_page}";TITLE="Väestö";STUB="Alue";HEADING="Vuosi";'
        'VALUES("Alue")="Hämeenlinna";VALUES("Vuosi")="2020";DATA=1;'
    )
    table = read(text.encode("iso-8859-15"), "a.px", Mapping(), 10_000)
    assert (table.encoding, table.cells[0].to_list()) == ("iso-8859-1", ["Hämeenlinna"])


def test_too_many_areas_and_measures_are_told(understood: Understand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keko.intake.arrange.row_keys.MOST_AREAS", 2)
    told = refusal(understood, "Kunta;Vuosi;Arvo\nEspoo;2020;1\nHanko;2020;1\nLohja;2020;1\n")
    assert [problem.code for problem in told.problems] == ["too-many-areas"]
    monkeypatch.setattr("keko.intake.read.limits.MOST_MEASURES", 2)
    told = refusal(understood, "Kunta;Vuosi;Saajat;Menot;Jonot\nEspoo;2020;1;2;3\n")
    assert [problem.code for problem in told.problems] == ["too-many-measures"]


def test_what_never_ends_is_no_file(tmp_path: Path) -> None:
    pipe = tmp_path / "luvut.csv"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero"), tmp_path):
        with pytest.raises(WrongUse):
            content(path)


def test_a_file_far_too_large_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEKO_MAX_UPLOAD_MB", "1")
    path = tmp_path / "luvut.csv"
    with path.open("wb") as file:
        file.truncate(10**10)
    assert 1_000_000 < len(content(path)) < 10_000_000


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a\udcff.csv", "a?.csv"), ("a\n\x1b[2J.csv", "a??[2J.csv"), ("x" * 300, "x" * 200), ("ä ö.csv", "ä ö.csv")],
)
def test_the_name_of_a_file_can_be_kept_and_shown(name: str, shown: str) -> None:
    assert printable(name) == shown


@pytest.mark.parametrize("text", ["id: 2024-13-45", "[" * 20_000, "id: *nowhere", "id: a\n---\nid: b", "- a"])
def test_a_description_that_cannot_be_parsed_is_told(text: str) -> None:
    with pytest.raises(Refused):
        parsed(text)


@pytest.mark.parametrize("names", ["{fi: a}", "{fi: [a], sv: b, en: c}", "&a {fi: *a, sv: *a, en: *a}", "7"])
def test_names_of_a_model_that_are_none_are_told(names: str) -> None:
    with pytest.raises(Refused):
        read_description(Delivery(parsed(f"id: m\nnames: {names}"), []))
