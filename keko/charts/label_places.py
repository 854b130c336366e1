"""Where names beside lines stand so that no two overlap, each as near to its line as it can."""

from collections.abc import Sequence


def apart(wanted: Sequence[float], values: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places near the `wanted` ones, at least `gap` apart and from `low` to `high` where they fit.

    A name of a larger value (`values`: of each, what its name tells) stands higher, whatever was wanted. Names that would
    overlap make a group about the middle of what they wanted (pool adjacent violators, least squares).
    """
    order = sorted(range(len(wanted)), key=lambda place: (values[place], wanted[place]))
    groups: list[tuple[float, int]] = []  # the lowest place of each, and how many are in it
    for place in order:
        start, count = wanted[place], 1
        while groups and groups[-1][0] + groups[-1][1] * gap > start:
            before, many = groups.pop()
            # The middle of what all of them wanted, each less its rank in the group.
            start = (before * many + (start - many * gap) * count) / (many + count)
            count += many
        groups.append((start, count))
    spread = [start + rank * gap for start, count in groups for rank in range(count)]
    spread = _inside(spread, gap, low, high)
    return [place for _, place in sorted(zip(order, spread, strict=True))]


def _inside(places: list[float], gap: float, low: float, high: float) -> list[float]:
    for n in range(len(places) - 1, -1, -1):
        above = places[n + 1] - gap if n + 1 < len(places) else high
        places[n] = min(places[n], above)
    for n, place in enumerate(places):
        below = places[n - 1] + gap if n else low
        places[n] = max(place, below)
    return places
