"""What the parts of the page have in common: the figures, and how a figure is named, linked and written."""

from dataclasses import dataclass
from functools import cached_property
from html import escape

from keko.config import Language
from keko.indicators.series import Point
from keko.indicators.situation import Standing, sources
from keko.indicators.working_age import Figure
from keko.ui.html import demo_tag, link, reason
from keko.ui.scene import Scene
from keko.ui.tables import Cell
from keko.ui.tables import figure as figure_cell
from keko.words import population as words
from keko.words.explanations import explain
from keko.words.formats import number, quantity, unit_after


@dataclass(frozen=True)
class PopulationScene(Scene):
    """The area's standings on the figures that describe a population."""

    standings: dict[Figure, Standing]

    @property
    def is_demo(self) -> bool:
        """Whether any of the figures is a demo figure."""
        return any(standing.is_demo for standing in self.standings.values())

    @property
    def sources(self) -> list[str]:
        """Where the figures are from."""
        return sources(self.standings.values(), self.language)

    def link(self, figure: Figure, label: str | None = None) -> str:
        """A link that opens a figure among the indicators with the same areas, called `label` or as the figure is; with its
        demo mark among real figures."""
        standing = self.standings[figure]
        name = label or words.figure_name(figure, standing.item, self.language)
        tag = f" {demo_tag(self.language)}" if self._is_mixed and standing.is_demo else ""
        return self.indicator_link(figure.indicator, name, breakdown=figure.category, picture="") + tag

    def area_link(self, code: str) -> str:
        """A link that opens this page for another area."""
        return link("population", self.view.with_(area=code), self.name_of(code))

    @cached_property
    def _is_mixed(self) -> bool:
        """Whether demo figures stand among real ones."""
        return len({standing.is_demo for standing in self.standings.values() if standing.own.points}) > 1


def heads(scene: PopulationScene) -> list[Cell]:
    """The heads of the columns of both areas; one where they are the same."""
    area, benchmark = Cell(scene.area_html, numeric=True), Cell(scene.benchmark_html, numeric=True)
    return [area] if scene.is_own_benchmark else [area, benchmark]


def written(value: float, standing: Standing, language: Language) -> str:
    """A value in the indicator's decimals; its unit where it is not a share or a number of persons."""
    item = standing.item
    plain = number(value, item.decimals, language)
    return (
        plain if item.unit in {"%", "henkilöä"} else f"{plain} {unit_after(value, item.decimals, item.unit, language)}"
    )


def value_cell(point: Point | None, standing: Standing, language: Language) -> Cell:
    """A value, or why there is none."""
    if point is None:
        return blank(words.NO_FIGURE.within(language))
    if point.value is not None:
        return figure_cell(written(point.value, standing, language))
    if point.status == "hidden":
        return blank(words.HIDDEN.within(language), explain(point, language))
    return blank(words.NO_FIGURE.within(language), explain(point, language))


def with_form(cell: Cell, point: Point | None, standing: Standing, language: Language) -> Cell:
    """The cell of a count with what it is in the form in which areas are compared; other cells as they are."""
    item = standing.as_compared.item
    if item.counted is None or point is None or point.value is None:
        return cell
    form = quantity(point.value, item.decimals, item.unit, language)
    return Cell(f"{cell.html}<br><small>{escape(form)}</small>", numeric=True)


def blank(sentence: str, whole_reason: str = "") -> Cell:
    """A cell without a value; the whole reason is its title."""
    return Cell(reason(sentence, title=whole_reason), numeric=True)
