"""Which decimal mark a file uses: asked for where its numbers leave it open, and only where an answer can be true."""

import re
from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from keko.data.arrays import Flags
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.intake.values.numbers import Decimal, Numbers

MIXED_DECIMALS = ProblemKind(
    "mixed-decimals",
    "error",
    Text(
        "Sekä pilkku että piste voivat olla desimaalimerkkejä, esimerkiksi ”{text}” rivillä {row} sarakkeessa ”{column}”: jos se "
        'on tuhansien erotin, kerro kuvauksessa decimal: "{answer}", muuten käytä vain yhtä merkkiä.',
        "Både komma och punkt kan vara decimaltecken, till exempel ”{text}” på rad {row} i kolumnen ”{column}”: om det skiljer "
        'tusental, ange decimal: "{answer}" i beskrivningen, använd annars bara ett tecken.',
        "Both comma and point may be decimal marks, for example “{text}” on row {row}, column “{column}”: if it separates "
        'thousands, say decimal: "{answer}" in the mapping, else use only one mark.',
    ),
)
DECIMALS_AT_ODDS = ProblemKind(
    "decimals-at-odds",
    "error",
    Text(
        "Sekä pilkku että piste ovat desimaalimerkkejä, joten luku ”{text}” (rivi {row}, sarake ”{column}”) voi olla tuhansia tai "
        "desimaaleja: käytä tiedostossa vain yhtä merkkiä.",
        "Både komma och punkt är decimaltecken, så talet ”{text}” (rad {row}, kolumn ”{column}”) kan vara tusental eller "
        "decimaler: använd bara ett tecken i filen.",
        "Both comma and point are decimal marks, so “{text}” (row {row}, column “{column}”) may be thousands or decimals: use "
        "only one mark in the file.",
    ),
)
BOTH_READ = ProblemKind(
    "decimals-both-read",
    "warning",
    Text(
        "Desimaalimerkkinä on sekä pilkku että piste, esimerkiksi ”{text}” rivillä {row} sarakkeessa ”{column}”: molemmat luettiin "
        "desimaaleiksi, koska mikään luku ei voi olla tuhansia.",
        "Både komma och punkt är decimaltecken, till exempel ”{text}” på rad {row} i kolumnen ”{column}”: båda lästes som "
        "decimaler, eftersom inget tal kan vara tusental.",
        "Both comma and point are decimal marks, for example “{text}” on row {row}, column “{column}”: both were read as "
        "decimals, as no number can be thousands.",
    ),
)
UNCLEAR_DECIMALS = ProblemKind(
    "unclear-decimals",
    "error",
    Text(
        "Luvun ”{text}” (rivi {row}, sarake ”{column}”) merkki voi erottaa tuhannet tai desimaalit: kerro kuvauksessa "
        "desimaalimerkki (decimal).",
        "Tecknet i talet ”{text}” (rad {row}, kolumn ”{column}”) kan skilja tusental eller decimaler: ange decimaltecknet i "
        "beskrivningen (decimal).",
        "The mark in “{text}” (row {row}, column “{column}”) may separate thousands or decimals: say in the mapping which is the "
        "decimal mark (decimal).",
    ),
)
_OTHER: dict[Decimal, Decimal] = {",": ".", ".": ","}
_MARKS: tuple[Decimal, Decimal] = (",", ".")


def settled_decimal(columns: Sequence[Numbers]) -> Decimal | None:
    """The decimal mark that numbers with two marks, or with one mark twice, leave no doubt of ("1.234,5", "1.234.567")."""
    twice = [numbers for numbers in columns if numbers.frame["two_marks"].any()]
    texts = [text for numbers in twice for text in numbers.column.series[numbers.frame["two_marks"]]]
    marks = {_decimal_of_groups(text) for text in texts}
    mark = next(iter(marks), None)
    if mark is None or len(marks) > 1 or any(hit.any() for hit in _sure(columns, _OTHER[mark])):
        return None
    return mark


