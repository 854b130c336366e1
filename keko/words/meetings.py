"""The words of meetings: series, agendas, pinned views, decisions, and what became of them."""

from keko.data.text import Plural, Text
from keko.ecosystem.fields import FIELDS as OF_RECORDS
from keko.room.meeting_problems import FIELDS, KINDS
from keko.room.meetings import Decision, Meeting, Series, State
from keko.room.then_and_now import Direction, Outcome, Reason
from keko.words.terms import UNDER_WAY

PAGE = KINDS[Meeting]
SERIES = KINDS[Series]
MEETING = KINDS[Meeting]
NO_SERIES = Text(
    "Kokouksia ei ole vielä. Perusta ensin kokoussarja, esimerkiksi ohjausryhmä.",
    "Det finns inga möten ännu. Skapa först en mötesserie, till exempel styrgruppen.",
    "There are no meetings yet. Begin with a series, for example the steering group.",
)
NO_SERIES_TO_READ = Text(
    "Luettavanasi ei ole kokouksia. Kokouksia lukee se, jolla on rooli niiden alueella.",
    "Det finns inga möten som du kan läsa. Möten läses av den som har en roll i deras område.",
    "There are no meetings for you to read. Meetings are read by whoever has a role in their area.",
)
NONE_OF_AREA = Text(
    "Luettavanasi ei ole tämän alueen kokouksia: {area}.",
    "Det finns inga möten i detta område som du kan läsa: {area}.",
    "There are no meetings of this area for you to read: {area}.",
)
NOT_THERE = Text(
    "Tätä kokousta ei ole enää, tai se ei ole luettavanasi.",
    "Det här mötet finns inte längre, eller så kan du inte läsa det.",
    "This meeting is no longer there, or it is not for you to read.",
)
ITEM_NOT_THERE = Text(
    "Osoitteessa nimettyä kohtaa ei ole tällä asialistalla: se on voitu poistaa tai siirtää toiseen kokoukseen.",
    "Ärendet i adressen finns inte på den här föredragningslistan: det kan ha tagits bort eller flyttats till ett annat möte.",
    "The item in the address is not on this agenda: it may have been removed, or moved to another meeting.",
)
READABLE = Text("Kokoussarjat", "Mötesserier", "Series of meetings")
NO_MEETINGS = Text("Sarjassa ei ole vielä kokousta.", "Serien har inget möte ännu.", "The series has no meeting yet.")
SIGNED_IN_ONLY = Text(
    "Kokoukset näkyvät kirjautuneille.",
    "Mötena visas för inloggade.",
    "Meetings are shown to those who have signed in.",
)
DEMO = Text(
    "Esimerkkikokous – ei todellisia päätöksiä.",
    "Exempelmöte – inga verkliga beslut.",
    "An example meeting – no real decisions.",
)
TO_COME = Text("tulossa", "kommande", "to come")
HELD = Text("pidetty", "hållet", "held")
AT = Text("{day} ({state})", "{day} ({state})", "{day} ({state})")
FINDING = Plural(
    one=Text(
        "Asialistalla on {count} asia; edellisiä päätöksiä on avoinna {open}, myöhässä {late}.",
        "Föredragningslistan har {count} ärende; av tidigare beslut är {open} öppna, {late} försenade.",
        "The agenda has {count} item; of earlier decisions {open} are open, {late} late.",
    ),
    other=Text(
        "Asialistalla on {count} asiaa; edellisiä päätöksiä on avoinna {open}, myöhässä {late}.",
        "Föredragningslistan har {count} ärenden; av tidigare beslut är {open} öppna, {late} försenade.",
        "The agenda has {count} items; of earlier decisions {open} are open, {late} late.",
    ),
)
PARTS = {
    "avaus": Text("Edelliset päätökset", "Tidigare beslut", "Earlier decisions"),
    "asialista": Text("Asialista", "Föredragningslista", "Agenda"),
    "paatokset": Text("Päätökset", "Beslut", "Decisions"),
    "hallinta": Text("Kokoukset", "Möten", "Meetings"),
}
SINCE = Text("Edellisen kokouksen jälkeen", "Sedan förra mötet", "Since the last meeting")
SINCE_NOTHING = Text(
    "Luvut, palvelut ja esteet ovat kuten edellisessä kokouksessa.",
    "Tal, tjänster och hinder är som vid förra mötet.",
    "Figures, services and obstacles are as they were at the last meeting.",
)
NEW_FIGURES = Plural(
    one=Text("Uusia lukuja: {count} mittari ({names}).", "Nya tal: {count} indikator ({names}).", "New figures: {count} indicator ({names})."),
    other=Text("Uusia lukuja: {count} mittaria ({names}).", "Nya tal: {count} indikatorer ({names}).", "New figures: {count} indicators ({names})."),
)  # fmt: skip
REVISED = Plural(
    one=Text("Tarkistettuja lukuja: {count} mittari ({names}).", "Reviderade tal: {count} indikator ({names}).", "Revised figures: {count} indicator ({names})."),
    other=Text("Tarkistettuja lukuja: {count} mittaria ({names}).", "Reviderade tal: {count} indikatorer ({names}).", "Revised figures: {count} indicators ({names})."),
)  # fmt: skip
TURNED = Plural(
    one=Text("Tulos vertailussa kääntyi: {count} mittari ({names}).", "Resultatet i jämförelsen har vänt: {count} indikator ({names}).", "The result of the comparison has turned: {count} indicator ({names})."),
    other=Text("Tulos vertailussa kääntyi: {count} mittaria ({names}).", "Resultatet i jämförelsen har vänt: {count} indikatorer ({names}).", "The result of the comparison has turned: {count} indicators ({names})."),
)  # fmt: skip
CAME = Text("Uusia {what}: {names}.", "Nya {what}: {names}.", "New {what}: {names}.")
WENT = Text("Poistuneita {what}: {names}.", "Borttagna {what}: {names}.", "Removed {what}: {names}.")
KINDS_OF = {
    "service": Text("palveluja", "tjänster", "services"),
    "obstacle": Text("esteitä", "hinder", "obstacles"),
}
OTHERS_TOO = Text("{names} ja muita", "{names} och andra", "{names} and others")

