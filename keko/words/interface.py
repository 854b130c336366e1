"""The words of navigation, filters and pages."""

from keko.data.text import Plural, Text
from keko.words import terms

TAGLINE = Text(
    "Tilannehuone: työkyky ja työhön osallistuminen",
    "Lägesrummet: arbetsförmåga och deltagande i arbetslivet",
    "Situation room: work ability and work participation",
)
LANGUAGE = Text("Kieli", "Språk", "Language")

OVERVIEW = Text("Tilannekuva", "Lägesbild", "Overview")
POPULATION_PAGE = Text("Työikäinen väestö", "Befolkning i arbetsför ålder", "Working-age population")
INDICATORS = Text("Mittarit", "Indikatorer", "Indicators")
BENCHMARK = Text("Aluevertailu", "Områdesjämförelse", "Benchmark")
MAP = Text("Kartta", "Karta", "Map")
DATA = Text("Aineistot ja määritelmät", "Data och definitioner", "Data and definitions")
IMPORT = Text("Aineiston tuonti", "Dataimport", "Import")

AREA = terms.AREA
BENCHMARK_AREA = terms.BENCHMARK_AREA
MORE_AREAS = Text("Muita alueita samaan kuvaan", "Fler områden i samma bild", "More areas in the same chart")
CHOOSE_AREAS = Text("Valitse alueita", "Välj områden", "Choose areas")
SEX = terms.SEX
AGE = terms.AGE
CATEGORY = Text("Luokka", "Klass", "Category")
ALL_TOGETHER = terms.TOTAL
PERIOD = terms.PERIOD
NEWEST = Text("Uusin", "Senaste", "Latest")
INDICATOR = terms.INDICATOR
CHOOSERS = Text("Vaihda alueita, sukupuolta tai jaksoa", "Byt område, kön eller period", "Change areas, sex or period")

COPY_LINK = Text("Kopioi linkki", "Kopiera länken", "Copy link")
LINK_COPIED = Text("Linkki kopioitu", "Länken kopierad", "Link copied")
COPY_BY_HAND = Text(
    "Selain ei anna kopioida: kopioi osoite kentästä.",
    "Webbläsaren tillåter inte kopiering: kopiera adressen från fältet.",
    "The browser does not allow copying: copy the address from the field.",
)
OUTSIDE = Text(
    "ulkoinen sivusto, avautuu uuteen välilehteen",
    "extern webbplats, öppnas i en ny flik",
    "external site, opens in a new tab",
)
LINK_TO_VIEW = Text("Linkki tähän näkymään", "Länk till den här vyn", "Link to this view")

OPEN_FIGURES = Text("Avaa mittarin luvut", "Öppna indikatorns uppgifter", "Open the indicator's figures")
TO_DEFINITIONS = Text(
    "Määritelmät, lähteet ja julkaisut",
    "Definitioner, källor och publiceringar",
    "Definitions, sources and releases",
)

UNKNOWN_PARAMETER = Text(
    "Osoitteen kohtaa {name}={value} ei tunneta, joten sen tilalla on oletus.",
    "Adressens {name}={value} är okänt. Standardvärdet används i stället.",
    "The address says {name}={value}, which is not known. The default is used instead.",
)
NOT_ITSELF = Text(
    "Aluetta ei voi verrata itseensä: vertailualueena on {benchmark}.",
    "Ett område kan inte jämföras med sig självt: jämförelseområdet är {benchmark}.",
    "An area cannot be compared with itself: the benchmark is {benchmark}.",
)
DEMO_TILE = Text("Esimerkki", "Exempel", "Demo")
NO_FIGURES = Text(
    "Mittarista ei ole vielä lukuja.",
    "Det finns ännu inga uppgifter för indikatorn.",
    "There are no figures for the indicator yet.",
)
NOT_SET_UP = Text(
    "Tietokantaa ei ole perustettu tai päivitetty. Aja: python -m keko init",
    "Databasen har inte skapats eller uppdaterats. Kör: python -m keko init",
    "The database has not been set up or brought up to date. Run: python -m keko init",
)
NOT_ANSWERING = Text(
    "Tietokanta ei vastaa juuri nyt. Sivu avautuu, kun se taas vastaa: sinun ei tarvitse tehdä mitään.",
    "Databasen svarar inte just nu. Sidan öppnas när den svarar igen: du behöver inte göra något.",
    "The database does not answer at the moment. The page opens when it does: you need not do anything.",
)

