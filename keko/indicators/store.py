"""The catalogue in the database: seeded from the project's YAML, extended by what analysts bring in."""

from collections.abc import Sequence

import sqlalchemy as sa

from keko.data.schema import SEGMENTS, indicator
from keko.indicators.catalogue import Indicator


def seed(connection: sa.Connection, items: Sequence[Indicator]) -> None:
    """Bring the database to the project's catalogue; indicators that analysts made stay as they are.

    One that has left the catalogue keeps its figures, but no place among the headlines or on a page of its own topic.
    """
    known = dict(connection.execute(sa.select(indicator.c.id, indicator.c.origin)).all())
    for position, item in enumerate(items):
        values = {**_row(item), "position": position, "origin": "catalogue"}
        if item.id in known:
            connection.execute(indicator.update().where(indicator.c.id == item.id).values(values))
        else:
            connection.execute(indicator.insert().values(values))
    left = [id_ for id_, origin in known.items() if origin == "catalogue" and id_ not in {item.id for item in items}]
    _withdraw(connection, left)


def _withdraw(connection: sa.Connection, ids: Sequence[str]) -> None:
    rows = connection.execute(sa.select(indicator.c.id, indicator.c.description).where(indicator.c.id.in_(ids))).all()
    for id_, description in rows:
        placeless = {**description, "headline": None, "working_age": None}
        connection.execute(indicator.update().where(indicator.c.id == id_).values(description=placeless))


def add(connection: sa.Connection, items: Sequence[Indicator]) -> list[str]:
    """Store the indicators that are not known yet, as an analyst's; returns their ids."""
    known = set(connection.execute(sa.select(indicator.c.id)).scalars())
    fresh = [item for item in items if item.id not in known]
    rows = [{**_row(item), "position": len(known) + n, "origin": "analyst"} for n, item in enumerate(fresh)]
    if rows:
        connection.execute(indicator.insert(), rows)
    return [item.id for item in fresh]


def load(connection: sa.Connection) -> dict[str, Indicator]:
    """Every indicator by id, in the order of the catalogue."""
    query = sa.select(indicator.c.description).where(indicator.c.origin != SEGMENTS)
    query = query.order_by(indicator.c.origin.desc(), indicator.c.position)
    items = [Indicator.model_validate(row) for row in connection.execute(query).scalars()]
    return {item.id: item for item in items}


def _row(item: Indicator) -> dict[str, object]:
    return {"id": item.id, "theme": item.theme, "description": item.model_dump(mode="json")}
