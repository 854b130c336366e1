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
from keko.disclosure.constraints import Told
from keko.disclosure.equations import Equations
from keko.indicators.catalogue import Indicator

SAME = 1e-6


def _nothing() -> pd.DataFrame:
    return shaped(pd.DataFrame(columns=COLUMNS)).assign(cause=None)


@dataclass(frozen=True)
class Elsewhere:
    """Rows of other releases, of the periods at hand, with the `cause` of those that are hidden.

    `beside`: other providers' current rows; `earlier`: those of each release that the provider has published.
    """

    beside: pd.DataFrame = field(default_factory=_nothing)
    earlier: tuple[pd.DataFrame, ...] = ()
    causes: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*KEY, "cause"]))

    @property
    def hidden_periods(self) -> set[str]:
        """Periods of which others hide something."""
        return set(self.beside["period"][self.beside["status"].eq("hidden")])

    def causes_of(self, rows: pd.DataFrame) -> pd.DataFrame:
        """KEY and `cause` of those of `rows` that the provider's current release hides."""
        return rows[KEY].merge(self.causes, on=KEY)


def elsewhere(connection: sa.Connection, item: Indicator, provider: str, periods: list[str]) -> Elsewhere:
    """What readers have of `periods` besides what `provider` is about to publish; demo figures are nobody's."""
    if item.disclosure.rule == "none":
        return Elsewhere()
    others = sa.select(current.c.release).where(current.c.indicator == item.id, current.c.provider != provider)
    before = sa.select(publication.c.release).where(
        publication.c.indicator == item.id, publication.c.provider == provider
    )
    mine = sa.select(current.c.release).where(current.c.indicator == item.id, current.c.provider == provider)
    beside = [published_rows(connection, one, periods) for one in _real(connection, others)]
    earlier = tuple(published_rows(connection, one, periods) for one in _real(connection, before))
    causes = [read_suppressions(connection, one) for one in _real(connection, mine)]
    nothing = Elsewhere()
    return Elsewhere(
        pd.concat(beside, ignore_index=True) if beside else nothing.beside,
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
class Joint:
    """The provider's rows, then those of others that it says nothing about; per cell:

    hidden: already when it came; asked: hidden for itself, by a number that nobody here knows; foreign: the provider
    does not tell it, others do or did; seen: readers know it from others; given: they know it from earlier releases;
    kept: hidden in the provider's current release, so that hiding it again is best.
    """

    rows: pd.DataFrame
    hidden: Flags
    asked: Flags
    foreign: Flags
    seen: Flags
    given: Flags
    kept: Flags
    earlier: tuple[tuple[Integers, pd.DataFrame], ...]

    def sums_of_earlier(self, matrix: Equations, persons: Floats, item: Indicator) -> Equations:
        """`matrix` and, below it, what it says of the cells that an earlier release hid, where that release fits."""
        found = [matrix, *(_as_it_was(matrix, persons, at, rows, item) for at, rows in self.earlier)]
        return _distinct(sparse.vstack(found, format="csr"))


def joined(rows: pd.DataFrame, known: Elsewhere, item: Indicator) -> Joint:
    """A table together with what readers have from elsewhere."""
    beside = known.beside[known.beside["period"].isin(set(rows["period"]))]
    beside = beside.sort_values("value", kind="stable").drop_duplicates(KEY)  # of two providers the one that shows it
    index = pd.MultiIndex.from_frame(rows[KEY])
    also = beside[index.get_indexer(pd.MultiIndex.from_frame(beside[KEY])) < 0]
    every = pd.concat([rows, also], ignore_index=True) if len(also) else rows
    cells = pd.MultiIndex.from_frame(every[KEY])
    earlier = tuple((cells.get_indexer(pd.MultiIndex.from_frame(one[KEY])), one) for one in known.earlier)
    others = (cells.get_indexer(pd.MultiIndex.from_frame(beside[KEY])), beside)
    foreign = np.arange(len(every)) >= len(rows)
    causes = known.causes.set_index(KEY)["cause"].reindex(cells).to_numpy()
    if "cause" in every:
        causes = np.where(foreign, every["cause"].to_numpy(), causes)
    hidden = every["status"].eq("hidden").to_numpy()
    asked = hidden & (causes != "secondary")
    told = ~np.isnan(Told.of(every, item).persons)
    for at, one in (others, *reversed(earlier)):
        every = _borrowed(every, ~asked, at, one, item)
    persons = Told.of(every, item).persons
    given = np.logical_or.reduce([np.zeros(len(every), dtype=bool), *(_same(persons, *one, item) for one in earlier)])
    foreign = foreign | (~told & ~np.isnan(persons))
    return Joint(every, hidden, asked, foreign, _same(persons, *others, item), given, pd.notna(causes), earlier)


def _borrowed(every: pd.DataFrame, wanted: Flags, at: Integers, rows: pd.DataFrame, item: Indicator) -> pd.DataFrame:
    """`every` with the numbers that another release shows of wanted cells that have none here: readers have them."""
    lacking = wanted & np.isnan(Told.of(every, item).persons)
    some = np.flatnonzero((at >= 0) & lacking[at] & ~np.isnan(Told.of(rows, item).persons))
    if not len(some):
        return every
    full, numbers = every.copy(), ["value", "numerator", "denominator"]
    full.loc[full.index[at[some]], numbers] = rows[numbers].to_numpy()[some]
    return full


def _same(persons: Floats, at: Integers, rows: pd.DataFrame, item: Indicator) -> Flags:
    """Which cells another release shows with the number that they have here."""
    found = np.zeros(len(persons), dtype=bool)
    there = Told.of(rows, item).persons
    equal = (at >= 0) & (np.abs(there - persons[at]) <= SAME)
    found[at[equal]] = True
    return found


def _as_it_was(matrix: Equations, persons: Floats, at: Integers, rows: pd.DataFrame, item: Indicator) -> Equations:
    then = np.full(len(persons), np.nan)
    then[at[at >= 0]] = Told.of(rows, item).persons[at >= 0]
    hid = np.isnan(then)
    part = matrix @ sparse.diags(hid.astype(float))
    fits = np.abs(matrix @ (np.where(hid, persons, then) - persons)) <= SAME * (1 + np.abs(matrix) @ persons)
    part.eliminate_zeros()
    return part[np.flatnonzero(fits & (np.diff(part.indptr) > 0))]


def _distinct(matrix: Equations) -> Equations:
    """Each equation once: most releases hide the same cells as the one before. Equal rows have equal sums of any weights."""
    weights = np.random.default_rng(1).random(matrix.shape[1])
    return matrix[np.sort(np.unique(matrix @ weights, return_index=True)[1])]
