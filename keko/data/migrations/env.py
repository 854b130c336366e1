"""Runs the migrations on the connection that `keko.data.engine` hands over, in its transaction."""

from alembic import context

from keko.data.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=connection.dialect.name == "sqlite")
context.run_migrations()
