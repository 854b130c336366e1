"""What every picture of population segments is drawn from: the view, the model, and what things are called."""

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import NamedTuple
from urllib.parse import urlencode

from keko.charts.lines import Drawing
from keko.charts.palette import Theme
from keko.config import Language
from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.segments.decomposition import REST
from keko.segments.models import TOTAL, SegmentModel
from keko.segments.store import Published
from keko.ui.loads import DataVersion
from keko.ui.view import View
from keko.words import segments as words
from keko.words.area_labels import short
from keko.words.formats import period


class Chart(NamedTuple):
    """A chart that is ready to be sent, and what it says to those who do not see it."""

    drawing: Drawing
    alt: str


class Picture(NamedTuple):
    """What a page shows: a title where it is not the two areas, a finding, a paragraph, and HTML and charts under them."""

    finding: str
    paragraph: str
    blocks: tuple[str | Chart, ...]
    title: str = ""


@dataclass(frozen=True)
class Scene:
    """The view on one model. `view.picture` is one of this page's own."""

    view: View
    published: Published
    areas: Areas
    theme: Theme
    version: DataVersion

    @property
    def language(self) -> Language:
        """The reader's."""
        return self.view.language

    @property
    def model(self) -> SegmentModel:
        """The model itself."""
        return self.published.model

    @property
    def beside(self) -> tuple[str, ...]:
        """The area, its benchmark and the country, each once."""
        return tuple(dict.fromkeys((self.view.area, self.view.benchmark, WHOLE_COUNTRY)))

    @cached_property
    def names(self) -> dict[str, str]:
        """What segments and factors are called, by code."""
        groups = {one.code: one.names.within(self.language) for one in self.model.segments}
        factors = {one.code: one.names.within(self.language) for one in self.model.factors}
        return {
            **groups,
            **factors,
            REST: words.REST_NAME.within(self.language),
            TOTAL: words.TOTAL_NAME.within(self.language),
        }

    def area_name(self, code: str) -> str:
        """What an area is called in a table."""
        return short(self.areas[code], self.language)

    @property
    def own(self) -> str:
        """The area's name."""
        return self.area_name(self.view.area)

    @property
    def benchmark(self) -> str:
        """The benchmark's name."""
        return self.area_name(self.view.benchmark)

    def period_among(self, periods: tuple[str, ...]) -> str | None:
        """The period asked for, where the model has it; else None, for the newest."""
        return self.view.period if self.view.period in periods else None

    def other_period(self, shown: str | None) -> str:
        """That another period is shown than was asked for; empty where it is not so."""
        asked = self.view.period
        if not asked or not shown or asked == shown:
            return ""
        told = {"asked": period(asked, self.language), "shown": period(shown, self.language)}
        return words.OTHER_PERIOD.within(self.language, **told)

    def opener(self, segment: str) -> str:
        """The segment's name, a link that opens its profile, with what it is marked as."""
        query = escape(
            urlencode(self.view.with_(picture="profiili", segment=segment, model=self.model.id).parameters())
        )
        link = f'<a href="/segmentit?{query}" target="_self">{escape(self.names[segment])}</a>'
        return link + self.mark(segment)

    def mark(self, segment: str) -> str:
        """What a segment is marked as, in small type."""
        said = self.marked(segment)
        return f" <small>{escape(said)}</small>" if said else ""

    def marked(self, segment: str) -> str:
        """The same as plain text; empty where it is marked as nothing."""
        one = next(one for one in self.model.segments if one.code == segment)
        said = words.DIFFICULT if one.difficult_to_employ else words.AT_RISK if one.at_risk else None
        return said.within(self.language) if said else ""

    def beneath(self, shown: str | None) -> str:
        """Which model and period figures are from, with the citation."""
        told = {"model": self.model.names.within(self.language), "citation": self.model.citation.rstrip(".")}
        said = words.BENEATH.within(self.language, **told, period=period(shown, self.language) if shown else "–")
        return note(" ".join(part for part in (self.other_period(shown), said) if part))


def note(sentence: str) -> str:
    """How to read a picture, in small type."""
    return f'<p class="keko-note">{escape(sentence)}</p>'


def heading(title: str) -> str:
    """The heading of a part of the page."""
    return f'<h2 class="keko-part">{escape(title)}</h2>'


def folded(html: str, language: Language) -> str:
    """A table that is opened by whoever wants it."""
    return f'<details class="keko-fold"><summary>{escape(words.AS_TABLE.within(language))}</summary>{html}</details>'
