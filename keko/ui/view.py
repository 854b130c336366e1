"""The view a reader has chosen, as the address holds it: a link shows the same view to whoever opens it."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, fields, replace

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
    "period": "jakso",
    "language": "kieli",
}


@dataclass(frozen=True)
class View:
    """Everything that decides what a page shows. `period`: None for the newest."""

    area: str = field(default_factory=lambda: settings().area)
    benchmark: str = field(default_factory=lambda: settings().benchmark)
    others: tuple[str, ...] = ()
    indicator: str | None = None
    sex: str = "total"
    period: str | None = None
    language: Language = field(default_factory=lambda: settings().language)

    def parameters(self) -> dict[str, str]:
        """The view as parameters of an address: only what differs from the defaults."""
        plain = View()
        changed = [one.name for one in fields(self) if getattr(self, one.name) != getattr(plain, one.name)]
        return {PARAMETERS[name]: _written(getattr(self, name)) for name in changed}

    def with_(self, **changes: object) -> "View":
        """The same view with some things changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


def _written(value: object) -> str:
    return ",".join(value) if isinstance(value, tuple) else str(value)


@dataclass(frozen=True)
class Read:
    """A view read from an address, and the parameters that meant nothing."""

    view: View
    unknown: tuple[tuple[str, str], ...] = ()


def read_view(parameters: Mapping[str, str], areas: Container[str], indicators: Container[str]) -> Read:
    """The view an address asks for; what is not known there is left at its default, and told."""
    plain, found, unknown = View(), {}, []

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
        elif name == "period":
            take(name, is_period(text), text)
        elif name == "language":
            take(name, language_of(text) == text, language_of(text))
    return Read(plain.with_(**found), tuple(unknown))
