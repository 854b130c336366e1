"""From the tables of a delivery to frames of codes and numbers, with words for what is not known."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd

from keko.data.area_names import AreaNames, folded
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.intake.segments.read import Delivery, ModelTable
from keko.intake.segments.table_kinds import COLUMNS
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
_SEPARATORS = ("+", ";", ",")
_NO_FACTORS = frozenset({"", "-", "ei mitään", "ei tekijöitä", "inga", "ingen", "none"})


@dataclass(frozen=True)
class Arranged:
    """`frames`: by table its keys, its figures, `status`, and where each row stands: `table` and `row`."""

    frames: dict[str, pd.DataFrame]
    problems: list[Problem] = field(default_factory=list)


def arrange(delivery: Delivery, model: SegmentModel, names: AreaNames) -> Arranged:
    """All figures of the delivery; rows whose area is of a level that is not kept are passed over."""
    frames: dict[str, list[pd.DataFrame]] = {}
    problems: list[Problem] = []
    for table in delivery.tables:
        if table.kind in COLUMNS:
            frame, frame_problems = _frame(table, model, names)
            frames.setdefault(table.kind, []).append(frame)
            problems += frame_problems
    return Arranged({kind: pd.concat(of_kind, ignore_index=True) for kind, of_kind in frames.items()}, problems)


def _frame(table: ModelTable, model: SegmentModel, names: AreaNames) -> tuple[pd.DataFrame, list[Problem]]:
    texts = {
        role: Distinct.of(table.table.cells[place])
        for role, place in table.columns.items()
        if role in COLUMNS[table.kind]
    }
    row_keys, key_problems = _keys(table, texts, model, names)
    figures, figure_problems = _figures(table, texts)
    rows = texts["area"].rows
    frame = pd.DataFrame(row_keys | figures, index=rows).assign(table=table.name, row=rows)
    return frame[frame["area"].notna()], [*key_problems, *figure_problems]


def _keys(
    table: ModelTable, texts: dict[str, Distinct], model: SegmentModel, names: AreaNames
) -> tuple[dict[str, "pd.Series[str]"], list[Problem]]:
    """What every row is about."""
    titles = {role: table.table.name(place) for role, place in table.columns.items()}
    area = read_areas(texts["area"], titles["area"], names, level_of(titles["area"]))
    period, _, period_problems = read_periods(texts["period"], titles["period"])
    row_keys, problems = {"area": area.codes, "period": period}, [*area.problems, *period_problems]
    for key in KEYS[table.kind]:
        if key not in row_keys:
            column = texts.get(key, Distinct.constant("", texts["area"].rows))
            row_keys[key], unknown = _codes(key, column, table, titles.get(key, ""), model)
            problems += unknown
    return row_keys, problems


def _figures(table: ModelTable, texts: dict[str, Distinct]) -> tuple[dict[str, object], list[Problem]]:
    """The numbers of every row and, where one is missing, the status that its text tells."""
    figures: dict[str, object] = {}
    problems: list[Problem] = []
    status = pd.Series(None, index=texts["area"].rows, dtype="str")
    for figure in FIGURES[table.kind]:
        if figure in texts:
            numbers = Numbers.of(table.table.name(table.columns[figure]), texts[figure])
            problems += numbers.problems()
            figures[figure], status = numbers.values, status.fillna(numbers.stated("status"))
    return figures | {"status": status}, problems


def _codes(
    key: str, column: Distinct, table: ModelTable, title: str, model: SegmentModel
) -> tuple["pd.Series[str]", list[Problem]]:
    """The codes of a key column for every row, and what is not known."""
    if key == "sex":
        return read_sexes(column, title)
    if key == "age":
        return read_ages(column), []
    code_of, kind = _codes_in_model(key, model)
    known = {text: code for text in column.texts if (code := code_of(text)) is not None}
    unknown = column.firsts(lambda text: text not in known)
    return column.spread(known), kind.each(unknown.assign(column=title, table=table.name))


def _codes_in_model(key: str, model: SegmentModel) -> tuple[Callable[[str], str | None], ProblemKind]:
    """The code in the model of a text of a key column, None where it has none, and how that is told."""
    if key == "measure":
        return lambda text: _MEASURE.get(folded(text)), UNKNOWN_MEASURE
    factors = {folded(name): factor.code for factor in model.factors for name in (*factor.names, factor.code)}
    if key == "factor":
        return lambda text: factors.get(folded(text)), UNKNOWN_FACTOR
    if key == "factors":
        return lambda text: _set(text, factors, model), UNKNOWN_FACTOR
    segments = {folded(name): segment.code for segment in model.segments for name in (*segment.names, segment.code)}
    return lambda text: TOTAL if not text or is_total(text) else segments.get(folded(text)), UNKNOWN_SEGMENT


def _set(text: str, factors: dict[str, str], model: SegmentModel) -> str | None:
    """A set of factors as it is kept, None where one of them is not known."""
    if folded(text) in _NO_FACTORS:
        return model.set_of(set())
    separator = next((mark for mark in _SEPARATORS if mark in text), _SEPARATORS[0])
    codes = [factors.get(folded(name)) for name in text.split(separator)]
    return None if None in codes else model.set_of({code for code in codes if code})
