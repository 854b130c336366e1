"""Files made to do harm: none of it reaches a spreadsheet, a browser or the file system."""

import csv
from io import StringIO

import pytest

from keko.data.problems import Refused
from keko.ui.workbench.findings import problem_table, problems_as_csv
from tests.intake.conftest import Understand

FORMULAS = ['=HYPERLINK("http://example.org")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1"]
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