FIRST = Text(
    "Sarjan ensimmäinen kokous: edellisiä päätöksiä ei ole.",
    "Seriens första möte: det finns inga tidigare beslut.",
    "The first meeting of the series: there are no earlier decisions.",
)
NOTHING_DECIDED = Text("Päätöksiä ei ole vielä.", "Inga beslut ännu.", "No decisions yet.")
NOTHING_CARRIED = Text(
    "Edellisessä kokouksessa ei tehty päätöksiä.", "Vid förra mötet fattades inga beslut.", "Nothing was decided at the last meeting."
)  # fmt: skip
DECISION = KINDS[Decision]
RESPONSIBLE = FIELDS["responsible"]
THEN = Text("Luku silloin", "Talet då", "Figure then")
BECAME = Text("Mitä siitä tuli", "Vad blev det", "What became of it")
STATE = Text("Missä mennään", "Läget", "Where it stands")
MEANT = Text("Tarkoitus", "Avsikt", "Intention")
STATES: dict[State, Text] = {
    "open": Text("avoin", "öppet", "open"),
    "under way": UNDER_WAY,
    "done": Text("tehty", "utfört", "done"),
    "dropped": Text("luovuttu", "avskrivet", "dropped"),
}
LATE = Text("myöhässä", "försenat", "late")
ACTION = OF_RECORDS["action"]
ACTION_NOW = Text("{name} (tilanne nyt: {state})", "{name} (läget nu: {state})", "{name} (now: {state})")
ACTION_REMOVED = Text("poistettu", "borttagen", "removed")
DIRECTIONS: dict[Direction, Text] = {
    "higher": Text("luku nousee", "talet stiger", "the figure rises"),
    "lower": Text("luku laskee", "talet sjunker", "the figure falls"),
}
OUTCOMES: dict[Outcome, Text] = {
    "moved as meant": Text("Muuttui kuten oli tarkoitus", "Ändrades som avsett", "Moved as meant"),
    "moved the other way": Text("Muuttui päinvastaiseen suuntaan", "Ändrades åt motsatt håll", "Moved the other way"),
    "cannot be told from chance": Text(
        "Muutosta ei voi erottaa sattumasta", "Ändringen går inte att skilja från slumpen", "Cannot be told from chance"
    ),
    "no new figures": Text("Uusia lukuja ei ole vielä", "Inga nya tal ännu", "No new figures yet"),
    "cannot be judged": Text("Ei voi arvioida", "Går inte att bedöma", "Cannot be judged"),
}
REASONS: dict[Reason, Text] = {
    "hidden": Text("luku on peitetty", "talet är dolt", "the figure is hidden"),
    "newer hidden": Text("uudempi luku on peitetty", "det nyare talet är dolt", "the newer figure is hidden"),
    "left out": Text(
        "silloista lukua ei enää näytetä",
        "det dåvarande talet visas inte längre",
        "the figure of then is no longer shown",
    ),
    "break in series": Text("sarja katkeaa välissä", "serien bryts däremellan", "the series is broken in between"),
    "no interval": Text(
        "luvulla ei ole luottamusväliä", "talet saknar konfidensintervall", "the figure has no interval"
    ),
    "demo": Text(
        "esimerkkilukua ja todellista lukua ei verrata",
        "exempeldata och verkliga uppgifter jämförs inte",
        "a demo figure and a real one are not compared",
    ),
    "few years": Text("vuosia on liian vähän", "det finns för få år", "there are too few years"),
}
THEN_NOW = Text("{then} → {now}", "{then} → {now}", "{then} → {now}")
DIFFERS = Text(
    "ero {difference}, 95 %:n väli {lower} – {upper}",
    "skillnad {difference}, 95 % intervall {lower} – {upper}",
    "difference {difference}, 95% interval {lower} – {upper}",
)
DIFFERS_ALONE = Text("ero {difference}", "skillnad {difference}", "difference {difference}")
NEXT_DUE = Text("seuraavat noin {day}", "de följande omkring {day}", "the next about {day}")
NEXT_LATE = Text(
    "seuraavien piti tulla noin {day}: ne ovat myöhässä",
    "de följande skulle ha kommit omkring {day}: de är försenade",
    "the next were due about {day}: they are late",
)
WAS_REVISED = Text(
    "silloista lukua on sittemmin tarkistettu: nyt {value}",
    "talet har sedan dess reviderats: nu {value}",
    "the figure of then has been revised since: {value} now",
)
GONE = Text(
    "Mittaria tai aluetta ei enää ole: luku on sellaisena kuin se silloin oli.",
    "Indikatorn eller området finns inte längre: talet är som det då var.",
    "The indicator or the area is no longer there: the figure is as it was then.",
)
OTHER_FORM = Text(
    "Ei voi arvioida: luku on tallennettu KEKOn toisella versiolla muodossa, jota tämä ei tunne.",
    "Går inte att bedöma: talet har sparats med en annan version av KEKO i en form som den här inte känner till.",
    "Cannot be judged: the figure was kept by another version of KEKO in a form that this one does not know.",
)
NO_FIGURE = Text("Päätös ilman lukua.", "Beslut utan tal.", "A decision without a figure.")

