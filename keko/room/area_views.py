"""What is seen first of an area, where its organisation has chosen: its benchmark and its headline indicators."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa

from keko.data.audit import note
from keko.data.edits import UNSEEN, Unseen, refuse_overwriting
from keko.data.people import Person
from keko.data.schema import area_view
from keko.data.versions import raise_version

MOST_INDICATORS = 12


@dataclass(frozen=True)
class AreaView:
    """What is seen first of `area`. `benchmark`, `indicators` (ids, in order): None where the installation's own are.

    Raises:
        ValueError: the area is its own benchmark, or the indicators are none, too many or not different ones.
    """

    area: str
    benchmark: str | None = None
    indicators: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if self.benchmark == self.area:
            raise ValueError(f"{self.area} cannot be its own benchmark")
        ids = self.indicators
        if ids is not None and not 0 < len(set(ids)) == len(ids) <= MOST_INDICATORS:
            raise ValueError(f"1 to {MOST_INDICATORS} indicators, each once")


def read_area_views(connection: sa.Connection) -> dict[str, AreaView]:
    """Those that have been chosen, by area."""
    rows = connection.execute(sa.select(area_view).order_by(area_view.c.area)).mappings()
    return {row["area"]: _view_of(row) for row in rows}


def set_area_view(
    connection: sa.Connection, view: AreaView, by: Person, seen: AreaView | Unseen | None = UNSEEN
) -> None:
    """Choose what is seen first of an area; readers see it at once. `seen`: what `by` looked at, None for none.

    Raises:
        NotAllowed: the person is neither the area's analyst nor an admin.
        ChangedMeanwhile: somebody else has changed it since.
    """
    is_nothing = view.benchmark is None and view.indicators is None
    _replace(connection, view.area, None if is_nothing else view, by, seen)


def remove_area_view(connection: sa.Connection, area: str, by: Person, seen: AreaView | Unseen | None = UNSEEN) -> bool:
    """Go back to what the installation shows first; whether anything else was chosen.

    Raises:
        NotAllowed, ChangedMeanwhile: as of `set_area_view`.
    """
    return _replace(connection, area, None, by, seen)


def _replace(
    connection: sa.Connection, area: str, view: AreaView | None, by: Person, seen: AreaView | Unseen | None
) -> bool:
    by.must("analyst", areas=[area])
    before = read_area_views(connection).get(area)
    refuse_overwriting(before, seen)
    if before == view:
        return before is not None
    connection.execute(area_view.delete().where(area_view.c.area == area))
    if view is not None:
        chosen = {name: value for name, value in _as_json(view).items() if value is not None}
        connection.execute(area_view.insert().values(chosen))
    note(connection, by, "area view", area, before and _as_json(before), view and _as_json(view))
    raise_version(connection)
    return before is not None


def _view_of(row: Mapping[Any, Any]) -> AreaView:
    ids = row["indicators"]
    return AreaView(row["area"], row["benchmark"], None if ids is None else tuple(ids))


def _as_json(view: AreaView) -> dict[str, Any]:
    return asdict(view) | {"indicators": None if view.indicators is None else list(view.indicators)}
