"""The words of the form in which events are written down."""

from keko.data.text import Plural, Text
from keko.room.events import EventKind
from keko.words import terms

CHOOSE = Text("Mitä tapahtumaa muokataan", "Vilken händelse redigeras", "Which event is edited")
NEW = Text("Uusi tapahtuma", "Ny händelse", "A new event")
DAY = terms.DAY
KINDS: dict[EventKind, Text] = {
    "event": Text("Muu tapahtuma", "Annan händelse", "Other event"),
    "reform": Text("Uudistus", "Reform", "Reform"),
}
SHIPPED = Text("Valmiina KEKOssa", "Ingår i KEKO", "Comes with KEKO")
NEEDS_DAY = Text("Valitse päivä.", "Välj en dag.", "Choose a day.")
NEEDS_AREA = Text(
    "Valitse vähintään yksi alue. Kaikkien alueiden tapahtuman tallentaa vain se, jonka rooli kattaa koko maan.",
    "Välj minst ett område. En händelse för alla områden sparas bara av den vars roll omfattar hela landet.",
    "Choose at least one area. An event of all areas is saved only by somebody whose role covers the whole country.",
)
DEMO = Text(
    "Tämä on esimerkkitapahtuma. Kun tallennat sen, siitä tulee oikea tapahtuma.",
    "Det här är en exempelhändelse. När du sparar den blir den en verklig händelse.",
    "This is a demo event. When you save it, it becomes a real event.",
)
NAMED = Text("{day} {name}", "{day} {name}", "{day} {name}")
SAVE_UNDONE = Text(
    "Tapahtuman voi muuttaa tai poistaa tällä sivulla.",
    "Händelsen kan ändras eller tas bort på den här sidan.",
    "The event can be changed or removed on this page.",
)
REMOVE_UNDONE = Text(
    "Tapahtuman voi lisätä uudelleen tällä sivulla.",
    "Händelsen kan läggas till på nytt på den här sidan.",
    "The event can be added again on this page.",
)
LIMITS_GO = Plural(
    one=Text(
        "{count} mittarin rajat, jotka on laskettu uudelleen tapahtumasta alkaen, poistuvat samalla. Ne eivät palaa tapahtuman mukana.",
        "Gränserna för {count} indikator som har räknats om från händelsen försvinner samtidigt. De kommer inte tillbaka med händelsen.",
        "The limits of {count} indicator that were computed anew from the event go with it. They do not come back with the event.",
    ),
    other=Text(
        "{count} mittarin rajat, jotka on laskettu uudelleen tapahtumasta alkaen, poistuvat samalla. Ne eivät palaa tapahtuman mukana.",
        "Gränserna för {count} indikatorer som har räknats om från händelsen försvinner samtidigt. De kommer inte tillbaka med händelsen.",
        "The limits of {count} indicators that were computed anew from the event go with it. They do not come back with the event.",
    ),
)
TO_EVENTS = Text("Lisää tai muokkaa tapahtumia", "Lägg till eller redigera händelser", "Add or edit events")
