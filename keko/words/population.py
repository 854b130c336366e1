"""The words of the working-age population: its topics, its groups, and what is worth saying of them."""

from keko.config import Language
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.situation import Standing
from keko.indicators.working_age import Figure, Portrait, changed_shares, in_work, least_in_work
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
AGES_HEADING = Text("Ikä ja sukupuoli", "Ålder och kön", "Age and sex")
AGES_NOTE = Text(
    "Osuus 15–64-vuotiaista, {period}. Täytetty: {area}. Ääriviiva: {benchmark}.",
    "Andel av 15–64-åringarna, {period}. Fylld: {area}. Kontur: {benchmark}.",
    "Share of persons aged 15–64, {period}. Filled: {area}. Outline: {benchmark}.",
)
AGES_ALONE = Text(
    "Osuus 15–64-vuotiaista, {period}.", "Andel av 15–64-åringarna, {period}.", "Share of persons aged 15–64, {period}."
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

FIGURES_HEADING = Text("Keitä he ovat", "Vilka är de", "Who they are")
FIGURE = Text("Tieto", "Uppgift", "Figure")
DIRECTION = Text("Muutos 5 v", "Förändring 5 år", "Change, 5 yrs")
OF_WHOM = Text("{ages}, {period}", "{ages}, {period}", "{ages}, {period}")
PLACES_HEADING = Text("Kunnat rinnakkain", "Kommunerna sida vid sida", "Municipalities side by side")
COUNTIES_HEADING = Text("Alueet rinnakkain", "Områdena sida vid sida", "Areas side by side")
PLACE = terms.AREA
PLACES_NOTE = Text(
    "Merkki ja väri kertovat tuloksen verrattuna: {area}. Kunkin luvun vuosi on sama kuin yllä.",
    "Märket och färgen visar resultatet jämfört med {area}. Åren är desamma som ovan.",
    "Mark and colour show the result compared with {area}. The years are those above.",
)
HIDDEN_NOTE = Text(
    "Peitetty tietosuojan vuoksi: luku on pieni tai kertoisi pienestä.",
    "Dold av dataskyddsskäl: talet är litet eller skulle avslöja ett litet.",
    "Hidden for data protection: the figure is small or would give a small one away.",
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
    "{first}, in the benchmark {other}: {verdict}.",
)
_ALONE = Text("{first}.", "{first}.", "{first}.")
_LEAST = Text(
    "Ryhmistä vähiten työssä: {name}, {value}.",
    "Den grupp som minst är i arbete: {name}, {value}.",
    "The group least in work: {name}, {value}.",
)
_NO_RATE = Text(
    "Alueen 20–64-vuotiaiden työllisyysastetta ei ole julkaistu.",
    "Sysselsättningsgraden bland områdets 20–64-åringar har inte publicerats.",
    "The employment rate of the area's 20–64-year-olds has not been published.",
)
_RISEN = Text(
    "Osuus on kasvanut viidessä vuodessa: {names}.",
    "Andelen har ökat på fem år: {names}.",
    "The share has risen over five years: {names}.",
)
_FALLEN = Text("Osuus on pienentynyt: {names}.", "Andelen har minskat: {names}.", "The share has fallen: {names}.")


def figure_name(figure: Figure, item: Indicator, language: Language) -> str:
    """What a figure is called where its ages stand beside it: its category if it is about one, else its indicator."""
    label = item.working_age.label if item.working_age else None
    return item.category_names.get(figure.category, label or item.names).within(language)


def column_name(figure: Figure, item: Indicator, language: Language) -> str:
    """The heading of a figure's column in the table of municipalities."""
    column = item.working_age.column if item.working_age else None
    return column.heading.within(language) if column else figure_name(figure, item, language)


def ages_in_words(item: Indicator, language: Language) -> str:
    """Whom of which ages a figure is about."""
    ages = item.population.ages
    return AGES.within(language, ages=ages) if ages else ALL_AGES.within(language)


def finding(portrait: Portrait, language: Language) -> str:
    """How many are in work here and in the benchmark, and which group the least."""
    sentences = (_rate_in_words(portrait, language), _least_in_words(portrait, language))
    return " ".join(sentence for sentence in sentences if sentence)


def _rate_in_words(portrait: Portrait, language: Language) -> str:
    rate = in_work(portrait)
    if rate is None or portrait.contents.in_work is None:
        return _NO_RATE.within(language)
    standing = portrait.standings[portrait.contents.in_work]
    own = _IN_WORK.within(language, own=_value(rate.own, standing, language), period=period(rate.period, language))
    if rate.benchmark is None:
        return _ALONE.within(language, first=own)
    benchmark, verdict = _value(rate.benchmark, standing, language), VERDICTS[rate.verdict].within(language)
    return _BESIDE.within(language, first=own, other=benchmark, verdict=verdict)


def _least_in_words(portrait: Portrait, language: Language) -> str:
    least = least_in_work(portrait)
    if least is None:
        return ""
    figure, share = least
    standing = portrait.standings[figure]
    name = figure_name(figure, standing.item, language)
    return _LEAST.within(language, name=name, value=_value(share, standing, language))


def _value(value: float, standing: Standing, language: Language) -> str:
    return quantity(value, standing.item.decimals, standing.item.unit, language)


def changes_in_words(portrait: Portrait, language: Language) -> str:
    """Which shares have clearly grown and which shrunk; empty where none has."""
    changed = changed_shares(portrait)
    sentences = []
    for verdict, sentence in (("risen", _RISEN), ("fallen", _FALLEN)):
        names = [figure_name(figure, portrait.standings[figure].item, language) for figure in changed[verdict]]
        if names:
            sentences.append(sentence.within(language, names=", ".join(names)))
    return " ".join(sentences)
