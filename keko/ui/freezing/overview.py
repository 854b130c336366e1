"""The overview as it is frozen."""

from collections.abc import Iterator, Sequence
from datetime import date

from keko.data.days import today
from keko.indicators.situation import Standing, sources
from keko.room.frozen import Plot
from keko.ui import loads
from keko.ui.freezing import overview_tables as tables
from keko.ui.freezing.at_rest import plain
from keko.ui.freezing.figures import figures, line_plot, rests_on
from keko.ui.freezing.sheet import Sheet, html, notices
from keko.ui.html import heading
from keko.ui.loads import DataVersion
from keko.ui.opening import at_shown_period, left_out, title_of_pair
from keko.ui.overview import choices, queries, rendered
from keko.ui.view import View, everybody
from keko.words.area_labels import short_names
from keko.words.overview import WHAT_CHANGED
from keko.words.subject import other_periods, subject


def overview(asked: View, version: DataVersion) -> Sheet:
    """All that the page says and shows, with the figures of both areas on each tile over time."""
    view, now = everybody(asked).with_(since=None), today()
    day = choices.day_since(asked, now)
    text, areas = rendered.text(view, day, version), loads.areas(version)
    standings = queries.headlines(view, version)
    every = [*standings, *queries.difficult_to_employ(view, version)]
    warned = [other_periods(view.period, text.periods, view.language), *left_out(asked, view)]
    title = title_of_pair(at_shown_period(view, text.periods), areas)
    segments = queries.shown_segments(view, version)
    cited = [segments.published.model.citation.within(view.language)] if segments else []
    return Sheet(
        view.with_(since=day),
        title,
        text.finding,
        notices(warned)
        + html(
            text.answers,
            rendered.tiles(view, version),
            rendered.in_brief(view, "light", version),
            *(_changes(view, day, now, version) if text.answers else ()),
        ),
        plots=_plots(standings, view, version),
        tables=tables.overview_tables(view, plain(title), version),
        figures=figures(standings, view.question, version, view),
        rests_on=(
            *rests_on(every, version),
            *queries.since(view.area, view.benchmark, view.question, day, version).indicators,
            *([segments.published.model.entry] if segments else []),
        ),
        periods=(*text.periods, *_periods(view, version)),
        sources=tuple(dict.fromkeys([*sources(every, view.language), *cited])),
        flags=text.demo_flags | ({segments.published.is_demo} if segments else set()),
    )


def _periods(view: View, version: DataVersion) -> Iterator[str]:
    """Of the figures beside the headlines: of the difficult to employ, the groups and the small map."""
    yield from (each.latest.period for each in queries.difficult_to_employ(view, version) if each.latest)
    for section in (queries.shown_segments(view, version), queries.shown_counties(view, version)):
        if section and section.period:
            yield section.period


def _plots(standings: Sequence[Standing], view: View, version: DataVersion) -> tuple[Plot, ...]:
    """Each headline indicator that has figures, over time: first what needs attention, of which the finding is."""
    urgent = [each.standing.item.id for each in queries.needing(view, version)]
    ranks = {id_: rank for rank, id_ in enumerate(urgent)}
    standings = sorted(standings, key=lambda each: ranks.get(each.item.id, len(ranks)))
    names = short_names((view.area, view.benchmark), loads.areas(version), view.language)
    valued = [(each, subject(each.item, view.question, view.language)) for each in standings if each.own.valued]
    return tuple(
        line_plot(
            [each.own, each.benchmark], names, named, each.item.unit, f"{named}: {', '.join(names.values())}", view
        )
        for each, named in valued
    )


def _changes(view: View, day: str, now: date, version: DataVersion) -> tuple[str, str]:
    """What has changed since the day, and how fresh the sources are, under their heading."""
    return heading(WHAT_CHANGED.within(view.language)), rendered.changes(view, day, now, version)
