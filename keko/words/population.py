"""The words of the working-age population: its topics, its groups, and what is worth saying of them."""

from collections.abc import Iterable, Mapping

from keko.config import Language
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.situation import Standing
from keko.indicators.trend import Trend
from keko.indicators.working_age import GROUPS, IN_WORK, Figure
from keko.words import terms
from keko.words.formats import period, quantity
from keko.words.interface import AGES, ALL_AGES
from keko.words.terms import VERDICTS

TOPICS = {
    "activity": Text("Pääasiallinen toiminta", "Huvudsaklig verksamhet", "Main activity"),
    "education": Text("Koulutus", "Utbildning", "Education"),
    "origin": Text("Kieli ja tausta", "Språk och bakgrund", "Language and origin"),
    "health": Text("Terveys ja työkyky", "Hälsa och arbetsförmåga", "Health and work ability"),
    "population": Text("Väestö", "Befolkning", "Population"),
}
COLUMNS = {
    "working-age-by-age": Text("15–64-vuotiaita", "15–64-åringar", "Aged 15–64"),
    "employment-rate-20-64": Text("Työssä", "I arbete", "In work"),
    "education-20-64": Text("Vain perusaste", "Bara grundnivå", "Basic education only"),
    "foreign-background-share-20-64": Text("Ulkomaalais­taustaisia", "Utländsk bakgrund", "Foreign background"),
    "refugee-background-share-20-64": Text("Pakolais­taustaisia", "Flykting­bakgrund", "Refugee background"),
    "disability-benefit-share-20-64": Text("Vammais­etuus", "Handikapp­förmån", "Disability benefit"),
    "disability-pension-share": Text("Työkyvyttömyys­eläke", "Sjukpension", "Disability pension"),
    "main-activity-20-64": Text("Työttömiä", "Arbetslösa", "Unemployed"),
}
SHORT = {
    "foreign-language-share-20-64": Text("Vieraskieliset", "Personer med främmande språk", "Foreign-language speakers"),
    "swedish-speaking-share-20-64": Text("Ruotsinkieliset", "Svenskspråkiga", "Swedish speakers"),
    "foreign-background-share-20-64": Text("Ulkomaalaistaustaiset", "Personer med utländsk bakgrund", "Foreign background"),
    "refugee-background-share-20-64": Text("Pakolaistaustaiset", "Personer med flyktingbakgrund", "Refugee background"),
    "long-term-illness-20-64": Text(
        "Jokin pitkäaikaissairaus, oma arvio", "Någon långvarig sjukdom, egen bedömning", "Some long-term illness, self-assessed"
    ),
    "reimbursed-medicines-share-20-64": Text(
        "Lääkkeiden erityiskorvaukseen oikeutetut", "Har rätt till specialersättning för läkemedel",
        "Entitled to special reimbursement of medicines",
    ),
    "disability-benefit-share-20-64": Text("Vammaisetuutta saavat", "Får handikappförmån", "Receive a disability benefit"),
    "disability-services-share-20-64": Text(
        "Vammaispalvelujen asiakkaat", "Klienter inom funktionshinderservicen", "Clients of disability services"
    ),
    "disability-pension-share": Text("Työkyvyttömyyseläkkeellä", "Med sjukpension", "On disability pension"),
    "reduced-work-ability-20-64": Text(
        "Työkyky heikentynyt, oma arvio", "Nedsatt arbetsförmåga, egen bedömning", "Reduced work ability, self-assessed"
    ),
    "work-ability-score": Text(
        "Työkykypistemäärä, Kykyviisari", "Arbetsförmågepoäng, Kykyviisari", "Work ability score, Kykyviisari"
    ),
    "kykyviisari-low-work-ability": Text(
        "Työkyky heikko, Kykyviisari", "Svag arbetsförmåga, Kykyviisari", "Poor work ability, Kykyviisari"
    ),
    "kykyviisari-functioning": Text(
        "Koettu toimintakyky, Kykyviisari", "Upplevd funktionsförmåga, Kykyviisari", "Perceived functioning, Kykyviisari"
    ),
    "working-age-by-age": Text("15–64-vuotiaat", "15–64-åringar", "Persons aged 15–64"),
    "working-age-share-15-64": Text("15–64-vuotiaita väestöstä", "15–64-åringar av befolkningen", "Aged 15–64 of all"),
    "working-age-share-20-64": Text("20–64-vuotiaita väestöstä", "20–64-åringar av befolkningen", "Aged 20–64 of all"),
}  # fmt: skip
AGES_HEADING = Text("Ikä ja sukupuoli", "Ålder och kön", "Age and sex")
AGES_NOTE = Text(
    "Osuus 15–64-vuotiaista, {period}. Täytetty: {area}. Ääriviiva: {benchmark}.",
    "Andel av 15–64-åringarna, {period}. Fylld: {area}. Kontur: {benchmark}.",
    "Share of ages 15–64, {period}. Filled: {area}. Outline: {benchmark}.",
)
AGES_ALONE = Text(
    "Osuus 15–64-vuotiaista, {period}.", "Andel av 15–64-åringarna, {period}.", "Share of ages 15–64, {period}."
)
AGES_TABLE = Text("Ikä ja sukupuoli taulukkona", "Ålder och kön i en tabell", "Age and sex as a table")
AGES_ALT = Text(
    "Ikäpyramidi, {area}, {period}: 15–24-vuotiaita {young} %, 55–64-vuotiaita {old} %. Samat luvut ovat taulukossa.",
    "Ålderspyramid, {area}, {period}: 15–24-åringar {young} %, 55–64-åringar {old} %. Samma uppgifter finns i tabellen.",
    "Age pyramid, {area}, {period}: ages 15–24 {young}%, ages 55–64 {old}%. The same figures are in the table.",
)
NO_AGES = Text(
    "Alueen ikäjakaumaa ei ole julkaistu.",
    "Områdets åldersfördelning har inte publicerats.",
    "The age distribution of the area has not been published.",
)
PERSONS = terms.PERSONS
SEX_OF_AREA = Text("{sex}, {area}", "{sex}, {area}", "{sex}, {area}")

