"""The page of the working-age population as it is frozen."""

from keko.indicators.age_pyramid import AGES, SIDES, AgePyramid
from keko.indicators.situation import sources
from keko.room.frozen import Plot
from keko.ui import loads
from keko.ui.freezing.figures import figures, rests_on
from keko.ui.freezing.sheet import Sheet, html, noted, notices
from keko.ui.loads import DataVersion
from keko.ui.opening import at_shown_period, left_out, title_of_pair
from keko.ui.population import queries, rendered
from keko.ui.view import View, everybody
from keko.words import population as words
from keko.words.area_labels import short
from keko.words.formats import period
from keko.words.subject import other_periods
from keko.words.terms import SEXES


def population(asked: View, version: DataVersion) -> Sheet:
    """Ages, groups, figures and municipalities, as the page has them."""
    view = everybody(asked).with_(indicator=None)
    shown, areas = rendered.population(view, version), loads.areas(version)
    portrait = queries.portrait(view, rendered.country_beside(view), version)
    standings = [standing for figure, standing in portrait.standings.items() if figure.category == "total"]
    pyramid = queries.pyramid(rendered.codes(view), view.period, version)
    warned = [other_periods(view.period, shown.periods, view.language), *left_out(asked, view)]
    return Sheet(
        view,
        title_of_pair(at_shown_period(view, shown.periods), areas),
        shown.finding,
        notices(warned) + html(shown.ages, shown.groups, shown.figures, shown.places, noted(shown.beneath)),
        shown.changes,
        plots=(_ages(pyramid, view, version),) if pyramid else (),
        figures=figures(standings, view.question, version, view),
        rests_on=rests_on(portrait.standings.values(), version),
        periods=tuple(each for each in shown.periods if each),
        sources=tuple(sources(portrait.standings.values(), view.language)),
        flags=shown.demo_flags,
    )


def _ages(pyramid: AgePyramid, view: View, version: DataVersion) -> Plot:
    """Per cent of the area's population of working age, by age and sex."""
    name, language = short(loads.areas(version)[view.area], view.language), view.language
    title = f"{words.AGES_HEADING.within(language)}, {name}, {period(pyramid.period, language)}"
    shares = tuple(
        (SEXES[sex].within(language), tuple(pyramid.share(view.area, sex, age) for age in AGES)) for sex in SIDES
    )
    return Plot("bar", title, "%", tuple(age.replace("-", "–") for age in AGES), shares, title)
