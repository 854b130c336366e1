"""The words of the benchmark: its pictures, their rows, and what is worth saying of them."""

from collections.abc import Mapping, Sequence

from keko.config import Language
from keko.data.text import Plural, Text
from keko.indicators.benchmark import Row
from keko.indicators.catalogue import Polarity
from keko.indicators.comparing.chance import by_yearly_variation, made
from keko.indicators.comparing.comparison import Comparison, Verdict
from keko.indicators.highlights import Highlights, named, verdict_counts
from keko.indicators.over_time.trend import Trend
from keko.indicators.series import Question
from keko.indicators.situation import Standing
from keko.words import terms
from keko.words.differences import difference_as_shown, limits_in_words
from keko.words.formats import number, period, quantity
from keko.words.sentences import (
    amount,
    basis_in_words,
    capital,
    chance_in_words,
    joined,
    persons_in_words,
    verdict_in_words,
    years_in_words,
)
from keko.words.subject import subject
from keko.words.terms import VERDICTS

PICTURE = terms.SHOW
PICTURES = {
    "asema": Text("Asema", "Läge", "Position"),
    "erot": Text("Erot", "Skillnader", "Differences"),
    "sijoittuminen": Text("Sijoittuminen", "Placering", "Standing"),
    "matriisi": Text("Matriisi", "Matris", "Matrix"),
    "kehitys": Text("Kehitys", "Utveckling", "Development"),
}
THEMES = Text("Teemat", "Teman", "Themes")
ALL_THEMES = Text("Kaikki teemat", "Alla teman", "All themes")
CORRECTED = Text("Ota huomioon vertailujen määrä", "Beakta antalet jämförelser", "Allow for the number of comparisons")
CORRECTED_HELP = Text(
    "Kun vertailuja on paljon, osa eroista syntyy sattumalta. Valinta jättää eroiksi vain ne, jotka kestävät tämän.",
    "Vid många jämförelser uppstår en del skillnader av en slump. Valet lämnar kvar bara de skillnader som håller även då.",
    "When there are many comparisons, some differ by chance. This keeps only the differences that hold even so.",
)
CORRECTED_NOTE = Plural(
    one=Text(
        "{count} vertailu. Eroina näytetään vain ne, jotka kestävät vertailujen määrän: todetuista eroista enintään "
        "noin 5 % on odotettavasti sattumaa.",
        "{count} jämförelse. Som skillnader visas bara de som håller trots antalet: högst ungefär 5 % av dem väntas "
        "bero på slumpen.",
        "{count} comparison. Only differences that hold despite the number of comparisons are shown: at most about 5% of them are expected to be due to chance.",
    ),
    other=Text(
        "{count} vertailua. Eroina näytetään vain ne, jotka kestävät vertailujen määrän: todetuista eroista enintään "
        "noin 5 % on odotettavasti sattumaa.",
        "{count} jämförelser. Som skillnader visas bara de som håller trots antalet: högst ungefär 5 % av dem väntas "
        "bero på slumpen.",
        "{count} comparisons. Only differences that hold despite the number of comparisons are shown: at most about 5% of them are expected to be due to chance.",
    ),
)
THEME = Text("Teema", "Tema", "Theme")

