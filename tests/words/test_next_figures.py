"""A decision tells when the next figures are due, and that they are late where that day has passed."""

from datetime import date

import pytest

from keko.room.frozen import Figure
from keko.room.meetings import Decision
from keko.room.receipt import Became
from keko.room.then_and_now import ThenAndNow
from keko.words.meeting_sentences import became_in_words
from tests.data.figures import item, point

FIGURE = Figure("share", "HVA02", "total", "total", "", "Osuus", "12,0 %", {"period": "2024"})


@pytest.mark.parametrize(
    ("today", "told"), [(date(2026, 1, 1), "seuraavat noin 1.3.2026"), (date(2026, 4, 1), "ne ovat myöhässä")]
)
def test_a_day_that_has_passed_is_late_and_not_next(today: date, told: str) -> None:
    decision = Decision("d", "m", "Jatketaan", "Johtaja", figure=FIGURE, meant="higher")
    none_yet = ThenAndNow("no new figures", point(12.0, "2024"), next_due=date(2026, 3, 1))
    assert told in became_in_words(Became(decision, none_yet, item()), today, "fi").lower()
