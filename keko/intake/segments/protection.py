"""Disclosure control of a whole model, once, before anything is stored (METHODS 5): its tables tell of the same people.

Sizes are counts of persons by segment. Prevalences are parts of a size, one quantity for each factor. Overlaps divide a
size by sets of factors, and those sets that hold a factor make up its prevalence. Flows divide the size that they leave
and, with those who come from elsewhere, the size that they reach. All are protected at once by `keko.disclosure.protect`.
Participation tells no number of persons: what stands for a hidden segment goes, and the percentiles of a small one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.arrays import Flags
from keko.data.observations import KEY
from keko.data.problems import Problem
from keko.data.text import Text
from keko.disclosure.problems import disclosure_problems
from keko.disclosure.protect import Protected, protect_together
from keko.disclosure.quantities import SENSITIVE_DENOMINATOR
from keko.disclosure.tables import KnownFigures, PublishedTable
from keko.intake.segments.population import Population, sizes_of
from keko.intake.segments.understand import Announce
from keko.segments.models import SegmentModel
from keko.segments.tables import FIGURES, Tables

_PROTECTING = Text("Suojataan pieniä ryhmiä", "Små grupper skyddas", "Protecting small groups")


@dataclass(frozen=True)
class ProtectedTables:
    """A model's tables without what must not be seen; with errors among `problems` they must not be stored."""

    tables: Tables
    primary: int = 0
    secondary: int = 0
    suppressions: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*KEY, "cause"]))
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Released:
    """An earlier release of a model: its tables, why cells are hidden (KEY and `cause`), and whether it is current."""

    tables: Tables
    causes: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=[*KEY, "cause"]))
    is_current: bool = False


def protect_tables(
    model: SegmentModel,
    tables: Tables,
    areas: Areas,
    earlier: Sequence[Released] = (),
    announce: Announce = lambda _: None,
) -> ProtectedTables:
    """Hide what is small and what would reveal it. The input holds everything.

    `earlier`: what readers have or have had of the model, oldest first; `announce`: told what is being done.
    """
    if model.disclosure.rule == "none":
        return ProtectedTables(tables)
    announce(_PROTECTING)
    population = Population(model)
    own = population.tables(_with_persons(tables))
    published = [
        PublishedTable(population.caused(id_, table, release.causes), model.producer.fi, release.is_current)
        for release in earlier
        for id_, table in population.tables(release.tables).items()
    ]
    current = {
        part.table.indicator.id: part.table.rows.dropna(subset="cause")[[*KEY, "cause"]]
        for part in published
        if part.is_current
    }
    known = KnownFigures((*published, *population.sums_of_flows(tables)), current)
    found = protect_together(list(own.values()), areas, known, bound=population.relations)
    return _together(tables, dict(zip(own, found, strict=True)), population, areas)


def _with_persons(tables: Tables) -> Tables:
    """The tables with the persons that prevalences mean; nan where the size of the segment is not told."""
    frame = tables.prevalences
    if frame.empty:
        return tables
    among = sizes_of(frame, tables.sizes)["persons"].to_numpy(float)
    persons = frame["persons"].fillna(pd.Series(np.rint(frame["share"].to_numpy() * among), frame.index))
    return replace(tables, prevalences=frame.assign(persons=persons.where(~np.isnan(among))))


def _together(tables: Tables, found: dict[str, Protected], population: Population, areas: Areas) -> ProtectedTables:
    """The tables without what is hidden, and what the protection came to."""
    sizes = _hidden(tables.sizes, "sizes", _flags(found[population.id]))
    prevalences, beside = _prevalences(tables, found, population, sizes)
    frames = {
        "sizes": sizes,
        "prevalences": prevalences,
        "participation": _participation(tables, sizes),
        "overlaps": _hidden(tables.overlaps, "overlaps", _flags(found[population.overlaps])),
        "flows": _hidden(tables.flows, "flows", _flags(found[population.flows])),
    }
    return ProtectedTables(
        Tables.of(frames),
        primary=sum(table.primary for table in found.values()),
        secondary=sum(table.secondary for table in found.values()) + beside,
        suppressions=pd.concat(
            [population.causes_of(id_, table.suppressions) for id_, table in found.items()], ignore_index=True
        ),
        problems=[
            problem
            for id_, table in found.items()
            for problem in disclosure_problems(table, population.indicator(id_), areas)
        ],
    )


def _flags(protected: Protected) -> Flags:
    return protected.observations["status"].eq("hidden").to_numpy()


def _hidden(frame: pd.DataFrame, name: str, hide: Flags) -> pd.DataFrame:
    """The table without the figures of hidden rows."""
    public = frame.copy()
    public.loc[hide, FIGURES[name]] = np.nan
    public.loc[hide, "status"] = "hidden"
    return public


def _prevalences(
    tables: Tables, found: dict[str, Protected], population: Population, sizes: pd.DataFrame
) -> tuple[pd.DataFrame, int]:
    """Prevalences, and how many of them go with the size of their segment: a share would tell it."""
    frame = _with_persons(tables).prevalences
    hide = np.zeros(len(frame), dtype=bool)
    for code, id_ in population.factors.items():
        hide[np.flatnonzero(frame["factor"].eq(code))] = _flags(found[id_])
    with_size = sizes_of(frame, sizes)["status"].ne("final").to_numpy() | frame["persons"].isna().to_numpy()
    return _hidden(frame, "prevalences", hide | with_size), int((with_size & ~hide).sum())


def _participation(tables: Tables, sizes: pd.DataFrame) -> pd.DataFrame:
    """Nothing of hidden segments, and no percentiles of segments that are small."""
    frame = tables.participation
    if frame.empty:
        return frame
    status = sizes_of(frame, sizes)["status"]
    public = _hidden(frame, "participation", (status.isna() | status.eq("hidden")).to_numpy())
    few = sizes_of(frame, tables.sizes)["persons"].to_numpy(float) < SENSITIVE_DENOMINATOR
    public.loc[few, ["p10", "p90"]] = np.nan
    return public
