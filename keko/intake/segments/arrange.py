"""From the tables of a delivery to frames of codes and numbers, with words for what is not known."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd

from keko.data.area_names import AreaNames, folded
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.intake.segments.headings import COLUMNS
from keko.intake.segments.opening import Delivered, Part
from keko.intake.values.areas import read_areas
from keko.intake.values.dimensions import is_total, read_ages, read_sexes
from keko.intake.values.distinct import Distinct
from keko.intake.values.headings import level_of
from keko.intake.values.numbers import Numbers
from keko.intake.values.periods import read_periods
from keko.segments.models import TOTAL, SegmentModel
from keko.segments.tables import FIGURES, KEYS

UNKNOWN_SEGMENT = ProblemKind(
    "unknown-segment",
    "error",
    Text(
        "Taulukon ”{table}” rivin {row} segmenttiä ”{text}” ei ole mallissa.",
        "Segmentet ”{text}” på rad {row} i tabellen ”{table}” finns inte i modellen.",
        "The segment “{text}” on row {row} of the table “{table}” is not in the model.",
    ),
)
UNKNOWN_FACTOR = ProblemKind(
    "unknown-factor",
    "error",
    Text(
        "Taulukon ”{table}” rivin {row} tekijää ”{text}” ei ole mallissa.",
        "Faktorn ”{text}” på rad {row} i tabellen ”{table}” finns inte i modellen.",
        "The factor “{text}” on row {row} of the table “{table}” is not in the model.",
    ),
)
UNKNOWN_MEASURE = ProblemKind(
    "unknown-participation",
    "error",
    Text(
        "Taulukon ”{table}” rivin {row} osallistumisen mittaria ”{text}” ei tunneta: käytä sanoja työssä, työttömänä, "
        "työkyvyttömyys ja muu.",
        "Måttet på deltagande ”{text}” på rad {row} i tabellen ”{table}” är okänt: använd orden sysselsättning, arbetslöshet, "
        "arbetsoförmåga och annat.",
        "The measure of participation “{text}” on row {row} of the table “{table}” is not known: use employment, unemployment, "
        "disability and other.",
    ),
)
_MEASURES = {
    "employment": "työssä|työllisyys|työllisenä|sysselsättning|i arbete|employment|in employment",
    "unemployment": "työttömänä|työttömyys|arbetslöshet|arbetslös|unemployment",
    "disability": "työkyvyttömyys|työkyvyttömyysetuudella|arbetsoförmåga|disability|disability benefit",
    "other": "muu|muu tilanne|annat|other",
}
_MEASURE = {word: measure for measure, words in _MEASURES.items() for word in (*words.split("|"), measure)}
_APART = ("+", ";", ",")
_NONE = frozenset({"", "-", "ei mitään", "ei tekijöitä", "inga", "ingen", "none"})


@dataclass(frozen=True)
class Arranged:
    """`frames`: by table its keys, its figures, `status`, and where each row stands: `table` and `row`."""

    frames: dict[str, pd.DataFrame]
    problems: list[Problem] = field(default_factory=list)


def arrange(delivered: Delivered, model: SegmentModel, names: AreaNames) -> Arranged:
    """All figures of the delivery; rows whose area is of a level that is not kept are passed over."""
    frames: dict[str, list[pd.DataFrame]] = {}
    problems: list[Problem] = []
    for part in delivered.parts:
        if part.kind in COLUMNS:
            frame, found = _frame(part, model, names)
            frames.setdefault(part.kind, []).append(frame)
            problems += found
    return Arranged({name: pd.concat(some, ignore_index=True) for name, some in frames.items()}, problems)


def _frame(part: Part, model: SegmentModel, names: AreaNames) -> tuple[pd.DataFrame, list[Problem]]:
    columns = {
        role: Distinct.of(part.table.cells[place]) for role, place in part.columns.items() if role in COLUMNS[part.kind]
    }
    titles = {role: part.table.name(place) for role, place in part.columns.items()}
    rows = next(iter(columns.values())).rows
    area = read_areas(columns["area"], titles["area"], names, level_of(titles["area"]))
    period, _, problems = read_periods(columns["period"], titles["period"])
    problems = [*area.problems, *problems]
    found: dict[str, object] = {"area": area.codes, "period": period}
    for key in KEYS[part.kind]:
        if key in found:
            continue
        column = columns.get(key, Distinct.constant("", rows))
        found[key], told = _codes(key, column, part, titles.get(key, ""), model)
        problems += told
    status = pd.Series(None, index=rows, dtype="str")
    for figure in FIGURES[part.kind]:
        if figure in columns:
            numbers = Numbers.of(titles[figure], columns[figure])
            problems += numbers.problems()
            found[figure], status = numbers.values, status.fillna(numbers.told("status"))
    frame = pd.DataFrame({**found, "status": status}, index=rows).assign(table=part.name, row=rows)
    return frame[frame["area"].notna()], problems


def _codes(
    key: str, column: Distinct, part: Part, title: str, model: SegmentModel
) -> tuple["pd.Series[str]", list[Problem]]:
    """The codes of a key column for every row, and what is not known."""
    if key == "sex":
        return read_sexes(column, title)
    if key == "age":
        return read_ages(column), []
    meaning, kind = _meanings(key, model)
    known = {text: code for text in column.texts if (code := meaning(text)) is not None}
    unknown = column.firsts(lambda text: text not in known)
    return column.spread(known), kind.each(unknown.assign(column=title, table=part.name))


def _meanings(key: str, model: SegmentModel) -> tuple[Callable[[str], str | None], ProblemKind]:
    """What a text of a key column means in the model, None where nothing, and how that is told."""
    if key == "measure":
        return lambda text: _MEASURE.get(folded(text)), UNKNOWN_MEASURE
    factors = {folded(name): one.code for one in model.factors for name in (*one.names, one.code)}
    if key == "factor":
        return lambda text: factors.get(folded(text)), UNKNOWN_FACTOR
    if key == "factors":
        return lambda text: _set(text, factors, model), UNKNOWN_FACTOR
    segments = {folded(name): one.code for one in model.segments for name in (*one.names, one.code)}
    return lambda text: TOTAL if not text or is_total(text) else segments.get(folded(text)), UNKNOWN_SEGMENT


def _set(text: str, factors: dict[str, str], model: SegmentModel) -> str | None:
    """A set of factors as it is kept, None where one of them is not known."""
    if folded(text) in _NONE:
        return model.set_of(set())
    apart = next((mark for mark in _APART if mark in text), _APART[0])
    codes = [factors.get(folded(one)) for one in text.split(apart)]
    return None if None in codes else model.set_of({code for code in codes if code})
