"""The records that are looked for in the register, as a table; worked out once for a question and a data version."""

from datetime import date
from html import escape
from typing import NamedTuple

from keko.config import Language
from keko.data.area_names import folded
from keko.ecosystem.fields import FIELDS, KIND_NAMES
from keko.ecosystem.records import Kind
from keko.ecosystem.register import Entry
from keko.ui import html
from keko.ui.ecosystem import lists
from keko.ui.ecosystem.lists import Listed
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.record_address import to_record
from keko.ui.tables import Cell, table, text
from keko.ui.view import View
from keko.words import ecosystem as common
from keko.words import ecosystem_register as words
from keko.words import terms
from keko.words.formats import moment

MOST = 100  # rows


class Asked(NamedTuple):
    """What is looked for on a day: words of a name, a kind or every one, and whether only what is unconfirmed."""

    words: tuple[str, ...]
    kind: Kind | None
    only_unconfirmed: bool
    language: Language
    today: date


class Found(NamedTuple):
    """How many records there are, and the first of them, in the order of their names."""

    total: int
    first: list[Listed]


def asked_for(text_: str, kind: Kind | None, only: bool, language: Language, today: date) -> Asked:
    """What somebody asks for."""
    return Asked(tuple(folded(text_).split()), kind, only, language, today)


@kept(100)
def found(asked: Asked, version: DataVersion) -> Found:
    """The records that are looked for."""
    listed = [
        each
        for each in lists.in_order(asked.language, version)
        if asked.kind in {None, each.entry.record.kind}
        and (not asked.only_unconfirmed or each.entry.is_unconfirmed(asked.today))
        and all(part in each.known_by for part in asked.words)
    ]
    return Found(len(listed), listed[:MOST])


@kept(100)
def drawn(asked: Asked, people: frozenset[tuple[str, str]], view: View, version: DataVersion) -> str:
    """The first of them as a table. `people`: what whoever confirmed one is called; `view`: from which each is opened."""
    language, names = asked.language, dict(people)
    caption = words.KINDS[asked.kind] if asked.kind else words.EVERY_KIND
    heads = (FIELDS["name"], terms.KIND, FIELDS["owner"], words.CONFIRMED)
    rows = [
        [
            _name(each, view),
            text(KIND_NAMES[each.entry.record.kind].within(language)),
            _keeper(each, view, version),
            _confirmed(each.entry, names, asked),
        ]
        for each in found(asked, version).first
    ]
    return table(
        caption.within(language), [head.within(language) for head in heads], rows, kind="keko-register", tall=True
    )


def _name(each: Listed, view: View) -> Cell:
    tag = html.demo_tag(view.language) if each.entry.is_demo else ""
    return Cell(f"{to_record(each.entry.record.key, each.title, view)} {tag}".strip(), header=True)


def _keeper(each: Listed, view: View, version: DataVersion) -> Cell:
    """Who keeps it; an actor keeps itself, which its name leads to."""
    record = each.entry.record
    name, owner = lists.keeper(record, version).within(view.language), lists.owner(record, version)
    return text(name) if owner is None or record.kind == "actor" else Cell(to_record(("actor", owner), name, view))


def _confirmed(entry: Entry, names: dict[str, str], asked: Asked) -> Cell:
    language = asked.language
    tag = html.tag(common.UNCONFIRMED.within(language)) if entry.is_unconfirmed(asked.today) else ""
    if entry.confirmed_at is None or entry.confirmed_by is None:
        return Cell(tag)
    day, name = moment(entry.confirmed_at, language), names[entry.confirmed_by]
    return Cell(f"{escape(words.CONFIRMED_BY.within(language, day=day, name=name))} {tag}".strip())
