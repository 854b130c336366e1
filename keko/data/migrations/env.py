"""Runs the migrations on the engine that `keko.data.engine` hands over."""

import sqlalchemy as sa
from alembic import context

from keko.data.schema import metadata


def keep_rows_of_rebuilt_tables(connection: sa.Connection, on: bool) -> None:
    """SQLite changes a column by building its table anew; dropping the old one must not take with it what refers to it."""
    raw = connection.connection.dbapi_connection
    if connection.dialect.name == "sqlite" and raw is not None:
        raw.execute(f"PRAGMA foreign_keys={'OFF' if on else 'ON'}")  # has no effect in a transaction


with context.config.attributes["engine"].connect() as connection:
    keep_rows_of_rebuilt_tables(connection, True)
    try:
        with connection.begin():
            context.configure(
                connection=connection, target_metadata=metadata, render_as_batch=connection.dialect.name == "sqlite"
            )
            context.run_migrations()
    finally:
        keep_rows_of_rebuilt_tables(connection, False)
