"""The words of the form in which targets are set."""

from keko.data.text import Text

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
    "start": Text(
        "Kirjoita lähtöluvuksi luku, esimerkiksi 75,0.",
        "Skriv utgångstalet som ett tal, till exempel 75,0.",
        "Write the number to start from as a number, such as 75.0.",
    ),
    "steps": Text(
        "Kirjoita välitavoitteet muodossa 2027: 78,0; 2028: 79,5.",
        "Skriv delmålen i formen 2027: 78,0; 2028: 79,5.",
        "Write the steps as 2027: 78.0; 2028: 79.5.",
    ),
    "step order": Text(
        "Välitavoitteet ovat aikajärjestyksessä alun ja määräajan välissä.",
        "Delmålen står i tidsordning mellan början och tidsfristen.",
        "Steps are in order of time between the start and the date by when.",
    ),
    "thresholds": Text(
        "Rajat ovat lukuja nollasta ylöspäin, ja hälytysraja on vähintään polulla olon raja.",
        "Gränserna är tal från noll uppåt, och larmgränsen är minst lika stor som gränsen för banan.",
        "The limits are numbers from zero up, and the alarming one is at least as large as that of the path.",
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
NO_FIGURES = Text("lukuja ei ole", "det finns inga tal", "there are no figures")
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
WRONG_WAY = Text(
    "Tavoite on lähtölukua heikompi: tarkista luku.",
    "Målet är sämre än utgångstalet: kontrollera talet.",
    "The target is worse than what it starts from: check the number.",
)
MORE = Text("Polku ja rajat (vapaaehtoinen)", "Bana och gränser (frivilligt)", "Path and limits (optional)")
