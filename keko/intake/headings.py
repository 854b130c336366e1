"""What the text of a header cell says in Finnish, Swedish and English: role, level of areas, unit and period."""

import re
from dataclasses import dataclass
from typing import Literal

from keko.data.area_names import folded
from keko.intake.mappings import AreaLevel, Role
from keko.intake.periods import Period, read_period

# Words of a role, each to stand alone as the whole header (year, punctuation and case aside).
_WORDS: dict[str, str] = {
    "time": "vuosi|vuodet|kuukausi|kk|vuosikuukausi|vuosineljännes|neljännes|kvartaali|ajankohta|aika|ajanjakso|jakso|tilastovuosi"
    "|year|years|month|quarter|time|period|date|time period|reference period|år|månad|kvartal|tid|tidpunkt|tidsperiod|period",
    "sex": "sukupuoli|sukupuolet|kön|sex|gender",
    "age": "ikä|ikäluokka|ikäluokat|ikäryhmä|ikäryhmät|ålder|åldersgrupp|åldersklass|age|age group|age class|age groups",
    "measure": "tiedot|tieto|indikaattori|indikaattorin nimi|mittari|tunnusluku|muuttuja|information|indicator|indicator name"
    "|indicator title( fi| sv| en)?|measure|variable|contents|uppgifter|uppgift|indikator|nyckeltal|mått|variabel",
    "value": "arvo|arvot|havainto|luku|value|values|observation|obs value|primary value|värde|värden|observationsvärde",
    "numerator": "osoittaja|numerator|täljare",
    "denominator": "nimittäjä|denominator|nämnare",
    "lower": "alaraja|luottamusvälin alaraja|lower|lower limit|lower bound|lower ci|ci lower|lci|undre gräns|nedre gräns",
    "upper": "yläraja|luottamusvälin yläraja|upper|upper limit|upper bound|upper ci|ci upper|uci|övre gräns",
    "status": "tila|lippu|status|flag|flags|obs status|flag and footnotes",
    "breakdown": "breakdown",
    "amount": "lukumäärä|määrä|lkm|number|count|antal",
    "unit": "yksikkö|mittayksikkö|unit|units|unit of measure|enhet|måttenhet",
    "ignored": "huomautus|huomautukset|huom|lisätieto|lisätiedot|kommentti|lähde|note|notes|comment|comments|source|anmärkning"
    "|anmärkningar|källa|url",
}
_LEVELS: dict[AreaLevel | None, str] = {
    "KU": "kunta|kunnat|kunnan|asuinkunta|kotikunta|kommun|kommuner|kommunens|hemkommun|municipality|municipalities",
    "HVA": "hyvinvointialue|hyvinvointialueet|hyvinvointialueen|hva|välfärdsområde|välfärdsområden|välfärdsområdets"
    "|wellbeing services county|wellbeing services counties",
    "TA": "työllisyysalue|työllisyysalueet|työllisyysalueen|sysselsättningsområde|sysselsättningsområden|employment areas?",
    "MK": "maakunta|maakunnat|maakunnan|landskap|landskapet|landskapets",
    None: "alue|alueet|alueen|area|areas|region|regions|område|områden|områdets|geo|geography|areacd|areanm",
}
_AREA_PARTS = r"(?: ?(?:koodi|tunnus|numero|nro|nimi|code|id|name|number|label|title|kod|nummer|namn))?(?: (?:fi|sv|en))?"
_ROLE = {word: re.compile(f"(?:{phrases})") for word, phrases in _WORDS.items()}
_LEVEL = {level: re.compile(f"(?:{phrases}){_AREA_PARTS}") for level, phrases in _LEVELS.items()}
_UNIT = re.compile(
    r"%|‰|prosent\w*|procent|per ?cent(?:age)?|percentage|promille|lkm|kpl|henkilö\w*|hlö|persons?|personer|people|antal"
    r"|number|count|(?:1 ?000 )?(?:eur|euro|euroa|€)\b.*|/ ?\d.*|per \d.*|index|indeksi|päivää|days|dagar|vuotta|years|år"
)
_PERCENT = re.compile(r"%|prosent\w*|procent|per ?cent(?:age)?|percentage")
_LAST_PERIOD = re.compile(r"^(?P<rest>.*?\D)[,\s]+(?P<period>\(?\d{4}\S*)$")
_UNIT_IN_BRACKETS = re.compile(r"^(?P<rest>.+?)\s*[(\[](?P<unit>[^()\[\]]+)[)\]]$")

Word = Role | Literal["amount", "unit"]


@dataclass(frozen=True)
class Heading:
    """What the header of a column of values says. `unit` is empty, `period` None where it does not say."""

    name: str
    unit: str
    period: Period | None


def plain(header: str) -> str:
    """A header as it is compared: no case, years or punctuation."""
    words = re.sub(r"[^\w%]+|_", " ", folded(header)).split()
    return " ".join(word for word in words if not word.isdigit())


def word_of(header: str) -> Word | None:
    """The role that `header` names, None where it names none.

    `amount` is a value where no other column is one (lukumäärä, antal); `unit` names the unit of the values.
    """
    text = plain(header)
    if any(pattern.fullmatch(text) for pattern in _LEVEL.values()):
        return "area"
    return next((word for word, pattern in _ROLE.items() if pattern.fullmatch(text)), None)  # type: ignore[return-value]


def level_of(header: str) -> AreaLevel | None:
    """The level of the areas in a column, where its header names one (Kunta, Välfärdsområde, Employment area)."""
    text = plain(header)
    return next((level for level, pattern in _LEVEL.items() if level and pattern.fullmatch(text)), None)


def unit_of(text: str) -> str:
    """A unit as it is kept: per cent in any language is `%`."""
    return "%" if _PERCENT.fullmatch(folded(text)) else text.strip()


def heading(header: str) -> Heading:
    """Name, unit and period of a column of values, as in "Employment rate, %, 2020" or "Osuus (%)"."""
    period = read_period(header)
    if period:
        return Heading("", "", period)
    rest, unit = header.strip(), ""
    dated = _LAST_PERIOD.match(rest)
    period = read_period(dated["period"].strip("()")) if dated else None
    if dated and period:
        rest = dated["rest"].rstrip(" ,(")
    before, comma, last = rest.rpartition(",")
    bracketed = _UNIT_IN_BRACKETS.match(rest)
    if comma and _UNIT.fullmatch(folded(last)):
        rest, unit = before, last
    elif bracketed and _UNIT.fullmatch(folded(bracketed["unit"])):
        rest, unit = bracketed["rest"], bracketed["unit"]
    elif rest.endswith("%") and len(rest) > 1:
        rest, unit = rest[:-1], "%"
    return Heading(rest.strip(" ,") or header.strip(), unit_of(unit), period)
