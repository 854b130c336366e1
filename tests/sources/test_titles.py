"""Titles as sources write them: what may differ, and what may not."""

import pytest

from keko.data.problems import Refused
from keko.sources.titles import check_coded_title

EMPLOYMENT = ["Työllisyysaste", "18–64-vuotiaiden työllisyysaste"]


@pytest.mark.parametrize(
    "title",
    [
        "Työllisyysaste",
        "Työllisyysaste, %",
        "Työllisyysaste (18–64-vuotiaat), %",
        "Työllisyysaste, 18-64 -vuotiaat",
        "18–64-vuotiaiden työllisyysaste, %",
    ],
)
def test_a_coded_title_may_leave_out_its_unit_and_its_own_ages(title: str) -> None:
    check_coded_title(title, EMPLOYMENT, "18–64", "115x")


@pytest.mark.parametrize(
    "title",
    [
        "Työllisyysaste, 15–64-vuotiaat",
        "20–64-vuotiaiden työllisyysaste",
        "Työttömyysaste",
        "Työllisyysasteen muutos, %",
    ],
)
def test_other_ages_or_another_figure_are_refused(title: str) -> None:
    with pytest.raises(Refused, match=title):
        check_coded_title(title, EMPLOYMENT, "18–64", "115x")


def test_ages_that_are_the_figure_itself_stay() -> None:
    check_coded_title("15–64-vuotiaiden osuus, %", ["15–64-vuotiaiden osuus, %"], None, "11ra")
    with pytest.raises(Refused):
        check_coded_title("20–64-vuotiaiden osuus, %", ["15–64-vuotiaiden osuus, %"], None, "11ra")
