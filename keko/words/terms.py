"""The fixed terms, each in one place: verdicts, statuses, reasons, levels, sexes, kinds, themes, roles, directions."""

from keko.data.text import Text

# What figures, areas and files are called wherever they are named.
AGE = Text("Ikä", "Ålder", "Age")
AREA = Text("Alue", "Område", "Area")
AREAS = Text("Alueet", "Områden", "Areas")
AREAS_SIDE_BY_SIDE = Text("Alueet rinnakkain", "Områden sida vid sida", "Areas side by side")
BENCHMARK_AREA = Text("Vertailualue", "Jämförelseområde", "Benchmark area")
BROKEN_BY_A_MERGER = Text(
    "kuntaliitos katkaisee sarjan", "en kommunsammanslagning bryter serien", "a merger breaks the series"
)
COMPARISON = Text("Vertailu", "Jämförelse", "Comparison")
DATA_VERSION = Text("Aineistoversio", "Dataversion", "Data version")
DEFINITION = Text("Määritelmä", "Definition", "Definition")
EVERY_AREA = Text("Kaikki alueet", "Alla områden", "All areas")
EVERY_INDICATOR = Text("Kaikki mittarit", "Alla indikatorer", "All indicators")
DAY = Text("Päivä", "Dag", "Day")
GROUP = Text("Ryhmä", "Grupp", "Group")
HIDDEN = Text("peitetty", "dold", "hidden")
INDICATOR = Text("Mittari", "Indikator", "Indicator")
INTERPRETATION = Text("Tulkinta", "Tolkning", "Interpretation")
INTERVAL = Text("95 %:n väli", "95 % intervall", "95% interval")
KIND = Text("Laji", "Typ", "Kind")
LEVEL = Text("Taso", "Nivå", "Level")
LESS_THAN = Text("alle {amount}", "mindre än {amount}", "less than {amount}")
LICENCE = Text("Käyttöehto", "Licens", "Licence")
LICENCE_NOT_KNOWN = Text("ei tiedossa: kysy tuottajalta", "inte känd: fråga producenten", "not known: ask the producer")
MONTHS_A_YEAR = Text("kk vuodessa", "mån. per år", "months a year")
NO_FIGURE = Text("ei lukua", "uppgift saknas", "no figure")
NOTICE = Text("Huomaa", "Observera", "Note")
PERIOD = Text("Jakso", "Period", "Period")
PERSONS = Text("Henkilöitä", "Personer", "Persons")
PUBLISHED = Text("Julkaistu", "Publicerad", "Published")
SEX = Text("Sukupuoli", "Kön", "Sex")
SHOW = Text("Näytä", "Visa", "Show")
SOURCE = Text("Lähde", "Källa", "Source")
TOTAL = Text("Yhteensä", "Totalt", "Total")
UNIT = Text("Yksikkö", "Enhet", "Unit")
OF_UNIT = Text("yksikkö", "enhet", "unit")  # within a sentence
TARGETS = Text("Tavoitteet", "Mål", "Targets")
VALUE = Text("Arvo", "Värde", "Value")
VALUE_AT = Text("{value} ({period})", "{value} ({period})", "{value} ({period})")
VERDICT = Text("Tulos", "Resultat", "Result")

VERDICTS = {
    "better": Text("parempi", "bättre", "better"),
    "worse": Text("heikompi", "sämre", "worse"),
    "higher": Text("suurempi", "högre", "higher"),
    "lower": Text("pienempi", "lägre", "lower"),
    "no difference": Text("ei todettua eroa", "ingen konstaterad skillnad", "no difference shown"),
    "not compared": Text("ei verrattu", "inte jämförd", "not compared"),
}

# Shape tells the verdict to those who do not see the colour.
VERDICT_MARKS = {"better": "●", "worse": "◆", "higher": "▲", "lower": "▼", "no difference": "○", "not compared": "–"}

