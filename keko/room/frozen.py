"""Frozen views: what a page showed of a view, kept with its address and data version, so that it shows the same ever after.

A view is frozen as it was drawn, not as a question to be asked again: neither a later release, a rollback nor a change of the
catalogue, of targets or of KEKO itself can change what was decided on.
"""

import json
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any, Literal

from keko.config import Language

Form = Literal["line", "bar"]
Cell = str | float | None


@dataclass(frozen=True)
class Html:
    """A part of a page as it was drawn, already escaped."""

    html: str
    part: Literal["html"] = "html"


@dataclass(frozen=True)
class Chart:
    """A chart as it was drawn: a Vega-Lite specification that holds its data, and what to say of it who cannot see it."""

    spec: dict[str, Any]
    alt: str
    part: Literal["chart"] = "chart"


@dataclass(frozen=True)
class Plot:
    """The figures of a picture, to be drawn again where charts can be edited. `series`: by name, a value for each of `categories`.

    `unit`: of the values, as it is written; None among them where there is no figure or it is hidden.
    """

    form: Form
    title: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    alt: str


@dataclass(frozen=True)
class Table:
    """The figures of a view as a table, as they are written for readers. `rows`: a cell for each of `columns`."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Figure:
    """A figure that a view rests on, as it was then. `point`: of its series, by the names of its parts, in the
    form in which areas are compared.

    `indicator`, `area`, `sex`, `age`, `breakdown`: which series; `name`, `written`: the figure as readers read it, with its interval;
    `is_demo`: whether it is a demo figure, which those kept before it was told are taken not to be.
    """

    indicator: str
    area: str
    sex: str
    age: str
    breakdown: str
    name: str
    written: str
    point: dict[str, Cell] = field(hash=False)
    is_demo: bool = False


@dataclass(frozen=True)
class FrozenView:
    """What a page showed. `page`: its key in the navigation; `query`: the view as an address holds it.

    `data_version`: of the figures; `releases`: the ids of those it rests on; `frozen_at`: UTC, ISO 8601; `keko`: the version that drew it.
    `title`, `finding`, `paragraph`: text; `parts`: what stood beneath; `plots` and `tables`: its figures; `notes`: what has to be
    said of them, by name (area, period, source …); `figures`: what a decision may be taken on.
    """

    page: str
    query: str
    language: Language
    data_version: int
    releases: tuple[int, ...]
    frozen_at: str
    keko: str
    title: str
    finding: str
    paragraph: str = ""
    parts: tuple[Html | Chart, ...] = ()
    plots: tuple[Plot, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    figures: tuple[Figure, ...] = ()
    is_demo: bool = False

    @property
    def seal(self) -> str:
        """The hash of all that it holds (SHA-256 of its JSON, hexadecimal): whatever changes, changes it."""
        return sha256(as_json(self).encode()).hexdigest()


def as_json(view: FrozenView) -> str:
    """A frozen view as the database and exports hold it: the same view is the same text, byte by byte."""
    return json.dumps(asdict(view), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def frozen_from(text: str) -> FrozenView:
    """The view that `as_json` wrote.

    Raises:
        ValueError: it is no frozen view, or one of a shape that this version does not know.
    """
    try:
        held = json.loads(text)
        return FrozenView(
            **held
            | {
                "releases": tuple(held["releases"]),
                "parts": tuple(_PARTS[part["part"]](**part) for part in held["parts"]),
                "plots": tuple(_plot(plot) for plot in held["plots"]),
                "tables": tuple(_table(table) for table in held["tables"]),
                "notes": tuple((name, text) for name, text in held["notes"]),
                "figures": tuple(Figure(**figure) for figure in held["figures"]),
            }
        )
    except (KeyError, TypeError, json.JSONDecodeError) as unknown:
        raise ValueError(f"no frozen view: {unknown}") from unknown


def figure_from(held: dict[str, Any]) -> Figure:
    """A figure as a decision keeps it, by whichever version of KEKO: what that did not know is empty, what this does not is left out."""
    texts = ("indicator", "area", "sex", "age", "breakdown", "name", "written")
    named = {name: str(held.get(name, "")) for name in texts}
    point = held.get("point")
    return Figure(**named, point=point if isinstance(point, dict) else {}, is_demo=bool(held.get("is_demo")))


_PARTS: dict[str, type[Html] | type[Chart]] = {"html": Html, "chart": Chart}


def _plot(held: dict[str, Any]) -> Plot:
    series = tuple((name, tuple(values)) for name, values in held["series"])
    return Plot(**held | {"categories": tuple(held["categories"]), "series": series})


def _table(held: dict[str, Any]) -> Table:
    return Table(held["title"], tuple(held["columns"]), tuple(tuple(row) for row in held["rows"]))
