"""Whether a title of a source is the one that was expected, whatever its spaces and dashes."""

import html
import re
from collections.abc import Iterable

from keko.data.area_names import folded
from keko.data.problems import Refused
from keko.sources.problems import SOURCE_TITLE_MISMATCH

_TAG = re.compile(r"<[^>]*>")
_ACCIDENTS = re.compile(r"[\s.,;:()\-–—]+")
_UNIT = re.compile(r"%|\blkm\b")


def plain(text: str) -> str:
    """A text without HTML and in one line."""
    without_tags = _TAG.sub(" ", text) if "<" in text else text
    return " ".join(html.unescape(without_tags).split())


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
        raise _mismatch(what, seen, titles[0])


def check_coded_title(seen: str, expected: Iterable[str], ages: str | None, what: str) -> None:
    """The same where a code already tells which figure it is: the title may leave out its unit and its own ages.

    `ages`: those of the indicator, "18–64". "Työllisyysaste, 18–64-vuotiaat, %" and "18–64-vuotiaiden työllisyysaste" are
    "Työllisyysaste" then; with other ages than these a title is another one.

    Raises:
        Refused: it is none of them.
    """
    titles = list(expected)
    if _essence(seen, ages) not in {_essence(title, ages) for title in titles}:
        raise _mismatch(what, seen, titles[0])


def _mismatch(what: str, seen: str, expected: str) -> Refused:
    return Refused([SOURCE_TITLE_MISMATCH.at(what=what, seen=plain(seen), expected=expected)])


def _essence(title: str, ages: str | None) -> str:
    text = _UNIT.sub(" ", folded(plain(title)))
    if ages:
        first, _, last = ages.partition("–")
        text = re.sub(rf"\b{first}\s*[-–]\s*{last}(?:\s*-?\s*v(?:uotia\w+|\b\.?))?", " ", text)
    return _bare(text)


def _bare(text: str) -> str:
    return _ACCIDENTS.sub("", folded(plain(text)))
