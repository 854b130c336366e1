"""Whether a title of a source is the one that was expected, whatever its spaces and dashes."""

import html
import re
from collections.abc import Iterable

from keko.data.area_names import folded
from keko.data.problems import Refused
from keko.sources.problems import SOURCE_TITLE_MISMATCH

_TAG = re.compile(r"<[^>]*>")
_ACCIDENTS = re.compile(r"[\s.,;:()\-–—]+")


def plain(text: str) -> str:
    """A text without HTML and in one line."""
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())


def same_title(title: str, other: str) -> bool:
    """Whether two titles differ in nothing but case, spaces, dashes and punctuation."""
    return _bare(title) == _bare(other)


def check_title(seen: str, expected: Iterable[str], what: str) -> None:
    """Stop unless a title is one of the expected ones.

    Raises:
        Refused: it is none of them.
    """
    titles = list(expected)
    if not any(same_title(seen, title) for title in titles):
        raise Refused([SOURCE_TITLE_MISMATCH.at(what=what, seen=plain(seen), expected=titles[0])])


def _bare(text: str) -> str:
    return _ACCIDENTS.sub("", folded(plain(text)))
