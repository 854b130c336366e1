"""What readers have of an indicator from other releases: a cell hidden here must not be found there (METHODS 5).

Other providers' current releases stand beside the table: their cells show whatever is hidden here. The provider's own
earlier releases stay in the log and in people's files: a cell that shows there with the same number is known, and where
an earlier release fits today's numbers its sums hold for what it hid itself. A number that was hidden in both is taken
to be the same; one that was corrected tells nothing here.
"""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import sqlalchemy as sa
from scipy import sparse

from keko.data import bulk
from keko.data.arrays import Flags, Floats, Integers
from keko.data.observations import COLUMNS, KEY, shaped
from keko.data.schema import current, observation, publication, release
from keko.data.suppressions import read_suppressions
from keko.disclosure.constraints import CellCounts
from keko.disclosure.equations import Equations
from keko.indicators.catalogue import Indicator

SAME = 1e-6


def _nothing() -> pd.DataFrame:
    return shaped(pd.DataFrame(columns=COLUMNS)).assign(cause=None)


@dataclass(frozen=True)
class KnownFigures:
    """Rows of other releases, of the periods at hand, with the `cause` of those that are hidden.

    `other_providers`: their current rows; `earlier`: those of each release that the provider has published.
    """

    other_providers: pd.DataFrame = field(default_factory=_nothing)
    earlier: tuple[pd.DataFrame, ...] = ()
    causes: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*KEY, "cause"]))

    @property
    def hidden_periods(self) -> set[str]:
        """Periods of which others hide something."""
        return set(self.other_providers["period"][self.other_providers["status"].eq("hidden")])

    def causes_of(self, rows: pd.DataFrame) -> pd.DataFrame:
        """KEY and `cause` of those of `rows` that the provider's current release hides."""
        return rows[KEY].merge(self.causes, on=KEY)


def known_figures(connection: sa.Connection, item: Indicator, provider: str, periods: list[str]) -> KnownFigures:
    """What readers have of `periods` besides what `provider` is about to publish; demo figures are nobody's."""
    if item.disclosure.rule == "none":
        return KnownFigures()
    others = sa.select(current.c.release).where(current.c.indicator == item.id, current.c.provider != provider)
    before = sa.select(publication.c.release).where(
        publication.c.indicator == item.id, publication.c.provider == provider
    )
    mine = sa.select(current.c.release).where(current.c.indicator == item.id, current.c.provider == provider)
    others_rows = [published_rows(connection, id_, periods) for id_ in _real(connection, others)]
    earlier = tuple(published_rows(connection, id_, periods) for id_ in _real(connection, before))
    causes = [read_suppressions(connection, id_) for id_ in _real(connection, mine)]
    nothing = KnownFigures()
    return KnownFigures(
        pd.concat(others_rows, ignore_index=True) if others_rows else nothing.other_providers,
        earlier,
        causes[0] if causes else nothing.causes,
    )


def _real(connection: sa.Connection, chosen: "sa.Select[tuple[int]]") -> list[int]:
    query = sa.select(release.c.id).where(release.c.id.in_(chosen), release.c.is_demo.is_(False))
    return list(connection.execute(query.order_by(release.c.id)).scalars())


def published_rows(connection: sa.Connection, id_: int, periods: list[str] | None = None) -> pd.DataFrame:
    """The rows of a release with the cause of what is hidden."""
    query = sa.select(*(observation.c[name] for name in COLUMNS)).where(observation.c.release == id_)
    if periods is not None:
        query = query.where(observation.c.period.in_(periods))
    rows = shaped(bulk.select(connection, query))
    return rows.merge(read_suppressions(connection, id_), on=KEY, how="left")


@dataclass(frozen=True)
class CombinedTable:
    """The provider's rows, then those of others that it says nothing about; per cell:

    hidden: already when it came; primary: hidden for itself, by a number that nobody here knows; foreign: the provider
    does not tell it, others do or did; shown_by_others, shown_before: readers know it from others, from earlier releases;
    hidden_now: hidden in the provider's current release, so that hiding it again is best.
    """

    rows: pd.DataFrame
    hidden: Flags
    primary: Flags
    foreign: Flags
    shown_by_others: Flags
    shown_before: Flags
    hidden_now: Flags
    earlier: tuple[tuple[Integers, pd.DataFrame], ...]

    def sums_of_earlier(self, matrix: Equations, persons: Floats, item: Indicator) -> Equations:
        """`matrix` and, below it, what it says of the cells that an earlier release hid, where that release fits."""
        sums = [matrix, *(_as_it_was(matrix, persons, at, rows, item) for at, rows in self.earlier)]
        return _distinct(sparse.vstack(sums, format="csr"))


