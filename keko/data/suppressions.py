"""Which cells of a release were hidden for themselves and which to protect others: for analysts, never for readers."""

import pandas as pd
import sqlalchemy as sa

from keko.data.observations import KEY
from keko.data.schema import suppression


def write_suppressions(connection: sa.Connection, release: int, hidden: pd.DataFrame) -> None:
    """Store KEY and `cause` of the hidden cells of a draft."""
    names = [*KEY, "cause"]
    cells = hidden[names].itertuples(index=False, name=None)
    records = [{"release": release, **dict(zip(names, cell, strict=True))} for cell in cells]
    if records:
        connection.execute(suppression.insert(), records)


def read_suppressions(connection: sa.Connection, release: int) -> pd.DataFrame:
    """KEY and `cause` of the cells that a release hides."""
    names = [*KEY, "cause"]
    query = sa.select(*(suppression.c[name] for name in names)).where(suppression.c.release == release)
    return pd.DataFrame(connection.execute(query).all(), columns=names, dtype=object)
