"""The data version: one number, raised by every change that a reader can see; caches are keyed by it."""

import sqlalchemy as sa

from keko.data.schema import data_version


def read_version(connection: sa.Connection) -> int:
    """The number in force."""
    number: int = connection.execute(sa.select(data_version.c.number)).scalar_one()
    return number


def version_in_force(engine: sa.Engine) -> int:
    """The same, asked of the driver alone: every rerun asks first, and a transaction around it takes three times as long.

    Raises:
        sqlalchemy.exc.DBAPIError: the database is not there or not set up.
    """
    statement, driver = "SELECT number FROM data_version", engine.dialect.loaded_dbapi
    try:
        raw = engine.raw_connection()
        try:
            cursor = raw.cursor()
            cursor.execute(statement)
            ((number,),) = cursor.fetchall()
            return int(number)
        finally:
            raw.close()
    except driver.Error as error:
        raise sa.exc.DBAPIError.instance(statement, None, error, driver.Error) from error


def raise_version(connection: sa.Connection) -> int:
    """The next number. Concurrent writers queue here: on PostgreSQL at this row, on SQLite at the file."""
    connection.execute(data_version.update().values(number=data_version.c.number + 1))
    return read_version(connection)


def start_version(connection: sa.Connection) -> None:
    """Put the one row there if it is missing."""
    if connection.execute(sa.select(sa.func.count()).select_from(data_version)).scalar_one() == 0:
        connection.execute(data_version.insert().values(id=1, number=1))
