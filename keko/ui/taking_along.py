"""Views taken along: slides, a report, an annex of one page, tables; made when somebody asks, each carrying its seal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from keko.charts.palette import palette
from keko.config import settings
from keko.data.audit import now
from keko.data.engine import writing_apart
from keko.exchange.handout import CannotMake, Colours, Handout, UnfitTemplate
from keko.exchange.take_along import FORMS, Form, Made, made
from keko.room.frozen import FrozenView, Table
from keko.room.provenance import keep
from keko.ui import loads
from keko.ui.html import notice
from keko.ui.session import Visit
from keko.ui.sign_in.limits import TAKEN_ALONG
from keko.words import taking_along as words
from keko.words.formats import number

Views = Callable[[], Sequence[FrozenView]]
_MADE, _UNFIT = "keko_taken_along", "keko_unfit_template"
_KILOBYTE = 1_000


@dataclass(frozen=True)
class Agreed:
    """What goes with a meeting's views. `decisions`: a line of text for each; `receipt`: what became of earlier ones, None where
    there are none; `remark`: what has to be said of the meeting.
    """

    decisions: tuple[str, ...] = ()
    receipt: Table | None = None
    remark: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """All that it says."""
        rows = self.receipt.rows if self.receipt else ()
        return (self.remark, *self.decisions, *(str(cell) for row in rows for cell in row))


@dataclass(frozen=True)
class _Offer:
    """What is offered. `of`: what it is of, so that a file of something else is not taken for it.

    `seals`: of the views, where they have been frozen before.
    """

    views: Views
    title: str
    agreed: Agreed
    visit: Visit
    seals: tuple[str, ...] = ()

    @property
    def of(self) -> tuple[str, ...]:
        view, version = self.visit.view.query(), str(self.visit.version.number)
        return self.title, view, version, *self.seals, *self.agreed.texts


def offer(
    views: Views,
    title: str,
    visit: Visit,
    agreed: Agreed = Agreed(),
    forms: Sequence[Form] = FORMS,
    seals: Sequence[str] = (),
) -> None:
    """A row of buttons, one for each form. A file is made when somebody asks for it, with its progress; then it can be saved.

    `views`: asked for their frozen views only then; `title`: of the meeting, that of the first view where it is empty;
    `agreed`: what goes with them; `seals`: of the views where they have been frozen before: those of them that `views`
    does not give cannot be read, which the file says.
    """
    offered = _Offer(views, title, agreed, visit, tuple(seals))
    language = visit.view.language
    with st.container(key="taking_along", gap="small"):
        with st.container(key="taking_along_forms", horizontal=True, vertical_alignment="center"):
            st.markdown(words.TAKE_ALONG.within(language))
            pressed = [form for form in forms if st.button(words.FORMS[form].within(language), key=f"take_{form}")]
        if pressed:
            _make(pressed[0], offered)
        if st.session_state.get(_UNFIT) == offered.of:
            _ask_for_own_template(offered)
        of, file = st.session_state.get(_MADE, (None, None))
        if of == offered.of:
            _offer_to_save(file, visit)


def handout_of(
    views: Sequence[FrozenView], title: str, visit: Visit, agreed: Agreed = Agreed(), unreadable: int = 0
) -> Handout:
    """Views to be taken along, in the colours of paper. `unreadable`: how many more there would be."""
    light, template = palette("light"), settings().slides_template
    return Handout(
        title=title or views[0].title,
        views=tuple(views),
        language=visit.view.language,
        made_at=now(),
        colours=Colours(light.area, light.benchmark, light.other, light.ink, light.quiet, light.line, light.paper),
        remark=agreed.remark,
        receipt=agreed.receipt,
        decisions=agreed.decisions,
        unreadable=unreadable,
        address=settings().url,
        template=Path(template) if template else None,
    )


def _make(form: Form, offered: _Offer, own_template: bool = False) -> None:
    """Make a file and keep it until it is saved, with the evidence for it; say why where it cannot be made."""
    visit, language = offered.visit, offered.visit.view.language
    for key in (_MADE, _UNFIT):
        st.session_state.pop(key, None)
    if not TAKEN_ALONG.allows_of(_whose(visit)):
        st.html(notice(words.TOO_OFTEN.within(language), "status"))
        return
    place = st.empty()
    bar = place.progress(0.0, words.MAKING.within(language))

    def progress(done: int, of_all: int) -> None:
        bar.progress(done / of_all, f"{words.MAKING.within(language)} {done}/{of_all}")

    views = offered.views()
    unreadable = max(0, len(offered.seals) - len(views))
    handout = handout_of(views, offered.title, visit, offered.agreed, unreadable)
    try:
        file = made(form, replace(handout, template=None) if own_template else handout, progress)
    except CannotMake as reason:
        place.html(notice(reason.sentence.within(language), "status"))
        if isinstance(reason, UnfitTemplate):
            st.session_state[_UNFIT] = offered.of
        return
    place.empty()
    with writing_apart(loads.engine()) as connection:
        keep(connection, handout.views)
    st.session_state[_MADE] = (offered.of, file)


def _ask_for_own_template(offered: _Offer) -> None:
    """Nothing but what was asked for is made: another look only where somebody says so."""
    place = st.empty()
    if place.button(words.OWN_TEMPLATE.within(offered.visit.view.language), key="take_own_template"):
        place.empty()
        _make("pptx", offered, own_template=True)


def _offer_to_save(file: Made, visit: Visit) -> None:
    language = visit.view.language
    size = f"{number(max(1, round(len(file.data) / _KILOBYTE)), 0, language)} {words.KILOBYTES.within(language)}"
    st.download_button(
        words.READY.within(language, name=file.name, size=size),
        file.data,
        file.name,
        file.kind,
        key="take_saved",
        type="primary",
        icon=":material/download:",
        on_click="ignore",
    )


def _whose(visit: Visit) -> str:
    """Whom to count: who is signed in, else the address that they come from."""
    return visit.person.subject if visit.label else st.context.ip_address or ""
