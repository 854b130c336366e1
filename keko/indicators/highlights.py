"""What is worth saying of many comparisons: the clearest differences, and verdicts that have changed."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from keko.indicators.comparison import Comparison, Verdict

REAL: frozenset[Verdict] = frozenset({"better", "worse", "higher", "lower"})


class Change(NamedTuple):
    """One indicator's verdict at its period, and another one before."""

    now: Comparison
    before: Comparison


def clarity(comparison: Comparison) -> float:
    """A difference beside its uncertainty: 1 where the 95 % interval just reaches nought."""
    difference, lower, upper = comparison.difference, comparison.lower, comparison.upper
    if difference is None or lower is None or upper is None:
        return 0.0
    half = difference - lower if difference > 0 else upper - difference
    return abs(difference) / half if half > 0 else float("inf") if difference else 0.0


def clearest(comparisons: Sequence[Comparison], most: int = 2) -> dict[Verdict, list[Comparison]]:
    """By verdict the real differences, the largest beside their uncertainty first; ties in the order given.

    What is worse and better comes before what is only lower or higher: the latter is told where there is nothing else.
    """
    judged: tuple[Verdict, ...] = ("worse", "better")
    plain: tuple[Verdict, ...] = ("higher", "lower")
    real = {one.verdict for one in comparisons} & REAL
    told = judged if real & set(judged) else plain
    return {
        verdict: sorted((one for one in comparisons if one.verdict == verdict), key=clarity, reverse=True)[:most]
        for verdict in told
        if verdict in real
    }


def changed(now: Sequence[Comparison], before: Mapping[str, Comparison], most: int = 3) -> list[Change]:
    """Indicators that were compared both times, with another verdict now: real differences first, clearest first.

    `before`: by indicator.
    """
    pairs = [Change(one, before[one.indicator]) for one in now if one.indicator in before]
    other = [
        pair
        for pair in pairs
        if "not compared" not in {pair.now.verdict, pair.before.verdict} and pair.now.verdict != pair.before.verdict
    ]
    ranked = sorted(other, key=lambda pair: (pair.now.verdict in REAL, max(map(clarity, pair))), reverse=True)
    return ranked[:most]