# Overview
VERSUS = Text(
    "{area} – vertailualueena {benchmark}", "{area} – jämfört med {benchmark}", "{area} – compared with {benchmark}"
)
ALL_INDICATORS = Text(
    "Kaikki mittarit vertailussa", "Alla indikatorer i jämförelsen", "All indicators in the benchmark"
)
SPARK = Text(
    "{name}: {first}–{last}, {area} ja {benchmark}",
    "{name}: {first}–{last}, {area} och {benchmark}",
    "{name}: {first}–{last}, {area} and {benchmark}",
)

# Indicators
CHART_ALT = Text(
    "Viivakuvio: {name}, {areas}. Samat luvut ovat taulukossa kuvion alla.",
    "Linjediagram: {name}, {areas}. Samma uppgifter finns i tabellen nedanför.",
    "Line chart: {name}, {areas}. The same figures are in the table below.",
)
DEFINITION = terms.DEFINITION
POPULATION = Text("Keitä luku kuvaa", "Vilka talet gäller", "Whom the figure describes")
AGES = Text("{ages}-vuotiaat", "{ages}-åringar", "ages {ages}")
AGES_UPWARDS = Text("{ages} vuotta täyttäneet", "{ages} år fyllda", "aged {ages} and over")
ALL_AGES = Text("kaikenikäiset", "alla åldrar", "all ages")
SOURCE = terms.SOURCE
LICENCE = terms.LICENCE
RESPONSIBLE = Text("Vastuutaho", "Ansvarig", "Responsible body")
LIMITATIONS = Text("Rajoitukset", "Begränsningar", "Limitations")
UPDATED = terms.PUBLISHED
DIRECTION = terms.INTERPRETATION
KIND = terms.KIND
UNIT = terms.UNIT
DELIVERER = Text("Toimittaja", "Leverantör", "Delivered by")
PROTECTION = Text("Tietosuoja", "Dataskydd", "Data protection")
NOT_CONFIRMED = Text(
    "Luvut näytetään sellaisina kuin {source} on ne julkaissut. Kukaan ei ole vahvistanut KEKOlle, että lähde on suojannut pienet luvut.",
    "Talen visas så som {source} har publicerat dem. Ingen har bekräftat för KEKO att källan har skyddat små tal.",
    "The figures are shown as {source} has published them. Nobody has confirmed to KEKO that the source has protected small ones.",
)
CONFIRMED = Text(
    "{by} on vahvistanut, että julkaisija on suojannut luvut ({at}). Pieniä lukuja ei peitetä tässä.",
    "{by} har bekräftat att utgivaren har skyddat talen ({at}). Små tal döljs inte här.",
    "{by} has confirmed that the publisher has protected the figures ({at}). Small ones are not hidden here.",
)
SAID_NOT_ABOUT_PERSONS = Text(
    "{by} on ilmoittanut, että luvut eivät kerro ihmisistä ({at}), joten pieniä lukuja ei peitetä.",
    "{by} har uppgett att talen inte handlar om människor ({at}), så små tal döljs inte.",
    "{by} has said that the figures are not about people ({at}), so small ones are not hidden.",
)
DEMO_PROTECTED = Text(
    "Luvut ovat keksittyjä. Yhdestä neljään henkilöä ei näytetä.",
    "Talen är påhittade. En till fyra personer visas inte.",
    "The figures are invented. One to four persons are not shown.",
)
DAY_NOT_KNOWN = Text("päivä ei tiedossa", "dagen är inte känd", "on a day not known")
PROTECTED_BY_DEFAULT = Text(
    "Suojausta ei ole vahvistettu, joten KEKO peittää alle {threshold} henkilön lukumäärät.",
    "Skyddet har inte bekräftats, så KEKO döljer antal under {threshold} personer.",
    "Protection has not been confirmed, so KEKO hides counts below {threshold} persons.",
)
NOT_ABOUT_PERSONS = Text(
    "Luvut eivät kerro ihmisistä, joten pieniä lukuja ei peitetä.",
    "Talen handlar inte om människor, så små tal döljs inte.",
    "The figures are not about people, so small ones are not hidden.",
)
PROTECTED_HERE = Text(
    "Alle {threshold} henkilön lukumäärät peitetään.",
    "Antal under {threshold} personer döljs.",
    "Counts below {threshold} persons are hidden.",
)
INTERVAL = terms.INTERVAL