# Position
WHERE = Text("heikompi ← vertailualue → parempi", "sämre ← jämförelseområde → bättre", "worse ← benchmark → better")
WHERE_PLAIN = Text("pienempi ← → suurempi", "lägre ← → högre", "lower ← → higher")
PEERS = {
    "HVA": Text("hyvinvointialueet", "välfärdsområdena", "the wellbeing services counties"),
    "TA": Text("työllisyysalueet", "sysselsättningsområdena", "the employment areas"),
    "MK": Text("maakunnat", "landskapen", "the regions"),
    "KU": Text(
        "saman hyvinvointialueen kunnat", "kommunerna i samma välfärdsområde", "the municipalities of the same county"
    ),
}
SPINE_NOTE = Text(
    "Palkki: {peers} pienimmästä suurimpaan, tummempi osa on keskimmäinen puolikas. Pystyviiva: {benchmark}. Merkki: {area}. Oikealle päin luku on parempi tai, jos kumpikaan suunta ei ole parempi, suurempi.",
    "Stapel: {peers} från lägsta till högsta, den mörkare delen är den mellersta hälften. Lodrätt streck: {benchmark}. Märke: {area}. Åt höger är bättre eller, om ingen riktning är bättre, högre.",
    "Bar: {peers} from lowest to highest, the darker part is the middle half. Vertical line: {benchmark}. Mark: {area}. Right is better or, where neither direction is better, higher.",
)
FEW_AREAS = Text("alle neljä aluetta", "färre än fyra områden", "fewer than four areas")
NO_VALUE = terms.NO_FIGURE

# Differences
BOTH = Text("Alueiden luvut", "Områdenas tal", "Both areas")
DIFFERENCE_BAR = Text("pienempi ← 0 → suurempi", "lägre ← 0 → högre", "lower ← 0 → higher")
DIFFERENCE_CAPTION = Text("Erot, selvimmät ensin", "Skillnader, de tydligaste först", "Differences, the clearest first")
OTHERS_CLEAREST_FIRST = Text("Muut, selvimmät ensin", "Övriga, de tydligaste först", "Others, the clearest first")
DIFFERENCE_NOTE = Text(
    "Kunkin rivin asteikko on sen oma. Palkki on eron 95 %:n väli tai, jos luvuilla ei ole väliä, eron tavallinen vaihtelu vuodesta toiseen: jos se ylittää nollan, ero voi olla sattumaa.",
    "Varje rad har sin egen skala. Stapeln är skillnadens 95 % intervall eller, för tal utan intervall, dess vanliga variation från år till år: om den går över noll kan skillnaden bero på slumpen.",
    "Each row has its own scale. The bar is the 95% interval of the difference or, for figures without intervals, its usual variation from year to year: where it crosses zero, the difference may be due to chance.",
)

# Standing among all
STANDING_CAPTION = Text("Sijoittuminen: {peers}", "Placering: {peers}", "Standing: {peers}")
LOWEST_TO_HIGHEST = Text("pienin → suurin", "lägst → högst", "lowest → highest")
FIFTH = Text("Viidennes", "Femtedel", "Fifth")
OTHERS = Text("Muut valitut", "Andra valda", "Other chosen areas")
STANDING_NOTE = Text(
    "Harmaa piste on yksi alue. Sijoittuminen perustuu lukuihin sellaisinaan: lähekkäisten alueiden järjestys voi olla sattumaa.",
    "En grå punkt är ett område. Placeringen bygger på talen som sådana: ordningen mellan områden nära varandra kan bero på slumpen.",
    "A grey dot is one area. The standing is based on the figures as they are: the order of areas close together may be due to chance.",
)
_FIFTHS_JUDGED = (
    Text("heikoin viidennes", "sämsta femtedelen", "weakest fifth"),
    Text("toiseksi heikoin viidennes", "näst sämsta femtedelen", "second-weakest fifth"),
    Text("keskimmäinen viidennes", "mellersta femtedelen", "middle fifth"),
    Text("toiseksi paras viidennes", "näst bästa femtedelen", "second-best fifth"),
    Text("paras viidennes", "bästa femtedelen", "best fifth"),
)
_FIFTHS_PLAIN = (
    Text("pienin viidennes", "lägsta femtedelen", "lowest fifth"),
    Text("toiseksi pienin viidennes", "näst lägsta femtedelen", "second-lowest fifth"),
    Text("keskimmäinen viidennes", "mellersta femtedelen", "middle fifth"),
    Text("toiseksi suurin viidennes", "näst högsta femtedelen", "second-highest fifth"),
    Text("suurin viidennes", "högsta femtedelen", "highest fifth"),
)

