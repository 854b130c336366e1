"""What the values of one dimension make up together: sets of municipalities, sexes, years of age, months, categories.

Values are sets of atoms. Whatever values a table lists of a dimension, they divide its atoms into classes, those atoms
that are in the same values; every value is the sum of its classes, and a class that nobody lists is an implied value:
a county less seven of its eight municipalities is the eighth, 15–64 less 20–64 is 15–19.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2s
from itertools import combinations, pairwise
from typing import NamedTuple

from keko.data.areas import Areas
from keko.data.periods import first_day, last_month

TOTAL = "total"
IMPLIED = "~"  # what the name of an implied value begins with
REST = f"{IMPLIED}rest"
MONTHS = "months"
_SPAN = re.compile(r"^(\d+)\s*[-–]\s*(\d+)$|^(\d+)\s*(?:\+|[-–])$")
_OLDEST = 200


class Sum(NamedTuple):
    """`weight` times `whole` is the sum of `parts`.

    `division`: what it divides by; where `open_ended`, figures tell whether parts are missing.
    """

    whole: str
    parts: tuple[str, ...]
    division: str = ""
    open_ended: bool = False
    weight: int = 1


Atoms = frozenset[Hashable]
Rule = Callable[[Sequence[str]], list[Sum]]  # how the listed values of a dimension make each other up


def sums_of_sets(sets: Mapping[str, Atoms], called: Callable[[Atoms], str] | None = None) -> list[Sum]:
    """How values that are sets make each other up. `called`: the name of a class that is none of them."""
    within: dict[Hashable, list[str]] = {}
    for name, atoms in sets.items():
        for atom in atoms:
            within.setdefault(atom, []).append(name)
    classes: dict[tuple[str, ...], list[Hashable]] = {}
    for atom, names in within.items():
        classes.setdefault(tuple(names), []).append(atom)
    listed = {atoms: name for name, atoms in reversed(list(sets.items()))}  # of equal sets the first
    parts: dict[str, list[str]] = {name: [] for name in sets}
    for wholes, members in classes.items():
        label = listed.get(frozenset(members)) or (called or _digest)(frozenset(members))
        for name in wholes:
            parts[name].append(label)
    return [Sum(name, tuple(labels)) for name, labels in parts.items() if labels and labels != [name]]


def _digest(atoms: Atoms) -> str:
    return IMPLIED + blake2s(repr(sorted(atoms, key=str)).encode(), digest_size=8).hexdigest()


class AreaSums:
    """Areas as sets of the municipalities that are there in a period; an absorbed one lives on in its heir."""

    def __init__(self, areas: Areas, named: Iterable[str]) -> None:
        self._areas = areas
        known = set(named)
        self._absorbed = {old for old, heir in areas.successions.items() if old not in known and heir.new in known}

    def living(self, period: str) -> Atoms:
        """The municipalities of a period."""
        municipalities = self._areas.of_level("KU")
        return frozenset(
            area.code for area in municipalities if area.existed(period) and area.code not in self._absorbed
        )

    def rule(self, living: Atoms) -> Rule:
        """How listed areas make each other up while those municipalities live."""
        return partial(self._sums, living)

    def _sums(self, living: Atoms, names: Sequence[str]) -> list[Sum]:
        # A municipality is there where the table says so.
        there = living | {name for name in names if name in self._areas and self._areas[name].level == "KU"}
        sets = {name: frozenset(self._areas.municipalities(name) & there) for name in names if name in self._areas}
        ordered = sorted(sets, key=lambda name: (len(sets[name]) != 1 or not name.startswith("KU"), name))
        return sums_of_sets({name: sets[name] for name in ordered}, _municipality)


def _municipality(atoms: Atoms) -> str:
    return str(next(iter(atoms))) if len(atoms) == 1 else _digest(atoms)


def sex_sums(names: Sequence[str]) -> list[Sum]:
    """All are men and women, whichever of them is listed."""
    return [Sum(TOTAL, ("male", "female"))] if TOTAL in names and len(names) > 1 else []


def age_sums(names: Sequence[str]) -> list[Sum]:
    """Spans of ages as sets of years; figures tell whether the listed ages make up all."""
    spans = {name: span for name in names if (span := _span(name))}
    edges = sorted({edge for span in spans.values() for edge in span})
    pieces = list(pairwise(edges))
    sets = {name: frozenset(p for p in pieces if low <= p[0] and p[1] <= high) for name, (low, high) in spans.items()}
    sums = sums_of_sets(sets)
    wholes = {total.whole for total in sums}
    parts = [name for name in names if name != TOTAL and name not in wholes]
    implied = dict.fromkeys(part for total in sums for part in total.parts if part not in sets)
    if TOTAL in names and parts:
        sums.append(Sum(TOTAL, (*parts, *implied), open_ended=True))
    return sums


def _span(name: str) -> tuple[int, int] | None:
    match = _SPAN.match(name)
    if not match:
        return None
    low, high, open_low = match.groups()
    return (int(open_low), _OLDEST) if open_low else (int(low), int(high) + 1)


def period_sums(names: Sequence[str]) -> list[Sum]:
    """Quarters and years as sets of months; figures tell whether they are sums or means of them, or neither."""
    if len({len(name) for name in names}) < 2:
        return []
    sums = sums_of_sets({name: frozenset(_months(name)) for name in names}, _called_month)
    return [total._replace(division=MONTHS, open_ended=True) for total in sums]


def _months(period: str) -> range:
    start = first_day(period)
    return range(12 * start.year + start.month, last_month(period) + 1)


def _called_month(months: Atoms) -> str:
    if len(months) > 1:
        return _digest(months)
    year, month = divmod(int(str(*months)) - 1, 12)
    return f"{year}-{month + 1:02}"


Assignment = frozenset[tuple[str, str]]


def category_sums(names: Sequence[str]) -> list[Sum]:
    """Categories of one or more variables, "Koulutus: perusaste; Kieli: suomi", with the marginals between listed ones.

    Every category divides by each variable that others below it name; figures tell whether those make up all of it.
    """
    listed = {_assignment(name): name for name in names}
    variables = list(dict.fromkeys(variable for name in names for variable, _ in _pairs(name)))
    nodes = listed | {node: _named(node, variables) for node in _between(set(listed)) if node not in listed}
    sums = []
    for node, name in nodes.items():
        for variable in variables:
            values = dict.fromkeys(
                value for other in nodes if node < other for place, value in other if place == variable
            )
            if variable in dict(node) or not values:
                continue
            parts = [node | {(variable, value)} for value in values]
            labels = tuple(nodes.get(part) or _named(part, variables) for part in parts)
            sums.append(Sum(name, labels, variable, open_ended=True))
    return sums


def _pairs(name: str) -> list[tuple[str, str]]:
    if name == TOTAL:
        return []
    parts = [part.partition(": ") for part in name.split("; ")] if ": " in name else [("", "", name)]
    return [(variable, value) for variable, _, value in parts]


def _assignment(name: str) -> Assignment:
    return frozenset(_pairs(name))


def _named(node: Assignment, variables: Sequence[str]) -> str:
    pairs = sorted(node, key=lambda pair: variables.index(pair[0]))
    return IMPLIED + "; ".join(": ".join(pair) for pair in pairs)


def _between(listed: set[Assignment]) -> Iterator[Assignment]:
    """What lies between a listed category and one that it is a marginal of."""
    crossed = [node for node in listed if len(node) > 1]
    above = [node for node in listed if len(node) < max(map(len, listed))]
    for node in crossed:
        for size in range(1, len(node)):
            for pairs in combinations(sorted(node), size):
                marginal = frozenset(pairs)
                if any(whole < marginal for whole in above):
                    yield marginal
