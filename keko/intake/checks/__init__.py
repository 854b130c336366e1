"""Checks of what a file says: one a file, each with its `KIND` and `check(arranged, areas, indicators, before)`."""

from collections.abc import Callable, Sequence

from keko.data.areas import Areas
from keko.data.problems import Problem
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.checks import (
    abolished,
    area_set,
    duplicates,
    jumps,
    limits,
    no_values,
    numerators,
    scales,
    shares,
    sums,
)
from keko.intake.match.history import History

Check = Callable[[Arranged, Areas, Sequence[Indicator], History], list[Problem]]

CHECKS: tuple[Check, ...] = tuple(
    module.check
    for module in (no_values, duplicates, abolished, shares, numerators, limits, sums, scales, jumps, area_set)
)


def run(
    arranged: Arranged, areas: Areas, indicators: Sequence[Indicator] = (), before: History | None = None
) -> list[Problem]:
    """What every check finds, in the order of the checks.

    `indicators`: parallel to the measures; without them the checks go by the file's words. `before`: by indicator the rows
    that are published now; without it figures are compared with the file's own earlier ones only.
    """
    return [problem for check in CHECKS for problem in check(arranged, areas, indicators, before or {})]
