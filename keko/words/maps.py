"""The map in words."""

from keko.config import Language
from keko.data.areas import Areas
from keko.data.geometry import Boundaries
from keko.data.text import Plural, Text
from keko.indicators.comparing.comparison import REAL
from keko.indicators.cross_section import CrossSection, ends
from keko.indicators.highlights import verdict_counts
from keko.words import terms
from keko.words.area_labels import label, short
from keko.words.formats import Writing, number, of_size, period, quantity, unit
from keko.words.sentences import basis_in_words, joined
from keko.words.subject import chosen

LEVEL = Text("Aluetaso", "Områdesnivå", "Area level")
LEVELS = {
    "HVA": Text("Hyvinvointialueet", "Välfärdsområden", "Wellbeing services counties"),
    "TA": Text("Työllisyysalueet", "Sysselsättningsområden", "Employment areas"),
    "MK": Text("Maakunnat", "Landskap", "Regions"),
    "KU": Text("Kunnat", "Kommuner", "Municipalities"),
}
CLASSES = Text("Värit", "Färger", "Colours")
WAYS = {
    "tulos": Text(
        "Tulos vertailualueeseen nähden", "Resultat jämfört med jämförelseområdet", "Result compared with the benchmark"
    ),
    "kvantiilit": Text(
        "Yhtä monta aluetta luokassa", "Lika många områden i varje klass", "Equally many areas in each class"
    ),
    "luonnolliset": Text("Luonnolliset luokkarajat", "Naturliga klassgränser", "Natural breaks"),
    "tasavalit": Text("Tasavälein", "Lika stora steg", "Equal steps"),
}
PICTURE = Text("Kartan muoto", "Kartans form", "Kind of map")
PICTURES = {
    "piirros": Text("Kartta", "Karta", "Map"),
    "webgl": Text("Liikuteltava kartta", "Zoombar karta", "Zoomable map"),
    "ruudut": Text("Ruudut", "Rutor", "Tiles"),
    "vuodet": Text("Vuodet", "År", "Years"),
}
ZOOM = Text("Rajaus", "Utsnitt", "Extent")
ZOOMS = {"maa": Text("Koko maa", "Hela landet", "Whole country"), "alue": Text("Oma alue", "Eget område", "Own area")}
PERIOD = terms.PERIOD

