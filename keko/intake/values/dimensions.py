"""Sexes, ages and other breakdowns: from a file's words to the stored ones, `total` where nothing is broken down."""

import re
from collections.abc import Mapping

import pandas as pd

from keko.data.area_names import folded
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.intake.values.distinct import Distinct

TOTAL = "total"
LONGEST_AGE = 20
LONGEST_BREAKDOWN = 120

UNKNOWN_SEX = ProblemKind(
    "unknown-sex",
    "error",
    Text(
        "Rivin {row} sukupuolta ”{text}” ei tunneta: käytä sanoja yhteensä, miehet ja naiset.",
        "Könet ”{text}” på rad {row} är okänt: använd orden totalt, män och kvinnor.",
        "The sex “{text}” on row {row} is not known: use the words total, males and females.",
    ),
)

_SEXES = {
    TOTAL: "yhteensä|molemmat sukupuolet|sukupuolet yhteensä|miehet ja naiset|kaikki|totalt|samtliga|båda könen"
    "|män och kvinnor|könen totalt|total|both sexes|all|males and females|sexes total|persons",
    "male": "mies|miehet|miehiä|man|män|male|males|men",
    "female": "nainen|naiset|naisia|kvinna|kvinnor|female|females|women|woman",
}
SEX_WORDS = {word: sex for sex, words in _SEXES.items() for word in words.split("|")}
# Codes that mean a sex only in a column of sexes.
_SEX_CODES = {"sss": TOTAL, "t": TOTAL, "1": "male", "m": "male"} | dict.fromkeys(("2", "n", "f", "k"), "female")

_TOTAL = re.compile(
    r"sss|yhteensä|kaikki|koko väestö|total|all|totalt|alla|samtliga|sammanlagt|hela befolkningen|total population"
    r"|\D+ yhteensä|total,? \D+|\D+,? total(?:t)?|all ages"
)
_AGE_WORDS = r"[- ]?(?:vuotiaat|vuotiaita|vuotiaiden|vuotias|-?åringar|år|vuotta|v\.?|years?(?: olds?)?|yrs?)?"
_AGE_RANGE = re.compile(r"(\d{1,3}) ?- ?(\d{1,3})" + _AGE_WORDS)
_AGE_OPEN = re.compile(r"(\d{1,3}) ?[-+]")
_AGE_ONE = re.compile(r"(\d{1,3})" + _AGE_WORDS)
# As Eurostat writes them: Y15-24, Y20, Y_GE65, Y_LT15.
_AGE_CODE = re.compile(r"y_?(?P<bound>ge|lt)?(?P<first>\d{1,3})(?:-(?P<last>\d{1,3}))?")
_AGE_ONWARDS = re.compile(
    r"(?<![\d.,])(\d{1,2}) ?(?:years?|vuotta|år)? ?(?:or over|and over|or more|täyttäne\w*|(?:och|eller) äldre)"
)
_AGES_WITHIN = re.compile(r"(?<![\d.,\-–])(\d{1,2}) ?(?:[-–]|to|till) ?(\d{1,3})(?![\d.,]|[-–]\d)")  # no part of a date


def age_of(text: str) -> str:
    """An age as it is stored: "15-64", "65+", "total"; other wordings tidied and cut to 20 characters."""
    plain = _uncoded(folded(text))
    if match := _AGE_RANGE.fullmatch(plain):
        return f"{int(match[1])}-{int(match[2])}"
    if match := _AGE_OPEN.fullmatch(plain):
        return f"{int(match[1])}+"
    if match := _AGE_ONE.fullmatch(plain):
        return str(int(match[1]))
    return TOTAL if not plain or is_total(plain) else " ".join(text.split())[:LONGEST_AGE].strip()


def is_age_range(text: str) -> bool:
    """Whether `text` is an age or ages without a header that says so, which a bare number is not."""
    plain = _uncoded(folded(text))
    return any(form.fullmatch(plain) for form in (_AGE_RANGE, _AGE_OPEN, _AGE_ONE)) and not folded(text).isdigit()


def _uncoded(plain: str) -> str:
    """An age without the signs of a code: "15-24" of "y15-24", "65+" of "y_ge65"; others as they are."""
    match = _AGE_CODE.fullmatch(plain)
    if not match:
        return plain
    first = int(match["first"])
    if match["bound"] == "lt":
        return f"0-{first - 1}"
    return f"{first}+" if match["bound"] else f"{first}-{match['last']}" if match["last"] else str(first)


def is_total(text: str) -> bool:
    """Whether `text` means that nothing is broken down."""
    return _TOTAL.fullmatch(folded(text)) is not None


def ages_within(text: str) -> str | None:
    """The ages that a title or the name of a measure states: "15-64" of "aged 15 to 64", "15+" of "15 or over"."""
    for match in _AGES_WITHIN.finditer(text.casefold()):
        first, last = int(match[1]), int(match[2])
        if first < last <= 120:
            return f"{first}-{last}"
    onwards = _AGE_ONWARDS.search(text.casefold())
    return f"{int(onwards[1])}+" if onwards else None


def read_sexes(column: Distinct, name: str) -> tuple["pd.Series[str]", list[Problem]]:
    """total, male or female for every row (missing where unknown), and what is unknown. An empty cell is a total."""
    known = {text: SEX_WORDS.get(folded(text)) or _SEX_CODES.get(folded(text)) for text in column.texts if text}
    sexes = {text: sex for text, sex in known.items() if sex} | {"": TOTAL}
    return column.spread(sexes), UNKNOWN_SEX.each(column.firsts(lambda text: text not in sexes).assign(column=name))


def read_ages(column: Distinct) -> "pd.Series[str]":
    """The age of every row."""
    return column.spread({text: age_of(text) for text in column.texts})


def read_breakdown(
    columns: dict[str, Distinct], ids: Mapping[str, Mapping[str, str]] | None = None
) -> "pd.Series[str]":
    """The other dimensions of every row joined: "Koulutus: perusaste; Kieli: suomi", `total` where all are totals.

    `columns`: by name, at least one. A column named "breakdown" already holds the joined text. `ids`: by name of a column
    what its texts are stored as, where that is known.
    """
    joined: pd.Series[str] | None = None
    for name, column in columns.items():
        known = (ids or {}).get(name, {})
        texts = {text: known.get(text) or _joined_text(name, text) for text in column.texts}
        part = column.spread(texts)
        joined = part if joined is None else joined.str.cat(part, sep="; ").str.strip("; ")
    assert joined is not None
    return joined.str.slice(0, LONGEST_BREAKDOWN).replace("", TOTAL)


def _joined_text(name: str, text: str) -> str:
    if not text or is_total(text):
        return ""
    return " ".join((text if folded(name) == "breakdown" else f"{name}: {text}").split())
