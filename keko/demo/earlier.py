"""What a few demo figures were some time ago, so that there is something that has changed: `assets/demo.yaml` says of which."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pandas as pd
import sqlalchemy as sa

from keko.data.drafts import Draft
from keko.data.schema import publication, release
from keko.demo.plan import parameters

_SCALED = ["value", "lower", "upper", "numerator"]


def renewed_since(connection: sa.Connection) -> frozenset[str]:
    """The indicators that are published twice: none where something has been published already, whose days nobody changes."""
    is_empty = connection.execute(sa.select(publication.c.id).limit(1)).first() is None
    return frozenset(_earlier()["of"]) if is_empty else frozenset()


def before(draft: Draft) -> Draft:
    """The release before a draft of one of them: without its newest periods, and its own newest one before it was revised."""
    plan = _earlier()["of"][draft.indicator]
    kept = sorted(draft.observations["period"].unique())[: -plan["periods"]]
    rows = _within(draft.observations, kept)
    rows.loc[rows["period"] == kept[-1], _SCALED] *= plan.get("times", 1)
    hidden = draft.suppressions
    return replace(draft, observations=rows, suppressions=None if hidden is None else _within(hidden, kept))


def _within(frame: pd.DataFrame, periods: list[str]) -> pd.DataFrame:
    return frame[frame["period"].isin(periods)].reset_index(drop=True)


def antedate(connection: sa.Connection) -> None:
    """The demo figures that have been published were published some time ago; drafts, and what is real, stay as they are."""
    at = (datetime.now(UTC) - timedelta(days=_earlier()["days"])).isoformat(timespec="seconds")
    published = release.c.is_demo & (release.c.status == "published")
    of_them = sa.select(release.c.id).where(published)
    connection.execute(publication.update().where(publication.c.release.in_(of_them)).values(at=at))
    connection.execute(release.update().where(published).values(created_at=at, published_at=at))


def _earlier() -> Mapping[str, Any]:
    earlier: Mapping[str, Any] = parameters()["earlier"]
    return earlier
