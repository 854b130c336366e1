"""The words of limits of ordinary variation."""

from keko.data.text import Text

PROPOSED = Text(
    "Taso näyttää muuttuneen tämän jälkeen: {name} {day}. Tavanomaisen vaihtelun voi laskea uudelleen siitä alkaen.",
    "Nivån tycks ha ändrats efter detta: {name} {day}. Den vanliga variationen kan räknas om från den dagen.",
    "The level seems to have changed after this: {name} {day}. Ordinary variation can be recalculated from then on.",
)
ACCEPTED = Text(
    "Tavanomainen vaihtelu on laskettu uudelleen alkaen {day} ({name}). Hyväksynyt: {by} {at}.",
    "Den vanliga variationen har räknats om från {day} ({name}). Godkänt av: {by} {at}.",
    "Ordinary variation has been recalculated from {day} ({name}). Approved by: {by}, {at}.",
)
