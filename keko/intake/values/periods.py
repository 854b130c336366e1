"""Periods as files write them: 2024, 2024M01, 2024Q1, II/2024, tammik. 2024, 2006/07, 2023-01-01/P1Y, 1.1.–31.12.2023, 2023*."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from keko.data.arrays import Flags
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.intake.values.dates import day_of, whole_period
from keko.intake.values.distinct import Distinct

UNKNOWN_PERIOD = ProblemKind(
    "unknown-period",
    "error",
    Text(
        "Rivin {row} ajankohtaa ”{text}” ei tunneta: kirjoita se muodossa 2024, 2024-Q1 tai 2024-01.",
        "Tidpunkten ”{text}” på rad {row} är okänd: skriv den i formen 2024, 2024-Q1 eller 2024-01.",
        "The period “{text}” on row {row} is not known: write it as 2024, 2024-Q1 or 2024-01.",
    ),
)
SCHOOL_YEAR = ProblemKind(
    "school-year",
    "info",
    Text(
        "Kaksivuotinen ajankohta tulkitaan ensimmäiseksi vuodekseen: ”{text}” (rivi {row}) on {period}.",
        "En period över två år tolkas som sitt första år: ”{text}” (rad {row}) är {period}.",
        "A period over two years is taken for its first year: “{text}” (row {row}) is {period}.",
    ),
)

_YEAR = r"(?P<year>(?:1[89]|20|21)\d\d)"
_QUARTER = r"(?P<quarter>[1-4])(?:\.|:a|:e|st|nd|rd|th)?"
_QUARTER_WORD = r"(?:vuosi)?(?:nelj(?:\.|ännes)?|kvart(?:\.|aali|al(?:et)?)?|kv\.?|quarter|qtr\.?)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        _YEAR + r"(?:\.0)?",
        _YEAR + r"[-/ ]?[QK](?P<quarter>[1-4])",
        r"[QK](?P<quarter>[1-4])[-/ ]" + _YEAR,
        _YEAR + r"(?:M|-M|[-/])(?P<month>0?[1-9]|1[0-2])",
        _YEAR + r"(?P<month>0[1-9]|1[0-2])",
        r"(?P<month>0?[1-9]|1[0-2])[/.]" + _YEAR,
        rf"{_QUARTER}[-/ ]{_QUARTER_WORD}[ ,/]{{0,2}}{_YEAR}",
        rf"{_QUARTER_WORD} ?(?P<quarter>[1-4])[ ,/]{{1,2}}{_YEAR}",
        rf"{_YEAR}[ ,/-]{{1,2}}{_QUARTER} ?{_QUARTER_WORD}",
        rf"{_YEAR}[ ,/-]{{1,2}}{_QUARTER_WORD} ?(?P<quarter>[1-4])",
    )
)
# Roman quarters are written in capitals: "i 2024" is Swedish for "in 2024".
_ROMAN = tuple(
    re.compile(form)
    for form in (
        rf"(?P<roman>I{{1,3}}|IV)\.?(?:[-/ ]|[/ ](?i:{_QUARTER_WORD})[ ,/]){_YEAR}",
        rf"{_YEAR}[-/ ](?P<roman>I{{1,3}}|IV)\.?(?: (?i:{_QUARTER_WORD}))?",
    )
)
_QUARTER_OF = {"I": 1, "II": 2, "III": 3, "IV": 4}
_SLASHED = re.compile(r"((?:1[89]|20|21)\d\d)/(\d\d|\d{4})\*?")
_MONTHS = (
    "tammi|januari|january|jan", "helmi|februari|february|febr|feb", "maalis|mars|march|mar", "huhti|april|apr",
    "touko|maj|may", "kesä|juni|june|jun", "heinä|juli|july|jul", "elo|augusti|august|aug", "syys|september|sep|sept",
    "loka|oktober|october|okt|oct", "marras|november|nov", "joulu|december|dec",
)  # fmt: skip
_MONTH = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split("|")}
MONTH_WORD = "(?:" + "|".join(sorted(_MONTH, key=len, reverse=True)) + r")(?:kuu(?:ta|ssa|n)?|k(?=[. ]))?\.?"
_NAMED = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<word>{MONTH_WORD})[ ,/-]+{_YEAR}",
        rf"{_YEAR}[ ,/-]+(?P<word>{MONTH_WORD})",
        rf"(?P<word>{MONTH_WORD})[-.](?P<short>\d\d)",  # as spreadsheets show a month: Jan-24, tammi.24
    )
)
_SHORTEST_OF_1900S = 70
_LONGEST = 60  # signs of a period
_DAY = r"\d{4}-\d\d-\d\d(?:[T ][0-9:.]+Z?)?|\d{1,2}\.\d{1,2}\.(?:\d{4})?"
_DAYS = re.compile(rf"({_DAY})\s?[-–/]\s?({_DAY})")
_INTERVAL = re.compile(r"((?:1[89]|20|21)\d\d)-(\d\d)-01(?:T00:00:00Z?)?/P(1Y|12M|3M|1M)")


class Period(NamedTuple):
    """A period as it is stored, and whether the file marks it as preliminary."""

    text: str
    preliminary: bool


@lru_cache(maxsize=1 << 16)
def read_period(text: str, slash_is_month: bool = False) -> Period | None:
    """The period that `text` writes, None where it writes none. A trailing asterisk means preliminary.

    Two years (2006/07) are the first of them; `slash_is_month` tells whether that is what a column of texts means.
    """
    if len(text) > _LONGEST:
        return None
    trimmed = text.strip()
    bare = trimmed.rstrip("*").rstrip()
    if not any(sign.isdigit() for sign in bare):
        return None
    school_year = None if slash_is_month else _first_year(bare)
    forms = (_interval, _written, _named, _roman, _between_days)
    period_text = school_year or next(filter(None, (form(bare) for form in forms)), None)
    return Period(period_text, trimmed != bare) if period_text else None


def slash_means_month(texts: Iterable[str]) -> bool:
    """Whether what follows the slash in `texts` is a month: two years one after the other would never be 2006/06."""
    slashed = [text for text in texts if _SLASHED.fullmatch(text)]
    return any(_first_year(text.rstrip("*")) is None for text in slashed)


def spans_years(text: str) -> bool:
    """Whether `text` writes two years, one after the other."""
    return _first_year(text.strip().rstrip("*")) is not None


def _first_year(text: str) -> str | None:
    match = _SLASHED.fullmatch(text)
    if not match:
        return None
    year, after = match[1], str(int(match[1]) + 1)
    return year if match[2] in {after, after[2:]} else None


def _named(text: str) -> str | None:
    for form in _NAMED:
        if match := form.fullmatch(text):
            word = re.sub(r"(?<=.)(?:kuu(?:ta|ssa|n)?|k)?\.?$", "", match["word"].casefold())
            fields = match.groupdict()
            return f"{fields.get('year') or _in_full(fields['short'])}-{_MONTH[word]:02}"
    return None


def _in_full(short: str) -> str:
    """A year of two digits, of this century where it is below 70."""
    return ("19" if int(short) >= _SHORTEST_OF_1900S else "20") + short


def _roman(text: str) -> str | None:
    match = next(filter(None, (form.fullmatch(text) for form in _ROMAN)), None)
    return f"{match['year']}-Q{_QUARTER_OF[match['roman']]}" if match else None


def _between_days(text: str) -> str | None:
    """The period from one day to another: "1.1.–31.12.2023", "2024-01-01/2024-02-01"."""
    match = _DAYS.fullmatch(text)
    if not match:
        return None
    last = day_of(match[2])
    first = day_of(f"{match[1]}{last.year}" if match[1].endswith(".") and last else match[1])
    return whole_period(first, last) if first and last else None


def _written(text: str) -> str | None:
    for form in _FORMS:
        if match := form.fullmatch(text):
            fields = match.groupdict()
            if fields.get("quarter"):
                return f"{fields['year']}-Q{fields['quarter']}"
            return f"{fields['year']}-{int(fields['month']):02}" if fields.get("month") else fields["year"]
    return None


def _interval(text: str) -> str | None:
    match = _INTERVAL.fullmatch(text)
    if not match:
        return None
    year, month, length = match[1], int(match[2]), match[3]
    if length in {"1Y", "12M"}:
        return year if month == 1 else None
    if length == "3M":
        return f"{year}-Q{month // 3 + 1}" if month in {1, 4, 7, 10} else None
    return f"{year}-{month:02}" if 1 <= month <= 12 else None


def read_periods(column: Distinct, name: str) -> tuple["pd.Series[str]", Flags, list[Problem]]:
    """The period of every row (missing where unknown), whether it is preliminary, and what is unknown.

    `name`: what the column is called.
    """
    months = slash_means_month(column.texts)
    known = {text: period for text in column.texts if (period := read_period(text, months))}
    periods = column.spread({text: period.text for text, period in known.items()})
    preliminary = np.array([text in known and known[text].preliminary for text in column.texts], dtype=bool)
    unknown = column.firsts(lambda text: text != "" and text not in known)
    problems = UNKNOWN_PERIOD.each(unknown.assign(column=name))
    if not months:
        spanning = column.firsts(spans_years).head(1)
        problems += [
            SCHOOL_YEAR.at(int(row), name, text=text, period=known[text].text)
            for row, text in spanning.itertuples(index=False)
        ]
    return periods, column.take(preliminary), problems
