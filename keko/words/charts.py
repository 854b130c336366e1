"""The words in charts."""

from collections.abc import Iterable

from keko.config import Language
from keko.data.text import Text
from keko.words import terms

UNCERTAIN = Text(
    "epävarma: leveä luottamusväli", "osäker: brett konfidensintervall", "uncertain: wide confidence interval"
)
FORECAST = Text("ennuste", "prognos", "forecast")
MERGED = Text("Kuntaliitos", "Kommunsammanslagning", "Merger")
TARGET = Text("Tavoite {value} ({due})", "Mål {value} ({due})", "Target {value} ({due})")
LIMITS = Text("tavanomainen vaihtelu", "vanlig variation", "ordinary variation")
CHANGE = Text("Muutos, {unit}", "Förändring, {unit}", "Change, {unit}")

# What is told of a mark that somebody points at.
FACTS = {
    "area": terms.AREA,
    "place": Text("Paikka", "Plats", "Place"),
    "period": terms.PERIOD,
    "group": terms.GROUP,
    "value": terms.VALUE,
    "beside": terms.COMPARISON,
    "interval": terms.INTERVAL,
    "change": Text("Muutos", "Förändring", "Change"),
    "ordinary": Text("Tavanomainen vaihtelu", "Vanlig variation", "Ordinary variation"),
    "verdict": terms.VERDICT,
    "note": terms.NOTICE,
}

FORECAST_FOR = Text("ennuste {period}", "prognos {period}", "forecast {period}")

# What is explained in the picture itself, beside the sign that it has there.
KEY = {
    "interval": Text("95 %:n luottamusväli", "95 % konfidensintervall", "95% confidence interval"),
    "ordinary": LIMITS,
    "level": Text("tavanomainen taso", "vanlig nivå", "usual level"),
    "special": Text("poikkeaa tavanomaisesta", "avviker från det vanliga", "out of the ordinary"),
    "before the season": Text("ennen kausitasoitusta", "före säsongsrensning", "before seasonal adjustment"),
    "open": Text("ennakkotieto tai arvio", "preliminär eller uppskattad", "preliminary or estimated"),
    "faded": Text("epävarma luku", "osäker uppgift", "uncertain figure"),
    "missing": terms.NO_FIGURE,
    "forecast": Text("ennuste ja sen 95 %:n väli", "prognos och dess 95 % intervall", "forecast and its 95% interval"),
    "projection": Text(
        "laskelma ja sen 95 %:n väli", "beräkning och dess 95 % intervall", "calculation and its 95% interval"
    ),
}

# What a picture has is explained below it where no sign in its key can.
NOTES = {
    "gap": Text(
        "Viiva katkeaa, kun lukuja puuttuu tai aluejako muuttuu.",
        "Linjen bryts där tal saknas eller områdesindelningen ändras.",
        "The line breaks where figures are missing or the division into areas changes.",
    ),
    "without season": Text(
        "Ylempi kuva: kausitasoitettu luku.",
        "Övre bilden: det säsongsrensade talet.",
        "Upper chart: the seasonally adjusted figure.",
    ),
    "change": Text(
        "Luku riippuu edellisestä, joten sillä ei ole tavanomaista tasoa. Alempi kuva: muutos edellisestä, varjostuksena muutoksen tavanomainen vaihtelu.",
        "Talet beror på det föregående och har därför ingen vanlig nivå. Nedre bilden: förändringen från det föregående, skuggad förändringens vanliga variation.",
        "Each figure depends on the one before, so there is no usual level. Lower chart: the change from the one before, with its ordinary variation shaded.",
    ),
}


def explained(notes: Iterable[str], language: Language) -> list[str]:
    """The sentences below a picture: of those of its `notes` that no sign in its key explains."""
    return [NOTES[note].within(language) for note in notes if note in NOTES]
