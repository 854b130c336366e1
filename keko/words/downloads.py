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
NOTICE = terms.NOTICE
DAY = terms.DAY
COLUMNS = {
    "area": terms.AREA,
    "period": terms.PERIOD,
    "sex": terms.SEX,
    "age": terms.AGE,
    "breakdown": Text("Muu jaottelu", "Annan indelning", "Other breakdown"),
    "figure": Text("Luku", "Tal", "Figure"),
    "value": terms.VALUE,
    "lower": Text("95 %:n alaraja", "Nedre gräns 95 %", "Lower limit 95%"),
    "upper": Text("95 %:n yläraja", "Övre gräns 95 %", "Upper limit 95%"),
    "numerator": Text("Osoittaja", "Täljare", "Numerator"),
    "denominator": Text("Nimittäjä", "Nämnare", "Denominator"),
    "deviation": Text("Keskihajonta", "Standardavvikelse", "Standard deviation"),
    "q1": Text("Alakvartiili", "Undre kvartil", "Lower quartile"),
    "q3": Text("Yläkvartiili", "Övre kvartil", "Upper quartile"),
}
