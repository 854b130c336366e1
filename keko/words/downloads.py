"""The words of files that leave KEKO."""

from keko.data.text import Text

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOWNLOAD = Text("Lataa", "Ladda ner", "Download")
FIGURES = Text("Luvut", "Tal", "Figures")
ABOUT = Text("Tiedot aineistosta", "Om uppgifterna", "About the figures")
INDICATOR = Text("Mittari", "Indikator", "Indicator")
AREA = Text("Alue", "Område", "Area")
COMPARATOR = Text("Vertailualue", "Jämförelseområde", "Benchmark area")
PERIOD = Text("Ajanjakso", "Tidsperiod", "Period covered")
SOURCE = Text("Lähde", "Källa", "Source")
LICENCE = Text("Käyttöehto", "Licens", "Licence")
PUBLISHED = Text("Julkaistu", "Publicerad", "Published")
VERSION = Text("Aineistoversio", "Dataversion", "Data version")
NOTICE = Text("Huomaa", "Observera", "Note")
