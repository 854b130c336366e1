"""One draft from the national service register: what the register tells, what has changed, and what is decided of it."""

from collections.abc import Iterable
from itertools import product

import streamlit as st
from babel import Locale

from keko.config import Language
from keko.data.text import Text
from keko.ecosystem.drafts import Draft, Place
from keko.ecosystem.fields import FIELDS
from keko.ecosystem.found import COMPARED, called
from keko.ecosystem.matching import Known, keep_all_the_same, leave_out, new_actor, publish, take_away
from keko.ecosystem.records import SECTORS, Actor, Sector
from keko.ecosystem.register import may_edit
from keko.ui import html, loads, room
from keko.ui.confirming import Act, confirmed
from keko.ui.forms import deciding, editing, offered
from keko.ui.session import Visit
from keko.ui.tables import table, text
from keko.words import ecosystem as common
from keko.words import ecosystem_drafts as words
from keko.words import ecosystem_register
from keko.words.admin_targets import NOW
from keko.words.confirming import FOR_EVERYBODY
from keko.words.formats import listed, moment
from keko.words.workbench import BEFORE

_NEW = ""


def show(draft: Draft, known: Known, visit: Visit) -> None:
    """What there is to know of a draft, and the decision."""
    language = visit.view.language
    key = f"draft_{draft.found.id}"
    st.html(_told(draft, visit))
    if draft.found.left_out:
        fields = listed([called(field).within(language) for field in draft.found.left_out], language)
        st.html(html.note(words.WITHOUT.within(language, fields=fields)))
    if draft.changed:
        st.html(_difference(draft, visit))
    if draft.asks == "ended":
        _end(draft, key, visit)
        return
    act = _match(draft, known, key, visit) if draft.found.is_published else None
    with st.container(horizontal=True):
        if act:
            _publish(draft, act, key, visit)
        if draft.asks:
            _leave(draft, known, key, visit)


def _match(draft: Draft, known: Known, key: str, visit: Visit) -> tuple[Actor, list[Place]] | None:
    """Who answers for the service, and its groups and stages, as they were chosen the last time; None where there are no groups."""
    language = visit.view.language
    models = {id_: model.model for id_, model in loads.segment_models(visit.version).items()}
    if not models:
        st.html(html.note(words.NO_MODEL.within(language)))
        return None
    before = known.places_of(draft)
    if before:
        st.html(html.note(words.AS_BEFORE.within(language)))
    actor = _actor(draft, known, key, visit)
    names = {id_: model.names.within(language) for id_, model in models.items()}
    initial = before[0].model if before and before[0].model in models else visit.view.model or next(iter(models))
    label = FIELDS["model"].within(language)
    model = offered.pick(label, names, initial, f"{key}_model") if len(names) > 1 else next(iter(names))
    groups = {group.code: group.names.within(language) for group in models[model].segments}
    stages = {stage.code: stage.names.within(language) for stage in room.stages()}
    none = ecosystem_register.NOT_CHOSEN.within(language)
    held = [place for place in before if place.model == model]
    segments = offered.several(
        words.GROUPS.within(language), groups, _once(place.segment for place in held), none, f"{key}_groups_{model}"
    )
    at_stages = offered.several(
        words.STAGES.within(language), stages, _once(place.stage for place in held), none, f"{key}_stages_{model}"
    )
    places = [Place(model, *pair) for pair in product(segments, at_stages)]
    if not places:
        st.caption(words.BOTH.within(language))
    return actor, [*places, *(place for place in before if places and place.model != model)]


def _publish(draft: Draft, chosen: tuple[Actor, list[Place]], key: str, visit: Visit) -> None:
    language, (actor, places) = visit.view.language, chosen
    means = [FOR_EVERYBODY.within(language), ecosystem_register.SAVE_UNDONE.within(language)]
    act = Act(words.PUBLISH.within(language), words.YES_PUBLISH.within(language), means, disabled=not places)
    if confirmed(act, f"{key}_publish"):
        editing.save(key, lambda c: publish(c, draft, actor, places, visit.person), _now, visit)


