"""What one visit knows: its view, who asks, the data version. `keko.main` sets it before a page runs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Literal, cast

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from keko.charts.palette import Theme
from keko.config import Language, settings
from keko.data.people import Grant, Person, Role, anyone, at_this_machine
from keko.ui import loads
from keko.ui.addresses import Read, read_view
from keko.ui.loads import DataVersion
from keko.ui.navigation import PageName, streamlit_pages
from keko.ui.sign_in.addresses import COOKIE
from keko.ui.sign_in.visitors import holder
from keko.ui.view import View, beside_another, everybody

_KEY = "keko_visit"
_SIGNED_IN = "keko_signed_in"
Width = Literal["content", "stretch"]


@dataclass(frozen=True)
class Visit:
    """One rerun's circumstances, read once so that everything on the page agrees.

    `label`: what to call who is signed in; `expired`: whether whoever was signed in here is not any more.
    """

    view: View
    version: DataVersion
    person: Person
    label: str | None
    expired: bool
    theme: Theme
    pages: dict[PageName, StreamlitPage]

    @cached_property
    def _carried(self) -> dict[str, str]:
        """What every page is told of the view, worked out once for all the links to them."""
        return everybody(self.view).parameters()

    def person_called(self, name: str) -> Person:
        """Who acts: while nobody signs in, whoever is at the machine, by the name they give."""
        return at_this_machine(name) if settings().at_this_machine else self.person

    def link(
        self, page: PageName, label: str, view: View | None = None, icon: str | None = None, width: Width = "content"
    ) -> None:
        """Draw a link to a page that carries the view along."""
        parameters = view.parameters() if view else self._carried
        st.page_link(self.pages[page], label=label, icon=icon, width=width, query_params=parameters)


def begin(parameters: Mapping[str, str], version: DataVersion) -> tuple[Visit, Read]:
    """Note the circumstances of this rerun. `parameters`: of the address; what it says is read for whoever asks."""
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    person, label = _who(st.context.cookies.get(COOKIE))
    read = _read(parameters, person, version)
    view = beside_another(read.view)
    who = person.subject if label else None
    before = st.session_state.get(_SIGNED_IN)
    if who and before and who != before:
        st.session_state.clear()  # what the one before had begun, files too, is not for the next at the same computer
    st.session_state[_SIGNED_IN] = who or before
    visit = Visit(view, version, person, label, bool(before) and who is None, theme, _pages(view.language))
    st.session_state[_KEY] = visit
    return visit, read


def _read(parameters: Mapping[str, str], person: Person, version: DataVersion) -> Read:
    return read_view(
        parameters,
        loads.areas(version),
        loads.catalogue(version),
        lambda name: loads.area_named(name, version),
        lambda area: loads.first_view(person, area, version),
    )


def forget_signed_in() -> None:
    """Go on as somebody who has never signed in here."""
    st.session_state[_SIGNED_IN] = None


def asker() -> Callable[[], Person]:
    """Looks up who asks once more, for what is made for them after the page was drawn: a file that is fetched later."""
    return partial(_asker, st.context.cookies.get(COOKIE))


def _asker(key: str | None) -> Person:
    return _who(key)[0]


def _who(key: str | None) -> tuple[Person, str | None]:
    """Who holds `key`, with the roles they have now, and what to call them if they are signed in."""
    if settings().at_this_machine:
        return at_this_machine(), None
    if settings().mode != "machine" and (found := holder(key)):
        return replace(found.person, grants=found.person.grants or _of_anyone()), found.label
    return Person(anyone().subject, _of_anyone()), None


def _of_anyone() -> tuple[Grant, ...]:
    """What somebody without a role may: read what is published, but where everybody has to sign in."""
    return () if settings().mode == "closed" else anyone().grants


def _pages(language: Language) -> dict[PageName, StreamlitPage]:
    """The pages in a language, made once in a session: the framework looks for their files each time it makes them."""
    key = f"keko_pages_{language}"
    if key not in st.session_state:
        st.session_state[key] = streamlit_pages(language)
    return cast(dict[PageName, StreamlitPage], st.session_state[key])


def who_asks() -> Person:
    """Whoever the page is drawn for."""
    return cast(Visit, st.session_state[_KEY]).person


def require_role(*roles: Role) -> Visit:
    """The visit, if whoever asks has one of `roles`; a page that nobody has let them open stops here."""
    visit = cast(Visit | None, st.session_state.get(_KEY))
    if visit is None or not visit.person.roles & set(roles):  # also where the page was run without the frame around it
        st.stop()
    return visit
