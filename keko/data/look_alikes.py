"""A text as it reads to the eye: look-alike letters, digits of other scripts, mark-up and tricks of spacing are gone."""

import html
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from confusable_homoglyphs.confusables import confusables_data

_SPELLED = re.compile(r"(?<!\S)\S(?:\s\S(?!\S)){3,}")  # l i k e  t h i s
_DOTTED = re.compile(r"(?<!\w)[^\W_](?:[.*_·-][^\W_]){3,}(?!\w)")  # l.i.k.e  t.h.i.s
_NEXT_WORD = re.compile(r"(?<=[^\W\d_A-ZÅÄÖ])(?=[A-ZÅÄÖ])")
_TAG = re.compile(r"</?(?:a|b|br|div|em|font|h[1-6]|i|li|mark|p|small|span|strong|u|ul)\b[^<>]*>", re.IGNORECASE)
_ESCAPED = re.compile(r"%([2-7][0-9A-Fa-f])")
# Letters that are taken for Latin ones, and are not on Unicode's list of confusables (UTS 39).
_ALSO = {
    "в": "b", "к": "k", "м": "m", "н": "h", "т": "t", "ь": "b", "ѡ": "w", "Ԍ": "G", "ε": "e", "κ": "k", "τ": "t", "χ": "x",
    "ω": "w",
}  # fmt: skip
# What reads as it is written, and what reads alike whatever stands beside it.
_UNREMARKABLE = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\nÅÄÖÉÜÕŠŽåäöéüõšž")
_ALIKE = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014", "-") | dict.fromkeys("\t\xa0", " ")
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"  # letters by their category, and nothing to the eye
_TURNED = "\u202e"  # what comes after it is shown from right to left
_PLAIN = {"\u2212": "-", "\u2223": "|", "\u3002": ".", "\u24d0": "@", "\u24b6": "@"}


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
    shown = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), _TAG.sub(" ", html.unescape(html.unescape(text))))
    seen = {shown, shown[::-1]} if _TURNED in shown else {shown}
    read = {plain(text, unseen) for text in seen for unseen in ("", " ")}
    return frozenset(read | set(map(joined, read)))


def plain(text: str, unseen: str = "") -> str:
    """The text in Latin letters and European digits, with simple dashes and spaces. `unseen`: "" or " " for what cannot be seen."""
    odd = set(text) - _UNREMARKABLE
    if odd <= _ALIKE.keys():  # as most texts are: quicker than one character after another
        for character in odd:
            text = text.replace(character, _ALIKE[character])
        return text
    return unicodedata.normalize("NFKC", text.translate(_UNSEEN[unseen])).translate(_READ)


def joined(text: str) -> str:
    """A plain text with words that are spelled letter by letter put together: "0 4 0 1 2" → "04012"."""
    text = _DOTTED.sub(lambda spelled: re.sub(r"[\W_]", "", spelled[0]), text)
    return _SPELLED.sub(lambda spelled: _NEXT_WORD.sub(" ", re.sub(r"\s", "", spelled[0])), text)


def _as_read(character: str) -> str:
    """A character as an unremarkable one; marks that are laid on another are gone."""
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in {"Mn", "Me"}:
        return ""
    if category in {"Zs", "Zl", "Zp", "Cc"}:
        return "\n" if character in "\n\r\u2028\u2029" else " "
    return "-" if category == "Pd" else _latin(character)


def _latin(character: str) -> str:
    """The Latin letter or the digit that a character looks like, by Unicode's list of confusables (UTS 39); else itself.

    A letter of the same case where there is one; scripts without cases look like capitals. Latin letters are what they are, but
    for the small capitals.
    """
    name, parts = unicodedata.name(character, ""), unicodedata.normalize("NFD", character)
    if " SMALL CAPITAL " in name and name[-2] == " ":
        return name[-1].lower()
    if name.startswith("LATIN") or not character.isalpha():
        return character
    if len(parts) > 1:
        return unicodedata.normalize("NFC", _latin(parts[0]) + parts[1:])
    alike = [each["c"] for each in confusables_data.get(character, ())]
    simple = [each for each in alike if len(each) == 1 and each.isascii() and each.isalnum()]
    same_case = [each for each in simple if each.islower() == character.islower()]
    return _ALSO.get(character) or next(iter([*same_case, *simple]), character)


def _instead_of_unseen(other: str) -> _Table:
    def read(character: str) -> str:
        if character in _FILLERS or unicodedata.category(character) == "Cf":
            return other
        return _PLAIN.get(character, character)

    return _Table(read)


_READ = _Table(_as_read)
_UNSEEN = {other: _instead_of_unseen(other) for other in ("", " ")}
