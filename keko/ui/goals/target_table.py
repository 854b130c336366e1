"""Targets in words: each with its path, where the newest figure stands on it, and when it could be known."""

from math import floor

from keko.config import Language
from keko.indicators.over_time.forecast import likelihood
from keko.room.development import Development
from keko.room.targets import Target
from keko.ui import html, loads
from keko.ui.goals import queries
from keko.ui.goals.scene import GoalScene
from keko.ui.session import Visit
from keko.ui.tables import Cell, table, text
from keko.words import admin_targets as form_words
from keko.words import goals as words
from keko.words import goals_sentences as sentences
from keko.words import interface, terms
from keko.words.area_labels import label
from keko.words.formats import number, period, quantity


def target_table(scene: GoalScene) -> str:
    """The area's targets as HTML, those behind first."""
    language = scene.language
    titles = (
        interface.INDICATOR, form_words.NOW, words.PATH_NOW, words.END, words.STANDS, words.WHEN, words.LIKELY,
    )  # fmt: skip
    rows = [_row(each, each.target, scene) for each in scene.developments if each.target]
    return table(
        words.TARGETS_LIST.within(language), [title.within(language) for title in titles], rows, kind="keko-agreed"
    )


def named(target: Target, visit: Visit) -> str:
    """What a target is of."""
    language = visit.view.language
    indicator = loads.catalogue(visit.version)[target.indicator].names.within(language)
    return form_words.NAMED.within(
        language, indicator=indicator, area=label(loads.areas(visit.version)[target.area], language)
    )


def in_words(target: object, visit: Visit) -> str:
    """What has been agreed."""
    if not isinstance(target, Target):
        return ""
    language, item = visit.view.language, loads.catalogue(visit.version)[target.indicator]
    value = quantity(target.value, item.decimals, item.unit, language)
    since, due = period(target.since, language), period(target.due, language)
    return form_words.TOLD.within(language, value=value, since=since, due=due)


def _row(development: Development, target: Target, scene: GoalScene) -> list[Cell]:
    language, item = scene.language, development.standing.item
    tag = f" {html.demo_tag(language)}" if target.is_demo or development.standing.is_demo else ""
    name = html.link("indicators", scene.view.with_(indicator=item.id, picture=""), item.names.within(language))
    mark, style, word = words.PROGRESS[development.progress or "no figures"]
    return [
        Cell(f"{name}{tag}", header=True),
        text(_now(development, language)),
        text(_planned(development, language)),
        text(_end(development, target, language)),
        Cell(html.marked_word(mark, word.within(language), style)),
        text(sentences.when_in_brief(queries.known(target, scene.version), language)),
        text(_likely(development, target, language)),
    ]


def _now(development: Development, language: Language) -> str:
    item, latest = development.standing.item, development.standing.latest
    if latest is None or latest.value is None:
        return form_words.NO_FIGURES.within(language)
    value = quantity(latest.value, item.decimals, item.unit, language)
    return terms.VALUE_AT.within(language, value=value, period=period(latest.period, language))


def _planned(development: Development, language: Language) -> str:
    """What the path is at the newest figure."""
    path, latest, item = development.path, development.standing.latest, development.standing.item
    planned = path.planned(latest.period) if path and latest else None
    return words.NOBODY.within(language) if planned is None else quantity(planned, item.decimals, item.unit, language)


def _end(development: Development, target: Target, language: Language) -> str:
    item, path = development.standing.item, development.path
    start = number(path.start, item.decimals, language) if path else ""
    end = quantity(target.value, item.decimals, item.unit, language)
    return sentences.PATH.within(language, start=start, end=end, due=period(target.due, language))


def _likely(development: Development, target: Target, language: Language) -> str:
    """How likely it is to be reached if things go on as before, with what such forecasts have achieved."""
    item, own, ahead = development.standing.item, development.standing.own, development.forecast
    path = development.path
    due = path.steps[-1].period if path else target.due
    share = likelihood(item, own, ahead, due, target.value)
    achieved = development.coverage.share([len(ahead.points)]) if ahead.points else None
    if share is None or achieved is None:
        return sentences.NOT_FORECAST.within(language)
    per_cent = min(max(round(100 * share), 1), 99)
    return sentences.LIKELY.within(language, share=per_cent, achieved=floor(100 * achieved + 1e-9))
