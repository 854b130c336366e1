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
    sides = observation.alias("before"), observation.alias("after")
    differing = sa.union_all(_other_or_new(older, newer, *sides), _gone(older, newer)).subquery()
    query = sa.select(differing).order_by(differing.c.period.desc(), differing.c.area).limit(most)
    return [RowChange(*row) for row in connection.execute(query)]


def added(connection: sa.Connection, older: int | None, newer: int) -> list[tuple[str, str]]:
    """Area and period of the figures that are new in `newer`, each pair once; all of them where there is no `older`."""
    before, after = observation.alias("before"), observation.alias("after")
    query = (
        sa.select(after.c.area, after.c.period).distinct().where(after.c.release == newer, after.c.value.is_not(None))
    )
    if older is not None:
        join = after.outerjoin(before, sa.and_(_same_key(before, after), before.c.release == older))
        query = query.select_from(join).where(before.c.release.is_(None))
    return [(row.area, row.period) for row in connection.execute(query)]


def changed(connection: sa.Connection, older: int, newer: int, most: int) -> list[RowChange]:
    """The rows that are others in `newer`, at most `most` of them, the greatest change beside both values first."""
    before, after = observation.alias("before"), observation.alias("after")
    moved = sa.func.abs(after.c.value - before.c.value)
    both = sa.func.nullif(sa.func.abs(after.c.value) + sa.func.abs(before.c.value), 0)
    query = _other_or_new(older, newer, before, after).where(before.c.release.is_not(None))
    ordered = query.order_by((moved / both).desc().nulls_last(), after.c.period.desc(), after.c.area).limit(most)
    return [RowChange(*row) for row in connection.execute(ordered)]


def removed(connection: sa.Connection, older: int, newer: int, most: int) -> list[RowChange]:
    """The rows of `older` that `newer` lacks, at most `most` of them."""
    gone = _gone(older, newer).subquery()
    query = sa.select(gone).order_by(gone.c.period.desc(), gone.c.area).limit(most)
    return [RowChange(*row) for row in connection.execute(query)]


def _other_or_new(older: int, newer: int, before: sa.FromClause, after: sa.FromClause) -> sa.Select[Any]:
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
