"""Events in a table: when, what, where, and on which indicators they are shown."""

from collections.abc import Collection, Mapping
from html import escape

from keko.config import Language
from keko.data.names import NAME
from keko.room.events import Event
from keko.ui import html, loads
from keko.ui.admin import agreed
from keko.ui.session import Visit
from keko.ui.tables import Cell, table, text
from keko.words import admin, interface, terms
from keko.words import admin_events as words
from keko.words.area_labels import short_names
from keko.words.formats import day_in_words, listed


def event_table(editable: Mapping[str, Event], shipped: Collection[str], visit: Visit) -> str:
    """The events that may be edited, and those that come with KEKO, as HTML; the newest first."""
    language = visit.view.language
    titles = (NAME, words.DAY, terms.KIND, terms.AREAS, interface.INDICATORS)
    events = [event for event in reversed(agreed.events(visit.version)) if event.id in {*editable, *shipped}]
    rows = [_row(event, event.id in shipped, visit) for event in events]
    return table(
        admin.SECTIONS["tapahtumat"].within(language),
        [title.within(language) for title in titles],
        rows,
        kind="keko-agreed",
    )


def named(event: object, language: Language) -> str:
    """The day and the name of an event."""
    if not isinstance(event, Event):
        return ""
    return words.NAMED.within(language, day=day_in_words(event.day, language), name=event.name.within(language))


def _row(event: Event, is_shipped: bool, visit: Visit) -> list[Cell]:
    language, items = visit.view.language, loads.catalogue(visit.version)
    tag = html.tag(words.SHIPPED.within(language)) if is_shipped else html.demo_tag(language) if event.is_demo else ""
    indicators = [items[id_].names.within(language) for id_ in event.indicators or () if id_ in items]
    return [
        Cell(f"{escape(event.name.within(language))} {tag}".strip(), header=True),
        text(day_in_words(event.day, language)),
        text(words.KINDS[event.kind].within(language)),
        text(_areas(event.areas, visit) if event.areas else terms.EVERY_AREA.within(language)),
        text(listed(indicators, language) if indicators else terms.EVERY_INDICATOR.within(language)),
    ]


def _areas(codes: Collection[str], visit: Visit) -> str:
    names = short_names(codes, loads.areas(visit.version), visit.view.language)
    return listed([*names.values()], visit.view.language) if names else ""
