"""Disclosure control, once, before anything is stored (METHODS 5): small cells and what would reveal them are removed.

Primary: a count below the threshold, a complement below it, a small denominator of a sensitive share. Secondary: what
else has to be hidden so that a reader who knows every published number, the sums they make and that none is negative,
must think every number from 1 to the threshold possible. `keko.disclosure.bounds` proves it over all sums at once; where it
cannot be had, the cells are told as unprotected, and the table is not to be published.
"""

from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.arrays import Flags, Floats
from keko.data.observations import KEY, NUMBERS
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Plural, Text
from keko.disclosure.bounds import ConstraintSystem
from keko.disclosure.constraints import ADDITIVE, CellCounts, constraint_systems, fitted
from keko.disclosure.equations import Equations, equations
from keko.disclosure.known_figures import CombinedTable, KnownFigures, combined
from keko.disclosure.suppression import Progress, costs, paired, secured
from keko.indicators.catalogue import Indicator

SMALL_CELL = "small cell"
KEPT = 0.1  # what hiding a cell costs that readers do not see now either


DISCLOSED_BEFORE = ProblemKind(
    "disclosed-before",
    "warning",
    Plural(
        one=Text(
            "{indicator}: {count} pieni luku on pääteltävissä siitä, mitä tästä on jo julkaistu: {area} {period}.",
            "{indicator}: {count} litet tal kan härledas av det som redan har publicerats: {area} {period}.",
            "{indicator}: {count} small figure follows from what has been published before: {area} {period}.",
        ),
        other=Text(
            "{indicator}: {count} pientä lukua on pääteltävissä siitä, mitä tästä on jo julkaistu, esimerkiksi "
            "{area} {period}.",
            "{indicator}: {count} små tal kan härledas av det som redan har publicerats, till exempel {area} {period}.",
            "{indicator}: {count} small figures follow from what has been published before, such as {area} {period}.",
        ),
    ),
)
CANNOT_PROTECT = ProblemKind(
    "cannot-protect",
    "error",
    Plural(
        one=Text(
            "{indicator}: {count} pieni luku olisi pääteltävissä, vaikka kaikki muu peitettäisiin ({area} {period}): "
            "toinen toimittaja julkaisee luvut, joista se seuraa.",
            "{indicator}: {count} litet tal kunde härledas även om allt annat doldes ({area} {period}): en annan "
            "leverantör publicerar tal som det följer av.",
            "{indicator}: {count} small figure could be inferred even with all others hidden ({area} {period}): "
            "another provider publishes figures it follows from.",
        ),
        other=Text(
            "{indicator}: {count} pientä lukua olisi pääteltävissä, vaikka kaikki muu peitettäisiin, esimerkiksi "
            "{area} {period}: toinen toimittaja julkaisee luvut, joista ne seuraavat.",
            "{indicator}: {count} små tal kunde härledas även om allt annat doldes, till exempel {area} {period}: en "
            "annan leverantör publicerar tal som de följer av.",
            "{indicator}: {count} small figures could be inferred even with all others hidden, such as {area} "
            "{period}: another provider publishes figures they follow from.",
        ),
    ),
)


def _no_cells() -> pd.DataFrame:
    return pd.DataFrame(columns=KEY, dtype=object)


@dataclass(frozen=True)
class Protected:
    """Observations without what must not be seen, and how many cells were hidden for which cause.

    `suppressions`: KEY and `cause` of the hidden cells, for analysts only. `disclosed`: small cells that earlier
    releases give away; `unprotected`: those that what others publish gives away, so that nothing may be published.
    """

    observations: pd.DataFrame
    primary: int = 0
    secondary: int = 0
    suppressions: pd.DataFrame = field(default_factory=lambda: _no_cells().assign(cause=None))
    disclosed: pd.DataFrame = field(default_factory=_no_cells)
    unprotected: pd.DataFrame = field(default_factory=_no_cells)


def protect(
    observations: pd.DataFrame,
    item: Indicator,
    areas: Areas,
    known: KnownFigures | None = None,
    progress: Progress | None = None,
) -> Protected:
    """Hide small cells, then the cells that would reveal them. The input holds everything; the output may be published
    unless cells stay unprotected.

    `known`: what readers have of the same periods from other releases. `progress`: told how many small cells are proved
    safe, and of how many.
    """
    if item.disclosure.rule == "none":
        return Protected(observations)
    known = known or KnownFigures()
    primary = np.logical_or.reduce(list(CellCounts.of(observations, item).small(item).values()))
    hidden = observations["status"].eq("hidden").to_numpy()
    at_stake = {*observations["period"][primary | hidden], *known.hidden_periods}
    touched = observations["period"].isin(at_stake).to_numpy()
    secondary = np.zeros(len(observations), dtype=bool)
    if item.kind not in ADDITIVE or not touched.any():
        return _without(observations, primary, secondary, known)
    table = combined(observations[touched].reset_index(drop=True), known, item)
    choice = _chosen(table, item, areas, progress)
    secondary[touched] = choice.hidden[: touched.sum()]  # the rows of others come last
    shown = _without(observations, primary, secondary & ~primary & ~hidden, known)
    cells = table.rows[KEY]
    return replace(shown, disclosed=cells[choice.disclosed], unprotected=cells[choice.unprotected])


