"""One decimal mark a file; where the file leaves it open it is asked for, never guessed."""

import pandas as pd
import pytest

from keko.intake.values.decimals import decimal_of
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


def test_both_marks_show_the_rarer() -> None:
    decimal, (problem,) = decimal_of([numbers("1,5", "2,5", "3.5", "4,5")])
    assert decimal is None
    assert (problem.row, problem.column, problem.code) == (4, "Arvo", "mixed-decimals")
    assert "3.5" in problem.message.fi


def test_both_marks_in_different_columns() -> None:
    _, (problem,) = decimal_of([numbers("1,5", "2,5", name="A"), numbers("1.5", "2", name="B")])
    assert (problem.row, problem.column, problem.code) == (2, "B", "mixed-decimals")


def test_commas_that_may_group_thousands() -> None:
    _, (problem,) = decimal_of([numbers("950", "1,234", "12,345")])
    assert (problem.row, problem.code) == (3, "unclear-decimals")
