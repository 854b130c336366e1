"""The words of what is asked about a file, at the place where its problem is told, and of what was answered."""

from keko.data.text import Plural, Text

ASKED = Text("Vastaa näihin", "Besvara dessa", "Answer these")
ASKED_LEAD = Plural(
    one=Text(
        "{count} kysymys. Vastaus muistetaan, kun julkaiset.",
        "{count} fråga. Svaret sparas när du publicerar.",
        "{count} question. The answer is remembered when you publish.",
    ),
    other=Text(
        "{count} kysymystä. Vastaukset muistetaan, kun julkaiset.",
        "{count} frågor. Svaren sparas när du publicerar.",
        "{count} questions. The answers are remembered when you publish.",
    ),
)
ANSWER = Text("Käytä vastauksia: {name}", "Använd svaren: {name}", "Use the answers: {name}")
NOT_ANSWERED = Text("en vastaa", "inget svar", "no answer")
NOT_POSSIBLE = Text("Vastaus ei käy.", "Svaret duger inte.", "The answer cannot be used.")
# What is asked; `{subject}`: the column, text, measure or row it is about.
LABELS: dict[str, Text] = {
    "role": Text("Mitä sarakkeessa ”{subject}” on?", "Vad finns i kolumnen ”{subject}”?", "What is in the column “{subject}”?"),
    "sheet": Text("Mikä välilehti luetaan?", "Vilken flik ska läsas?", "Which sheet should be read?"),
    "header row": Text(
        "Millä rivillä otsikot ovat? (0, jos niitä ei ole)",
        "På vilken rad finns rubrikerna? (0 om de saknas)",
        "On which row are the headers? (0 if there are none)",
    ),
    "area": Text("Mitä aluetta koko tiedosto koskee?", "Vilket område gäller hela filen?", "Which area is the whole file about?"),
    "period": Text(
        "Mitä ajankohtaa koko tiedosto koskee?", "Vilken tidpunkt gäller hela filen?", "Which period is the whole file about?"
    ),
    "measure": Text("Mitä luvut mittaavat?", "Vad mäter talen?", "What do the figures measure?"),
    "level": Text("Mikä on alueiden taso?", "Vilken nivå har områdena?", "Which level are the areas?"),
    "decimal": Text("Mikä on desimaalimerkki?", "Vilket är decimaltecknet?", "Which is the decimal mark?"),
    "marker": Text("Mitä ”{subject}” tarkoittaa?", "Vad betyder ”{subject}”?", "What does “{subject}” mean?"),
    "scale": Text(
        "Millä mittarin ”{subject}” luvut kerrotaan?",
        "Vad ska talen för ”{subject}” multipliceras med?",
        "By what should the figures of “{subject}” be multiplied?",
    ),
    "which area": Text("Mikä alue ”{subject}” on?", "Vilket område är ”{subject}”?", "Which area is “{subject}”?"),
    "leave out": Text("Jätetäänkö ”{subject}” pois?", "Ska ”{subject}” lämnas bort?", "Should “{subject}” be left out?"),
    "row": Text("Ohita rivi {subject}", "Hoppa över rad {subject}", "Pass over row {subject}"),
    "region": Text(
        "Mikä alue on Sotkanetin numero {subject}?", "Vilket område är Sotkanets nummer {subject}?", "Which area is Sotkanet's {subject}?"
    ),
    "indicator": Text("Mikä mittari tämä on?", "Vilken indikator är detta?", "Which indicator is this?"),
    "persons": Text(
        "Saako osuudet julkaista ilman lukumääriä?",
        "Får andelarna publiceras utan antal?",
        "May the shares be published without numbers?",
    ),
    "take back": Text("Poista aiempi vastaus: {subject}", "Ta bort det tidigare svaret: {subject}", "Take back the earlier answer: {subject}"),
}  # fmt: skip
CHOICES: dict[str, Text] = {
    "pass": Text("jätä tämä pois", "lämna bort detta", "leave this out"),
    "pass all": Text("jätä kaikki tuntemattomat pois", "lämna bort alla okända", "leave out all that are unknown"),
    "missing": Text("tieto puuttuu", "uppgiften saknas", "the figure is missing"),
    "zero": Text("nolla", "noll", "zero"),
    "as given": Text("ei millään: luvut ovat oikein", "med inget: talen är rätt", "by nothing: the figures are right"),
    ",": Text("pilkku (12,5)", "komma (12,5)", "comma (12,5)"),
    ".": Text("piste (12.5)", "punkt (12.5)", "point (12.5)"),
    "no": Text(
        "Kyllä: luvut eivät kerro ihmisistä",
        "Ja: talen handlar inte om människor",
        "Yes: the figures are not about people",
    ),
    "protected": Text(
        "Kyllä: julkaisija on jo suojannut luvut",
        "Ja: utgivaren har redan skyddat talen",
        "Yes: their publisher has already protected the figures",
    ),
}
OTHER_NUMBER = Text("valitse tai kirjoita luku", "välj eller skriv ett tal", "choose or write a number")
GIVEN = Text("Vastattu", "Besvarat", "Answered")
TAKE_BACK = Text("Peru vastaus: {answer}", "Ta tillbaka svaret: {answer}", "Take back the answer: {answer}")
# What was answered, by the first steps of its place; `{what}`: the column, text or measure.
ENTRIES: dict[str, Text] = {
    "columns": Text("sarake ”{what}”: {answer}", "kolumnen ”{what}”: {answer}", "column “{what}”: {answer}"),
    "constants area": Text("koko tiedoston alue: {answer}", "hela filens område: {answer}", "area of the whole file: {answer}"),
    "constants period": Text(
        "koko tiedoston ajankohta: {answer}", "hela filens tidpunkt: {answer}", "period of the whole file: {answer}"
    ),
    "constants measure": Text("luvut mittaavat: {answer}", "talen mäter: {answer}", "the figures measure: {answer}"),
    "constants": Text("koko tiedosto: {answer}", "hela filen: {answer}", "the whole file: {answer}"),
    "area_level": Text("alueiden taso: {answer}", "områdenas nivå: {answer}", "level of the areas: {answer}"),
    "areas": Text("”{what}” on {answer}", "”{what}” är {answer}", "“{what}” is {answer}"),
    "decimal": Text("desimaalimerkki: {answer}", "decimaltecken: {answer}", "decimal mark: {answer}"),
    "missing": Text("”{answer}”: tieto puuttuu", "”{answer}”: uppgiften saknas", "“{answer}”: the figure is missing"),
    "zero": Text("”{answer}”: nolla", "”{answer}”: noll", "“{answer}”: zero"),
    "scale": Text("mittarin ”{what}” luvut kerrotaan: {answer}", "talen för ”{what}” gånger {answer}", "figures of “{what}” times {answer}"),
    "sheet": Text("välilehti: {answer}", "flik: {answer}", "sheet: {answer}"),
    "header_row": Text("otsikkorivi: {answer}", "rubrikrad: {answer}", "header row: {answer}"),
    "pass_over rows": Text("rivi {answer} ohitetaan", "rad {answer} hoppas över", "row {answer} is passed over"),
    "pass_over unknown_areas": Text(
        "tuntemattomat alueet ohitetaan", "okända områden hoppas över", "unknown areas are passed over"
    ),
    "pass_over": Text("”{answer}” ohitetaan", "”{answer}” hoppas över", "“{answer}” is passed over"),
    "sotkanet_regions": Text("Sotkanetin {what} on {answer}", "Sotkanets {what} är {answer}", "Sotkanet's {what} is {answer}"),
    "indicator id": Text("mittari: {answer}", "indikator: {answer}", "indicator: {answer}"),
    "indicator": Text("uusi mittari, {what}: {answer}", "ny indikator, {what}: {answer}", "new indicator, {what}: {answer}"),
}  # fmt: skip
