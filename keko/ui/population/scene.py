"""What the parts of the page have in common: the figures, and how a figure is named, linked and written."""

from dataclasses import dataclass
from html import escape

from keko.config import Language
from keko.indicators.series import Point, Series
from keko.indicators.situation import Standing, sources
from keko.indicators.working_age import Figure
from keko.ui.html import demo_tag, link, reason
from keko.ui.scene import Scene
from keko.ui.tables import Cell
from keko.ui.tables import figure as figure_cell
from keko.words import population as words
from keko.words.explanations import absence_in_words, explain
from keko.words.formats import number, quantity, unit_after
from keko.words.subject import sexes


@dataclass(frozen=True)
class PopulationScene(Scene):
    """The area's standings on the figures that describe a population. `is_mixed`: whether the page has demo figures among
    real ones.
    """

    standings: dict[Figure, Standing]
    is_mixed: bool = False

    @property
    def sources(self) -> list[str]:
        """Where the figures are from."""
        return sources(self.standings.values(), self.language)

    def link(self, figure: Figure, label: str | None = None) -> str:
        """A link that opens a figure among the indicators with the same areas, called `label` or as the figure is; with its
        demo mark among real figures."""
        standing = self.standings[figure]
        name = label or words.figure_name(figure, standing.item, self.language)
        link_ = self.indicator_link(figure.indicator, name, breakdown=figure.category, picture="")
        return link_ + self.tag(standing.is_demo)

    def described(self, figure: Figure) -> str:
        """What a figure is called where its sex does not stand beside it."""
        name = words.figure_name(figure, self.standings[figure].item, self.language)
        return ", ".join([name, *sexes(self.view.sex, self.language)])

    def tag(self, is_demo: bool) -> str:
        """The mark of demo figures among real ones, as HTML; none where there is nothing to tell them from."""
        return f" {demo_tag(self.language)}" if self.is_mixed and is_demo else ""

    def area_link(self, code: str) -> str:
        """A link that opens this page for another area."""
        return link("population", self.view.with_(area=code), self.name_of(code))


def heads(scene: PopulationScene) -> list[Cell]:
    """The heads of the columns of both areas."""
    return [Cell(scene.area_html, numeric=True), Cell(scene.benchmark_html, numeric=True)]


def written(value: float, standing: Standing, language: Language) -> str:
    """A value in the indicator's decimals; its unit where it is not a share or a number of persons."""
    item = standing.item
    plain = number(value, item.decimals, language)
    return (
        plain if item.unit in {"%", "henkilöä"} else f"{plain} {unit_after(value, item.decimals, item.unit, language)}"
    )


def value_cell(point: Point | None, standing: Standing, language: Language, series: Series | None = None) -> Cell:
    """A value, or why there is none. `series`: what the point is of, which says why where there is no point at all."""
    if point is None:
        return blank(words.NO_FIGURE.within(language), absence_in_words(series, language) if series else "")
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
