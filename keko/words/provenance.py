"""The words of checking a seal: what it stands for, and whether its figures are still the newest."""

from collections.abc import Sequence

from keko.config import Language
from keko.data.text import Text
from keko.room.provenance import Since, Standing, standing
from keko.words.formats import moment
from keko.words.taking_along import SEAL
from keko.words.terms import NO_FIGURES

PAGE = SEAL
ASK = Text("Tarkista tiedoston tarkiste", "Kontrollera filens kontrollkod", "Check the code of a file")
FIELD = Text("Tiedostossa oleva tarkiste", "Kontrollkoden i filen", "The check code in the file")
HINT = Text("Esimerkiksi 3f2a 91bc 77de 0412", "Till exempel 3f2a 91bc 77de 0412", "For example 3f2a 91bc 77de 0412")
HOW = Text(
    "Tarkiste on KEKOsta viedyn dian, raportin, taulukon tai kuvan alareunassa. Sillä näet näkymän, josta tiedosto tehtiin.",
    "Kontrollkoden står längst ner på en bild, rapport, tabell eller figur från KEKO. Med den ser du vyn som filen gjordes av.",
    "The check code stands at the foot of a slide, report, table or picture from KEKO. It shows the view that the file was made of.",
)
UNKNOWN = Text(
    "Tällä tarkisteella ei ole näkymää tässä KEKOssa. Tarkista, että kaikki merkit ovat oikein, ja että tiedosto on viety tästä KEKOsta.",
    "Det finns ingen vy med den här kontrollkoden i detta KEKO. Kontrollera att alla tecken är rätt och att filen är från detta KEKO.",
    "No view in this KEKO has this check code. See that every character is right, and that the file comes from this KEKO.",
)
OTHER_FORM = Text(
    "Näkymä on tallennettu muodossa, jota tämä KEKOn versio ei osaa näyttää. Kysy ylläpitäjältä.",
    "Vyn är sparad i en form som den här versionen av KEKO inte kan visa. Fråga administratören.",
    "The view was kept in a form that this version of KEKO cannot show. Ask the administrator.",
)
COMPARE = Text(
    "Tarkiste kertoo näkymän, josta tiedosto tehtiin. Vertaa tiedoston lukuja siihen: tiedostoa on voitu muuttaa jälkeenpäin.",
    "Kontrollkoden anger vyn som filen gjordes av. Jämför filens tal med den: filen kan ha ändrats efteråt.",
    "The check code tells the view that the file was made of. Compare the file's figures with it: the file may have been changed since.",
)
STANDINGS: dict[Standing, Text] = {
    "same": Text(
        "Luvut ovat samat, jotka KEKOssa näkyvät nyt: uudempia ei ole julkaistu.",
        "Talen är desamma som KEKO visar nu: nyare har inte publicerats.",
        "The figures are those that KEKO shows now: no newer ones have been published.",
    ),
    "newer": Text(
        "Näiden jälkeen on julkaistu uudempia lukuja {day}.",
        "Nyare tal har publicerats {day}.",
        "Newer figures were published on {day}.",
    ),
    "taken back": Text(
        "Julkaisu, josta luvut ovat, on sittemmin peruttu. Älä käytä niitä kysymättä niiden tuottajalta.",
        "Publiceringen som talen kommer från har senare återkallats. Använd dem inte utan att fråga producenten.",
        "The release that the figures come from has since been withdrawn. Do not use them without asking their producer.",
    ),
    "no figures": Text(
        "Näkymässä ei ole julkaistuja lukuja, joista voisi olla uudempia.",
        "Vyn har inga publicerade tal som det kunde finnas nyare av.",
        "The view has no published figures of which there could be newer ones.",
    ),
}
NOW = Text("Tilanne nyt", "Läget nu", "State now")
NOW_IN_WORDS: dict[Standing, Text] = {
    "same": Text("sama julkaisu", "samma publicering", "the same release"),
    "newer": Text("uudempi julkaisu", "nyare publicering", "a newer release"),
    "taken back": Text("julkaisu on peruttu", "publiceringen är återkallad", "the release is withdrawn"),
    "no figures": NO_FIGURES,
}
RELEASES_CAPTION = Text(
    "Julkaisut, joihin näkymä perustuu", "Publiceringar som vyn bygger på", "The releases that the view rests on"
)
OPEN_NOW = Text(
    "Avaa sama näkymä uusimmilla luvuilla",
    "Öppna samma vy med de senaste talen",
    "Open the same view with the latest figures",
)
KEPT_VIEW = Text("Näkymä sellaisena kuin se oli", "Vyn som den var", "The view as it was")
VERSIONS = Text("silloin {then}, nyt {now}", "då {then}, nu {now}", "{then} then, {now} now")


def standing_in_words(changes: Sequence[Since], language: Language) -> str:
    """Whether the figures of a view are still the newest, as a sentence."""
    what = standing(changes)
    newest = max((change.published_at or "" for change in changes if change.standing == "newer"), default="")
    return STANDINGS[what].within(language, day=moment(newest, language) if newest else "–")
