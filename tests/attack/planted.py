"""Tables with hidden cells, written straight into a database: what they give away does not depend on disclosure control."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import sqlalchemy as sa

from keko.attack.attack import attack
from keko.attack.report import Breach
from keko.data.drafts import Draft, create_draft
from keko.data.observations import KEY
from keko.data.publishing import publish
from keko.data.text import Text
from tests.data.figures import ADMIN, KEUSOTE, rows

FOR_ITSELF, FOR_OTHERS = "primary", "secondary"  # instead of a number: why it is hidden
COUNTY, EMPLOYMENT_AREA = "HVA02", "TA14"  # both of the municipalities of KEUSOTE
TARGET = KEUSOTE[0]

Told = float | str | tuple[float | None, float | None] | tuple[float | None, float | None, float]


def cells(told: Mapping[str | tuple[str, ...], Told], *names: str, **shared: Any) -> pd.DataFrame:
    """Observations from `{places along the names (area first): what is told}`, with their `cause` where they are hidden.

    Told is a value, FOR_ITSELF or FOR_OTHERS, or numerator, denominator (and value where it is told too).
    """
    records = [_record(dict(zip(("area", *names), _tuple(place), strict=True)), what) for place, what in told.items()]
    plain = rows(*({name: value for name, value in one.items() if name != "cause"} for one in records), **shared)
    return plain.assign(cause=[one.get("cause") for one in records])


def _tuple(place: str | tuple[str, ...]) -> tuple[str, ...]:
    return (place,) if isinstance(place, str) else place


def _record(place: dict[str, Any], what: Told) -> dict[str, Any]:
    if isinstance(what, str):
        return {**place, "status": "hidden", "reason": "small cell", "cause": what}
    if isinstance(what, tuple):
        value = what[2] if len(what) > 2 else None
        return {**place, "numerator": what[0], "denominator": what[1], "value": value}
    return {**place, "value": what}


def release(
    connection: sa.Connection, indicator: str, frame: pd.DataFrame, provider: str = "keusote", **facts: Any
) -> int:
    """A published release of `cells`."""
    hidden = frame[frame["cause"].notna()]
    draft = Draft(
        indicator,
        provider,
        frame.drop(columns="cause"),
        Text.same(provider),
        suppressions=hidden[[*KEY, "cause"]],
        **facts,
    )
    id_ = create_draft(connection, draft, ADMIN).id
    publish(connection, [id_], ADMIN)
    return id_


def found(connection: sa.Connection) -> list[Breach]:
    """What the attack finds."""
    return attack(connection).breaches


def of(breaches: Iterable[Breach], **where: Any) -> list[Breach]:
    """The breaches that fit."""
    return [one for one in breaches if all(getattr(one, name) == value for name, value in where.items())]
