"""The data version: one number, raised by every change that a reader can see; caches are keyed by it."""

import sqlalchemy as sa

from keko.data.schema import data_version


def read_version(connection: sa.Connection) -> int:
    """The number in force."""
    number: int = connection.execute(sa.select(data_version.c.number)).scalar_one()
    return number


def raise_version(connection: sa.Connection) -> int:
    """The next number. Concurrent writers queue here: on PostgreSQL at this row, on SQLite at the file."""
    connection.execute(data_version.update().values(number=data_version.c.number + 1))
    return read_version(connection)


def start_version(connection: sa.Connection) -> None:
    """Put the one row there if it is missing."""
    if connection.execute(sa.select(sa.func.count()).select_from(data_version)).scalar_one() == 0:
        connection.execute(data_version.insert().values(id=1, number=1))
