"""From what a file calls an area to the area's code: by code or by name, and never by guessing."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.data.schema import LEVELS

Outcome = Literal["matched", "ambiguous", "unknown", "unknown code", "other level"]

# Levels of Statistics Finland that come coded in the same column as the kept ones and are passed over.
OTHER_LEVELS = ("MA", "SA", "SK", "ELY", "EVK", "AVI", "YTA", "VP", "PL", "HO", "KO", "TK", "FI", "KRY")
_CODED = re.compile(r"^'?(" + "|".join(LEVELS[1:]) + r")\s?(\d{1,3})'?(?:\s+.*)?$")
_OTHER = re.compile(r"^'?(?:" + "|".join(OTHER_LEVELS) + r")\d[0-9A-Z]*(?:\s*\D.*)?$")
_NUMBER = re.compile(r"^'?(\d{1,3})'?(?:\s+(\D.*))?$")
_WIDTH = {"KU": 3, "HVA": 2, "TA": 2, "MK": 2}


@dataclass(frozen=True)
class Match:
    """What one text turned out to be. `candidates`: the codes it may mean, where there are several."""

    text: str
    outcome: Outcome
    code: str | None = None
    candidates: tuple[str, ...] = ()


def folded(text: str) -> str:
    """A name as it is compared: no case, no accidents of spacing or of Unicode form."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("–", "-").casefold().split())


@dataclass(frozen=True)
class AreaNames:
    """All names of all areas."""

    areas: Areas
    _index: dict[str, frozenset[tuple[str, str]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index: dict[str, set[tuple[str, str]]] = {}
        for item in self.areas.by_code.values():
            for name in {*item.name, *item.short, item.code}:
                index.setdefault(folded(name), set()).add((item.level, item.code))
        for level, alias, code in self.areas.aliases:
            index.setdefault(folded(alias), set()).add((level, code))
        object.__setattr__(self, "_index", {name: frozenset(entries) for name, entries in index.items()})

    def match(self, text: str, level: str | None = None) -> Match:
        """What `text` means at `level`, or at any level where none is given.

        A bare number is a code of `level`; without a level, three digits are a municipality and
        anything shorter is ambiguous.
        """
        trimmed = text.strip()
        return self._coded(trimmed, level) or self._named(trimmed, level)

    def settle(self, texts: Iterable[str], level: str | None = None) -> dict[str, Match]:
        """Match the distinct texts of one column, letting the column settle what one text leaves open.

        `level`, from the column's header or from a mapping, settles what it can. What is still ambiguous is
        settled by the column's other names without code, when all of them that are certain are of one level
        (the whole country aside) and every open name exists on that level too.
        """
        matches = {text: self.match(text) for text in dict.fromkeys(texts)}
        unsettled = [text for text, match in matches.items() if match.outcome == "ambiguous"]
        wanted = level or self._level_of(matches, unsettled)
        if wanted:
            matches |= {text: self.match(text, wanted) for text in unsettled}
        return matches

    def _level_of(self, matches: dict[str, Match], unsettled: list[str]) -> str | None:
        certain = {
            self.areas[match.code].level
            for text, match in matches.items()
            if match.code and match.code != WHOLE_COUNTRY and not self._coded(text.strip(), None)
        }
        if len(certain) != 1:
            return None
        only = certain.pop()
        return only if all(self.match(text, only).code for text in unsettled) else None

    def _coded(self, text: str, level: str | None) -> Match | None:
        coded = _CODED.match(text)
        if coded:
            return self._code(text, coded[1], coded[2])
        if _OTHER.match(text):
            return Match(text, "other level")
        number = _NUMBER.match(text)
        if not number:
            return None
        wanted = level if level in _WIDTH else "KU" if len(number[1]) == 3 else None
        if wanted:
            return self._code(text, wanted, number[1])
        named = self._named(number[2], None) if number[2] else None
        candidates = tuple(
            code for known, width in _WIDTH.items() if (code := f"{known}{number[1].zfill(width)}") in self.areas
        )
        if named and named.code in candidates:
            return Match(text, "matched", named.code)
        return Match(text, "ambiguous", candidates=candidates) if candidates else Match(text, "unknown code")

    def _code(self, text: str, level: str, digits: str) -> Match:
        code = f"{level}{digits.zfill(_WIDTH[level])}"
        return Match(text, "matched", code) if code in self.areas else Match(text, "unknown code")

    def _named(self, text: str, level: str | None) -> Match:
        entries = self._index.get(folded(text), frozenset())
        kept = {code for at, code in entries if at in LEVELS}
        at_level = {code for at, code in entries if at == level}
        if level and (at_level or WHOLE_COUNTRY not in kept):
            entries, kept = frozenset((level, code) for code in at_level), at_level
        codes = tuple(sorted(code for _, code in entries))
        if not kept:
            return Match(text, "unknown")
        return Match(text, "matched", codes[0]) if len(codes) == 1 else Match(text, "ambiguous", candidates=codes)
