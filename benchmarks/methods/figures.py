"""The series that methods are tried on: real ones as their publishers gave them, and simulated ones."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from keko.data.arrays import Floats
from keko.data.periods import later
from keko.data.text import Text
from keko.indicators.catalogue import Indicator, IndicatorKind, Population
from keko.indicators.protection import Disclosure
from keko.indicators.series import Point, Series

SEED = 2026
LEVELS = {"HVA": "hyvinvointialueet", "MK": "maakunnat", "KU": "kunnat"}
# What years keep of the year before, in simulated series of areas.
MEMORIES = {0.0: "vuodet riippumattomia", 0.5: "AR(1) 0,5", 0.8: "AR(1) 0,8"}
LONG_ENOUGH = 15  # points, of which series can tell how methods do


class Real(NamedTuple):
    """One indicator of real figures, its series by level."""

    name: str
    item: Indicator
    by_level: Mapping[str, list[Series]]


Open = tuple[Real, ...]
_OPEN: tuple[tuple[str, str, IndicatorKind, str], ...] = (
    ("employment-rate-18-64", "työllisyysaste 18–64", "proportion", "year"),
    ("economic-dependency-ratio", "taloudellinen huoltosuhde", "ratio", "year"),
    ("population", "väkiluku", "count", "year"),
    ("unemployed-job-seekers", "työttömät työnhakijat", "count", "month"),
)


def indicator(name: str, kind: IndicatorKind, frequency: str = "year") -> Indicator:
    """An indicator of a kind, for figures that need no catalogue."""
    return Indicator.model_validate({
        "id": name, "theme": "imported", "names": Text.same(name), "definition": Text.same("-"),
        "population": Population(who=Text.same("-")), "kind": kind, "unit": "", "decimals": 1,
        "multiplier": 100 if kind == "proportion" else 1, "polarity": "none", "frequency": frequency,
        "source": Text.same("-"), "licence": "-", "responsible": Text.same("-"), "availability": "open",
        "disclosure": Disclosure(rule="none"),
    })  # fmt: skip


def point(period: str, value: float, lower: float | None = None, upper: float | None = None) -> Point:
    """A delivered value, with its limits or without."""
    return Point(
        period=period, value=value, lower=lower, upper=upper, numerator=None, denominator=None, deviation=None, q1=None,
        q3=None, status="final", reason=None, origin="delivered", members=None, members_present=None, coverage=None,
    )  # fmt: skip


def read_open(folder: Path) -> Open | None:
    """The real figures of `tidy_*.csv.gz` by indicator; None where the folder has none."""
    if not all((folder / f"tidy_{id_}.csv.gz").exists() for id_, *_ in _OPEN):
        return None
    return tuple(
        Real(
            name,
            indicator(id_, kind, frequency),
            _by_level(pd.read_csv(folder / f"tidy_{id_}.csv.gz", dtype={"period": str})),
        )
        for id_, name, kind, frequency in _OPEN
    )


def _by_level(rows: pd.DataFrame) -> dict[str, list[Series]]:
    by_level: dict[str, list[Series]] = {}
    valued = rows[rows["value"].notna()].sort_values("period")
    for code, own in valued.groupby("area_code"):
        level = str(code).rstrip("0123456789")
        if level in LEVELS and len(own) >= LONG_ENOUGH:
            points = tuple(
                point(str(period), float(value)) for period, value in zip(own["period"], own["value"], strict=True)
            )
            by_level.setdefault(level, []).append(Series("real", str(code), points))
    return by_level


def simulated(values: Floats, first: str, half: float | None = None) -> Iterator[Series]:
    """Each row of `values` as a series from the period `first` on. `half`: of the width of intervals."""
    periods = [later(first, step) for step in range(values.shape[1])]
    for row in values.tolist():
        limits = [(None, None) if half is None else (value - half, value + half) for value in row]
        yield Series(
            "one",
            "HVA02",
            tuple(point(*parts, *ends) for parts, ends in zip(zip(periods, row, strict=True), limits, strict=True)),
        )


def remembering(runs: int, length: int, share: float) -> Floats:
    """Rows about 100 with variance 1 that keep `share` of the deviation before: AR(1), from its own distribution on."""
    random = np.random.default_rng(SEED)
    noise = random.normal(0, (1 - share**2) ** 0.5, (runs, length))
    noise[:, 0] = random.normal(0, 1, runs)
    for step in range(1, length):
        noise[:, step] += share * noise[:, step - 1]
    return 100 + noise


def walks(runs: int, length: int, step: float = 1.0) -> Floats:
    """Rows that begin at 100 and change by chance."""
    return 100 + np.random.default_rng(SEED).normal(0, step, (runs, length)).cumsum(axis=1)
