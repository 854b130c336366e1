"""Actions in forms: one of those that somebody may edit, or a new one; what was saved last may be undone."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from keko.config import LANGUAGES
from keko.data.names import LONGEST_NAME
from keko.data.people import WORKING
from keko.data.text import Text
from keko.room.undertaking_checks import LONGEST_NUMBER
from keko.room.undertaking_store import remove_undertaking, undo_undertaking, write_undertaking
from keko.room.undertakings import KINDS, STATUSES, Aim, Kind, Undertaking, may_edit, new_id
from keko.ui import html, loads, room
from keko.ui.forms import deciding, editing, offered
from keko.ui.forms.naming import ask_name
from keko.ui.goals import comparison_areas, queries
from keko.ui.session import Visit
from keko.words import goals as words
from keko.words import interface, terms

NEW, NOBODY, EVERY = "", "", "*"
FIELDS = (
    *LANGUAGES, "kind", "number", "owner", "areas", "status", "begins", "due", "indicators", "segments", "step", "day",
    "responsible", "donors", "declared", "declared_anew",
)  # fmt: skip


def show(visit: Visit, kinds: tuple[Kind, ...]) -> None:
    """The form, for whoever may edit some area's actions. `kinds`: that the picture is of."""
    language, own = visit.view.language, offered.areas(visit, *WORKING)
    if not own or visit.view.presented:
        return
    every = room.undertakings(visit.version)
    editable = {id_: each for id_, each in every.items() if each.kind in kinds and may_edit(visit.person, each)}
    with offered.column():
        st.html(html.heading((words.EDIT_ACTION if "action" in kinds else words.EDIT_FOLLOWED).within(language)))
        names = {NEW: words.NEW.within(language)} | {id_: named(each, visit) for id_, each in editable.items()}
        chosen = offered.pick(words.CHOOSE.within(language), names, NEW, "action_chosen")
        _form(editable.get(chosen), own, kinds, visit)
        if chosen == NEW:
            _put_back(kinds, visit)


def named(each: object, visit: Visit) -> str:
    """What one is called where it is chosen, with its state."""
    if not isinstance(each, Undertaking):
        return ""
    language = visit.view.language
    name = " ".join(filter(None, (each.number, each.name.within(language))))
    return f"{name} ({words.STATUSES[each.status].within(language)})"


def _form(each: Undertaking | None, own: Mapping[str, str], kinds: tuple[Kind, ...], visit: Visit) -> None:
    language, key = visit.view.language, f"action_{each.id if each else 'new'}"
    fields = [f"{key}_{name}" for name in FIELDS]
    record = editing.seen(key, each, fields)
    if record and record.is_demo:
        st.text(words.DEMO_ACTION.within(language))
    id_ = record.id if record else st.session_state.setdefault(f"{key}_id", new_id())
    wanted = _ask(id_, record, own, kinds, key, visit)
    told = partial(named, visit=visit)
    with st.container(horizontal=True):
        if deciding.to_save(key, words.UNDONE, language, wanted is None, _going(record, wanted, visit)) and wanted:
            write = partial(write_undertaking, wanted=wanted, by=visit.person, seen=record)
            editing.save(key, write, told, visit, [*fields, f"{key}_id"])
        if record is None:
            return
        means = [*_going(record, None, visit), words.REMOVE_UNDONE.within(language)]
        if deciding.to_remove(key, means, language):
            remove = partial(remove_undertaking, id_=record.id, by=visit.person, seen=record)
            editing.save(key, remove, told, visit, fields)
        undo = deciding.to_remove(
            f"{key}_undo", [words.UNDO_MEANS.within(language)], language, words.UNDO, words.YES_UNDO
        )
        if undo:
            editing.save(key, partial(undo_undertaking, id_=record.id, by=visit.person), told, visit, fields)


def _going(before: Undertaking | None, after: Undertaking | None, visit: Visit) -> list[str]:
    """Which limits go with one that is removed, or that no longer aims at something."""
    limits = room.rebases(before.mark_id, visit.version) if before else []
    count = sum(after is None or after.mark is None or not after.concerns(*each) for each in limits)
    return [words.LIMITS_GO.within(visit.view.language, count=count)] if count else []


def _put_back(kinds: tuple[Kind, ...], visit: Visit) -> None:
    """What was removed last of what somebody may edit: it is in no list any more."""
    language = visit.view.language
    last = next(
        (each for each in queries.removed(visit.version) if each.kind in kinds and may_edit(visit.person, each)), None
    )
    if last is None:
        return
    means = [words.PUT_BACK_MEANS.within(language, name=last.name.within(language))]
    key = f"action_{last.id}_back"
    if deciding.to_remove(key, means, language, words.PUT_BACK, words.YES_PUT_BACK):
        act = partial(undo_undertaking, id_=last.id, by=visit.person)
        editing.save(key, act, partial(named, visit=visit), visit)