# Matrix
MATRIX_CAPTION = Text(
    "Alueet verrattuna vertailualueeseen ({benchmark})",
    "Områdena jämfört med jämförelseområdet ({benchmark})",
    "The areas compared with the benchmark ({benchmark})",
)
MATRIX_NOTE = Text(
    "Merkki ja väri kertovat tuloksen vertailualueeseen nähden. Lukua ilman merkkiä ei ole verrattu. Viiva: ei lukua.",
    "Märket och färgen visar resultatet jämfört med jämförelseområdet. Ett tal utan märke har inte jämförts. Streck: uppgift saknas.",
    "Mark and colour show the result compared with the benchmark. A figure without a mark is not compared. Dash: no figure.",
)

# Development
TRENDS = terms.TRENDS
LAST_YEARS = Text("5 v: {word}", "5 år: {word}", "5 yrs: {word}")
FROM_TO = Text("{first} → {last}", "{first} → {last}", "{first} → {last}")
DEVELOPMENT_NOTE = Text(
    "Kunkin kuvan asteikko on sen oma. Muutos: viisi viimeistä lukua.",
    "Varje bild har sin egen skala. Förändring: de fem senaste talen.",
    "Each chart has its own scale. Change: the last five figures.",
)

# Downloads
DOWNLOAD = Text("Lataa {format}", "Ladda ner {format}", "Download {format}")
NOTES = Text("Tietoja", "Uppgifter", "About")
DATA_VERSION = terms.DATA_VERSION
NOTICE = terms.NOTICE
LOWER = Text("Eron alaraja 95 %", "Skillnadens nedre gräns 95 %", "Lower limit of the difference 95%")
UPPER = Text("Eron yläraja 95 %", "Skillnadens övre gräns 95 %", "Upper limit of the difference 95%")
CONFIDENCE = Text("Varmuus %", "Säkerhet %", "Confidence %")
TITLE = Text("Sisältö", "Innehåll", "Content")
METHOD = terms.INTERPRETATION
OWN_VALUE = Text("Alueen arvo", "Områdets värde", "Area value")
BENCHMARK_VALUE = Text("Vertailualueen arvo", "Jämförelseområdets värde", "Benchmark value")
SHEET = terms.COMPARISON
BASIS = Text("Perusta", "Grund", "Basis")
REASON = Text("Syy", "Orsak", "Reason")
PERSONS = Text("Ero henkilöinä", "Skillnaden i personer", "Difference in persons")
TIME = Text("Ajankohta", "Tidpunkt", "Time")
NEWEST_OF_EACH = Text("kunkin mittarin uusin", "den senaste för varje indikator", "the latest of each indicator")
AT_THE_LATEST = Text("viimeistään {when}", "senast {when}", "{when} at the latest")

