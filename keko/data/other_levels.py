"""Divisions of Finland that KEKO does not keep: sub-regions, postal code areas, hospital districts and others."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from keko.config import ASSETS
from keko.data.shipped import read_yaml
from keko.data.text import Text

_AREA_PARTS = re.compile(r" ?(?:koodi|tunnus|numero|nro|nimi|code|id|name|number|kod|nummer|namn)(?: (?:fi|sv|en))?$")
_CODE_AND_NAME = r"'?(?:{codes})'?(?:\s*\W?\s*\D.*)?"
_POSTAL = re.compile(r"\d{5}(?:\s+\D.*\((?P<municipality>[^()]+)\))?")


@dataclass(frozen=True)
class OtherLevel:
    """One such division.

    `codes`: what its codes look like; `words`: what heads a column of it or is in its areas' names; `finer`: whether it
    divides municipalities.
    """

    name: Text
    codes: "re.Pattern[str] | None"
    words: frozenset[str]
    finer: bool = False


def level_headed(header: str) -> OtherLevel | None:
    """The level whose areas a column with this header holds."""
    text = _plain(header)
    return _by_word().get(text) or _by_word().get(_AREA_PARTS.sub("", text))


def level_coded(text: str) -> OtherLevel | None:
    """The level that an area's code tells, with its name behind it or alone."""
    return next((level for level in other_levels() if level.codes and level.codes.fullmatch(text)), None)


def level_named(text: str) -> OtherLevel | None:
    """The level that an area's name tells: Helsingin seutukunta, Nylands NTM-central, hospital district of Lapland."""
    words = _plain(text).split()
    ends = [" ".join(words[-count:]) for count in range(min(4, len(words)), 0, -1)]
    starts = [" ".join(words[:count]) for count in range(min(4, len(words) - 1), 0, -1)]
    return next((level for part in (*ends, *starts) if (level := _by_word().get(part))), None)


def municipality_of_postal_code(text: str) -> str | None:
    """The municipality in the name of a postal code area ("00100 Keskusta (Helsinki)"), empty of a code alone."""
    match = _POSTAL.fullmatch(text)
    return (match["municipality"] or "").strip() if match else None


def postal_codes() -> OtherLevel:
    """The level of postal codes."""
    return _by_word()["postinumeroalue"]


@cache
def other_levels() -> tuple[OtherLevel, ...]:
    """Every such division, as the project states them."""

    def level(entry: dict[str, Any]) -> OtherLevel:
        codes = re.compile(_CODE_AND_NAME.format(codes=entry["codes"])) if "codes" in entry else None
        return OtherLevel(Text.of(entry["name"]), codes, frozenset(entry["words"]), entry.get("finer", False))

    return tuple(map(level, read_yaml(ASSETS / "areas" / "other_levels.yaml")))


@cache
def _by_word() -> dict[str, OtherLevel]:
    return {word: level for level in other_levels() for word in level.words}


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())
