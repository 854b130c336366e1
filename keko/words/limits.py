"""The words of limits of ordinary variation."""

from keko.data.text import Text

PROPOSED = Text(
    "Taso näyttää muuttuneen tämän jälkeen: {event} {day}. Tavanomaisen vaihtelun voi laskea uudelleen siitä alkaen.",
    "Nivån tycks ha ändrats efter detta: {event} {day}. Den vanliga variationen kan räknas om från den dagen.",
    "The level seems to have changed after this: {event} {day}. Ordinary variation can be recalculated from then on.",
)
ACCEPTED = Text(
    "Tavanomainen vaihtelu on laskettu uudelleen alkaen {day} ({event}). Hyväksynyt: {by} {at}.",
    "Den vanliga variationen har räknats om från {day} ({event}). Godkänt av: {by} {at}.",
    "Ordinary variation has been recalculated from {day} ({event}). Approved by: {by}, {at}.",
)
