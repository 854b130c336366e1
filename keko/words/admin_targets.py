"""The words of the form in which targets are set, and where each stands today."""

from keko.data.text import Text

LIST = Text("Tavoitteet, joita voit muokata", "Mål som du kan redigera", "Targets that you may edit")
NONE_YET = Text(
    "Alueilla, joita voit muokata, ei ole vielä tavoitteita.",
    "De områden som du kan redigera har inga mål än.",
    "The areas that you may edit have no targets yet.",
)
CHOOSE = Text("Mitä tavoitetta muokataan", "Vilket mål redigeras", "Which target is edited")
NEW = Text("Uusi tavoite", "Nytt mål", "A new target")
TARGET = Text("Tavoite", "Mål", "Target")
TARGET_IN = Text("Tavoite ({unit})", "Mål ({unit})", "Target ({unit})")
SINCE = Text("Mistä alkaen", "Från och med", "From")
DUE = Text("Mihin mennessä", "Senast", "By when")
NOW = Text("Nyt", "Nu", "Now")
PERIOD_HELP = Text(
    "Vuosi, neljännes tai kuukausi: 2027, 2027-Q1 tai 2027-03",
    "År, kvartal eller månad: 2027, 2027-Q1 eller 2027-03",
    "Year, quarter or month: 2027, 2027-Q1 or 2027-03",
)
NEEDS = Text(
    "Tallennettavaan tavoitteeseen kuuluvat luku, alku ja määräaika.",
    "Ett mål som sparas består av ett tal, en början och en tidsfrist.",
    "A target that is saved has a number, a start and a date by when.",
)
SLIPS = {
    "value": Text(
        "Kirjoita tavoitteeksi luku, esimerkiksi 78,5.",
        "Skriv målet som ett tal, till exempel 78,5.",
        "Write the target as a number, such as 78.5.",
    ),
    "share": Text(
        "Osuuden tavoite on nollasta sataan prosenttia.",
        "Målet för en andel är från noll till hundra procent.",
        "The target of a share is from zero to a hundred per cent.",
    ),
    "since": Text(
        "Kirjoita alku muodossa 2027, 2027-Q1 tai 2027-03.",
        "Skriv början i formen 2027, 2027-Q1 eller 2027-03.",
        "Write the start as 2027, 2027-Q1 or 2027-03.",
    ),
    "due": Text(
        "Kirjoita määräaika muodossa 2027, 2027-Q1 tai 2027-03.",
        "Skriv tidsfristen i formen 2027, 2027-Q1 eller 2027-03.",
        "Write by when as 2027, 2027-Q1 or 2027-03.",
    ),
    "order": Text(
        "Tavoite ei voi päättyä ennen kuin se alkaa.",
        "Målet kan inte ta slut innan det börjar.",
        "A target cannot be due before it starts.",
    ),
}
THERE_IS_ONE = Text(
    "Alueella on jo tavoite tälle mittarille: valitse se yllä olevasta listasta.",
    "Området har redan ett mål för den här indikatorn: välj det i listan ovan.",
    "The area has a target for this indicator already: choose it in the list above.",
)
PREVIEW = Text("Tallennetaan {name}: {target}", "Sparas {name}: {target}", "Will be saved, {name}: {target}")
DEMO = Text(
    "Tämä on esimerkkitavoite. Kun tallennat sen, siitä tulee alueen oikea tavoite.",
    "Det här är ett exempelmål. När du sparar det blir det områdets verkliga mål.",
    "This is a demo target. When you save it, it becomes a real target of the area.",
)
TOLD = Text(
    "{value}, alkaen {since}, viimeistään {due}.",
    "{value}, från och med {since}, senast {due}.",
    "{value}, from {since}, by {due}.",
)
NAMED = Text("{indicator}, {area}", "{indicator}, {area}", "{indicator}, {area}")
STANDS = {
    "meets": Text("{value}: saavutettu", "{value}: uppnått", "{value}: reached"),
    "misses": Text("{value}: puuttuu {gap}", "{value}: {gap} återstår", "{value}: {gap} short"),
    "unclear": Text(
        "{value}: tavoite on luottamusvälin sisällä, ei voi sanoa, onko se saavutettu",
        "{value}: målet ligger inom konfidensintervallet, det går inte att säga om det är uppnått",
        "{value}: the target is within the confidence interval, it is not known whether it has been reached",
    ),
    "hit and miss": Text(
        "{value}: täyttyy välillä ja välillä ei",
        "{value}: uppfylls ibland och ibland inte",
        "{value}: met at times and missed at times",
    ),
    None: Text("{value}", "{value}", "{value}"),
}
NO_FIGURES = Text("lukuja ei ole", "det finns inga tal", "there are no figures")
NOT_BESIDE_REAL = Text(
    "ei näytetä: luvut eivät ole esimerkkilukuja",
    "visas inte: talen är inte exempeluppgifter",
    "not shown: the figures are no demo figures",
)
SAVE_UNDONE = Text(
    "Tavoitteen voi muuttaa tai poistaa tällä sivulla.",
    "Målet kan ändras eller tas bort på den här sidan.",
    "The target can be changed or removed on this page.",
)
REMOVE_UNDONE = Text(
    "Tavoitteen voi asettaa uudelleen tällä sivulla.",
    "Målet kan sättas på nytt på den här sidan.",
    "The target can be set again on this page.",
)
TO_SET = Text("Aseta alueelle tavoite", "Sätt ett mål för området", "Set a target for the area")
TO_CHANGE = Text("Muuta alueen tavoitetta", "Ändra områdets mål", "Change the area's target")
