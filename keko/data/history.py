"""What differs between two releases, row by row, for who looks before publishing or wonders afterwards."""

from typing import Any, NamedTuple

import sqlalchemy as sa

from keko.data.observations import KEY
from keko.data.schema import observation


class RowChange(NamedTuple):
    """One row that differs. `before` and `after` are values; None where there is no value, or no row."""

    area: str
    period: str
    sex: str
    age: str
    breakdown: str
    before: float | None
    before_status: str | None
    after: float | None
    after_status: str | None


def row_changes(connection: sa.Connection, older: int, newer: int, most: int = 200) -> list[RowChange]:
    """The rows that are new, gone or other in `newer` than in `older`, at most `most` of them, the newest periods first."""
    changed = sa.union_all(_other_or_new(older, newer), _gone(older, newer)).subquery()
    query = sa.select(changed).order_by(changed.c.period.desc(), changed.c.area).limit(most)
    return [RowChange(*row) for row in connection.execute(query)]


def _other_or_new(older: int, newer: int) -> sa.Select[Any]:
    before, after = observation.alias("before"), observation.alias("after")
    join = after.outerjoin(before, sa.and_(_same_key(before, after), before.c.release == older))
    differs = sa.or_(before.c.value.is_distinct_from(after.c.value), before.c.status.is_distinct_from(after.c.status))
    return _columns(after, before, after).select_from(join).where(after.c.release == newer, differs)


def _gone(older: int, newer: int) -> sa.Select[Any]:
    before, after = observation.alias("gone"), observation.alias("kept")
    join = before.outerjoin(after, sa.and_(_same_key(before, after), after.c.release == newer))
    return _columns(before, before, after).select_from(join).where(before.c.release == older, after.c.release.is_(None))


def _columns(keyed: sa.FromClause, before: sa.FromClause, after: sa.FromClause) -> sa.Select[Any]:
    names = ("area", "period", "sex", "age", "breakdown")
    values = (
        ("before", before.c.value),
        ("before_status", before.c.status),
        ("after", after.c.value),
        ("after_status", after.c.status),
    )
    return sa.select(*(keyed.c[name] for name in names), *(column.label(name) for name, column in values))


def _same_key(before: sa.FromClause, after: sa.FromClause) -> sa.ColumnElement[bool]:
    return sa.and_(*(before.c[name] == after.c[name] for name in KEY))
