"""Words of the page of actors and services: its names, heads and notes. Sentences are in `keko.words.ecosystem_sentences`."""

from keko.data.text import Plural, Text
from keko.ecosystem.fields import FIELDS, KIND_NAMES
from keko.ecosystem.records import Evidence, Sector, State
from keko.words import admin_targets, segments, terms

PAGE = Text("Toimijat ja palvelut", "Aktörer och tjänster", "Actors and services")
PICTURE = terms.SHOW
PICTURES = {
    "polku": Text("Polku työhön", "Vägen till arbete", "The path to work"),
    "matriisi": Text("Ryhmät ja vaiheet", "Grupper och skeden", "Groups and stages"),
    "esteet": Text("Esteet", "Hinder", "Obstacles"),
    "muutokset": Text("Muutokset", "Förändringar", "Changes"),
    "kattavuus": Text("Kattavuus", "Täckning", "Coverage"),
    "rekisteri": Text("Rekisteri", "Register", "Register"),
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
    "strong": Text("vahva näyttö", "stark evidens", "strong evidence"),
    "moderate": Text("kohtalainen näyttö", "måttlig evidens", "moderate evidence"),
    "emerging": Text("kertyvä näyttö", "begynnande evidens", "emerging evidence"),
    "none-known": Text("näyttöä ei tiedossa", "ingen känd evidens", "no known evidence"),
}
STATES: dict[State, Text] = {
    "open": Text("avoinna", "öppet", "open"),
    "in-progress": Text("työn alla", "under arbete", "in progress"),
    "removed": Text("poistettu", "undanröjt", "removed"),
}

# What is chosen
SECTORS_HERE = Text("Toimijat sektoreittain", "Aktörer per sektor", "Actors by sector")
NETWORK = Text("Yhteistyö toimijoittain", "Samarbete per aktör", "Cooperation by actor")
BEFORE = Text("Ennen", "Förr", "Then")
NOW = admin_targets.NOW
GAINED = Text("Ryhmiä sai palvelun", "Grupper fick en tjänst", "Groups gained a service")
LOST_IT = Text("Ryhmiä jäi ilman", "Grupper blev utan", "Groups were left without")

# Notes
CHANGES_NOTE = Text(
    "Palvelujen muutokset ja odotusajat on esitetty rinnakkain. Se ei kerro, johtuuko toinen toisesta.",
    "Förändringarna i tjänsterna och väntetiderna visas sida vid sida. Det säger inte om det ena beror på det andra.",
    "Changes of services and waits are shown side by side. That does not tell whether one is because of the other.",
)
NO_MODEL = Text(
    "Väestösegmenttien mallia ei ole vielä julkaistu, joten palveluja ei voi esittää ryhmittäin.",
    "Ingen modell med befolkningssegment har publicerats ännu, så tjänsterna kan inte visas per grupp.",
    "No model of population segments has been published yet, so services cannot be shown by group.",
)
NOTHING = Text(
    "Toimijoista ja palveluista ei ole vielä kirjattu tietoja.",
    "Inga uppgifter om aktörer och tjänster har antecknats ännu.",
    "Nothing has been recorded yet about actors and services.",
)
ALL_DEMO = Text(
    "Esimerkkiaineisto: luvut, toimijat, palvelut ja esteet eivät ole todellisia.",
    "Exempelmaterial: talen, aktörerna, tjänsterna och hindren är inte verkliga.",
    "Demo data: the figures, actors, services and obstacles are not real.",
)
DEMO = Text(
    "Toimijat, palvelut ja esteet ovat esimerkkejä, eivät todellisia.",
    "Aktörerna, tjänsterna och hindren är exempel, inte verkliga.",
    "The actors, services and obstacles are examples, not real ones.",
)

# An action made of an obstacle
MAKE_ACTION = Text("Tee toimenpide", "Gör en åtgärd", "Make an action")
YES = Text("Tee toimenpide nyt", "Gör åtgärden nu", "Make the action now")
MEANS = Text(
    "Esteestä syntyy toimenpide, jonka kaikki näkevät sivulla Tavoitteet ja toimenpiteet. Sen voi siellä muuttaa, perua ja poistaa.",
    "Av hindret blir en åtgärd som alla ser på sidan Mål och åtgärder. Där kan den ändras, återkallas och tas bort.",
    "The obstacle becomes an action that everybody sees on the page Goals and actions. There it can be changed, undone and removed.",
)
CHANGED_MEANWHILE = Text(
    "Joku muutti estettä sillä välin. Tarkista se ja yritä uudelleen.",
    "Någon ändrade hindret under tiden. Kontrollera det och försök på nytt.",
    "Somebody has changed the obstacle meanwhile. Check it and try again.",
)
MODEL = segments.MODEL
SINCE = Text("Muutokset päivän jälkeen", "Förändringar efter dagen", "Changes after the day")

