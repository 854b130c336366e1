"""What readers have: the rows of every release that is or ever was public, demo figures and real ones apart.

What one release shows counts for another where both tell the same figure, unless the later one corrects it.
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd
import sqlalchemy as sa

from keko.data import bulk
from keko.data.observations import KEY
from keko.data.schema import current, observation, publication, release, suppression

NUMBERS = ["value", "numerator", "denominator"]
SAME = 1e-6


def public_releases(connection: sa.Connection, is_demo: bool, kind: str = "indicator") -> pd.DataFrame:
    """`indicator, provider, release, current` of everything that has ever been public, what readers trust most first.

    Current releases come before those that were replaced or withdrawn, newer ones before older ones.
    """
    now = set(connection.execute(sa.select(current.c.release)).scalars())
    query = (
        sa.select(release.c.indicator, release.c.provider, release.c.id, sa.func.max(publication.c.id))
        .join(publication, publication.c.release == release.c.id)
        .where(release.c.is_demo.is_(is_demo), _of_kind(kind))
        .group_by(release.c.indicator, release.c.provider, release.c.id)
    )
    frame = pd.DataFrame(connection.execute(query).all(), columns=["indicator", "provider", "release", "line"])
    frame["current"] = frame["release"].isin(now)
    return frame.sort_values(["current", "line"], ascending=False).drop(columns="line").reset_index(drop=True)


def _of_kind(kind: str) -> sa.ColumnElement[bool]:
    return release.c.kind == kind if kind == "segments" else release.c.kind != "segments"


def rows_of(connection: sa.Connection, id_: int) -> pd.DataFrame:
    """KEY, NUMBERS and, of every row of a release, whether it is `hidden` and whether for itself (`primary`)."""
    columns = [observation.c[name] for name in (*KEY, *NUMBERS, "status")]
    rows = bulk.select(connection, sa.select(*columns).where(observation.c.release == id_))
    if rows.empty:
        return rows.assign(hidden=False, primary=False)
    told = sa.select(*(suppression.c[name] for name in KEY)).where(
        suppression.c.release == id_, suppression.c.cause == "primary"
    )
    for_itself = pd.MultiIndex.from_tuples([tuple(row) for row in connection.execute(told)] or [("",) * 5], names=KEY)
    hidden = rows["status"].eq("hidden").to_numpy()
    primary = hidden & pd.MultiIndex.from_frame(rows[KEY]).isin(for_itself)
    return rows.drop(columns="status").assign(hidden=hidden, primary=primary)


def known_rows(connection: sa.Connection, releases: pd.DataFrame) -> pd.DataFrame:
    """The rows of all these releases of one indicator with their `release`, `provider`, `current`, in their order."""
    frames = [
        rows_of(connection, row["release"]).assign(**{name: row[name] for name in ("release", "provider", "current")})
        for row in releases.to_dict("records")
    ]
    full = [frame for frame in frames if len(frame)]
    return pd.concat(full, ignore_index=True) if full else frames[0]


def looks(rows: pd.DataFrame, possible: "pd.Series[bool]") -> Iterator[pd.DataFrame]:
    """Ways to put releases together, each figure once: as today, and as at each earlier release that was corrected since.

    `possible`: whether the numbers of a row can be those of a cell that is hidden for itself. A row has KEY, NUMBERS,
    `hidden`, `primary`, the `release` that tells its numbers, and `borrowed` where that is another than the one which
    hides it.
    """
    today = _together(rows, possible)
    yield today
    for id_ in rows.loc[~rows["current"], "release"].unique():
        then = rows["release"].eq(id_)
        periods = _corrected(rows[then], today)
        here = rows["period"].isin(periods)
        if periods and rows.loc[then & here, "hidden"].any():
            order = np.argsort(~then[here].to_numpy(), kind="stable")
            look = _together(rows[here].iloc[order], possible[here].iloc[order])
            yield _still_hidden(look, today)


def _together(rows: pd.DataFrame, possible: "pd.Series[bool]") -> pd.DataFrame:
    return together(rows, possible, KEY, NUMBERS)


def together(rows: pd.DataFrame, possible: "pd.Series[bool]", keys: list[str], numbers: list[str]) -> pd.DataFrame:
    """Every cell as the first release tells it; numbers that it does not tell come from the next one that does."""
    first = rows.drop_duplicates(keys).set_index(keys)
    primary = pd.MultiIndex.from_frame(rows[keys]).isin(first.index[first["primary"]])
    telling = rows[rows[numbers].notna().any(axis=1) & (possible | ~primary)]
    told = telling.drop_duplicates(keys).set_index(keys)[[*numbers, "release", "provider", "current"]]
    cells = first[["hidden", "primary"]].join(told)
    cells["borrowed"] = cells["release"].notna() & (cells["release"] != first["release"].reindex(cells.index))
    cells["provider"] = cells["provider"].fillna(first["provider"])
    return cells.assign(current=cells["current"].fillna(True).astype(bool)).reset_index()


def _corrected(then: pd.DataFrame, today: pd.DataFrame) -> set[str]:
    """The periods of which today's numbers are others than those of a release."""
    both = then.merge(today, on=KEY, suffixes=("", "_now"))
    other = np.zeros(len(both), dtype=bool)
    for name in NUMBERS:
        before, now = both[name].to_numpy(float), both[f"{name}_now"].to_numpy(float)
        other |= np.abs(before - now) > SAME * np.maximum(1, np.abs(before))
    return set(both.loc[other, "period"])


def _still_hidden(look: pd.DataFrame, today: pd.DataFrame) -> pd.DataFrame:
    """A cell that shows today is no secret of then: its number of then was corrected, or it would be the same."""
    open_now = pd.MultiIndex.from_frame(today.loc[~today["hidden"], KEY])
    secret = ~pd.MultiIndex.from_frame(look[KEY]).isin(open_now)
    return look.assign(hidden=look["hidden"] & secret, primary=look["primary"] & secret)
