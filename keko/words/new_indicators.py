"""The words of new indicators: what they lack, and how they are described."""

from typing import Literal

from keko.data.text import Plural, Text
from keko.words import terms

Lack = Literal["unit", "definition", "source"]

NEW_INDICATORS = Text(
    "Uudet mittarit – kuvaa ({count})", "Nya indikatorer – beskriv ({count})", "New indicators – describe ({count})"
)
WHICH_NEW = Text("Mikä mittari", "Vilken indikator", "Which indicator")
NAME_IN = {
    "fi": Text("Nimi suomeksi", "Namn på finska", "Name in Finnish"),
    "sv": Text("Nimi ruotsiksi", "Namn på svenska", "Name in Swedish"),
    "en": Text("Nimi englanniksi", "Namn på engelska", "Name in English"),
}
DEFINITION = terms.DEFINITION
UNIT = terms.UNIT
KIND = terms.KIND
POLARITY = Text("Kumpi on parempi", "Vilket är bättre", "Which is better")
SOURCE = terms.SOURCE
LICENCE = terms.LICENCE
ABOUT_PERSONS = Text("Kertovatko luvut ihmisistä?", "Handlar talen om människor?", "Are the figures about people?")
ABOUT_PERSONS_ANSWERS = {
    "yes": Text("Kyllä: pienet luvut peitetään", "Ja: små tal döljs", "Yes: small figures are hidden"),
    "no": Text("Ei", "Nej", "No"),
    "protected": Text(
        "Kyllä, ja julkaisija on jo suojannut ne",
        "Ja, och utgivaren har redan skyddat dem",
        "Yes, and their publisher has already protected them",
    ),
}
SAVE_DESCRIPTION = Text("Tallenna kuvaus: {name}", "Spara beskrivningen: {name}", "Save the description: {name}")

LACKS: dict[Lack, Text] = {
    "unit": terms.OF_UNIT,
    "definition": Text("määritelmä", "definition", "definition"),
    "source": Text("lähde", "källa", "source"),
}
UNDESCRIBED = Plural(
    one=Text(
        "Ennen julkaisemista: {measures} on uusi mittari, jolta puuttuu {parts}. Kirjoita ne alle, tai valitse mittari, joka se jo on.",
        "Före publiceringen: {measures} är en ny indikator som saknar {parts}. Skriv in det nedan, eller välj den indikator som den redan är.",
        "Before publishing: {measures} is a new indicator without {parts}. Write it below, or choose the indicator that it already is.",
    ),
    other=Text(
        "Ennen julkaisemista: {count} uudelta mittarilta puuttuu {parts}: {measures}. Kirjoita ne alle.",
        "Före publiceringen: {count} nya indikatorer saknar {parts}: {measures}. Skriv in det nedan.",
        "Before publishing: {count} new indicators are without {parts}: {measures}. Write it below.",
    ),
)
IS_IT_KNOWN = Text(
    "Onko se jokin näistä mittareista? Hae sanalla",
    "Är den någon av de här indikatorerna? Sök med ett ord",
    "Is it one of these indicators? Search by a word",
)
NOT_KNOWN = Text("uusi mittari", "ny indikator", "a new indicator")
