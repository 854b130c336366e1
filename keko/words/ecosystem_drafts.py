"""The words of the drafts that come from the national service register."""

from keko.data.text import Plural, Text
from keko.ecosystem.drafts import Question, Told
from keko.ecosystem.found import Status
from keko.words import ecosystem_register

LEAD = Text(
    "Palvelut palvelutietovarannosta. Lukijat näkevät palvelun vasta, kun se on liitetty ryhmiin ja vaiheisiin ja julkaistu.",
    "Tjänster ur servicedatalagret. Läsarna ser en tjänst först när den har kopplats till grupper och skeden och publicerats.",
    "Services from the national service register. Readers see a service only once it is matched to groups and stages and published.",
)
NONE_YET = Text(
    "Luonnoksia ei ole. Tuo palvelutietovarannon JSON-tiedosto kohdassa Tuo tiedostosta.",
    "Det finns inga utkast. Importera servicedatalagrets JSON-fil under Importera från fil.",
    "There are no drafts. Import a JSON file of the national service register under Import a file.",
)
FILTERS = {
    "waiting": Text("Odottaa päätöstä", "Väntar på beslut", "Waiting for a decision"),
    "decided": Text("Päätetty", "Avgjort", "Decided"),
}
SEARCH = Text(
    "Hae palvelun tai organisaation nimellä",
    "Sök på tjänstens eller organisationens namn",
    "Search by service or organisation",
)
NONE_FOUND = Text(
    "Hakua vastaavia luonnoksia ei ole.", "Inga utkast motsvarar sökningen.", "No drafts match the search."
)
COUNT = Plural(
    one=Text("{count} palvelu", "{count} tjänst", "{count} service"),
    other=Text("{count} palvelua", "{count} tjänster", "{count} services"),
)
DRAFTS = Text(
    "Luonnokset palvelutietovarannosta", "Utkast ur servicedatalagret", "Drafts from the national service register"
)
SITUATION = Text("Tilanne", "Läge", "Situation")
QUESTIONS: dict[Question, Text] = {
    "new": Text("Uusi", "Ny", "New"),
    "changed": Text("Muuttunut", "Ändrad", "Changed"),
    "ended": Text("Poistunut rekisteristä", "Borta ur registret", "Gone from the register"),
}
LEFT_OUT = Text("Jätetty pois", "Utelämnad", "Left out")
STATUSES: dict[Status, Text] = {
    "published": Text("Voimassa", "Gällande", "In force"),
    "archived": Text("Arkistoitu", "Arkiverad", "Archived"),
    "withdrawn": Text("Peruttu", "Återkallad", "Withdrawn"),
}
WHICH = Text("Valitse palvelu", "Välj en tjänst", "Choose a service")
AS_TOLD = Text("Mitä rekisteri kertoo", "Vad registret berättar", "What the register tells")
MORE = Text("Laajempi kuvaus", "Utförligare beskrivning", "Longer description")
REGISTER_STATE = Text("Tila rekisterissä", "Läge i registret", "State in the register")
MODIFIED = Text("Muuttunut rekisterissä", "Ändrad i registret", "Changed in the register")
FIELD = ecosystem_register.FIELD
CHANGED_SINCE = Text(
    "Mikä on muuttunut päätöksen jälkeen", "Vad som har ändrats efter beslutet", "What has changed since the decision"
)
WITHOUT = Text(
    "Jätetty pois, koska siinä oli henkilötietoja: {fields}.",
    "Utelämnat, eftersom det innehöll personuppgifter: {fields}.",
    "Left out, as it held personal data: {fields}.",
)
AS_BEFORE = Text(
    "Alla on viimeksi tehty valinta.", "Nedan står det senaste valet.", "Below stands what was chosen the last time."
)
ACTOR = Text("Kuka palvelusta vastaa", "Vem ansvarar för tjänsten", "Who answers for the service")
NEW_ACTOR = Text("Uusi toimija: {name}", "Ny aktör: {name}", "New actor: {name}")
GROUPS = Text("Kenelle: asiakasryhmät", "För vem: klientgrupper", "For whom: groups of people")
STAGES = Text("Missä vaiheissa", "I vilka skeden", "At which stages")
BOTH = Text(
    "Valitse ainakin yksi ryhmä ja yksi vaihe, tai jätä palvelu pois.",
    "Välj minst en grupp och ett skede, eller lämna tjänsten utanför.",
    "Choose at least one group and one stage, or leave the service out.",
)
NO_MODEL = Text(
    "Palvelua ei voi liittää, koska segmenttimallia ei ole julkaistu.",
    "Tjänsten kan inte kopplas, eftersom ingen segmentmodell har publicerats.",
    "The service cannot be matched, as no segment model has been published.",
)
PUBLISH = Text("Julkaise palvelu", "Publicera tjänsten", "Publish the service")
YES_PUBLISH = Text("Kyllä, julkaise palvelu", "Ja, publicera tjänsten", "Yes, publish the service")
LEAVE_OUT = Text("Jätä pois", "Lämna utanför", "Leave it out")
LEAVE_OUT_ALL = Plural(
    one=Text(
        "Jätä luettelosta pois {count} uusi",
        "Lämna {count} ny i listan utanför",
        "Leave out {count} new service in the list",
    ),
    other=Text(
        "Jätä luettelosta pois {count} uutta",
        "Lämna {count} nya i listan utanför",
        "Leave out {count} new services in the list",
    ),
)
YES_LEAVE_OUT = Text("Kyllä, jätä pois", "Ja, lämna utanför", "Yes, leave them out")
LEAVE_OUT_MEANS = Text(
    "Lukijat eivät huomaa mitään. Palvelut löytyvät päätetyistä, ja ne voi liittää myöhemmin.",
    "Läsarna märker ingenting. Tjänsterna finns bland de avgjorda och kan kopplas senare.",
    "Readers notice nothing. The services are found among the decided ones, and can be matched later.",
)
KEEP = Text("Pidä KEKOssa", "Behåll i KEKO", "Keep it in KEKO")
AS_IT_IS = Text("Pidä KEKOssa ennallaan", "Behåll i KEKO som den är", "Keep as it is in KEKO")
TAKE_AWAY = Text("Poista KEKOsta", "Ta bort ur KEKO", "Remove from KEKO")
YES_TAKE_AWAY = Text("Kyllä, poista KEKOsta", "Ja, ta bort ur KEKO", "Yes, remove from KEKO")

