"""The page of indicators as it is frozen."""

from keko.charts.key import key_html
from keko.indicators.situation import sources
from keko.room.frozen import Chart, Html
from keko.ui import loads
from keko.ui.chosen import with_indicator
from keko.ui.freezing.figures import figures, line_plot, rests_on
from keko.ui.freezing.sheet import Sheet, chart, html, noted, notices
from keko.ui.indicators import rendered, waits
from keko.ui.indicators.scene import IndicatorScene, picture, scene
from keko.ui.loads import DataVersion
from keko.ui.opening import title_of_area
from keko.ui.view import View
from keko.words.area_labels import short_names
from keko.words.development import development_in_words
from keko.words.subject import other_period


def indicators(asked: View, version: DataVersion) -> Sheet:
    """The development of one indicator, or its small multiples, with definition and figures."""
    here = scene(with_indicator(asked, version), version)
    view, standing = here.view, here.developed.standing
    areas, every = loads.areas(version), [series for series in standing.every_series if series.valued]
    latest = standing.latest.period if standing.latest else None
    names = short_names([series.area for series in every], areas, view.language)
    alt = f"{here.subject}: {', '.join(names.values())}"
    described = rendered.description(here.item.id, view, here.others, version)
    return Sheet(
        view,
        title_of_area(here.subject, view, areas),
        here.finding,
        notices([other_period(view.period, latest, view.language)]) + _parts(here, version) + html(described),
        " ".join(development_in_words(here.developed, view.language)) if here.pictures else "",
        plots=(line_plot(every, names, here.subject, standing.item.unit, alt, view),) if every else (),
        figures=figures([standing], view.question, version, view),
        rests_on=rests_on([standing], version),
        periods=tuple(point.period for series in every for point in series.valued),
        sources=tuple(sources([standing], view.language)),
        flags={standing.is_demo},
    )


def _parts(here: IndicatorScene, version: DataVersion) -> tuple[Html | Chart, ...]:
    if not here.pictures:
        return ()
    waited = waits.waits(here.developed.standing, here.view, version)
    if here.view.picture != "kehitys":
        return html(rendered.multiples(here.item, here.view, here.others, version), waited)
    drawing, alt, caption = picture(here, "light", version)
    key = key_html(drawing.key) if drawing.key else ""
    return (chart(drawing, alt), *html(key, noted(caption), waited))
