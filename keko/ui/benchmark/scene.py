"""What every picture of the benchmark is drawn from."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from keko.indicators.benchmark import Row, peers
from keko.indicators.highlights import clearest, named
from keko.indicators.situation import demo_flags
from keko.ui.scene import Scene
from keko.words import benchmark as words
from keko.words.area_labels import by_name
from keko.words.terms import THEMES


@dataclass(frozen=True)
class BenchmarkScene(Scene):
    """The indicators of the area beside its benchmark and among its peers."""

    rows: Sequence[Row]

    @property
    def peers(self) -> str:
        """Whom the area stands among, in words."""
        level = self.areas[self.view.area].level
        return words.PEERS.get(level, words.PEERS["HVA"]).within(self.language)

    @property
    def caption(self) -> str:
        """What a picture shows, for those who do not see the page's heading."""
        picture = words.PICTURES[self.view.picture].within(self.language)
        return f"{picture}: {self.area_and_sex} – {self.benchmark_name}"

    @cached_property
    def columns(self) -> list[str]:
        """The areas of the matrix: the pair, then by name those chosen, else those of the set, else all peers."""
        view = self.view
        codes = view.others or self.areas.sets.get(view.benchmark) or self._peer_codes
        return list(dict.fromkeys([view.area, view.benchmark, *by_name(codes, self.name_of, self.language)]))

    @cached_property
    def _peer_codes(self) -> tuple[str, ...]:
        return tuple(peers(self.view.area, self.areas))

    @cached_property
    def is_mixed(self) -> bool:
        """Whether demo figures stand among real ones."""
        return len(demo_flags(row.standing for row in self.rows)) > 1

    def peer_values(self, row: Row) -> dict[str, float]:
        """What the area and its peers have: others that were chosen do not stretch the range."""
        among = {self.view.area, *self._peer_codes}
        return {code: value for code, value in row.values.items() if code in among}

    def described(self, row: Row, among_peers: bool = True) -> str:
        """The alternative text of a row's drawing."""
        peers = self.peers if among_peers else None
        return words.row_in_words(row, self.view.question, self.area_name, self.benchmark_name, self.language, peers)

    @cached_property
    def first(self) -> list[tuple[str, list[Row]]]:
        """What every picture begins with: the row that the headline names, under the headline's words; without one nothing."""
        clear = named(clearest([row.comparison for row in self.rows]))
        if clear is None:
            return []
        rows = [row for row in self.rows if row.standing.item.id == clear.indicator]
        return [(words.CLEAREST[clear.verdict].within(self.language), rows)]

    @cached_property
    def others(self) -> list[Row]:
        """The other rows."""
        before = [row for _, rows in self.first for row in rows]
        return [row for row in self.rows if all(row is not other for other in before)]

    def by_theme(self) -> list[tuple[str, list[Row]]]:
        """The first row, then the others by theme, under its name, in the order of the themes."""
        order = list(THEMES)
        ordered = sorted(self.others, key=lambda row: order.index(row.standing.item.theme))
        return self.first + [
            (THEMES[theme].within(self.language), list(rows))
            for theme, rows in groupby(ordered, lambda row: row.standing.item.theme)
        ]
