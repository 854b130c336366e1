"""The words of the page of goals and actions, but for its sentences."""

from keko.data.text import Plural, Text
from keko.ecosystem import fields
from keko.room import undertaking_checks
from keko.words import admin_targets, terms
from keko.words.terms import NO_FIGURES, UNDER_WAY

PAGE = Text("Tavoitteet ja toimenpiteet", "Mål och åtgärder", "Goals and actions")
PICTURE = Text("Mitä katsotaan", "Vad som visas", "What is shown")
PICTURES = {
    "tavoitteet": terms.TARGETS,
    "toimenpiteet": Text("Toimenpiteet", "Åtgärder", "Actions"),
    "hanke": Text("Hankkeen seuranta", "Uppföljning av projektet", "Follow-up of the project"),
}
PATH_NOW = Text("Polun mukaan nyt", "Enligt banan nu", "On the path now")
END = admin_targets.TARGET
STANDS = Text("Tilanne", "Läge", "Where it stands")
WHEN = Text("Milloin voisi tietää", "När kunde man veta", "When could we know")
LIKELY = Text("Todennäköisyys", "Sannolikhet", "Likelihood")
PROGRESS = {
    "reached": ("✔", "better", Text("saavutettu", "uppnått", "reached")),
    "on the path": ("▲", "better", Text("polulla", "på banan", "on the path")),
    "not told apart": ("◇", "no-difference", Text("ei erotu polusta", "skiljer sig inte från banan", "not told apart from the path")),
    "behind": ("▼", "worse", Text("jäljessä polusta", "efter banan", "behind the path")),
    "far behind": ("▼", "worse", Text("selvästi jäljessä polusta", "klart efter banan", "far behind the path")),
    "missed": ("✖", "worse", Text("ei saavutettu", "inte uppnått", "not reached")),
    "not begun": ("○", "not-compared", Text("ei vielä lukuja alun jälkeen", "inga tal efter början ännu", "no figures since the start yet")),
    "no figures": ("○", "not-compared", NO_FIGURES),
    "not judged": ("○", "not-compared", Text("ei arvioida: kumpikaan suunta ei ole parempi", "bedöms inte: ingendera riktningen är bättre", "not judged: neither direction is better")),
}  # fmt: skip
ACTION = fields.FIELDS["action"]
KINDS = {
    "action": ACTION,
    "deliverable": Text("Hankkeen tuotos", "Projektets resultat", "Deliverable of the project"),
    "recommendation": Text("Suositus", "Rekommendation", "Recommendation"),
    "leadership": Text("Johtamismalli", "Ledningsmodell", "Leadership model"),
}
STATUSES = {
    "not started": Text("ei aloitettu", "inte påbörjad", "not started"),
    "under way": UNDER_WAY,
    "done": Text("valmis", "klar", "done"),
    "dropped": Text("luovuttu", "avstått", "dropped"),
}
LATENESS = {
    "late": ("✖", "worse", Text("myöhässä", "försenad", "late")),
    "next step late": ("▼", "worse", Text("seuraava askel myöhässä", "nästa steg försenat", "next step late")),
    "start late": ("▼", "worse", Text("aloitus myöhässä", "starten försenad", "start late")),
    "on time": ("▲", "no-difference", Text("aikataulussa", "i tidtabellen", "on time")),
    "not known": ("○", "not-compared", Text("tila tarkistamatta", "läget inte kontrollerat", "state not checked")),
    "over": ("○", "not-compared", Text("päättynyt", "avslutad", "over")),
}
UNCHECKED = Text(
    "vastuutaho ja määräpäivä puuttuvat",
    "ansvarig och slutdatum saknas",
    "nobody answers for it and no date is set",
)
OWNER = undertaking_checks.FIELDS["owner"]
NO_OWNER = Text("ei nimetty", "inte utsedd", "not named")
SCHEDULE = Text("Aikataulu", "Tidtabell", "Schedule")
NEXT = undertaking_checks.FIELDS["next_step"]
AIMS = Text("Mihin vaikutetaan", "Vad den siktar på", "What it aims at")
STATE = Text("Eteneminen", "Framskridande", "Progress")
NOBODY = Text("–", "–", "–")
ACTIONS_LIST = Text(
    "Toimenpiteet, myöhässä olevat ensin", "Åtgärder, de försenade först", "Actions, the late ones first"
)
TARGETS_LIST = Text(
    "Alueen tavoitteet, jäljessä olevat ensin",
    "Områdets mål, de som är efter först",
    "The area's targets, those behind first",
)
DELIVERABLES = Text("Hankkeen tuotokset", "Projektets resultat", "Deliverables of the project")
RECOMMENDATIONS = Text("Suositukset ja johtaminen", "Rekommendationer och ledning", "Recommendations and leadership")
DELIVERABLE = Text("Tuotos", "Resultat", "Deliverable")
RECOMMENDATION = Text("Suositus tai malli", "Rekommendation eller modell", "Recommendation or model")
RESPONSIBLE = Text("Vastuuhenkilö", "Ansvarig person", "Responsible person")
NAMED = Text("nimetty", "utsedd", "named")
PARTICIPATION = Text("Osallistuminen sektoreittain", "Deltagande per sektor", "Participation by sector")
SECTOR = fields.FIELDS["sector"]
ACTORS = Text("Toimijoita", "Aktörer", "Actors")
PARTICIPANTS = Text("Osallistujia tilaisuuksissa", "Deltagare i evenemang", "Participants in events")
DEMO = Text(
    "Sivulla on esimerkkejä. Oikeat tiedot korvaavat ne, kun ensimmäinen tallennetaan.",
    "Sidan har exempel. Riktiga uppgifter ersätter dem när den första sparas.",
    "There are examples on this page. Real ones replace them when the first is saved.",
)
CHOOSE = Text("Mitä muokataan", "Vad som redigeras", "What is edited")
NEW = Text("Uusi", "Ny", "A new one")
EDIT_ACTION = Text("Lisää tai muokkaa toimenpidettä", "Lägg till eller redigera en åtgärd", "Add or edit an action")
EDIT_FOLLOWED = Text(
    "Lisää tai muokkaa tuotosta, suositusta tai johtamismallia",
    "Lägg till eller redigera resultat, rekommendationer eller ledningsmodell",
    "Add or edit a deliverable, a recommendation or the leadership model",
)
TO_ACTIONS = Text("Lisää tai muokkaa toimenpiteitä", "Lägg till eller redigera åtgärder", "Add or edit actions")
EDIT_TARGET = Text("Aseta tai muuta tavoite", "Sätt eller ändra ett mål", "Set or change a target")
KIND = Text("Laji", "Slag", "Kind")
NUMBER = Text(
    "Numero hankkeessa, esimerkiksi 1.1", "Nummer i projektet, till exempel 1.1", "Number in the project, such as 1.1"
)
BEGINS = Text("Alkaa", "Börjar", "Begins")
DUE = undertaking_checks.FIELDS["due"]
NEXT_STEP = Text("Seuraava askel suomeksi", "Nästa steg på finska", "Next step in Finnish")
NEXT_DAY = undertaking_checks.FIELDS["next_day"]
SEGMENTS = undertaking_checks.FIELDS["segments"]
COMPARED = Text("Vertailu muihin alueisiin", "Jämförelse med andra områden", "Comparison with other areas")
COMPARED_MEANS = Text(
    "Toimenpiteen alkamisen jälkeen KEKO kertoo, miten alueen luku poikkeaa näistä alueista. Valitse ne ennen kuin toimenpide alkaa.",
    "När åtgärden har börjat berättar KEKO hur områdets tal avviker från dessa områden. Välj dem innan åtgärden börjar.",
    "Once the action has begun, KEKO tells how the area's figure differs from these areas. Choose them before the action begins.",
)
DONORS = undertaking_checks.FIELDS["donors"]
DECLARED = undertaking_checks.FIELDS["declared"]
NO_DONORS = Text("Ei vertailualueita", "Inga jämförelseområden", "No comparison areas")
CHOSEN_LATE = Text(
    "Vertailualueet on valittu toimenpiteen alkamisen jälkeen: eroa niihin ei lasketa.",
    "Jämförelseområdena har valts efter att åtgärden började: skillnaden mot dem beräknas inte.",
    "The comparison areas were chosen after the action began: the difference from them is not computed.",
)
HAS_RESPONSIBLE = Text(
    "Vastuuhenkilö on nimetty (nimeä ei kirjata)",
    "En ansvarig person är utsedd (namnet skrivs inte in)",
    "A responsible person has been named (the name is not written here)",
)
UNDONE = Text(
    "Muutoksen voi perua painikkeella Peru viimeisin muutos.",
    "Ändringen kan återkallas med knappen Återkalla den senaste ändringen.",
    "The change can be undone by the button Undo the latest change.",
)
REMOVE_UNDONE = Text(
    "Poistetun voi palauttaa tältä sivulta: Palauta viimeksi poistettu.",
    "Det borttagna kan återställas på den här sidan: Återställ det som senast togs bort.",
    "What was removed can be put back on this page: Put back what was removed last.",
)
LIMITS_GO = Plural(
    one=Text(
        "{count} mittarin tavanomaisen vaihtelun rajat, jotka on laskettu uudelleen tästä alkaen, poistuvat samalla. Ne palaavat, kun muutos perutaan.",
        "Variationsgränserna för {count} indikator, som har räknats om härifrån, försvinner samtidigt. De kommer tillbaka om ändringen återkallas.",
        "The limits of ordinary variation of {count} indicator that were computed anew from this on go with it. They come back when the change is undone.",
    ),
    other=Text(
        "{count} mittarin tavanomaisen vaihtelun rajat, jotka on laskettu uudelleen tästä alkaen, poistuvat samalla. Ne palaavat, kun muutos perutaan.",
        "Variationsgränserna för {count} indikatorer, som har räknats om härifrån, försvinner samtidigt. De kommer tillbaka om ändringen återkallas.",
        "The limits of ordinary variation of {count} indicators that were computed anew from this on go with it. They come back when the change is undone.",
    ),
)
PUT_BACK = Text("Palauta viimeksi poistettu", "Återställ det som senast togs bort", "Put back what was removed last")
YES_PUT_BACK = Text("Palauta", "Återställ", "Put back")
PUT_BACK_MEANS = Text(
    "Palautuu: {name}. Sen voi poistaa uudelleen.",
    "Återställs: {name}. Det kan tas bort på nytt.",
    "This is put back: {name}. It can be removed again.",
)
UNDO = Text("Peru viimeisin muutos", "Återkalla den senaste ändringen", "Undo the latest change")
YES_UNDO = Text("Peru muutos", "Återkalla ändringen", "Undo the change")
UNDO_MEANS = Text(
    "Tieto palautuu sellaiseksi kuin se oli ennen viimeisintä tallennusta.",
    "Uppgiften blir som den var före den senaste sparningen.",
    "It becomes what it was before it was last saved.",
)
UNDO_TARGET_MEANS = Text(
    "Tavoite palautuu sellaiseksi kuin se oli ennen viimeisintä tallennusta.",
    "Målet blir som det var före den senaste sparningen.",
    "The target becomes what it was before it was last saved.",
)
DEMO_ACTION = Text(
    "Tämä on esimerkki. Kun tallennat sen, siitä tulee oikea ja saman lajin muut esimerkit poistuvat näkyvistä.",
    "Det här är ett exempel. När du sparar det blir det verkligt och andra exempel av samma slag visas inte längre.",
    "This is an example. When you save it, it becomes a real one and other examples of its kind are shown no more.",
)
NEEDS = Text(
    "Tallennettavassa on oltava nimi, vastuutaho ja alue.",
    "Det som sparas ska ha ett namn, en ansvarig och ett område.",
    "What is saved has a name, somebody who answers and an area.",
)
START = Text(
    "Lähtöluku, jos muu kuin alueen luku alussa",
    "Utgångstal, om annat än områdets tal i början",
    "Number to start from, if not the area's figure then",
)
STEPS = Text(
    "Välitavoitteet, esimerkiksi 2027: 78,0; 2028: 79,5",
    "Delmål, till exempel 2027: 78,0; 2028: 79,5",
    "Steps, such as 2027: 78.0; 2028: 79.5",
)
SLACK = Text(
    "Kuinka paljon jäljessä on vielä polulla",
    "Hur mycket efter är ännu på banan",
    "How far behind is still on the path",
)
ALARM = Text(
    "Mistä alkaen jäljessä on hälyttävää",
    "Från hur mycket efter det är alarmerande",
    "From how far behind on it is alarming",
)
