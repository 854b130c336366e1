"""The figures of the overview as tables, for files that hold no page: what needs attention, the tiles, and the rest in brief."""

from collections.abc import Iterator

from keko.indicators.cross_section import CrossSection
from keko.room.frozen import Table
from keko.segments.findings import share_of
from keko.segments.models import TOTAL
from keko.ui import loads
from keko.ui.freezing.figures import standings_table
from keko.ui.loads import DataVersion
from keko.ui.overview import answers, briefs, queries
from keko.ui.view import View
from keko.words import interface
from keko.words import overview as words
from keko.words import segments as segment_words
from keko.words.area_labels import label, short_names
from keko.words.attention import TITLES, attention_in_words
from keko.words.formats import period, quantity
from keko.words.segment_figures import share
from keko.words.sentences import verdict_in_words
from keko.words.taking_along import FINDING
from keko.words.terms import VALUE


def overview_tables(view: View, title: str, version: DataVersion) -> tuple[Table, ...]:
    """Those that say something, in the order of the page; what has changed is a table there. `title`: of the headlines."""
    headlines, difficult = queries.headlines(view, version), queries.difficult_to_employ(view, version)
    tables = [*_needing(view, version), standings_table(headlines, title, view, version)]
    if difficult:
        tables.append(standings_table(difficult, words.DIFFICULT_TO_EMPLOY.within(view.language), view, version))
    tables += _segments(view, version)
    if section := queries.shown_counties(view, version):
        tables.append(_counties(section, view, version))
    return tuple(tables)


def _needing(view: View, version: DataVersion) -> Iterator[Table]:
    """What needs attention: as the page lists it, with who answers and what is under way."""
    language = view.language
    rows = tuple(
        (
            each.standing.item.names.within(language),
            f"{TITLES[each.reasons[0]].within(language)}: {attention_in_words(each, language)}",
            ". ".join(answers.who_and_what(each, view, version)),
        )
        for each in queries.needing(view, version)[: answers.MOST]
    )
    if rows:
        heads = (interface.INDICATOR, FINDING, words.WHO_AND_WHAT)
        yield Table(words.NEEDS_ATTENTION.within(language), tuple(head.within(language) for head in heads), rows)


def _segments(view: View, version: DataVersion) -> Iterator[Table]:
    """The share of each group of the model that is shown first, in the area and in its benchmark."""
    shown, language = queries.shown_segments(view, version), view.language
    if shown is None:
        return
    names = short_names((view.area, view.benchmark), loads.areas(version), language)
    called = {group.code: group.names.within(language) for group in shown.published.model.segments}
    rows = tuple(
        (called[code], *(share(share_of(standings, code), language) for standings in (shown.own, shown.benchmark)))
        for code in called
        if code != TOTAL
    )
    title = f"{segment_words.PAGE.within(language)} – {segment_words.SHARE.within(language)}"
    at = f", {period(shown.period, language)}" if shown.period else ""
    yield Table(title + at, (segment_words.SEGMENT.within(language), *names.values()), rows)


def _counties(section: CrossSection, view: View, version: DataVersion) -> Table:
    """Every county of the small map, the largest value first."""
    language, areas, item = view.language, loads.areas(version), section.item
    is_judged = bool(section.comparisons)
    rows = tuple(
        (
            label(areas[code], language),
            quantity(value, item.decimals, item.unit, language),
            *([verdict_in_words(section.comparisons[code], language)] if is_judged else []),
        )
        for code, value in section.values.items()
    )
    heads = (interface.AREA, VALUE, *([interface.VERDICT] if is_judged else []))
    return Table(briefs.title_of_map(section, language), tuple(head.within(language) for head in heads), rows)
