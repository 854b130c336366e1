"""Files that were brought in, each with its releases, to take back or to publish again as a whole."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from keko.data.delivered_files import DeliveredFile, Release, delivered_files
from keko.intake import publication
from keko.ui import loads
from keko.ui.colleagues import name_of
from keko.ui.confirming import Act, confirmed
from keko.ui.html import heading
from keko.ui.release_table import release_table
from keko.ui.session import Visit
from keko.ui.workbench.publishing import change, take_file_back
from keko.words import confirming
from keko.words import delivered as words
from keko.words.formats import moment


def show_files(releases: Sequence[Release], visit: Visit, by: str) -> None:
    """The files that the releases came from, the newest first; the releases of the chosen one, and its undoing."""
    language = visit.view.language
    files = delivered_files(releases)
    st.html(heading(words.FILES.within(language)))
    chosen = st.selectbox(
        words.WHICH_FILE.within(language),
        range(len(files)),
        format_func=lambda place: _line(files[place], visit),
        key="delivered_file",
    )
    file = files[chosen]
    st.html(release_table(file.releases, loads.names(visit.version), loads.providers(visit.version), language))
    name = file.name or words.NO_FILE_NAME.within(language)
    if not visit.person.may("analyst", provider=file.provider):
        return
    if file.is_shown:
        take_file_back(file.ids, name, f"file_back_{file.ids[0]}", visit, by)
    elif file.is_withdrawn and _is_newest(file, releases):
        _publish_again(file, name, visit, by)
    else:
        st.caption(words.PARTLY_SHOWN.within(language))


def _line(file: DeliveredFile, visit: Visit) -> str:
    language = visit.view.language
    return words.FILE_LINE.within(
        language,
        name=file.name or words.NO_FILE_NAME.within(language),
        provider=loads.providers(visit.version)[file.provider].within(language),
        by=name_of(file.by, visit),
        at=moment(file.at, language),
    )


def _is_newest(file: DeliveredFile, releases: Sequence[Release]) -> bool:
    """Whether nothing newer of its indicators is there, which publishing it again would put out of sight."""
    mine = {(release["indicator"], release["provider"]) for release in file.releases}
    newer = {(release["indicator"], release["provider"]) for release in releases if release["id"] > file.ids[0]}
    return not mine & newer


def _publish_again(file: DeliveredFile, name: str, visit: Visit, by: str) -> None:
    language = visit.view.language
    means = [confirming.FOR_EVERYBODY.within(language), confirming.UNDONE_HERE.within(language)]
    label, yes = (text.within(language, name=name) for text in (confirming.REPUBLISH, confirming.YES_REPUBLISH))
    if confirmed(Act(label, yes, means), f"again_{file.ids[0]}"):
        change(partial(publication.publish, ids=file.ids, by=visit.person_called(by)), language)
