"""Small indicators and observations for tests, and a picture of a whole database."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.areas import Areas
from keko.data.drafts import Draft, create_draft
from keko.data.observations import shaped
from keko.data.people import Grant, Person
from keko.data.publishing import publish
from keko.data.schema import metadata
from keko.data.text import Text
from keko.data.versions import start_version
from keko.indicators import store
from keko.indicators.catalogue import Indicator, Population
from keko.indicators.protection import Disclosure
from keko.indicators.series import Point

ADMIN = Person("admin@example.org", (Grant("admin"),))
READER = Person("reader@example.org")
KEUSOTE = ("KU106", "KU186", "KU505", "KU543", "KU611", "KU858")  # the municipalities of HVA02 and of TA14

Dump = dict[str, list[tuple[Any, ...]]]


@cache
def every_area() -> Areas:
    """The areas that the project ships, for tests that need no database of their own."""
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        area_tables.write(connection)
        return area_tables.load(connection)


def item(id_: str = "share", kind: str = "proportion", **options: Any) -> Indicator:
    """An indicator of open data about persons aged 15–64, except for what `options` say."""
    settled: dict[str, Any] = {
        "theme": "participation", "names": Text(f"{id_} fi", f"{id_} sv", f"{id_} en"), "definition": Text.same("-"),
        "population": Population(ages="15–64", who=Text.same("-")), "unit": "%" if kind == "proportion" else "",
        "decimals": 1, "multiplier": {"proportion": 100, "rate": 1000}.get(kind, 1), "polarity": "higher",
        "frequency": "year", "source": Text.same("source"), "licence": "CC BY 4.0", "responsible": Text.same("-"),
        "availability": "open", "disclosure": Disclosure(rule="none"),
    }  # fmt: skip
    return Indicator(id=id_, kind=kind, **(settled | options))


def protected(id_: str = "share", kind: str = "proportion", threshold: int = 5, **options: Any) -> Indicator:
    """The same with small cells hidden."""
    sensitive = options.pop("sensitive", False)
    return item(
        id_, kind, disclosure=Disclosure(rule="small cells", threshold=threshold, sensitive=sensitive), **options
    )


def rows(*cells: dict[str, Any], **shared: Any) -> pd.DataFrame:
    """Observations of 2023 with every column, one for each of `cells`; `shared` holds for all of them."""
    plain = {
        "period": "2023",
        "sex": "total",
        "age": "total",
        "breakdown": "total",
        "status": "final",
        "origin": "delivered",
    }
    return shaped(pd.DataFrame([plain | shared | cell for cell in cells]))


def shares(counts: Mapping[str, tuple[float, float]], **shared: Any) -> pd.DataFrame:
    """Proportions in per cent from `{area: (numerator, denominator)}`."""
    cells = ({"area": area, "value": 100 * x / n, "numerator": x, "denominator": n} for area, (x, n) in counts.items())
    return rows(*cells, **shared)


def counts(values: Mapping[str, float], **shared: Any) -> pd.DataFrame:
    """Counts from `{area: value}`."""
    return rows(*({"area": area, "value": value} for area, value in values.items()), **shared)


def point(value: float | None = None, period: str = "2023", **parts: Any) -> Point:
    """A point of a series, as its source delivered it."""
    settled: dict[str, Any] = {**dict.fromkeys(Point._fields), "status": "final", "origin": "delivered"}
    return Point(**(settled | {"period": period, "value": value} | parts))


def prepare(connection: sa.Connection, *items: Indicator) -> None:
    """What a release needs to be stored: the data version and its indicators."""
    start_version(connection)
    store.add(connection, items)


def published(
    connection: sa.Connection, indicator: str, provider: str, observations: pd.DataFrame, is_demo: bool = False
) -> int:
    """A release that readers see."""
    draft = Draft(indicator, provider, observations, Text.same(f"source of {provider}"), is_demo=is_demo)
    id_ = create_draft(connection, draft, ADMIN).id
    publish(connection, [id_], ADMIN)
    return id_


def dump(engine: sa.Engine) -> Dump:
    """Every row of every table."""
    with engine.connect() as connection:
        return {
            table.name: [
                tuple(row) for row in connection.execute(sa.select(table).order_by(*table.primary_key.columns))
            ]
            for table in metadata.sorted_tables
        }


def cell(frame: pd.DataFrame, area: str, **where: Any) -> "pd.Series[Any]":
    """The one observation of `area` that fits."""
    rows = frame[frame["area"] == area]
    for name, wanted in where.items():
        rows = rows[rows[name] == wanted]
    assert len(rows) == 1, f"{area}: {len(rows)} observations"
    return rows.iloc[0]


def areas_of(frame: pd.DataFrame, **where: Any) -> set[str]:
    """The areas of the observations that fit."""
    for name, wanted in where.items():
        frame = frame[frame[name] == wanted]
    return set(frame["area"])
