"""Demo figures of open sources, as their publishers would give them: no number of one to four persons, no rest of so few.

What KEKO protects itself is drawn as it falls, and protected as anybody's figures are.
"""

from functools import cache

import numpy as np

from keko.data.arrays import Floats
from keko.indicators.catalogue import read_catalogue

FEWEST = 5


@cache
def _of_open_sources() -> frozenset[str]:
    return frozenset(item.id for item in read_catalogue() if item.disclosure.because == "protected by its publisher")


def is_of_an_open_source(indicator: str) -> bool:
    """Whether the indicator's publisher protects its figures."""
    return indicator in _of_open_sources()


def without_few(counted: Floats) -> Floats:
    """Numbers of persons, those of one to four turned to none or five, whichever is nearer."""
    return np.where(counted < FEWEST, np.where(counted * 2 > FEWEST, float(FEWEST), 0.0), counted)


def without_few_among(counted: Floats, among: Floats) -> Floats:
    """The same where neither those counted nor the rest of `among` (none, or five or more) may be few; the shape of both."""
    counted = among - without_few(among - without_few(counted).clip(0, among))
    return np.where(counted < FEWEST, np.where(counted * 2 > among, among, 0.0), counted)


def with_few_in_the_largest(counted: Floats) -> Floats:
    """Parts (last axis) of wholes that are none or at least five: parts of one to four persons are counted in the largest."""
    few = counted < FEWEST
    moved = np.where(few, counted, 0).sum(axis=-1)
    kept = np.where(few, 0, counted)
    largest = counted.argmax(axis=-1)[..., None]
    np.put_along_axis(kept, largest, np.take_along_axis(kept, largest, axis=-1) + moved[..., None], axis=-1)
    return kept
