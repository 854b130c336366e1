"""Sexes and ages that stand in headers."""

import pytest

from keko.intake.recognise.header_dimensions import spread
from keko.intake.values.headings import heading


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        (["Miehet", "Naiset", "Yhteensä"], [("", "male", ""), ("", "female", ""), ("", "total", "")]),
        (["Män", "Kvinnor"], [("", "male", ""), ("", "female", "")]),
        (["Men", "Women"], [("", "male", ""), ("", "female", "")]),
        (
            ["Työttömät, miehet", "Työttömät (naiset)", "Työttömät yhteensä", "Väkiluku"],
            [("Työttömät", "male", ""), ("Työttömät", "female", ""), ("Työttömät", "total", ""), ("Väkiluku", "", "")],
        ),
        (["Miehet 2020", "Naiset 2021"], [("", "male", ""), ("", "female", "")]),
        (["15-24", "25–34-vuotiaat", "Yhteensä"], [("", "", "15-24"), ("", "", "25-34"), ("", "", "total")]),
        (
            ["Miehet 15-24", "Naiset 15-24", "Miehet 25-34"],
            [("", "male", "15-24"), ("", "female", "15-24"), ("", "male", "25-34")],
        ),
        (["Miehet", "Työttömät"], [("Miehet", "", ""), ("Työttömät", "", "")]),
        (["Väkiluku yhteensä", "Työttömät"], [("Väkiluku yhteensä", "", ""), ("Työttömät", "", "")]),
        (
            ["Työllisyysaste (15–64)", "Työllisyysaste (18–64)"],
            [("Työllisyysaste (15–64)", "", ""), ("Työllisyysaste (18–64)", "", "")],
        ),
    ],
)
def test_columns_that_differ_by_sex_or_age_are_one_measure(
    headers: list[str], told: list[tuple[str, str, str]]
) -> None:
    found = spread([heading(header) for header in headers], sexes=True, ages=True)
    assert [(one.name, one.sex, one.age) for one in found] == told


def test_a_column_of_its_own_is_believed() -> None:
    headings = [heading("Miehet"), heading("Naiset")]
    assert spread(headings, sexes=False, ages=True) == headings
