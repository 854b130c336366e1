"""Cells that nobody lists though they follow from what is listed: a whole less all its listed parts, or less one of them."""

from collections.abc import Callable, Iterator, Mapping

import pandas as pd

from keko.attack.axes import Elements, ages
from keko.data.observations import KEY

LESS = " ∖ "
MANY = 60


class Names:
    """What unlisted sets are called: as a listed cell would be where there is such a word, else as a whole less parts."""

    def __init__(self, wholes: Mapping[str, Elements]) -> None:
        self._known = {elements: label for label, elements in wholes.items()}
        self.parts: dict[str, tuple[str, tuple[str, ...]]] = {}

    def of(self, elements: Elements, whole: str, parts: tuple[str, ...]) -> str:
        """A label of the set, which `sets_of` understands."""
        if elements in self._known:
            return self._known[elements]
        years = sorted(year for year in elements if isinstance(year, int))
        if len(years) == len(elements) and years[-1] - years[0] + 1 == len(years):
            label = f"{years[0]}-{years[-1]}"
            if ages(label) == elements:
                return label
        label = whole + LESS + "|".join(parts)
        self.parts[label] = (whole, parts)
        return label


def sets_of(labels: list[str], basic: Callable[[list[str]], dict[str, Elements]], names: Names) -> dict[str, Elements]:
    """The set of every label; `basic` knows those that are no remainders."""
    needed = {
        word for label in labels if label in names.parts for word in (names.parts[label][0], *names.parts[label][1])
    }
    sets = basic(sorted({*(label for label in labels if label not in names.parts), *needed}))
    for label in labels:
        if label in names.parts:
            whole, parts = names.parts[label]
            sets[label] = sets.get(whole, frozenset()).difference(*(sets.get(part, frozenset()) for part in parts))
    return {label: sets[label] for label in labels if label in sets}


def remainders(keys: pd.DataFrame, name: str, sets: Mapping[str, Elements], names: Names) -> pd.DataFrame:
    """The cells along a dimension that follow from listed `keys`, less those that are listed themselves."""
    others = [key for key in KEY if key != name]
    some = keys[keys[name].isin(sets.keys())]
    group = some.groupby(others, sort=False).ngroup().to_numpy()
    places = some[others].to_numpy(object)
    listed: dict[int, list[str]] = {}
    first: dict[int, int] = {}
    for row, (number, label) in enumerate(zip(group.tolist(), some[name].to_list(), strict=True)):
        listed.setdefault(number, []).append(label)
        first.setdefault(number, row)
    by_listed: dict[frozenset[str], list[str]] = {}
    found = []
    for number, labels in listed.items():
        own = frozenset(labels)
        if own not in by_listed:
            by_listed[own] = [names.of(*left) for left in _left(own, sets)]
        found += [(*places[first[number]], label) for label in by_listed[own]]
    return pd.DataFrame(found, columns=[*others, name])[KEY]


def _left(listed: frozenset[str], sets: Mapping[str, Elements]) -> Iterator[tuple[Elements, str, tuple[str, ...]]]:
    """Sets that are no listed cell's: what listed parts leave of a whole, each once."""
    own = {sets[label] for label in listed}
    seen = set(own)
    for whole in sorted(listed):
        inside = sorted(label for label in listed if sets[label] < sets[whole])
        cuts = [tuple(inside)] if inside else []
        if len(inside) < MANY:
            cuts += [(label,) for label in inside]
        for parts in cuts:
            rest = sets[whole].difference(*(sets[part] for part in parts))
            if rest and rest not in seen and not any(other < rest for other in own):
                seen.add(rest)
                yield rest, whole, parts
