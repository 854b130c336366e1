"""What the overview shows, made once for every view and data version."""

from datetime import date
from html import escape
from typing import NamedTuple

from keko.charts.palette import Theme
from keko.config import Language
from keko.indicators.absence import absence
from keko.indicators.situation import Standing
from keko.ui import html, loads
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.overview import answers, briefs, queries
from keko.ui.overview.changes import changes as changes_list
from keko.ui.overview.tile import Beside, tile
from keko.ui.view import View
from keko.words.formats import day_in_words
from keko.words.overview import NO_FIGURES_OF, overview_finding
from keko.words.sentences import missing_in_words


class OverviewText(NamedTuple):
    """What is said of the headline indicators: `finding` first, then `answers` as HTML. `periods`: of their newest figures."""

    finding: str
    answers: str
    demo_flags: frozenset[bool]
    periods: tuple[str, ...]


@kept(200)
def text(view: View, day: str, version: DataVersion) -> OverviewText:
    """The words above the tiles. `day`: since when changes are told."""
    standings, needing = queries.headlines(view, version), queries.needing(view, version)
    since = queries.since(view.area, view.benchmark, view.question, day, version)
    named = day_in_words(date.fromisoformat(day), view.language)
    parts = (
        answers.needing_attention(needing, view, version),
        answers.doing(standings, queries.target_states(view, version), view.language),
        answers.changed(since, named, view.language),
    )
    has_figures = any(standing.latest for standing in standings)
    return OverviewText(
        overview_finding(standings, needing, view.language),
        f'<div class="keko-answers">{"".join(parts)}</div>' if has_figures else "",
        queries.flags(view, version),
        tuple(standing.latest.period for standing in standings if standing.latest),
    )


@kept(200)
def tiles(view: View, version: DataVersion) -> str:
    """The headline indicators in their order, each a tile under its name, which leads to its page, as HTML; those without figures
    are listed with the reason.
    """
    standings, areas = queries.headlines(view, version), loads.areas(version)
    country, known = queries.country(view, version), queries.changes(view, version)
    is_mixed = len(queries.flags(view, version)) > 1

    def name(standing: Standing) -> str:
        there = view.with_(indicator=standing.item.id)
        return html.link("indicators", there, standing.item.names.within(view.language))

    def drawn(standing: Standing) -> str:
        id_ = standing.item.id
        beside = Beside(country[id_], queries.target_of(standing, view, version), known[id_])
        body = tile(standing, beside, view, areas, tagged=is_mixed)
        return f"<section><h2>{name(standing)}</h2>{body}</section>"

    tiles = "".join(drawn(each) for each in standings if each.latest)
    without = "".join(f"<li>{name(each)}{_why(each, view.language)}</li>" for each in standings if not each.latest)
    if without:
        title = escape(NO_FIGURES_OF.within(view.language))
        tiles += f'<section class="keko-without"><h2>{title}</h2><ul>{without}</ul></section>'
    return f'<div class="keko-tiles">{tiles}</div>'


def _why(standing: Standing, language: Language) -> str:
    """Why an indicator has no figures, where it is not simply that there are none of the area yet."""
    return "" if absence(standing.own) == "no data" else f": {escape(missing_in_words(standing, language))}"


@kept(200)
def in_brief(view: View, theme: Theme, version: DataVersion) -> str:
    """The difficult to employ, the segments and a small map, as HTML; empty without figures."""
    parts = (
        briefs.difficult_to_employ(view, version),
        briefs.segments(view, version),
        briefs.county_map(view, theme, version),
    )
    return f'<div class="keko-briefs">{"".join(parts)}</div>' if any(parts) else ""


@kept(200)
def changes(view: View, day: str, today: date, version: DataVersion) -> str:
    """What has changed since a day, indicator by indicator, as HTML."""
    since = queries.since(view.area, view.benchmark, view.question, day, version)
    named = day_in_words(date.fromisoformat(day), view.language)
    return changes_list(since, named, queries.freshness(view.area, version), today, view, version)