NOT_COMPARED = {
    "same area": Text("sama alue", "samma område", "the same area"),
    "same municipalities": Text("samat kunnat", "samma kommuner", "the same municipalities"),
    "no common period": Text("ei yhteistä ajankohtaa", "ingen gemensam tidpunkt", "no common period"),
    "too few years": Text(
        "ei luottamusväliä ja alle kuusi yhteistä vuotta",
        "inget konfidensintervall och färre än sex gemensamma år",
        "no confidence interval and fewer than six years in common",
    ),
    "break in series": BROKEN_BY_A_MERGER,
    "no residents": Text(
        "alueen väkiluku puuttuu", "områdets folkmängd saknas", "the population of the area is not known"
    ),
    "not additive": Text(
        "yhteistä lukua ei voi laskea", "ett gemensamt tal kan inte beräknas", "no figure for the areas together"
    ),
    "a total": Text(
        "kokonaismäärä on suurella alueella suurempi",
        "ett totalantal är större i ett större område",
        "a total is larger in a larger area",
    ),
}

# What a verdict rests on. The interval of a sample is the usual, and said only where it has to be told from the others.
BASES = {
    "sampling": Text("luottamusväli", "konfidensintervall", "confidence interval"),
    "population": Text(
        "luottamusväli väestöstä arvioituna",
        "konfidensintervall uppskattat ur befolkningen",
        "confidence interval estimated from the population",
    ),
    "yearly variation": Text("vaihtelu vuodesta toiseen", "variation från år till år", "variation from year to year"),
}

STATUSES = {
    "final": Text("lopullinen", "slutlig", "final"),
    "preliminary": Text("ennakkotieto", "preliminär uppgift", "preliminary"),
    "estimated": Text("arvio", "uppskattning", "estimated"),
    "hidden": Text("peitetty tietosuojan vuoksi", "dold av dataskyddsskäl", "hidden for data protection"),
    "missing at source": Text("tieto puuttuu", "uppgift saknas", "missing at source"),
    "not applicable": Text("ei sovellettavissa", "inte tillämpligt", "not applicable"),
    "below quality": Text("liian epävarma esitettäväksi", "för osäker att visas", "too uncertain to show"),
}

# Why there is no value.
ABSENCES = {
    **{status: STATUSES[status] for status in ("hidden", "missing at source", "not applicable", "below quality")},
    "not by sex": Text("ei lukuja sukupuolittain", "inga tal efter kön", "no figures by sex"),
    "not by category": Text(
        "ei lukuja tästä iästä tai luokasta",
        "inga tal för denna ålder eller klass",
        "no figures of this age or category",
    ),
    "only by category": Text("lukuja on vain luokittain", "tal finns bara efter klass", "figures by category only"),
    "not at level": Text("ei lukuja tältä aluetasolta", "inga tal på denna nivå", "no figures at this level of areas"),
    "not then": Text(
        "ei lukuja tältä jaksolta eikä sitä ennen",
        "inga tal för perioden eller före den",
        "no figures for the period or before",
    ),
    "no data": Text("ei tietoja alueelta", "inga uppgifter om området", "no data on the area"),
}
OF_BENCHMARK = Text("vertailualue: {reason}", "jämförelseområdet: {reason}", "benchmark: {reason}")

