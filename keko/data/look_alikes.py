"""A text as it reads to the eye: look-alike letters, digits of other scripts and tricks of spacing are gone."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

# Letters of the Cyrillic and Greek alphabets and others that look like Latin ones, after Unicode's confusables.txt (UTS 39).
_LATIN = {
    "а": "a", "в": "b", "е": "e", "ѕ": "s", "і": "i", "ј": "j", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c",
    "т": "t", "у": "y", "х": "x", "һ": "h", "ԁ": "d", "ԛ": "q", "ѡ": "w", "ь": "b", "ӓ": "ä", "ӧ": "ö", "А": "A", "В": "B",
    "Е": "E", "Ѕ": "S", "І": "I", "Ј": "J", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "У": "Y",
    "Х": "X", "Ү": "Y", "Ԍ": "G", "Ӓ": "Ä", "Ӧ": "Ö", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K",
    "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "α": "a", "ε": "e", "ι": "i", "κ": "k", "ν": "v",
    "ο": "o", "ρ": "p", "τ": "t", "υ": "u", "χ": "x", "γ": "y", "ω": "w", "ϲ": "c", "ϳ": "j", "ı": "i", "ɑ": "a", "ɡ": "g",
    "∣": "|", "−": "-",
}  # fmt: skip
_SPELLED = re.compile(r"(?<!\S)\S(?:\s\S(?!\S)){3,}")  # l i k e  t h i s
_NEXT_WORD = re.compile(r"(?<=[^\W\d_A-ZÅÄÖ])(?=[A-ZÅÄÖ])")


class _Table(dict[int, str]):
    """A table for `str.translate` that is made as characters are met."""

    def __init__(self, read: Callable[[str], str]) -> None:
        self.read = read

    def __missing__(self, code: int) -> str:
        self[code] = self.read(chr(code))
        return self[code]


@lru_cache(maxsize=64)
def readings(text: str) -> frozenset[str]:
    """The ways to read a text: what cannot be seen in it parts words or does not, and words may be spelled."""
    read = {plain(text), plain(text, unseen=" ")}
    return frozenset(read | set(map(joined, read)))


def plain(text: str, unseen: str = "") -> str:
    """The text in Latin letters and European digits, with simple dashes and spaces. `unseen`: "" or " " for what cannot be seen."""
    return unicodedata.normalize("NFKC", text.translate(_UNSEEN[unseen])).translate(_READ)


def joined(text: str) -> str:
    """A plain text with words that are spelled letter by letter put together: "0 4 0 1 2" → "04012"."""
    return _SPELLED.sub(lambda spelled: _NEXT_WORD.sub(" ", re.sub(r"\s", "", spelled[0])), text)


def _as_read(character: str) -> str:
    """A character as an unremarkable one; marks that are laid on another are gone."""
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in {"Mn", "Me"}:
        return ""
    if category in {"Zs", "Zl", "Zp", "Cc"}:
        return " "
    return "-" if category == "Pd" else _LATIN.get(character, character)


def _instead_of_unseen(other: str) -> _Table:
    return _Table(lambda character: other if unicodedata.category(character) == "Cf" else character)


_READ = _Table(_as_read)
_UNSEEN = {other: _instead_of_unseen(other) for other in ("", " ")}
