"""Observations in the database: written once with their release, never changed."""

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.data import bulk, differences
from keko.data.differences import Difference
from keko.data.schema import observation

KEY = ["area", "sex", "age", "breakdown", "period"]
NUMBERS = ["value", "lower", "upper", "numerator", "denominator", "deviation", "q1", "q3", "coverage"]
COUNTS = ["members", "members_present"]
COLUMNS = [*KEY, *NUMBERS, *COUNTS, "status", "reason", "origin"]


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
    """How many rows of `release` are new, changed, removed or the same beside `against`."""
    return differences.difference(
        connection, observation, release, against, [name for name in COLUMNS if name not in KEY]
    )
