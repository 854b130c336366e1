"""What a reader chooses on the page: since when changes are told; and, who may, which indicators an area shows first."""

from datetime import date

import streamlit as st

from keko.data.periods import later
from keko.ui.filters import bound
from keko.ui.forms import editing, own_view
from keko.ui.session import Visit
from keko.ui.view import View
from keko.words import overview as words
from keko.words import since as since_words
from keko.words.formats import day_in_words

_USUAL = 3  # months


def day_since(view: View, today: date) -> str:
    """The day that is asked for, else that of three months ago; never one that is to come."""
    return min(view.since or _months_before(today, _USUAL), today.isoformat())


def ask_since(view: View, today: date) -> None:
    """A month, three, a year, or a day of one's own."""
    language, chosen = view.language, day_since(view, today)
    names = {_months_before(today, months): name.within(language) for months, name in since_words.SPANS.items()}
    if chosen not in names:
        names[chosen] = day_in_words(date.fromisoformat(chosen), language)
    with st.container(key="choices", horizontal=True, vertical_alignment="bottom"):
        bound(
            st.segmented_control,
            "since",
            chosen,
            since_words.SINCE.within(language),
            list(names),
            format_func=names.__getitem__,
            required=True,
        )
        bound(
            st.date_input,
            "since",
            date.fromisoformat(chosen),
            since_words.OWN_DAY.within(language),
            key="since_day",
            max_value=today,
            format="DD.MM.YYYY",
            width=200,
        )


def edit_headlines(visit: Visit) -> None:
    """The form of the area's first view, where whoever asks may choose it and has opened it."""
    view = visit.view
    editing.show_saved(visit)
    if not visit.person.may(*own_view.ROLES, areas=[view.area]):
        return
    if st.toggle(words.EDIT.within(view.language), key="edit_headlines"):
        own_view.form(view.area, visit)


def _months_before(today: date, months: int) -> str:
    """The same day some months earlier, or the last of its month."""
    month = later(f"{today:%Y-%m}", -months)
    for day in range(today.day, today.day - 4, -1):
        try:
            return date(int(month[:4]), int(month[5:]), day).isoformat()
        except ValueError:
            continue
    raise ValueError(f"no day {today.day} in {month}")
