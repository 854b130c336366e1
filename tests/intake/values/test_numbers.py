"""Numbers as files write them."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.intake.values.distinct import Distinct
from keko.intake.values.numbers import Numbers, is_marker, is_number, parse


def texts(*given: str) -> "pd.Series[str]":
    return pd.Series(given, dtype="str")


def value(text: str, **options: str) -> float:
    return float(parse(texts(text), **options)["value"].iloc[0])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", 12),
        ("-2,5", -2.5),
        ("+0.3", 0.3),
        ("1 234", 1234),
        ("1\u00a0234\u00a0567,8", 1234567.8),
        ("12\u202f345", 12345),
        ("−3,1", -3.1),
        (",5", 0.5),
        ("1e3", 1000),
        ("45,3 %", 45.3),
        ("45%", 45),
        ("98 500 €", 98500),
        ("98,5 t€", 98500),
        ("1,2 milj. €", 1_200_000),
        ("12'345", 12345),
        ("9.4 b", 9.4),
    ],
)
def test_written_numbers(text: str, expected: float) -> None:
    assert value(text) == expected
    assert is_number(text)


@pytest.mark.parametrize(
    "text", ["abc", "12a", "1 2", "1 23 456", "inf", "nan", "1,2,3", "1.2.3", ",", "+", "%", "12 %%", "1O"]
)
def test_not_numbers(text: str) -> None:
    frame = parse(texts(text))
    assert frame[["value", "marker"]].isna().all(axis=None)
    assert not is_number(text)


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("", "missing at source", "not published"),
        ("..", "missing at source", "not published"),
        (":", "missing at source", "not published"),
        ("-", "missing at source", "not published"),
        ("n/a", "missing at source", "not published"),
        (".", "not applicable", "not applicable"),
        ("...", "hidden", "hidden at source"),
        ("…", "hidden", "hidden at source"),
        ("<5", "hidden", "hidden at source"),
        ("≤ 4", "hidden", "hidden at source"),
        ("alle 5", "hidden", "hidden at source"),
    ],
)
def test_missing_markers(text: str, status: str, reason: str) -> None:
    frame = parse(texts(text))
    assert frame["value"].isna().all()
    assert list(frame["status"]) == [status]
    assert list(frame["reason"]) == [reason]
    assert is_marker(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [("8,3*", "preliminary"), ("8 p", "preliminary"), ("8 e", "estimated"), ("13.5 u", "below quality")],
)
def test_flags_are_statuses(text: str, status: str) -> None:
    assert list(parse(texts(text))["status"]) == [status]


def test_other_markers_only_when_declared() -> None:
    assert value("-1") == -1
    frame = parse(texts("-1", "xx", "5"), missing=("-1", "xx"))
    assert list(frame["marker"].fillna("")) == ["-1", "xx", ""]
    assert list(frame["value"].notna()) == [False, False, True]


def test_a_declared_mark_leaves_the_other_to_thousands() -> None:
    assert value("1,234.5", decimal=".") == 1234.5
    assert value("1.234.567", decimal=",") == 1234567
    assert math.isnan(value("12,5", decimal="."))


def test_a_column_counts_its_markers_and_places_its_problems() -> None:
    column = pd.Series(["1", "..", "x", "..", " x "], index=[3, 4, 5, 6, 7], dtype="str")
    numbers = Numbers.of("Arvo", Distinct.of(column))
    assert numbers.markers == {"..": 2}
    assert [(problem.row, problem.column, problem.code) for problem in numbers.problems()] == [
        (5, "Arvo", "not-a-number"),
        (7, "Arvo", "not-a-number"),
    ]
    assert numbers.values[0] == 1


@given(
    st.decimals(min_value=-(10**12), max_value=10**12, places=3),
    st.sampled_from(",."),
    st.sampled_from(["", " ", "\u00a0", "\u202f"]),
    st.sampled_from("-−"),
)
def test_round_trip(number: object, mark: str, space: str, minus: str) -> None:
    text = f"{number:,}".replace(",", "_").replace(".", mark).replace("_", space).replace("-", minus)
    assert value(text) == float(str(number))


@given(st.lists(st.text(max_size=12)))
def test_any_text_is_a_number_a_marker_or_neither(given_texts: list[str]) -> None:
    frame = parse(pd.Series([text.strip() for text in given_texts], dtype="str"))
    assert len(frame) == len(given_texts)
    assert not (frame["value"].notna() & frame["marker"].notna()).any()
    assert not frame["value"].isin([float("inf"), float("-inf")]).any()


@pytest.mark.parametrize("text", ["1–4", "1-4", "0 - 4"])
def test_a_range_of_small_counts_is_hidden_at_its_source(text: str) -> None:
    frame = parse(texts(text, "12"))
    assert frame["status"].fillna("").to_list() == ["hidden", ""]
    assert not is_marker(text)  # in a column of words it is an age


def test_comma_and_point_in_one_number_are_asked_about() -> None:
    assert parse(texts("1.234,5", "1,234.5", "12,5"))["two_marks"].to_list() == [True, True, False]
    assert value("1.234,5", decimal=",") == value("1,234.5", decimal=".") == 1234.5
