"""What the pictures of a page have in common: the view, what its areas are called, and links to indicators with them."""

from dataclasses import dataclass
from functools import cached_property

from keko.config import Language
from keko.data.areas import Areas
from keko.ui.html import coloured, link
from keko.ui.view import View
from keko.words.area_labels import short_names
from keko.words.subject import sexes


@dataclass(frozen=True)
class Scene:
    """The view and its areas; each page adds the figures it shows."""

    view: View
    areas: Areas

    @property
    def language(self) -> Language:
        """The reader's."""
        return self.view.language

    def name_of(self, code: str) -> str:
        """What an area is called here: with its level where one of the view's areas would be called the same."""
        return self._names.get(code) or short_names({*self._names, code}, self.areas, self.language)[code]

    @cached_property
    def _names(self) -> dict[str, str]:
        view = self.view
        return short_names(dict.fromkeys((view.area, view.benchmark, *view.others)), self.areas, self.language)

    @property
    def area_name(self) -> str:
        """What the view's area is called."""
        return self.name_of(self.view.area)

    @property
    def benchmark_name(self) -> str:
        """What its benchmark is called."""
        return self.name_of(self.view.benchmark)

    @property
    def area_and_sex(self) -> str:
        """The same and of which sex the figures are: of both, where none is chosen."""
        return ", ".join([self.area_name, *sexes(self.view.sex, self.language)])

    @property
    def area_html(self) -> str:
        """The area's name in its colour."""
        return coloured(self.area_name, "area")

    @property
    def benchmark_html(self) -> str:
        """The benchmark's name in its colour."""
        return coloured(self.benchmark_name, "benchmark")

    def indicator_link(self, indicator: str, label: str, **changes: object) -> str:
        """A link that opens an indicator with the same areas. `changes`: what else differs from the view."""
        return link("indicators", self.view.with_(indicator=indicator, **changes), label)
