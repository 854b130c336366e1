"""First and last days in two columns."""

import pytest

from keko.intake.values.intervals import interval_places, is_last

DAYS = [["Akaa"], ["2024-01-01"], ["2024-12-31", ""], ["5"]]


@pytest.mark.parametrize(
    ("first", "last"),
    [("date_from", "date_to"), ("Alkupäivä", "Loppupäivä"), ("Från och med", "Till och med"), ("start", "end date")],
)
def test_days_under_words_for_first_and_last(first: str, last: str) -> None:
    assert interval_places(["Kunta", first, last, "Arvo"], DAYS.__getitem__) == (1, 2)
    assert is_last(last)
    assert not is_last(first)


def test_from_and_to_are_no_days_by_their_words_alone() -> None:
    assert interval_places(["from", "to"], lambda _: ["Espoo"]) is None
    assert interval_places(["from", "to", "date_to"], lambda _: ["2024-01-01"]) is None
    assert interval_places(["from"], lambda _: ["2024-01-01"]) is None
