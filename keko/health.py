"""`keko check`: is the database whole, and does it hold nothing that should be hidden?"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.engine import is_current
from keko.data.geometry import current_boundaries, places
from keko.data.schema import SEGMENT_TABLES, SEGMENTS, current, observation, publication, rebase, release, segment_model
from keko.disclosure.known_figures import bound_indicators, published_tables
from keko.disclosure.links import linked_groups
from keko.disclosure.quantities import SENSITIVE_DENOMINATOR
from keko.disclosure.verification import given_away
from keko.indicators import store
from keko.indicators.catalogue import Indicator, read_catalogue
from keko.indicators.over_time.assessment_check import differing
from keko.indicators.over_time.assessments import outdated
from keko.intake.segments.verify import given_away_of_model
from keko.room.time_line import every_mark
from keko.segments.store import read_model


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
        checks: Iterable[Callable[[sa.Connection], Finding]] = (
            _areas, _boundaries, _catalogue, _pointers, _limits, _assessments, _disclosure,
        )  # fmt: skip
        return [tables, *(run(connection) for run in checks)]


def _areas(connection: sa.Connection) -> Finding:
    """As many areas of each level are living as in the project's files, and each municipality is in one area of each."""
    known = area_tables.load(connection)
    living = Counter(area.level for area in known.by_code.values() if area.valid_to is None)
    shipped = Counter(row["level"] for row in area_tables.read_files()["area"] if not row["valid_to"])
    homeless = [area.code for area in known.of_level("KU") if len(known.parents(area.code)) != 4]
    counts = ", ".join(f"{level} {living[level]}" for level in shipped)
    detail = f"{counts}; without all parents: {homeless or 'none'}"
    return Finding("areas", living == shipped and not homeless, detail)


def _boundaries(connection: sa.Connection) -> Finding:
    """Every living area has a shape, and no other area has one."""
    boundaries = current_boundaries(connection)
    if boundaries is None:
        return Finding("boundaries", False, "there are none")
    known = area_tables.load(connection)
    living = {area.code for area in known.by_code.values() if area.valid_to is None}
    with_shape = set(places(connection, boundaries.id))
    kind = "schematic" if boundaries.origin.is_schematic else boundaries.origin.source.fi
    detail = f"{kind}; without a shape: {sorted(living - with_shape) or 'none'}; abolished: {sorted(with_shape - living) or 'none'}"
    return Finding("boundaries", living == with_shape, detail)


def _catalogue(connection: sa.Connection) -> Finding:
    stored = store.load(connection)
    missing = [item.id for item in read_catalogue() if stored.get(item.id) != item]
    return Finding("catalogue", not missing, f"{len(stored)} indicators; other than in the files: {missing or 'none'}")


def _pointers(connection: sa.Connection) -> Finding:
    """Each pointer is the newest line of the log and points at a release marked published."""
    newest = sa.select(sa.func.max(publication.c.id)).group_by(publication.c.indicator, publication.c.provider)
    log = sa.select(publication.c.indicator, publication.c.provider, publication.c.release)
    log = log.where(publication.c.id.in_(newest), publication.c.release.is_not(None))
    by_log = set(connection.execute(log))
    pointers = set(connection.execute(sa.select(current.c.indicator, current.c.provider, current.c.release)))
    published_releases = sa.select(release.c.indicator, release.c.provider, release.c.id).where(
        release.c.status == "published"
    )
    published = set(connection.execute(published_releases))
    return Finding("publication log", by_log == pointers == published, f"{len(pointers)} current releases")


def _limits(connection: sa.Connection) -> Finding:
    """Limits are computed anew only from an event or an action that is there and concerns the figures."""
    marks = every_mark(connection)
    rows = connection.execute(sa.select(rebase.c.event, rebase.c.indicator, rebase.c.area)).all()
    lost = sorted(
        f"{mark} {indicator} {area}"
        for mark, indicator, area in rows
        if mark not in marks or not marks[mark].concerns(indicator, area)
    )
    return Finding("limits", not lost, f"{len(rows)} computed anew; from nothing that concerns them: {lost or 'none'}")


def _assessments(connection: sa.Connection) -> Finding:
    """What is stored of published figures is what they give, as a sample of it shows. What is out of date is never read."""
    known = area_tables.load(connection)
    late, sampled = outdated(connection, known), differing(connection, known)
    detail = f"{len(sampled)} indicators; other than computed: {_counted(sampled)}; computed for each reader: {late or 'none'}"
    return Finding("assessments", not any(sampled.values()), detail)


def _disclosure(connection: sa.Connection) -> Finding:
    """No stored release shows a small cell, and nothing that is published lets a hidden one be inferred."""
    items = [item for item in store.load(connection).values() if item.disclosure.rule != "none"]
    small = {item.id: _below(connection, item) for item in items}
    known = area_tables.load(connection)
    small |= _small_segments(connection)
    inferred = _inferred(connection, known)
    detail = (
        f"{len(items)} protected indicators; small cells that show: {_counted(small)};"
        f" hidden cells that others give away: {_counted(inferred)}"
    )
    return Finding("disclosure", not any([*small.values(), *inferred.values()]), detail)


def _small_segments(connection: sa.Connection) -> dict[str, int]:
    """By model and release how many stored cells tell of fewer persons than the model's threshold."""
    counts = {}
    for (id_,) in connection.execute(sa.select(segment_model.c.release)):
        model = read_model(connection, id_)
        if model.disclosure.rule != "none":
            counted_tables = [table for table in SEGMENT_TABLES if "persons" in table.c]
            counts[f"{model.entry} {id_}"] = sum(
                _few(connection, table, id_, model.disclosure.threshold) for table in counted_tables
            )
    return counts


def _few(connection: sa.Connection, table: sa.Table, release: int, threshold: int) -> int:
    persons = table.c.persons
    query = sa.select(sa.func.count()).select_from(table).where(table.c.release == release)
    return connection.execute(query.where(persons > 0, persons < threshold)).scalar_one()


def _counted(counts: dict[str, int]) -> str:
    return str({name: count for name, count in counts.items() if count} or "none")


def _inferred(connection: sa.Connection, known: area_tables.Areas) -> dict[str, int]:
    """By indicator how many numbers follow from what readers have or have had, all providers and bound indicators together."""
    counts: Counter[str] = Counter()
    protected = [item for item in store.load(connection).values() if item.disclosure.rule != "none"]
    models = (
        connection.execute(sa.select(release.c.indicator).where(release.c.kind == SEGMENTS).distinct()).scalars().all()
    )
    for is_demo in (False, True):
        published = published_tables(connection, protected, is_demo=is_demo)
        bound = bound_indicators(connection, [part.table for part in published], is_demo)
        published += published_tables(connection, bound, is_demo=is_demo)
        for group in linked_groups([part.table for part in published]):
            counts.update(given_away([published[place] for place in group], known)["indicator"])
        for entry in models:
            counts[entry] += len(given_away_of_model(connection, entry, known, is_demo))
    return dict(counts)


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