def _actor(draft: Draft, known: Known, key: str, visit: Visit) -> Actor:
    """Who answers for the service: the organisation that is here already, another, or a new one of a chosen sector."""
    language, records = visit.view.language, known.register.records
    actors = {
        actor.id: actor.name.within(language)
        for actor in known.register.of(Actor)
        if visit.person.may("analyst") or may_edit(visit.person, actor, records)
    }
    service, here = known.services.get(draft.found.id), known.actor_of(draft.found)
    initial = service.actor if service else here.id if here else _NEW
    new = {_NEW: words.NEW_ACTOR.within(language, name=draft.found.organisation_name)}
    chosen = offered.pick(words.ACTOR.within(language), new | actors, initial, f"{key}_actor")
    actor = known.register.get(Actor, chosen)
    if actor:
        return actor
    sectors: dict[str, str] = {sector: name.within(language) for sector, name in common.SECTORS.items()}
    picked = offered.pick(FIELDS["sector"].within(language), sectors, draft.found.sector, f"{key}_sector")
    sector: Sector = next(sector for sector in SECTORS if sector == picked)
    return new_actor(draft.found, sector)


def _end(draft: Draft, key: str, visit: Visit) -> None:
    """What the register no longer offers: it goes from KEKO, or stays all the same."""
    language = visit.view.language
    means = [ecosystem_register.SAVE_UNDONE.within(language)]
    with st.container(horizontal=True):
        if deciding.to_remove(key, means, language, words.TAKE_AWAY, words.YES_TAKE_AWAY):
            editing.save(key, lambda c: take_away(c, draft, visit.person), _now, visit)
        if st.button(words.KEEP.within(language), key=f"{key}_keep"):
            editing.save(key, lambda c: keep_all_the_same(c, draft, visit.person), _now, visit)


def _leave(draft: Draft, known: Known, key: str, visit: Visit) -> None:
    """Not for KEKO; or what is in KEKO stays as it is, whatever the register has changed."""
    language = visit.view.language
    if draft.found.id in known.services:
        if st.button(words.AS_IT_IS.within(language), key=f"{key}_keep"):
            editing.save(key, lambda c: keep_all_the_same(c, draft, visit.person), _now, visit)
    elif st.button(words.LEAVE_OUT.within(language), key=f"{key}_leave"):
        editing.save(key, lambda c: leave_out(c, [draft], visit.person), _now, visit)


def _told(draft: Draft, visit: Visit) -> str:
    """What the register tells."""
    language, item = visit.view.language, draft.found
    status = words.STATUSES[item.status].within(language)
    facts: list[tuple[Text, str]] = [
        *((called(field), _as_words(getattr(item, field), visit)) for field in COMPARED),
        (words.MORE, item.description.within(language)),
        (words.REGISTER_STATE, status),
        (words.MODIFIED, moment(f"{item.modified[:19]}+00:00", language) if len(item.modified) >= 19 else ""),
    ]
    rows = [[text(name.within(language), header=True), text(value)] for name, value in facts if value]
    heads = [words.FIELD.within(language), NOW.within(language)]
    return table(words.AS_TOLD.within(language), heads, rows, kind="keko-agreed")


def _difference(draft: Draft, visit: Visit) -> str:
    """What the register has changed since it was decided of."""
    language, before = visit.view.language, draft.choice.found if draft.choice else draft.found
    rows = [
        [
            text(called(field).within(language), header=True),
            text(_as_words(getattr(before, field), visit)),
            text(_as_words(getattr(draft.found, field), visit)),
        ]
        for field in draft.changed
    ]
    heads = [head.within(language) for head in (words.FIELD, BEFORE, NOW)]
    return table(words.CHANGED_SINCE.within(language), heads, rows, kind="keko-agreed")


def _as_words(value: object, visit: Visit) -> str:
    """Words, or the areas and languages that codes are of."""
    language: Language = visit.view.language
    if isinstance(value, Text):
        return value.within(language)
    areas, languages = loads.areas(visit.version), Locale(language).languages
    codes = value if isinstance(value, tuple) else ()
    return ", ".join(areas.label(code, language) if code in areas else languages.get(code, code) for code in codes)


def _once(codes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(codes))


def _now(draft: object) -> str:
    """A draft as it was found when it was to be decided."""
    return draft.found.name.fi if isinstance(draft, Draft) else ""
