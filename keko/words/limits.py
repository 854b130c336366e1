"""The words of limits of ordinary variation."""

from keko.data.text import Text

PROPOSED = Text(
    "Taso näyttää muuttuneen tapahtuman jälkeen: {event} {day}. Tavanomaisen vaihtelun voi laskea uudelleen siitä alkaen.",
    "Nivån tycks ha ändrats efter händelsen: {event} {day}. Den vanliga variationen kan räknas om från den dagen.",
    "The level seems to have changed after an event: {event} {day}. Ordinary variation can be recalculated from then on.",
)
ACCEPTED = Text(
    "Tavanomainen vaihtelu on laskettu uudelleen alkaen {day} ({event}). Hyväksynyt: {by}.",
    "Den vanliga variationen har räknats om från {day} ({event}). Godkänt av: {by}.",
    "Ordinary variation has been recalculated from {day} ({event}). Approved by: {by}.",
)
ACCEPT = Text("Laske uudelleen", "Räkna om", "Recalculate")
WITHDRAW = Text("Laske kuten ennen", "Räkna som förut", "Calculate as before")