BETTER = terms.VERDICTS["better"]
WORSE = terms.VERDICTS["worse"]
TOTAL = Text("alue, jolla on luku", "område med uppgift", "area with a figure")
NO_DATA = Text("ei tietoja", "inga uppgifter", "no data")
COLUMNS = {
    "area": terms.AREA,
    "value": terms.VALUE,
    "interval": terms.INTERVAL,
    "period": terms.PERIOD,
    "verdict": terms.VERDICT,
}
TOTALS_NOTE = Text(
    "Ympyrän koko kertoo määrän. Suurella alueella määrä on suurempi, joten alueita ei verrata.",
    "Cirkelns storlek anger antalet. I ett större område är antalet större, därför jämförs områdena inte.",
    "The size of a circle tells the number. A larger area has a larger number, so areas are not compared.",
)
TABLE = Text("Luvut, suurin ensin", "Tal, det största först", "Figures, the largest first")
LEGEND = Text("Värien selitys", "Färgförklaring", "Legend")
BORDERS = Text(
    "Vahvat rajat: hyvinvointialueet.",
    "Kraftiga gränser: välfärdsområden.",
    "Strong borders: wellbeing services counties.",
)
SCHEMATIC = Text(
    "Kaavamainen kartta: alueet ovat suunnilleen paikoillaan, rajat eivät ole todellisia.",
    "Schematisk karta: områdena ligger ungefär på sina platser, gränserna är inte de verkliga.",
    "Schematic map: the areas are roughly in their places, but the borders are not the real ones.",
)
SOURCE = Text("Rajat: {source}, {licence}.", "Gränser: {source}, {licence}.", "Boundaries: {source}, {licence}.")
YEARS_NOTE = Text(
    "Värit tarkoittavat samaa joka vuonna.",
    "Färgerna betyder detsamma varje år.",
    "Colours mean the same in every year.",
)
TILES_NOTE = Text(
    "Jokainen hyvinvointialue on yhtä suuri ruutu, suunnilleen paikallaan.",
    "Varje välfärdsområde är en lika stor ruta, ungefär på sin plats.",
    "Every wellbeing services county is a tile of the same size, roughly in its place.",
)
WEBGL_NOTE = Text(
    "Liikuteltava kartta tarvitsee näytönohjaimen tukea (WebGL). Jos karttaa ei näy, valitse Kartta.",
    "Den zoombara kartan kräver stöd av grafikkortet (WebGL). Välj Karta om kartan inte syns.",
    "The zoomable map needs the support of the graphics card (WebGL). If the map does not appear, choose Map.",
)
WITHOUT = Text(
    "Ilman arvoa (raidat tai katkoviiva)",
    "Utan värde (ränder eller streckad linje)",
    "Without a value (stripes or a dashed line)",
)
NO_MAP = Text(
    "Karttarajoja ei ole tietokannassa. Ylläpitäjä saa ne komennolla keko init.",
    "Databasen saknar kartgränser. Administratören får dem med kommandot keko init.",
    "The database has no boundaries. An administrator gets them with the command keko init.",
)
CHOOSE = Text(
    "Valitse alue kartalta tai taulukosta.",
    "Välj ett område på kartan eller i tabellen.",
    "Choose an area on the map or in the table.",
)
ALT = Text(
    "Kartta: {name}, {period}, {level}. Samat luvut ovat taulukossa kartan vieressä.",
    "Karta: {name}, {period}, {level}. Samma uppgifter finns i tabellen bredvid.",
    "Map: {name}, {period}, {level}. The same figures are in the table beside it.",
)
YEARS_ALT = Text(
    "Pieniä karttoja vuosittain: {name}, {level}, viimeisenä {period}. Uusimmat luvut ovat taulukossa vieressä.",
    "Små kartor per år: {name}, {level}, senast {period}. De senaste uppgifterna finns i tabellen bredvid.",
    "Small maps by year: {name}, {level}, up to {period}. The latest figures are in the table beside them.",
)
TILE_ALT = Text(
    "Ruutukartta: {name}, {period}. Samat luvut ovat taulukossa.",
    "Rutkarta: {name}, {period}. Samma uppgifter finns i tabellen.",
    "Tile map: {name}, {period}. The same figures are in the table.",
)
OPEN_INDICATOR = Text("Kehitys sivulla Mittarit", "Utvecklingen på sidan Indikatorer", "Development on Indicators")
NOT_AT_LEVEL = Text(
    "Mittarista ei ole lukuja tällä aluetasolla tai ajankohtana.",
    "Indikatorn har inga tal på denna nivå eller vid denna tidpunkt.",
    "The indicator has no figures at this level or time.",
)

_COUNTED = Plural(
    one=Text(
        "{count} alueesta vertailualuetta ({benchmark}) parempia on {better}, heikompia {worse}, ilman todettua eroa {none}.",
        "Bättre än jämförelseområdet ({benchmark}): {better} av {count} område; {worse} sämre, {none} utan konstaterad skillnad.",
        "Better than the benchmark ({benchmark}): {better} of {count} area; {worse} worse, {none} with no difference shown.",
    ),
    other=Text(
        "{count} alueesta vertailualuetta ({benchmark}) parempia on {better}, heikompia {worse}, ilman todettua eroa {none}.",
        "Bättre än jämförelseområdet ({benchmark}): {better} av {count} områden; {worse} sämre, {none} utan konstaterad skillnad.",
        "Better than the benchmark ({benchmark}): {better} of {count} areas; {worse} worse, {none} with no difference shown.",
    ),
)
_COUNTED_PLAINLY = Plural(
    one=Text(
        "Suurempi kuin vertailualueella ({benchmark}): {higher} / {count} alue, pienempi {lower}, ei todettua eroa {none}.",
        "Högre än jämförelseområdet ({benchmark}): {higher} av {count} område; {lower} lägre, {none} utan konstaterad skillnad.",
        "Higher than the benchmark ({benchmark}): {higher} of {count} area; {lower} lower, {none} with no difference shown.",
    ),
    other=Text(
        "Suurempi kuin vertailualueella ({benchmark}): {higher} / {count} aluetta, pienempi {lower}, ei todettua eroa {none}.",
        "Högre än jämförelseområdet ({benchmark}): {higher} av {count} områden; {lower} lägre, {none} utan konstaterad skillnad.",
        "Higher than the benchmark ({benchmark}): {higher} of {count} areas; {lower} lower, {none} with no difference shown.",
    ),
)
_BASES = Text("Tulosten perusta: {bases}.", "Resultaten bygger på: {bases}.", "The results rest on: {bases}.")
_OWN = Text("{name}: {value}.", "{name}: {value}.", "{name}: {value}.")
_ENDS = Text(
    "Suurin {most} ({highest}), pienin {least} ({lowest}).",
    "Högst {most} ({highest}), lägst {least} ({lowest}).",
    "Highest {most} ({highest}), lowest {least} ({lowest}).",
)
_ENDS_ALIKE = Text(
    "Suurimman ja pienimmän välillä ei todettu eroa.",
    "Ingen skillnad mellan det högsta och det lägsta konstaterades.",
    "No difference between the highest and the lowest was shown.",
)


