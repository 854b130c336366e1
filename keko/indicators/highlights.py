"""What is worth saying of many comparisons: the clearest differences, and verdicts that have changed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from keko.indicators.comparing.comparison import REAL, Comparison, Verdict


class VerdictChange(NamedTuple):
    """One indicator's verdict at its period, and another one before."""

    now: Comparison
    before: Comparison


@dataclass(frozen=True)
class Highlights:
    """What is worth saying of many comparisons, of which `made` could be made: see `clearest` and `changed`."""

    made: int
    clearest: dict[Verdict, list[Comparison]]
    changed: list[VerdictChange]


def clarity(comparison: Comparison) -> float:
    """A difference beside its uncertainty: 1 where the 95 % interval just reaches nought."""
    difference, lower, upper = comparison.difference, comparison.lower, comparison.upper
    if difference is None or lower is None or upper is None:
        return 0.0
    half = difference - lower if difference > 0 else upper - difference
    return abs(difference) / half if half > 0 else float("inf") if difference else 0.0


def verdict_counts(comparisons: Iterable[Comparison]) -> Counter[str]:
    """How many comparisons ended with each verdict."""
    return Counter[str](comparison.verdict for comparison in comparisons)


def clearest(comparisons: Sequence[Comparison], most: int = 2) -> dict[Verdict, list[Comparison]]:
    """By verdict the real differences worth speaking of, the largest beside their uncertainty first; ties as given.

    What is worse and better comes before what is only lower or higher: the latter is told where there is nothing else.
    """
    judged: tuple[Verdict, ...] = ("worse", "better")
    plain: tuple[Verdict, ...] = ("higher", "lower")
    comparisons = [comparison for comparison in comparisons if comparison.is_relevant]
    real = {comparison.verdict for comparison in comparisons} & REAL
    verdicts = judged if real & set(judged) else plain
    return {verdict: _clearest_of(verdict, comparisons, most) for verdict in verdicts if verdict in real}


def named(found: Mapping[Verdict, Sequence[Comparison]]) -> Comparison | None:
    """The one comparison of the clearest that a headline names, and that a picture begins with; None where none is."""
    return next((comparisons[0] for comparisons in found.values()), None)


def _clearest_of(verdict: Verdict, comparisons: Sequence[Comparison], most: int) -> list[Comparison]:
    fitting = [comparison for comparison in comparisons if comparison.verdict == verdict]
    return sorted(fitting, key=clarity, reverse=True)[:most]


def changed(now: Sequence[Comparison], before: Mapping[str, Comparison], most: int = 3) -> list[VerdictChange]:
    """Indicators that were compared both times, with another verdict now: real differences first, clearest first.

    `before`: by indicator.
    """
    pairs = [VerdictChange(after, before[after.indicator]) for after in now if after.indicator in before]
    other = [
        pair
        for pair in pairs
        if "not compared" not in {pair.now.verdict, pair.before.verdict} and pair.now.verdict != pair.before.verdict
    ]
    ranked = sorted(other, key=lambda pair: (pair.now.verdict in REAL, max(map(clarity, pair))), reverse=True)
    return ranked[:most]


def highlights(comparisons: Sequence[Comparison], before: Mapping[str, Comparison]) -> Highlights:
    """The clearest of all differences, and verdicts that are not those of `before`, by indicator."""
    made = [comparison for comparison in comparisons if comparison.verdict != "not compared"]
    return Highlights(len(made), clearest(made), changed(made, before, most=2))