# Benchmark
DIFFERENCE = Text("Ero", "Skillnad", "Difference")
VERDICT = terms.VERDICT
ONLY_WITH_FIGURES = Text(
    "Mittareita ilman lukuja: {count}. Ne löytyvät sivulta Aineistot ja määritelmät.",
    "Indikatorer utan uppgifter: {count}. De finns på sidan Data och definitioner.",
    "Indicators without figures: {count}. See Data and definitions.",
)
PERSONS = Plural(
    one=Text(
        "≈ {persons} henkilö",
        "≈ {persons} person",
        "≈ {persons} person",
    ),
    other=Text(
        "≈ {persons} henkilöä",
        "≈ {persons} personer",
        "≈ {persons} persons",
    ),
)
SWAP = Text("Vaihda alueet keskenään", "Byt plats på områdena", "Swap the areas")

# Data and definitions
DATA_FINDING = Plural(
    one=Text(
        "{count} mittari. Lukuja on {with_figures} mittarista; todelliseen aineistoon niistä perustuu {real}.",
        "{count} indikator. {with_figures} har uppgifter, varav {real} bygger på verkliga data.",
        "{count} indicator. {with_figures} with figures, {real} of them based on real data.",
    ),
    other=Text(
        "{count} mittaria, joista lukuja on {with_figures} mittarista. Niistä todellisia on {real}, muut ovat esimerkkejä.",
        "{count} indikatorer, varav {with_figures} har uppgifter. Av dem är {real} verkliga, de övriga är exempel.",
        "{count} indicators, {with_figures} of them with figures. Of these {real} are real, the others are demo figures.",
    ),
)
ALL_DEFINITIONS = terms.EVERY_INDICATOR
PRESENT = Text("Esitä", "Presentera", "Present")
STOP_PRESENTING = Text("Lopeta esitys", "Avsluta presentationen", "Stop presenting")
SEARCH = Text("Hae mittaria", "Sök indikator", "Search for an indicator")
SEARCH_HINT = Text(
    "sana nimestä tai määritelmästä, esimerkiksi työttömyys",
    "ord i namnet eller definitionen, till exempel arbetslöshet",
    "a word of the name or definition, for example unemployment",
)
NO_MATCHES = Text(
    "Hakua vastaavia mittareita ei ole.", "Inga indikatorer motsvarar sökningen.", "No indicators match the search."
)
RELEASES = Text("Julkaisut", "Publiceringar", "Releases")
RELEASES_CAPTION = Text(
    "Julkaisut, uusin ensin. Julkaisu ei muutu jälkikäteen.",
    "Publiceringar, nyast först. En publicering ändras inte i efterhand.",
    "Releases, newest first. A release never changes afterwards.",
)
NUMBER = Text("Nro", "Nr", "No.")
STATUS = Text("Tila", "Status", "Status")
PROVIDER = Text("Toimittaja", "Leverantör", "Provider")
ROWS = Text("Rivejä", "Rader", "Rows")
FILE = Text("Tiedosto", "Fil", "File")
SEED_NUMBER = Text("Seurantamittari {number}", "Uppföljningsindikator {number}", "Follow-up indicator {number}")
FIGURES_REAL = Text("todellinen aineisto", "verkliga data", "real data")
FIGURES_DEMO = Text("esimerkkiaineisto", "exempeldata", "demo data")
FIGURES_NONE = Text("ei vielä lukuja", "inga uppgifter ännu", "no figures yet")
