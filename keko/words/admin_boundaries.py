"""What the part Boundaries of the page Administration says."""

from keko.data.text import Text
from keko.words import terms

LEAD = Text(
    "Kartat piirretään kuntien rajoista, ja ylemmät tasot kootaan niistä.",
    "Kartorna ritas av kommunernas gränser, och de högre nivåerna sätts samman av dem.",
    "Maps are drawn of the borders of municipalities, and the levels above are put together of them.",
)
IN_FORCE = Text("Voimassa olevat rajat", "Gällande gränser", "Boundaries in force")
NONE = Text("Rajoja ei vielä ole.", "Det finns ännu inga gränser.", "There are no boundaries yet.")
YEAR = Text("Kuntajaon vuosi", "Kommunindelningens år", "Year of the municipal division")
NO_YEAR = Text("ei kerrottu", "inte angivet", "not told")
SYSTEM = Text("Koordinaattijärjestelmä", "Koordinatsystem", "Coordinate system")
BORDERS = Text("Rajat", "Gränser", "Borders")
SCHEMATIC = Text(
    "kaaviomaiset: eivät todellisia rajoja", "schematiska: inte verkliga gränser", "schematic: not the real borders"
)
REAL = Text("todelliset", "verkliga", "real")
SEA = Text("Merialueet", "Havsområden", "Sea areas")
SEAS = {
    "kept": Text("mukana kuten aineistossa", "med som i materialet", "kept as in the file"),
    "clipped": Text("leikattu pois", "bortklippta", "clipped away"),
}
BROUGHT = Text("Tuotu", "Importerat", "Imported")
BROUGHT_BY = Text("{at}, {by}", "{at}, {by}", "{at}, {by}")
FACT = Text("Tieto", "Uppgift", "Fact")
LEVELS = Text("Tasot", "Nivåer", "Levels")
LEVEL, AREAS = terms.LEVEL, Text("Alueita", "Områden", "Areas")
SIZE = Text("Koko, kt", "Storlek, kB", "Size, kB")
AREAS_NOW, SIZE_NOW = (
    Text("Alueita nyt", "Områden nu", "Areas now"),
    Text("Koko nyt, kt", "Storlek nu, kB", "Size now, kB"),
)
AREAS_THEN = Text("Alueita tiedostossa", "Områden i filen", "Areas in the file")
SIZE_THEN = Text("Koko julkaistuna, kt", "Storlek publicerad, kB", "Size once published, kB")

BRING = Text("Tuo uudet rajat", "Importera nya gränser", "Import new boundaries")
FILE = Text("Rajatiedosto", "Gränsfil", "File of boundaries")
FILE_HELP = Text(
    "GeoPackage, GeoJSON, TopoJSON tai zip-tiedosto, jossa on yksi Shapefile, enintään {size} Mt. Kunnat tunnistetaan koodeista.",
    "GeoPackage, GeoJSON, TopoJSON eller en zip-fil med en Shapefile, högst {size} MB. Kommunerna känns igen på sina koder.",
    "GeoPackage, GeoJSON, TopoJSON, or a zip file with one Shapefile, at most {size} MB. Municipalities are known by their codes.",
)
SOURCE = Text("Lähde, joka kartalla mainitaan", "Källa som nämns på kartan", "Source that the map names")
CLIP = Text("Leikkaa merialueet pois", "Klipp bort havsområden", "Clip sea areas away")
READING = Text("Luetaan rajoja: {file}", "Gränserna läses: {file}", "Reading the boundaries: {file}")
REFUSED = Text(
    "Rajoja ei voi julkaista. Mitään ei muutettu.",
    "Gränserna kan inte publiceras. Inget ändrades.",
    "The boundaries cannot be published. Nothing was changed.",
)
WOULD_CHANGE = Text("Mitä julkaiseminen muuttaisi", "Vad publiceringen skulle ändra", "What publishing would change")
ALREADY = Text(
    "Tämän tiedoston rajat ovat jo voimassa.",
    "Gränserna i den här filen gäller redan.",
    "The boundaries of this file are in force already.",
)
TAKEN_BACK_HERE = Text(
    "Edelliset rajat saa takaisin tällä sivulla.",
    "De tidigare gränserna kan återställas på den här sidan.",
    "The earlier boundaries can be restored on this page.",
)
TAKE_BACK = Text("Palauta edelliset rajat", "Återställ de tidigare gränserna", "Restore the earlier boundaries")
YES_TAKE_BACK = Text("Kyllä, palauta: {source}", "Ja, återställ: {source}", "Yes, restore: {source}")
TAKE_BACK_MEANS = Text(
    "Voimaan tulevat rajat: {told}. Nykyisiä ei saa takaisin muuten kuin tuomalla ne uudelleen.",
    "Gränser som börjar gälla: {told}. De nuvarande fås tillbaka bara genom att importera dem på nytt.",
    "Boundaries that come into force: {told}. The present ones come back only if they are imported again.",
)
