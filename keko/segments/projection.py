"""Groups at risk: moves into "difficult to employ", and how large that group becomes if moves stay as they have been.

A closed cohort: nobody ages in or out, moves in or away, so the figure tells what the moves alone do. How much the chances
of moving differ from year to year is learnt from all areas of the model together, as an area has few years: the
overdispersion of its moves (Pearson's chi-square of homogeneity by its degrees of freedom; McCullagh and Nelder 1989).
Each replicate draws the area's chances (a Dirichlet distribution with Jeffreys' prior), how they differ in each year
ahead, and then the moves of every person (multinomial). The limits are the 2.5th and 97.5th percentiles. From fewer than
three years of moves there is no projection: limits from one covered a fifth of what happened (METHODS 8).
"""

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.data.arrays import Flags, Floats
from keko.data.schema import segment_size
from keko.segments.models import TOTAL, SegmentModel
from keko.segments.overview import number
from keko.segments.store import Published, read_table

Reason = Literal["no flows", "too few years", "hidden", "no such groups"]

HORIZON = 3
REPLICATES = 1000
PRIOR = 0.5
LEAST_YEARS = 3  # of moves
LEAST_EXPECTED = 5  # fewer are left out of the chi-square


@dataclass(frozen=True)
class YearOfMoves:
    """One period: persons at risk, and how many of them are difficult to employ in the next one; None where hidden."""

    period: str
    at_risk: float | None
    moved: float | None
    share: float | None


@dataclass(frozen=True)
class Projected:
    """The size of the group `years` after the last period, at `period`, with 95 % limits."""

    years: int
    period: str
    persons: float
    lower: float
    upper: float


class SizeAt(NamedTuple):
    """Persons in the segments that are difficult to employ, at one period."""

    period: str
    persons: float


@dataclass(frozen=True)
class AtRisk:
    """Moves by period, and the projection of the persons in segments that are difficult to employ.

    `counted`: their number in every period up to the last in which it shows, oldest first; `projected`: after the last.
    `reason`: why there is no projection.
    """

    model: str
    area: str
    is_demo: bool
    moves: tuple[YearOfMoves, ...]
    counted: tuple[SizeAt, ...] = ()
    projected: tuple[Projected, ...] = ()
    reason: Reason | None = None

    @property
    def newest_moves(self) -> YearOfMoves | None:
        """The newest period of which it shows how many were at risk and how many of them moved."""
        known = [year for year in self.moves if year.moved is not None and year.at_risk is not None]
        return known[-1] if known else None


def at_risk(connection: sa.Connection, published: Published, area: str, horizon: int = HORIZON) -> AtRisk:
    """Moves and projection of one area; `horizon`: years ahead, at most 3."""
    model = published.model
    codes = list(model.segment_codes)
    every = read_table(connection, published.release, "flows")
    flows = every[every["area"] == area]
    size = segment_size.c
    rows = read_table(connection, published.release, "sizes", size.area == area, size.sex == TOTAL, size.age == TOTAL)
    sizes = rows.pivot(index="period", columns="segment", values="persons").reindex(columns=codes)
    answer = AtRisk(model.id, area, published.is_demo, _moves(model, flows, sizes))
    if not model.difficult_codes:
        return replace(answer, reason="no such groups")
    if flows.empty or sizes.empty:
        return replace(answer, reason="no flows")
    years = [_matrix(of_period, codes, sizes) for _, of_period in flows.groupby("period")]
    known = [year for year in years if year is not None]
    last = str(sizes.index.max())
    now = sizes.loc[last].to_numpy(float)
    if not known or np.isnan(now).any():
        return replace(answer, reason="hidden")
    if len(known) < LEAST_YEARS:
        return replace(answer, reason="too few years")
    difficult = np.array([segment.difficult_to_employ for segment in model.segments])
    spread = dispersion(_complete(every, codes))
    return replace(
        answer,
        counted=_counted(rows[rows["segment"].isin(model.difficult_codes)]),
        projected=_projected(now, known, difficult, last, min(horizon, HORIZON), spread),
    )


def _counted(rows: pd.DataFrame) -> tuple[SizeAt, ...]:
    """The sum of some segments in each period in which none of them is hidden."""
    sums = rows.groupby("period")["persons"].agg(lambda persons: persons.sum(skipna=False)).dropna()
    return tuple(SizeAt(str(period), float(persons)) for period, persons in sums.items())


def _projected(
    now: Floats, known: list[Floats], difficult: Flags, last: str, horizon: int, spread: float
) -> tuple[Projected, ...]:
    paths = project(now, known, horizon, spread)[:, :, difficult].sum(axis=2)
    middle = np.asarray(_expected(now, known, horizon))[:, difficult].sum(axis=1)
    lower, upper = np.percentile(paths, [2.5, 97.5], axis=0)
    return tuple(
        Projected(step, str(int(last) + step), *map(float, ends))
        for step, ends in enumerate(zip(middle, lower, upper, strict=True), 1)
    )


