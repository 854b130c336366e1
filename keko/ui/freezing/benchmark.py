"""The benchmark page as it is frozen."""

from keko.indicators.situation import sources
from keko.ui import loads
from keko.ui.benchmark import queries, rendered
from keko.ui.freezing.at_rest import plain
from keko.ui.freezing.figures import figures, rests_on, standings_table
from keko.ui.freezing.sheet import Sheet, html, noted, notices
from keko.ui.loads import DataVersion
from keko.ui.opening import at_shown_period, left_out, title_of_pair
from keko.ui.view import View, all_categories, with_picture
from keko.words.subject import other_periods


def benchmark(asked: View, version: DataVersion) -> Sheet:
    """The picture of the benchmark that the view asks for, with the words around it."""
    view = with_picture(all_categories(asked))
    text, areas = rendered.text(view, version), loads.areas(version)
    standings = [row.standing for row in queries.benchmark(view, version)]
    warned = [other_periods(view.period, text.periods, view.language), *left_out(asked, view)]
    title = title_of_pair(at_shown_period(view, text.periods), areas)
    return Sheet(
        view,
        title,
        text.finding,
        notices(warned) + html(noted(text.chance), rendered.picture(view, version), noted(text.beneath)),
        text.paragraph,
        tables=(standings_table(standings, plain(title), view, version),) if view.picture == "kehitys" else (),
        figures=figures(standings, view.question, version, view),
        rests_on=rests_on(standings, version),
        periods=tuple(each for each in text.periods if each),
        sources=tuple(sources(standings, view.language)),
        flags=text.demo_flags,
    )
