"""Words about population segments: the page's names, heads and notes. Sentences are in `keko.words.segment_sentences`."""

from keko.data.text import Text
from keko.words import terms

REST_NAME = Text("Muut ryhmät (peitetty)", "Övriga grupper (dolda)", "Other groups (hidden)")
TOTAL_NAME = Text("Koko väestö", "Hela befolkningen", "Whole population")

PAGE = Text("Väestösegmentit", "Befolkningssegment", "Population segments")
PICTURE = terms.SHOW
PICTURES = {
    "yleiskuva": Text("Yleiskuva", "Översikt", "Overview"),
    "profiili": Text("Ryhmän profiili", "Gruppens profil", "Profile of a group"),
    "miksi": Text("Miksi eroamme", "Varför skiljer vi oss", "Why we differ"),
    "riski": Text("Riskiryhmät", "Riskgrupper", "Groups at risk"),
    "maaritelmat": Text("Määritelmät", "Definitioner", "Definitions"),
}
MODEL = Text("Malli", "Modell", "Model")
SEGMENT = terms.GROUP
MEASURE = Text("Osallistuminen", "Deltagande", "Participation")
MEASURES = {
    "employment": Text("Työssä", "I arbete", "In work"),
    "unemployment": Text("Työttömänä", "Arbetslös", "Unemployed"),
    "disability": Text("Työkyvyttömyysetuudella", "Med förmån vid arbetsoförmåga", "On disability benefit"),
    "other": Text("Muu tilanne", "Annan situation", "Other"),
}
MONTHS = terms.MONTHS_A_YEAR
DIFFICULT = Text("vaikea työllistyä", "svårt att få arbete", "hard to find work")
AT_RISK = Text("työllistyminen voi vaikeutua", "det kan bli svårare att få arbete", "finding work may get harder")
HIDDEN = terms.HIDDEN
HIDDEN_NOTE = Text(
    "Peitetty tietosuojan vuoksi: ryhmä on pieni tai sen koon voisi päätellä.",
    "Dold av dataskyddsskäl: gruppen är liten eller dess storlek kunde härledas.",
    "Hidden for data protection: the group is small, or its size could be inferred.",
)

# When there is nothing to show
NO_MODELS = Text(
    "Väestösegmenttien mallia ei ole vielä julkaistu. Mallin toimittaa sen tuottaja, ja se tuodaan sivulla Aineiston tuonti.",
    "Ingen modell med befolkningssegment har publicerats ännu. Modellen levereras av sin producent och importeras på sidan Dataimport.",
    "No model of population segments has been published yet. Its producer delivers it, and it is imported on the page Import.",
)
NO_DEFINITIONS = Text(
    "Määritelmien päällekkäisyydestä ei ole vielä julkaistu tietoja.",
    "Inga uppgifter om hur definitionerna överlappar har publicerats ännu.",
    "Nothing has been published yet on how the definitions overlap.",
)
NO_AREA = Text(
    "Alueesta ei ole tämän mallin lukuja. Valitse hyvinvointialue, työllisyysalue tai koko maa.",
    "Modellen har inga uppgifter om området. Välj ett välfärdsområde, ett sysselsättningsområde eller hela landet.",
    "The model has no figures for the area. Choose a wellbeing services county, an employment area or the whole country.",
)
NO_SEX = Text(
    "Alueesta ei ole lukuja valitusta sukupuolesta. Valitse sukupuoleksi Kaikki.",
    "Det finns inga uppgifter om området för det valda könet. Välj Alla.",
    "The area has no figures for the chosen sex. Choose All.",
)
NO_PART = Text(
    "Näitä lukuja ei ole alueelta.", "Dessa uppgifter saknas för området.", "There are no such figures for the area."
)

# Overview
GROUPS = Text("Ryhmät", "Grupper", "Groups")
PERSONS = terms.PERSONS
SHARE = Text("Osuus työikäisistä", "Andel av befolkningen i arbetsför ålder", "Share of the working-age population")
BESIDE = Text(
    "{group}: {own} ({area}), {other} ({benchmark}), {whole} (koko maa)",
    "{group}: {own} ({area}), {other} ({benchmark}), {whole} (hela landet)",
    "{group}: {own} ({area}), {other} ({benchmark}), {whole} (whole country)",
)
OVERVIEW_NOTE = Text(
    "Palkki: {area}. Viiva: {benchmark}. Harmaa viiva: koko maa. Avaa ryhmän profiili sen nimestä.",
    "Stapel: {area}. Streck: {benchmark}. Grått streck: hela landet. Öppna gruppens profil via namnet.",
    "Bar: {area}. Line: {benchmark}. Grey line: whole country. A group's name opens its profile.",
)

