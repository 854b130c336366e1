"""The words of limits of ordinary variation."""

from keko.data.text import Text

PROPOSED = Text(
    "Taso näyttää muuttuneen tapahtuman jälkeen: {event} {day}. Tavanomaisen vaihtelun voi laskea siitä alkaen uudelleen.",
    "Nivån tycks ha ändrats efter händelsen: {event} {day}. Den vanliga variationen kan räknas om från den dagen.",
    "The level seems to have changed after an event: {event} {day}. Ordinary variation can be computed anew from then on.",
)
ACCEPTED = Text(
    "Tavanomainen vaihtelu on laskettu uudelleen alkaen {day} ({event}). Hyväksynyt: {by}.",
    "Den vanliga variationen har räknats om från {day} ({event}). Godkänt av: {by}.",
    "Ordinary variation has been computed anew from {day} ({event}). Accepted by: {by}.",
)
ACCEPT = Text("Laske uudelleen", "Räkna om", "Compute anew")
WITHDRAW = Text("Laske kuten ennen", "Räkna som förut", "Compute as before")
PROCESS_NOTE = Text(
    "Viiva: tavanomainen taso. Varjostus: tavanomainen vaihtelu. Muut kuin ympyrät: siitä poikkeavat luvut.",
    "Linje: vanlig nivå. Skuggning: vanlig variation. Andra former än cirklar: tal som avviker från den.",
    "Line: usual level. Shading: ordinary variation. Shapes other than circles: figures out of it.",
)
SEASON_NOTE = Text(
    "Ohut harmaa viiva: luvut ennen kausitasoitusta.",
    "Tunn grå linje: talen före säsongsrensning.",
    "Thin grey line: the figures before the season was removed.",
)
