"""Ages put together from single years."""

import pytest

from keko.data.problems import Refused
from keko.sources.age_groups import age_groups, summed
from keko.sources.json_stat import Cell
from keko.sources.pxweb import TableDescription, read_description
from tests.sources.source import population_table


def table(ages: int = 22) -> TableDescription:
    return read_description(population_table(ages=ages), "11re")


def test_spans_are_the_years_in_them_and_all_is_the_total() -> None:
    groups = age_groups(table(), ["all", "17", "15-17", "20-21"], "11re")
    assert groups.codes == {
        "Yhteensä": ("SSS",),
        "17": ("017",),
        "15-17": ("015", "016", "017"),
        "20-21": ("020", "021"),
    }
    assert groups.asked == ["SSS", "017", "015", "016", "020", "021"]


@pytest.mark.parametrize("span", ["20-24", "99"])
def test_ages_that_the_table_lacks_are_refused(span: str) -> None:
    with pytest.raises(Refused, match=f"Ikä = {span}"):
        age_groups(table(), [span], "11re")


def test_sums_are_of_every_year_or_not_at_all() -> None:
    groups = age_groups(table(), ["15-16", "17", "16-17"], "11re")
    cells = [
        Cell(("KU049", "015"), "10"),
        Cell(("KU049", "016"), "20"),
        Cell(("KU049", "017"), "30"),
        Cell(("KU043", "015"), "1"),
        Cell(("KU043", "016"), "..."),
        Cell(("KU043", "017"), "3"),
    ]
    assert {cell.at: cell.text for cell in summed(cells, 1, groups)} == {
        ("KU049", "15-16"): "30",
        ("KU049", "17"): "30",
        ("KU049", "16-17"): "50",
        ("KU043", "15-16"): "...",
        ("KU043", "17"): "3",
        ("KU043", "16-17"): "...",
    }