# Statement of the model
STATEMENT = Text("Mallista", "Om modellen", "About the model")
PRODUCER = Text("Tuottaja", "Producent", "Producer")
METHOD = Text("Miten ryhmät on muodostettu", "Hur grupperna har bildats", "How the groups were made")
POPULATION = Text("Keitä luvut kuvaavat", "Vilka talen gäller", "Whom the figures describe")
YEARS = Text("Vuodet", "År", "Years")
VARIABLES = Text("Muuttujat", "Variabler", "Variables")
LIMITS = Text("Mitä malli ei kerro", "Vad modellen inte berättar", "What the model does not tell")
CITATION = Text("Lähdeviite", "Källhänvisning", "Citation")
VERSION = Text("Versio", "Version", "Version")
APPROVAL = Text("Tuottajan hyväksyntä", "Producentens godkännande", "Approval by the producer")
APPROVED = Text("{by}, {date}", "{by}, {date}", "{by}, {date}")
NOT_APPROVED = Text("Ei hyväksyntää", "Inget godkännande", "Not approved")
BENEATH = Text("{model}, {period}. {citation}.", "{model}, {period}. {citation}.", "{model}, {period}. {citation}.")

# Profile
PARTICIPATION = Text(
    "Koko ja osallistuminen työhön", "Storlek och deltagande i arbete", "Size and participation in work"
)
SPREAD = Text("Useimmilla (80 %)", "För de flesta (80 %)", "For most people (80%)")
SPREAD_NOTE = Text(
    "Useimmilla: kahdeksalla kymmenestä luku on tällä välillä. Näytetään vain, kun ryhmässä on vähintään 30 henkilöä.",
    "För de flesta: åtta av tio ligger i detta intervall. Visas bara när gruppen har minst 30 personer.",
    "For most people: eight in ten are within this range. Shown only where the group has at least 30 persons.",
)
FACTORS = Text("Mikä ryhmässä on yleistä", "Vad som är vanligt i gruppen", "What is common in the group")
FACTOR = Text("Tekijä", "Faktor", "Factor")
IN_GROUP = Text("Ryhmässä", "I gruppen", "In the group")
IN_POPULATION = Text("Koko väestössä", "I hela befolkningen", "In the whole population")
TIMES = Text("Kuinka moninkertainen", "Hur många gånger vanligare", "How many times as common")
TIMES_VALUE = Text("{times}-kertainen", "{times} gånger", "{times} times")
FACTORS_NOTE = Text(
    "Palkki: ryhmä. Harmaa viiva: alueen koko väestö.",
    "Stapel: gruppen. Grått streck: hela områdets befolkning.",
    "Bar: the group. Grey line: the area's whole population.",
)
SETS = Text(
    "Mitkä tekijät kasaantuvat samoille ihmisille",
    "Vilka faktorer samlas hos samma personer",
    "Which factors occur together in the same people",
)
SETS_NOTE = Text(
    "Pylväs: ryhmän henkilöt, joilla on täsmälleen alla pisteillä merkityt tekijät.",
    "Stapel: personer i gruppen som har exakt de faktorer som prickarna visar.",
    "Column: persons of the group who have exactly the factors marked by dots below.",
)
SETS_HIDDEN = Text("Peitettyjä yhdistelmiä: {count}.", "Dolda kombinationer: {count}.", "Combinations hidden: {count}.")
SETS_ALT = Text(
    "Pylväskuvio tekijöiden yhdistelmistä, {period}. Yleisin: {first}, {persons}. Samat luvut ovat taulukossa kuvion alla.",
    "Stapeldiagram över kombinationer av faktorer, {period}. Vanligast: {first}, {persons}. Samma tal finns i tabellen nedanför.",
    "Column chart of combinations of factors, {period}. Most common: {first}, {persons}. The same figures are in the table below.",
)
NONE_OF_THEM = Text("ei mitään näistä", "ingen av dessa", "none of these")
COMBINATION = Text("Yhdistelmä", "Kombination", "Combination")
AS_TABLE = Text("Luvut taulukkona", "Talen som tabell", "The figures as a table")
BY_GROUP = Text("Sukupuolen ja iän mukaan", "Efter kön och ålder", "By sex and age")
WHO = Text("Ketkä", "Vilka", "Who")
SHARE_OF_THEM = Text("Osuus heistä", "Andel av dem", "Share of them")
OVER_TIME = Text("Vuosittain", "Per år", "Over the years")
FLOWS = Text(
    "Mistä ryhmään tullaan ja mihin siitä lähdetään",
    "Varifrån man kommer och vart man går",
    "Where people come from and go to",
)
CAME_IN = Text("Mistä tultiin", "Varifrån man kom", "Came from")
WENT_OUT = Text("Mihin lähdettiin", "Vart man gick", "Went to")
STAYED = Text(
    "Ryhmässä pysyi {persons} ({share}).",
    "I gruppen stannade {persons} ({share}).",
    "{persons} ({share}) stayed in the group.",
)
FLOWS_PERIOD = Text("Vuodesta {start} seuraavaan", "Från år {start} till följande", "From {start} to the next year")
SERVICES = Text("Palvelut", "Tjänster", "Services")
NO_SERVICES = Text(
    "Toimijoita ja palveluja ei ole vielä kuvattu järjestelmässä, joten tässä ei voi näyttää, mitä palveluja ryhmälle on tarjolla ja mitä puuttuu.",
    "Aktörer och tjänster har ännu inte beskrivits i systemet. Därför går det inte att visa vilka tjänster som finns för gruppen och vad som saknas.",
    "Actors and services are not described in the system yet, so it is not possible to show which services the group has and what is missing.",
)

