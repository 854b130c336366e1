"""One decimal mark a file; where the file leaves it open it is asked for, never guessed."""

import pandas as pd
import pytest

from keko.intake.values.decimals import decimal_of, settled_decimal
from keko.intake.values.distinct import Distinct
from keko.intake.values.numbers import Numbers


def numbers(*texts: str, name: str = "Arvo") -> Numbers:
    return Numbers.of(name, Distinct.of(pd.Series(texts, index=range(2, 2 + len(texts)), dtype="str")))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [(["1,5", "2"], ","), (["1.5", "2"], "."), (["1", ".."], None), (["0,123", "1,234"], ","), (["1,234", "1,2"], ",")],
)
def test_what_a_column_tells(texts: list[str], expected: str | None) -> None:
    assert decimal_of([numbers(*texts)]) == (expected, [])


def test_both_marks_are_read_where_no_number_can_be_thousands() -> None:
    decimal, (problem,) = decimal_of([numbers("1,5", "2,5", "3.5", "4,5")])
    assert decimal == ","
    assert (problem.row, problem.column, problem.code) == (4, "Arvo", "decimals-both-read")
    assert (problem.severity, "3.5" in problem.message.fi) == ("warning", True)


def test_both_marks_in_different_columns() -> None:
    _, (problem,) = decimal_of([numbers("1,5", "2,5", name="A"), numbers("1.5", "2.123", name="B")])
    assert (problem.row, problem.column, problem.code) == (2, "B", "decimals-both-read")


def test_only_an_answer_that_can_be_true_is_offered() -> None:
    decimal, (problem,) = decimal_of([numbers("1,5", "2.345")])
    assert (decimal, problem.row, problem.code) == (None, 3, "mixed-decimals")
    assert 'decimal: ","' in problem.message.en
    column = Distinct.of(pd.Series(["1,5", "2.345"], index=[2, 3], dtype="str"))
    assert Numbers.of("Arvo", column, decimal=",").values.tolist() == [1.5, 2345]


def test_no_answer_is_offered_where_none_can_be_true() -> None:
    _, (problem,) = decimal_of([numbers("1,5", "7.5", "2.345")])
    assert (problem.row, problem.code) == (4, "decimals-at-odds")


@pytest.mark.parametrize(
    "texts", [["950", "1,234", "12,345"], ["692", "148.622"], ["19.511", "148.622"], ["1,234", "1.234"]]
)
def test_marks_that_may_group_thousands(texts: list[str]) -> None:
    _, (problem,) = decimal_of([numbers(*texts)])
    assert problem.code == "unclear-decimals"


@pytest.mark.parametrize(
    ("texts", "typed", "by_comma", "asked"),
    [
        (["692", "148.622"], True, False, False),
        (["692", "148.622"], False, True, True),
        (["19.511", "148.622"], False, True, False),
        (["0.511", "148.622"], False, False, False),
        (["148.62", "148.622"], False, False, False),
    ],
)
def test_points_of_numbers_and_of_comma_separated_texts(
    texts: list[str], typed: bool, by_comma: bool, asked: bool
) -> None:
    assert bool(decimal_of([numbers(*texts)], typed, by_comma)[1]) == asked


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["1.234,5", "2.345"], ","),
        (["1,234.5", "2,345"], "."),
        (["1.234.567", "692"], ","),
        (["1,234,567", "2,345"], "."),
        (["1.234,5", "7.5"], None),
        (["1.234,5", "1,234.5"], None),
        (["1,5"], None),
    ],
)
def test_numbers_that_leave_no_doubt(texts: list[str], expected: str | None) -> None:
    assert settled_decimal([numbers(*texts)]) == expected
