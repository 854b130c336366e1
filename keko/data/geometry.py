"""Boundaries in the database: releases of them, which is current, and what is served of it."""

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from keko.data.audit import note, now
from keko.data.edits import refuse_overwriting
from keko.data.layers import Layer, Place
from keko.data.people import Person
from keko.data.schema import boundary_area, boundary_layer, boundary_release
from keko.data.text import Text
from keko.data.versions import raise_version

Sea = Literal["kept", "clipped"]


class NoBoundaries(LookupError):
    """There are no boundaries to go back to."""


@dataclass(frozen=True)
class Origin:
    """Where boundaries came from. `crs`: the coordinate reference system that the file said, such as EPSG:3067.

    `year`: of the division of municipalities; `is_schematic`: borders that are not the real ones.
    """

    source: Text
    licence: str
    crs: str
    is_schematic: bool = False
    year: int | None = None
    sea: Sea = "kept"
    file_name: str | None = None
    sha256: str | None = None


class Served(NamedTuple):
    """A level that is served: `hash` is its name, `size` its bytes before compression, `features` how many areas."""

    hash: str
    size: int
    features: int


@dataclass(frozen=True)
class Boundaries:
    """A release of boundaries. `layers`: what is served of it, by level."""

    id: int
    origin: Origin
    created_by: str
    created_at: str
    layers: dict[str, Served]


def refuse_unseen(connection: sa.Connection, seen: Boundaries | None) -> None:
    """Stop where other boundaries are in force than those that somebody has `seen`.

    Raises:
        ChangedMeanwhile: there are.
    """
    refuse_overwriting(current_boundaries(connection), seen)


def publish_boundaries(connection: sa.Connection, origin: Origin, layers: list[Layer], by: Person) -> int:
    """Store boundaries and make them current; those before stay, superseded.

    Raises:
        NotAllowed: `by` is no administrator.
    """
    by.must("admin")
    before = _current_id(connection)
    _mark(connection, before, "superseded")
    facts = {name: getattr(origin, name) for name in origin.__dataclass_fields__} | {"source": origin.source._asdict()}
    values = {**facts, "status": "published", "created_by": by.subject, "created_at": now()}
    id_: int = connection.execute(
        boundary_release.insert().values(values).returning(boundary_release.c.id)
    ).scalar_one()
    connection.execute(boundary_layer.insert(), [_layer_row(id_, layer) for layer in layers])
    places = [
        {"release": id_, "code": code, **place._asdict()} for layer in layers for code, place in layer.places.items()
    ]
    connection.execute(boundary_area.insert(), places)
    facts = {"source": origin.source._asdict(), "year": origin.year, "schematic": origin.is_schematic}
    note(connection, by, "boundaries", f"boundaries {id_}", before={"boundaries": before}, after=facts)
    raise_version(connection)
    return id_


def take_back(connection: sa.Connection, by: Person) -> int:
    """Withdraw the current boundaries and return to those that were current before them; returns their number.

    Raises:
        NotAllowed: `by` is no administrator.
        NoBoundaries: there were none before.
    """
    by.must("admin")
    here = _current_id(connection)
    back = earlier_boundaries(connection)
    if back is None:
        raise NoBoundaries("There are no earlier boundaries to go back to.")
    _mark(connection, here, "withdrawn")
    _mark(connection, back.id, "published")
    note(connection, by, "boundaries taken back", f"boundaries {here}", after={"boundaries": back.id})
    raise_version(connection)
    return back.id


def earlier_boundaries(connection: sa.Connection) -> Boundaries | None:
    """The boundaries that would be in force again if those that are were taken back."""
    query = sa.select(boundary_release).where(boundary_release.c.status == "superseded")
    row = connection.execute(query.order_by(boundary_release.c.id.desc()).limit(1)).mappings().first()
    return None if row is None else _boundaries(connection, row)


def current_boundaries(connection: sa.Connection) -> Boundaries | None:
    """The boundaries in force, None in a database without any (two small queries; the geometry is not read)."""
    query = sa.select(boundary_release).where(boundary_release.c.status == "published")
    row = connection.execute(query).mappings().first()
    return None if row is None else _boundaries(connection, row)


def served(connection: sa.Connection, hash_: str) -> bytes | None:
    """The GeoJSON of this name, compressed by gzip; of any release, so that a page opened before keeps its map."""
    query = sa.select(boundary_layer.c.geojson).where(boundary_layer.c.hash == hash_).limit(1)
    return connection.execute(query).scalar()


def places(connection: sa.Connection, release: int) -> dict[str, Place]:
    """By code, where every area of every level is."""
    columns = [boundary_area.c[name] for name in ("code", *Place._fields)]
    query = sa.select(*columns).where(boundary_area.c.release == release)
    return {code: Place(*rest) for code, *rest in connection.execute(query)}


def _current_id(connection: sa.Connection) -> int | None:
    query = sa.select(boundary_release.c.id).where(boundary_release.c.status == "published")
    return connection.execute(query).scalar()


def _mark(connection: sa.Connection, id_: int | None, status: str) -> None:
    connection.execute(boundary_release.update().where(boundary_release.c.id == id_).values(status=status))


def _layer_row(release: int, layer: Layer) -> dict[str, Any]:
    facts = {name: getattr(layer, name) for name in ("level", "hash", "size", "geojson")}
    return {"release": release, "features": len(layer.places), **facts}


def _boundaries(connection: sa.Connection, row: sa.RowMapping) -> Boundaries:
    columns = [boundary_layer.c[name] for name in ("level", *Served._fields)]
    layers = connection.execute(sa.select(*columns).where(boundary_layer.c.release == row["id"]))
    facts = {name: row[name] for name in Origin.__dataclass_fields__} | {"source": Text.of(row["source"])}
    origin = Origin(**facts)
    return Boundaries(
        row["id"], origin, row["created_by"], row["created_at"], {level: Served(*rest) for level, *rest in layers}
    )