# Why do we differ
MIX = Text("Rakenne-ero", "Strukturskillnad", "Mix")
WITHIN = Text("Ero ryhmien sisällä", "Skillnad inom grupperna", "Within groups")
TOGETHER = terms.TOTAL
REMAINING = Text("muut ryhmät", "övriga grupper", "other groups")
STEP = Text("{part}: {group}", "{part}: {group}", "{part}: {group}")
WATERFALL_ALT = Text(
    "Vaiheittainen kuvio: {benchmark} {start}, {area} {end}. Rakenne-ero {mix}, ero ryhmien sisällä {within}. Samat luvut ovat taulukossa.",
    "Stegdiagram: {benchmark} {start}, {area} {end}. Strukturskillnad {mix}, skillnad inom grupperna {within}. Samma tal finns i tabellen.",
    "Step chart: {benchmark} {start}, {area} {end}. Mix {mix}, within groups {within}. The same figures are in the table.",
)
WATERFALL_NOTE = Text(
    "Rakenne-ero: ryhmät ovat eri kokoisia. Ero ryhmien sisällä: tilanne eroaa samoissakin ryhmissä. Sininen parantaa, oranssi heikentää. "
    "Erittely kuvaa eroa, mutta ei kerro sen syytä. Luvut on pyöristetty, joten summien viimeinen numero voi poiketa.",
    "Strukturskillnad: grupperna är olika stora. Skillnad inom grupperna: läget skiljer sig också i samma grupp. Blått förbättrar, orange försämrar. "
    "Uppdelningen beskriver skillnaden, inte orsaken. Talen är avrundade, så summornas sista siffra kan avvika.",
    "Mix: the groups are of different sizes. Within groups: the situation differs even in the same groups. Blue improves, orange worsens. The parts describe the difference but not its cause. Figures are rounded, so the last digit of a sum may differ.",
)
WATERFALL_NOTE_PLAIN = Text(
    "Rakenne-ero: ryhmät ovat eri kokoisia. Ero ryhmien sisällä: tilanne eroaa samoissakin ryhmissä. Erittely kuvaa eroa, mutta ei kerro sen syytä. Luvut on pyöristetty, joten summien viimeinen numero voi poiketa.",
    "Strukturskillnad: grupperna är olika stora. Skillnad inom grupperna: läget skiljer sig också i samma grupp. Uppdelningen beskriver skillnaden, inte orsaken. Talen är avrundade, så summornas sista siffra kan avvika.",
    "Mix: the groups are of different sizes. Within groups: the situation differs even in the same groups. The parts describe the difference but not its cause. Figures are rounded, so the last digit of a sum may differ.",
)
PARTS = Text("Ero ryhmittäin", "Skillnaden per grupp", "The difference by group")
WHY_NOT = {
    "same area": Text(
        "Alue ja vertailualue ovat sama alue: valitse toinen vertailualue.",
        "Området och jämförelseområdet är samma område: välj ett annat jämförelseområde.",
        "The area and the benchmark are the same area: choose another benchmark.",
    ),
    "no data": Text(
        "Jommaltakummalta alueelta ei ole tämän mallin lukuja.",
        "Modellen saknar uppgifter om det ena av områdena.",
        "The model has no figures for one of the areas.",
    ),
    "no common period": Text(
        "Alueilla ei ole lukuja samalta vuodelta.",
        "Områdena har inga uppgifter från samma år.",
        "The areas have no figures for the same year.",
    ),
    "hidden": Text(
        "Eroa ei voi eritellä, koska liian suuri osa luvuista on peitetty tietosuojan vuoksi.",
        "Skillnaden kan inte delas upp, eftersom för många tal är dolda av dataskyddsskäl.",
        "The difference cannot be broken down, because too many figures are hidden for data protection.",
    ),
}

