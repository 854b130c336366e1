"""What is wrong with a backup or a pack, in words."""

from keko.data.problems import ProblemKind
from keko.data.text import Text

NOT_SEALED = ProblemKind(
    "not-a-keko-file",
    "error",
    Text(
        "Tiedosto ei ole KEKOn varmuuskopio eikä paketti, eikä siinä ole KEKOn tarkistetta.",
        "Filen är varken en säkerhetskopia eller ett paket från KEKO, och den har ingen kontrollkod från KEKO.",
        "The file is neither a backup nor a pack of KEKO, and it has no check code of KEKO.",
    ),
)
BROKEN = ProblemKind(
    "not-whole",
    "error",
    Text(
        "Tiedosto ei ole ehjä ({part}): hae se uudelleen tai käytä toista kappaletta. Mitään ei muutettu.",
        "Filen är inte hel ({part}): hämta den på nytt eller använd ett annat exemplar. Inget ändrades.",
        "The file is not whole ({part}): fetch it again or use another copy. Nothing was changed.",
    ),
)
TOO_LARGE = ProblemKind(
    "unpacks-too-large",
    "error",
    Text(
        "Tiedosto on purettuna suhteettoman suuri, eikä sitä avata.",
        "Filen är orimligt stor när den packas upp och öppnas inte.",
        "Unpacked, the file is out of all proportion, and it is not opened.",
    ),
)
NEWER = ProblemKind(
    "made-by-newer",
    "error",
    Text(
        "Tiedosto on tehty uudemmalla KEKOlla ({keko}): päivitä tämä ensin.",
        "Filen är gjord med ett nyare KEKO ({keko}): uppdatera det här först.",
        "The file was made by a newer KEKO ({keko}): update this one first.",
    ),
)
OTHER_FILE = ProblemKind(
    "other-file",
    "error",
    Text(
        "Tiedosto {file} on jo olemassa ja on jotain muuta: anna toinen nimi. Mitään ei muutettu.",
        "Filen {file} finns redan och är något annat: ange ett annat namn. Inget ändrades.",
        "The file {file} is there already and is something else: give another name. Nothing was changed.",
    ),
)
OTHER_KIND = ProblemKind(
    "other-kind",
    "error",
    Text(
        "Tiedosto on {kind}, mutta tässä tarvitaan {wanted}. Mitään ei muutettu.",
        "Filen är {kind}, men här behövs {wanted}. Inget ändrades.",
        "The file is {kind}, but here {wanted} is needed. Nothing was changed.",
    ),
)
KINDS = {
    "keko-backup": Text("varmuuskopio", "en säkerhetskopia", "a backup"),
    "keko-pack": Text("paketti", "ett paket", "a pack"),
}
SOMETHING_ELSE = Text("jotain muuta", "något annat", "something else")