# The file
WHOSE = Text("Minkä alueen palvelut", "Vilket områdes tjänster", "The services of which area")
BRING = Text("Lue luonnoksiksi", "Läs in som utkast", "Read as drafts")
BRING_MEANS = Text(
    "Palvelutietovarannon tiedosto: palvelut tulevat luonnoksiksi, joita lukijat eivät näe.",
    "En fil ur servicedatalagret: tjänsterna blir utkast som läsarna inte ser.",
    "A file of the national service register: its services become drafts that readers do not see.",
)
READING = Text("Luetaan tiedostoa", "Filen läses", "Reading the file")
BROUGHT: dict[Told, Plural] = {
    "new": Plural(
        one=Text("{count} uusi luonnos.", "{count} nytt utkast.", "{count} new draft."),
        other=Text("{count} uutta luonnosta.", "{count} nya utkast.", "{count} new drafts."),
    ),
    "changed": Plural(
        one=Text("{count} muuttunut.", "{count} ändrad.", "{count} is different."),
        other=Text("{count} muuttunutta.", "{count} ändrade.", "{count} are different."),
    ),
    "unchanged": Plural(
        one=Text("{count} ennallaan.", "{count} är likadan.", "{count} is as before."),
        other=Text("{count} ennallaan.", "{count} är likadana.", "{count} are as before."),
    ),
    "ended": Plural(
        one=Text("{count} poistunut.", "{count} borttagen.", "{count} is gone."),
        other=Text("{count} poistunutta.", "{count} borttagna.", "{count} are gone."),
    ),
}
