"""Open figures with one click: what would be fetched, how far it has come, what came of it."""

from collections.abc import Sequence
from functools import cache
from math import ceil
from threading import Lock

import streamlit as st

from keko.data.problems import errors
from keko.data.text import Text
from keko.sources.fetch import fetch_recipes
from keko.sources.http import Http
from keko.sources.not_yet_fetched import not_yet_fetched
from keko.sources.recipes import PROVIDERS, AnyRecipe, read_recipes
from keko.sources.session import Fetched
from keko.ui import html, loads
from keko.ui.confirming import Act, confirmed
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.session import Visit
from keko.words import confirming
from keko.words import open_figures as words

_KEY = "open_figures"
_A_MINUTE = 4  # indicators that are fetched and published in one, measured with a source that answers at once
_ONE_AT_A_TIME = Lock()
_recipes = cache(read_recipes)


def offer_first(visit: Visit) -> None:
    """On a page for readers: while there are no open figures at all, or where this visit failed to fetch some."""
    if _may(visit) and (_KEY in st.session_state or not _has_some(visit.version)):
        _offer(_missing(), visit)


def offer_rest(visit: Visit) -> None:
    """On a page for those who bring in data: while some open figures are missing."""
    if _may(visit):
        _offer(_missing(), visit)


def _may(visit: Visit) -> bool:
    return all(visit.person.may_everywhere("analyst", provider=provider) for provider in PROVIDERS)


@kept(2)
def _has_some(version: DataVersion) -> bool:
    """Whether some open figures were here when this data version was first looked at: their coming raises it."""
    return len(_missing()) < len(_recipes().every)


def _missing() -> list[AnyRecipe]:
    with loads.engine().connect() as connection:
        return not_yet_fetched(connection, _recipes().every)


def _offer(missing: Sequence[AnyRecipe], visit: Visit) -> None:
    language = visit.view.language
    still = {recipe.indicator for recipe in missing}
    came: list[Fetched] = st.session_state.pop(_KEY, [])
    _tell([fetched for fetched in came if fetched.outcome.status != "rejected" or fetched.indicator in still], visit)
    if not missing:
        return
    is_first = len(missing) == len(_recipes().every)
    with st.container(border=True, key="open_figures"):
        offer, button = st.columns([4, 1], vertical_alignment="center")
        with offer:
            minutes = ceil(len(missing) / _A_MINUTE)
            st.markdown(words.OFFER.within(language, count=len(missing), minutes=minutes))
        label = (words.FETCH if is_first else words.FETCH_REST).within(language)
        means = [
            confirming.FETCH_MEANS.within(language, count=len(missing)),
            confirming.FOR_EVERYBODY.within(language),
            confirming.FETCH_UNDONE.within(language),
        ]
        asked = Act(label, confirming.YES_FETCH.within(language), means)
        clicked = confirmed(asked, "fetch_open_figures", button)
        with st.expander(words.WHICH.within(language)):
            st.markdown("\n".join(f"- {html.literal(_name(recipe.indicator, visit))}" for recipe in missing))
        if clicked:
            _fetch(missing, visit)


def _fetch(missing: Sequence[AnyRecipe], visit: Visit) -> None:
    """One after the other, each whole before the next, so that whoever leaves loses nothing that is done."""
    language = visit.view.language
    if not _ONE_AT_A_TIME.acquire(blocking=False):
        st.info(words.ALREADY.within(language))
        return
    try:
        with st.status(words.FETCHING.within(language), expanded=True):
            _fetch_each(missing, visit)
    finally:
        _ONE_AT_A_TIME.release()
    st.rerun()


def _fetch_each(missing: Sequence[AnyRecipe], visit: Visit) -> None:
    language, place, step = visit.view.language, st.progress(0.0), st.empty()
    came: list[Fetched] = []
    st.session_state[_KEY] = came

    def show(done: int) -> None:
        if done < len(missing):
            name = _name(missing[done].indicator, visit)
            text = words.OF_ALL.within(language, done=done + 1, of=len(missing), name=name)
            place.progress(done / len(missing), text)

    def tell(text: Text) -> None:
        step.caption(text.within(language))

    show(0)
    for fetched in fetch_recipes(
        loads.engine(),
        missing,
        visit.person,
        Http(),
        tell,
        publish=True,
        recipes=_recipes(),
    ):
        came.append(fetched)
        st.markdown(html.literal(_line(fetched, visit)))
        show(len(came))


def _tell(came: Sequence[Fetched], visit: Visit) -> None:
    """What came of the fetch of this visit: once, but what failed until it is fetched."""
    language = visit.view.language
    by_status = {
        status: [fetched for fetched in came if fetched.outcome.status == status]
        for status in ("published", "draft", "rejected")
    }
    if published := by_status["published"]:
        st.success(words.PUBLISHED.within(language, count=len(published)))
    if drafts := by_status["draft"]:
        st.info(words.DRAFTED.within(language, count=len(drafts)))
    if failed := by_status["rejected"]:
        lines = "\n".join(f"- {html.literal(_line(fetched, visit))}" for fetched in failed)
        st.warning(f"{words.FAILED.within(language, count=len(failed))}\n\n{lines}")
        st.session_state[_KEY] = failed


def _line(fetched: Fetched, visit: Visit) -> str:
    """An indicator, and why it failed if it did."""
    name = _name(fetched.indicator or "", visit)
    if fetched.outcome.status != "rejected":
        return f"✓ {name}"
    causes = errors(fetched.outcome.problems) or fetched.outcome.problems
    cause = causes[0].message.within(visit.view.language) if causes else ""
    return f"✗ {name}: {cause}"


def _name(indicator: str, visit: Visit) -> str:
    catalogue = loads.catalogue(visit.version)
    return catalogue[indicator].names.within(visit.view.language) if indicator in catalogue else indicator
