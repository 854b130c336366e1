"""Provenance: the frozen views that files came from, kept by their seal; and whether their figures still are the newest."""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa

from keko.data.audit import now
from keko.data.releases import visible_releases
from keko.data.schema import evidence, pinned_view, release
from keko.room.frozen import FrozenView, as_json, frozen_from

SHORTEST = 12  # hexadecimal digits that are enough to ask for a view
Standing = Literal["same", "newer", "taken back", "no figures"]
_ORDER: tuple[Standing, ...] = ("taken back", "newer", "same")


class Unpublished(Exception):
    """A view rests on a release that was never published: it does not leave the house."""


@dataclass(frozen=True)
class Kept:
    """A view as it was kept, when first (UTC, ISO 8601), and the seal that it got then, by the version of KEKO that froze it."""

    seal: str
    view: FrozenView
    at: str


@dataclass(frozen=True)
class Since:
    """What became of a release that a view rests on.

    `now`: the releases that readers see in its place, itself where it is still seen, none where nothing is; `published_at`: when the
    newest of these was published.
    """

    release: int
    indicator: str | None
    provider: str | None
    standing: Standing
    now: tuple[int, ...] = ()
    published_at: str | None = None


def keep(connection: sa.Connection, views: Iterable[FrozenView]) -> None:
    """Keep views, each once. Nobody is written down, and no data version changes: what readers see stays.

    Raises:
        Unpublished: one rests on what was never published.
    """
    by_seal = {view.seal: view for view in views}
    _refuse_unpublished(connection, {id_ for view in by_seal.values() for id_ in view.releases})
    known = connection.execute(sa.select(evidence.c.seal).where(evidence.c.seal.in_(by_seal))).scalars().all()
    rows = [
        {"seal": seal, "at": now(), "view": zlib.compress(as_json(view).encode(), 9)}
        for seal, view in by_seal.items()
        if seal not in known
    ]
    if rows:
        connection.execute(evidence.insert(), rows)


def find(connection: sa.Connection, seal: str) -> Kept | None:
    """The view with a seal, whole or its beginning, as people or programs write it; None where there is none, or several.

    Whoever asks sees it as it was: it held published figures alone, and holds them still.

    Raises:
        ValueError: it was kept in a form that this version of KEKO does not know.
    """
    digits = re.sub(r"[\s-]|^keko:", "", seal.strip().lower())
    if not re.fullmatch(rf"[0-9a-f]{{{SHORTEST},64}}", digits):
        return None
    rows = [*_kept(connection, digits), *_pinned(connection, digits)]
    return next(iter(rows)) if len({row.seal for row in rows}) == 1 else None


def _kept(connection: sa.Connection, digits: str) -> list[Kept]:
    query = sa.select(evidence).where(evidence.c.seal.startswith(digits)).limit(2)
    return [
        Kept(row["seal"], frozen_from(zlib.decompress(row["view"]).decode()), row["at"])
        for row in connection.execute(query).mappings()
    ]


def _pinned(connection: sa.Connection, digits: str) -> list[Kept]:
    """Those that are pinned to a meeting: on the way out or not, they are evidence."""
    query = sa.select(pinned_view).where(pinned_view.c.seal.startswith(digits)).limit(2)
    views = [(row["seal"], frozen_from(row["view"])) for row in connection.execute(query).mappings()]
    return [Kept(seal, view, view.frozen_at) for seal, view in views]


def since(connection: sa.Connection, view: FrozenView) -> list[Since]:
    """What became of each release that a view rests on."""
    asked = sa.select(release.c.id, release.c.indicator, release.c.provider).where(release.c.id.in_(view.releases))
    held = {row["id"]: row for row in connection.execute(asked).mappings()}
    visible = connection.execute(visible_releases()).mappings().all()
    return [_since(id_, held.get(id_), visible) for id_ in view.releases]


def standing(changes: Sequence[Since]) -> Standing:
    """What is to be said of a whole view: whatever is gravest of its releases."""
    return next((grave for grave in _ORDER if any(change.standing == grave for change in changes)), "no figures")


def _since(id_: int, row: sa.RowMapping | None, visible: Sequence[sa.RowMapping]) -> Since:
    if row is None:
        return Since(id_, None, None, "taken back")
    of_indicator = [seen for seen in visible if seen["indicator"] == row["indicator"]]
    in_place = [seen for seen in of_indicator if seen["provider"] == row["provider"]] or of_indicator
    ids = tuple(seen["release"] for seen in in_place)
    published_at = max((seen["published_at"] for seen in in_place), default=None)
    if id_ in ids:
        return Since(id_, row["indicator"], row["provider"], "same", (id_,), published_at)
    is_newer = any(newer > id_ for newer in ids)
    return Since(id_, row["indicator"], row["provider"], "newer" if is_newer else "taken back", ids, published_at)


def _refuse_unpublished(connection: sa.Connection, ids: set[int]) -> None:
    query = sa.select(release.c.id).where(release.c.id.in_(ids), release.c.published_at.is_not(None))
    if unpublished := ids - set(connection.execute(query).scalars()):
        raise Unpublished(f"releases {sorted(unpublished)}")
