"""The view a reader has chosen, as the address holds it: a link shows the same view to whoever opens it."""

from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode

from keko.config import Language, settings
from keko.data.areas import WHOLE_COUNTRY
from keko.ecosystem.records import Kind
from keko.indicators.catalogue import Theme
from keko.indicators.series import Question
from keko.segments.measures import Measure

# Field of the view → name in the address.
PARAMETERS = {
    "area": "alue",
    "benchmark": "vertailu",
    "others": "muut",
    "indicator": "mittari",
    "sex": "sukupuoli",
    "age": "ika",
    "breakdown": "luokka",
    "period": "jakso",
    "themes": "teemat",
    "picture": "kuva",
    "level": "taso",
    "classes": "luokitus",
    "zoom": "rajaus",
    "corrected": "korjaus",
    "model": "malli",
    "segment": "segmentti",
    "stage": "vaihe",
    "since": "alkaen",
    "search": "haku",
    "kind": "laji",
    "unconfirmed": "vahvistamatta",
    "record": "tieto",
    "measure": "osallistuminen",
    "meeting": "kokous",
    "item": "kohta",
    "presented": "esitys",
    "language": "kieli",
}
LONGEST, LONGEST_RECORD, YES = 120, 400, "1"

# Each page shows the first of its own where the address names none of them.
BENCHMARK_PICTURES = ("asema", "erot", "sijoittuminen", "matriisi", "kehitys")
INDICATOR_PICTURES = ("kehitys", "alueet", "sukupuolet", "iat", "kunnat", "toimet")
MAP_PICTURES = ("piirros", "webgl", "ruudut", "vuodet")
SEGMENT_PICTURES = ("yleiskuva", "profiili", "miksi", "riski", "maaritelmat")
ADMIN_PICTURES = ("nakyma", "tapahtumat", "joukot", "organisaatiot", "ihmiset", "rajat", "asetukset", "loki")
ECOSYSTEM_PICTURES = ("polku", "matriisi", "esteet", "muutokset", "kattavuus", "rekisteri")
GOAL_PICTURES = ("tavoitteet", "toimenpiteet", "hanke")
MEETING_PICTURES = ("avaus", "asialista", "paatokset", "hallinta")
_OF_PAGES = (
    BENCHMARK_PICTURES,
    INDICATOR_PICTURES,
    MAP_PICTURES,
    SEGMENT_PICTURES,
    ECOSYSTEM_PICTURES,
    GOAL_PICTURES,
    MEETING_PICTURES,
)
PICTURES = frozenset(ADMIN_PICTURES).union(*_OF_PAGES)
MAP_LEVELS = ("HVA", "TA", "MK", "KU")
CLASSES = ("kvantiilit", "luonnolliset", "tasavalit", "tulos")
ZOOMS = ("maa", "alue")
RECORD_KINDS: dict[str, Kind] = {
    "toimija": "actor",
    "palvelu": "service",
    "menetelma": "method",
    "tarjonta": "offering",
    "yhteistyo": "cooperation",
    "este": "obstacle",
    "tilaisuus": "occasion",
}


@dataclass(frozen=True)
class View:
    """Everything that decides what a page shows.

    `period`: None for the newest. `themes`: of indicators, all where none is named. `picture`: how a page shows it, empty for
    its usual way. `level`, `classes`, `zoom`: of areas, of colours and of what is in sight on a map, empty for the usual.
    `corrected`: whether verdicts allow for how many comparisons were made. `model`, `segment`, `measure`: of population
    segments, and which way of taking part in work is looked at; None for the first of the pages' own. `stage`: of the path to
    work; `since`: the day (ISO 8601) after which changes are told. `search`, `kind`, `unconfirmed`: which records of the
    register are looked for; `record`: the one that is read, by its kind and id. `meeting`: which one, by its id; `item`: of its
    agenda, by its id. `presented`: shown to a room, with nothing to choose.
    """

    area: str
    benchmark: str
    language: Language
    others: tuple[str, ...] = ()
    indicator: str | None = None
    sex: str = "total"
    age: str = "total"
    breakdown: str = "total"
    period: str | None = None
    themes: tuple[Theme, ...] = ()
    picture: str = ""
    level: str = ""
    classes: str = ""
    zoom: str = ""
    corrected: bool = False
    model: str | None = None
    segment: str | None = None
    measure: Measure = "employment"
    stage: str | None = None
    since: str | None = None
    search: str = ""
    kind: str = ""
    unconfirmed: bool = False
    record: str | None = None
    meeting: str | None = None
    item: str | None = None
    presented: bool = False

    @property
    def question(self) -> Question:
        """Which cells of an indicator the view asks for."""
        return Question(self.sex, self.age, self.breakdown)

    def parameters(self) -> dict[str, str]:
        """The view as parameters of an address. Area, benchmark and language always stand there, so that a link shows
        the same view wherever the defaults are others; the rest only where it says something."""
        values = {name: getattr(self, name) for name in PARAMETERS}
        unusual = {name: value for name, value in values.items() if value != USUAL[name]}
        return {PARAMETERS[name]: written(value) for name, value in unusual.items()}

    def parameters_without_area(self) -> dict[str, str]:
        """The same for links to other areas, each of which adds its own."""
        return {name: value for name, value in self.parameters().items() if name != PARAMETERS["area"]}

    def query(self) -> str:
        """The parameters as an address holds them."""
        return urlencode(self.parameters())

    def query_without_area(self) -> str:
        """The same for links to other areas, each of which adds its own."""
        return urlencode(self.parameters_without_area())

    def with_(self, **changes: object) -> "View":
        """The same view with some things changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


USUAL = {field.name: field.default for field in fields(View)}


def with_picture(view: View) -> View:
    """The view with a picture that a benchmark has."""
    return view if view.picture in BENCHMARK_PICTURES else view.with_(picture=BENCHMARK_PICTURES[0])


def all_categories(view: View) -> View:
    """The view without an age or another breakdown, which one indicator has and others have not."""
    return view.with_(age="total", breakdown="total")


def everybody(view: View) -> View:
    """The same without a picture, records and a meeting too, which are one page's own."""
    own = {
        "picture": "",
        "search": "",
        "kind": "",
        "unconfirmed": False,
        "record": None,
        "meeting": None,
        "item": None,
    }
    return all_categories(view).with_(**own)


def usual_view(area: str | None = None) -> View:
    """What a reader sees who has chosen nothing, or this area alone."""
    setting = settings()
    return View(area or setting.area, setting.benchmark, setting.language)


def beside_another(view: View) -> View:
    """The view with another benchmark where the area would be its own: the country or, of the country, the usual one."""
    if view.area != view.benchmark:
        return view
    usual = usual_view()
    others = (code for code in (WHOLE_COUNTRY, usual.benchmark, usual.area) if code != view.area)
    return view.with_(benchmark=next(others, view.benchmark))


def written(value: object) -> str:
    """A part of the view as the address holds it."""
    if isinstance(value, tuple | list):
        return ",".join(value)
    return YES if value is True else str(value)
