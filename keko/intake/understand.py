"""The whole way from a file's table to checked observations, each step once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from keko.data.area_names import AreaNames
from keko.data.problems import Problem, Refused, errors
from keko.indicators.catalogue import Indicator
from keko.intake import checks, own_files
from keko.intake.arrange.observations import Arranged, arrange
from keko.intake.arrange.statistics import gather_statistics
from keko.intake.checks import deviations, duplicates, no_values, quartiles
from keko.intake.mappings import Mapping
from keko.intake.match.denominators import settle_values
from keko.intake.match.history import History
from keko.intake.match.measures import assign
from keko.intake.match.units import in_units
from keko.intake.match.waits import settle_waits
from keko.intake.read.table import Table
from keko.intake.recognise.header_repair import Opened, open_table
from keko.intake.recognise.layout import Layout
from keko.intake.recognise.recognition import recognise
from keko.intake.values.dimensions import TOTAL, age_of, ages_within

_IMPOSSIBLE = frozenset(check.KIND.code for check in (duplicates, deviations, quartiles))


@dataclass(frozen=True)
class Understood:
    """A file as it was understood, with all its problems.

    `indicators` are parallel to `arranged.measures`; there are none where an error says why.
    """

    table: Table
    layout: Layout
    arranged: Arranged
    indicators: list[Indicator]
    problems: list[Problem]


@dataclass
class Steps:
    """How far a file was understood: None where it did not get so far."""

    table: Table | None = None
    layout: Layout | None = None
    arranged: Arranged | None = None


def understand(
    data: bytes,
    file_name: str,
    names: AreaNames,
    catalogue: Sequence[Indicator],
    mapping: Mapping,
    indicator_id: str | None,
    max_bytes: int,
    before: History | None = None,
) -> Understood:
    """Open a file and understand its table. `max_bytes`: the largest file allowed; the rest as in `understand_table`.

    Raises:
        Refused: nothing of the file can be arranged.
    """
    opened = open_table(data, file_name, names, mapping, max_bytes)
    return understand_table(opened, names, catalogue, mapping, indicator_id, before)


def understand_table(
    opened: Opened,
    names: AreaNames,
    catalogue: Sequence[Indicator],
    mapping: Mapping,
    indicator_id: str | None = None,
    before: History | None = None,
    steps: Steps | None = None,
    others: History | None = None,
) -> Understood:
    """Recognise, arrange, name and check the table of a file.

    `indicator_id`: the indicator a person chose, an id of `catalogue`; `before`: the rows that are published now, by
    indicator, and `others` those of other providers (see `keko.intake.checks`); `steps`: told how far it got.

    Raises:
        Refused: nothing of the file can be arranged.
    """
    steps = steps or Steps()
    steps.table = table = opened.table
    if own_files.reads_own(table, mapping):
        return _of_own_file(table, names, catalogue, mapping, indicator_id, before, steps)
    steps.layout = layout = recognise(table, names, mapping)
    steps.arranged = arranged = gather_statistics(arrange(table, layout, names, mapping))
    problems = [*opened.problems, *layout.problems, *arranged.problems]
    if arranged.observations.empty and errors(problems):
        raise Refused(problems)
    indicators, doubts = assign(arranged, catalogue, mapping, indicator_id, table.file_name)
    arranged, indicators, of_waits = settle_waits(arranged, indicators, catalogue)
    arranged, of_units = in_units(arranged, indicators)
    steps.arranged = arranged = at_population(settle_values(arranged, indicators), indicators)
    check_problems = [] if of_waits else checks.run(arranged, names.areas, indicators, before, others)
    return Understood(table, layout, arranged, indicators, [*problems, *doubts, *of_units, *of_waits, *check_problems])


def _of_own_file(
    table: Table,
    names: AreaNames,
    catalogue: Sequence[Indicator],
    mapping: Mapping,
    indicator_id: str | None,
    before: History | None,
    steps: Steps,
) -> Understood:
    """Figures that KEKO gave: there is nothing to recognise, and what was published may all be hidden.

    What KEKO computed itself needs no checking. What looks odd in the rest somebody has answered once, or has changed since:
    it is told and not asked.
    """
    steps.layout = layout = own_files.layout_of(table)
    steps.arranged = arranged = own_files.rows_of(table, names)
    indicators, doubts = own_files.indicators_of(table, arranged, catalogue, mapping.indicator, indicator_id)
    delivered = arranged.observations[arranged.observations["origin"] == "delivered"]
    found = checks.run(replace(arranged, observations=delivered), names.areas, indicators, before)
    told = [_told(problem) for problem in found if problem.code != no_values.KIND.code]
    return Understood(table, layout, arranged, indicators, [*arranged.problems, *doubts, *told])


def _told(problem: Problem) -> Problem:
    """A problem of a file that KEKO gave: nothing about it can be asked, and only what cannot be stops it."""
    stops = problem.severity == "error" and problem.code in _IMPOSSIBLE
    return replace(problem, severity=problem.severity if stops or problem.severity == "info" else "warning", facts={})


def at_population(arranged: Arranged, indicators: Sequence[Indicator]) -> Arranged:
    """The age that is the whole population of an indicator is its total, unless the file has a wider total too."""
    observations = arranged.observations
    age = observations["age"]
    for index, item in enumerate(indicators):
        own = observations["measure"] == index
        whole = age_of(item.population.ages or TOTAL)
        if whole != TOTAL and not (age[own] == TOTAL).any():
            same = [text for text in age[own].unique() if whole in {text, ages_within(text)}]
            age = age.mask(own & age.isin(same), TOTAL)
    return replace(arranged, observations=observations.assign(age=age))
