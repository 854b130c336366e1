"""A pack: the published open releases of this installation as one file, for another."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import sqlalchemy as sa

from keko.data import sealed
from keko.data.engine import snapshot
from keko.data.problems import Problem, Refused
from keko.data.schema import SEGMENTS, current, observation, provider, release
from keko.data.text import Text
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.intake.packs import openness
from keko.intake.packs.manifest import FORMAT, Pack, PackedRelease, as_csv, delivered_rows

_NOTHING = openness.NOTHING_PUBLISHED.at()


@dataclass(frozen=True)
class Stays:
    """A release that does not leave, and why. `indicator`: what it is of in the catalogue."""

    indicator: str
    provider: str | None
    why: Problem


def write_pack(
    engine: sa.Engine, path: Path, indicators: Sequence[str] = (), by: str | None = None
) -> tuple[Pack, list[Stays]]:
    """Write the current open releases of `indicators`, of all where none is named; and what stays here.

    Only what providers delivered leaves; areas above are rolled up where it arrives. An older pack of that name is replaced.

    Raises:
        Refused: of an indicator that was named, or of all, nothing may leave: no file is written.
        OSError: the file cannot be written.
    """
    sealed.refuse_other_file(path, FORMAT)
    with snapshot(engine) as connection:
        catalogue = store.load(connection)
        leaving, staying = _sorted_out(connection, catalogue, indicators)
        without = {stays.indicator for stays in staying} - {row["indicator"] for row in leaving}
        if not leaving or without & set(indicators):
            raise Refused([stays.why for stays in staying if stays.indicator in without] or [_NOTHING])
        with sealed.new_file(path) as archive:
            releases = tuple(_packed(archive, connection, row, catalogue[row["indicator"]]) for row in leaving)
            pack = Pack(**sealed.made(), by=by, releases=releases)
            sealed.add_manifest(archive, pack)
    return pack, staying


def _sorted_out(
    connection: sa.Connection, catalogue: dict[str, Indicator], indicators: Sequence[str]
) -> tuple[list[sa.RowMapping], list[Stays]]:
    leaving, staying = list[sa.RowMapping](), list[Stays]()
    for row in _current(connection, indicators):
        if why := _obstacle(connection, row, catalogue):
            staying.append(Stays(row["indicator"], row["provider"], why))
        else:
            leaving.append(row)
    seen = {row["indicator"] for row in leaving} | {stays.indicator for stays in staying}
    staying += [Stays(id_, None, _NOTHING) for id_ in indicators if id_ not in seen]
    return leaving, staying


def _current(connection: sa.Connection, indicators: Sequence[str]) -> Sequence[sa.RowMapping]:
    """The releases that readers see, of `indicators` or of all."""
    query = (
        sa.select(release, provider.c.name.label("provider_names"))
        .join(current, current.c.release == release.c.id)
        .join(provider, provider.c.id == release.c.provider)
        .order_by(release.c.indicator, release.c.provider)
    )
    if indicators:
        query = query.where(release.c.indicator.in_(indicators))
    return connection.execute(query).mappings().all()


def _obstacle(connection: sa.Connection, row: sa.RowMapping, catalogue: dict[str, Indicator]) -> Problem | None:
    """Why a release stays."""
    if row["is_demo"]:
        return openness.ONLY_DEMO.at()
    if row["kind"] == SEGMENTS:
        return openness.OF_SEGMENTS.at()
    if row["permit"] or row["conditions"]:
        return openness.UNDER_PERMIT.at()
    return openness.obstacle(catalogue[row["indicator"]]) or _nothing_delivered(connection, row["id"])


def _nothing_delivered(connection: sa.Connection, id_: int) -> Problem | None:
    """Why a release of nothing but computed figures stays: they are computed where what they come from arrives."""
    delivered = sa.select(observation.c.area).where(observation.c.release == id_, observation.c.origin == "delivered")
    return None if connection.execute(delivered.limit(1)).first() else _NOTHING


def _packed(archive: ZipFile, connection: sa.Connection, row: sa.RowMapping, item: Indicator) -> PackedRelease:
    rows = delivered_rows(connection, row["id"])
    periods = rows["period"]
    facts: dict[str, Any] = {name: row[name] for name in ("provider", "territory", "published_at", "file_name", "note")}
    return PackedRelease(
        **facts,
        indicator=openness.without_persons(item),
        provider_names=Text.of(row["provider_names"]),
        source=Text.of(row["source"]),
        first=periods.min(),
        last=periods.max(),
        periods=periods.nunique(),
        rows=len(rows),
        file_sha256=row["sha256"],
        figures=sealed.add_part(archive, f"figures/{row['id']}.csv", [as_csv(rows)]),
    )
