"""What a table is as a whole: where its areas, times and values stand, and what is not said."""

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from keko.data.area_names import AreaNames
from keko.data.problems import MOST, Problem, ProblemKind
from keko.data.text import Plural, Text
from keko.intake.mappings import AreaLevel, Mapping, Role
from keko.intake.read.table import Table
from keko.intake.recognise.column_roles import Columns, Guess, area_share, guess, seen
from keko.intake.recognise.confidence import Certainty, certainties
from keko.intake.recognise.header_dimensions import spread
from keko.intake.values.headings import Heading, heading, level_of, placed, word_of
from keko.intake.values.numbers import is_number
from keko.intake.values.periods import SCHOOL_YEAR, spans_years
from keko.words.terms import ROLES

LayoutKind = Literal["long", "wide-time", "wide-measure", "cube"]

NO_AREA = ProblemKind(
    "no-area",
    "error",
    Text(
        "Tiedostosta ei löydy aluetta (sarakkeet: {seen}): lisää aluesarake tai anna alue kuvauksessa (constants: "
        "area).",
        "Filen nämner inget område (kolumner: {seen}): lägg till en områdeskolumn eller ange området i beskrivningen "
        "(constants: area).",
        "The file names no area (columns: {seen}): add a column of areas or give the area in the mapping (constants: "
        "area).",
    ),
)
NO_TIME = ProblemKind(
    "no-time",
    "error",
    Text(
        "Tiedostosta ei löydy ajankohtaa (sarakkeet: {seen}): lisää aikasarake tai anna ajankohta kuvauksessa "
        "(constants: period).",
        "Filen nämner ingen tidpunkt (kolumner: {seen}): lägg till en tidskolumn eller ange tidpunkten i "
        "beskrivningen (constants: period).",
        "The file names no period (columns: {seen}): add a column of periods or give the period in the mapping "
        "(constants: period).",
    ),
)
NO_AREA_NO_TIME = ProblemKind(
    "no-area-no-time",
    "error",
    Plural(
        one=Text(
            "Tiedoston ainoa sarake ei ole alue eikä ajankohta ({seen}): tarkista, että valitsit oikean tiedoston.",
            "Filens enda kolumn är varken område eller tidpunkt ({seen}): kontrollera att du valde rätt fil.",
            "The file's only column is neither an area nor a period ({seen}): check that this is the right file.",
        ),
        other=Text(
            "Tiedoston {count} sarakkeesta mikään ei ole alue eikä ajankohta (ensimmäiset: {seen}): tarkista, että "
            "valitsit oikean tiedoston.",
            "Av filens {count} kolumner är ingen område eller tidpunkt (de första: {seen}): kontrollera att du valde "
            "rätt fil.",
            "None of the file's {count} columns is an area or a period (the first: {seen}): check that this is the "
            "right file.",
        ),
    ),
)
NO_VALUE_COLUMN = ProblemKind(
    "no-value-column",
    "error",
    Text(
        "Tiedostosta ei löydy lukusaraketta (sarakkeet: {seen}): lisää sarake Arvo tai kerro kuvauksessa, missä "
        "arvot ovat.",
        "Filen har ingen kolumn med tal (kolumner: {seen}): lägg till kolumnen Värde eller ange i beskrivningen var "
        "värdena finns.",
        "The file has no column of numbers (columns: {seen}): add a column Value or say in the mapping where the "
        "values are.",
    ),
)
COLUMN_NOT_USED = ProblemKind(
    "column-not-used",
    "info",
    Text(
        "Saraketta ”{column}” ei käytetä: kerro kuvauksessa sen merkitys, jos se kuuluu aineistoon.",
        "Kolumnen ”{column}” används inte: ange dess betydelse i beskrivningen om den hör till materialet.",
        "The column “{column}” is not used: say in the mapping what it means if it belongs to the data.",
    ),
)

ROLE_ASSUMED = ProblemKind(
    "role-assumed",
    "warning",
    Text(
        "Sarakkeen ”{column}” oletettu merkitys on {meaning} ({why}): vahvista tai korjaa kuvauksessa, esim. "
        "columns: {{{column}: {role}}}.",
        "Kolumnen ”{column}” antas betyda {meaning} ({why}): bekräfta eller rätta i beskrivningen, t.ex. columns: {{{column}: {role}}}.",
        "The column “{column}” is taken to mean {meaning} ({why}): confirm or correct it in the mapping, e.g. "
        "columns: {{{column}: {role}}}.",
    ),
)
_MOST_CATEGORIES = 100
_FINENESS: dict[str | None, int] = {"KU": 2, "HVA": 1, "TA": 1, "MK": 1}
_OF_ONE_VALUE: tuple[Role, ...] = ("lower", "upper", "numerator", "denominator", "status")
_ONE_COLUMN: tuple[Role, ...] = ("measure", "sex", "age", *_OF_ONE_VALUE)