# Heads and cells
STAGE = FIELDS["stage"]
ANSWERS = Text("Kuka vastaa", "Vem svarar", "Who answers")
SERVICES = Text("Palvelut", "Tjänster", "Services")
SERVICE = KIND_NAMES["service"]
ACTOR = KIND_NAMES["actor"]
ACTORS = Text("Toimijat", "Aktörer", "Actors")
SECTOR = FIELDS["sector"]
AGREED = Text("Sovittu odotus", "Överenskommen väntan", "Agreed wait")
MEASURED = Text("Mitattu odotus", "Uppmätt väntan", "Measured wait")
HOW = FIELDS["how"]
METHODS = FIELDS["methods"]
METHOD = KIND_NAMES["method"]
STRENGTH = Text("Näyttö", "Evidens", "Evidence")
GROUP = terms.GROUP
PERSONS = terms.PERSONS
OBSTACLE = KIND_NAMES["obstacle"]
REMOVER = Text("Kuka voi poistaa", "Vem kan undanröja", "Who could remove it")
STATE = FIELDS["state"]
OPEN_SINCE = Text("Avoinna alkaen", "Öppet sedan", "Open since")
COUNT = Text("Avoimia", "Öppna", "Open")
WHAT_CHANGED = Text("Mitä tapahtui", "Vad hände", "What happened")
PARTNER = FIELDS["partner"]
MUNICIPALITY = SECTORS["municipality"]
WHAT = FIELDS["what"]

# Marks: shape and word
NOBODY = Text("kukaan ei vastaa", "ingen svarar", "nobody answers")
LONGEST = Text("pisin odotus", "längst väntan", "longest wait")
GAP = Text("ei palvelua", "ingen tjänst", "no service")
OVERLAP = Plural(
    one=Text("{count} toimija", "{count} aktör", "{count} actor"),
    other=Text("{count} toimijaa", "{count} aktörer", "{count} actors"),
)
NO_ACTOR = Text("ei toimijaa", "ingen aktör", "no actor")
UNCONFIRMED = Text("vahvistamatta", "obekräftad", "unconfirmed")
LOST = Text("ainoa palvelu poistui", "enda tjänsten försvann", "lost its only service")
COUNT_OF_SERVICES = Plural(
    one=Text("{count} palvelu", "{count} tjänst", "{count} service"),
    other=Text("{count} palvelua", "{count} tjänster", "{count} services"),
)
COUNT_OF_PERSONS = Plural(
    one=Text("{count} henkilö", "{count} person", "{count} person"),
    other=Text("{count} henkilöä", "{count} personer", "{count} persons"),
)
UNUSED = Plural(
    one=Text("{count} menetelmä käyttämättä", "{count} metod oanvänd", "{count} method not used"),
    other=Text("{count} menetelmää käyttämättä", "{count} metoder oanvända", "{count} methods not used"),
)
GOT_IN = Text("palveluun pääsi {persons}", "{persons} fick tjänsten", "{persons} got the service")
NOT_MEASURED = Text("ei mitattu", "inte uppmätt", "not measured")
EVERYONE = Text("Kaikki ryhmät", "Alla grupper", "All groups")
EVERY_STAGE = Text("Kaikki vaiheet", "Alla skeden", "All stages")
NOT_NAMED = Text("Ei nimetty", "Inte angiven", "Not named")
CAME = Text("tuli", "tillkom", "came")
WENT = Text("poistui", "försvann", "went")
CHANGED = Text("muuttui", "ändrades", "changed")
IS_ACTION = Text("toimenpide kirjattu", "åtgärd antecknad", "action recorded")
OBSTACLES_OF_CELL = Text("Mikä tässä kohdassa pysäyttää", "Vad som stoppar här", "What stands in the way here")

# Headings and captions
PATH_OF = Text("{group} – {area}", "{group} – {area}", "{group} – {area}")
MATRIX_OF = Text(
    "Palvelut ryhmittäin ja vaiheittain – {area}",
    "Tjänster per grupp och skede – {area}",
    "Services by group and stage – {area}",
)
CELL_OF = Text("{group}, {stage}", "{group}, {stage}", "{group}, {stage}")
OTHER_METHODS = Text(
    "Menetelmät, joista on näyttöä mutta joita ei täällä käytetä",
    "Metoder med evidens som inte används här",
    "Methods with evidence that are not used here",
)
NEVER_USED = Text(
    "Menetelmät, joista on näyttöä mutta joita mikään palvelu ei käytä",
    "Metoder med evidens som ingen tjänst använder",
    "Methods with evidence that no service uses",
)
ALONE = Text(
    "Ilman kirjattua yhteistyötä: {actors}.",
    "Utan antecknat samarbete: {actors}.",
    "Without recorded cooperation: {actors}.",
)
OBSTACLES_BY = {
    "stage": Text("Avoimet esteet vaiheittain", "Öppna hinder per skede", "Open obstacles by stage"),
    "segment": Text("Avoimet esteet ryhmittäin", "Öppna hinder per grupp", "Open obstacles by group"),
    "remover": Text(
        "Avoimet esteet poistajan mukaan",
        "Öppna hinder enligt vem som kan undanröja dem",
        "Open obstacles by who could remove them",
    ),
}
LONGEST_OPEN = Text(
    "Esteet, pisimpään avoinna ollut ensin",
    "Hinder, det som varit öppet längst först",
    "Obstacles, the longest open first",
)
LOST_GROUPS = Text(
    "Ryhmät, jotka menettivät ainoan palvelunsa",
    "Grupper som förlorade sin enda tjänst",
    "Groups that lost their only service",
)
ALL_CHANGES = Text(
    "Mitä tuli, poistui ja muuttui", "Vad som tillkom, försvann och ändrades", "What came, went and changed"
)
WAITS_SINCE = Text("Odotusajat ennen ja nyt", "Väntetiderna förr och nu", "Waits then and now")
