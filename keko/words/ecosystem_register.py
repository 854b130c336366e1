"""The words of the register of the ecosystem: what its sheets, headings and choices are called."""

from keko.config import Language
from keko.data.text import Text
from keko.ecosystem.records import Evidence, Kind, Sector, State

KINDS: dict[Kind, Text] = {
    "actor": Text("Toimijat", "Aktörer", "Actors"),
    "service": Text("Palvelut", "Tjänster", "Services"),
    "method": Text("Menetelmät", "Metoder", "Methods"),
    "offering": Text("Tarjonta", "Utbud", "Offerings"),
    "cooperation": Text("Yhteistyö", "Samarbete", "Cooperation"),
    "obstacle": Text("Esteet", "Hinder", "Obstacles"),
    "occasion": Text("Tilaisuudet", "Evenemang", "Events"),
}
SECTORS: dict[Sector, Text] = {
    "public-county": Text("Hyvinvointialue", "Välfärdsområde", "Wellbeing services county"),
    "employment-area": Text("Työllisyysalue", "Sysselsättningsområde", "Employment area"),
    "municipality": Text("Kunta", "Kommun", "Municipality"),
    "state": Text("Valtio", "Staten", "State"),
    "ngo": Text("Järjestö", "Organisation", "Non-governmental organisation"),
    "company": Text("Yritys", "Företag", "Company"),
    "education": Text("Oppilaitos", "Läroanstalt", "Educational institution"),
    "research": Text("Tutkimus", "Forskning", "Research"),
    "parish": Text("Seurakunta", "Församling", "Parish"),
    "other": Text("Muu", "Annan", "Other"),
}
EVIDENCE: dict[Evidence, Text] = {
    "strong": Text("Vahva", "Stark", "Strong"),
    "moderate": Text("Kohtalainen", "Måttlig", "Moderate"),
    "emerging": Text("Alustava", "Preliminär", "Emerging"),
    "none-known": Text("Ei tunnettua näyttöä", "Ingen känd evidens", "None known"),
}
STATES: dict[State, Text] = {
    "open": Text("Avoin", "Öppet", "Open"),
    "in-progress": Text("Työn alla", "Under arbete", "In progress"),
    "removed": Text("Poistettu", "Undanröjt", "Removed"),
}
IN_LANGUAGE: dict[Language, Text] = {
    "fi": Text("{field} suomeksi", "{field} på finska", "{field} in Finnish"),
    "sv": Text("{field} ruotsiksi", "{field} på svenska", "{field} in Swedish"),
    "en": Text("{field} englanniksi", "{field} på engelska", "{field} in English"),
}