def combined(rows: pd.DataFrame, known: KnownFigures, item: Indicator) -> CombinedTable:
    """A table together with what readers have from elsewhere."""
    foreign_rows = known.other_providers[known.other_providers["period"].isin(set(rows["period"]))]
    # Of two providers the one that shows it.
    foreign_rows = foreign_rows.sort_values("value", kind="stable").drop_duplicates(KEY)
    index = pd.MultiIndex.from_frame(rows[KEY])
    added = foreign_rows[index.get_indexer(pd.MultiIndex.from_frame(foreign_rows[KEY])) < 0]
    table = pd.concat([rows, added], ignore_index=True) if len(added) else rows
    cells = pd.MultiIndex.from_frame(table[KEY])
    earlier = tuple(
        (cells.get_indexer(pd.MultiIndex.from_frame(release_rows[KEY])), release_rows) for release_rows in known.earlier
    )
    others = (cells.get_indexer(pd.MultiIndex.from_frame(foreign_rows[KEY])), foreign_rows)
    foreign = np.arange(len(table)) >= len(rows)
    causes = known.causes.set_index(KEY)["cause"].reindex(cells).to_numpy()
    if "cause" in table:
        causes = np.where(foreign, table["cause"].to_numpy(), causes)
    hidden = table["status"].eq("hidden").to_numpy()
    primary = hidden & (causes != "secondary")
    counted = ~np.isnan(CellCounts.of(table, item).persons)
    for at, others_rows in (others, *reversed(earlier)):
        table = _borrowed(table, ~primary, at, others_rows, item)
    persons = CellCounts.of(table, item).persons
    shown_before = np.logical_or.reduce(
        [np.zeros(len(table), dtype=bool), *(_same(persons, *placed, item) for placed in earlier)]
    )
    foreign = foreign | (~counted & ~np.isnan(persons))
    return CombinedTable(
        table, hidden, primary, foreign, _same(persons, *others, item), shown_before, pd.notna(causes), earlier
    )


def _borrowed(table: pd.DataFrame, wanted: Flags, at: Integers, rows: pd.DataFrame, item: Indicator) -> pd.DataFrame:
    """`table` with the numbers that another release shows of wanted cells that have none here: readers have them."""
    lacking = wanted & np.isnan(CellCounts.of(table, item).persons)
    some = np.flatnonzero((at >= 0) & lacking[at] & ~np.isnan(CellCounts.of(rows, item).persons))
    if not len(some):
        return table
    full, numbers = table.copy(), ["value", "numerator", "denominator"]
    full.loc[full.index[at[some]], numbers] = rows[numbers].to_numpy()[some]
    return full


def _same(persons: Floats, at: Integers, rows: pd.DataFrame, item: Indicator) -> Flags:
    """Which cells another release shows with the number that they have here."""
    same = np.zeros(len(persons), dtype=bool)
    there = CellCounts.of(rows, item).persons
    equal = (at >= 0) & (np.abs(there - persons[at]) <= SAME)
    same[at[equal]] = True
    return same


def _as_it_was(matrix: Equations, persons: Floats, at: Integers, rows: pd.DataFrame, item: Indicator) -> Equations:
    then = np.full(len(persons), np.nan)
    then[at[at >= 0]] = CellCounts.of(rows, item).persons[at >= 0]
    hid = np.isnan(then)
    part = matrix @ sparse.diags(hid.astype(float))
    fits = np.abs(matrix @ (np.where(hid, persons, then) - persons)) <= SAME * (1 + np.abs(matrix) @ persons)
    part.eliminate_zeros()
    return part[np.flatnonzero(fits & (np.diff(part.indptr) > 0))]


def _distinct(matrix: Equations) -> Equations:
    """Each equation once: most releases hide the same cells as the one before. Equal rows have equal sums of any weights."""
    weights = np.random.default_rng(1).random(matrix.shape[1])
    return matrix[np.sort(np.unique(matrix @ weights, return_index=True)[1])]
