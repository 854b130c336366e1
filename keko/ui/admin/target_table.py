"""Targets in words: each as it was agreed, and where the newest figure stands beside it."""

from html import escape

from keko.config import Language
from keko.room.development import Development
from keko.room.targets import Target
from keko.ui import html, loads
from keko.ui.admin import agreed
from keko.ui.session import Visit
from keko.ui.tables import Cell, figure, table, text
from keko.words import admin_targets as words
from keko.words import interface, terms
from keko.words.area_labels import collation, label
from keko.words.formats import difference_in_words, period, quantity


def target_table(targets: dict[tuple[str, str], Target], visit: Visit) -> str:
    """Targets by area and indicator, as HTML."""
    language = visit.view.language
    if not targets:
        return html.paragraph(words.NONE_YET.within(language))
    titles = (interface.INDICATOR, interface.AREA, words.TARGET, words.SINCE, words.DUE, words.NOW)
    developed = agreed.developments(frozenset(targets), visit.version)
    ordered = sorted(targets, key=lambda key: _place(targets[key], visit))
    rows = [_row(targets[key], developed[key], visit) for key in ordered]
    return table(
        words.LIST.within(language),
        [title.within(language) for title in titles],
        rows,
        numeric=(2,),
        kind="keko-agreed",
    )


def named(target: Target, visit: Visit) -> str:
    """What a target is of."""
    return words.NAMED.within(visit.view.language, indicator=_indicator(target, visit), area=_area(target, visit))


def in_words(target: object, visit: Visit) -> str:
    """What has been agreed."""
    if not isinstance(target, Target):
        return ""
    language = visit.view.language
    since, due = period(target.since, language), period(target.due, language)
    return words.TOLD.within(language, value=_value(target, visit), since=since, due=due)


def _place(target: Target, visit: Visit) -> tuple[tuple[str, str], tuple[str, str]]:
    language = visit.view.language
    return collation(_area(target, visit), language), collation(_indicator(target, visit), language)


def _row(target: Target, development: Development, visit: Visit) -> list[Cell]:
    language = visit.view.language
    tag = f" {html.demo_tag(language)}" if target.is_demo else ""
    return [
        Cell(f"{escape(_indicator(target, visit))}{tag}", header=True),
        text(_area(target, visit)),
        figure(_value(target, visit)),
        text(period(target.since, language)),
        text(period(target.due, language)),
        text(_stands(target, development, language)),
    ]


def _stands(target: Target, development: Development, language: Language) -> str:
    """Where the newest figure stands beside the target."""
    item, latest = development.standing.item, development.standing.latest
    if latest is None or latest.value is None:
        return words.NO_FIGURES.within(language)
    if development.target != target:
        return words.NOT_BESIDE_REAL.within(language)
    shown = terms.VALUE_AT.within(
        language,
        value=quantity(latest.value, item.decimals, item.unit, language),
        period=period(latest.period, language),
    )
    gap = difference_in_words(development.distance_to_target or 0.0, item.decimals, item.unit, language)
    return words.STANDS[development.assurance or development.reached].within(language, value=shown, gap=gap)


def _value(target: Target, visit: Visit) -> str:
    item = loads.catalogue(visit.version)[target.indicator]
    return quantity(target.value, item.decimals, item.unit, visit.view.language)


def _indicator(target: Target, visit: Visit) -> str:
    return loads.catalogue(visit.version)[target.indicator].names.within(visit.view.language)


def _area(target: Target, visit: Visit) -> str:
    return label(loads.areas(visit.version)[target.area], visit.view.language)