@dataclass(frozen=True)
class ValueColumn:
    """A column of values and what its header says; an empty name says nothing (arvo, value, 2024)."""

    position: int
    heading: Heading


@dataclass(frozen=True)
class Layout:
    """The roles of all columns, the columns of values, and the columns beside the roles that help to read them.

    `area_level`: the level of the areas, where the header or the mapping tells it; `area_label`: a second column that
    names the same areas; `unit`: a column that holds the unit of each row's value; `certainties`: how sure each role is.
    """

    kind: LayoutKind
    roles: list[Role]
    values: list[ValueColumn]
    area_level: AreaLevel | None
    area_label: int | None
    unit: int | None
    problems: list[Problem]
    certainties: list[Certainty] = field(default_factory=list)

    @property
    def computed(self) -> bool:
        """Whether the file has numerators and denominators only, so that values are to be computed from them."""
        return bool(self.values) and self.roles[self.values[0].position] == "numerator"

    def positions(self, role: Role) -> list[int]:
        """The columns of a role."""
        return [place for place, own in enumerate(self.roles) if own == role]

    def position(self, role: Role) -> int | None:
        """The first column of a role, None where there is none."""
        return next(iter(self.positions(role)), None)


def recognise(table: Table, names: AreaNames, mapping: Mapping) -> Layout:
    """What the columns of `table` are, and which layout they make. What is missing is told in `problems`."""
    columns = guess(table, names, mapping)
    area, label = _areas(table, columns, names, mapping)
    kind, values = _values(table, columns, mapping)
    roles = [_role(place, own, area, values, columns) for place, own in enumerate(columns.guesses)]
    level = mapping.area_level or (level_of(table.header[area]) if area is not None else None)
    unit = columns.guesses.index("unit") if "unit" in columns.guesses else None
    settled = _settled(roles, kind, columns, len({(one.heading.name, one.heading.unit) for one in values}) > 1)
    layout = Layout(kind, settled, values, level, label, unit, [])
    sure = certainties(columns, settled, label)
    problems = columns.problems or _missing(table, layout, mapping)
    problems = problems or [
        *_assumed(table, settled, sure),
        *_spanning(table, layout, columns),
        *_unused(table, layout, columns),
    ]
    return replace(layout, problems=problems, certainties=sure)


def _areas(table: Table, columns: Columns, names: AreaNames, mapping: Mapping) -> tuple[int | None, int | None]:
    """The column of areas, and another that names the same areas.

    The one that is known best comes first, then the smaller areas, then codes before names.
    """
    found = [place for place, own in enumerate(columns.guesses) if own == "area"]

    def known(place: int) -> tuple[float, int, bool]:
        texts = columns.texts[place]
        level = mapping.area_level or level_of(table.header[place])
        coded = any(any(sign.isdigit() for sign in text) for text in texts)
        # Of a region and a municipality on one row the figures are about the smaller.
        return round(area_share(texts, names, level), 1), _FINENESS.get(level, 0), coded

    ranked = sorted(found, key=known, reverse=True)
    if not ranked:
        return None, None
    levels = {place: level_of(table.header[place]) for place in ranked}
    same = [place for place in ranked[1:] if levels[place] in {None, levels[ranked[0]]}]
    return ranked[0], next(iter(same), None)


def _values(table: Table, columns: Columns, mapping: Mapping) -> tuple[LayoutKind, list[ValueColumn]]:
    """The layout and its columns of values."""

    def of(*wanted: str) -> list[int]:
        return [place for place, own in enumerate(columns.guesses) if own in wanted]

    def told(places: list[int]) -> list[ValueColumn]:
        headings = [_heading(table.header[place], columns.guesses[place], columns.slash_is_month) for place in places]
        sexes, ages = (not of(role) and not given for role, given in (("sex", given.sex), ("age", given.age)))
        return [ValueColumn(*one) for one in zip(places, spread(headings, sexes, ages), strict=True)]

    given = mapping.constants
    timed = bool(of("time")) or bool(given.period)
    under_areas = of("placed") if not of("area") and not given.area else []
    if under_areas and (timed or all(_dated(table.header[place]) for place in under_areas)):
        return "wide-time", told(under_areas)
    if of("dated") and not timed:
        return "wide-time", told(of("dated"))
    places = of("value") or of("number", "amount", "placed")
    if not places and of("numerator") and of("denominator"):
        return "long", [ValueColumn(of("numerator")[0], Heading("", "", None))]
    places = places or _spoilt(columns)
    return "wide-measure" if len(places) > 1 else "long", told(places)


