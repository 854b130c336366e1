"""What every picture of population segments is drawn from: the view, the model, and what things are called."""

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import NamedTuple

from keko.charts.drawing import Drawing
from keko.charts.palette import Theme
from keko.data.areas import WHOLE_COUNTRY
from keko.segments.decomposition import REST
from keko.segments.models import TOTAL, SegmentModel
from keko.segments.store import Published
from keko.ui.html import fold, link, note, reason
from keko.ui.loads import DataVersion
from keko.ui.scene import Scene
from keko.words import segments as words
from keko.words.formats import period


class Chart(NamedTuple):
    """A chart that is ready to be sent, and what it says to those who do not see it."""

    drawing: Drawing
    alt: str


class Picture(NamedTuple):
    """What a page shows: a title where it is not the two areas, a finding, a paragraph, and HTML and charts under them.

    `period`, `sex`: of which its figures are; no period where there are none.
    """

    finding: str
    paragraph: str
    blocks: tuple[str | Chart, ...]
    title: str = ""
    period: str | None = None
    sex: str = TOTAL


@dataclass(frozen=True)
class SegmentScene(Scene):
    """The view on one model. `view.picture` is one of this page's own."""

    published: Published
    theme: Theme
    version: DataVersion

    @property
    def model(self) -> SegmentModel:
        """The model itself."""
        return self.published.model

    @property
    def compared_areas(self) -> tuple[str, ...]:
        """The area, its benchmark and the country, each once."""
        return tuple(dict.fromkeys((self.view.area, self.view.benchmark, WHOLE_COUNTRY)))

    @cached_property
    def names(self) -> dict[str, str]:
        """What segments and factors are called, by code."""
        language = self.language
        segments = {segment.code: segment.names.within(language) for segment in self.model.segments}
        factors = {factor.code: factor.names.within(language) for factor in self.model.factors}
        return {
            **segments,
            **factors,
            REST: words.REST_NAME.within(language),
            TOTAL: words.TOTAL_NAME.within(language),
        }

    def period_among(self, periods: tuple[str, ...]) -> str | None:
        """The period asked for, where the model has it; else None, for the newest."""
        return self.view.period if self.view.period in periods else None

    def segment_link(self, segment: str) -> str:
        """The segment's name, a link that opens its profile, with what it is marked as."""
        profile = self.view.with_(picture="profiili", segment=segment, model=self.model.id)
        mark = self.mark(segment)
        return link("segments", profile, self.names[segment]) + (f" <small>{escape(mark)}</small>" if mark else "")

    def mark(self, code: str) -> str:
        """What a segment is marked as; empty where it is marked as nothing."""
        segment = next(segment for segment in self.model.segments if segment.code == code)
        mark = words.DIFFICULT if segment.difficult_to_employ else words.AT_RISK if segment.at_risk else None
        return mark.within(self.language) if mark else ""

    def beneath(self, shown: str | None) -> str:
        """Which model and period figures are from, with the citation."""
        source = words.BENEATH.within(
            self.language,
            model=self.model.names.within(self.language),
            citation=self.model.citation.within(self.language).rstrip("."),
            period=period(shown, self.language) if shown else "–",
        )
        return note(source)

    def folded_table(self, table_html: str) -> str:
        """The same figures as a table, opened by whoever wants it."""
        return fold(words.AS_TABLE.within(self.language), table_html)

    def hidden(self) -> str:
        """What stands for a figure that is hidden."""
        return reason(words.HIDDEN.within(self.language), "span")


def drawn_figure(drawing: str, figure: str, lesser: bool = False) -> str:
    """A drawing with its figure beside it. `lesser`: not in bold, as another figure of the picture is the answer."""
    element = "span" if lesser else "b"
    return f'<span class="pair">{drawing}<{element}>{escape(figure)}</{element}></span>'
