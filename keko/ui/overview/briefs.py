"""What the page tells in brief of what other pages tell in full: the difficult to employ, the segments, the map."""

from html import escape

from keko.charts.legend import legend_of
from keko.charts.palette import Theme
from keko.charts.tile_grid import tile_grid
from keko.config import Language
from keko.indicators.cross_section import CrossSection
from keko.indicators.situation import Standing
from keko.segments.models import TOTAL
from keko.ui import html, loads
from keko.ui.loads import DataVersion
from keko.ui.navigation import PageName
from keko.ui.overview import queries
from keko.ui.overview.answers import mark
from keko.ui.view import View
from keko.words import overview as words
from keko.words.formats import of_size, period, quantity, unit
from keko.words.segment_sentences import overview_finding, overview_paragraph
from keko.words.segments import PAGE as SEGMENTS
from keko.words.sentences import joined
from keko.words.terms import VERDICTS


def difficult_to_employ(view: View, version: DataVersion) -> str:
    """The several definitions side by side; nothing without figures."""
    standings = queries.difficult_to_employ(view, version)
    if not standings:
        return ""
    language = view.language
    is_mixed = len(queries.flags(view, version)) > 1
    rows = "".join(_definition(standing, view, is_mixed and standing.is_demo) for standing in standings)
    title = words.DIFFICULT_TO_EMPLOY.within(language)
    return _brief(title, "segments", view.with_(picture="maaritelmat"), f"<dl>{rows}</dl>")


def _definition(standing: Standing, view: View, is_tagged: bool) -> str:
    latest, item, language = standing.latest, standing.item, view.language
    value = (
        quantity(latest.value, item.decimals, item.unit, language, of_size)
        if latest and latest.value is not None
        else ""
    )
    name = html.link("indicators", view.with_(indicator=item.id), item.names.within(language))
    judged = mark(standing.comparison.verdict, VERDICTS[standing.comparison.verdict].within(language))
    tag = f" {html.demo_tag(language)}" if is_tagged else ""
    return f"<div><dt>{name}</dt><dd><b>{escape(value)}</b> {judged}{tag}</dd></div>"


def segments(view: View, version: DataVersion) -> str:
    """What is found about the groups of the model that is shown first; nothing without one that has figures of the area."""
    shown, language = queries.shown_segments(view, version), view.language
    if shown is None:
        return ""
    own, other, model = shown.own, shown.benchmark, shown.published.model
    names = {group.code: group.names.within(language) for group in model.segments}
    sentences = joined(
        overview_finding(own, other, model, names, TOTAL, language), overview_paragraph(own, other, names, language)
    )
    tag = f" {html.demo_tag(language)}" if shown.published.is_demo else ""
    return _brief(SEGMENTS.within(language), "segments", view, f"<p>{escape(sentences)}{tag}</p>")


def county_map(view: View, theme: Theme, version: DataVersion) -> str:
    """The first headline indicator in every county, as tiles; each is a link that selects its county."""
    section, language = queries.shown_counties(view, version), view.language
    if section is None:
        return ""
    legend = legend_of(section, "tulos" if section.comparisons else "", language, theme)
    outlined = {view.benchmark: "benchmark"} | {view.area: "area"}
    drawn = tile_grid(section, legend, loads.areas(version), outlined, view.query_without_area(), language)
    told = html.note(words.MAP_COLOURS.within(language)) if section.comparisons else ""
    tag = f"<p>{html.demo_tag(language)}</p>" if section.is_demo and len(queries.flags(view, version)) > 1 else ""
    there = view.with_(indicator=section.item.id, picture="ruudut")
    return _brief(title_of_map(section, language), "map", there, f"{tag}<div>{drawn}</div>{told}")


def title_of_map(section: CrossSection, language: Language) -> str:
    """What the small map shows, of when and in which unit."""
    name, at, item = section.item.names.within(language), section.period, section.item
    measured = unit(item.unit, language)
    return words.ON_THE_MAP.within(language, name=name, period=period(at, language) if at else "", unit=measured)


def _brief(title: str, page: PageName, view: View, body: str) -> str:
    return f"<section><h2>{html.link(page, view, title)}</h2>{body}</section>"
