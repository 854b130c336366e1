"""The words of the working-age population: its topics, its groups, and what is worth saying of them."""

from keko.config import Language
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.situation import Standing
from keko.indicators.working_age import ChangedShare, Figure, Portrait, changed_shares, in_work, least_in_work
from keko.words import terms
from keko.words.formats import difference_in_words, of_size, period, quantity
from keko.words.interface import AGES, ALL_AGES
from keko.words.sentences import joined
from keko.words.subject import of_whom, sexes
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
    "Työssä olevien osuus ryhmän {whom}, {period}. Pystyviiva: alueen kaikki ryhmät yhdessä, {value}. Ryhmät menevät osin päällekkäin.",
    "Andel i arbete {whom} i gruppen, {period}. Lodrätt streck: områdets alla grupper tillsammans, {value}. Grupperna överlappar delvis.",
    "Share in work of {whom} in the group, {period}. Vertical line: all groups of the area together, {value}. The groups partly overlap.",
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
OF_WHOM = Text("{whom}, {period}", "{whom}, {period}", "{whom}, {period}")
PLACES_HEADING = Text("Kunnat rinnakkain", "Kommunerna sida vid sida", "Municipalities side by side")
COUNTIES_HEADING = terms.AREAS_SIDE_BY_SIDE
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
    "{whom} {own} on työssä ({period})",
    "{whom} är {own} i arbete ({period})",
    "{own} of {whom} are in work ({period})",
)
_BESIDE = Text(
    "{first}, vertailualueella {other}: {verdict}.",
    "{first}, i jämförelseområdet {other}: {verdict}.",
    "{first}, in the benchmark {other}: {verdict}.",
)
_ALONE = Text("{first}.", "{first}.", "{first}.")
_LEAST = Text(
    "Ryhmistä vähiten työssä ({period}): {name}, {value}.",
    "Den grupp som minst är i arbete ({period}): {name}, {value}.",
    "The group least in work ({period}): {name}, {value}.",
)
_THAT_IS = Text("{share} eli {persons}", "{share} ({persons})", "{share} ({persons})")
_NO_RATE = {
    "total": Text(
        "Alueen 20–64-vuotiaiden työllisyysastetta ei ole.",
        "Sysselsättningsgraden bland områdets 20–64-åringar finns inte.",
        "There is no employment rate of the area's 20–64-year-olds.",
    ),
    "female": Text(
        "Alueen 20–64-vuotiaiden naisten työllisyysastetta ei ole.",
        "Sysselsättningsgraden bland områdets kvinnor i åldern 20–64 finns inte.",
        "There is no employment rate of the area's women aged 20–64.",
    ),
    "male": Text(
        "Alueen 20–64-vuotiaiden miesten työllisyysastetta ei ole.",
        "Sysselsättningsgraden bland områdets män i åldern 20–64 finns inte.",
        "There is no employment rate of the area's men aged 20–64.",
    ),
}
_CHANGED = {
    "risen": Text(
        "Viiden viime luvun aikana osuus väestöstä on kasvanut: {names}.",
        "Under de fem senaste talen har andelen av befolkningen ökat: {names}.",
        "Over the last five figures the share of the population has risen: {names}.",
    ),
    "fallen": Text(
        "Osuus väestöstä on pienentynyt: {names}.",
        "Andelen av befolkningen har minskat: {names}.",
        "The share of the population has fallen: {names}.",
    ),
}
_CHANGE = Text("{name} {amount}", "{name} {amount}", "{name} {amount}")
_MOST = 3


def figure_name(figure: Figure, item: Indicator, language: Language) -> str:
    """What a figure is called where its ages stand beside it: its category if it is about one, else its indicator."""
    label = item.working_age.label if item.working_age else None
    return item.category_names.get(figure.category, label or item.names).within(language)


def column_name(figure: Figure, item: Indicator, language: Language) -> str:
    """The heading of a figure's column in the table of municipalities."""
    column = item.working_age.column if item.working_age else None
    return column.heading.within(language) if column else figure_name(figure, item, language)


def whom_in_words(item: Indicator, sex: str, language: Language) -> str:
    """Whom of which ages and sex a figure is about."""
    ages = item.population.ages
    aged = AGES.within(language, ages=ages) if ages else ALL_AGES.within(language)
    return ", ".join([aged, *sexes(sex, language)])


def finding(portrait: Portrait, sex: str, language: Language) -> str:
    """How many are in work here and in the benchmark, and which group the least. `sex`: of whom the portrait is."""
    return joined(_rate_in_words(portrait, sex, language), _least_in_words(portrait, language))


def _rate_in_words(portrait: Portrait, sex: str, language: Language) -> str:
    rate = in_work(portrait)
    if rate is None or portrait.contents.in_work is None:
        return _NO_RATE[sex].within(language)
    standing = portrait.standings[portrait.contents.in_work]
    share = _share(rate.own, rate.persons, standing, language)
    whom = of_whom(standing.item.population.ages, sex, language)
    own = _IN_WORK.within(language, whom=whom, own=share, period=period(rate.period, language))
    own = own[0].upper() + own[1:]
    if rate.benchmark is None:
        return _ALONE.within(language, first=own)
    benchmark, verdict = _value(rate.benchmark, standing, language), VERDICTS[rate.verdict].within(language)
    return _BESIDE.within(language, first=own, other=benchmark, verdict=verdict)


def _least_in_words(portrait: Portrait, language: Language) -> str:
    least = least_in_work(portrait)
    if least is None:
        return ""
    figure, point = least
    standing = portrait.standings[figure]
    name = figure_name(figure, standing.item, language)
    value = _share(point.value or 0.0, point.numerator, standing, language)
    return _LEAST.within(language, name=name, value=value, period=period(point.period, language))


def _share(value: float, persons: float | None, standing: Standing, language: Language) -> str:
    """A share, and how many persons that is where they are known."""
    share = _value(value, standing, language)
    if persons is None:
        return share
    return _THAT_IS.within(language, share=share, persons=quantity(persons, 0, "henkilöä", language, of_size))


def _value(value: float, standing: Standing, language: Language) -> str:
    return quantity(value, standing.item.decimals, standing.item.unit, language)


def changes_in_words(portrait: Portrait, language: Language) -> str:
    """Which shares have clearly grown and which shrunk, the most first, with amounts; empty where none has."""
    sentences = []
    for verdict, shares in changed_shares(portrait).items():
        names = ", ".join(_change(share, portrait, language) for share in shares[:_MOST])
        sentences.append(_CHANGED[verdict].within(language, names=names) if names else "")
    return joined(*sentences)


def _change(share: ChangedShare, portrait: Portrait, language: Language) -> str:
    item = portrait.standings[share.figure].item
    amount = difference_in_words(share.amount, item.decimals, item.unit, language, sign=True)
    return _CHANGE.within(language, name=figure_name(share.figure, item, language), amount=amount)
