"""StatFin and Sotkanet as they behave: limits, refusals and forms of answer as people have met them in 2026.

What they know is laid out by a test, from real figures that lie beside the project or from invented ones.
"""

import gzip
import json
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.sources.source import DESCRIPTION, Answer, Asked, Source, variable

MOST_CELLS, MOST_CALLS, SECONDS = 120_000, 40, 60
AREA_2026, AREA_2025, YEAR, MONTH, CONTENTS = (
    "alue_23_20260101",
    "alue_23_20250101",
    "timeperiod_y",
    "timeperiod_m",
    "contentscode",
)
SEX, AGE = "sukupuoli_9_20180101", "ikaryhma_10_20180101"
Codes = Mapping[str, str]
Figure = float | str | None  # a text is the mark of what is missing
FigureOf = Callable[[Codes], Figure]


@dataclass(frozen=True)
class Table:
    """A table of StatFin: what it is described as, the figure of each cell by the codes of its dimensions, and who made it."""

    description: dict[str, Any]
    figure: FigureOf
    source: str = "Tilastokeskus"


@dataclass
class StatFin:
    """PxWeb's interface 1 with tables by path. `clock`: tells the seconds of the pace."""

    tables: dict[str, Table]
    clock: Callable[[], float] = lambda: 0.0
    updated: str = "2026-05-29T05:00:00Z"
    _calls: deque[float] = field(default_factory=deque)

    def answer(self, asked: Asked) -> Answer:
        """What the service says to a request."""
        if self._is_too_often():
            return Answer(b"Too many calls", status=429, headers={"Retry-After": str(SECONDS)})
        address = urlsplit(asked.url)
        if address.query == "config":
            return sent({"maxCells": MOST_CELLS, "maxCalls": MOST_CALLS, "timeWindow": SECONDS}, asked)
        table = self.tables.get(address.path.removeprefix("/StatFin/"))
        if table is None:
            return Answer(b"Parameter error", status=400)
        return sent(table.description, asked) if asked.method == "GET" else self._figures(table, asked)

    def _is_too_often(self) -> bool:
        now = self.clock()
        while self._calls and self._calls[0] <= now - SECONDS:
            self._calls.popleft()
        self._calls.append(now)
        return len(self._calls) > MOST_CALLS

    def _figures(self, table: Table, asked: Asked) -> Answer:
        body = json.loads(asked.body)
        selection = {part["code"]: part["selection"]["values"] for part in body["query"]}
        known = {described["code"]: described for described in table.description["variables"]}
        if body["response"]["format"] != "json-stat2" or not selection.keys() <= known.keys():
            return Answer(b"Parameter error", status=400)
        if any(set(values) - set(known[code]["values"]) for code, values in selection.items()):
            return Answer(b"Parameter error", status=400)
        totals = {code: ["SSS"] for code, described in known.items() if described.get("elimination")}
        if known.keys() - selection.keys() - totals.keys():
            return Answer(b"Parameter error", status=400)
        if prod(map(len, selection.values())) > MOST_CELLS:
            return Answer(b"Too many cells", status=403)
        return sent(self._json_stat(table, selection, totals), asked)

    def _json_stat(
        self, table: Table, selection: Mapping[str, list[str]], totals: Mapping[str, list[str]]
    ) -> dict[str, Any]:
        left_out = {code: values[0] for code, values in totals.items() if code not in selection}
        figures = [
            table.figure({**left_out, **dict(zip(selection, at, strict=True))}) for at in product(*selection.values())
        ]
        return {
            "version": "2.0", "class": "dataset", "label": table.description["title"], "source": table.source,
            "updated": self.updated, "id": list(selection), "size": [len(values) for values in selection.values()],
            "dimension": {
                code: {"label": code, "category": {"index": {value: n for n, value in enumerate(values)}}}
                for code, values in selection.items()
            },
            "value": [None if isinstance(figure, str) else figure for figure in figures],
            "status": {str(n): figure for n, figure in enumerate(figures) if isinstance(figure, str)},
        }  # fmt: skip


@dataclass(frozen=True)
class SotkanetIndicator:
    """An indicator of Sotkanet; `figure`: by region id, year and gender."""

    title: str
    value_type: str
    figure: Callable[[int, int, str], float]
    regions: Sequence[str] = ()
    years: tuple[int, int] = (2020, 2024)
    sexes: Sequence[str] = ("male", "female", "total")