_COUNTED = Plural(
    one=Text("{counts} mittarissa.", "{counts} indikator.", "{counts} indicator."),
    other=Text("{counts} mittarissa.", "{counts} indikatorer.", "{counts} indicators."),
)
_BOTH_COUNTED = Text("{one} ja {other}", "{one} och {other}", "{one} and {other}")
_COUNT = Text("{verdict} {count}", "{verdict} enligt {count}", "{verdict} on {count}")
_CLEAREST = Text("{clearest}: {part}.", "{clearest}: {part}.", "{clearest}: {part}.")
CLEAREST: dict[Verdict, Text] = {
    "worse": Text("Selvimmin heikompi", "Tydligast sämre", "Most clearly worse"),
    "better": Text("Selvimmin parempi", "Tydligast bättre", "Most clearly better"),
    "higher": Text("Selvimmin suurempi", "Tydligast högre", "Most clearly higher"),
    "lower": Text("Selvimmin pienempi", "Tydligast lägre", "Most clearly lower"),
}
_TALLY = Text("Muut mittarit: {parts}.", "Övriga indikatorer: {parts}.", "Other indicators: {parts}.")
_TALLIED = {
    "better": Text("parempi {count}", "{count} bättre", "{count} better"),
    "worse": Text("heikompi {count}", "{count} sämre", "{count} worse"),
    "higher": Text("suurempi {count}", "{count} högre", "{count} higher"),
    "lower": Text("pienempi {count}", "{count} lägre", "{count} lower"),
    "no difference": Text(
        "ei todettua eroa {count}", "{count} utan konstaterad skillnad", "{count} with no difference shown"
    ),
    "not compared": Text("ei verrattu {count}", "{count} jämfördes inte", "{count} not compared"),
}
_NONE = Text(
    "Mittareita ei voitu verrata vertailualueeseen.",
    "Indikatorerna kunde inte jämföras med jämförelseområdet.",
    "The indicators could not be compared with the benchmark.",
)
_ONE = Text("{name} ({facts})", "{name} ({facts})", "{name} ({facts})")
_CHANGED = Text(
    "Edellisellä kerralla tulos oli toinen: {parts}.", "Förra gången var resultatet ett annat: {parts}.",
    "Last time the result was different: {parts}.",
)  # fmt: skip
_FROM = Text(
    "{name} ({then}: {before}, {now}: {after})", "{name} ({then}: {before}, {now}: {after})",
    "{name} ({then}: {before}, {now}: {after})",
)  # fmt: skip
_NOTHING = Text(
    "Yhdenkään mittarin eroa ei todettu.", "Ingen skillnad konstaterades enligt någon indikator.",
    "No difference was shown on any indicator.",
)  # fmt: skip
_ALT = Text(
    "{name}: {area} {own}, {benchmark} {other}, {verdict}",
    "{name}: {area} {own}, {benchmark} {other}, {verdict}",
    "{name}: {area} {own}, {benchmark} {other}, {verdict}",
)
_ALT_RANGE = Text("; {peers} {low}–{high}", "; {peers} {low}–{high}", "; {peers} {low}–{high}")
_ALT_DIFFERENCE = Text(
    "{name}: ero {difference}, {basis} {limits}", "{name}: skillnad {difference}, {basis} {limits}",
    "{name}: difference {difference}, {basis} {limits}",
)  # fmt: skip
_ALT_SERIES = Text("{area} {first} → {last}", "{area} {first} → {last}", "{area} {first} → {last}")


def benchmark_finding(found: Highlights, standings: Sequence[Standing], language: Language) -> str:
    """On how many indicators the area is worse and better (or only higher and lower), and the one that is most clearly so."""
    if not found.made:
        return _NONE.within(language)
    first = named(found.clearest)
    if first is None:
        return _NOTHING.within(language)
    counts = verdict_counts(standing.comparison for standing in standings)
    counted = [
        _COUNT.within(language, count=counts[verdict], verdict=VERDICTS[verdict].within(language))
        for verdict in found.clearest
    ]
    both = counted[0] if len(counted) == 1 else _BOTH_COUNTED.within(language, one=counted[0], other=counted[1])
    last = counts[list(found.clearest)[-1]]
    standing = next(standing for standing in standings if standing.item.id == first.indicator)
    return joined(
        _COUNTED.within(language, count=last, counts=capital(both)),
        _CLEAREST.within(
            language, clearest=CLEAREST[first.verdict].within(language), part=_difference(standing, first, language)
        ),
    )


def paragraph(found: Highlights, standings: Sequence[Standing], language: Language) -> str:
    """How the others ended; empty where nothing was compared."""
    if not found.made:
        return ""
    counts = verdict_counts(standing.comparison for standing in standings)
    tally = [
        words.within(language, count=counts[verdict])
        for verdict, words in _TALLIED.items()
        if counts[verdict] and verdict not in found.clearest
    ]
    return _TALLY.within(language, parts=", ".join(tally)) if tally else ""


def changed_in_words(found: Highlights, standings: Sequence[Standing], language: Language) -> str:
    """Verdicts that are not those of a year ago; empty where there are none."""
    names = {standing.item.id: standing.item.names.within(language) for standing in standings}
    others = [
        _FROM.within(
            language,
            name=names[now.indicator],
            then=period(then.period or "", language),
            before=VERDICTS[then.verdict].within(language),
            now=period(now.period or "", language),
            after=VERDICTS[now.verdict].within(language),
        )
        for now, then in found.changed
    ]
    return _CHANGED.within(language, parts="; ".join(others)) if others else ""


