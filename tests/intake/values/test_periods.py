"""Periods as files write them."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.data.periods import is_period
from keko.intake.values.distinct import Distinct
from keko.intake.values.periods import read_period, read_periods, slash_means_month


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", "2024"),
        ("2024.0", "2024"),
        ("2024M01", "2024-01"),
        ("2024m1", "2024-01"),
        ("2024Q1", "2024-Q1"),
        ("2024-Q3", "2024-Q3"),
        ("2024K4", "2024-Q4"),
        ("Q2/2024", "2024-Q2"),
        ("202412", "2024-12"),
        ("2024-01", "2024-01"),
        ("2024/1", "2024-01"),
        ("01/2024", "2024-01"),
        ("12.2024", "2024-12"),
        ("2023-01-01/P1Y", "2023"),
        ("2023-04-01/P3M", "2023-Q2"),
        ("2023-11-01T00:00:00/P1M", "2023-11"),
        (" 2023 ", "2023"),
        ("2024K1", "2024-Q1"),
        ("tammikuu 2020", "2020-01"),
        ("tammikuussa 2020", "2020-01"),
        ("januari 2020", "2020-01"),
        ("January 2020", "2020-01"),
        ("2020 December", "2020-12"),
        ("Sept. 2020", "2020-09"),
        ("maj 2020", "2020-05"),
        ("2006/07", "2006"),
        ("2006/2007", "2006"),
        ("1999/00", "1999"),
        ("2006/06", "2006-06"),
        ("I/2024", "2024-Q1"),
        ("2024 III nelj.", "2024-Q3"),
        ("IV neljännes 2024", "2024-Q4"),
        ("1. vuosineljännes 2024", "2024-Q1"),
        ("2:a kvartalet 2024", "2024-Q2"),
        ("kvartal 3 2024", "2024-Q3"),
        ("1st quarter 2024", "2024-Q1"),
        ("2024 kv 2", "2024-Q2"),
        ("tammik. 2024", "2024-01"),
        ("2024 syysk.", "2024-09"),
        ("helmi 2024", "2024-02"),
        ("febr. 2024", "2024-02"),
        ("Jan-24", "2024-01"),
        ("tammi.24", "2024-01"),
        ("sept-99", "1999-09"),
        ("1.1.2024 - 31.12.2024", "2024"),
        ("1.4.–30.6.2024", "2024-Q2"),
        ("2024-01-01/2024-02-01", "2024-01"),
    ],
)
def test_written_periods(text: str, expected: str) -> None:
    period = read_period(text)
    assert period is not None
    assert period == (expected, False)


def test_an_asterisk_is_preliminary() -> None:
    assert read_period("2023*") == ("2023", True)
    assert read_period("2024M05 *") == ("2024-05", True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "1492",
        "2024M13",
        "202413",
        "2019-2020",
        "31.12.2023",
        "2023-02-01/P1Y",
        "Population 2020",
        "x",
        "i 2024",
        "24-jan",
        "1.1.2023–31.12.2024",
        "15.1.–14.2.2024",
        "2024-01-01/2024-01-01",
        "V/2024",
    ],
)
def test_not_periods(text: str) -> None:
    assert read_period(text) is None


def test_unknown_ones_are_told_once_where_they_stand_first() -> None:
    column = Distinct.of(pd.Series(["2020", "kesä", "kesä", "2021*"], index=[2, 3, 4, 5], dtype="str"))
    periods, preliminary, problems = read_periods(column, "Vuosi")
    assert list(periods.fillna("")) == ["2020", "", "", "2021"]
    assert list(preliminary) == [False, False, False, True]
    assert [(problem.row, problem.column, problem.code) for problem in problems] == [(3, "Vuosi", "unknown-period")]


@given(
    st.integers(1800, 2199),
    st.integers(1, 12),
    st.sampled_from(["{y}M{m:02}", "{y}{m:02}", "{y}-{m:02}", "{m:02}/{y}"]),
)
def test_months_round_trip(year: int, month: int, form: str) -> None:
    assert read_period(form.format(y=year, m=month)) == (f"{year}-{month:02}", False)


@given(st.text(max_size=20))
def test_what_is_read_is_a_period(text: str) -> None:
    period = read_period(text)
    assert period is None or is_period(period.text)


def test_a_school_year_is_its_first_year_and_that_is_told() -> None:
    column = Distinct.of(pd.Series(["2006/07", "2007/08", "2007/08"], index=[2, 3, 4], dtype="str"))
    periods, _, problems = read_periods(column, "Lukuvuosi")
    assert list(periods) == ["2006", "2007", "2007"]
    assert [(problem.row, problem.column, problem.code, problem.severity) for problem in problems] == [
        (2, "Lukuvuosi", "school-year", "info")
    ]


def test_months_behind_a_slash_are_months_in_the_whole_column() -> None:
    column = Distinct.of(pd.Series(["2006/06", "2006/07", "2006/08"], index=[2, 3, 4], dtype="str"))
    periods, _, problems = read_periods(column, "Kuukausi")
    assert (list(periods), problems) == (["2006-06", "2006-07", "2006-08"], [])
    assert slash_means_month(["2006/06", "2006/07"])
    assert not slash_means_month(["2006/07", "2007/08*"])
