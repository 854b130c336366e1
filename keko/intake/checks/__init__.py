"""Checks of what a file says: one a module, each found by being here (see `Check`), and needing no change elsewhere."""

import sys
from collections.abc import Sequence
from functools import cache
from typing import Protocol, cast

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.checks import scales
from keko.intake.match.history import History
from keko.intake.plugins import modules_in


class Check(Protocol):
    """What a module of this folder has.

    `ORDER`: what a smaller one finds is told first; `KIND`: what it looks for.
    """

    ORDER: int
    KIND: ProblemKind

    def check(
        self, arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History
    ) -> list[Problem]:
        """What it finds."""


@cache
def every_check() -> tuple[Check, ...]:
    """Every module of this folder, in the order in which what they find is told."""
    modules = (cast(Check, module) for module in modules_in(sys.modules[__name__]))
    return tuple(sorted(modules, key=lambda module: module.ORDER))


def run(
    arranged: Arranged,
    areas: Areas,
    indicators: Sequence[Indicator] = (),
    before: History | None = None,
    others: History | None = None,
) -> list[Problem]:
    """What every check finds, in their order.

    `indicators`: parallel to the measures; without them the checks go by the file's words. `before`: by indicator the rows
    that are published now; without it figures are compared with the file's own earlier ones only. `others`: those that
    other providers have published.
    """
    own = [problem for module in every_check() for problem in module.check(arranged, areas, indicators, before or {})]
    return [*own, *scales.beside_others(arranged, indicators, others or {})]
