"""Which columns of a table hold its values, what their headers say, and which layout that makes."""

from dataclasses import replace

from keko.intake.mappings import Mapping
from keko.intake.read.table import Table
from keko.intake.recognise.column_roles import Columns, Guess, nameless, unnamed_figures
from keko.intake.recognise.header_dimensions import spread
from keko.intake.recognise.layout import LayoutKind, ValueColumn
from keko.intake.values.headings import Heading, heading, placed, statistic_at_end, word_of


def value_columns(table: Table, columns: Columns, mapping: Mapping) -> tuple[LayoutKind, list[ValueColumn]]:
    """The layout and its columns of values."""
    given = mapping.constants
    timed = bool(_guessed(columns, "time")) or bool(given.period)
    under_areas = _guessed(columns, "placed") if not _guessed(columns, "area") and not given.area else []
    if under_areas and (timed or all(_is_dated(table.header[place]) for place in under_areas)):
        return "wide-time", _with_headings(under_areas, table, columns, mapping)
    dated = _guessed(columns, "dated")
    if dated and not timed:
        return "wide-time", _with_headings(dated, table, columns, mapping)
    places = _guessed(columns, "value") or _guessed(columns, "number", "amount", "placed")
    numerators = _guessed(columns, "numerator")
    if not places and numerators and _guessed(columns, "denominator"):
        return "long", [ValueColumn(numerators[0], Heading("", "", None))]
    places = places or _spoilt(columns) or (unnamed_figures(table, columns) if given.measure else [])
    if len(places) > 1:
        places += _further_statistics(places, table, columns, mapping)
    return "wide-measure" if len(places) > 1 else "long", _with_headings(places, table, columns, mapping)


def _further_statistics(places: list[int], table: Table, columns: Columns, mapping: Mapping) -> list[int]:
    """Quartiles, limits and the like beside several columns of values: their names tell what they are of.

    See `keko.intake.arrange.statistics`. Classes of waiting time have one number of persons for all of them.
    """
    if any(column.heading.breakdown for column in _with_headings(places, table, columns, mapping)):
        return []
    further = _guessed(columns, "lower", "upper", "q1", "q3", "deviation", "denominator")
    told = {place: end for place in further if (end := statistic_at_end(table.header[place]))}
    named = [place for place, (stem, word) in told.items() if stem or word not in {"lower", "upper"}]
    return [place for place in named if columns.sources[place] == "header"]


def _guessed(columns: Columns, *guesses: Guess) -> list[int]:
    return [place for place, guess in enumerate(columns.guesses) if guess in guesses]


def _with_headings(places: list[int], table: Table, columns: Columns, mapping: Mapping) -> list[ValueColumn]:
    headings = [_heading(table.header[place], columns.guesses[place], columns.slash_is_month) for place in places]
    no_sex = not _guessed(columns, "sex") and not mapping.constants.sex
    no_age = not _guessed(columns, "age") and not mapping.constants.age
    return [ValueColumn(*column) for column in zip(places, spread(headings, no_sex, no_age), strict=True)]


def _is_dated(header: str) -> bool:
    return placed(header).period is not None


def _heading(header: str, guess: Guess, slash_is_month: bool) -> Heading:
    """What a column of values says; a word for values names nothing, and a word for amounts is a unit."""
    word = word_of(header)
    if nameless(header):
        return Heading("", "", None)
    if word in {"value", "amount"}:
        return Heading("", header.casefold() if word == "amount" else heading(header).unit, None)
    if guess == "value" and word in {"mean", "median"}:
        return replace(heading(header), name="")
    return placed(header, slash_is_month) if guess == "placed" else heading(header, slash_is_month)


def _spoilt(columns: Columns) -> list[int]:
    """The only column of words, where some have digits in them: numbers that are badly written."""
    texts = {place: columns.texts[place] for place in _guessed(columns, "text")}
    digits = any(sign.isdigit() for column in texts.values() for text in column for sign in text)
    return list(texts) if len(texts) == 1 and digits else []
