"""The workbench: a file on its way from bytes to a publication, the same for the page and for the command line."""

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import pandas as pd
import sqlalchemy as sa

from keko.data.area_names import AreaNames
from keko.data.areas import Areas
from keko.data.engine import writing
from keko.data.observations import read_observations
from keko.data.problems import Problem, Refused
from keko.data.progress import Progress
from keko.data.providers import DEMO, LOCAL
from keko.data.schema import current, release
from keko.indicators.catalogue import Indicator
from keko.intake import own_files, saved_mappings
from keko.intake.arrange.accounting import Accounting
from keko.intake.mappings import Mapping
from keko.intake.read.file import printable
from keko.intake.read.workbook import unpacked_once
from keko.intake.recognise.header_repair import Opened, open_table
from keko.intake.release.order import Order, Outcome, refusal
from keko.intake.understand import Steps, Understood, understand_table

P = TypeVar("P", bound=str | None)


@dataclass(frozen=True)
class Bench:
    """What a file is understood with."""

    engine: sa.Engine
    areas: Areas
    catalogue: Dictionary[str, Indicator]
    max_bytes: int


@dataclass(frozen=True)
class Looked:
    """A file that was looked at. `mapping`: the answers given, and those remembered from a file of the same shape;
    `understood`: None where it was refused, then `steps` tells how far it got and `refused` why no further; `provider`: whose
    figures a file says that KEKO gave itself; `complete`: the mapping is all there is to know, and what was remembered before
    holds no longer.
    """

    file_name: str
    mapping: Mapping
    understood: Understood | None
    steps: Steps
    refused: tuple[Problem, ...] = ()
    recalled: bool = False
    provider: str | None = None
    complete: bool = False

    def delivered_by(self, provider: str) -> str:
        """Who delivers the file, where it is said to be `provider`."""
        return _deliverer(self.provider, provider)

    @property
    def problems(self) -> list[Problem]:
        """Everything that is to be told of the file."""
        return self.understood.problems if self.understood else list(self.refused)


class Published(Dictionary[str, pd.DataFrame]):
    """What a provider has published now, by indicator, or what all the `others` have; read only when a check asks for it.

    Demo figures are compared with those of their own provider alone.
    """

    def __init__(self, engine: sa.Engine, provider: str, others: bool = False) -> None:
        self._engine, self._provider, self._others = engine, provider, others
        self._read: dict[str, pd.DataFrame] = {}

    def __getitem__(self, indicator: str) -> pd.DataFrame:
        if indicator not in self._read:
            with self._engine.connect() as connection:
                releases = connection.execute(self._releases(current.c.indicator == indicator)).scalars().all()
                if not releases:
                    raise KeyError(indicator)
                rows = [read_observations(connection, own) for own in releases]
                self._read[indicator] = pd.concat(rows, ignore_index=True)
        return self._read[indicator]

    def __iter__(self) -> Iterator[str]:
        with self._engine.connect() as connection:
            query = self._releases(sa.true()).with_only_columns(current.c.indicator).distinct()
            yield from connection.execute(query).scalars()

    def __len__(self) -> int:
        return len(list(iter(self)))

    def _releases(self, wanted: sa.ColumnElement[bool]) -> sa.Select[Any]:
        mine = current.c.provider == self._provider
        query = sa.select(current.c.release).join(release, release.c.id == current.c.release).where(wanted)
        return query.where(~mine, release.c.is_demo.is_(False)) if self._others else query.where(mine)


