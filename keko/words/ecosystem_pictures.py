"""Words within the pictures of actors and services: of waits, of groups without services, of time, of places on the map."""

from keko.data.text import Plural, Text
from keko.words.terms import NOT_KNOWN

# The path
WAITED = Text("Moniko odotti", "Hur många väntade", "How many waited")
OVER_AGREED = Text(
    "yli sovitun odotti {persons}", "{persons} väntade längre än avtalat", "{persons} waited longer than agreed"
)
ABOUT = Text("noin {told}", "ungefär {told}", "about {told}")
OF_ALL = Text("palveluun pääsi {persons}", "{persons} fick servicen", "{persons} got the service")
GOT_IN = Text("Palveluun päässeitä", "Fick servicen", "Got the service")
OVER = Text("Yli sovitun odottaneita", "Väntade längre än avtalat", "Waited longer than agreed")
AGREED_IS = Text("sovittu {days}", "avtalat {days}", "agreed {days}")
WHICH_PARTS = Text("Mikä muuttui", "Vad ändrades", "What changed")
NOT_TOLD = NOT_KNOWN
SERVICES_OF_ACTORS = Text("{services}, {actors}", "{services}, {actors}", "{services}, {actors}")
AND_MORE = Plural(
    one=Text("{names} ja {count} muu", "{names} och {count} annan", "{names} and {count} other"),
    other=Text("{names} ja {count} muuta", "{names} och {count} andra", "{names} and {count} others"),
)
PATH_NOTE = Text(
    "Mitattu odotus on jakson mediaani ja sen 95 %:n väli; se koskee kaikkia ryhmiä, ja palkin pituus kertoo päivät. Odottaneet ovat "
    "jakson aikana palveluun päässeitä: yhä jonottavien määrää ei aineistossa ole.",
    "Den uppmätta väntan är periodens median med 95 % intervall; den gäller alla grupper, och stapelns längd visar dagarna. De som väntat "
    "har fått servicen under perioden: hur många som ännu köar finns inte i materialet.",
    "The measured wait is the period's median with its 95% interval; it is of all groups, and the length of the bar shows the days. Those "
    "who waited got the service during the period: the figures do not hold how many still queue.",
)

