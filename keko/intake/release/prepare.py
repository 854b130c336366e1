"""All rows of new releases: what stays of the current ones, and the delivered rows rolled up, with limits, protected."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.arrays import Flags
from keko.data.observations import COLUMNS, KEY, read_observations, shaped
from keko.data.providers import DEMO
from keko.data.releases import current_release
from keko.disclosure.known_figures import known_figures
from keko.disclosure.protect import Protected, protect_together
from keko.disclosure.suppression import Progress
from keko.disclosure.tables import Table
from keko.indicators.catalogue import Indicator
from keko.indicators.intervals import with_limits
from keko.intake.match.categories import recoded
from keko.intake.release.roll_up import GROUP, roll_up
from keko.intake.release.waits import CELL, is_class, with_waits
from keko.intake.values.distinct import codes_of


@dataclass(frozen=True)
class Delivery:
    """The rows that a file has of one indicator."""

    indicator: Indicator
    rows: pd.DataFrame


def prepare_releases(
    connection: sa.Connection,
    deliveries: Sequence[Delivery],
    areas: Areas,
    provider: str,
    progress: Progress | None = None,
) -> list[Protected]:
    """The provider's current rows, less what the deliveries replace, and the deliveries with all that follows from them.

    Roll-ups are computed anew for the periods, sexes, ages and breakdowns that the new rows touch, over all that is known
    there. Protection looks at everything of those periods, of all deliveries at once, as a total and its parts may come in
    different files and measures; the rest of the current releases stays as it was published.
    """
    parts = [_parts(connection, delivery, areas, provider) for delivery in deliveries]
    tables = [
        Table.of(delivery.indicator, looked_at) for delivery, (looked_at, _) in zip(deliveries, parts, strict=True)
    ]
    known = known_figures(connection, tables, provider, is_demo=provider == DEMO)
    protected = protect_together(tables, areas, known, progress)
    releases = [
        replace(
            release,
            observations=pd.concat([untouched, release.observations], ignore_index=True),
            suppressions=pd.concat(
                [known.causes_of(delivery.indicator.id, untouched), release.suppressions], ignore_index=True
            ),
        )
        for delivery, (_, untouched), release in zip(deliveries, parts, protected, strict=True)
    ]
    return with_waits([delivery.indicator for delivery in deliveries], releases)


def _parts(
    connection: sa.Connection, delivery: Delivery, areas: Areas, provider: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Of the new release the rows that protection looks at, and those that stay as they were published.

    Classes of waiting time replace those of the same area and period, whatever their ends. Of rows that KEKO gave itself,
    those that are as they are published now are not rolled up anew; protection looks at them all the same.
    """
    indicator, rows = delivery.indicator, recoded(delivery.rows, delivery.indicator)
    is_own = "origin" in rows
    delivered = shaped(rows if is_own else rows.assign(origin="delivered"))
    release = current_release(connection, indicator.id, provider)
    if release is None:
        computed = rolled_up(delivered, indicator, areas)
        if is_own:
            computed = computed[_among(computed, delivered, KEY) | computed["value"].notna().to_numpy()]
        return computed, delivered.iloc[:0]
    current, periods = read_observations(connection, release), delivered["period"].unique()
    if is_own:
        delivered = delivered[~_as_published(delivered, current)]
    stale = _among(current, delivered[is_class(delivered)], CELL) & is_class(current) & ~_among(current, delivered, KEY)
    touched = _among(current, pd.concat([delivered, current[stale]]), GROUP)
    kept = current[touched & current["origin"].eq("delivered") & ~stale & ~_among(current, delivered, KEY)]
    computed = rolled_up(pd.concat([delivered, kept], ignore_index=True), indicator, areas)
    same_periods = ~touched & current["period"].isin(periods)
    looked_at = pd.concat([current[same_periods], computed], ignore_index=True)
    return looked_at, current[~touched & ~same_periods]


def rolled_up(delivered: pd.DataFrame, indicator: Indicator, areas: Areas) -> pd.DataFrame:
    """Delivered rows with their roll-ups and limits: all rows of a release that nothing came before, unprotected."""
    delivered = shaped(delivered)
    told = delivered["origin"].notna() & delivered["origin"].ne("delivered")
    rows = roll_up(delivered[~told], indicator, areas)
    if told.any():
        rows = _beside(rows, delivered[told])
    return with_limits(rows, indicator)


def _beside(rows: pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """`rows` with those that an earlier computation `told`, where they cannot be computed now: of hidden members, or none."""
    known = rows[rows["origin"].eq("delivered") | rows["value"].notna() | ~_among(rows, told, KEY)]
    return shaped(pd.concat([known, told[~_among(told, known, KEY)]], ignore_index=True))


def _as_published(rows: pd.DataFrame, current: pd.DataFrame) -> Flags:
    """Which of `rows` are among `current` with every figure, status, reason and origin."""
    at = pd.MultiIndex.from_frame(current[KEY]).get_indexer(pd.MultiIndex.from_frame(rows[KEY]))
    there = current.reindex(pd.RangeIndex(-1, len(current))).take(at + 1)
    same: Flags = at >= 0
    for name in COLUMNS[len(KEY) :]:
        own, other = rows[name].to_numpy(), there[name].to_numpy()
        same &= (own == other) | (pd.isna(own) & pd.isna(other))
    return same


def _among(rows: pd.DataFrame, others: pd.DataFrame, names: list[str]) -> Flags:
    """Which of `rows` are in the columns `names` as some row of `others`."""
    code = codes_of(pd.concat([rows[names], others[names]]), names)
    among = np.zeros(code.max(initial=0) + 1, dtype=bool)
    among[code[len(rows) :]] = True
    return among[code[: len(rows)]]
