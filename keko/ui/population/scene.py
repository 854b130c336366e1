"""What the parts of the page have in common: the view, the figures, and how a figure is named, linked and written."""

from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from keko.config import Language
from keko.data.areas import Areas
from keko.indicators.series import Point
from keko.indicators.situation import Standing, sources
from keko.indicators.working_age import Figure
from keko.ui.tables import Cell
from keko.ui.tables import figure as figure_cell
from keko.ui.view import View
from keko.words import interface
from keko.words import population as words
from keko.words.area_labels import short
from keko.words.explanations import explain
from keko.words.formats import number, unit_after


@dataclass(frozen=True)
class Scene:
    """The view, its area's standings on the figures that describe a population, and what areas are called."""

    view: View
    standings: dict[Figure, Standing]
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
    def own_html(self) -> str:
        """The area's name in its colour."""
        return f'<span class="area">{escape(self.own)}</span>'

    @property
    def benchmark_html(self) -> str:
        """The benchmark's name in its colour."""
        return f'<span class="benchmark">{escape(self.benchmark)}</span>'

    @property
    def alone(self) -> bool:
        """Whether the area is its own benchmark."""
        return self.view.area == self.view.benchmark

    @property
    def is_demo(self) -> bool:
        """Whether any of the figures is a demo figure."""
        return any(standing.is_demo for standing in self.standings.values())

    @property
    def sources(self) -> list[str]:
        """Where the figures are from."""
        return sources(self.standings.values(), self.language)

    def name(self, code: str) -> str:
        """What an area is called here."""
        return short(self.areas[code], self.language)

    def link(self, figure: Figure, label: str | None = None) -> str:
        """A link that opens a figure on Mittarit with the same areas, called `label` or as the figure is; with its demo
        mark among real figures."""
        item = self.standings[figure].item
        view = self.view.with_(indicator=figure.indicator, breakdown=figure.category, picture="")
        query = escape(urlencode(view.parameters()))
        name = escape(label or words.figure_name(figure, item, self.language))
        return f'<a href="/mittarit?{query}" target="_self">{name}</a>{self._tag(self.standings[figure])}'

    def area_link(self, code: str) -> str:
        """A link that opens this page for another area."""
        query = escape(urlencode(self.view.with_(area=code).parameters()))
        return f'<a href="/tyoikaiset?{query}" target="_self">{escape(self.name(code))}</a>'

    def _tag(self, standing: Standing) -> str:
        known = {other.is_demo for other in self.standings.values() if other.own.points}
        if len(known) < 2 or not standing.is_demo:
            return ""
        return f' <span class="keko-tag">{escape(interface.DEMO_TILE.within(self.language))}</span>'


def heads(scene: Scene) -> list[Cell]:
    """The heads of the columns of both areas; one where they are the same."""
    own, other = Cell(scene.own_html, numeric=True), Cell(scene.benchmark_html, numeric=True)
    return [own] if scene.alone else [own, other]


def written(value: float, standing: Standing, language: Language) -> str:
    """A value in the indicator's decimals; its unit where it is not a share or a number of persons."""
    item = standing.item
    told = number(value, item.decimals, language)
    return told if item.unit in {"%", "henkilöä"} else f"{told} {unit_after(value, item.decimals, item.unit, language)}"


def value_cell(point: Point | None, standing: Standing, language: Language) -> Cell:
    """A value, or why there is none."""
    if point is None:
        return blank(words.NO_FIGURE.within(language))
    if point.value is not None:
        return figure_cell(written(point.value, standing, language))
    if point.status == "hidden":
        return blank(words.HIDDEN.within(language), explain(point, language))
    return blank(words.NO_FIGURE.within(language), explain(point, language))


def blank(said: str, reason: str = "") -> Cell:
    """A cell without a value; the whole reason is its title."""
    title = f' title="{escape(reason)}"' if reason else ""
    return Cell(f'<small class="why"{title}>{escape(said)}</small>', numeric=True)
