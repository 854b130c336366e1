"""The overview as it is frozen."""

from html import escape

from keko.indicators.situation import sources
from keko.room.frozen import Html, Plot
from keko.ui import loads
from keko.ui.freezing.at_rest import plain
from keko.ui.freezing.figures import figures, line_plot, standings_table
from keko.ui.freezing.sheet import Sheet, html, notices
from keko.ui.loads import DataVersion
from keko.ui.opening import at_shown_period, left_out, title_of_pair
from keko.ui.overview import rendered
from keko.ui.view import View, all_categories
from keko.words.area_labels import short_names
from keko.words.subject import other_periods, subject


def overview(asked: View, version: DataVersion) -> Sheet:
    """What the overview says, its tiles, and the figures of both areas on each of them over time."""
    view = all_categories(asked)
    text, areas = rendered.text(view, version), loads.areas(version)
    standings = rendered.standings(view, version)
    warned = [other_periods(view.period, text.periods, view.language), *left_out(asked, view)]
    names = short_names((view.area, view.benchmark), areas, view.language)
    plots = [
        line_plot(
            [standing.own, standing.benchmark],
            names,
            named := subject(standing.item, view.question, view.language),
            standing.item.unit,
            f"{named}: {', '.join(names.values())}",
            view,
        )
        for standing in standings
        if standing.own.valued
    ]
    title = title_of_pair(at_shown_period(view, text.periods), areas)
    return Sheet(
        view,
        title,
        text.finding,
        notices(warned) + html(text.lines) + (_tiles(view, version),),
        plots=tuple[Plot, ...](plots),
        tables=(standings_table(standings, plain(title), view, version),),
        figures=figures(standings, view.question, version, view),
        rests_on=loads.headlines(view.area, version),
        periods=text.periods,
        sources=tuple(sources(standings, view.language)),
        flags=text.demo_flags,
    )


def _tiles(view: View, version: DataVersion) -> Html:
    """The tiles under their names."""
    catalogue = loads.catalogue(version)
    tiles = "".join(
        f"<section><h2>{escape(catalogue[indicator].names.within(view.language))}</h2>{tile}</section>"
        for indicator, tile in rendered.tiles(view, version)
    )
    return Html(f'<div class="keko-tiles">{tiles}</div>')
