"""What the page of indicators shows of a view: the indicator, whom it stands beside, and how it has developed."""

from typing import NamedTuple

from keko.charts.drawing import Drawing
from keko.charts.palette import Theme
from keko.data.areas import WHOLE_COUNTRY
from keko.indicators.catalogue import Indicator
from keko.room.development import Development
from keko.ui import loads
from keko.ui.indicators import multiples, queries, rendered
from keko.ui.loads import DataVersion
from keko.ui.view import View
from keko.words import interface as words
from keko.words.area_labels import label, short_names
from keko.words.charts import explained
from keko.words.development import forecast_in_words
from keko.words.sentences import indicator_finding
from keko.words.subject import subject


class IndicatorScene(NamedTuple):
    """`view`: with an indicator, a category and a picture of it that there are; `others`: further areas of the picture.

    `pictures`: those that there are of the indicator, none where it has no figures.
    """

    view: View
    item: Indicator
    others: tuple[str, ...]
    developed: Development
    finding: str
    pictures: tuple[str, ...]

    @property
    def subject(self) -> str:
        """What the figures are called."""
        return subject(self.item, self.view.question, self.view.language)


class Developed(NamedTuple):
    """The picture of a development. `alt`: what it says to those who do not see it; `caption`: how to read it."""

    drawing: Drawing
    alt: str
    caption: str


def scene(view: View, version: DataVersion) -> IndicatorScene:
    """What a view with an indicator (`keko.ui.chosen.with_indicator`) shows."""
    areas, item = loads.areas(version), loads.catalogue(version)[view.indicator or ""]
    others = view.others or _usual_others(item)
    developed = queries.development(item.id, view, others, version)
    standing = developed.standing
    finding = indicator_finding(standing, developed.changes, label(areas[view.benchmark], view.language), view.language)
    pictures: tuple[str, ...] = ()
    if any(series.valued for series in standing.every_series):
        dimensions = loads.breakdowns(item.id, version)
        pictures = tuple(multiples.possible(item, dimensions, developed.actions, view, areas))
        view = view.with_(picture=view.picture if view.picture in pictures else pictures[0])
    return IndicatorScene(view, item, others, developed, finding, pictures)


def _usual_others(item: Indicator) -> tuple[str, ...]:
    """The areas drawn in grey when nobody has chosen any: the country, unless its sheer number would flatten the others."""
    return (WHOLE_COUNTRY,) if item.comparable else ()


def picture(here: IndicatorScene, theme: Theme, version: DataVersion) -> Developed:
    """The chart of the development, with what is said of it."""
    view, language, standing = here.view, here.view.language, here.developed.standing
    names = short_names([series.area for series in standing.every_series], loads.areas(version), language).values()
    described = words.CHART_ALT.within(language, name=here.subject, areas=", ".join(names))
    drawing = rendered.development(here.item.id, view, here.others, theme, version)
    notes = [*explained(drawing.notes, language), forecast_in_words(here.developed, language)]
    return Developed(drawing, f"{described} {here.finding}", " ".join(notes))
