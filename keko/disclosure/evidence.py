"""Whether the parts of a sum are all of it: what the figures that show bear out.

Ages may lack the oldest, categories overlap, and a year's figure may be the sum of its months, their mean, or neither.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np

from keko.data.arrays import Floats
from keko.disclosure.divisions import IMPLIED, MONTHS, REST, Sum

ROUNDED = 0.5  # how far figures that were rounded may be from their sum
State = Literal["complete", "rest", "mean", "overlap", "neither"]


class Evidence(NamedTuple):
    """What listed parts leave of their wholes, and what those leave of as many times them as there are parts."""

    rest: Floats
    of_mean: Floats
    parts: int


def state(division: str, evidence: Sequence[Evidence]) -> State:
    """complete, rest (parts are missing), mean, overlap (of persons), or neither (of months)."""
    rest, slack = _known([(gathered.rest, ROUNDED) for gathered in evidence])
    if division != MONTHS:
        if (np.abs(rest) <= slack).all():
            return "complete"
        return "rest" if (rest >= -slack).all() else "overlap"
    mean, tolerance = _known([(gathered.of_mean, ROUNDED * (1 + gathered.parts)) for gathered in evidence])
    if len(mean) and (np.abs(mean) <= tolerance).all() and (rest < -slack).any():
        return "mean"
    if (rest >= -slack).all():
        return "complete" if not len(mean) or (np.abs(rest) <= slack).any() else "neither"
    return "neither" if len(mean) else "mean"


def _known(gathered: Sequence[tuple[Floats, float]]) -> tuple[Floats, Floats]:
    """The numbers that are known, and how far each may be from nought."""
    numbers = np.concatenate([rests for rests, _ in gathered])
    slack = np.concatenate([np.full(len(rests), limit) for rests, limit in gathered])
    return numbers[~np.isnan(numbers)], slack[~np.isnan(numbers)]


def settled(total: Sum, known: State) -> list[Sum]:
    """An open-ended sum as the figures bear it out."""
    if known == "complete":
        return [total]
    if known == "mean":
        return [total._replace(weight=len(total.parts))]
    if known == "rest":
        return [total._replace(parts=(*total.parts, f"{REST} {total.division} of {total.whole}"))]
    if known == "overlap":  # each part and whoever is not in it
        return [total._replace(parts=(part, f"{IMPLIED}not {part}")) for part in total.parts]
    return []
