"""What has changed since a day, indicator by indicator, and how fresh the sources are."""

from collections.abc import Sequence
from datetime import date

from keko.config import Language
from keko.indicators.freshness import Freshness
from keko.room.since import Kind, Renewed, Since
from keko.ui import html
from keko.ui.loads import DataVersion, catalogue
from keko.ui.tables import Cell, table, text
from keko.ui.view import View
from keko.words import interface
from keko.words import since as words
from keko.words.formats import day_in_words, period

_MOST = 20  # lines of a list that is read


def changes(found: Since, day: str, fresh: Sequence[Freshness], today: date, view: View, version: DataVersion) -> str:
    """A list, the most important first; the sources are opened by whoever wants them. `day`: as it is written, since when."""
    language, caption = view.language, words.LIST.within(view.language, day=day)
    rows = [*_renewed(found, view), *_others(found, view, version)][:_MOST]
    heads = [each.within(language) for each in (interface.INDICATOR, words.WHAT)]
    listed = table(caption, heads, rows, kind="keko-agreed", tall=True) if rows else ""
    sentence = html.paragraph(words.counts_in_words(found, language))
    sources = html.fold(words.FRESHNESS.within(language), _sources(fresh, today, language)) if fresh else ""
    note = html.note(words.READING.within(language))
    return f"<div>{sentence}{listed}{sources}{note}</div>"


def _renewed(found: Since, view: View) -> list[list[Cell]]:
    return [
        _row(each.item.id, each.item.names.within(view.language), _kinds(each, view.language), view)
        for each in found.renewed
    ]


def _others(found: Since, view: View, version: DataVersion) -> list[list[Cell]]:
    """Those whose earlier figures there are none to compare with."""
    names = {id_: item.names.within(view.language) for id_, item in catalogue(version).items()}
    kinds: dict[Kind, tuple[tuple[str, ...], str]] = {
        "revised": (found.taken_back, words.taken_back_in_words(view.language)),
        "new": (found.first if found.had_figures else (), words.first_in_words(view.language)),
    }
    return [
        _row(id_, names[id_], _named(kind, sentence, view.language), view)
        for kind, (ids, sentence) in kinds.items()
        for id_ in ids
    ]


def _row(indicator: str, name: str, changed: str, view: View) -> list[Cell]:
    return [
        Cell(html.link("indicators", view.with_(indicator=indicator, since=None), name), header=True),
        Cell(changed),
    ]


def _kinds(each: Renewed, language: Language) -> str:
    return ";<br>".join(_named(kind, words.change_in_words(each, kind, language), language) for kind in each.kinds)


def _named(kind: Kind, sentence: str, language: Language) -> str:
    return f"<b>{text(words.KIND_NAMES[kind].within(language)).html}</b> – {text(sentence).html}"


def _sources(fresh: Sequence[Freshness], today: date, language: Language) -> str:
    heads = [each.within(language) for each in (interface.SOURCE, words.NEWEST, words.PUBLISHED_HERE, words.NEXT)]
    rows = [
        [
            Cell(
                text(each.source.within(language)).html + (f" {html.demo_tag(language)}" if each.is_demo else ""),
                header=True,
            ),
            text(period(each.period, language)),
            text(day_in_words(each.published, language)),
            text(words.due_in_words(each, today, language)),
        ]
        for each in fresh
    ]
    return table(words.FRESHNESS.within(language), heads, rows, kind="keko-agreed")