WORK_HEADING = Text("Työssä eri ryhmistä", "I arbete i olika grupper", "In work by group")
WORK_NOTE = Text(
    "Työssä olevien osuus ryhmän 20–64-vuotiaista, {period}. Pystyviiva: kaikki alueen 20–64-vuotiaat, {value}. Ryhmät menevät osin päällekkäin.",
    "Andel i arbete av gruppens 20–64-åringar, {period}. Lodrätt streck: alla 20–64-åringar i området, {value}. Grupperna överlappar delvis.",
    "Share in work of those aged 20–64 in the group, {period}. Vertical line: all aged 20–64 in the area, {value}. The groups partly overlap.",
)
GROUP = terms.GROUP
SCALE = Text("0 → 100 %", "0 → 100 %", "0 → 100%")
FROM_ALL = Text("Ero kaikkiin", "Skillnad mot alla", "Difference from all")
GROUP_ALT = Text(
    "{name}: {area} {own}, {benchmark} {other}",
    "{name}: {area} {own}, {benchmark} {other}",
    "{name}: {area} {own}, {benchmark} {other}",
)

FIGURES_HEADING = Text("Keitä he ovat", "Vilka de är", "Who they are")
FIGURE = Text("Tieto", "Uppgift", "Figure")
DIRECTION = Text("Suunta 5 v", "Riktning 5 år", "Direction, 5 yrs")
OF_WHOM = Text("{ages}, {period}", "{ages}, {period}", "{ages}, {period}")
PLACES_HEADING = Text("Kunnat rinnakkain", "Kommunerna sida vid sida", "Municipalities side by side")
COUNTIES_HEADING = Text("Alueet rinnakkain", "Områdena sida vid sida", "Areas side by side")
PLACE = terms.AREA
PLACES_NOTE = Text(
    "Merkki ja väri kertovat tuloksen verrattuna: {area}. Kunkin luvun vuosi on sama kuin yllä.",
    "Märket och färgen visar resultatet jämfört med: {area}. Året är detsamma som ovan.",
    "Mark and colour show the result compared with: {area}. Years are those above.",
)
HIDDEN_NOTE = Text(
    "Peitetty: pieni lukumäärä, jota ei näytetä tietosuojan vuoksi.",
    "Dold: ett litet antal som inte visas av dataskyddsskäl.",
    "Hidden: a small number not shown for data protection.",
)
HIDDEN = terms.HIDDEN
NO_FIGURE = terms.NO_FIGURE

