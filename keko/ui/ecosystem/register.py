"""The register: every record with who keeps it and who last confirmed it, to be searched; and the work of those who keep it."""

import streamlit as st

from keko.data.days import today
from keko.data.people import WORKING
from keko.ui import html, room
from keko.ui.colleagues import names_of
from keko.ui.ecosystem import confirming_own, drafts, files, lists, record_form, register_table, taking_back
from keko.ui.ecosystem.register_table import MOST, Asked, asked_for
from keko.ui.filters import bound, drop_down
from keko.ui.forms import editing, offered
from keko.ui.session import Visit
from keko.ui.view import LONGEST, RECORD_KINDS
from keko.words import ecosystem_register as words
from keko.words import terms

_MOST_UNFIT = 10  # sentences
_WORKS = {
    "edit": record_form.show,
    "confirm": confirming_own.show,
    "bring": files.bring,
    "drafts": drafts.show,
    "undo": taking_back.show,
}


def show(visit: Visit) -> None:
    """The list, its files, and the work of whoever keeps some of it."""
    language, register = visit.view.language, room.register(visit.version)
    editing.show_saved(visit)
    st.html(html.lead(words.LEAD.within(language)))
    asked = _asked(visit)
    found = register_table.found(asked, visit.version)
    if found.first:
        people = names_of({each.entry.confirmed_by for each in found.first if each.entry.confirmed_by}, visit)
        st.html(register_table.drawn(asked, frozenset(people.items()), visit.view, visit.version))
    else:
        st.html(html.note(words.NONE_FOUND.within(language)))
    if found.total > MOST:
        st.caption(words.FIRST_ONLY.within(language, shown=MOST, count=found.total))
    files.offer(register, visit)
    if visit.person.may(*WORKING) and not visit.view.presented:
        _work(visit)


def _work(visit: Visit) -> None:
    """What may be done, and the form of what is chosen of it."""
    language = visit.view.language
    if unfit := lists.unfit(visit.person, visit.version):
        sentences = [problem.message.within(language) for problem in unfit[:_MOST_UNFIT]]
        st.warning(html.literal("\n\n".join([words.UNFIT.within(language, count=len(unfit)), *sentences])))
    chosen = st.segmented_control(
        words.WORK.within(language),
        list(_WORKS),
        format_func=lambda work: words.WORKS[work].within(language),
        key="register_work",
    )
    if chosen:
        with offered.column():
            _WORKS[chosen](visit)


def _asked(visit: Visit) -> Asked:
    """Which records are looked for: the address says it, so that whoever comes back from one finds the same list."""
    view, language = visit.view, visit.view.language
    kinds = {"": words.EVERY_KIND} | {word: words.KINDS[kind] for word, kind in RECORD_KINDS.items()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        bound(st.text_input, "search", view.search, words.SEARCH.within(language), max_chars=LONGEST, width=360)
        names = {word: name.within(language) for word, name in kinds.items()}
        drop_down("kind", view.kind, terms.KIND.within(language), list(names), names.__getitem__, width=240)
        bound(st.checkbox, "unconfirmed", view.unconfirmed, words.ONLY_UNCONFIRMED.within(language))
    return asked_for(view.search, RECORD_KINDS.get(view.kind), view.unconfirmed, language, today())
