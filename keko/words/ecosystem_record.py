"""Words of the page of one record of the register: what it does in one sentence, what is known of it, and what belongs to it."""

from keko.data.text import Plural, Text
from keko.words import ecosystem, goals, terms

NOT_THERE = Text(
    "Tätä tietoa ei ole rekisterissä: se on voitu poistaa, tai osoitteessa on virhe.",
    "Den här uppgiften finns inte i registret: den kan ha tagits bort, eller så är adressen fel.",
    "This record is not in the register: it may have been removed, or the address is wrong.",
)
BACK = Text("Takaisin: {picture}", "Tillbaka: {picture}", "Back: {picture}")
EDIT = Text("Muokkaa tätä tietoa", "Redigera den här uppgiften", "Edit this record")
OF_KIND = Text("{kind}: {name}", "{kind}: {name}", "{kind}: {name}")
KNOWN = Text("Tieto", "Uppgift", "What is known")

# What it does, in one sentence
ACTOR = Plural(
    one=Text("{sector}, jolla on {count} palvelu.", "{sector} med {count} tjänst.", "{sector} with {count} service."),
    other=Text(
        "{sector}, jolla on {count} palvelua.", "{sector} med {count} tjänster.", "{sector} with {count} services."
    ),
)
ACTOR_WITHOUT = Text(
    "{sector}, jolta ei ole kirjattu palveluja.",
    "{sector} utan antecknade tjänster.",
    "{sector} without recorded services.",
)
SERVICE = Text("Palvelun tarjoaa {actor}.", "Tjänsten erbjuds av {actor}.", "The service is offered by {actor}.")
METHOD = Text("Menetelmä: {evidence}.", "Metod: {evidence}.", "A method: {evidence}.")
OFFERING = Text(
    "Mille ryhmälle ja missä vaiheessa palvelu on tarkoitettu.",
    "För vilken grupp och i vilket skede tjänsten är avsedd.",
    "Which group the service is for, and at which stage.",
)
COOPERATION = Text("Kahden toimijan yhteistyö.", "Samarbete mellan två aktörer.", "Cooperation of two actors.")
STANDING = Text(
    "Este on {state}; alkaen {day}, {days}.",
    "Hindret är {state}; sedan {day}, {days}.",
    "The obstacle is {state}; since {day}, {days}.",
)
REMOVED = Text(
    "Este on poistettu {day}; se oli avoinna {days}.",
    "Hindret undanröjdes {day}; det var öppet {days}.",
    "The obstacle was removed on {day}; it was open for {days}.",
)
OCCASION = Text(
    "Tilaisuus {day}; osallistujia {count}.",
    "Evenemang {day}; deltagare: {count}.",
    "Event on {day}; participants: {count}.",
)
OCCASION_UNCOUNTED = Text(
    "Tilaisuus {day}; osallistujia ei ole kirjattu.",
    "Evenemang {day}; inga deltagare har antecknats.",
    "Event on {day}; no participants are recorded.",
)

# What is known
LANGUAGES_OF_SERVICES = Text("Palvelujen kielet", "Tjänsternas språk", "Languages of the services")
ON_MAP = Text("Näytä kartalla", "Visa på kartan", "Show on the map")
IN_CELL = Text("Palvelut tässä kohdassa", "Tjänster i den här rutan", "Services in this place")
LAST_CONFIRMED = Text("Vahvistettu viimeksi", "Senast bekräftad", "Last confirmed")
CHANGED = Text("Muutettu viimeksi", "Senast ändrad", "Last changed")
SOURCE = terms.SOURCE
OF_REGISTER = Text("palvelutietovaranto", "servicedatalagret", "the national service register")
OF_KEEPER = Text("ylläpitäjän oma tieto", "upprätthållarens egen uppgift", "the keeper's own record")
EXAMPLE = Text("esimerkkiaineisto", "exempelmaterial", "demo data")

# What belongs to it
SERVICES = ecosystem.SERVICES
STAGES = Text("Vaiheet", "Skeden", "Stages")
FOR_WHOM_WHEN = Text("Kenelle ja missä vaiheessa", "För vem och i vilket skede", "For whom and at which stage")
COOPERATION_OF = Text(
    "Kenen kanssa toimija tekee yhteistyötä", "Vem aktören samarbetar med", "Whom the actor works with"
)
OBSTACLES_OF_ACTOR = Text(
    "Esteet, jotka toimija voi poistaa tai jotka se on kirjannut",
    "Hinder som aktören kan undanröja eller har antecknat",
    "Obstacles that the actor could remove or has recorded",
)
OBSTACLES_OF_SERVICE = Text(
    "Esteet, joihin palvelun asiakas voi pysähtyä",
    "Hinder som kan stoppa tjänstens klienter",
    "Obstacles that may stop those the service is for",
)
ACTIONS = goals.PICTURES["toimenpiteet"]
USED_BY = Text("Palvelut, jotka käyttävät menetelmää", "Tjänster som använder metoden", "Services that use the method")
TOOK_PART = Text("Osallistujia", "Deltagare", "Participants")
