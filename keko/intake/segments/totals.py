"""What follows from the segments of a model and was not delivered: the population's figures, and shares from persons."""

import numpy as np
import pandas as pd

from keko.segments.models import TOTAL
from keko.segments.tables import Tables

WHOLE = ["area", "period", "sex", "age"]
SIZE_OF = [*WHOLE, "segment"]


def add_totals(tables: Tables) -> Tables:
    """The tables with the population (segment total) of sizes, prevalences and participation, and shares of sizes."""
    sizes = _shares(_with_totals(tables.sizes, _summed(tables.sizes, WHOLE, ["persons"])))
    return Tables.of(
        {
            "sizes": sizes,
            "prevalences": _prevalences(tables.prevalences, sizes),
            "participation": _participation(tables.participation, sizes),
            "overlaps": tables.overlaps,
            "flows": tables.flows,
        }
    )


def _with_totals(frame: pd.DataFrame, totals: pd.DataFrame) -> pd.DataFrame:
    """`frame` and those totals that it does not hold."""
    row_keys = [name for name in totals.columns if name not in {"persons", "share", "mean"}]
    there = frame.loc[frame["segment"] == TOTAL, row_keys]
    index = pd.MultiIndex.from_frame(totals[row_keys])
    fresh = totals[~index.isin(pd.MultiIndex.from_frame(there))] if len(there) else totals
    return pd.concat([frame, fresh.assign(segment=TOTAL, status="final")], ignore_index=True)


def _summed(frame: pd.DataFrame, row_keys: list[str], names: list[str]) -> pd.DataFrame:
    """Sums over the segments of what is there for all of them."""
    of_segments = frame[frame["segment"] != TOTAL]
    groups = of_segments.groupby(row_keys, sort=False, observed=True)
    complete = groups[names].count().eq(groups.size(), axis=0).all(axis=1)
    return groups[names].sum()[complete].reset_index()


def _shares(sizes: pd.DataFrame) -> pd.DataFrame:
    whole = sizes[sizes["segment"] == TOTAL]
    among = sizes[WHOLE].merge(whole[[*WHOLE, "persons"]], on=WHOLE, how="left")["persons"].to_numpy(float)
    computed = sizes["persons"].to_numpy(float) / np.where(among > 0, among, np.nan)
    return sizes.assign(share=np.where(np.isnan(computed), sizes["share"].to_numpy(float), computed))


def _prevalences(frame: pd.DataFrame, sizes: pd.DataFrame) -> pd.DataFrame:
    if frame.empty:
        return frame
    among = _sizes_of(frame, sizes)
    persons = frame["persons"].fillna(pd.Series(np.rint(frame["share"].to_numpy(float) * among), frame.index))
    frame = frame.assign(persons=persons)
    sums = _summed(frame.assign(among=among), [*WHOLE, "factor"], ["persons", "among"])
    sums = sums[sums["among"] > 0]
    return _with_totals(frame, sums.assign(share=sums["persons"] / sums["among"]).drop(columns="among"))


def _participation(frame: pd.DataFrame, sizes: pd.DataFrame) -> pd.DataFrame:
    """Means of the population; its percentiles do not follow from those of the segments."""
    if frame.empty:
        return frame
    among = _sizes_of(frame, sizes)
    weighed = frame.assign(among=among, months=np.where(among > 0, frame["mean"].to_numpy(float) * among, 0.0 * among))
    sums = _summed(weighed, [*WHOLE, "measure"], ["months", "among"])
    sums = sums[sums["among"] > 0]
    return _with_totals(frame, sums.assign(mean=sums["months"] / sums["among"]).drop(columns=["months", "among"]))


def _sizes_of(frame: pd.DataFrame, sizes: pd.DataFrame) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """For every row how many persons its segment has, nan where that is not told."""
    return frame[SIZE_OF].merge(sizes[[*SIZE_OF, "persons"]], on=SIZE_OF, how="left")["persons"].to_numpy(float)
