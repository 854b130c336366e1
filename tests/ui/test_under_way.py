"""Which events are told as under way."""

from datetime import date

import pytest

from keko.data.text import Text
from keko.room.events import Event
from keko.ui.overview.queries import is_under_way


@pytest.mark.parametrize(
    ("begun", "is_told"),
    [(date(2026, 11, 30), True), (date(2025, 12, 1), True), (date(2022, 5, 1), False), (date(2026, 12, 1), False)],
)
def test_an_action_among_the_events_is_under_way_for_a_year(begun: date, is_told: bool) -> None:
    event = Event("team", begun, "action", Text.same("Team"))
    assert is_under_way(event, date(2026, 11, 30)) == is_told
