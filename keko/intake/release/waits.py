"""Medians and quartiles of waiting times, from the protected numbers of persons by class: nothing more than is public.

A county's is computed from the sums of its municipalities' classes. One that a source delivers wins.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from keko.data.arrays import Flags
from keko.data.observations import KEY, shaped
from keko.disclosure.protect import Protected
from keko.indicators.catalogue import Indicator
from keko.indicators.intervals import with_limits
from keko.indicators.waits import QUARTILES, WaitClass, class_of, classes_of, divides, quantiles

# Why there is no median, and where one comes from; stored, and shown in the reader's language.
CLASSES_HIDDEN = "classes hidden"
CLASSES_APART = "classes apart"
OPEN_CLASS = "open class"
CLASSES = "classes"
CELL = [name for name in KEY if name != "breakdown"]


def with_waits(indicators: Sequence[Indicator], releases: Sequence[Protected]) -> list[Protected]:
    """Releases, parallel to `indicators`, with the medians of the waits whose classes are among them."""
    by_id = {item.id: release for item, release in zip(indicators, releases, strict=True)}

    def told(item: Indicator, release: Protected) -> Protected:
        if item.wait is None or item.wait.classes not in by_id:
            return release
        medians = _medians(by_id[item.wait.classes].observations)
        rows = _beside(release.observations, with_limits(medians, item))
        return replace(release, observations=rows)

    return [told(item, release) for item, release in zip(indicators, releases, strict=True)]


def _beside(own: pd.DataFrame, medians: pd.DataFrame) -> pd.DataFrame:
    """What the source delivered, the medians of all other cells, and what else there is of cells without classes."""
    delivered, earlier = own["origin"] == "delivered", own["origin"] == CLASSES
    own_keys, keys = (pd.MultiIndex.from_frame(rows[KEY]) for rows in (own, medians))
    fresh = medians[~keys.isin(own_keys[delivered])]
    kept = own[delivered | (~earlier & ~own_keys.isin(keys))]
    return shaped(pd.concat([kept, fresh], ignore_index=True))


def is_class(rows: pd.DataFrame) -> Flags:
    """Which rows are of a class of waiting time."""
    known = {text: class_of(text) is not None for text in rows["breakdown"].unique()}
    return rows["breakdown"].map(known).to_numpy(dtype=bool)


def _medians(observations: pd.DataFrame) -> pd.DataFrame:
    """A row for every cell of the indicator that counts persons by class, with a reason where it has no median."""
    rows = observations[is_class(observations)].reset_index(drop=True)
    if rows.empty:
        return shaped(rows)
    place = pd.Series(rows.index, pd.MultiIndex.from_frame(rows[[*CELL, "breakdown"]])).unstack(fill_value=-1)
    classes = classes_of(list(place.columns))
    at = place[[own.id for own in classes]].to_numpy(np.int64)
    patterns, of_cell = np.unique(at >= 0, axis=0, return_inverse=True)
    tables = [
        _of_classes(
            rows,
            at[of_cell.ravel() == number][:, pattern],
            [own for own, there in zip(classes, pattern, strict=True) if there],
        )
        for number, pattern in enumerate(patterns)
    ]
    return shaped(pd.concat(tables, ignore_index=True))


def _of_classes(
    rows: pd.DataFrame, at: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]", classes: list[WaitClass]
) -> pd.DataFrame:
    """Cells that have the same classes; `at`: the place of each class among `rows`, cell by cell."""
    persons = rows["value"].to_numpy(float)[at]
    n = persons.sum(axis=1)  # nan where any class lacks
    whole = divides(classes) and classes[-1].last is None
    q1, value, q3 = (
        quantiles(np.nan_to_num(persons), classes, share) if whole else np.full(len(at), np.nan) for share in QUARTILES
    )
    known = ~np.isnan(n)
    value = np.where(known, value, np.nan)
    lacking = np.isnan(persons).argmax(axis=1)  # the first class without a number, or the first of all
    first = rows.iloc[at[np.arange(len(at)), lacking]].reset_index(drop=True)
    statuses = rows["status"].to_numpy(object)[at]
    doubtful = [(statuses == status).any(axis=1) for status in ("preliminary", "estimated")]
    without = [(statuses == "hidden").any(axis=1), ~known, np.full(len(at), not whole), n == 0, np.isnan(value)]
    none = "missing at source"
    status = np.select(
        [*without, *doubtful],
        [none, first["status"], none, "not applicable", none, "preliminary", "estimated"],
        "final",
    )
    reasons = [CLASSES_HIDDEN, first["reason"].fillna(""), CLASSES_APART, "not applicable", OPEN_CLASS]
    reason = pd.Series(np.select(without, reasons, "")).replace("", None)
    shown = ~np.isnan(value)
    numbers = {"value": value, "denominator": np.where(known, n, np.nan)}
    numbers |= {name: np.where(shown, own, np.nan) for name, own in (("q1", q1), ("q3", q3))}
    cells: pd.DataFrame = first[[*CELL, "members", "members_present", "coverage"]]
    return cells.assign(breakdown="total", **numbers, status=status, reason=reason, origin=CLASSES)
