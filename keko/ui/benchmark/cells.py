"""What the tables of the benchmark have in common: who is compared, and the cells of a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import groupby
from urllib.parse import urlencode

from keko.config import Language
from keko.data.areas import Areas
from keko.indicators.benchmark import Row, peers
from keko.ui.tables import Cell, figure, text, verdict
from keko.ui.view import View
from keko.words import benchmark as words
from keko.words import interface
from keko.words.area_labels import label, short
from keko.words.formats import number, period, signed, unit
from keko.words.sentences import limits_in_words
from keko.words.terms import THEMES


@dataclass(frozen=True)
class Scene:
    """What every picture is drawn from: the view, its rows, and what areas are called."""

    view: View
    rows: Sequence[Row]
    areas: Areas

    @property
    def language(self) -> Language:
        """The reader's."""
        return self.view.language

    @property
    def own(self) -> str:
        """The area's name."""
        return self.name(self.view.area)

    @property
    def benchmark(self) -> str:
        """The benchmark's name."""
        return self.name(self.view.benchmark)

    @property
    def peers(self) -> str:
        """Whom the area stands among, in words."""
        level = self.areas[self.view.area].level
        return words.PEERS.get(level, words.PEERS["HVA"]).within(self.language)

    @property
    def caption(self) -> str:
        """What a picture shows, for those who do not see the page's heading."""
        return f"{words.PICTURES[self.view.picture].within(self.language)}: {self.own} – {self.benchmark}"

    @cached_property
    def columns(self) -> list[str]:
        """The areas of the matrix: the pair, then those chosen, else those of the set, else all peers."""
        view = self.view
        rest = view.others or self.areas.sets.get(view.benchmark) or tuple(self._around)
        return list(dict.fromkeys([view.area, view.benchmark, *rest]))

    @cached_property
    def _around(self) -> tuple[str, ...]:
        return tuple(peers(self.view.area, self.areas))

    def peer_values(self, row: Row) -> dict[str, float]:
        """What the area and its peers have: others that were chosen do not stretch the range."""
        inside = {self.view.area, *self._around}
        return {code: value for code, value in row.values.items() if code in inside}

    def name(self, code: str) -> str:
        """What an area is called in a table; in full where area and benchmark would be called the same."""
        pair = [self.areas[one] for one in (self.view.area, self.view.benchmark)]
        alike = pair[0] != pair[1] and short(pair[0], self.language) == short(pair[1], self.language)
        return (label if alike and self.areas[code] in pair else short)(self.areas[code], self.language)

    def by_theme(self) -> list[tuple[str, list[Row]]]:
        """The rows by theme, under its name, in the order of the themes."""
        order = list(THEMES)
        ordered = sorted(self.rows, key=lambda row: order.index(row.standing.item.theme))
        return [
            (THEMES[theme].within(self.language), list(rows))
            for theme, rows in groupby(ordered, lambda row: row.standing.item.theme)
        ]


def opener(row: Row, scene: Scene) -> str:
    """The indicator's name, a link that opens it with the same areas, with its unit and, among real ones, its demo mark."""
    item, language = row.standing.item, scene.language
    query = escape(urlencode(scene.view.with_(indicator=item.id).parameters()))
    name, measured = escape(item.names.within(language)), escape(unit(item.unit, language))
    mixed = len({one.standing.is_demo for one in scene.rows}) > 1
    demo = f' <span class="keko-tag">{escape(interface.DEMO_TILE.within(language))}</span>'
    tag = demo if mixed and row.standing.is_demo else ""
    return f'<a href="/mittarit?{query}" target="_self">{name}</a> <small>{measured}</small>{tag}'


def name_cell(row: Row, scene: Scene) -> Cell:
    """The head of a row."""
    return Cell(opener(row, scene), header=True)


def period_cell(row: Row, scene: Scene) -> Cell:
    """When the figures are from."""
    return text(period(row.period, scene.language) if row.period else "–")


def value_cell(value: float | None, row: Row, scene: Scene) -> Cell:
    """A figure in the indicator's decimals."""
    return figure("–" if value is None else number(value, row.standing.item.decimals, scene.language))


def difference_cell(row: Row, scene: Scene) -> Cell:
    """The difference and its interval."""
    compared, language, decimals = row.comparison, scene.language, row.standing.item.decimals
    if compared.difference is None or compared.reason == "same area":
        return figure("–")
    between = limits_in_words(compared, decimals, language)
    small = f"<br><small>{escape(between)}</small>" if between else ""
    return Cell(escape(signed(compared.difference, decimals, language)) + small, numeric=True)


def verdict_cell(row: Row, scene: Scene) -> Cell:
    """The verdict, and the persons a real difference corresponds to."""
    compared, language = row.comparison, scene.language
    said = verdict(compared, language)
    if compared.persons is None or not compared.confidence:
        return Cell(said)
    count = round(compared.persons)
    persons = interface.PERSONS.within(language, count=count, persons=number(count, 0, language))
    return Cell(f"{said}<br><small>{escape(persons)}</small>")


def note(sentence: str) -> str:
    """How to read a picture, in small type."""
    return f'<p class="keko-note">{escape(sentence)}</p>'
