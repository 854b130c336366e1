"""Runs the migrations on the engine that `keko.data.engine` hands over."""

from alembic import context

from keko.data.schema import metadata

with context.config.attributes["engine"].begin() as connection:
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=connection.dialect.name == "sqlite"
    )
    with context.begin_transaction():
        context.run_migrations()