def _difference(standing: Standing, compared: Comparison, language: Language) -> str:
    difference = amount(compared.difference or 0.0, standing.as_compared, language, sign=True)
    facts = [difference, persons_in_words(compared.persons, language)]
    name = standing.item.names.within(language)
    return _ONE.within(language, name=name, facts=", ".join(part for part in facts if part))


def chance_of(comparisons: Sequence[Comparison], corrected: bool, language: Language) -> str:
    """What chance does to so many comparisons, those by yearly variation in a sentence of their own."""
    many = corrected_in_words if corrected else chance_in_words
    return " ".join(filter(None, (many(comparisons, language), years_in_words(comparisons, language))))


def corrected_in_words(comparisons: Sequence[Comparison], language: Language) -> str:
    """That only differences stand that do so beside all others; empty where no chance is known."""
    count = made(comparisons) - by_yearly_variation(comparisons)
    return CORRECTED_NOTE.within(language, count=count) if count else ""


def row_in_words(
    row: Row, question: Question, area: str, benchmark: str, language: Language, peers: str | None = None
) -> str:
    """The alternative text of a row's drawing, of the figures `question` asks for; with the range of `peers` if named."""
    item, compared = row.standing.item, row.comparison

    def value(figure: float | None) -> str:
        return NO_VALUE.within(language) if figure is None else quantity(figure, item.decimals, item.unit, language)

    sentence = _ALT.within(
        language,
        name=subject(item, question, language),
        area=area,
        own=value(compared.area_value),
        benchmark=benchmark,
        other=value(compared.benchmark_value),
        verdict=verdict_in_words(compared, language),
    )
    if peers is None or row.range is None:
        return sentence
    low, high = (number(value, item.decimals, language) for value in row.range)
    return sentence + _ALT_RANGE.within(language, peers=peers, low=low, high=high)


def difference_in_words(row: Row, question: Question, language: Language) -> str:
    """The alternative text of a difference with its interval."""
    item, compared = row.standing.item, row.comparison
    return _ALT_DIFFERENCE.within(
        language,
        name=subject(item, question, language),
        difference=difference_as_shown(compared, item.decimals, language),
        basis=basis_in_words(compared, language) or terms.INTERVAL.within(language),
        limits=limits_in_words(compared, item.decimals, language),
    )


def fifth_in_words(fifth: int | None, polarity: Polarity, language: Language) -> str:
    """Class 1 (lowest values) to 5 in words; judged where the indicator has a better direction."""
    if fifth is None:
        return "–"
    if polarity == "none":
        return _FIFTHS_PLAIN[fifth - 1].within(language)
    return _FIFTHS_JUDGED[fifth - 1 if polarity == "higher" else 5 - fifth].within(language)


def series_in_words(standing: Standing, question: Question, names: Mapping[str, str], language: Language) -> str:
    """The alternative text of two series: the first and last values of each."""
    parts = [
        _ALT_SERIES.within(
            language,
            area=names[series.area],
            first=_dated(standing, 0, series.area, language),
            last=_dated(standing, -1, series.area, language),
        )
        for series in (standing.own, standing.benchmark)
        if series.valued
    ]
    return f"{subject(standing.item, question, language)}: {'; '.join(dict.fromkeys(parts))}"


def _dated(standing: Standing, place: int, area: str, language: Language) -> str:
    series = standing.own if standing.own.area == area else standing.benchmark
    point = series.valued[place]
    value = quantity(point.value or 0.0, standing.item.decimals, standing.item.unit, language)
    return f"{value} ({period(point.period, language)})"


def direction_in_words(trend: Trend, language: Language) -> str:
    """Which way a series has gone in its last years."""
    return LAST_YEARS.within(language, word=TRENDS[trend.judged].within(language))
