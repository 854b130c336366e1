"""What the audit log says of what was done."""

from keko.data.text import Plural, Text
from keko.words import workbench

LEAD = Text(
    "Kaikki muutokset jäävät lokiin: siitä ei voi poistaa eikä siinä voi muuttaa mitään.",
    "Alla ändringar finns i loggen: ingenting kan raderas eller ändras i den.",
    "Every change is in the log: nothing can be removed from it or changed in it.",
)
SEARCH = Text("Hae lokista", "Sök i loggen", "Search the log")
SINCE, UNTIL = Text("Alkaen", "Från", "From"), Text("Saakka", "Till", "Until")
WHEN, WHO = Text("Milloin (UTC)", "När (UTC)", "When (UTC)"), Text("Kuka", "Vem", "Who")
WHAT, OBJECT = Text("Teko", "Åtgärd", "Action"), Text("Kohde", "Föremål", "Object")
BEFORE, AFTER = workbench.BEFORE, workbench.AFTER
LINES = Plural(
    Text("{count} rivi", "{count} rad", "{count} line"),
    Text("{count} riviä", "{count} rader", "{count} lines"),
)
NEWEST = Text(", näkyvissä uusimmat {most}", ", de nyaste {most} visas", ", the latest {most} are shown")
NONE = Text("Mikään rivi ei vastaa hakua.", "Ingen rad motsvarar sökningen.", "No line matches the search.")
DOWNLOAD = Text("Lataa CSV", "Ladda ner CSV", "Download CSV")
FILE = "yllapitoloki"
DONE = {
    "publish": Text("julkaisi", "publicerade", "published"),
    "rollback": Text("perui julkaisun", "återkallade publiceringen", "took a release back"),
    "draft": Text("teki luonnoksen", "gjorde ett utkast", "made a draft"),
    "discard": Text("hylkäsi luonnoksen", "förkastade utkastet", "discarded a draft"),
    "boundaries": Text("vaihtoi karttarajat", "bytte kartgränserna", "replaced the boundaries"),
    "boundaries taken back": Text("palautti karttarajat", "återställde kartgränserna", "took the boundaries back"),
    "bring-in": Text("toi tiedoston", "importerade en fil", "imported a file"),
    "organisation": Text("muutti organisaatiota", "ändrade en organisation", "changed an organisation"),
    "area set": Text("muutti aluejoukkoa", "ändrade en områdesgrupp", "changed an area set"),
    "target": Text("muutti tavoitetta", "ändrade ett mål", "changed a target"),
    "undertaking": Text("muutti toimenpidettä", "ändrade en åtgärd", "changed an action"),
    "event to action": Text(
        "siirsi tapahtuman toimenpiteisiin", "flyttade en händelse till åtgärderna", "moved an event to the actions"
    ),
    "rebase": Text("muutti vaihtelurajoja", "ändrade variationsgränserna", "changed limits of variation"),
    "event": Text("muutti tapahtumaa", "ändrade en händelse", "changed an event"),
    "ecosystem": Text(
        "muutti toimijoiden ja palvelujen tietoja",
        "ändrade uppgifter om aktörer och tjänster",
        "changed actors and services",
    ),
    "ecosystem confirmed": Text("vahvisti tietoja", "bekräftade uppgifter", "confirmed records"),
    "ecosystem drafts": Text(
        "toi palveluja palvelutietovarannosta",
        "hämtade tjänster ur servicedatalagret",
        "brought services from the national register",
    ),
    "ecosystem draft": Text(
        "päätti palvelutietovarannon palvelusta",
        "beslutade om en tjänst ur servicedatalagret",
        "decided of a service of the national register",
    ),
    "remember": Text("vastasi tiedostosta", "svarade om en fil", "answered about a file"),
    "forget": Text("perui vastauksen tiedostosta", "tog tillbaka svaret om en fil", "took back an answer about a file"),
    "invite": Text("kutsui henkilön", "bjöd in en person", "invited somebody"),
    "roles": Text("muutti rooleja", "ändrade roller", "changed roles"),
    "close": Text("sulki käyttöoikeuden", "stängde en behörighet", "closed somebody's access"),
    "reopen": Text("avasi käyttöoikeuden", "öppnade en behörighet", "opened somebody's access"),
    "ask": Text("pyysi roolia", "bad om en roll", "asked for a role"),
    "sign in": Text("kirjautui ensi kerran", "loggade in för första gången", "signed in for the first time"),
    "take invitation": Text("otti kutsun vastaan", "tog emot inbjudan", "took an invitation"),
    "area view": Text("muutti alueen näkymää", "ändrade områdets vy", "changed the view of an area"),
    "erase": Text("henkilön tiedot poistettiin", "personens uppgifter raderades", "a person's data was erased"),
}
