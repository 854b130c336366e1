"""What is seen first of each area, for whoever may choose it: the areas that have a view of their own, and the form."""

import streamlit as st

from keko.room.area_views import AreaView
from keko.ui import html, loads
from keko.ui.forms import offered, own_view
from keko.ui.forms.own_view import named, names_of
from keko.ui.session import Visit
from keko.ui.tables import table, text
from keko.words import admin_forms, interface
from keko.words import admin_own_view as words

ROLES = own_view.ROLES


def show(visit: Visit) -> None:
    """The areas that have a view of their own, and the form."""
    own = offered.areas(visit, *ROLES)
    if not own:
        st.text(admin_forms.NO_AREAS.within(visit.view.language))
        return
    st.html(_list([view for area, view in loads.area_views(visit.version).items() if area in own], visit))
    with offered.column():
        title = interface.AREA.within(visit.view.language)
        own_view.form(offered.pick(title, own, offered.own_area(visit, own), "own_view_area"), visit)


def _list(views: list[AreaView], visit: Visit) -> str:
    language = visit.view.language
    if not views:
        return html.paragraph(words.NONE_YET.within(language))
    heads = [each.within(language) for each in (interface.AREA, interface.BENCHMARK_AREA, interface.INDICATORS)]
    rows = [
        [
            text(named(view.area, visit), header=True),
            text(named(view.benchmark, visit) if view.benchmark else words.USUAL.within(language)),
            text(names_of(view.indicators, visit) if view.indicators else words.USUAL.within(language)),
        ]
        for view in views
    ]
    return table(words.LIST.within(language), heads, rows, kind="keko-agreed")
