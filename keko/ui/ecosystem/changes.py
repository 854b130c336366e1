"""What has come, gone and changed since a day, who lost their only service, and the waits then and now, without a claim of cause."""

from html import escape

from keko.data.periods import later
from keko.data.text import Text
from keko.ecosystem.fields import FIELDS
from keko.ecosystem.records import Key, Service
from keko.ecosystem.what_changed import Changes, Lost, changes
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Series
from keko.indicators.situation import demo_flags
from keko.ui.ecosystem import queries
from keko.ui.ecosystem.scene import EcosystemScene, Picture
from keko.ui.ecosystem.waits import of_area, wait_html
from keko.ui.html import marked_word, note
from keko.ui.tables import Cell, figure, table, text
from keko.words import ecosystem as words
from keko.words import ecosystem_sentences as sentences
from keko.words.formats import day_in_words, listed
from keko.words.sentences import joined


def changes_picture(scene: EcosystemScene) -> Picture:
    """Groups that lost their only service first, then every change, then the waits."""
    language, before = scene.language, scene.before
    found = changes(scene.in_area(scene.view.area, before), scene.here)
    if not before.entries or before.is_demo != scene.register.is_demo:
        return Picture(sentences.NO_HISTORY.within(language, day=day_in_words(scene.since, language)))
    told = sentences.CHANGES.within(
        language,
        day=day_in_words(scene.since, language),
        came=len(found.came),
        went=len(found.went),
        changed=len(found.changed),
    )
    lost = (
        sentences.LOST.within(language, count=len(found.lost)) if found.lost else sentences.NONE_LOST.within(language)
    )
    blocks = (_lost(found, scene), _changed(found, scene), _waits(found, scene))
    waits = queries.waits(scene.view, scene.version).values()
    return Picture(joined(told, lost), tuple(filter(None, blocks)), demo_flags(waits))


def _lost(found: Changes, scene: EcosystemScene) -> str:
    titles = (words.GROUP, words.STAGE, words.WHAT_CHANGED, words.SERVICES)
    rows = [_lost_row(lost, scene) for lost in found.lost]
    heads = [title.within(scene.language) for title in titles]
    return table(words.LOST_GROUPS.within(scene.language), heads, rows, kind="keko-agreed") if rows else ""


def _lost_row(lost: Lost, scene: EcosystemScene) -> list[Cell]:
    return [
        text(scene.group(lost.segment), header=True),
        Cell(scene.to_cell(lost.segment, lost.stage, scene.stage(lost.stage))),
        Cell(marked_word("◇", words.LOST.within(scene.language), "worse")),
        text(listed([service.name.within(scene.language) for service in lost.services], scene.language)),
    ]


def _changed(found: Changes, scene: EcosystemScene) -> str:
    language = scene.language
    rows = [
        *(_row(service, words.CAME, "", scene) for service in found.came),
        *(_row(service, words.WENT, "", scene) for service in found.went),
        *(_row(now, words.CHANGED, fields_changed(before, now, scene), scene) for before, now in found.changed),
    ]
    heads = [title.within(language) for title in (words.SERVICE, words.ACTOR, words.WHAT_CHANGED)]
    return table(words.ALL_CHANGES.within(language), heads, rows, kind="keko-agreed", tall=True) if rows else ""


def _row(service: Service, what: Text, more: str, scene: EcosystemScene) -> list[Cell]:
    actor: Key = ("actor", service.actor)
    known = scene.register if actor in scene.register.records else scene.before
    happened = what.within(scene.language)
    return [
        Cell(scene.to_record(service.key, service.name.within(scene.language)), header=True),
        Cell(scene.to_record(actor, scene.named(actor, known))),
        text(f"{happened}: {more}" if more else happened),
    ]


def fields_changed(before: Service, now: Service, scene: EcosystemScene) -> str:
    """Which parts of a service are others than before."""
    names = (name for name in Service.model_fields if getattr(before, name) != getattr(now, name))
    return listed([FIELDS[name].within(scene.language).lower() for name in names], scene.language)


def _waits(found: Changes, scene: EcosystemScene) -> str:
    """Of each stage with a measured wait: how many groups gained and lost a service, and its wait before the day and now."""
    language, waits = scene.language, queries.waits(scene.view, scene.version)
    titles = (words.STAGE, words.GAINED, words.LOST_IT, words.BEFORE, words.NOW)
    heads = [title.within(language) for title in titles]
    rows = [
        _waited(stage.code, waits[id_].item, of_area(waits[id_], scene.view.area), found, scene)
        for stage in scene.stages
        for id_ in stage.delays
        if id_ in waits
    ]
    if not rows:
        return ""
    drawn = table(words.WAITS_SINCE.within(language), heads, rows, numeric=(1, 2), kind="keko-agreed")
    return drawn + note(words.CHANGES_NOTE.within(language))


def _waited(stage: str, item: Indicator, series: Series, found: Changes, scene: EcosystemScene) -> list[Cell]:
    language = scene.language
    month_before = later(f"{scene.since:%Y-%m}", -1)
    then, now = series.until(month_before).latest, series.latest
    return [
        Cell(f"{escape(scene.stage(stage))}<br><small>{escape(item.names.within(language))}</small>", header=True),
        figure(str(sum(place[1] == stage for place in found.gained))),
        figure(str(sum(lost.stage == stage for lost in found.lost))),
        Cell(wait_html(item, then, language) if then else ""),
        Cell(wait_html(item, now, language) if now else ""),
    ]