def _dated(header: str) -> bool:
    return placed(header).period is not None


def _heading(header: str, guessed: Guess, slash_is_month: bool) -> Heading:
    """What a column of values says; a word for values names nothing, and a word for amounts is a unit."""
    word = word_of(header)
    if word in {"value", "amount"}:
        return Heading("", header.casefold() if word == "amount" else "", None)
    return placed(header, slash_is_month) if guessed == "placed" else heading(header, slash_is_month)


def _spoilt(columns: Columns) -> list[int]:
    """The only column of words, where some have digits in them: numbers that are badly written."""
    texts = {place: columns.texts[place] for place, own in enumerate(columns.guesses) if own == "text"}
    digits = any(sign.isdigit() for column in texts.values() for text in column for sign in text)
    return list(texts) if len(texts) == 1 and digits else []


def _role(place: int, own: Guess, area: int | None, values: list[ValueColumn], columns: Columns) -> Role:
    if own == "area":
        return "area" if place == area else "ignored"
    if any(place == column.position for column in values) and own != "numerator":
        return "value"
    if own in {"number", "amount", "dated", "placed"}:
        return "ignored"
    if own == "text":
        return "breakdown" if len(columns.texts[place]) <= _MOST_CATEGORIES else "ignored"
    return "ignored" if own == "unit" else own  # type: ignore[return-value]


def _settled(roles: list[Role], kind: LayoutKind, columns: Columns, several: bool) -> list[Role]:
    """Roles with one column each: a measure in words before one in numbers, limits and counts for a single value.

    `several`: the columns of values measure different things, so that a column of measures cannot name them.
    """
    settled = list(roles)
    for role in _ONE_COLUMN:
        places = [place for place, own in enumerate(roles) if own == role]
        worded = [place for place in places if any(text and not is_number(text) for text in columns.texts[place])]
        kept = next(iter(worded or places), None) if kind == "long" or role not in _OF_ONE_VALUE else None
        for place in places:
            settled[place] = role if place == kept else "ignored"
    if kind == "wide-measure" and several:
        return ["breakdown" if role == "measure" else role for role in settled]
    return settled


def _missing(table: Table, layout: Layout, mapping: Mapping) -> list[Problem]:
    """What the table lacks to be understood."""
    no_area = layout.position("area") is None and not mapping.constants.area and not _all_placed(layout)
    undated = any(column.heading.period is None for column in layout.values) or not layout.values
    no_time = layout.position("time") is None and not mapping.constants.period and undated
    told: dict[str, Any] = {"seen": seen(table), "count": len(table.header)}
    if no_area and no_time:
        return [NO_AREA_NO_TIME.at(**told)]
    if no_area or no_time:
        return [(NO_AREA if no_area else NO_TIME).at(**told)]
    return [] if layout.values else [NO_VALUE_COLUMN.at(**told)]


def _all_placed(layout: Layout) -> bool:
    return bool(layout.values) and all(column.heading.area for column in layout.values)


def _assumed(table: Table, roles: list[Role], sure: list[Certainty]) -> list[Problem]:
    """The roles that only the cells speak for."""
    return [
        ROLE_ASSUMED.at(column=table.name(place), role=role, meaning=ROLES[role], why=one.reason)
        for place, (role, one) in enumerate(zip(roles, sure, strict=True))
        if one.confidence == "likely"
    ][:MOST]


def _spanning(table: Table, layout: Layout, columns: Columns) -> list[Problem]:
    """The first header that writes two years."""
    row = table.header_rows[-1] if table.header_rows else None
    headers = [(table.header[one.position], one.heading.period) for one in layout.values]
    return [
        SCHOOL_YEAR.at(row, text, text=text, period=period.text)
        for text, period in headers
        if period and spans_years(text) and not columns.slash_is_month
    ][:1]


def _unused(table: Table, layout: Layout, columns: Columns) -> list[Problem]:
    """Columns with content that no one asked to leave out."""
    spoken = {"ignored", "unit"}
    return [
        COLUMN_NOT_USED.at(column=table.name(place))
        for place, (own, role) in enumerate(zip(columns.guesses, layout.roles, strict=True))
        if role == "ignored" and own not in spoken and place != layout.area_label
    ][:MOST]
