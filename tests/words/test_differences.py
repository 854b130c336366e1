"""An interval as it is written tells what the verdict tells: rounding never hides whether it holds nought."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.config import LANGUAGES
from keko.indicators.comparing.comparison import Comparison, Verdict
from keko.words.differences import difference_as_shown, is_rounded_apart, limit_decimals, limits_in_words

MINUS = "\N{MINUS SIGN}"
limit = st.floats(-1e4, 1e4).filter(lambda value: value == 0 or abs(value) > 1e-4)


def compared(lower: float | None, upper: float | None, verdict: Verdict = "better", own: float = 3.0) -> Comparison:
    return Comparison("x", "HVA02", "HVA15", verdict, "2024", own, 0.0, lower, upper)


@pytest.mark.parametrize(
    ("lower", "upper", "fi", "en"),
    [
        (-4.0, -2.0, f"{MINUS}4,0 … {MINUS}2,0", f"{MINUS}4.0 … {MINUS}2.0"),
        (0.02, 0.31, "+0,02 … +0,31", "+0.02 … +0.31"),
        (-0.02, 0.31, f"{MINUS}0,02 … +0,31", f"{MINUS}0.02 … +0.31"),
        (-0.9, -0.004, f"{MINUS}0,900 … {MINUS}0,004", f"{MINUS}0.900 … {MINUS}0.004"),
        (0.0, 0.3, "0,0 … +0,3", "0.0 … +0.3"),
        (None, None, "", ""),
    ],
)
def test_the_interval_of_a_difference(lower: float | None, upper: float | None, fi: str, en: str) -> None:
    found = compared(lower, upper)
    assert [limits_in_words(found, 1, language) for language in LANGUAGES] == [fi, fi, en]


@given(limit, limit, st.integers(0, 3))
def test_an_interval_is_written_as_excluding_nought_where_it_does(one: float, other: float, decimals: int) -> None:
    lower, upper = sorted((one, other))
    places = limit_decimals(lower, upper, decimals)
    written = [round(value, places) for value in (lower, upper)]
    assert (written[0] > 0 or written[1] < 0) == (lower > 0 or upper < 0)
    assert places >= decimals


def test_a_real_difference_never_reads_as_nought() -> None:
    assert difference_as_shown(compared(0.01, 0.07, "better", 0.04), 1, "fi") == "+0,04"
    assert difference_as_shown(compared(-0.01, 0.07, "no difference", 0.04), 1, "fi") == "0,0"
    assert not re.search("[1-9]", difference_as_shown(compared(0, 0, "no difference", 0.0), 1, "fi"))


@pytest.mark.parametrize(
    ("own", "benchmark", "apart"), [(8.94, 8.76, True), (8.94, 8.84, False), (0.3, 0.1, False), (None, 0.1, False)]
)
def test_a_difference_of_exact_figures_is_known_from_that_of_rounded_ones(
    own: float | None, benchmark: float, apart: bool
) -> None:
    """8.94 and 8.76 read 8.9 and 8.8, but differ by 0.18, which reads 0.2."""
    found = Comparison("x", "HVA02", "HVA15", "better", "2024", own, benchmark)
    assert is_rounded_apart(found, 1) is apart