PINNED = Text(
    "Kiinnitetty {at}, aineistoversio {version}. Näkymä on sellaisena kuin se silloin oli.",
    "Fäst {at}, dataversion {version}. Vyn är som den då var.",
    "Pinned {at}, data version {version}. The view is as it was then.",
)
OTHER_KEKO = Text(
    "Näkymän piirsi KEKO {version}.", "Vyn ritades av KEKO {version}.", "The view was drawn by KEKO {version}."
)
OPEN_NOW = Text("Avaa nyt", "Öppna nu", "Open now")
NOT_READABLE = Text(
    "Tätä kiinnitettyä näkymää ei voi näyttää tällä KEKOn versiolla. Se on tallessa muuttumattomana.",
    "Den fästa vyn kan inte visas med den här versionen av KEKO. Den finns kvar som den var.",
    "This pinned view cannot be shown by this version of KEKO. It is kept unchanged.",
)
OPENING_NOT_READABLE = Text(
    "Tämän kokouksen alussa kerrottua ei voi näyttää tällä KEKOn versiolla. Se on tallessa muuttumattomana.",
    "Det som mötet inleddes med kan inte visas med den här versionen av KEKO. Det finns kvar som det var.",
    "What this meeting opened with cannot be shown by this version of KEKO. It is kept unchanged.",
)
ANNOUNCED = Text(
    "Esityksen alettua on julkaistu tai muutettu tietoja. Esitys näyttää ne, joilla se alkoi.",
    "Uppgifter har publicerats eller ändrats efter att presentationen började. Den visar dem som den började med.",
    "Something has been published or changed since the presentation began. It goes on with what it began with.",
)
SLIDE = Text("{place} / {all}", "{place} / {all}", "{place} / {all}")
NEXT = Text("Seuraava", "Nästa", "Next")
PREVIOUS = Text("Edellinen", "Föregående", "Previous")
