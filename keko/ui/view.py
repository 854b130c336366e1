"""The view a reader has chosen, as the address holds it: a link shows the same view to whoever opens it."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from keko.config import Language, language_of, settings
from keko.data.periods import is_period
from keko.indicators.series import SEXES

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
    "show": "kuva",
    "level": "taso",
    "classes": "luokitus",
    "map": "kartta",
    "zoom": "rajaus",
    "language": "kieli",
}
LONGEST = 120
SHOWS = frozenset({"kehitys", "alueet", "sukupuolet", "iat", "kunnat", "toimet"})
MAP_LEVELS = ("HVA", "TA", "MK", "KU")
CLASSES = ("tulos", "kvantiilit", "luonnolliset", "tasavalit")
MAPS = ("piirros", "webgl", "ruudut", "vuodet")
ZOOMS = ("maa", "alue")
# Parts of the view that are one of a few words, with these words.
CHOICES = {"show": SHOWS, "level": MAP_LEVELS, "classes": CLASSES, "map": MAPS, "zoom": ZOOMS}


@dataclass(frozen=True)
class View:
    """Everything that decides what a page shows. `period`: None for the newest; `show` and what stands after it: empty
    for what a page shows first."""

    area: str
    benchmark: str
    language: Language
    others: tuple[str, ...] = ()
    indicator: str | None = None
    sex: str = "total"
    age: str = "total"
    breakdown: str = "total"
    period: str | None = None
    show: str = ""
    level: str = ""
    classes: str = ""
    map: str = ""
    zoom: str = ""

    def parameters(self) -> dict[str, str]:
        """The view as parameters of an address. Area, benchmark and language always stand there, so that a link shows
        the same view wherever the defaults are others; the rest only where it says something."""
        values = {name: getattr(self, name) for name in PARAMETERS}
        said = {name: value for name, value in values.items() if value and value != "total"}
        return {PARAMETERS[name]: _written(value) for name, value in said.items()}

    def with_(self, **changes: object) -> "View":
        """The same view with some things changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


def everybody(view: View) -> View:
    """The view without an age or another breakdown, which one indicator has and others have not."""
    return view.with_(age="total", breakdown="total")


def usual_view() -> View:
    """What a reader sees who has chosen nothing."""
    setting = settings()
    return View(setting.area, setting.benchmark, setting.language)


def _written(value: object) -> str:
    return ",".join(value) if isinstance(value, tuple) else str(value)


@dataclass(frozen=True)
class Read:
    """A view read from an address, and the parameters that meant nothing."""

    view: View
    unknown: tuple[tuple[str, str], ...] = ()


def read_view(parameters: Mapping[str, str], areas: Container[str], indicators: Container[str]) -> Read:
    """The view an address asks for; what is not known there is left at its default, and told."""
    found: dict[str, object] = {}
    unknown: list[tuple[str, str]] = []

    def take(name: str, known: bool, value: object) -> None:
        if known:
            found[name] = value
        else:
            unknown.append((PARAMETERS[name], parameters[PARAMETERS[name]]))

    for name, parameter in PARAMETERS.items():
        text = parameters.get(parameter)
        if text is None:
            continue
        if name in {"area", "benchmark"}:
            take(name, text in areas, text)
        elif name == "others":
            codes = tuple(dict.fromkeys(code for code in text.split(",") if code in areas))
            take(name, bool(codes), codes)
        elif name == "indicator":
            take(name, text in indicators, text)
        elif name == "sex":
            take(name, text in SEXES, text)
        elif name in CHOICES:
            take(name, text in CHOICES[name], text)
        elif name in {"age", "breakdown"}:
            take(name, 0 < len(text) <= LONGEST, text)
        elif name == "period":
            take(name, is_period(text), text)
        elif name == "language":
            take(name, language_of(text) == text, language_of(text))
    return Read(usual_view().with_(**found), tuple(unknown))