_IN_WORK = Text(
    "20–64-vuotiaista on työssä {own} ({period})",
    "Av 20–64-åringarna är {own} i arbete ({period})",
    "{own} of those aged 20–64 are in work ({period})",
)
_BESIDE = Text(
    "{first}, vertailualueella {other}: {verdict}.",
    "{first}, i jämförelseområdet {other}: {verdict}.",
    "{first}, {other} in the benchmark area: {verdict}.",
)
_ALONE = Text("{first}.", "{first}.", "{first}.")
_LEAST = Text(
    "Ryhmistä vähiten työssä: {name}, {value}.",
    "Minst i arbete av grupperna: {name}, {value}.",
    "Least in work of the groups: {name}, {value}.",
)
_NO_RATE = Text(
    "Alueen 20–64-vuotiaiden työllisyysastetta ei ole julkaistu.",
    "Sysselsättningsgraden bland områdets 20–64-åringar har inte publicerats.",
    "The employment rate of the area's 20–64-year-olds has not been published.",
)
_RISING = Text(
    "Viidessä vuodessa osuus on kasvanut: {names}.",
    "På fem år har andelen ökat: {names}.",
    "Over five years the share has grown: {names}.",
)
_FALLING = Text("Osuus on pienentynyt: {names}.", "Andelen har minskat: {names}.", "The share has shrunk: {names}.")


def figure_name(figure: Figure, item: Indicator, language: Language) -> str:
    """What a figure is called where its ages stand beside it: its category if it is about one, else its indicator."""
    return item.category_names.get(figure.category, SHORT.get(item.id, item.names)).within(language)


def ages_in_words(item: Indicator, language: Language) -> str:
    """Whom of which ages a figure is about."""
    ages = item.population.ages
    return AGES.within(language, ages=ages) if ages else ALL_AGES.within(language)


def finding(found: Mapping[Figure, Standing], language: Language) -> str:
    """How many are in work here and in the benchmark, and which group the least."""
    rate = found.get(IN_WORK)
    first = _rate_in_words(rate, language) if rate else _NO_RATE.within(language)
    return " ".join(part for part in (first, _least_in_words(found, language)) if part)


def _rate_in_words(rate: Standing, language: Language) -> str:
    compared, latest = rate.comparison, rate.latest
    if latest is None or latest.value is None:
        return _NO_RATE.within(language)
    both = compared.period is not None and compared.benchmark_value is not None and compared.reason != "same area"
    own = compared.area_value if both and compared.area_value is not None else latest.value
    at = compared.period if both and compared.period else latest.period
    told = _IN_WORK.within(language, own=_value(own, rate, language), period=period(at, language))
    if not both or compared.benchmark_value is None:
        return _ALONE.within(language, first=told)
    other = _value(compared.benchmark_value, rate, language)
    return _BESIDE.within(language, first=told, other=other, verdict=VERDICTS[compared.verdict].within(language))


def _least_in_words(found: Mapping[Figure, Standing], language: Language) -> str:
    told = [(figure, found[figure]) for figure in GROUPS if figure in found and found[figure].latest is not None]
    if not told:
        return ""
    figure, least = min(told, key=lambda one: _newest(one[1]))
    name = figure_name(figure, least.item, language)
    return _LEAST.within(language, name=name, value=_value(_newest(least), least, language))


def _newest(standing: Standing) -> float:
    return (standing.latest.value if standing.latest else None) or 0.0


def _value(value: float, standing: Standing, language: Language) -> str:
    return quantity(value, standing.item.decimals, standing.item.unit, language)


def changes_in_words(trends: Iterable[tuple[str, Trend]], language: Language) -> str:
    """Which shares grow and which shrink clearly; empty where none does."""
    told = list(trends)
    parts = []
    for verdict, sentence in (("rising", _RISING), ("falling", _FALLING)):
        names = [name for name, one in told if one.verdict == verdict]
        if names:
            parts.append(sentence.within(language, names=", ".join(names)))
    return " ".join(parts)