def project(
    now: Floats,
    years: list[Floats],
    horizon: int,
    dispersion: float = 1.0,
    replicates: int = REPLICATES,
    seed: int = 1,
) -> Floats:
    """Drawn numbers of persons: replicates × steps × segments, from `now` and the moves of each of `years`.

    A matrix of moves has a row for each segment that persons were in and a column for each that they went to.
    `dispersion`: see the function of that name.
    """
    random = np.random.default_rng(seed)
    moves = np.sum(years, axis=0)
    known = moves + PRIOR * (moves.sum(axis=1, keepdims=True) > 0)
    a_year = known.sum(axis=1, keepdims=True) / len(years)
    paths = np.empty((replicates, horizon, len(now)))
    for path in paths:
        lasting = _chances(random.standard_gamma(known / dispersion))
        persons = np.rint(now).astype(int)
        for step in range(horizon):
            chances = lasting
            if dispersion > 1:
                chances = _chances(random.standard_gamma(lasting * a_year / (dispersion - 1)))
            persons = random.multinomial(persons, chances).sum(axis=0)
            path[step] = persons
    return paths


def dispersion(areas: list[list[Floats]]) -> float:
    """How much more the moves of years differ than they would by chance, at least 1: of each area its years' moves."""
    excess = freedom = 0.0
    for years in areas:
        seen = np.stack(years)
        whole = seen.sum(axis=2, keepdims=True)
        expected = whole * _chances(seen.sum(axis=0))
        counted = (expected >= LEAST_EXPECTED).all(axis=0)
        excess += float((((seen - expected) ** 2 / np.maximum(expected, LEAST_EXPECTED)) * counted).sum())
        freedom += (len(years) - 1) * float((counted.sum(axis=1) - 1).clip(0).sum())
    return max(1.0, excess / freedom) if freedom else 1.0


def _chances(moves: Floats) -> Floats:
    """The share of each target; who is in a segment of which no moves are known stays there."""
    whole = moves.sum(axis=1, keepdims=True)
    return np.where(whole > 0, moves / np.where(whole > 0, whole, 1), np.eye(len(moves)))


def _expected(now: Floats, years: list[Floats], horizon: int) -> list[Floats]:
    """What the chances of all years together lead to."""
    chances, steps = _chances(np.sum(years, axis=0)), []
    for _ in range(horizon):
        now = now @ chances
        steps.append(now)
    return steps


def _matrix(flows: pd.DataFrame, codes: list[str], sizes: pd.DataFrame) -> Floats | None:
    """The moves of one period; hidden ones are what is left of the segment's size, in equal parts. None where that is hidden."""
    period = flows["period"].iloc[0]
    counted = flows.pivot(index="source", columns="target", values="persons").reindex(index=codes, columns=codes)
    hidden = flows.assign(hid=flows["persons"].isna()).pivot(index="source", columns="target", values="hid")
    unknown = hidden.reindex(index=codes, columns=codes).eq(True).to_numpy()
    moves = counted.fillna(0).to_numpy(float)
    if not unknown.any():
        return moves
    size = sizes.reindex([period]).to_numpy(float)[0]
    rows = unknown.any(axis=1)
    if np.isnan(size[rows]).any():
        return None
    left = (size - moves.sum(axis=1)).clip(0) / unknown.sum(axis=1).clip(1)
    return np.where(unknown, left[:, None], moves)


def _complete(flows: pd.DataFrame, codes: list[str]) -> list[list[Floats]]:
    """Of each area the moves of its years, where none is hidden."""
    shown = flows.groupby("area")["persons"].transform(lambda persons: persons.notna().all()).astype(bool)
    by_area: dict[str, list[Floats]] = {}
    for (area, _), rows in flows[shown].groupby(["area", "period"]):
        moves = rows.pivot(index="source", columns="target", values="persons").reindex(index=codes, columns=codes)
        by_area.setdefault(str(area), []).append(moves.fillna(0).to_numpy(float))
    return [years for years in by_area.values() if len(years) > 1]


def _moves(model: SegmentModel, flows: pd.DataFrame, sizes: pd.DataFrame) -> tuple[YearOfMoves, ...]:
    near, difficult = list(model.at_risk_codes), model.difficult_codes
    if not near or not difficult:
        return ()
    across = flows[flows["source"].isin(near) & flows["target"].isin(difficult)]
    years = []
    for period, rows in across.groupby("period"):
        moved = number(rows["persons"].sum(skipna=False))
        persons = number(sizes.reindex([period])[near].sum(axis=1, skipna=False).iloc[0])
        share = moved / persons if moved is not None and persons else None
        years.append(YearOfMoves(str(period), persons, moved, share))
    return tuple(years)
