"""Drafts: releases that readers do not see yet."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

import pandas as pd
import sqlalchemy as sa

from keko.data.audit import note, now
from keko.data.differences import Difference
from keko.data.observations import difference, write_observations
from keko.data.people import Person
from keko.data.providers import ensure_provider
from keko.data.releases import NoRelease, current_release, read_release
from keko.data.schema import HELD_BY_A_RELEASE, release
from keko.data.scopes import refuse_change, refuse_delivery
from keko.data.suppressions import write_suppressions
from keko.data.text import Text

_FACTS = (
    "indicator", "provider", "territory", "is_demo", "file_name", "sha256", "note", "permit", "conditions",
)  # fmt: skip


class ReleaseFacts(Protocol):
    """What is known of a release, whatever it holds. `indicator`: the id of what it is of in the catalogue."""

    @property
    def indicator(self) -> str: ...
    @property
    def provider(self) -> str: ...
    @property
    def source(self) -> Text: ...


@dataclass(frozen=True)
class Draft:
    """What a new release consists of.

    `observations`: all its rows, shaped as `keko.data.observations.COLUMNS`. `suppressions`: KEY and cause of what was hidden.
    """

    indicator: str
    provider: str
    observations: pd.DataFrame
    source: Text
    territory: str = "as delivered"
    is_demo: bool = False
    file_name: str | None = None
    sha256: str | None = None
    note: str | None = None
    permit: str | None = None
    conditions: str | None = None
    suppressions: pd.DataFrame | None = None


class StoredDraft(NamedTuple):
    """A draft whose rows are stored: its number, and what publishing it would change."""

    id: int
    difference: Difference


def create_draft(connection: sa.Connection, draft: Draft, by: Person) -> StoredDraft:
    """Store a draft; readers do not see it.

    Raises:
        NotAllowed: `by` may not publish for this provider, or not for all areas whose figures it changes.
    """
    id_, base = begin_draft(connection, "indicator", draft, len(draft.observations), by)
    write_observations(connection, id_, draft.indicator, draft.observations)
    if draft.suppressions is not None:
        write_suppressions(connection, id_, draft.suppressions)
    refuse_delivery(connection, by, draft.provider, id_, base)
    return complete_draft(connection, id_, difference(connection, id_, base))


def begin_draft(
    connection: sa.Connection, kind: str, draft: ReleaseFacts, rows: int, by: Person
) -> tuple[int, int | None]:
    """The number of a new draft of any kind, and the release that it is made from; its rows are stored next.

    Raises:
        NotAllowed: `by` may not publish for this provider.
    """
    by.must_publish_for(draft.provider)
    ensure_provider(connection, draft.provider)
    facts = {name: getattr(draft, name) for name in _FACTS} | {"source": draft.source._asdict()}
    origin = {"kind": kind, "status": "draft", "created_by": by.subject, "created_at": now()}
    base = current_release(connection, draft.indicator, draft.provider)
    values = {**facts, **origin, "rows": rows, "difference": {}, "made_from": base}
    id_: int = connection.execute(release.insert().values(values).returning(release.c.id)).scalar_one()
    note(connection, by, "draft", f"release {id_}", after={"indicator": draft.indicator, "rows": rows})
    return id_, base


def complete_draft(connection: sa.Connection, id_: int, difference: Difference) -> StoredDraft:
    """Keep what a draft whose rows are stored would change."""
    connection.execute(release.update().where(release.c.id == id_).values(difference=difference))
    return StoredDraft(id_, difference)


def discard(connection: sa.Connection, id_: int, by: Person) -> None:
    """Throw a draft away, with its rows.

    Raises:
        NoRelease: there is no draft with that number: what was ever published is kept.
        NotAllowed: `by` may not publish for its provider, or not for all areas whose figures it changes.
    """
    draft = read_release(connection, id_)
    refuse_change(connection, by, draft["provider"], id_, draft["made_from"])
    if draft["status"] != "draft":
        raise NoRelease(f"draft {id_}")
    for table in HELD_BY_A_RELEASE:
        connection.execute(table.delete().where(table.c.release == id_))
    connection.execute(release.delete().where(release.c.id == id_))
    note(connection, by, "discard", f"release {id_}", before={"indicator": draft["indicator"]})
