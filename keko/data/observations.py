"""Observations in the database: written once with their release, never changed."""

from typing import Literal

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.data import bulk
from keko.data.schema import observation

KEY = ["area", "sex", "age", "breakdown", "period"]
NUMBERS = ["value", "lower", "upper", "numerator", "denominator", "deviation", "coverage"]
COUNTS = ["members", "members_present"]
COLUMNS = [*KEY, *NUMBERS, *COUNTS, "status", "reason", "origin"]

Difference = dict[Literal["new", "changed", "removed", "same"], int]


def shaped(frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with every column of an observation, in order; those it lacks are empty."""
    return frame.reindex(columns=COLUMNS).astype(dict.fromkeys([*NUMBERS, *COUNTS], "float64") | {"reason": object})


def write_observations(connection: sa.Connection, release: int, indicator: str, frame: pd.DataFrame) -> None:
    """Store the rows of a draft, in the order of their key: what is read together is written together."""
    rows = shaped(frame)
    order = np.lexsort([rows[name].astype("category").cat.codes for name in reversed(KEY)])
    bulk.insert(connection, observation, rows.iloc[order].assign(release=release, indicator=indicator))


def read_observations(connection: sa.Connection, release: int) -> pd.DataFrame:
    """Every row of a release, shaped as `COLUMNS`."""
    columns = [observation.c[name] for name in COLUMNS]
    return shaped(bulk.select(connection, sa.select(*columns).where(observation.c.release == release)))


def difference(connection: sa.Connection, release: int, against: int | None) -> Difference:
    """How many rows of `release` are new, changed, removed or the same beside `against`; NULLs compare as values."""
    if against is None:
        return {"new": _rows(connection, release), "changed": 0, "removed": 0, "same": 0}
    mine = observation.alias("mine")
    theirs = observation.alias("theirs")
    same_key = sa.and_(*(mine.c[name] == theirs.c[name] for name in KEY), theirs.c.release == against)
    seen = [name for name in COLUMNS if name not in KEY]
    differs = sa.or_(*(mine.c[name].is_distinct_from(theirs.c[name]) for name in seen))
    joined = mine.outerjoin(theirs, same_key)
    known = theirs.c.release.is_not(None)
    counts = sa.select(
        sa.func.count(),
        sa.func.coalesce(sa.func.sum(sa.case((known, 1), else_=0)), 0),
        sa.func.coalesce(sa.func.sum(sa.case((sa.and_(known, differs), 1), else_=0)), 0),
    ).select_from(joined)
    rows, kept, changed = connection.execute(counts.where(mine.c.release == release)).one()
    removed = _rows(connection, against) - kept
    return {"new": rows - kept, "changed": changed, "removed": removed, "same": kept - changed}


def _rows(connection: sa.Connection, release: int) -> int:
    query = sa.select(sa.func.count()).select_from(observation).where(observation.c.release == release)
    return connection.execute(query).scalar_one()
