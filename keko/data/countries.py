"""Countries other than Finland, and groups of them, as statistics write them: by name in three languages or by code."""

import csv
import re
from functools import cache

from babel import Locale
from babel.core import get_global

from keko.config import ASSETS, LANGUAGES

_OWN = frozenset({"FI", "AX"})
# ZZ and the like are no places.
_NO_PLACES = frozenset({"ZZ", "XA", "XB", "QO"})
# Eurostat has codes of its own for two, and one for every extent of the Union and of the euro area.
_EUROSTAT = frozenset({"EL", "UK", "EU", "EA", "EEA", "EFTA", "OECD"})
_UNION = re.compile(r"(?:EU|EA|EEA)\d{2}(?:_\d{4})?")
_BRITISH = re.compile(r"[EKNSWJ]\d{8}")
# NUTS and ISO 3166-2: a country and a part of it, told from words in capitals by a digit or a hyphen.
_PART = re.compile(r"(?P<country>[A-Z]{2})(?:(?=[A-Z]?\d|\d)[0-9A-Z]{1,3}|-[0-9A-Z]{1,3})")
_BRACKETED = re.compile(r"\s*[(\[].*|\s[-–]\s.*|,.*")
_CODE_FIRST = re.compile(r"(?P<code>[A-Z]{2,3}|\d{1,3})\W*\s(?P<name>\D.*)")


def is_finland(code: str) -> bool:
    """Whether `code` is a country's code (ISO 3166) and Finland's."""
    return code in {"FI", "FIN"}


def is_abroad(text: str) -> bool:
    """Whether `text` is another country, a part of one by its code, or a group of countries; never by a bare number."""
    written = text.strip()
    if written in _codes() or _UNION.fullmatch(written) or _BRITISH.fullmatch(written):
        return True
    part = _PART.fullmatch(written)
    if part and part["country"] in _codes():
        return True
    coded = _CODE_FIRST.fullmatch(written)
    return any(_is_named(name) for name in (written, coded["name"] if coded else ""))


def country_within(line: str) -> bool:
    """Whether a line of text names another country and not Finland."""
    words = set(re.findall(r"[^\W\d_]+", line.casefold()))
    return not words & _own_names() and bool(words & _single_names())


def _is_named(name: str) -> bool:
    whole = " ".join(name.casefold().split())
    return whole in _names() or _BRACKETED.sub("", whole) in _names() or whole.startswith("european union")


@cache
def _codes() -> frozenset[str]:
    """Codes of two letters and of three."""
    two = {str(code) for code in Locale("en").territories if str(code).isalpha()} - _OWN - _NO_PLACES
    aliases = get_global("territory_aliases")
    three = {str(code) for code, now in aliases.items() if re.fullmatch("[A-Z]{3}", str(code)) and now[0] not in _OWN}
    return frozenset(two | three | _EUROSTAT)


@cache
def _names() -> frozenset[str]:
    """Their names, folded."""
    named = {
        name.casefold()
        for language in LANGUAGES
        for code, name in Locale(language).territories.items()
        if code not in _OWN | _NO_PLACES
    }
    with (ASSETS / "areas" / "countries.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(named | {row["name"].casefold() for row in csv.DictReader(file)})


@cache
def _single_names() -> frozenset[str]:
    return frozenset(name for name in _names() if name.isalpha() and len(name) > 3)


@cache
def _own_names() -> frozenset[str]:
    return frozenset(
        {"finnish", "finsk", "finska", "suomalaiset", "suomen", "finlands", "finland", "suomi", "suomessa"}
    )
