"""The rows of a file as whoever made it knows them: row numbers, headers, sheets, what was passed over, what is wrong."""

import pytest

from keko.data.area_names import AreaNames
from keko.data.problems import Problem, Refused
from keko.intake.mappings import read_mapping
from keko.intake.preview import MOST_ROWS, Preview, preview
from keko.intake.recognise.header_repair import open_table
from keko.intake.understand import Steps, understand_table
from tests.intake.workbooks import Cell, xlsx


def previewed(data: bytes, name: str, names: AreaNames, answers: str = "") -> Preview:
    steps, problems, mapping = Steps(), list[Problem](), read_mapping(answers)
    try:
        opened = open_table(data, name, names, mapping, 10**7)
        problems = understand_table(opened, names, [], mapping, steps=steps).problems
    except Refused as refused:
        problems = refused.problems
    return preview(data, name, steps, problems, mapping)


def wrong(shown: Preview) -> dict[tuple[int, int | None], list[str]]:
    return {place: [problem.code for problem in problems] for place, problems in shown.problems.items()}


def test_a_text_keeps_the_numbers_of_its_rows_with_titles_blank_rows_cells_of_several_lines_and_notes(
    names: AreaNames,
) -> None:
    text = 'Tilasto\n\nKunta;Vuosi;Arvo\n"Espoo";2020;1\n\n"Hanko\n";2020;x\nSverige;2020;2\n\nLähde: oma\n'
    shown = previewed(text.encode(), "a.csv", names)
    assert [(row.label, row.cells[:1]) for row in shown.rows if row.cells] == [
        ("1", ("Tilasto",)), ("3", ("Kunta",)), ("4", ("Espoo",)), ("6", ("Hanko\n",)), ("7", ("Sverige",)), ("9", ("Lähde: oma",)),
    ]  # fmt: skip
    assert shown.columns == ("A", "B", "C")
    assert shown.roles == ("area", "time", "value")
    assert [row.number for row in shown.rows if row.is_header] == [3]
    assert wrong(shown) == {(6, 2): ["not-a-number"]}
    assert [(row.number, row.passed.en) for row in shown.rows if row.passed] == [
        (7, "other countries"),
        (9, "notes below the table"),
    ]


def test_a_row_that_was_left_out_says_so(names: AreaNames) -> None:
    shown = previewed(b"Kunta;Vuosi;Arvo\nEspoo;2020;1\nHanko;2020;x\n", "a.csv", names, "pass_over: {rows: [3]}")
    assert [row.passed and row.passed.en for row in shown.rows] == [None, None, "rows left out by choice"]


def test_a_workbook_shows_the_rows_of_its_sheet(names: AreaNames) -> None:
    rows: list[list[Cell]] = [
        ["Tilasto"],
        [],
        ["", "Kunta", "Vuosi", "Arvo"],
        ["", "Espoo", 2020, 1],
        ["", "Hankko", 2020, 2],
    ]
    shown = previewed(xlsx({"Kansi": [["Kansi"]], "Luvut": rows}), "a.xlsx", names)
    assert wrong(shown) == {(5, 1): ["unknown-area"]}
    assert [row.label for row in shown.rows] == ["1", "2", "3", "4", "5"]
    assert [row.is_refused for row in shown.rows] == [False, False, False, False, True]


def test_sheets_read_one_below_another_keep_their_own_row_numbers(names: AreaNames) -> None:
    def sheet(last: Cell) -> list[list[Cell]]:
        return [["Kunta", "Arvo"], ["Espoo", 1], ["Lohja", 3], ["Hanko", last]]

    shown = previewed(xlsx({"2022": sheet(2), "2023": sheet("x")}), "a.xlsx", names)
    assert [(row.sheet, row.label) for row in shown.rows][4:] == [("2023", number) for number in "1234"]
    assert wrong(shown) == {(8, 1): ["not-a-number"]}


def test_of_a_workbook_whose_sheet_is_asked_the_first_rows_of_each_are_shown(names: AreaNames) -> None:
    body: list[list[Cell]] = [["Espoo", 1990 + n, n] for n in range(30)]
    rows: list[list[Cell]] = [["Kunta", "Vuosi", "Arvo"], *body]
    shown = previewed(xlsx({"Yksi": rows, "Kaksi": [[*row, "z"] for row in rows]}), "a.xlsx", names)
    assert [row.sheet for row in shown.rows].count("Kaksi") == 10


@pytest.mark.parametrize("places", [[900], list(range(100, 900, 20))])
def test_of_a_large_file_only_what_is_around_the_problems_is_shown(places: list[int], names: AreaNames) -> None:
    lines = [f"Espoo;{1900 + n // 12}M{n % 12 + 1:02};{'x' if n in places else n}" for n in range(1000)]
    shown = previewed(("Kunta;Vuosi;Arvo\n" + "\n".join(lines) + "\n").encode(), "a.csv", names)
    assert len(shown.rows) <= MOST_ROWS
    assert sum(row.skipped for row in shown.rows) + len(shown.rows) + shown.rest == 1001
    assert (places[0] + 2, 2) in shown.problems


def test_a_format_without_rows_of_its_own_shows_what_was_made_of_it(names: AreaNames) -> None:
    shown = previewed(
        b'[{"Kunta": "Espoo", "Vuosi": 2020, "Arvo": 1}, {"Kunta": "Hankko", "Vuosi": 2020, "Arvo": 2}]',
        "a.json",
        names,
    )
    assert shown.columns == ("Kunta", "Vuosi", "Arvo")
    (place,) = wrong(shown)
    assert {row.number: row.cells[0] for row in shown.rows}[place[0]] == "Hankko"


def test_a_column_that_was_computed_has_no_cell_and_a_file_that_cannot_be_read_no_rows(names: AreaNames) -> None:
    key = "freq,geo\\TIME_PERIOD\t2020 \nA,FI\t5 x\n".replace(" x", "")
    assert previewed(key.encode(), "a.tsv", names).rows
    assert previewed(b"\x00\x01\x02", "a.csv", names) == Preview()
