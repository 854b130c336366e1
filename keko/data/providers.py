"""Who delivers figures, and what they are called."""

from collections.abc import Mapping

import sqlalchemy as sa

from keko.config import settings
from keko.data.schema import area, provider
from keko.data.text import Text

DEMO = "demo"
LOCAL = "local"
THL, STATFIN = "thl", "statfin"
_LONGEST = 40
THIS_ROOM = Text("Tämä tilannehuone", "Detta lägesrum", "This situation room")
# Providers that are known by a short word of their own, whoever brings their figures in.
NAMES = {
    THL: Text("THL", "THL", "THL"),
    STATFIN: Text("Tilastokeskus", "Statistikcentralen", "Statistics Finland"),
    DEMO: Text("Esimerkkiaineisto", "Exempeldata", "Demo data"),
}


def ensure_provider(connection: sa.Connection, id_: str, name: Text | None = None) -> None:
    """Make the provider known."""
    if connection.execute(sa.select(provider.c.id).where(provider.c.id == id_)).first() is None:
        called = NAMES.get(id_) or name or (THIS_ROOM if id_ == LOCAL else Text.same(id_))
        connection.execute(provider.insert().values(id=id_, name=called._asdict()))


def provider_ids(connection: sa.Connection) -> list[str]:
    """Who may deliver figures: the installation itself, those whose open figures are fetched, and everyone who has."""
    ids = connection.execute(sa.select(provider.c.id).order_by(provider.c.id)).scalars()
    return [id_ for id_ in dict.fromkeys((LOCAL, *NAMES, *ids)) if id_ != DEMO]


def provider_names(connection: sa.Connection) -> dict[str, Text]:
    """What everyone who delivers, or is known to, is called. The installation's own is its area's organisation."""
    query = sa.select(area.c.name_fi, area.c.name_sv, area.c.name_en).where(area.c.code == settings().area)
    own = connection.execute(query).first()
    stored = connection.execute(sa.select(provider.c.id, provider.c.name)).all()
    return {id_: Text.of(name) for id_, name in stored} | NAMES | {LOCAL: Text(*own) if own else THIS_ROOM}


def read_homes(connection: sa.Connection) -> dict[str, str]:
    """The area that the people of an organisation see first, by organisation, where one that there is has been chosen."""
    query = sa.select(provider.c.id, provider.c.home).join(area, area.c.code == provider.c.home)
    return {row.id: row.home for row in connection.execute(query)}


def provider_called(written: str, names: Mapping[str, Text]) -> str:
    """The provider that somebody wrote by id or by name in any language; one that is new is known by its name."""
    wanted = " ".join(written.split())[:_LONGEST]
    called = (id_ for id_, name in names.items() if wanted.casefold() in map(str.casefold, (id_, *name)))
    return next(called, wanted)
