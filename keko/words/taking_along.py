"""The words of what leaves a meeting or a page: slides, reports, workbooks, and the seal that they carry."""

from keko.data.text import Plural, Text
from keko.words.meetings import PARTS

TAKE_ALONG = Text("Vie:", "Exportera:", "Export:")
TAKE_PAGE_ALONG = Text("Vie näkymä", "Exportera vyn", "Export the view")
FORMS = {
    "pptx": Text("PPTX", "PPTX", "PPTX"),
    "pdf": Text("PDF", "PDF", "PDF"),
    "annex": Text("Liite (1 sivu)", "Bilaga (1 sida)", "Annex (1 page)"),
    "xlsx": Text("XLSX", "XLSX", "XLSX"),
    "csv": Text("CSV", "CSV", "CSV"),
    "png": Text("PNG", "PNG", "PNG"),
    "svg": Text("SVG", "SVG", "SVG"),
}
ANNEX = Text("liite", "bilaga", "annex")
MAKING = Text("Tiedostoa tehdään …", "Filen görs …", "The file is being made …")
KILOBYTES = Text("kt", "kB", "kB")
READY = Text("Tallenna {name} ({size})", "Spara {name} ({size})", "Save {name} ({size})")
TOO_OFTEN = Text(
    "Tiedostoja on tehty juuri monta. Yritä minuutin kuluttua uudelleen.",
    "Många filer har gjorts nyss. Försök igen om en minut.",
    "Many files have just been made. Try again in a minute.",
)
NOT_INSTALLED = Text(
    "Tätä tiedostoa ei voi tehdä, koska palvelimelta puuttuu ohjelmakirjasto {library}. Pyydä ylläpitäjää asentamaan se.",
    "Den här filen kan inte göras, eftersom programbiblioteket {library} saknas på servern. Be administratören installera det.",
    "This file cannot be made, because the server lacks the library {library}. Ask the administrator to install it.",
)
NOT_ONE_PAGE = Text(
    "Näkymiä ja päätöksiä on enemmän kuin yhdelle sivulle mahtuu. Vie ne PDF-raporttina.",
    "Vyerna och besluten är fler än vad som ryms på en sida. Exportera dem som en PDF-rapport.",
    "There are more views and decisions than one page holds. Export them as a PDF report.",
)
NO_TABLES = Text(
    "Näkymissä ei ole lukuja, joista tulisi taulukko.",
    "Vyerna har inga tal för en tabell.",
    "The views have no figures for a table.",
)
NO_PICTURES = Text(
    "Näkymissä ei ole kuvaa, jonka voisi viedä.",
    "Vyerna har ingen bild att exportera.",
    "The views have no picture to export.",
)
UNREADABLE_TEMPLATE = Text(
    "Diapohjaa {name} ei voi lukea: sen on oltava PowerPoint-esitys (.pptx).",
    "Presentationsmallen {name} kan inte läsas: den ska vara en PowerPoint-presentation (.pptx).",
    "The template {name} cannot be read: it has to be a PowerPoint presentation (.pptx).",
)
TEMPLATE_LACKS = Text(
    "Diapohjasta {name} puuttuu asettelu, jossa on {lacks}.",
    "I presentationsmallen {name} saknas en layout med {lacks}.",
    "The template {name} lacks a layout with {lacks}.",
)
TITLE_AND_SUBTITLE = Text("otsikko ja alaotsikko", "rubrik och underrubrik", "a title and a subtitle")
TITLE_ONLY = Text(
    "otsikko ja sen alla tyhjää tilaa", "rubrik och tomt utrymme under den", "a title and empty space below"
)
ROOM_FOR_FIGURES = Text(
    "kaaviolle tilaa vähintään neljännes dian korkeudesta",
    "plats för ett diagram, minst en fjärdedel av bildens höjd",
    "room for a chart, at least a quarter of the slide's height",
)
OWN_TEMPLATE = Text("Tee KEKOn omalla diapohjalla", "Gör med KEKOs egen mall", "Make it with KEKO's own template")

DECISIONS = PARTS["paatokset"]
CONTENTS = Text("Sisältö", "Innehåll", "Contents")
VIEWS = Plural(
    one=Text("{count} näkymä", "{count} vy", "{count} view"),
    other=Text("{count} näkymää", "{count} vyer", "{count} views"),
)
UNREADABLE = Plural(
    one=Text(
        "{count} kiinnitetty näkymä puuttuu: tämä KEKOn versio ei osaa lukea sitä.",
        "{count} fäst vy saknas, eftersom den här versionen av KEKO inte kan läsa den.",
        "{count} pinned view is missing, because this version of KEKO cannot read it.",
    ),
    other=Text(
        "{count} kiinnitettyä näkymää puuttuu: tämä KEKOn versio ei osaa lukea niitä.",
        "{count} fästa vyer saknas, eftersom den här versionen av KEKO inte kan läsa dem.",
        "{count} pinned views are missing, because this version of KEKO cannot read them.",
    ),
)
VIEW = Text("Näkymä", "Vy", "View")
TABLE = Text("Taulukko", "Tabell", "Table")
PART_OF = Text("{part}/{all}", "{part}/{all}", "{part}/{all}")
MORE_ROWS = Plural(
    one=Text(
        "Taulukosta jää pois {count} rivi: se on XLSX-tiedostossa.",
        "{count} rad ryms inte: den finns i XLSX-filen.",
        "{count} row is left out: it is in the XLSX file.",
    ),
    other=Text(
        "Taulukosta jää pois {count} riviä: ne ovat XLSX-tiedostossa.",
        "{count} rader ryms inte: de finns i XLSX-filen.",
        "{count} rows are left out: they are in the XLSX file.",
    ),
)
MORE_COLUMNS = Plural(
    one=Text(
        "Taulukosta jää pois {count} sarake: se on XLSX-tiedostossa.",
        "{count} kolumn ryms inte: den finns i XLSX-filen.",
        "{count} column is left out: it is in the XLSX file.",
    ),
    other=Text(
        "Taulukosta jää pois {count} saraketta: ne ovat XLSX-tiedostossa.",
        "{count} kolumner ryms inte: de finns i XLSX-filen.",
        "{count} columns are left out: they are in the XLSX file.",
    ),
)
FINDING = Text("Havainto", "Iakttagelse", "Finding")
FROZEN_AT = Text("Näkymä tallennettu", "Vyn sparad", "View kept")
SEAL = Text("Tarkiste", "Kontrollkod", "Check code")
MADE = Text("Tiedosto tehty", "Filen gjord", "File made")
CHECK = Text("Tarkista KEKOssa", "Kontrollera i KEKO", "Check in KEKO")
TABLE_OF = Text(
    "Taulukko: {title}. Sarakkeet: {columns}. Rivejä {rows}.",
    "Tabell: {title}. Kolumner: {columns}. Rader: {rows}.",
    "Table: {title}. Columns: {columns}. Rows: {rows}.",
)
