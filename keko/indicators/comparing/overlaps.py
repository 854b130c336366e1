"""Which people two areas have in common."""

from typing import Literal

from keko.data.areas import Areas
from keko.indicators.comparing.differences import Overlap

Same = Literal["same area", "same municipalities"]


class Overlaps:
    """How areas overlap, each pair of areas looked at once."""

    def __init__(self, areas: Areas) -> None:
        self._areas = areas
        self._known: dict[tuple[str, str], Overlap | Same] = {}

    def between(self, area: str, benchmark: str) -> Overlap | Same:
        """What two areas share; a reason where they are the same."""
        if (area, benchmark) not in self._known:
            self._known[area, benchmark] = self._between(area, benchmark)
        return self._known[area, benchmark]

    def _between(self, area: str, benchmark: str) -> Overlap | Same:
        mine, theirs = self._areas.municipalities(area), self._areas.municipalities(benchmark)
        if area == benchmark:
            return "same area"
        if mine == theirs:
            return "same municipalities"
        common = mine & theirs
        return Overlap(self._share(common, mine), self._share(common, theirs)) if common else Overlap()

    def _share(self, common: frozenset[str], whole: frozenset[str]) -> float:
        """The share of people; of municipalities where no people are known. One only where all are common."""
        if common == whole:
            return 1.0
        people = [sum(self._areas[code].population or 0 for code in codes) for codes in (common, whole)]
        part, all_ = people if people[0] else (len(common), len(whole))
        return min(part / all_, 1 - 1e-9)