def _ask(
    id_: str, record: Undertaking | None, own: Mapping[str, str], kinds: tuple[Kind, ...], key: str, visit: Visit
) -> Undertaking | None:
    """The fields as they were when the form was begun; None while what has to be there is not. The rest is refused when saved."""
    language, had = visit.view.language, record or Undertaking(id=id_, name=Text.same(""), kind=kinds[0])
    name = ask_name(had.name, key, visit)
    kind = _kind(had, kinds, f"{key}_kind", visit)
    number = had.number
    if kind == "deliverable":
        number = st.text_input(
            words.NUMBER.within(language), key=offered.field(f"{key}_number", had.number), max_chars=LONGEST_NUMBER
        )
    owner = _owner(had, f"{key}_owner", visit)
    stored = had.areas or (offered.own_area(visit, own),)
    areas = offered.several(
        terms.AREAS.within(language), own, stored, interface.CHOOSE_AREAS.within(language), f"{key}_areas"
    )
    plan = _plan(had, key, visit)
    aims = _aims(had, key, visit)
    responsible = st.checkbox(
        words.HAS_RESPONSIBLE.within(language), key=offered.field(f"{key}_responsible", had.has_responsible)
    )
    compared = comparison_areas.ask(had, plan["begins"], areas, key, visit) if kind == "action" else {}
    if not name.fi.strip() or not areas or owner is None or compared is None:
        st.caption(words.NEEDS.within(language))
        return None
    return Undertaking(
        id=id_, kind=kind, number=number.strip() if kind == "deliverable" else "", name=_filled(name), owner=owner or None,
        areas=areas, has_responsible=responsible, obstacle=had.obstacle, **plan, **aims, **compared,
    )  # fmt: skip


def _kind(had: Undertaking, kinds: tuple[Kind, ...], key: str, visit: Visit) -> Kind:
    names: dict[str, str] = {kind: words.KINDS[kind].within(visit.view.language) for kind in KINDS if kind in kinds}
    if len(names) == 1:
        return had.kind
    chosen = offered.pick(words.KIND.within(visit.view.language), names, had.kind, key)
    return next(kind for kind in KINDS if kind == chosen)


def _owner(had: Undertaking, key: str, visit: Visit) -> str | None:
    """Who answers: of all organisations or nobody yet (`NOBODY`) for who is an analyst of every one, else of their own.

    None where there is nothing to choose from.
    """
    language = visit.view.language
    is_analyst = visit.person.may_for_all("analyst")
    every = {id_: name.within(language) for id_, name in queries.organisations(visit.version).items()}
    own = {id_: name for id_, name in every.items() if is_analyst or visit.person.may(*WORKING, provider=id_)}
    nobody = {NOBODY: words.NO_OWNER.within(language)} if is_analyst else {}
    names = nobody | offered.with_stored(own, [had.owner] if had.owner else [])
    if not names:
        return None
    return offered.pick(words.OWNER.within(language), names, had.owner or next(iter(names)), key)


def _plan(had: Undertaking, key: str, visit: Visit) -> dict[str, Any]:
    """State and dates, and the next step."""
    language = visit.view.language
    states: dict[str, str] = {status: words.STATUSES[status].within(language) for status in STATUSES}
    status = offered.pick(words.STATE.within(language), states, had.status, f"{key}_status")
    begins = offered.day(words.BEGINS.within(language), had.begins, f"{key}_begins", language)
    due = offered.day(words.DUE.within(language), had.due, f"{key}_due", language)
    step = st.text_input(
        words.NEXT_STEP.within(language), key=offered.field(f"{key}_step", had.next_step.fi), max_chars=LONGEST_NAME
    ).strip()
    day = offered.day(words.NEXT_DAY.within(language), had.next_day, f"{key}_day", language)
    is_same = step == had.next_step.fi  # what was said of it in other languages holds
    return {
        "status": status, "begins": begins, "due": due, "next_step": had.next_step if is_same else Text.same(step),
        "next_day": day,
    }  # fmt: skip


def _aims(had: Undertaking, key: str, visit: Visit) -> dict[str, Any]:
    """The indicators and groups that it aims at."""
    language, none = visit.view.language, words.NOBODY.within(visit.view.language)
    offer = {EVERY: terms.EVERY_INDICATOR.within(language)} | offered.indicators(visit)
    stored = (EVERY,) if had.indicators is None else had.indicators
    indicators = offered.several(interface.INDICATORS.within(language), offer, stored, none, f"{key}_indicators")
    groups: dict[str, Aim] = {
        f"{model}/{segment.code}": (model, segment.code)
        for model, published in loads.segment_models(visit.version).items()
        for segment in published.model.segments
    }
    names = {
        f"{model}/{segment.code}": segment.names.within(language)
        for model, published in loads.segment_models(visit.version).items()
        for segment in published.model.segments
    }
    held = ["/".join(aim) for aim in had.segments]
    segments = offered.several(words.SEGMENTS.within(language), names, held, none, f"{key}_segments")
    return {
        "indicators": None if EVERY in indicators else indicators,
        "segments": tuple(groups.get(code) or tuple(code.split("/", 1)) for code in segments),
    }


def _filled(name: Text) -> Text:
    """A name without idle spaces; in Swedish and English as in Finnish where it is not given."""
    fi, sv, en = (" ".join(part.split()) for part in name)
    return Text(fi, sv or fi, en or fi)
