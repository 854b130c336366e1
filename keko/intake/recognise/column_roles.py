"""What each column of a table is, taken alone: told by the mapping, by its header, or by what it holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from keko.data.area_names import AreaNames, folded
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.intake.mappings import Constants, Mapping, Role
from keko.intake.read.table import Table
from keko.intake.recognise.remarks import settled_remarks
from keko.intake.recognise.statistic_words import settled_words
from keko.intake.values.dimensions import SEX_WORDS, TOTAL, is_age_range, is_total
from keko.intake.values.headings import Word, beside_period, heading, word_of
from keko.intake.values.intervals import interval_places
from keko.intake.values.numbers import is_marker, is_number
from keko.intake.values.periods import read_period, slash_means_month
from keko.intake.values.wait_classes import wait_classes

UNKNOWN_COLUMN = ProblemKind(
    "unknown-column",
    "error",
    Text(
        "Kuvauksen saraketta ”{column}” ei ole tiedostossa; sen sarakkeet ovat {seen}.",
        "Beskrivningens kolumn ”{column}” finns inte i filen; dess kolumner är {seen}.",
        "The mapping's column “{column}” is not in the file; its columns are {seen}.",
    ),
)

# `number`: figures of something that its header names; `amount`: the same with a header that names nothing (lkm);
# `dated`: figures under a period; `placed`: under an area, with or without a period; `text`: words of no role.
Guess = Role | Literal["number", "amount", "dated", "placed", "text", "unit"]
# `cells`: what a column holds is nothing else by chance; `guess`: it may be.
Source = Literal["mapping", "header", "cells", "guess"]
Content = Literal["empty", "sex", "period", "number", "age", "area", "abroad", "text"]

_CELLS = 200_000
_ROWS = 1000
_AREAS_TRIED = 100
_NAMELESS = re.compile(
    r"unnamed[: ]*\d*|\d{1,3}|[vx]\d{1,3}|(?:column|col|var|field|sarake|kolumn|kenttä|fält)[ _.]?\d{1,3}",
    re.IGNORECASE,
)
# Persons of a country that live elsewhere: a breakdown.
_ORIGIN = re.compile(
    r"kansalais|syntym|alkuper|lähtö|medborgar|född|födelse|ursprung|citizen|national|birth|origin|kieli"
)
_BARE_CODE = re.compile(r"'?\d{3}'?")
_SOLE: frozenset[Guess] = frozenset({"area", "measure", "value", "sex", "age"})


@dataclass(frozen=True)
class Columns:
    """`guesses`, what each goes by, and, from a sample of the rows, the distinct trimmed `texts` of each column.

    `slash_is_month`: what a slash means in the periods of the headers, see `read_period`.
    """

    guesses: list[Guess]
    sources: list[Source]
    texts: list[list[str]]
    problems: list[Problem]
    slash_is_month: bool = False


def guess(table: Table, names: AreaNames, mapping: Mapping) -> Columns:
    """What each column of `table` is, taken alone."""
    mapped, problems = _mapped_roles(table, mapping)
    texts = sampled(table)
    given = _given(mapping.constants)
    told = [mapped.get(place) or _word(header, mapped, given) for place, header in enumerate(table.header)]
    remarked = [mapped.get(place) or word for place, word in enumerate(settled_remarks(texts, told))]
    words: list[Guess | None] = settled_words(table, texts, remarked)  # type: ignore[assignment]  # no word of statistics is left
    for place in set(interval_places(table.header, texts.__getitem__) or ()) - mapped.keys():
        words[place] = "ignored" if "time" in {*mapped.values(), *given} else "time"
    known: set[Guess] = {word for word in words if word} | given
    guesses: list[Guess] = []
    for word, header, column in zip(words, table.header, texts, strict=True):
        role = word or _held(header, column, names, known)
        guesses.append(role)
        known.add(role)
    sources: list[Source] = [
        "mapping" if place in mapped else "header" if word else _source(role, table.header[place], texts[place], names)
        for place, (word, role) in enumerate(zip(words, guesses, strict=True))
    ]
    return Columns(guesses, sources, texts, problems, slash_means_month(table.header))


def sampled(table: Table) -> list[list[str]]:
    """The distinct trimmed texts of each column in a sample of the rows, the same sample every time."""
    count = min(len(table.cells), max(20, min(_ROWS, _CELLS // len(table.header))))
    rows = table.cells.sample(count, random_state=0).sort_index().to_numpy(dtype=object)
    return [list(dict.fromkeys(text.strip() for text in column)) for column in rows.T]


def content_of(texts: Sequence[str], names: AreaNames) -> Content:
    """What a column holds, by distinct texts of it."""
    filled = [text for text in texts if text]
    if not filled:
        return "empty"
    if all(read_period(text) for text in filled):
        return "period"
    if _are_bare_codes(filled, names):
        return "area"
    if 2 * sum(is_number(text) or is_marker(text) for text in filled) >= len(filled):
        return "number"
    sexes = {SEX_WORDS.get(folded(text)) for text in filled}
    if None not in sexes and sexes != {TOTAL}:
        return "sex"
    if any(is_age_range(text) for text in filled) and all(is_age_range(text) or is_total(text) for text in filled):
        return "age"
    if area_share(filled, names, None) > 0.5:
        return "area"
    abroad = sum(names.match(text).outcome in {"abroad", "matched"} for text in filled[:_AREAS_TRIED])
    return "abroad" if 2 * abroad > min(len(filled), _AREAS_TRIED) else "text"


def is_about_persons_origin(header: str) -> bool:
    """Whether a header speaks of where people come from, so that countries under it are no areas of the figures."""
    return _ORIGIN.search(folded(header)) is not None


def area_share(texts: Sequence[str], names: AreaNames, level: str | None) -> float:
    """The share of `texts` that are areas, of levels that are kept or not."""
    tried = [text for text in texts if text][:_AREAS_TRIED]
    matches = names.settle(tried, level).values()
    return sum(match.outcome in {"matched", "other level", "abolished"} for match in matches) / max(len(tried), 1)


def _mapped_roles(table: Table, mapping: Mapping) -> tuple[dict[int, Role], list[Problem]]:
    """The roles that the mapping gives, by position, and the columns it names that do not exist."""
    places = {folded(name): place for place, name in reversed(list(enumerate(table.names)))}
    mapped = {places[folded(name)]: role for name, role in mapping.columns.items() if folded(name) in places}
    missing = [name for name in mapping.columns if folded(name) not in places]
    return mapped, [UNKNOWN_COLUMN.at(column=name, seen=seen(table)) for name in missing]


def seen(table: Table) -> str:
    """The first columns of a table, named in a few words."""
    first = ", ".join(name[:20] for name in table.names[:5])
    return first + (", …" if len(table.header) > 5 else "")


def _given(constants: Constants) -> set[Guess]:
    given: dict[Guess, str | None] = {
        "area": constants.area,
        "time": constants.period,
        "sex": constants.sex,
        "age": constants.age,
        "measure": constants.measure,
    }
    return {role for role, text in given.items() if text}


def _word(header: str, mapped: dict[int, Role], given: set[Guess]) -> Word | None:
    """The role a header names, unless the mapping has already told where it is."""
    word = word_of(header)
    return "ignored" if word in given or word in _SOLE & set(mapped.values()) else word


def _held(header: str, texts: list[str], names: AreaNames, known: set[Guess]) -> Guess:
    period = heading(header).period
    if period and read_period(header):
        return "dated"
    content = content_of(texts, names)
    if content != "period" and wait_classes(texts, header):
        return "text"
    if content == "empty" or (content == "number" and nameless(header)):
        return "ignored"
    if content == "number" and "area" not in known and _names_area(header, names):
        return "placed"
    if content == "period":
        return "number" if "time" in known and all(is_number(text) for text in texts if text) else "time"
    if content == "abroad":
        return "text" if "area" in known or is_about_persons_origin(header) else "area"
    if content in {"sex", "age"} and content in known:
        return "text"
    return content


def nameless(header: str) -> bool:
    """Whether a header says nothing: empty, or what a data frame calls such a column."""
    return not header or _NAMELESS.fullmatch(header) is not None


def unnamed_figures(table: Table, columns: Columns) -> list[int]:
    """The columns of numbers whose headers say nothing, so that nobody knows what they are."""
    return [
        place
        for place, header in enumerate(table.header)
        if columns.guesses[place] == "ignored" and columns.sources[place] == "cells" and nameless(header)
        if any(is_number(text) for text in columns.texts[place])
    ]


def _source(role: Guess, header: str, texts: list[str], names: AreaNames) -> Source:
    """What a guess goes by where neither mapping nor a word in the header tells it."""
    if role in {"dated", "placed", "number"} or (role == "text" and not nameless(header)):
        return "header"
    if role in {"sex", "age", "ignored"}:
        return "cells"
    figures = any(text.strip("'").isdigit() for text in texts)  # years and codes may be any figures
    return "cells" if not figures and (role == "time" or area_share(texts, names, None) == 1) else "guess"


def _names_area(header: str, names: AreaNames) -> bool:
    """Whether a header is an area, alone or beside a period ("HVA02 1995"); "15" and "2 years" are not."""
    named = beside_period(header) or header
    outcome = names.match(named).outcome
    return outcome != "unknown" and (not named[:1].isdigit() or (outcome == "matched" and not named.isdigit()))


def _are_bare_codes(texts: list[str], names: AreaNames) -> bool:
    """Whether all are codes of municipalities; without a leading zero among them they may be any figures."""
    coded = all(_BARE_CODE.fullmatch(text) for text in texts) and any(text.strip("'").startswith("0") for text in texts)
    return coded and area_share(texts, names, "KU") == 1
