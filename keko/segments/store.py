"""Segment models in the database: drafts of them, which are published and taken back like those of indicators."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.data import bulk, differences
from keko.data.drafts import StoredDraft, begin_draft, complete_draft
from keko.data.people import Person
from keko.data.releases import visible_releases
from keko.data.schema import SEGMENTS, indicator, segment, segment_model
from keko.data.scopes import refuse_delivery
from keko.data.suppressions import write_suppressions
from keko.data.text import Text
from keko.data.versions import raise_version
from keko.segments.models import PREFIX, ModelKind, SegmentModel
from keko.segments.tables import KEYS, STORED, Tables, columns, empty


@dataclass(frozen=True)
class ModelDraft:
    """What a new release of a model consists of. `suppressions`: KEY of an observation and cause of hidden sizes."""

    model: SegmentModel
    provider: str
    tables: Tables
    source: Text
    territory: str = "as delivered"
    is_demo: bool = False
    file_name: str | None = None
    sha256: str | None = None
    note: str | None = None
    permit: str | None = None
    conditions: str | None = None
    suppressions: pd.DataFrame | None = None

    @property
    def indicator(self) -> str:
        """What the catalogue calls the model."""
        return self.model.entry


@dataclass(frozen=True)
class Published:
    """A model that readers see, and what is told of its release."""

    model: SegmentModel
    release: int
    provider: str
    is_demo: bool
    source: Text
    published_at: str | None


def create_model_draft(connection: sa.Connection, draft: ModelDraft, by: Person) -> StoredDraft:
    """Store a draft of a whole model; readers do not see it.

    Raises:
        NotAllowed: `by` may not publish for this provider, or not for all areas of the model.
    """
    by.must_publish_for(draft.provider)
    _enter(connection, draft.model)
    id_, base = begin_draft(connection, SEGMENTS, draft, draft.tables.rows, by)
    _describe(connection, id_, draft.model)
    for name, frame in draft.tables.items():
        order = np.lexsort([frame[key].astype("category").cat.codes for key in reversed(KEYS[name])])
        bulk.insert(connection, STORED[name], frame.iloc[order].assign(release=id_))
    if draft.suppressions is not None:
        write_suppressions(connection, id_, draft.suppressions)
    refuse_delivery(connection, by, draft.provider, id_, base)
    counted = [
        differences.difference(
            connection, table, id_, base, [column for column in columns(name) if column not in KEYS[name]]
        )
        for name, table in STORED.items()
    ]
    return complete_draft(connection, id_, differences.total(counted))


def read_table(connection: sa.Connection, release: int, name: str, *where: sa.ColumnElement[bool]) -> pd.DataFrame:
    """The rows of one table of a release that fit, shaped as `tables.columns` tells."""
    table = STORED[name]
    query = sa.select(*(table.c[column] for column in columns(name))).where(table.c.release == release, *where)
    rows = bulk.select(connection, query)  # of the columns and kinds that the table has
    return rows if len(rows) else empty(name)


def read_model(connection: sa.Connection, release: int) -> SegmentModel:
    """The model of a release.

    Raises:
        LookupError: the release holds none.
    """
    description = connection.execute(
        sa.select(segment_model.c.description).where(segment_model.c.release == release)
    ).scalar()
    if description is None:
        raise LookupError(f"release {release} holds no segment model")
    columns_of_segment = [column for column in segment.c if column.name not in {"release", "position"}]
    rows = connection.execute(
        sa.select(*columns_of_segment).where(segment.c.release == release).order_by(segment.c.position)
    )
    return SegmentModel.model_validate({**description, "segments": [dict(row) for row in rows.mappings()]})


def published_models(connection: sa.Connection) -> dict[str, Published]:
    """The models that readers see, by id; of two providers' the one published last."""
    visible = visible_releases().subquery()
    rows = connection.execute(
        sa.select(visible)
        .where(visible.c.indicator.startswith(PREFIX))
        .order_by(visible.c.indicator, visible.c.release)
    )
    models = [
        Published(
            read_model(connection, row["release"]), row["release"], row["provider"], bool(row["is_demo"]),
            Text.of(row["source"]), row["published_at"],
        )
        for row in rows.mappings()
    ]  # fmt: skip
    return {published.model.id: published for published in models}


def usual_model(models: Iterable[Published], kind: ModelKind) -> str | None:
    """The model of a kind that is shown first: of real figures before one of demo figures, then the finest."""
    fitting = [published for published in models if published.model.kind == kind]
    first = min(fitting, key=lambda published: (published.is_demo, -len(published.model.segments)), default=None)
    return first.model.id if first else None


def model_names(connection: sa.Connection) -> dict[str, Text]:
    """The names of every model there has been, by its entry in the catalogue."""
    rows = connection.execute(sa.select(indicator.c.id, indicator.c.description).where(indicator.c.origin == SEGMENTS))
    return {row.id: Text.of(row.description["names"]) for row in rows}


def _enter(connection: sa.Connection, model: SegmentModel) -> None:
    """Make the model an entry of the catalogue, which releases are of."""
    if connection.execute(sa.select(indicator.c.id).where(indicator.c.id == model.entry)).first() is None:
        entry = {"id": model.entry, "position": 0, "theme": SEGMENTS, "origin": SEGMENTS}
        connection.execute(indicator.insert().values(**entry, description={"names": model.names._asdict()}))
        raise_version(connection)


def _describe(connection: sa.Connection, release: int, model: SegmentModel) -> None:
    description = model.model_dump(mode="json")
    segments = description.pop("segments")
    values = {"release": release, "id": model.id, "version": model.version, "description": description}
    connection.execute(segment_model.insert().values(values))
    if segments:
        rows = [{**each, "release": release, "position": position} for position, each in enumerate(segments)]
        connection.execute(segment.insert(), rows)
