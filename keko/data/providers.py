"""Who delivers figures."""

import sqlalchemy as sa

from keko.data.schema import provider
from keko.data.text import Text

DEMO = "demo"
LOCAL = "local"


def ensure_provider(connection: sa.Connection, id_: str, name: Text | None = None) -> None:
    """Make the provider known."""
    if connection.execute(sa.select(provider.c.id).where(provider.c.id == id_)).first() is None:
        connection.execute(provider.insert().values(id=id_, name=(name or Text.same(id_))._asdict()))


def provider_ids(connection: sa.Connection) -> list[str]:
    """Who may deliver figures: the installation itself, and everyone who has."""
    ids = connection.execute(sa.select(provider.c.id).order_by(provider.c.id)).scalars()
    return [LOCAL, *(id_ for id_ in ids if id_ not in {LOCAL, DEMO})]