def map_finding(section: CrossSection, area: str, areas: Areas, language: Language) -> str:
    """The value of the view's `area`, where it is on the map, and between which values the areas lie."""
    own = ""
    if area in section.values:
        name = short(areas[area], language)
        own = _OWN.within(language, name=name, value=value_in_words(section, area, language, of_size))
    return joined(own, ends_in_words(section, areas, language)) or _only_value(section, areas, language)


def _only_value(section: CrossSection, areas: Areas, language: Language) -> str:
    """The one value that there is; that there are none where there is none."""
    for area in section.values:
        value = value_in_words(section, area, language, of_size)
        return _OWN.within(language, name=short(areas[area], language), value=value)
    return NOT_AT_LEVEL.within(language)


def map_lead(section: CrossSection, areas: Areas, language: Language) -> str:
    """How many areas differ from the benchmark; empty where none is compared."""
    counts = verdict_counts(section.comparisons.values())
    compared = counts.total() - counts["not compared"]
    if not compared:
        return ""
    template = _COUNTED_PLAINLY if section.item.polarity == "none" else _COUNTED
    benchmark = label(areas[section.benchmark.area], language)
    return template.within(
        language,
        benchmark=benchmark,
        count=compared,
        none=counts["no difference"],
        **{verdict: counts[verdict] for verdict in REAL},
    )


def shown_in_words(section: CrossSection, language: Language) -> str:
    """What the map shows: the indicator, with the unit where counts are shown as they are compared, and whom it is about."""
    item, name = section.item, section.item.names.within(language)
    if item.counted is not None:
        joint = " " if item.kind == "rate" else ", "  # unemployed per 1 000 residents; benefits, € per resident
        name = f"{name}{joint}{unit(item.unit, language)}"
    return ", ".join([name, *chosen(item, section.question, language)])


def map_title(section: CrossSection, language: Language) -> str:
    """The same with the level of the areas and the period."""
    parts = [LEVELS[section.level].within(language).lower(), period(section.period, language) if section.period else ""]
    return f"{shown_in_words(section, language)} – {', '.join(part for part in parts if part)}"


def bases_in_words(section: CrossSection, language: Language) -> str:
    """What verdicts rest on, where that is not the interval of samples; else empty."""
    bases = {basis_in_words(comparison, language) for comparison in section.comparisons.values()} - {""}
    return _BASES.within(language, bases="; ".join(sorted(bases))) if bases else ""


def ends_in_words(section: CrossSection, areas: Areas, language: Language) -> str:
    """The highest and the lowest figure; that they do not differ, where that is so. Empty with fewer than two."""
    known = ends(section, areas)
    if known is None:
        return ""
    values = {
        "highest": short(areas[known.highest], language),
        "most": value_in_words(section, known.highest, language, of_size),
        "lowest": short(areas[known.lowest], language),
        "least": value_in_words(section, known.lowest, language, of_size),
    }
    sentence = _ENDS.within(language, **values)
    return f"{sentence} {_ENDS_ALIKE.within(language)}" if known.differ is False else sentence


def value_in_words(section: CrossSection, area: str, language: Language, write: Writing = number) -> str:
    """An area's value with its unit; a dash without one. `write`: `of_size` in a headline."""
    value = section.values.get(area)
    return "–" if value is None else quantity(value, section.item.decimals, section.item.unit, language, write)


def interval_in_words(section: CrossSection, area: str, language: Language) -> str:
    """An area's 95 % interval; empty without one."""
    point = section.points.get(area)
    if point is None or point.value is None or point.lower is None or point.upper is None:
        return ""
    ends_ = (number(limit, section.item.decimals, language) for limit in (point.lower, point.upper))
    return "–".join(ends_)


def boundaries_in_words(here: Boundaries | None, language: Language) -> list[str]:
    """Where the borders are from, and that they are schematic, where they are."""
    if here is None:
        return []
    source = SOURCE.within(language, source=here.origin.source.within(language), licence=here.origin.licence)
    return [SCHEMATIC.within(language), source] if here.origin.is_schematic else [source]


def described(section: CrossSection, language: Language, template: Text = ALT) -> str:
    """The alternative text of a map."""
    return template.within(
        language,
        name=shown_in_words(section, language),
        period=period(section.period, language) if section.period else "–",
        level=LEVELS[section.level].within(language),
    )