def look(
    bench: Bench,
    data: bytes,
    file_name: str,
    given: Mapping,
    indicator_id: str | None = None,
    provider: str | None = None,
    recall: bool = True,
) -> Looked:
    """Read and understand a file; what was answered for the last file of its shape holds unless `given` says otherwise.

    `provider`: whose published figures those of the file are compared with; `recall`: False where `given` is all there is
    to know, as somebody took an earlier answer back.
    """
    steps, mapping, recalled, own = Steps(), given, False, None
    file_name = printable(file_name)
    names = AreaNames(bench.areas)
    try:
        with unpacked_once():
            opened, known = _opened(bench, names, data, file_name, given)
        if known is not None and recall:
            mapping, recalled = saved_mappings.merged(known, given), True
        own = own_files.provider_of(opened.table) if own_files.reads_own(opened.table, mapping) else None
        provider = _deliverer(own, provider)
        before = Published(bench.engine, provider) if provider else None
        catalogue = list(bench.catalogue.values())
        others = Published(bench.engine, provider, others=True) if provider else None
        understood = understand_table(opened, names, catalogue, mapping, indicator_id, before, steps, others)
    except Refused as refused:
        return Looked(file_name, mapping, None, steps, tuple(refused.problems), recalled, own, not recall)
    return Looked(file_name, mapping, understood, steps, recalled=recalled, provider=own, complete=not recall)


def _deliverer(own: str | None, said: P) -> P | str:
    """Demo figures stay such, and others are their own provider's where nobody says whose."""
    return own if own == DEMO or (own and said == LOCAL) else said


def _opened(
    bench: Bench, names: AreaNames, data: bytes, file_name: str, given: Mapping
) -> tuple[Opened, Mapping | None]:
    """The table of a file, and what is remembered of one of its shape, where the table stands among it.

    Raises:
        Refused: the file cannot be read.
    """

    def reading(mapping: Mapping) -> Opened:
        return open_table(data, file_name, names, mapping, bench.max_bytes)

    with bench.engine.connect() as connection:
        try:
            opened = reading(given)
        except Refused:
            opened_there = _at_remembered_place(connection, file_name, given, reading)
            if opened_there is None:
                raise
            return opened_there
        known = saved_mappings.recall(connection, opened.table)
        if given.places or (known is not None and not known.places):
            return opened, known
        return _at_remembered_place(connection, file_name, given, reading) or (opened, known)


def _at_remembered_place(
    connection: sa.Connection, file_name: str, given: Mapping, reading: Callable[[Mapping], Opened]
) -> tuple[Opened, Mapping] | None:
    """The table where it stood in an earlier file of its shape: on a sheet or a row that was told."""
    for places in saved_mappings.places(connection, file_name):
        try:
            opened = reading(saved_mappings.merged(places, given))
        except Refused:
            continue
        known = saved_mappings.recall(connection, opened.table)
        if known is not None and known.places:
            return opened, known
    return None


def described(looked: Looked, indicators: Dictionary[str, Indicator]) -> Looked:
    """The same file with new indicators as an analyst has described them."""
    if looked.understood is None:
        return looked
    own = [indicators.get(item.id, item) for item in looked.understood.indicators]
    return replace(looked, understood=replace(looked.understood, indicators=own))


def bring(bench: Bench, looked: Looked, data: bytes, order: Order, progress: Progress | None = None) -> Outcome:
    """Try a file dry, keep it as a draft or publish it; what was answered about it is remembered unless it was only tried.

    `progress`: see `keko.disclosure.protect.protect`.

    Raises:
        NotAllowed: the person may not publish for the provider.
    """
    if looked.understood is None:
        return refusal(Refused(looked.refused), _accounting(looked.steps))
    from keko.intake.release.bring_in import bring_in  # disclosure control and its solver: not to look at a file

    order = replace(order, provider=looked.delivered_by(order.provider))
    outcome = bring_in(bench.engine, looked.understood, data, bench.areas, order, progress)
    if outcome.status in {"draft", "published"}:
        with writing(bench.engine) as connection:
            if looked.complete and saved_mappings.lasting(looked.mapping) == Mapping():
                saved_mappings.forget(connection, looked.understood.table, order.by)
            saved_mappings.remember(connection, looked.understood.table, looked.mapping, order.by)
    return outcome


def _accounting(steps: Steps) -> Accounting:
    """The account of a file that was refused: as far as it was arranged, else all its rows are refused."""
    if steps.arranged is not None:
        return steps.arranged.accounting
    return Accounting(len(steps.table.cells) + len(steps.table.footers)) if steps.table is not None else Accounting()
