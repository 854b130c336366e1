"""Taking a change of the register back: what was written together goes together."""

import streamlit as st

from keko.config import Language
from keko.ecosystem.changes import ChangeSet, undo
from keko.ecosystem.records import Key, Record
from keko.ui import html, room
from keko.ui.colleagues import names_of
from keko.ui.confirming import Act, confirmed
from keko.ui.ecosystem import lists
from keko.ui.forms import editing, offered
from keko.ui.loads import DataVersion
from keko.ui.session import Visit
from keko.words import ecosystem_register as words
from keko.words.confirming import FOR_EVERYBODY
from keko.words.formats import moment

_NAMED = 3  # records


def show(visit: Visit) -> None:
    """The newest changes that whoever asks may take back, and the button."""
    language, register = visit.view.language, room.register(visit.version)
    changes = lists.undoable(visit.person, visit.version)
    if not changes:
        st.html(html.note(words.NO_CHANGES.within(language)))
        return
    people = names_of({change.by for change in changes.values()}, visit)
    names = {
        number: _named(change, people[change.by], register.records, language, visit.version)
        for number, change in changes.items()
    }
    names = offered.told_apart(names, str)
    chosen = st.selectbox(
        words.WHICH_CHANGE.within(language),
        list(names),
        format_func=names.__getitem__,
        key=offered.field(f"change_{visit.version}", next(iter(names))),
    )
    means = [FOR_EVERYBODY.within(language), words.TAKE_BACK_MEANS.within(language)]
    act = Act(words.TAKE_BACK.within(language), words.YES_TAKE_BACK.within(language), means)
    if confirmed(act, "change_undo"):
        editing.save("change_undo", lambda connection: undo(connection, chosen, visit.person), str, visit)


def _named(change: ChangeSet, by: str, records: dict[Key, Record], language: Language, version: DataVersion) -> str:
    """When, who, and the first of what changed; what has gone is called by its id."""
    names = [
        lists.name_of(records[key], version).within(language) if key in records else key[1]
        for key in change.keys[:_NAMED]
    ]
    told, rest = ", ".join(names), len(change.keys) - len(names)
    if rest:
        told = words.AND_OTHERS.within(language, names=told, count=rest)
    return words.A_CHANGE.within(language, day=moment(change.at, language), name=by, records=told)
