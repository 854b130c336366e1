"""Which decimal mark a file uses: one for the whole file, asked for where the file leaves it open."""

from collections.abc import Sequence

import pandas as pd

from keko.data.arrays import Flags
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.intake.values.numbers import Decimal, Numbers

MIXED_DECIMALS = ProblemKind(
    "mixed-decimals",
    "error",
    Text(
        "Desimaalimerkkinä on sekä pilkku että piste, esimerkiksi ”{text}” rivillä {row} sarakkeessa ”{column}”: "
        "käytä vain yhtä tai kerro kuvauksessa kumpi (decimal).",
        "Både komma och punkt är decimaltecken, till exempel ”{text}” på rad {row} i kolumnen ”{column}”: använd "
        "bara det ena eller ange vilket i beskrivningen (decimal).",
        "Both comma and point are decimal marks, for example “{text}” on row {row}, column “{column}”: use only one, or "
        "say which in the mapping (decimal).",
    ),
)
UNCLEAR_DECIMALS = ProblemKind(
    "unclear-decimals",
    "error",
    Text(
        "Pilkku luvussa ”{text}” (rivi {row}, sarake ”{column}”) voi erottaa tuhannet tai desimaalit: kerro "
        "kuvauksessa kumpi (decimal).",
        "Kommat i talet ”{text}” (rad {row}, kolumn ”{column}”) kan skilja tusental eller decimaler: ange vilket i "
        "beskrivningen (decimal).",
        "The comma in “{text}” (row {row}, column “{column}”) may separate thousands or decimals: say which in the mapping (decimal).",
    ),
)
_LIKE_THOUSANDS = r"[-+]?[1-9]\d{0,2},\d{3}"


def decimal_of(columns: Sequence[Numbers]) -> tuple[Decimal | None, list[Problem]]:
    """The decimal mark that all `columns` use, None where no number has decimals; or why it cannot be told."""
    both = [numbers.frame["two_marks"].to_numpy(dtype=bool) for numbers in columns]
    if any(hit.any() for hit in both):
        return None, [_example(MIXED_DECIMALS, columns, both)]
    commas, points = (sum(_count(numbers, _marked(numbers, mark)) for numbers in columns) for mark in ",.")
    if commas and points:
        rarer = "," if commas < points else "."
        return None, [_example(MIXED_DECIMALS, columns, [_marked(numbers, rarer) for numbers in columns])]
    if commas and all(_like_thousands(numbers) for numbers in columns):
        return None, [_example(UNCLEAR_DECIMALS, columns, [_marked(numbers, ",") for numbers in columns])]
    return ("," if commas else "." if points else None), []


def _marked(numbers: Numbers, mark: str) -> Flags:
    return numbers.frame["plain"].str.contains(mark, regex=False, na=False).to_numpy(dtype=bool)


def _count(numbers: Numbers, wanted: Flags) -> int:
    return int(numbers.column.counts[wanted].sum())


def _like_thousands(numbers: Numbers) -> bool:
    marked = numbers.frame["plain"][_marked(numbers, ",")]
    return bool(marked.str.fullmatch(_LIKE_THOUSANDS).all())


def _example(kind: ProblemKind, columns: Sequence[Numbers], wanted: Sequence[Flags]) -> Problem:
    places = [
        numbers.column.places(hit).assign(column=numbers.name) for numbers, hit in zip(columns, wanted, strict=True)
    ]
    return kind.each(pd.concat(places).sort_values("row", kind="stable").head(1))[0]
