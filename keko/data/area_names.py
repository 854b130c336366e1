"""From what a file calls an area to the area's code: by code or by name, and never by guessing.

A code beside a name is no match unless the name is that area's: other countries have the same numbers.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.data.countries import is_abroad, is_finland
from keko.data.former import Former, former_coded, former_named
from keko.data.levels import LEVELS
from keko.data.name_forms import bare_forms, loose, without_note
from keko.data.other_levels import (
    OtherLevel,
    level_coded,
    level_named,
    municipality_of_postal_code,
    postal_codes,
)

Outcome = Literal[
    "matched", "ambiguous", "unknown", "unknown code", "other level", "abroad", "abolished", "contradicted"
]

_CODED = re.compile(r"^'?(" + "|".join(LEVELS[1:]) + r")\s?(\d{1,3})'?(?:\s*[-–:,;]?\s+(\S.*))?$")
_NUMBER = re.compile(r"^'?(\d{1,3})'?(?:\s*[-–:,;]?\s+(\D.*))?$")
_CODE_LAST = re.compile(r"^(\D.*?)\s*[(\[,]\s*((?:" + "|".join(LEVELS[1:]) + r")?\d{2,3})[)\]]?$")
_LONGEST_NAME = 200
_WIDTH = {"KU": 3, "HVA": 2, "TA": 2, "MK": 2}


@dataclass(frozen=True)
class Match:
    """What one text turned out to be.

    `candidates`: the codes it may mean, where there are several; of a contradiction what its code may mean. `named`: what
    the name of a contradiction means, or an unknown one at other levels than the column's. `other`: the level that KEKO does
    not keep. `former`: the municipality that is no area of KEKO.
    """

    text: str
    outcome: Outcome
    code: str | None = None
    candidates: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    other: OtherLevel | None = None
    former: Former | None = None


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

    @cached_property
    def _own_names(self) -> dict[str, frozenset[str]]:
        """Every name of each area, loosely written."""
        names: dict[str, set[str]] = {}
        for name, entries in self._index.items():
            for _, code in entries:
                names.setdefault(code, set()).add(loose(name))
        return {code: frozenset(own) for code, own in names.items()}

    def match(self, text: str, level: str | None = None) -> Match:
        """What `text` means at `level`, or at any level where none is given.

        A bare number is a code of `level`; without a level, three digits are a municipality and
        anything shorter is ambiguous.
        """
        trimmed = text.strip()
        if is_finland(trimmed):
            return Match(trimmed, "matched", WHOLE_COUNTRY)
        if len(trimmed) > _LONGEST_NAME:
            return Match(trimmed, "unknown")
        coded = self._coded(_CODE_LAST.sub(r"\2 \1", trimmed), level)
        return replace(coded or self._named(without_note(trimmed), level), text=trimmed)

    def settle(
        self, texts: Iterable[str], level: str | None = None, other: OtherLevel | None = None
    ) -> dict[str, Match]:
        """Match the distinct texts of one column, letting the column settle what one text leaves open.

        `level`, from the column's header or from a mapping, settles what it can. What is still ambiguous is
        settled by the column's other names without code, when all of them that are certain are of one level
        (the whole country aside) and every open name exists on that level too.

        `other`: the level that KEKO does not keep, where the header names it: then only codes with the letters of a level
        and the whole country are matched.
        """
        matches = {text: self.match(text) for text in dict.fromkeys(texts)}
        if other:
            return {text: _of_other_level(match, other) for text, match in matches.items()}
        unsettled = [text for text, match in matches.items() if match.outcome in {"ambiguous", "contradicted"}]
        wanted = level or self._level_of(matches, [text for text in unsettled if matches[text].outcome == "ambiguous"])
        if wanted:
            matches |= {text: self.match(text, wanted) for text in unsettled}
        return matches

    def agrees(self, code: str, name: str) -> bool:
        """Whether `name` is a name of the area, in any language or several, with its level or without, in the genitive too."""
        own = self._own_names[code]
        return any(all(form.is_of(own) for form in parts) for parts in bare_forms(name))

    def with_label(self, match: Match, label: str) -> Match:
        """A match with the name that another column gives for it.

        The name must be the area's, or that of an area that it is in; it settles what the match leaves open.
        """
        if match.former and not match.former.is_called(label) and self.match(label).outcome != "other level":
            return Match(match.text, "unknown code")
        own = (match.code,) if match.code else match.candidates if match.outcome == "ambiguous" else ()
        if not own:
            return match
        agreeing = tuple(
            code for code in own if self.agrees(code, label) or self.match(label, self.areas[code].level).code == code
        )
        if len(agreeing) == 1:
            return replace(match, outcome="matched", code=agreeing[0])
        beside = self.match(label)
        around = {beside.code, *beside.candidates} & {above for code in own for above in self.areas.parents(code)}
        if agreeing or around or beside.outcome == "other level":
            return match
        if beside.outcome == "abroad":
            return replace(beside, text=match.text)
        return Match(match.text, "contradicted", candidates=own, named=self.meant(label))

    def meant(self, name: str) -> tuple[str, ...]:
        """The areas that a name without a code means."""
        match = self._named(name.strip(), None)
        return (match.code,) if match.code else match.candidates

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
        if coded := _CODED.match(text):
            return self._code(text, [f"{coded[1]}{coded[2].zfill(_WIDTH[coded[1]])}"], coded[3])
        if other := level_coded(text):
            return Match(text, "other level", other=other)
        number = _NUMBER.match(text)
        if not number:
            return None
        wanted = level if level in _WIDTH else "KU" if len(number[1]) == 3 else None
        levels = [wanted] if wanted else list(_WIDTH)
        codes = [f"{at}{number[1].zfill(_WIDTH[at])}" for at in levels]
        # Services give the whole country a number of their own: 358 at Sotkanet.
        if number[2] and self.meant(number[2]) == (WHOLE_COUNTRY,) and not any(code in self.areas for code in codes):
            return Match(text, "matched", WHOLE_COUNTRY)
        return self._code(text, codes, number[2])

    def _code(self, text: str, codes: Sequence[str], name: str | None) -> Match:
        """What a code that may mean `codes` is, with the name behind it if there is one."""
        known = tuple(code for code in codes if code in self.areas)
        if name and is_abroad(name):
            return Match(text, "abroad")
        former = next(filter(None, map(former_coded, codes)), None) if not known else None
        if former and (not name or former.is_called(name)):
            return Match(text, "abolished", former=former)
        agreeing = tuple(code for code in known if not name or self.agrees(code, name))
        if name and known and not agreeing:
            return Match(text, "contradicted", candidates=known, named=self.meant(name))
        if len(agreeing) == 1:
            return Match(text, "matched", agreeing[0])
        return Match(text, "ambiguous", candidates=agreeing) if agreeing else Match(text, "unknown code")

    def _named(self, text: str, level: str | None) -> Match:
        entries = everywhere = self._index.get(folded(text), frozenset()) or self._doubled(text)
        kept = {code for at, code in entries if at in LEVELS}
        at_level = {code for at, code in entries if at == level}
        if level and (at_level or WHOLE_COUNTRY not in kept):
            entries, kept = frozenset((level, code) for code in at_level), at_level
        codes = tuple(sorted(code for _, code in entries))
        if not kept:
            return _former(text, level) or _elsewhere(text) or self._postal(text) or _unknown(text, everywhere)
        return Match(text, "matched", codes[0]) if len(codes) == 1 else Match(text, "ambiguous", candidates=codes)

    def _doubled(self, text: str) -> frozenset[tuple[str, str]]:
        """What a name in two languages means ("Maarianhamina - Mariehamn"): what both of them do."""
        meanings = [self._index.get(folded(part), frozenset()) for part in re.split(r"\s+[-–]\s+|\s*/\s*", text)]
        return frozenset.intersection(*meanings) if len(meanings) > 1 else frozenset()

    def _postal(self, text: str) -> Match | None:
        municipality = municipality_of_postal_code(text)
        known = municipality == "" or (municipality and self._named(municipality, "KU").code)
        return Match(text, "other level", other=postal_codes()) if known else None


def _unknown(text: str, entries: Iterable[tuple[str, str]]) -> Match:
    """A name that is not known at the level that it should be of; `entries`: what it is at others."""
    return Match(text, "unknown", named=tuple(sorted(code for level, code in entries if level in LEVELS)))


def _former(text: str, level: str | None) -> Match | None:
    former = former_named(text) if level in {None, "KU"} else None
    return Match(text, "abolished", former=former) if former else None


def _elsewhere(text: str) -> Match | None:
    """Another country, or an area of a level that is not kept."""
    if is_abroad(text):
        return Match(text, "abroad")
    other = level_named(text)
    return Match(text, "other level", other=other) if other else None


def _of_other_level(match: Match, other: OtherLevel) -> Match:
    coded = _CODED.match(match.text.strip())
    if match.code == WHOLE_COUNTRY or coded or match.outcome == "abroad" or not match.text.strip():
        return match
    return Match(match.text, "other level", other=match.other or other)
