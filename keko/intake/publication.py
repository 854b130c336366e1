"""Publishing what is stored already, and taking back: nothing may follow from it that did not follow before (METHODS 5).

A delivery is protected in the transaction that stores it (`keko.intake.release`). A draft that waits for approval, and a
release that comes back, were protected against what was public then; here they are looked at with what is public now.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pandas as pd
import sqlalchemy as sa

from keko.data import publishing
from keko.data.areas import Areas
from keko.data.areas import load as load_areas
from keko.data.people import Person
from keko.data.problems import Problem, ProblemKind, Refused
from keko.data.releases import read_release
from keko.data.schema import SEGMENTS, release
from keko.data.text import Plural, Text
from keko.disclosure.known_figures import PublicReleases, bound_indicators, published_tables
from keko.disclosure.verification import CELL, given_away
from keko.indicators import store
from keko.indicators.comparing.dispersions import renew_dispersions
from keko.indicators.over_time.assessments import renew
from keko.intake.segments.verify import given_away_of_model

GIVES_AWAY = ProblemKind(
    "gives-away",
    "error",
    Plural(
        one=Text(
            "Tämän jälkeen {count} peitetty luku olisi pääteltävissä: {indicator}, {area} {period}. Mitään ei muutettu. "
            "Tuo aineisto uudelleen, jolloin peitetään enemmän, tai toimita karkeampi jaottelu.",
            "Efter detta kunde {count} dolt tal härledas: {indicator}, {area} {period}. Inget ändrades. Importera "
            "materialet på nytt, då mer döljs, eller leverera en grövre indelning.",
            "After this {count} hidden figure could be inferred: {indicator}, {area} {period}. Nothing was changed. Import "
            "the data again, so that more is hidden, or deliver a coarser division.",
        ),
        other=Text(
            "Tämän jälkeen {count} peitettyä lukua olisi pääteltävissä, esimerkiksi {indicator}, {area} {period}. Mitään "
            "ei muutettu. Tuo aineisto uudelleen, jolloin peitetään enemmän, tai toimita karkeampi jaottelu.",
            "Efter detta kunde {count} dolda tal härledas, till exempel {indicator}, {area} {period}. Inget ändrades. "
            "Importera materialet på nytt, då mer döljs, eller leverera en grövre indelning.",
            "After this {count} hidden figures could be inferred, such as {indicator}, {area} {period}. Nothing was "
            "changed. Import the data again, so that more is hidden, or deliver a coarser division.",
        ),
    ),
)


class GivesAway(Refused):
    """Hidden figures would follow from what readers see and have seen; its only problem tells of one."""


def publish(connection: sa.Connection, ids: Sequence[int], by: Person) -> int:
    """Make stored releases current, as `keko.data.publishing.publish` does, unless that gives hidden figures away.

    Raises:
        GivesAway, and what that raises: nothing may be changed; the caller gives its transaction up.
    """
    entries = [read_release(connection, id_)["indicator"] for id_ in ids]
    with _giving_nothing_away(connection, entries):
        version = publishing.publish(connection, list(ids), by)
    _renew(connection, entries)
    return version


def rollback(connection: sa.Connection, indicator: str, provider: str, by: Person) -> int | None:
    """Take the current release back, as `keko.data.publishing.rollback` does, unless that gives hidden figures away.

    Raises:
        GivesAway, and what that raises: nothing may be changed; the caller gives its transaction up.
    """
    with _giving_nothing_away(connection, [indicator]):
        older = publishing.rollback(connection, indicator, provider, by)
    _renew(connection, [indicator])
    return older


def take_back(connection: sa.Connection, ids: Sequence[int], by: Person) -> list[int | None]:
    """Take current releases back together, as `keko.data.publishing.take_back` does, unless that gives hidden figures away.

    Raises:
        GivesAway, and what that raises: nothing may be changed; the caller gives its transaction up.
    """
    entries = [read_release(connection, id_)["indicator"] for id_ in ids]
    with _giving_nothing_away(connection, entries):
        older = publishing.take_back(connection, ids, by)
    _renew(connection, entries)
    return older


def _renew(connection: sa.Connection, indicators: Sequence[str]) -> None:
    areas = load_areas(connection)
    renew_dispersions(connection, indicators, areas)
    renew(connection, indicators, areas)


@contextmanager
def _giving_nothing_away(connection: sa.Connection, entries: Sequence[str]) -> Iterator[None]:
    """What is done inside may give away only what was given away before it."""
    areas, before = load_areas(connection), PublicReleases.of(connection)
    yield
    for entry in dict.fromkeys(entries):
        after = _given_away(connection, entry, areas)
        if after.empty:
            continue
        known = pd.MultiIndex.from_frame(_given_away(connection, entry, areas, before))
        fresh = after[~pd.MultiIndex.from_frame(after).isin(known)]
        if len(fresh):
            raise GivesAway([_problem(connection, entry, fresh, areas)])


def _given_away(
    connection: sa.Connection, entry: str, areas: Areas, public: PublicReleases | None = None
) -> pd.DataFrame:
    """CELL of what follows of an indicator, and of those bound to it, or of a segment model."""
    kind = connection.execute(sa.select(release.c.kind).where(release.c.indicator == entry).limit(1)).scalar()
    if kind == SEGMENTS:
        return given_away_of_model(connection, entry, areas, public=public)
    item = store.load(connection)[entry]
    if item.disclosure.rule == "none":
        return pd.DataFrame(columns=CELL, dtype=object)
    own = published_tables(connection, [item], public=public)
    items = [item, *bound_indicators(connection, [part.table for part in own], is_demo=False)]
    return given_away(published_tables(connection, items, public=public), areas)


def _problem(connection: sa.Connection, entry: str, cells: pd.DataFrame, areas: Areas) -> Problem:
    first, catalogue = cells.iloc[0], store.load(connection)
    named = catalogue.get(str(first["indicator"]))
    return GIVES_AWAY.at(
        indicator=named.names if named else entry,
        count=len(cells),
        area=areas[first["area"]].name if first["area"] in areas else first["area"],
        period=first["period"],
    )
