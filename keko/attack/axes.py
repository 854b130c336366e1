"""Cells as sets: municipalities, sexes, years of age, categories and months, and the atoms that they are sums of.

An axis parts its elements into the classes that its values tell apart; atoms are one class of each axis. Atoms that the
same cells are made of stand as one.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
from scipy import sparse

Elements: TypeAlias = frozenset[object]
Matrix: TypeAlias = sparse.csr_matrix
TOTAL = "total"
OLDEST = 120
REST = "rest"  # of a division or of ages: whatever is not listed

_SPAN = re.compile(r"(\d{1,3})\s*[-–]\s*(\d{1,3})")
_OPEN = re.compile(r"(\d{1,3})\s*\+")
_YEAR = re.compile(r"\d{1,3}")


def ages(text: str) -> Elements | None:
    """The years of age that "15–64", "65+" or "17" means; None of anything else."""
    if match := _SPAN.fullmatch(text):
        return frozenset(range(int(match[1]), int(match[2]) + 1))
    if match := _OPEN.fullmatch(text):
        return frozenset(range(int(match[1]), OLDEST + 1))
    return frozenset({int(text)}) if _YEAR.fullmatch(text) else None


def months(period: str) -> Elements:
    """The months of a year, a quarter or a month."""
    year, _, rest = period.partition("-")
    if not rest:
        return frozenset((year, month) for month in range(1, 13))
    if rest.startswith("Q"):
        first = 3 * int(rest[1]) - 2
        return frozenset((year, month) for month in range(first, first + 3))
    return frozenset({(year, int(rest))})


def divisions(category: str) -> dict[str, str]:
    """The divisions that a category is of with its place in each: "Koulutus: perusaste; Kieli: suomi"."""
    if category == TOTAL:
        return {}
    parts = [part.partition(": ") for part in category.split("; ")]
    return {name if colon else "": rest if colon else name for name, colon, rest in parts}


class Axis:
    """The values of one dimension, each a set of elements; a column for each class of elements that they tell apart."""

    def __init__(self, sets: Mapping[str, Elements]) -> None:
        self.place = {label: number for number, label in enumerate(sets)}
        signatures: dict[object, list[int]] = {}
        for number, elements in enumerate(sets.values()):
            for element in elements:
                signatures.setdefault(element, []).append(number)
        classes = list(dict.fromkeys(map(tuple, signatures.values())))
        column = [number for number, values in enumerate(classes) for _ in values]
        row = [value for values in classes for value in values]
        shape = len(self.place), max(len(classes), 1)
        self.matrix: Matrix = sparse.csr_matrix((np.ones(len(row)), (row, column)), shape=shape)
        self.matrix.sort_indices()

    def rows(self, labels: Sequence[str]) -> Matrix:
        """A row for each label: which classes it is made of."""
        return self.matrix[[self.place[label] for label in labels]]


def crossed(left: Matrix, right: Matrix) -> Matrix:
    """Row by row the product of two sets of classes, as a set of pairs."""
    many = np.diff(right.indptr).astype(np.int64)
    counts = np.diff(left.indptr) * many
    ends = np.concatenate([[0], np.cumsum(counts)])
    row = np.repeat(np.arange(len(counts)), counts)
    within = np.arange(ends[-1]) - ends[row]
    first = left.indices[left.indptr[row] + within // np.maximum(many[row], 1)].astype(np.int64)
    second = right.indices[right.indptr[row] + within % np.maximum(many[row], 1)]
    width = right.shape[1]
    return sparse.csr_matrix(
        (np.ones(len(row)), first * width + second, ends), shape=(len(counts), left.shape[1] * width)
    )


def atoms(parts: Sequence[Matrix]) -> Matrix:
    """For every cell the atoms that it is the sum of, given its classes along each axis."""
    product = parts[0]
    for part in parts[1:]:
        product = merged(crossed(product, part))
    return product


def merged(matrix: Matrix) -> Matrix:
    """Columns that stand in the same rows as one column; those that stand in none are left out."""
    weights = np.random.default_rng(1).random(matrix.shape[0]) + 1
    row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    signature = np.bincount(matrix.indices, weights[row], matrix.shape[1])
    _, kept = np.unique(np.round(signature, 9), return_index=True)
    kept = kept[signature[kept] > 0]
    return matrix[:, np.sort(kept)].tocsr()
