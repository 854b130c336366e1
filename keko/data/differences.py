"""How many rows differ between two releases, whatever table they are in."""

from collections.abc import Sequence
from typing import Literal

import sqlalchemy as sa

Difference = dict[Literal["new", "changed", "removed", "same"], int]


def difference(
    connection: sa.Connection, table: sa.Table, release: int, against: int | None, seen: Sequence[str]
) -> Difference:
    """How many rows of `release` are new, changed, removed or the same beside `against`; NULLs compare as values.

    `table`: keyed by release and whatever tells a row; `seen`: the columns that make a row another one.
    """
    if against is None:
        return {"new": _rows(connection, table, release), "changed": 0, "removed": 0, "same": 0}
    mine, theirs = table.alias("mine"), table.alias("theirs")
    row_keys = [column.name for column in table.primary_key if column.name != "release"]
    same_key = sa.and_(*(mine.c[name] == theirs.c[name] for name in row_keys), theirs.c.release == against)
    differs = sa.or_(*(mine.c[name].is_distinct_from(theirs.c[name]) for name in seen))
    known = theirs.c.release.is_not(None)
    counts = sa.select(
        sa.func.count(),
        sa.func.coalesce(sa.func.sum(sa.case((known, 1), else_=0)), 0),
        sa.func.coalesce(sa.func.sum(sa.case((sa.and_(known, differs), 1), else_=0)), 0),
    ).select_from(mine.outerjoin(theirs, same_key))
    rows, kept, changed = connection.execute(counts.where(mine.c.release == release)).one()
    removed = _rows(connection, table, against) - kept
    return {"new": rows - kept, "changed": changed, "removed": removed, "same": kept - changed}


def total(differences: Sequence[Difference]) -> Difference:
    """The differences of several tables or releases together."""
    sums: Difference = {"new": 0, "changed": 0, "removed": 0, "same": 0}
    for counts in differences:
        for name, count in counts.items():
            sums[name] += count
    return sums


def _rows(connection: sa.Connection, table: sa.Table, release: int) -> int:
    return connection.execute(
        sa.select(sa.func.count()).select_from(table).where(table.c.release == release)
    ).scalar_one()
