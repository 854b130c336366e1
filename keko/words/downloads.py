"""The words of files that leave KEKO."""

from keko.data.text import Text
from keko.words import terms

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOWNLOAD = Text("Lataa", "Ladda ner", "Download")
FIGURES = Text("Luvut", "Tal", "Figures")
ABOUT = Text("Tiedot aineistosta", "Om uppgifterna", "About the figures")
INDICATOR = terms.INDICATOR
AREA = terms.AREA
COMPARATOR = terms.BENCHMARK_AREA
PERIOD = Text("Ajanjakso", "Tidsperiod", "Period covered")
SOURCE = terms.SOURCE
LICENCE = terms.LICENCE
PUBLISHED = terms.PUBLISHED
VERSION = terms.DATA_VERSION
NOTICE = Text("Huomaa", "Observera", "Note")