@dataclass
class _Choice:
    """Per cell: whether it is hidden, given away by earlier releases, or by what others publish."""

    hidden: Flags
    disclosed: Flags
    unprotected: Flags


def _chosen(table: CombinedTable, item: Indicator, areas: Areas, progress: Progress | None) -> _Choice:
    """Which cells to hide, all sums and all numbers of a cell considered."""
    matrix, counts = equations(table.rows, areas), CellCounts.of(table.rows, item)
    unknown = np.isnan(counts.persons)
    small = {name: cells & ~table.foreign for name, cells in counts.small(item).items()}
    counts = _completed(counts, matrix, item)
    small |= {name: small[name] | cells for name, cells in _hidden_for_itself(counts, table.primary, item).items()}
    hidden = np.logical_or.reduce([*small.values(), table.hidden])
    cost = costs(table.rows, counts.persons) * np.where(table.hidden_now, KEPT, 1.0)
    known_anyway = table.shown_by_others | table.shown_before
    hidden |= paired(matrix, hidden & ~known_anyway, unknown, cost, ~(table.foreign | known_anyway))
    choice = _Choice(hidden, np.zeros(len(cost), dtype=bool), np.zeros(len(cost), dtype=bool))
    # First with all that was ever published known; what cannot be had so, with what others publish now.
    stages = [(matrix, table.shown_by_others, unknown | (table.foreign & ~table.shown_by_others))]
    if table.earlier:
        stages.insert(0, (table.sums_of_earlier(matrix, counts.persons, item), known_anyway, unknown))
    stages_systems = [list(constraint_systems(sums, counts, unknown, small, item)) for sums, _, _ in stages]
    for same in zip(*stages_systems, strict=True):
        looks = [_Look(system, known, open_) for system, (_, known, open_) in zip(same, stages, strict=True)]
        _settle(looks, choice, cost, progress)
    return choice


@dataclass(frozen=True)
class _Look:
    """The constraints as one reader knows them; `known`: cells told elsewhere; `open`: those that nobody tells."""

    system: ConstraintSystem
    known: Flags
    open: Flags


def _settle(looks: list[_Look], choice: _Choice, cost: Floats, progress: Progress | None) -> None:
    """Hide what the goals need: as the first reader looks, and what cannot be had so, as the next one does."""
    left = np.arange(len(looks[0].system.goals))
    for look in looks:
        part = replace(look.system, goals=look.system.goals[left])
        closed, failed = secured(part, choice.hidden | look.open, look.known, cost, progress)
        choice.hidden |= closed & ~look.open
        last = look is looks[-1]
        (choice.unprotected if last else choice.disclosed)[part.cell[part.goals.column[failed]]] = True
        left = left[failed]


def _completed(counts: CellCounts, matrix: Equations, item: Indicator) -> CellCounts:
    """With numbers that fit where nobody here knows them."""
    persons = fitted(matrix, counts.persons)
    if item.kind == "proportion":
        return CellCounts(persons, persons + fitted(matrix, counts.denominator - counts.persons))
    return CellCounts(persons, fitted(matrix, counts.denominator) if item.kind == "rate" else counts.denominator)


def _hidden_for_itself(counts: CellCounts, primary: Flags, item: Indicator) -> dict[str, Flags]:
    """The goals of cells whose numbers nobody here knows: whichever of them is the smaller by what fits."""
    if item.kind != "proportion":
        return {"persons": primary}
    fewer = counts.persons <= counts.denominator - counts.persons
    return {"persons": primary & fewer, "others": primary & ~fewer}


def _without(rows: pd.DataFrame, primary: Flags, secondary: Flags, known: KnownFigures) -> Protected:
    """Every number of a hidden cell goes, its denominator and interval too: one public status, whatever the cause."""
    shown, hide = rows.copy(), primary | secondary
    shown.loc[hide, [name for name in NUMBERS if name != "coverage"]] = np.nan
    shown.loc[hide, "status"] = "hidden"
    shown.loc[hide, "reason"] = SMALL_CELL
    fresh = rows.loc[hide, KEY].assign(cause=np.where(primary[hide], "primary", "secondary"))
    still = known.causes_of(rows[rows["status"].eq("hidden").to_numpy() & ~hide])
    causes = pd.concat([fresh, still], ignore_index=True)
    return Protected(shown, int(primary.sum()), int(secondary.sum()), causes)


def disclosure_problems(table: Protected, item: Indicator, areas: Areas) -> list[Problem]:
    """What has to be told of a table: an error where it must not be published."""
    problems = []
    for kind, cells in ((DISCLOSED_BEFORE, table.disclosed), (CANNOT_PROTECT, table.unprotected)):
        if len(cells):
            area, period = cells[["area", "period"]].iloc[0]
            problems.append(kind.at(indicator=item.names, count=len(cells), area=areas[area].name, period=period))
    return problems
