"""What the text of a header cell says in Finnish, Swedish and English: role, level of areas, unit and period."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from keko.data.area_names import folded
from keko.data.other_levels import level_headed
from keko.intake.mappings import AreaLevel, Role
from keko.intake.values.dates import Length
from keko.intake.values.periods import MONTH_WORD, Period, read_period
from keko.intake.values.units import Unit, split_unit

# `size`: how many a figure is about (n), `persons`: that or a count of its own; `mean`, `median`: values of which kind.
Statistic = Literal["mean", "median"]
Word = Role | Statistic | Literal["amount", "size", "persons", "unit"]

# The same headers are asked about at every step, and wide tables have many.
_MOST_KEPT = 1 << 16
_LONGEST = 500  # signs of a header; patterns would take their time with a longer text
# Words of a role, each to stand alone as the whole header (year, punctuation and case aside).
_WORDS: dict[Word, str] = {
    "time": "vuosi|vuodet|kuukausi|kk|vuosikuukausi|vuosineljännes|neljännes|kvartaali|ajankohta|aika|aikajakso|ajanjakso|jakso|aikaväli"
    "|tarkastelu(?:jakso|aika|vuosi|väli)"
    "|tilasto(?:vuosi|kuukausi|jakso|ajankohta)|tilastointijakso|kalenterivuosi|raportointi(?:jakso|kausi)"
    "|year|years|month|quarter|time|period|date|time period|reference period|reporting period|statistical year|calendar year"
    "|år|månad|kvartal|tid|tidpunkt|tidsperiod|statistikår|kalenderår|rapporteringsperiod",
    "sex": "sukupuoli|sukupuolet|kön|sex|gender",
    "age": "ikä|ikäluokka|ikäluokat|ikäryhmä|ikäryhmät|ålder|åldersgrupp|åldersklass|age|age groups?|age class",
    "measure": "tiedot|tieto|indikaattori|indikaattorin nimi|mittari|tunnusluku|muuttuja|information|indicator"
    "|indicator name|indicator title(?: fi| sv| en)?|measure|variable|contents"
    "|uppgifter|uppgift|indikator|nyckeltal|mått|variabel",
    "value": "arvo|arvot|havainto|luku|values?|observation|obs value|primary value|värde|värden|observationsvärde",
    "numerator": "osoittaja|absoluuttinen arvo|numerator|absolute value|täljare|absolut värde",
    "denominator": "nimittäjä|denominator|nämnare",
    "status": "tila|lippu|status|flags?|obs status|flag and footnotes",
    "breakdown": "breakdown",
    "amount": "lukumäärä|määrä|lkm|number|count|antal",
    "unit": "yksikkö|mittayksikkö|units?|unit of measure|enhet|måttenhet",
    "ignored": "freq|frequency|time frequency|mittarin tunnus|indikaattorin tunnus|indicator (?:id|code)|measure id|indikatorns id"
    "|huomautus|huomautukset|huom|lisätieto|lisätiedot|kommentti|lähde|notes?|comments?|source|url"
    "|anmärkning|anmärkningar|källa|selite|selitteet|selitys|tarkennus|alaviite|alaviitteet|viite|viitteet|remarks?|footnotes?"
    "|explanations?|förklaring|förklaringar|fotnot|fotnoter|kommentar|kommentarer"
    # The notes of KEKO's own files (keko.words.downloads).
    "|käyttöehto|julkaistu|aineistoversio|huomaa|licens|publicerad|dataversion|observera|licence|published|data version"
    "|period covered",
}
_INTERVAL = r"(?:(?:95|90|99) ?%? ?)?(?:(?:luottamusvälin?|lv|ci|cl|konfidensintervall(?:et|ets)?|ki|confidence(?: interval| limit)?) )?"
_OF_INTERVAL = (
    r"(?: ?95 ?%?)?(?: (?:limit|bound|ci|cl|confidence (?:limit|bound|interval)|gräns(?:en)?|konfidensgräns(?:en)?))?"
    r"(?: ?95 ?%?)?"
)
# Words of statistics; some also after other words in a header ("Odotusajan alakvartiili, pv").
_PERCENTILE = r"(?:persentiili|prosenttipiste|percentil(?:e|en)?|fraktiili)"
_STATISTICS: dict[Word, str] = {
    "lower": rf"{_INTERVAL}(?:alaraja|lower|low|undre|nedre){_OF_INTERVAL}|(?:lcl|lci|ci low)(?: ?95 ?%?)?|2[ .]5 ?%",
    "upper": rf"{_INTERVAL}(?:yläraja|upper|high|övre){_OF_INTERVAL}|(?:ucl|uci|ci high)(?: ?95 ?%?)?|97[ .]5 ?%",
    "q1": r"alakvartiili|ensimmäinen kvartiili|(?:undre|nedre|första) kvartil(?:en)?|(?:lower|first|1st) quartile"
    rf"|q1|p25|25 ?%|1 kvartiili|kvartiili 1|25 {_PERCENTILE}|25 e {_PERCENTILE}|25th {_PERCENTILE}|{_PERCENTILE} 25",
    "q3": r"yläkvartiili|kolmas kvartiili|(?:övre|tredje) kvartil(?:en)?|(?:upper|third|3rd) quartile"
    rf"|q3|p75|75 ?%|3 kvartiili|kvartiili 3|75 {_PERCENTILE}|75 e {_PERCENTILE}|75th {_PERCENTILE}|{_PERCENTILE} 75",
    "deviation": r"keskihajonta|hajonta|s d|sd|std|stdev|stddev|st dev|std dev|std avv?|stdav|standardavv(?:ikelse(?:n)?)?"
    r"|standard deviation",
    "size": r"n|havaintoja|havaintojen (?:luku)?määrä|vastaaj(?:ia|ien (?:luku)?määrä)|tapaukset|tapauksia|otoskoko"
    r"|respondents|responses|observations|cases|sample size|number of (?:observations|respondents|responses|cases)"
    r"|antal (?:observationer|svar|svarande|fall)|observationer|svarande",
    "persons": r"asiakkaita|asiakkaat|asiakkaiden (?:luku)?määrä|henkilöitä|henkilöt|henkilöiden (?:luku)?määrä|hlö"
    r"|(?:number of )?(?:clients|persons|people)|(?:antal )?(?:klienter|personer)",
    "mean": "keskiarvo|mean|average|medelvärde|medeltal",
    "median": rf"mediaani|median|medianen|q2|p50|50 ?%|50 {_PERCENTILE}|50 e {_PERCENTILE}|50th {_PERCENTILE}",
}
_STATISTIC_WITHIN: dict[Statistic, "re.Pattern[str]"] = {
    "median": re.compile(r"median|mediaani"),
    "mean": re.compile(r"keskiarvo|\bmean\b|\baverage\b|medelvärde|medeltal"),
}
_LEVELS: dict[AreaLevel | None, str] = {
    "KU": "kunta|kunnat|kunnan|asuinkunta|kotikunta|kommun|kommuner|kommunens|hemkommun|municipality|municipalities",
    "HVA": "hyvinvointialue|hyvinvointialueet|hyvinvointialueen|hva|välfärdsområde|välfärdsområden|välfärdsområdets"
    "|wellbeing services county|wellbeing services counties",
    "TA": "työllisyysalue|työllisyysalueet|työllisyysalueen|sysselsättningsområden?|employment areas?",
    "MK": "maakunta|maakunnat|maakunnan|landskap|landskapet|landskapets",
    None: "alue|alueet|alueen|areas?|regions?|område|områden|områdets|geo|geography|areacd|areanm"
    # divisions of other countries
    "|län|fylken?|fylker|kommune|states?|count(?:y|ies)|provinces?|districts?|bundesland|kreis|gemeinde|maakond",
}
_AREA_PARTS = (
    r"(?: ?(?:koodi|tunnus|numero|nro|nimi|code|id|name|number|label|title|kod|nummer|namn))?(?: (?:fi|sv|en))?"
)
_LENGTHS: dict[Length, "re.Pattern[str]"] = {
    "year": re.compile(
        "(?:tilasto|kalenteri)?vuosi|vuodet|years?|(?:statistical|calendar) year|(?:statistik|kalender)?år"
    ),
    "quarter": re.compile("(?:vuosi)?neljännes|kvartaali|quarter|kvartal"),
    "month": re.compile("(?:tilasto|vuosi)?kuukausi|kk|month|månad"),
}
_ROLE = {word: re.compile(f"(?:{phrases})") for word, phrases in _WORDS.items()}
_STATISTIC = {word: re.compile(rf"(?:(?P<stem>.+?) )??(?:{phrases})") for word, phrases in _STATISTICS.items()}
_ALSO_QUARTERS = frozenset({"q1", "q3"})  # 2021-Q1 is a period
_AFTER_OTHERS = frozenset({"lower", "upper", "q1", "q3", "deviation"})
_LEVEL = {level: re.compile(f"(?:{phrases}){_AREA_PARTS}") for level, phrases in _LEVELS.items()}
_SHARE = re.compile(r"%|osuu|prosent|procent|per ?cent|andel|\bshare|proportion")
_CHANGE = re.compile(r"muutos|muuttu|kasvu|förändring|ökning|tillväxt|change|growth|increase")
_LAST_PERIOD = re.compile(rf"^(?P<rest>.*?\D)[,\s]+(?P<period>\(?(?:{MONTH_WORD}\s+)?\d{{4}}\S*)$", re.IGNORECASE)
_PERIOD_AFTER = re.compile(rf"^(?P<rest>.*\S)[,:;\s]+(?P<period>\(?(?:{MONTH_WORD}\s+)?\d{{4}}\S*)$", re.IGNORECASE)
_PERIOD_BEFORE = re.compile(rf"^(?P<period>(?:{MONTH_WORD}\s+)?\d{{4}}\S*?)[,:;]?\s+(?P<rest>.*\S.*)$", re.IGNORECASE)
# A unit in the middle of a name, which stays a part of the name: ", % kaikista asuntokunnista", " / 1 000 asukasta".
_UNIT_WITHIN = re.compile(r",\s*(?P<percent>%)\s+\S|\s(?P<per>/ ?1(?:[ .\u00a0]?000)+ \w+)$")
# A mark that sends the reader to a note: "Väkiluku[5]", "Väkiluku 1)", "Väkiluku¹", "Väkiluku*"; no part of a name.
_FOOTNOTE = re.compile(
    r"(?:\s*(?:\[(?:\d{1,2}|[a-z])\]|(?<=\s)\(\d\)|(?<!\w)\d\)|(?<![mM])⁽?[¹²³⁴⁵⁶⁷⁸⁹⁰]+⁾?|\*+\)?))+(?=$|,)"
)


@dataclass(frozen=True)
class Heading:
    """What the header of a column of values says.

    `period` and `statistic` are None, the rest empty where it does not say; `sex`, `age` and `breakdown` are as they are
    stored, `area` as written.
    """

    name: str
    unit: str
    period: Period | None
    area: str = ""
    sex: str = ""
    age: str = ""
    breakdown: str = ""
    statistic: Statistic | None = None


def plain(header: str) -> str:
    """A header as it is compared: no case, years or punctuation."""
    return " ".join(word for word in _words(header) if not word.isdigit())


def _words(header: str) -> list[str]:
    return re.sub(r"[^\w%]+|_", " ", folded(header)).split()


@lru_cache(maxsize=_MOST_KEPT)
def word_of(header: str) -> Word | None:
    """The role that `header` names, None where it names none.

    `amount` is a value where no other column is one (lukumäärä, antal); `unit` names the unit of the values.
    """
    if len(header) > _LONGEST:
        return None
    text = plain(_FOOTNOTE.sub("", header))
    if any(pattern.fullmatch(text) for pattern in _LEVEL.values()) or level_headed(header):
        return "area"
    word = next((word for word, pattern in _ROLE.items() if pattern.fullmatch(text)), None) or _statistic_of(header)
    return None if word in _ALSO_QUARTERS and read_period(header) else word


def _statistic_of(header: str) -> Word | None:
    """The word of statistics that a header is, with a unit or without."""
    for text in (header, heading(header).name):
        at_end = statistic_at_end(text)
        if at_end and (not at_end[0] or at_end[1] in _AFTER_OTHERS):
            return at_end[1]
    return None


@lru_cache(maxsize=_MOST_KEPT)
def statistic_at_end(name: str) -> tuple[str, Word] | None:
    """What a name says before a word of statistics, folded, and the word; None where it ends in none."""
    text = " ".join(_words(name[:_LONGEST]))
    matches = ((pattern.fullmatch(text), word) for word, pattern in _STATISTIC.items())
    return next(((match["stem"] or "", word) for match, word in matches if match), None)


def statistic_within(name: str) -> Statistic | None:
    """Whether a name speaks of a mean or of a median."""
    return next((kind for kind, pattern in _STATISTIC_WITHIN.items() if pattern.search(folded(name))), None)


def level_of(header: str) -> AreaLevel | None:
    """The level of the areas in a column, where its header names one (Kunta, Välfärdsområde, Employment area)."""
    text = plain(header)
    return next((level for level, pattern in _LEVEL.items() if level and pattern.fullmatch(text)), None)


def period_length(header: str) -> Length | None:
    """How long the periods in a column are, where its header names that (Kuukausi, År, Quarter)."""
    return next((length for length, form in _LENGTHS.items() if form.fullmatch(plain(header))), None)


def unit_of(text: str) -> str:
    """A unit as it is kept: per cent in any language is `%`."""
    return "%" if Unit.of(text) == Unit.of("%") else text.strip()


def names_share(header: str) -> bool:
    """Whether a header speaks of shares of a whole."""
    return _SHARE.search(folded(header)) is not None


def names_change(name: str) -> bool:
    """Whether a name speaks of a change rather than a level."""
    return _CHANGE.search(folded(name)) is not None


@lru_cache(maxsize=_MOST_KEPT)
def beside_period(header: str) -> str:
    """What a header says before or after its period: "HVA02" of "1995 HVA02", empty where it has no period."""
    for form in (_PERIOD_AFTER, _PERIOD_BEFORE) if len(header) <= _LONGEST else ():
        match = form.match(header.strip())
        if match and read_period(match["period"].strip("()")):
            return match["rest"].strip(" ,(")
    return ""


def placed(header: str, slash_is_month: bool = False) -> Heading:
    """The heading of a column whose header names an area, alone or beside a period."""
    rest = beside_period(header)
    period = header.replace(rest, "", 1).strip(" ,:;()") if rest else ""
    return Heading("", "", read_period(period, slash_is_month), area=rest or header.strip())


@lru_cache(maxsize=_MOST_KEPT)
def heading(header: str, slash_is_month: bool = False) -> Heading:
    """Name, unit and period of a column of values, as in "Employment rate, %, 2020" or "Osuus (%)".

    `slash_is_month`: see `read_period`.
    """
    header = header[:_LONGEST]
    period = read_period(header, slash_is_month)
    if period:
        return Heading("", "", period)
    rest = header.strip()
    dated = _LAST_PERIOD.match(rest) or _LAST_PERIOD.match(_FOOTNOTE.sub("", rest))
    period = read_period(dated["period"].strip("()"), slash_is_month) if dated else None
    if dated and period:
        rest = dated["rest"].rstrip(" ,(")
    rest = _FOOTNOTE.sub("", rest).strip() or rest
    named, unit = split_unit(rest)
    if not rest.isdigit() and Unit.of(rest).multiple != 1:
        return Heading("", rest, period)
    if unit:
        rest = named
    elif rest.endswith("%") and len(rest) > 1:
        rest, unit = rest[:-1], "%"
    elif within := _UNIT_WITHIN.search(rest):
        unit = within["percent"] or within["per"]
    name = rest.strip(" ,") or header.strip()
    return Heading(name, unit_of(unit), period, statistic=statistic_within(name))
