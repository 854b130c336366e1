"""What can go wrong with a source, in words."""

from keko.data.problems import ProblemKind
from keko.data.text import Plural, Text

SOURCE_ADDRESS = ProblemKind(
    "source-address",
    "error",
    Text(
        "Lähteen osoite {url} ei kelpaa: osoitteen on alettava https://.",
        "Källans adress {url} duger inte: adressen måste börja med https://.",
        "The source's address {url} cannot be used: it must begin with https://.",
    ),
)
SOURCE_UNREACHABLE = ProblemKind(
    "source-unreachable",
    "error",
    Text(
        "Lähde {host} ei vastaa ({reason}): yritä myöhemmin uudelleen.",
        "Källan {host} svarar inte ({reason}): försök igen senare.",
        "The source {host} does not answer ({reason}): try again later.",
    ),
)
SOURCE_NOT_FOUND = ProblemKind(
    "source-not-found",
    "error",
    Text(
        "Lähteessä ei ole tätä: {what}. Tarkista tunniste.",
        "Källan har inte detta: {what}. Kontrollera beteckningen.",
        "The source does not have this: {what}. Check the id.",
    ),
)
SOURCE_TITLE_MISMATCH = ProblemKind(
    "source-title-mismatch",
    "error",
    Text(
        "Lähteen {what} nimi on ”{seen}”, vaikka sen piti olla ”{expected}”: tunniste tarkoittaa nyt muuta, joten lukuja "
        "ei haettu.",
        "{what} heter i källan ”{seen}” men borde heta ”{expected}”: beteckningen avser nu något annat, så inget "
        "hämtades.",
        "The source calls {what} “{seen}” but it should be “{expected}”: the id means something else now, so nothing "
        "was fetched.",
    ),
)
SOURCE_CHANGED = ProblemKind(
    "source-changed",
    "error",
    Text(
        "Lähteen {what} rakenne on toinen kuin odotettiin: ”{missing}” puuttuu. Tarjolla on {seen}.",
        "Källans {what} är uppbyggd på annat sätt än väntat: ”{missing}” saknas. Det finns {seen}.",
        "The source's {what} is not built as expected: “{missing}” is missing. There is {seen}.",
    ),
)
SOURCE_UPDATED = ProblemKind(
    "source-updated",
    "error",
    Text(
        "Lähde päivitti taulukon {what} kesken haun: hae se uudelleen.",
        "Källan uppdaterade tabellen {what} under hämtningen: hämta den på nytt.",
        "The source updated the table {what} while it was being fetched: fetch it again.",
    ),
)
SOURCE_TOO_LARGE = ProblemKind(
    "source-too-large",
    "error",
    Text(
        "Haku {what} on liian suuri ({seen}, enintään {limit}): rajaa vuosia tai valintoja.",
        "Hämtningen {what} är för stor ({seen}, högst {limit}): begränsa åren eller valen.",
        "The query {what} is too large ({seen}, at most {limit}): narrow the years or the selection.",
    ),
)
SOURCE_BAD_ANSWER = ProblemKind(
    "source-bad-answer",
    "error",
    Text(
        "Lähteen vastausta ({what}) ei voi lukea: se ei ole sovittua muotoa.",
        "Källans svar ({what}) kan inte läsas: det har inte den överenskomna formen.",
        "The source's answer ({what}) cannot be read: it is not of the agreed form.",
    ),
)
SOURCE_NO_DATA = ProblemKind(
    "source-no-data",
    "error",
    Text(
        "Lähteessä ei ole lukuja: {what}, {years}.",
        "Källan har inga uppgifter: {what}, {years}.",
        "The source has no figures: {what}, {years}.",
    ),
)
SOURCE_AREAS_LEFT_OUT = ProblemKind(
    "source-areas-left-out",
    "warning",
    Plural(
        one=Text(
            "Lähteen {count} alue jäi pois, koska sen koodi ja nimi eivät tarkoita samaa aluetta ({example}).",
            "{count} av källans områden lämnades bort, eftersom dess kod och namn inte avser samma område ({example}).",
            "{count} area of the source was left out, as its code and name do not mean the same area ({example}).",
        ),
        other=Text(
            "Lähteen {count} aluetta jäi pois, koska niiden koodi ja nimi eivät tarkoita samaa aluetta (esim. "
            "{example}).",
            "{count} av källans områden lämnades bort, eftersom deras kod och namn inte avser samma område (t.ex. "
            "{example}).",
            "{count} areas of the source were left out, as their code and name do not mean the same area (e.g. "
            "{example}).",
        ),
    ),
)
