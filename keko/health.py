"""`keko check`: is the database whole, and does it hold nothing that should be hidden?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.engine import is_current
from keko.data.geometry import current_boundaries, places
from keko.data.releases import visible_releases
from keko.data.schema import SEGMENT_TABLES, current, observation, publication, release, segment_model
from keko.disclosure.constraints import SENSITIVE_DENOMINATOR
from keko.disclosure.inference import inferable
from keko.disclosure.known_figures import published_rows
from keko.indicators import store
from keko.indicators.catalogue import Indicator, read_catalogue
from keko.segments.store import read_model

EXPECTED_AREAS = {"MAA": 1, "HVA": 23, "TA": 46, "MK": 19, "KU": 308}


@dataclass(frozen=True)
class Finding:
    """One check and what it found."""

    name: str
    ok: bool
    detail: str


def check(engine: sa.Engine) -> list[Finding]:
    """Every check, in order; later ones are left out when the tables themselves are not there."""
    tables = Finding("database", is_current(engine), engine.dialect.name)
    if not tables.ok:
        return [tables]
    with engine.connect() as connection:
        checks: Iterable[Callable[[sa.Connection], Finding]] = (_areas, _boundaries, _catalogue, _pointers, _disclosure)
        return [tables, *(one(connection) for one in checks)]


def _areas(connection: sa.Connection) -> Finding:
    known = area_tables.load(connection)
    living = {level: sum(one.valid_to is None for one in known.of_level(level)) for level in EXPECTED_AREAS}
    homeless = [one.code for one in known.of_level("KU") if len(known.parents(one.code)) != 4]
    detail = (
        ", ".join(f"{level} {count}" for level, count in living.items())
        + f"; without all parents: {homeless or 'none'}"
    )
    return Finding("areas", living == EXPECTED_AREAS and not homeless, detail)


def _boundaries(connection: sa.Connection) -> Finding:
    """Every living area has a shape, and no other area has one."""
    here = current_boundaries(connection)
    if here is None:
        return Finding("boundaries", False, "there are none")
    known = area_tables.load(connection)
    living = {one.code for one in known.by_code.values() if one.valid_to is None}
    drawn = set(places(connection, here.id))
    kind = "schematic" if here.origin.is_schematic else here.origin.source.fi
    detail = (
        f"{kind}; without a shape: {sorted(living - drawn) or 'none'}; abolished: {sorted(drawn - living) or 'none'}"
    )
    return Finding("boundaries", living == drawn, detail)


def _catalogue(connection: sa.Connection) -> Finding:
    stored = store.load(connection)
    missing = [item.id for item in read_catalogue() if stored.get(item.id) != item]
    return Finding("catalogue", not missing, f"{len(stored)} indicators; other than in the files: {missing or 'none'}")


def _pointers(connection: sa.Connection) -> Finding:
    """Each pointer is the newest line of the log and points at a release marked published."""
    newest = sa.select(sa.func.max(publication.c.id)).group_by(publication.c.indicator, publication.c.provider)
    log = sa.select(publication.c.indicator, publication.c.provider, publication.c.release)
    log = log.where(publication.c.id.in_(newest), publication.c.release.is_not(None))
    told = set(connection.execute(log))
    held = set(connection.execute(sa.select(current.c.indicator, current.c.provider, current.c.release)))
    marked = sa.select(release.c.indicator, release.c.provider, release.c.id).where(release.c.status == "published")
    published = set(connection.execute(marked))
    return Finding("publication log", told == held == published, f"{len(held)} current releases")


def _disclosure(connection: sa.Connection) -> Finding:
    """No stored release shows a small cell, and nothing that is published lets a hidden one be inferred."""
    items = [item for item in store.load(connection).values() if item.disclosure.rule != "none"]
    shown = {item.id: _below(connection, item) for item in items}
    known = area_tables.load(connection)
    shown |= _small_segments(connection)
    inferred = {item.id: _inferred(connection, item, known) for item in items}
    told = (
        f"{len(items)} protected indicators; small cells that show: {_counted(shown)};"
        f" hidden cells that others give away: {_counted(inferred)}"
    )
    return Finding("disclosure", not any([*shown.values(), *inferred.values()]), told)


def _small_segments(connection: sa.Connection) -> dict[str, int]:
    """By model and release how many stored cells tell of fewer persons than the model's threshold."""
    found = {}
    for (id_,) in connection.execute(sa.select(segment_model.c.release)):
        model = read_model(connection, id_)
        if model.disclosure.rule != "none":
            told = [table for table in SEGMENT_TABLES if "persons" in table.c]
            found[f"{model.entry} {id_}"] = sum(
                _few(connection, table, id_, model.disclosure.threshold) for table in told
            )
    return found


def _few(connection: sa.Connection, table: sa.Table, release: int, threshold: int) -> int:
    persons = table.c.persons
    query = sa.select(sa.func.count()).select_from(table).where(table.c.release == release)
    return connection.execute(query.where(persons > 0, persons < threshold)).scalar_one()


def _counted(found: dict[str, int]) -> str:
    return str({name: count for name, count in found.items() if count} or "none")


def _inferred(connection: sa.Connection, item: Indicator, known: area_tables.Areas) -> int:
    """How many hidden cells follow from what readers have of an indicator, all its providers together."""
    visible = visible_releases().subquery()
    releases = connection.execute(sa.select(visible.c.release).where(visible.c.indicator == item.id)).scalars().all()
    if not releases:
        return 0
    rows = pd.concat([published_rows(connection, one) for one in releases], ignore_index=True)
    return len(inferable(rows, item, known))


def _below(connection: sa.Connection, item: Indicator) -> int:
    """How many stored cells tell of fewer persons than the indicator's threshold, or of so few others."""
    computed = observation.c.value * observation.c.denominator / item.multiplier
    persons: sa.ColumnElement[float] = sa.func.coalesce(observation.c.numerator, computed)
    if item.kind == "count":
        persons = observation.c.value
    if item.kind in {"mean", "median"}:
        persons = observation.c.denominator
    others = observation.c.denominator - persons
    small = sa.and_(persons > 0, persons < item.disclosure.threshold)
    if item.kind == "proportion":
        small = sa.or_(small, sa.and_(others > 0, others < item.disclosure.threshold))
    if item.disclosure.sensitive and item.kind in {"proportion", "rate"}:
        small = sa.or_(small, observation.c.denominator < SENSITIVE_DENOMINATOR)
    query = sa.select(sa.func.count()).select_from(observation.join(release, release.c.id == observation.c.release))
    return connection.execute(query.where(release.c.indicator == item.id, small)).scalar_one()
