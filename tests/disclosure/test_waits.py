"""A median's number of persons and the classes that it is told from are the same persons to disclosure control."""

import pandas as pd

from keko.disclosure.links import relations
from keko.disclosure.protect import protect_together
from keko.disclosure.tables import Table
from tests.data.figures import KEUSOTE, areas_of, every_area, protected, rows

WAIT = protected("delay", "median", wait={"classes": "delay-classes"})
CLASSES = protected("delay-classes", "count")


def tables(few: int) -> list[Table]:
    """Of each municipality its persons by class, and the median of the same persons; the county's too."""
    persons = {code: (30 + 3 * n, 20 + 2 * n) for n, code in enumerate(KEUSOTE)} | {"KU186": (few, 0)}
    persons["HVA02"] = (sum(short for short, _ in persons.values()), sum(long for _, long in persons.values()))
    cells = [
        {"area": code, "breakdown": breakdown, "value": number}
        for code, (short, long) in persons.items()
        for breakdown, number in (("days:0-7", short), ("days:8-", long), ("total", short + long))
    ]
    medians = [
        {"area": code, "value": 5, "denominator": short + long, "q1": 2, "q3": 9}
        for code, (short, long) in persons.items()
    ]
    return [Table.of(CLASSES, rows(*cells)), Table.of(WAIT, rows(*medians))]


def test_they_are_bound_together_by_the_catalogue() -> None:
    assert ("delay", ("delay-classes",)) in [(own.whole, own.parts) for own in relations(tables(40))]


def test_no_number_beside_a_median_gives_away_a_class() -> None:
    classes, medians = (release.observations for release in protect_together(tables(3), every_area()))
    totals = classes[classes["breakdown"] == "total"]
    hidden = areas_of(totals, status="hidden")
    assert "KU186" in hidden
    assert len(hidden) > 1
    assert areas_of(medians, status="hidden") == hidden
    gone = medians.loc[medians["status"] == "hidden", ["value", "denominator", "q1", "q3"]]
    assert isinstance(gone, pd.DataFrame)
    assert gone.isna().all(axis=None)
