"""PX (PC-Axis), as statistical offices publish their cubes: keywords with values, then the data."""

import re
from collections.abc import Iterator

from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text
from keko.intake.mappings import Mapping
from keko.intake.read.cube import Dimension, DimensionRole, count_of, table_of
from keko.intake.read.decoding import beginning, decode
from keko.intake.read.limits import refuse_text
from keko.intake.read.table import Table

PX_INCOMPLETE = ProblemKind(
    "px-incomplete",
    "error",
    Text(
        "PX-tiedosto on vajaa: {missing}. Hae se uudelleen.",
        "PX-filen är ofullständig: {missing}. Hämta den på nytt.",
        "The PX file is incomplete: {missing}. Fetch it again.",
    ),
)
_LACKS = Text("avainsana {keyword} puuttuu", "nyckelordet {keyword} saknas", "the keyword {keyword} is missing")
_UNEQUAL = Text(
    "luokkia on {wanted}, mutta {what} on {count}",
    "klasserna är {wanted} men {what} är {count}",
    "the number of classes is {wanted} but that of {what} is {count}",
)  # fmt: skip
FORMATS = ("px",)
_LANGUAGE = "fi"
_FIRST_KEYWORDS = (
    rb"(?:CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGES?|CREATION-DATE|NEXT-UPDATE|MATRIX|TITLE|SUBJECT-(?:AREA|CODE)|DECIMALS"
    rb"|SHOWDECIMALS|COPYRIGHT|DESCRIPTION|CONTENTS|UNITS|STUB|HEADING|TABLEID)"
)
_FIRST = re.compile(_FIRST_KEYWORDS + rb'\s*=\s*(?:"[^"]*"|\d+|YES|NO)\s*[;,"]')
_CODEPAGE = re.compile(rb'CODEPAGE\s*=\s*"([\w-]+)"')
# Code pages of texts; Python also decodes what is none (punycode, unicode_escape, undefined).
_CHARSETS = re.compile(r"utf-?8|(?:us-)?ascii|(?:iso[-_]?8859[-_]?|latin[-_]?|windows[-_]?|cp|ibm)\d{1,4}")
# One statement up to its semicolon; those within quotation marks do not end it.
_STATEMENT = re.compile(r'((?:[^";]++|"[^"]*")*+)(?:;\s*|\Z)')
_ABOUT = r'\(\s*("[^"]*"(?:\s*,\s*"[^"]*")*)\s*\)'
_KEY = re.compile(rf'([A-Z][A-Z0-9-]*)\s*(?:\[\s*"?([\w-]+)"?\s*\])?\s*(?:{_ABOUT})?\s*=')
# Nought as PX writes it, however it is shown (PX file format, DATASYMBOLNIL).
_NIL = "-"
_STRINGS = re.compile(r'"[^"]*"(?:\s*"[^"]*")*')

Key = tuple[str, tuple[str, ...]]
Facts = dict[Key, str]


def recognises(data: bytes, file_name: str) -> str | None:
    """A file that begins with a keyword and its value."""
    return "px" if _FIRST.match(beginning(data)) else None


def read(data: bytes, file_name: str, mapping: Mapping) -> Table:
    """The cube in a PX file as long rows.

    Raises:
        Refused: the file is no text, lacks a keyword, or has more or fewer figures than its dimensions need.
    """
    text, encoding = _decoded(data, file_name)
    refuse_text(len(text))
    facts = _facts(text)
    dimensions = [_dimension(name, facts) for keyword in ("STUB", "HEADING") for name in _list(facts, keyword)]
    if not dimensions:
        raise Refused([PX_INCOMPLETE.at(missing=_LACKS.filled(keyword="STUB"))])
    if not any(dimension.role == "measure" for dimension in dimensions) and (contents := _text(facts, "CONTENTS")):
        dimensions.append(Dimension("Tiedot", [""], [contents], "measure", [_text(facts, "UNITS")]))
    wanted = count_of(dimensions)
    written = (value.strip('"') for value in facts.get(("DATA", ()), "").split())
    values = ["0" if value == _NIL else value for value in written]
    if len(values) != wanted:
        raise Refused([PX_INCOMPLETE.at(missing=_UNEQUAL.filled(wanted=wanted, what="DATA", count=len(values)))])
    return table_of(file_name, "px", encoding, dimensions, values, [], _titles(facts))