@dataclass
class Sotkanet:
    """Sotkanet's REST interface 1.1 with indicators by id. It tells lists of regions that are empty though figures exist."""

    indicators: dict[int, SotkanetIndicator]
    regions: list[dict[str, Any]]

    def answer(self, asked: Asked) -> Answer:
        """What the service says to a request."""
        if asked.headers.get("User-Agent", "").startswith("python-requests"):
            return Answer(b"Forbidden", status=403)
        address = urlsplit(asked.url)
        *_, name = address.path.split("/")
        if name == "regions":
            return sent(self.regions, asked)
        if name == "json":
            return self._figures(parse_qs(address.query), asked)
        item = self.indicators.get(int(name)) if name.isdigit() else None
        return sent(self._described(int(name), item), asked) if item else Answer(status=404)

    def _described(self, id_: int, item: SotkanetIndicator) -> dict[str, Any]:
        first, last = item.years
        return {
            **DESCRIPTION,
            "id": id_,
            "title": {"fi": item.title, "sv": "", "en": ""},
            "primaryValueType": {"code": item.value_type},
            "range": {"start": first, "end": last},
            "classifications": {
                "region": {"title": {"fi": "Alue"}, "values": list(item.regions)},
                "sex": {"title": {"fi": "Sukupuoli"}, "values": list(item.sexes)},
            },
        }

    def _figures(self, arguments: Mapping[str, list[str]], asked: Asked) -> Answer:
        years = arguments.get("years", [])
        if any("," in year for year in years):  # several years are several parameters
            return Answer(status=400)
        id_, (sex,) = int(arguments["indicator"][0]), arguments["genders"]
        item = self.indicators[id_]
        rows = [
            {
                "indicator": id_,
                "region": region["id"],
                "year": int(year),
                "gender": sex,
                "value": value,
                "absValue": None,
            }
            for region in self.regions
            for year in years
            for value in [item.figure(region["id"], int(year), sex)]
        ]
        return sent(rows, asked)


def sent(payload: Any, asked: Asked) -> Answer:
    """JSON, packed where the client takes that."""
    data = json.dumps(payload, ensure_ascii=False).encode()
    if "gzip" not in asked.headers.get("Accept-Encoding", ""):
        return Answer(data)
    return Answer(gzip.compress(data, 1), headers={"Content-Encoding": "gzip"})


def mount(source: Source, statfin: StatFin, sotkanet: Sotkanet) -> None:
    """Let a source answer as both services, StatFin under /StatFin and Sotkanet under /rest."""

    def answer(asked: Asked) -> Answer:
        return (statfin if asked.path.startswith("/StatFin") else sotkanet).answer(asked)

    source.otherwise = answer


# --- tables as StatFin has them -------------------------------------------------------------------


def table_of(
    title: str, dimensions: Iterable[dict[str, Any]], figure: FigureOf, source: str = "Tilastokeskus"
) -> Table:
    """A table with these dimensions."""
    return Table({"title": title, "variables": list(dimensions)}, figure, source)


def areas(code: str, named: Mapping[str, str]) -> dict[str, Any]:
    """The dimension of areas."""
    return variable(code, "Alue", dict(named), elimination=True)


def years(of: Iterable[int]) -> dict[str, Any]:
    """The dimension of years."""
    return variable(YEAR, "Vuosi", {str(year): str(year) for year in of}, time=True)


def contents(named: Mapping[str, str]) -> dict[str, Any]:
    """The dimension of contents."""
    return variable(CONTENTS, "Tiedot", dict(named))


def sexes() -> dict[str, Any]:
    """The dimension of sexes."""
    return variable(SEX, "Sukupuoli", {"SSS": "Yhteensä", "1": "Miehet", "2": "Naiset"}, elimination=True)


def single_ages() -> dict[str, Any]:
    """The dimension of ages in single years."""
    ages = {f"{age:03}": str(age) for age in range(100)} | {"100-": "100 -"}
    return variable(AGE, "Ikä", {"SSS": "Yhteensä"} | ages, elimination=True)


def five_year_ages() -> dict[str, Any]:
    """The dimension of ages in groups of five years, from 15 on."""
    ages = {f"{age}-{age + 4}": f"{age} - {age + 4}" for age in range(15, 75, 5)} | {"75-": "75 -"}
    return variable(AGE, "Ikä", {"SSS": "Yhteensä"} | ages, elimination=True)