REASONS = {
    "not published": Text(
        "lähde ei ole julkaissut tietoa", "källan har inte publicerat uppgiften", "not published by the source"
    ),
    "hidden at source": Text("lähde on peittänyt tiedon", "källan har dolt uppgiften", "hidden by the source"),
    "not applicable": Text(
        "ei koske tätä aluetta tai aikaa", "gäller inte området eller tiden", "does not apply here or then"
    ),
    "small cell": Text(
        "luku on pieni tai kertoisi pienestä",
        "talet är litet eller skulle avslöja ett litet",
        "the figure is small or would give a small one away",
    ),
    "no denominators": Text(
        "kuntien luvuista ei voi laskea, koska lähde ei anna osoittajia ja nimittäjiä",
        "kan inte beräknas av kommunernas uppgifter, eftersom källan inte anger täljare och nämnare",
        "cannot be computed from municipalities: the source gives no numerators and denominators",
    ),
    "not additive": Text(
        "kuntien luvuista ei voi laskea",
        "kan inte beräknas av kommunernas uppgifter",
        "cannot be computed from municipalities",
    ),
    "median": Text(
        "mediaania ei voi laskea kuntien mediaaneista",
        "en median kan inte beräknas av kommunernas medianer",
        "a median cannot be computed from municipal medians",
    ),
    "classes hidden": Text(
        "mediaania ei voi laskea, koska odotusajan luokka on peitetty",
        "medianen kan inte beräknas, eftersom en väntetidsklass är dold",
        "no median can be computed: a class of waiting time is hidden",
    ),
    "classes apart": Text(
        "mediaania ei voi laskea, koska odotusajan luokat eivät kata kaikkia odotusaikoja",
        "medianen kan inte beräknas, eftersom väntetidsklasserna inte täcker alla väntetider",
        "no median can be computed: the classes do not hold every waiting time",
    ),
    "open class": Text(
        "mediaani on viimeisessä, avoimessa odotusajan luokassa",
        "medianen ligger i den sista, öppna väntetidsklassen",
        "the median lies in the last, open class of waiting time",
    ),
    "areas missing": Text(
        "tieto {present}/{members} alueesta",
        "uppgift från {present}/{members} områden",
        "{present} of {members} areas",
    ),
    "areas not additive": Text(
        "alueiden luvuista ei voi laskea yhteistä lukua",
        "kan inte beräknas av områdenas uppgifter",
        "cannot be computed from the areas' figures",
    ),
    "members missing": Text(
        "tieto {present}/{members} kunnasta, {coverage} % väestöstä",
        "uppgift från {present}/{members} kommuner, {coverage} % av befolkningen",
        "{present} of {members} municipalities, {coverage}% of the population",
    ),
    "members hidden": Text(
        "osa kunnista peitetty: tieto {present}/{members} kunnasta, {coverage} % väestöstä",
        "en del kommuner är dolda: uppgift från {present}/{members} kommuner, {coverage} % av befolkningen",
        "some municipalities hidden: {present} of {members} municipalities, {coverage}% of the population",
    ),
}

ORIGINS = {
    "delivered": Text("lähteen luku", "källans uppgift", "as delivered by the source"),
    "rolled up": Text("laskettu kunnista", "beräknad av kommunerna", "computed from municipalities"),
    "classes": Text(
        "laskettu odotusajan luokista", "beräknad av väntetidsklasserna", "computed from waiting-time classes"
    ),
}
PARTLY_ROLLED_UP = Text(
    "osin laskettu kunnista", "delvis beräknad av kommunerna", "partly computed from municipalities"
)

LEVELS = {
    "MAA": Text("koko maa", "hela landet", "whole country"),
    "HVA": Text("hyvinvointialue", "välfärdsområde", "wellbeing services county"),
    "TA": Text("työllisyysalue", "sysselsättningsområde", "employment area"),
    "MK": Text("maakunta", "landskap", "region"),
    "KU": Text("kunta", "kommun", "municipality"),
}

SEXES = {
    "total": Text("Kaikki", "Alla", "All"),
    "female": Text("Naiset", "Kvinnor", "Women"),
    "male": Text("Miehet", "Män", "Men"),
}

THEMES = {
    "participation": Text("Työhön osallistuminen", "Deltagande i arbetslivet", "Participation in work"),
    "unemployment": Text("Työttömyys", "Arbetslöshet", "Unemployment"),
    "services": Text("Palvelut", "Tjänster", "Services"),
    "work-ability": Text("Työkyky", "Arbetsförmåga", "Work ability"),
    "experience": Text("Kokemukset", "Upplevelser", "Experience"),
    "costs": Text("Kustannukset", "Kostnader", "Costs"),
    "population": Text("Väestö", "Befolkning", "Population"),
    "cooperation": Text("Yhteistyö", "Samarbete", "Cooperation"),
    "imported": Text("Tuodut aineistot", "Importerade data", "Imported data"),
}