def _decoded(data: bytes, file_name: str) -> tuple[str, str]:
    """The text, in the code page that the file names; one that is not known, or not true, is found out."""
    named = _CODEPAGE.search(data[:2000])
    try:
        encoding = named[1].decode().lower() if named else ""
        if _CHARSETS.fullmatch(encoding) and b"\x00" not in data:
            return data.decode(encoding), encoding
    except (LookupError, UnicodeError):
        pass
    return decode(data, file_name)


def _facts(text: str) -> Facts:
    """What each keyword says, of texts in several languages those in Finnish where there are any."""
    statements = list(_statements(text.removeprefix("\ufeff").lstrip()))
    languages = {language for _, language, _, _ in statements}
    default = next((_first(value) for keyword, _, _, value in statements if keyword == "LANGUAGE"), "")
    chosen = _LANGUAGE if _LANGUAGE in languages and default != _LANGUAGE else None
    ranked = sorted(statements, key=lambda statement: statement[1] is not None)
    return {(keyword, of): value for keyword, language, of, value in ranked if language in {None, chosen}}


def _statements(text: str) -> Iterator[tuple[str, str | None, tuple[str, ...], str]]:
    """Keyword, language, what it is about, and value of every statement."""
    place = 0
    while place < len(text) and (match := _STATEMENT.match(text, place)):
        key = _KEY.match(match[1])
        if key:
            yield key[1], key[2], tuple(_strings(key[3] or "")), match[1][key.end() :].strip()
        place = match.end()


def _strings(value: str) -> list[str]:
    """The texts of a value; long ones go on in the next pair of quotation marks."""
    return ["".join(re.findall(r'"([^"]*)"', text)) for text in _STRINGS.findall(value)]


def _first(value: str) -> str:
    return next(iter(_strings(value)), "")


def _list(facts: Facts, keyword: str, *of: str) -> list[str]:
    return _strings(facts.get((keyword, of), ""))


def _text(facts: Facts, keyword: str, *of: str) -> str:
    return " ".join(_first(facts.get((keyword, of), "")).replace("#", " ").split())


def _dimension(name: str, facts: Facts) -> Dimension:
    texts = _list(facts, "VALUES", name)
    if not texts:
        raise Refused([PX_INCOMPLETE.at(missing=_LACKS.filled(keyword=f'VALUES("{name}")'))])
    codes = _list(facts, "CODES", name) or _list(facts, "TIMEVAL", name) or texts
    if len(codes) != len(texts):
        raise Refused([PX_INCOMPLETE.at(missing=_UNEQUAL.filled(wanted=len(texts), what="CODES", count=len(codes)))])
    role = _role(name, facts)
    every = _text(facts, "UNITS")
    units = [_text(facts, "UNITS", text) or every for text in texts] if role == "measure" else None
    return Dimension(name, codes, texts, role, units)


def _role(name: str, facts: Facts) -> DimensionRole | None:
    if name in _list(facts, "CONTVARIABLE"):
        return "measure"
    if ("TIMEVAL", (name,)) in facts or _text(facts, "VARIABLE-TYPE", name).casefold() == "time":
        return "time"
    geographic = _text(facts, "VARIABLE-TYPE", name).casefold() in {"geographic", "geographical"}
    return "area" if geographic or ("MAP", (name,)) in facts else None


def _titles(facts: Facts) -> list[str]:
    """Title, contents, unit, source and day of the file, as lines above a table say them."""
    updated = next((_first(value) for (keyword, _), value in facts.items() if keyword == "LAST-UPDATED"), "")
    lines = {
        "": _text(facts, "TITLE") or _text(facts, "DESCRIPTION"),
        " ": _text(facts, "CONTENTS"),
        "Lähde: ": _text(facts, "SOURCE"),
        "Yksikkö: ": _text(facts, "UNITS"),
        "Päivitetty: ": updated,
    }
    return [label.lstrip() + text for label, text in lines.items() if text]
