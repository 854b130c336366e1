"""Releases as readers and analysts see them listed."""

from collections.abc import Mapping, Sequence
from typing import Any

from keko.config import Language
from keko.data.text import Text
from keko.ui.tables import figure, table, text
from keko.words import interface as words
from keko.words.formats import moment, number
from keko.words.terms import RELEASE_STATUSES


def release_table(
    releases: Sequence[Mapping[str, Any]],
    names: Mapping[str, Text],
    providers: Mapping[str, Text],
    language: Language,
) -> str:
    """Releases as an HTML table. `names`: of what they are of; `providers`: of who delivered them."""
    titles = (words.NUMBER, words.INDICATOR, words.PROVIDER, words.STATUS, words.UPDATED, words.ROWS, words.FILE)
    rows = [
        [
            figure(str(release["id"])),
            text(names[release["indicator"]].within(language), header=True),
            text(providers[release["provider"]].within(language)),
            text(RELEASE_STATUSES[release["status"]].within(language)),
            text(moment(release["published_at"], language) if release["published_at"] else ""),
            figure(number(release["rows"], 0, language)),
            text(release["file_name"]),
        ]
        for release in releases
    ]
    return table(
        words.RELEASES_CAPTION.within(language), [title.within(language) for title in titles], rows, numeric=(0, 5)
    )