# Groups without services
PARTIAL = Text("{served}/{all} kunnassa", "i {served}/{all} kommuner", "in {served}/{all} municipalities")
NOT_DESCRIBED = Text("palveluja ei kirjattu", "inga tjänster antecknade", "no services recorded")
NOTHING_HERE = Text(
    "Alueelta ei ole kirjattu palveluja millekään ryhmälle.",
    "Inga tjänster har antecknats för någon grupp i området.",
    "No services have been recorded for any group in the area.",
)
OTHER_MODEL = Text(
    "Tämän mallin ryhmille ei ole kirjattu palveluja. Alueen palvelut on kirjattu toisen mallin ryhmille.",
    "Inga tjänster har antecknats för modellens grupper. Områdets tjänster har antecknats för en annan modells grupper.",
    "No services have been recorded for this model's groups. The area's services are recorded for another model's groups.",
)
SHOW_MODEL = Text("Näytä {model}", "Visa {model}", "Show {model}")
UNDESCRIBED = Plural(
    one=Text(
        "Lisäksi {count} ryhmälle ei ole kirjattu yhtään palvelua ({group}, {persons}).",
        "Dessutom har {count} grupp inga antecknade tjänster ({group}, {persons}).",
        "Besides, {count} group has no services recorded ({group}, {persons}).",
    ),
    other=Text(
        "Lisäksi {count} ryhmälle ei ole kirjattu yhtään palvelua (suurin {group}, {persons}).",
        "Dessutom har {count} grupper inga antecknade tjänster (störst {group}, {persons}).",
        "Besides, {count} groups have no services recorded (the largest {group}, {persons}).",
    ),
)
UNDESCRIBED_PLAIN = Plural(
    one=Text(
        "Lisäksi {count} ryhmälle ei ole kirjattu yhtään palvelua.",
        "Dessutom har {count} grupp inga antecknade tjänster.",
        "Besides, {count} group has no services recorded.",
    ),
    other=Text(
        "Lisäksi {count} ryhmälle ei ole kirjattu yhtään palvelua.",
        "Dessutom har {count} grupper inga antecknade tjänster.",
        "Besides, {count} groups have no services recorded.",
    ),
)
MATRIX_NOTE = Text(
    "◇ palvelua ei ole kirjattu ryhmälle, jonka on vaikea työllistyä tai joka on lähellä sitä. ● vähintään kolme toimijaa samassa kunnassa. "
    "Tyhjä kohta: palvelua ei ole kirjattu muulle ryhmälle, tai ryhmässä ei ole ketään tai sen koko on peitetty.",
    "◇ ingen tjänst har antecknats för en grupp som har svårt att få arbete eller är nära det. ● minst tre aktörer i samma kommun. "
    "En tom ruta: ingen tjänst har antecknats för en annan grupp, eller gruppen är utan personer eller dess storlek dold.",
    "◇ no service is recorded for a group that finds it hard to get a job, or is near it. ● three actors or more in one municipality. "
    "An empty cell: no service is recorded for another group, or the group is of nobody or its size is hidden.",
)
CELL_OPENS = Text(
    "Kohta avautuu palvelujen luetteloksi.",
    "En ruta öppnar listan över tjänster.",
    "A cell opens the list of services.",
)
SIZES_OF = Text(
    "Henkilöt: {model}, {period}. Lähde: {source}.",
    "Personer: {model}, {period}. Källa: {source}.",
    "Persons: {model}, {period}. Source: {source}.",
)
UNUSED_FOR = Text(
    "Menetelmät, joista on näyttöä ja joita muualla käytetään mutta täällä ei",
    "Metoder med evidens som används på andra håll men inte här",
    "Methods with evidence that are used elsewhere and not here",
)
MORE_GROUPS = Plural(
    one=Text("ja {count} muu ryhmä", "och {count} annan grupp", "and {count} other group"),
    other=Text("ja {count} muuta ryhmää", "och {count} andra grupper", "and {count} other groups"),
)
FOR_WHOM = Text(
    "Kenelle ja missä vaiheessa muualla", "För vem och i vilket skede på andra håll", "For whom and when elsewhere"
)

# Obstacles over time
OVER_TIME = Text(
    "Poistamatta olevat esteet neljännesten lopussa",
    "Hinder som inte undanröjts, vid kvartalens slut",
    "Obstacles not removed at the end of each quarter",
)
NOT_REMOVED = Text("Poistamatta", "Inte undanröjda", "Not removed")

# The map
MAP_OF = Text("Toimijat kunnittain – {area}", "Aktörer per kommun – {area}", "Actors by municipality – {area}")
MAP_ALT = Text(
    "Kartta: kunnat toimijoiden määrän mukaan ja toimijoiden sijainnit. Samat luvut ovat taulukossa.",
    "Karta: kommunerna enligt antalet aktörer och aktörernas lägen. Samma tal finns i tabellen.",
    "Map: the municipalities by the number of actors, and where actors are. The same figures are in the table.",
)
MAP_NOTE = Text(
    "Väri ja luku kertovat, moniko toimija palvelee kuntaa. ◇ ja katkoviiva: kuntaa ei palvele kukaan. Piste on toimijan sijainti.",
    "Färgen och talet visar hur många aktörer som betjänar kommunen. ◇ och streckad linje: ingen betjänar kommunen. En prick är en aktörs läge.",
    "The colour and the number tell how many actors serve the municipality. ◇ and a dashed line: nobody serves it. A dot is where an actor is.",
)
NO_POINT = Text(
    "Toimijat, joiden sijaintia ei ole kirjattu: {actors}.",
    "Aktörer vars läge inte har antecknats: {actors}.",
    "Actors whose place has not been recorded: {actors}.",
)
ACTORS_HERE = Text("Toimijat kartalla", "Aktörer på kartan", "Actors on the map")