# Groups at risk
RISK_GROUPS = PICTURES["riski"]
RISK_MOVES = Text(
    "Siirtymät ryhmiin, joissa työllistyminen on vaikeaa",
    "Övergångar till grupper där det är svårt att få arbete",
    "Moves into groups where finding work is hard",
)
AT_RISK_PERSONS = Text("Riskiryhmissä", "I riskgrupper", "In groups at risk")
MOVED = Text("Siirtyi vuodessa", "Övergick på ett år", "Moved in a year")
MOVED_SHARE = Text("Osuus", "Andel", "Share")
PROJECTION = Text(
    "Ryhmät, joissa työllistyminen on vaikeaa, lähivuosina",
    "Grupper där det är svårt att få arbete, de närmaste åren",
    "Groups where finding work is hard, in the coming years",
)
PROJECTION_NOTE = Text(
    "Laskelmassa oletetaan, että ihmiset siirtyvät ryhmästä toiseen yhtä usein kuin viime vuosina. Muuttoliikettä ja työikään tulevia ei oteta huomioon. "
    "Laskelma kertoo, mihin nykyinen kehitys johtaisi. Se ei ole ennuste siitä, miten käy.",
    "Beräkningen förutsätter att personer går från en grupp till en annan lika ofta som under de senaste åren. Flyttningar och de som når arbetsför ålder beaktas inte. "
    "Beräkningen visar vart den nuvarande utvecklingen skulle leda. Den är ingen förutsägelse.",
    "The calculation assumes that people move between groups as often as in recent years. It leaves out migration and those who reach working age. "
    "It shows where the present development would lead. It does not predict what will happen.",
)
PROJECTED = Text("laskelma", "beräkning", "calculation")
COUNTED = Text("toteutunut", "utfall", "actual")
RANGE = terms.INTERVAL
KIND = terms.KIND
YEAR = Text("Vuosi", "År", "Year")
PROJECTION_ALT = Text(
    "Viivakuvio: henkilöitä {start} ({first}), laskelman mukaan {end} ({last}), väli {lower}–{upper}. Samat luvut ovat taulukossa.",
    "Linjediagram: antal personer {start} ({first}), enligt beräkningen {end} ({last}), intervall {lower}–{upper}. Samma tal finns i tabellen.",
    "Line chart: number of persons {start} ({first}), according to the calculation {end} ({last}), range {lower}–{upper}. The same figures are in the table.",
)
NO_PROJECTION = {
    "no flows": Text(
        "Alueelta ei ole lukuja siirtymistä, joten laskelmaa ei voi tehdä.",
        "Det finns inga uppgifter om övergångar för området, så ingen beräkning kan göras.",
        "There are no figures on moves in the area, so no calculation can be made.",
    ),
    "too few years": Text(
        "Siirtymiä tunnetaan alle kolmelta vuodelta, joten laskelmaa ei tehdä: sen väli olisi liian kapea.",
        "Övergångar är kända från färre än tre år, så ingen beräkning görs: dess intervall skulle vara för smalt.",
        "Moves are known for fewer than three years, so no calculation is made: its range would be too narrow.",
    ),
    "hidden": Text(
        "Siirtymiä tai ryhmien kokoja on peitetty tietosuojan vuoksi, joten laskelmaa ei voi tehdä.",
        "Övergångar eller gruppernas storlek är dolda av dataskyddsskäl, så ingen beräkning kan göras.",
        "Moves or sizes of groups are hidden for data protection, so no calculation can be made.",
    ),
    "no such groups": Text(
        "Malli ei nimeä ryhmiä, joissa työllistyminen on vaikeaa.",
        "Modellen anger inga grupper där det är svårt att få arbete.",
        "The model names no groups where finding work is hard.",
    ),
}
TARGETS = terms.TARGETS
NO_TARGETS = Text(
    "Alueella ei ole tavoitetta vaikeasti työllistyvien määrälle.",
    "Området har inget mål för antalet svårsysselsatta.",
    "The area has no target for the number of people who are difficult to employ.",
)
TARGET_LINE = Text("{name}: {value}, {due}", "{name}: {value}, {due}", "{name}: {value}, {due}")

