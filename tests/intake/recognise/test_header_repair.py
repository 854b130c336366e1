"""Headers that are a cell too long, a cell too short, or missing."""

from collections.abc import Callable

import pytest

from keko.data.area_names import AreaNames
from keko.data.problems import Refused
from keko.intake.mappings import read_mapping
from keko.intake.recognise.header_repair import Opened, open_table

Open = Callable[..., Opened]

MUNICIPALITIES = ["Espoo", "Vantaa", "Hanko", "Lohja", "Turku", "Tampere", "Oulu", "Kerava", "Sipoo", "Vihti", "Kotka"]


@pytest.fixture(scope="module")
def opened(names: AreaNames) -> Open:
    def run(text: str, mapping: str = "") -> Opened:
        return open_table(text.encode(), "a.csv", names, read_mapping(mapping), 1_000_000)

    return run


def codes(repaired: Opened) -> list[tuple[int | None, str, str]]:
    return [(problem.row, problem.code, problem.severity) for problem in repaired.problems]


def test_a_header_without_a_cell_for_the_row_names(opened: Open) -> None:
    repaired = opened("Alue;Vuosi;Arvo\n1;Espoo;2020;5\n2;Vantaa;2021;6\n")
    assert repaired.table.header == ["", "Alue", "Vuosi", "Arvo"]
    assert codes(repaired) == [(1, "header-shifted", "info")]
    assert repaired.table.cells.index.to_list() == [2, 3]


def test_a_header_without_a_cell_for_the_values(opened: Open) -> None:
    repaired = opened("Otsikko\nAlue;Vuosi\nEspoo;2020;5\nVantaa;2021;6\n")
    assert repaired.table.header == ["Alue", "Vuosi", "Arvo"]
    assert (codes(repaired), repaired.table.titles) == ([(2, "header-shifted", "info")], ["Otsikko"])


def test_a_header_with_a_cell_too_many(opened: Open) -> None:
    repaired = opened(";Alue;Vuosi;Arvo\nEspoo;2020;5\nVantaa;2021;6\n")
    assert repaired.table.header == ["Alue", "Vuosi", "Arvo"]
    assert codes(repaired) == [(1, "header-shifted", "info")]
    last = opened("Alue;Vuosi;Arvo;Huom\nEspoo;2020;5\nVantaa;2021;6\n")
    assert (last.table.header[:3], last.problems) == (["Alue", "Vuosi", "Arvo"], [])


@pytest.mark.parametrize(
    ("text", "row", "code"),
    [
        ("Alue;Vuosi;Arvo\nEspoo;2020;5\nVantaa;2021;6;7\n", 3, "ragged-row"),
        ("Alue;Vuosi;Arvo\nEspoo;2020;5;x\nVantaa;2021;6;7\n", 2, "ragged-row"),
        ("Espoo;2015;468\nVantaa;2015;469\n", 1, "no-header"),
    ],
)
def test_what_is_not_certain_stays_refused(opened: Open, text: str, row: int, code: str) -> None:
    with pytest.raises(Refused) as refused:
        opened(text)
    assert [(problem.row, problem.code) for problem in refused.value.problems] == [(row, code)]


def test_columns_without_headers_are_named_by_what_they_hold(opened: Open) -> None:
    repaired = opened("".join(f"{name};2015;miehet;{place * 10}\n" for place, name in enumerate(MUNICIPALITIES)))
    assert repaired.table.header == ["Alue", "Ajankohta", "Sukupuoli", "Arvo"]
    assert (codes(repaired), repaired.table.cells.index[0]) == ([(None, "names-generated", "info")], 1)


@pytest.mark.parametrize(
    "line",
    [
        "{name};2015;{value};{other}",  # which is the value?
        "{name};2015;2016;{value}",  # which is the period?
        "{name}x;2015;{value}",  # no areas
        "{name};{value}",  # no period
    ],
)
def test_doubt_keeps_a_file_without_headers_refused(opened: Open, line: str) -> None:
    rows = [line.format(name=name, value=900 + at, other=50 - at) for at, name in enumerate(MUNICIPALITIES)]
    with pytest.raises(Refused) as refused:
        opened("\n".join(rows))
    assert [problem.code for problem in refused.value.problems] == ["no-header"]
