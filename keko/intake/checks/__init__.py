"""Checks of what a file says: one a file, each with its `KIND` and `check(arranged, areas, indicators)`."""

from collections.abc import Callable, Sequence

from keko.data.areas import Areas
from keko.indicators.catalogue import Indicator
from keko.intake.arrange import Arranged
from keko.intake.checks import abolished, duplicates, limits, no_values, numerators, shares
from keko.intake.problems import Problem

Check = Callable[[Arranged, Areas, Sequence[Indicator]], list[Problem]]

CHECKS: tuple[Check, ...] = tuple(
    module.check for module in (no_values, duplicates, abolished, shares, numerators, limits)
)


def run(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator] = ()) -> list[Problem]:
    """What every check finds, in the order of the checks.

    `indicators`: parallel to the measures; without them the checks go by the file's words.
    """
    return [problem for check in CHECKS for problem in check(arranged, areas, indicators)]
