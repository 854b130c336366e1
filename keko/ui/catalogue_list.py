"""The catalogue as readers browse it, and the list of releases."""

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

from keko.config import Language
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.ui.descriptions import description, population
from keko.ui.tables import figure, table, text
from keko.ui.view import View
from keko.words import interface as words
from keko.words import workbench
from keko.words.formats import moment, number, unit
from keko.words.terms import RELEASE_STATUSES, THEMES


def matching(items: Sequence[Indicator], wanted: str, language: Language) -> list[Indicator]:
    """The indicators whose name, definition or id holds every word of `wanted`."""
    parts = wanted.casefold().split()

    def searched(item: Indicator) -> str:
        return " ".join(
            (item.id, item.names.within(language), item.definition.within(language), *item.aliases)
        ).casefold()

    return [item for item in items if all(part in searched(item) for part in parts)]


def catalogue_sections(items: Sequence[Indicator], figures: Mapping[str, bool], view: View, opened: bool) -> str:
    """Indicators by theme, each to be opened, as HTML."""
    ordered = sorted(items, key=lambda item: list(THEMES).index(item.theme))
    sections = (
        f"<h2>{escape(THEMES[theme].within(view.language))}</h2>"
        + "".join(_entry(item, figures, view, opened) for item in group)
        for theme, group in groupby(ordered, lambda item: item.theme)
    )
    return f'<div class="keko-catalogue">{"".join(sections)}</div>'


def _entry(item: Indicator, figures: Mapping[str, bool], view: View, opened: bool) -> str:
    language = view.language
    facts = [unit(item.unit, language), population(item, language), _figures(item, figures, language)]
    if item.seed_number:
        facts.insert(0, words.SEED_NUMBER.within(language, number=item.seed_number))
    return (
        f"<details{' open' if opened else ''}><summary>{escape(item.names.within(language))}"
        f"<small>{escape(' · '.join(facts))}</small></summary>{description(item, language)}</details>"
    )


def _figures(item: Indicator, figures: Mapping[str, bool], language: Language) -> str:
    if item.id not in figures:
        return words.FIGURES_NONE.within(language)
    return (words.FIGURES_DEMO if figures[item.id] else words.FIGURES_REAL).within(language)


def release_table(found: Sequence[Mapping[str, Any]], names: Mapping[str, Text], language: Language) -> str:
    """Releases as an HTML table."""
    titles = (words.NUMBER, words.INDICATOR, words.PROVIDER, words.STATUS, words.UPDATED, words.ROWS, words.FILE)
    rows = [
        [
            figure(str(one["id"])),
            text(names[one["indicator"]].within(language), header=True),
            text(one["provider"]),
            text(RELEASE_STATUSES[one["status"]].within(language)),
            text(moment(one["published_at"], language) if one["published_at"] else ""),
            figure(number(one["rows"], 0, language)),
            text(one["file_name"]),
        ]
        for one in found
    ]
    return table(
        words.RELEASES_CAPTION.within(language), [title.within(language) for title in titles], rows, numeric=(0, 5)
    )


def change_log(lines: Sequence[Mapping[str, Any]], names: Mapping[str, Text], language: Language) -> str:
    """What was published and taken back, as an HTML table."""
    titles = (workbench.WHEN, words.INDICATOR, words.PROVIDER, workbench.WHAT_HAPPENED)
    rows = [
        [
            text(moment(one["at"], language)),
            text(names[one["indicator"]].within(language), header=True),
            text(one["provider"]),
            text(_event(one, language)),
        ]
        for one in lines
    ]
    return table(workbench.CHANGES_CAPTION.within(language), [one.within(language) for one in titles], rows, tall=True)


def _event(line: Mapping[str, Any], language: Language) -> str:
    if line["release"] is None:
        return workbench.WAS_TAKEN_BACK.within(language, release=workbench.NOTHING_SHOWN.within(language))
    if line["again"]:
        shown = workbench.RELEASE.within(language, number=line["release"])
        return workbench.WAS_TAKEN_BACK.within(language, release=shown)
    counts = {name: number(line["difference"].get(name, 0), 0, language) for name in ("new", "changed", "removed")}
    return workbench.WAS_PUBLISHED.within(language, number=line["release"], **counts)