# Definitions
DEFINITION = terms.DEFINITION
ONLY_HERE = Text("Vain tämän mukaan", "Enbart enligt denna", "By this one only")
ALSO_OTHERS = Text("Myös muun mukaan", "Också enligt andra", "By others too")
AT_LEAST = Text("vähintään {persons}", "minst {persons}", "at least {persons}")
OVERLAP = Text(
    "Keitä usea määritelmä koskee",
    "Vilka som omfattas av flera definitioner",
    "Who comes under several definitions",
)
OVERLAP_NOTE = Text(
    "Pylväs: ne alueen {whom}, jotka täsmälleen alla pisteillä merkityt määritelmät laskevat.",
    "Stapel: de {whom} i området som omfattas av exakt de definitioner som prickarna nedanför visar.",
    "Column: {whom} in the area who come under exactly the definitions marked with dots below.",
)
HOW_MANY = Text("Määritelmien määrä", "Antal definitioner", "Number of definitions")

# Bringing a model in
MODEL_HELP = Text(
    "Segmenttimalli: pudota kaikki mallin tiedostot kerralla (Excel tai CSV-taulukot ja malli.yaml).",
    "Segmentmodell: släpp alla modellens filer på en gång (Excel eller CSV-tabeller och malli.yaml).",
    "Segment model: drop all its files at once (Excel, or CSV tables and malli.yaml).",
)
TEMPLATE = Text(
    "Lataa segmenttimallin pohja", "Ladda ner segmentmodellens mall", "Download the template of a segment model"
)
MODEL_FILES = Text("Segmenttimalli: {files}", "Segmentmodell: {files}", "Segment model: {files}")
MODEL_UNDERSTOOD = Text(
    "{name}, versio {version}, {producer}: ryhmiä {segments}, tekijöitä {factors}, alueita {areas}, vuodet {years}.",
    "{name}, version {version}, {producer}: grupper {segments}, faktorer {factors}, områden {areas}, åren {years}.",
    "{name}, version {version}, {producer}: groups {segments}, factors {factors}, areas {areas}, years {years}.",
)
MODEL_APPROVED = Text(
    "Tuottajan hyväksyntä: {approval}.",
    "Producentens godkännande: {approval}.",
    "Approval by the producer: {approval}.",
)
MODEL_COUNTS = Text(
    "Rivejä {rows}: uusia {new}, muuttuneita {changed}, poistuvia {removed}, ennallaan {same}. Tietosuojan vuoksi peitetään {hidden}.",
    "Rader {rows}: nya {new}, ändrade {changed}, borttagna {removed}, oförändrade {same}. Av dataskyddsskäl döljs {hidden}.",
    "Rows {rows}: {new} new, {changed} changed, {removed} removed, {same} unchanged. Hidden for data protection: {hidden}.",
)
MODEL_PUBLISHED = Text(
    "Malli on julkaistu, rivejä {rows}. Lukijat näkevät sen heti.",
    "Modellen har publicerats, rader {rows}. Läsarna ser den genast.",
    "The model is published, rows {rows}. Readers see it at once.",
)
MODEL_DRAFTED = Text(
    "Mallin luonnos on tallessa, rivejä {rows}.",
    "Modellens utkast har sparats, rader {rows}.",
    "The model is kept as a draft, rows {rows}.",
)