def decimal_of(
    columns: Sequence[Numbers], typed: bool = False, by_comma: bool = False
) -> tuple[Decimal | None, list[Problem]]:
    """The decimal mark that all `columns` use, None where no number has decimals; or why it cannot be told.

    `typed`: the file holds numbers and not their texts, so that a point is no thousands mark; `by_comma`: commas stand
    between its cells, where points are decimal marks unless smaller whole numbers beside them have none.
    """
    grouped = [numbers.frame["two_marks"].to_numpy(dtype=bool) for numbers in columns]
    if any(hit.any() for hit in grouped):
        return None, [_example(DECIMALS_AT_ODDS, columns, grouped)]
    sure = {mark: _sure(columns, mark) for mark in _MARKS}
    like = {
        mark: [marked & ~certain for marked, certain in zip(_marked(columns, mark), sure[mark], strict=True)]
        for mark in _MARKS
    }
    used = [mark for mark in _MARKS if any(hit.any() for hit in sure[mark])]
    if len(used) == len(_MARKS):
        return _of_both(columns, sure, like)
    if used:
        (mark,) = used
        other = like[_OTHER[mark]]
        if any(hit.any() for hit in other):
            return None, [_example(MIXED_DECIMALS, columns, other, answer=mark)]
        return mark, []
    pointed = typed or (by_comma and not _beside_whole(columns, like["."]))
    return _of_thousands(columns, like, pointed)


def _of_both(
    columns: Sequence[Numbers], sure: dict[Decimal, list[Flags]], like: dict[Decimal, list[Flags]]
) -> tuple[Decimal | None, list[Problem]]:
    """Both marks are decimal marks for sure: all are read so, unless a number may be thousands in a column that has both."""
    doubtful = [
        np.logical_or.reduce([like[mark][place] & sure[_OTHER[mark]][place].any() for mark in _MARKS])
        | (like[","][place] | like["."][place]) & ~(sure[","][place].any() | sure["."][place].any())
        for place in range(len(columns))
    ]
    if any(hit.any() for hit in doubtful):
        return None, [_example(DECIMALS_AT_ODDS, columns, doubtful)]
    commas, points = (
        sum(_count(numbers, hit) for numbers, hit in zip(columns, sure[mark], strict=True)) for mark in _MARKS
    )
    rarer: Decimal = "," if commas < points else "."
    return _OTHER[rarer], [_example(BOTH_READ, columns, sure[rarer])]


def _of_thousands(
    columns: Sequence[Numbers], like: dict[Decimal, list[Flags]], pointed: bool
) -> tuple[Decimal | None, list[Problem]]:
    """Every mark has three digits behind it: commas are asked about, points where they may be so."""
    commas, points = (any(hit.any() for hit in like[mark]) for mark in _MARKS)
    if commas:
        return None, [_example(UNCLEAR_DECIMALS, columns, like[","])]
    if points and not pointed:
        return None, [_example(UNCLEAR_DECIMALS, columns, like["."])]
    return ("." if points else None), []


def _decimal_of_groups(text: str) -> Decimal:
    """The decimal mark of a number whose thousands are grouped by a mark."""
    first, last = re.findall(r"[.,]", text)[0], re.findall(r"[.,]", text)[-1]
    return last if first != last else _OTHER[first]


def _each(columns: Sequence[Numbers], test: Callable[["pd.Series[str]"], "pd.Series[bool]"]) -> list[Flags]:
    """Which numbers of each column pass a test of their plain texts, all tested at once."""
    plain = np.concatenate([numbers.frame["plain"].to_numpy(dtype=object) for numbers in columns])
    ends = np.cumsum([len(numbers.frame) for numbers in columns])
    return np.split(test(pd.Series(plain, dtype="str")).to_numpy(dtype=bool), ends[:-1])


def _marked(columns: Sequence[Numbers], mark: str) -> list[Flags]:
    return _each(columns, lambda plain: plain.str.contains(mark, regex=False, na=False))


def _sure(columns: Sequence[Numbers], mark: str) -> list[Flags]:
    """Which numbers have a decimal mark for sure: other than three digits behind it, or nought before it."""
    like = _each(columns, lambda plain: plain.str.fullmatch(rf"[-+]?[1-9]\d{{0,2}}\{mark}\d{{3}}", na=False))
    return [marked & ~grouped for marked, grouped in zip(_marked(columns, mark), like, strict=True)]


def _beside_whole(columns: Sequence[Numbers], like: Sequence[Flags]) -> bool:
    """Whether a column that has numbers with a mark has whole ones under a thousand without it."""
    small = _each(columns, lambda plain: plain.str.fullmatch(r"[-+]?[1-9]\d{0,2}", na=False))
    return any(hit.any() and whole.any() for hit, whole in zip(like, small, strict=True))


def _count(numbers: Numbers, wanted: Flags) -> int:
    return int(numbers.column.counts[wanted].sum())


def _example(kind: ProblemKind, columns: Sequence[Numbers], wanted: Sequence[Flags], **facts: str) -> Problem:
    places = [
        numbers.column.places(hit).assign(column=numbers.name) for numbers, hit in zip(columns, wanted, strict=True)
    ]
    return kind.each(pd.concat(places).sort_values("row", kind="stable").head(1).assign(**facts))[0]
