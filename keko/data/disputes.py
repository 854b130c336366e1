"""Figures that two organisations both deliver: found and shown, never resolved silently.

Publishing the second of them is refused (`keko.data.publishing`), so the other side of a dispute is a draft that waits until
they have agreed; of what readers see two sides meet only where a release comes back that was published before.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa

from keko.data.schema import SEGMENTS, current, observation, release, segment_size

MOST_CELLS = 200


class Pair(NamedTuple):
    """Two releases of one indicator by two organisations. `first` is published; `second` may be a draft."""

    indicator: str
    kind: str
    first: int
    first_provider: str
    second: int
    second_provider: str
    is_draft: bool


class Cell(NamedTuple):
    """One figure of both. A value is None where it is hidden or not known, which its status says."""

    area: str
    period: str
    sex: str
    age: str
    category: str
    first: float | None
    first_status: str
    second: float | None
    second_status: str


class Shared(NamedTuple):
    """What two releases both deliver. `figures`: how many; `areas`, `periods`: theirs, sorted; `cells`: the newest of them."""

    figures: int
    areas: tuple[str, ...]
    periods: tuple[str, ...]
    cells: tuple[Cell, ...]


def read_pairs(connection: sa.Connection) -> list[Pair]:
    """Every published release of real figures beside those of other organisations, published or waiting (one query)."""
    mine, theirs = release.alias("mine"), release.alias("theirs")
    is_draft = theirs.c.status == "draft"
    published = theirs.c.id.in_(sa.select(current.c.release))
    query = (
        sa.select(
            mine.c.indicator, mine.c.kind, mine.c.id, mine.c.provider, theirs.c.id, theirs.c.provider,
            is_draft.label("is_draft"),
        )
        .join(current, current.c.release == mine.c.id)
        .join(theirs, sa.and_(theirs.c.indicator == mine.c.indicator, theirs.c.provider != mine.c.provider))
        .where(mine.c.is_demo.is_(False), theirs.c.is_demo.is_(False))
        .where(sa.or_(is_draft, sa.and_(published, mine.c.id < theirs.c.id)))
        .order_by(mine.c.indicator, mine.c.id, theirs.c.id)
    )  # fmt: skip
    return [Pair._make((*row[:-1], bool(row.is_draft))) for row in connection.execute(query)]


def read_shared(connection: sa.Connection, pair: Pair) -> Shared:
    """What the two releases of a pair both deliver (two queries); releases never change, so it holds for ever."""
    both = Both.of(pair.kind, pair.first, pair.second)
    place = (both.mine.c.area, both.mine.c.period)
    rows = connection.execute(both.select(*place, sa.func.count()).group_by(*place)).all()
    areas, periods = sorted({row[0] for row in rows}), sorted({row[1] for row in rows})
    cells = _cells(connection, both) if rows else ()
    return Shared(sum(row[2] for row in rows), tuple(areas), tuple(periods), cells)


@dataclass(frozen=True)
class Both:
    """The figures that two releases both deliver: of a segment model the sizes of its segments.

    Roll-ups beside each other or beside a delivered figure are no dispute: of these the one that says most is shown.
    """

    mine: sa.FromClause
    theirs: sa.FromClause
    joined: sa.FromClause
    conditions: tuple[sa.ColumnElement[bool], ...]

    @classmethod
    def of(cls, kind: str, first: int, second: int) -> "Both":
        """Those of two releases of one kind."""
        table = segment_size if kind == SEGMENTS else observation
        mine, theirs = table.alias("mine"), table.alias("theirs")
        row_keys = [column.name for column in table.primary_key if column.name != "release"]
        joined = mine.join(theirs, sa.and_(*(mine.c[name] == theirs.c[name] for name in row_keys)))
        conditions = [mine.c.release == first, theirs.c.release == second]
        if kind != SEGMENTS:
            conditions += [mine.c.origin == "delivered", theirs.c.origin == "delivered"]
        return cls(mine, theirs, joined, tuple(conditions))

    def select(self, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
        """A query of them."""
        return sa.select(*columns).select_from(self.joined).where(*self.conditions)


def _cells(connection: sa.Connection, both: Both) -> tuple[Cell, ...]:
    mine, theirs = both.mine.c, both.theirs.c
    category, value = ("segment", "persons") if "segment" in mine else ("breakdown", "value")
    columns = [mine[name] for name in ("area", "period", "sex", "age", category)]
    query = both.select(*columns, mine[value], mine.status, theirs[value], theirs.status)
    ordered = query.order_by(mine.period.desc(), *(mine[name] for name in ("area", "sex", "age", category)))
    return tuple(Cell(*row) for row in connection.execute(ordered.limit(MOST_CELLS)))
