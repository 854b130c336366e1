"""All rows of a new release: what stays of the current one, and the delivered rows rolled up, with limits, protected."""

from dataclasses import replace

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.arrays import Flags
from keko.data.observations import KEY, read_observations, shaped
from keko.data.releases import current_release
from keko.disclosure.known_figures import KnownFigures, known_figures
from keko.disclosure.protect import Protected, protect
from keko.disclosure.suppression import Progress
from keko.indicators.catalogue import Indicator
from keko.indicators.intervals import with_limits
from keko.intake.match.categories import recoded
from keko.intake.release.roll_up import GROUP, roll_up
from keko.intake.values.distinct import codes_of


def prepare_release(
    connection: sa.Connection,
    rows: pd.DataFrame,
    indicator: Indicator,
    areas: Areas,
    provider: str,
    progress: Progress | None = None,
) -> Protected:
    """The provider's current rows, less what `rows` replace, and `rows` with all that follows from them.

    Roll-ups are computed anew for the periods, sexes, ages and breakdowns that the new rows touch, over all that is known
    there. Protection looks at everything of those periods, as a total and its parts may come in different files; the rest
    of the current release stays as it was published.
    """
    delivered = shaped(recoded(rows, indicator).assign(origin="delivered"))
    periods = delivered["period"].unique()
    known = known_figures(connection, indicator, provider, list(periods))
    release = current_release(connection, indicator.id, provider)
    if release is None:
        return protect_delivered(delivered, indicator, areas, known, progress)
    current = read_observations(connection, release)
    touched = _among(current, delivered, GROUP)
    kept = current[touched & current["origin"].eq("delivered") & ~_among(current, delivered, KEY)]
    computed = _rolled_up(pd.concat([delivered, kept], ignore_index=True), indicator, areas)
    same_periods = ~touched & current["period"].isin(periods)
    looked_at = pd.concat([current[same_periods], computed], ignore_index=True)
    protected = protect(looked_at, indicator, areas, known, progress)
    untouched = current[~touched & ~same_periods]
    return replace(
        protected,
        observations=pd.concat([untouched, protected.observations], ignore_index=True),
        suppressions=pd.concat([known.causes_of(untouched), protected.suppressions], ignore_index=True),
    )


def protect_delivered(
    delivered: pd.DataFrame,
    indicator: Indicator,
    areas: Areas,
    known: KnownFigures | None = None,
    progress: Progress | None = None,
) -> Protected:
    """Delivered rows with their roll-ups and limits, protected: all rows of a release that nothing came before."""
    return protect(_rolled_up(delivered, indicator, areas), indicator, areas, known, progress)


def _rolled_up(delivered: pd.DataFrame, indicator: Indicator, areas: Areas) -> pd.DataFrame:
    return with_limits(roll_up(delivered, indicator, areas), indicator)


def _among(rows: pd.DataFrame, others: pd.DataFrame, names: list[str]) -> Flags:
    """Which of `rows` are in the columns `names` as some row of `others`."""
    code = codes_of(pd.concat([rows[names], others[names]]), names)
    among = np.zeros(code.max(initial=0) + 1, dtype=bool)
    among[code[len(rows) :]] = True
    return among[code[: len(rows)]]