POLARITIES = {
    "higher": Text("suurempi on parempi", "högre är bättre", "higher is better"),
    "lower": Text("pienempi on parempi", "lägre är bättre", "lower is better"),
    "none": Text(
        "ei parempaa eikä huonompaa suuntaa", "ingen bättre eller sämre riktning", "neither direction is better"
    ),
}

RELEASE_STATUSES = {
    "draft": Text("luonnos", "utkast", "draft"),
    "published": Text("julkaistu", "publicerad", "published"),
    "superseded": Text("korvattu uudemmalla", "ersatt av nyare", "superseded"),
    "withdrawn": Text("peruttu", "återkallad", "withdrawn"),
}

KINDS = {
    "proportion": Text("osuus", "andel", "proportion"),
    "rate": Text("suhteutettu luku", "relaterat tal", "rate"),
    "mean": Text("keskiarvo", "medelvärde", "mean"),
    "median": Text("mediaani", "median", "median"),
    "count": Text("lukumäärä", "antal", "count"),
    "change": Text("muutos", "förändring", "change"),
    "ratio": Text("suhdeluku", "relationstal", "ratio"),
    "index": Text("indeksi", "index", "index"),
    "score": Text("pistemäärä", "poängtal", "score"),
    "other": Text("kuten lähde antaa", "såsom källan anger", "as delivered"),
}

# What a column of a file holds.
ROLES = {
    "area": Text("alue", "område", "area"),
    "time": Text("ajankohta", "tidpunkt", "time"),
    "measure": Text("mittari", "indikator", "measure"),
    "value": Text("arvo", "värde", "value"),
    "sex": Text("sukupuoli", "kön", "sex"),
    "age": Text("ikä", "ålder", "age"),
    "breakdown": Text("luokitus", "indelning", "breakdown"),
    "lower": Text("alaraja", "nedre gräns", "lower limit"),
    "upper": Text("yläraja", "övre gräns", "upper limit"),
    "numerator": Text("osoittaja", "täljare", "numerator"),
    "denominator": Text("nimittäjä", "nämnare", "denominator"),
    "deviation": Text("keskihajonta", "standardavvikelse", "standard deviation"),
    "q1": Text("alakvartiili", "undre kvartil", "lower quartile"),
    "q3": Text("yläkvartiili", "övre kvartil", "upper quartile"),
    "status": Text("tila", "status", "status"),
    "ignored": Text("ei käytetä", "används inte", "not used"),
}

# Which way a series has gone, and whether that was good: nothing is said of what goes on.
TRENDS = {
    "improved": Text("parantunut", "förbättring", "improved"),
    "worsened": Text("heikentynyt", "försämring", "worsened"),
    "risen": Text("noussut", "ökning", "risen"),
    "fallen": Text("laskenut", "minskning", "fallen"),
    "no clear change": Text("ei selvää muutosta", "ingen tydlig förändring", "no clear change"),
    "too few points": Text("muutosta ei voi arvioida", "förändringen kan inte bedömas", "change cannot be judged"),
}

DEMO_NOTICE = Text(
    "Esimerkkiaineisto – ei todellisia lukuja", "Exempeldata – inga verkliga uppgifter", "Demo data – not real figures"
)
MIXED_NOTICE = Text(
    "Osa luvuista on esimerkkejä, ei todellisia: niissä on merkki ”Esimerkki”. Muut luvut ovat todellisia.",
    "En del av uppgifterna är exempel, inte verkliga: de är märkta ”Exempel”. De övriga är verkliga.",
    "Some of the figures are demo figures, not real: they are marked “Demo”. The others are real.",
)

NO_FIGURES = Text("ei lukuja", "inga tal", "no figures")
NOT_KNOWN = Text("ei tiedossa", "inte känt", "not known")
UNDER_WAY = Text("käynnissä", "pågår", "under way")
