"""What a table is as a whole: where its areas, times and values stand, and what is not said."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from keko.data.area_names import AreaNames
from keko.data.text import Text
from keko.intake.column_roles import Columns, Guess, area_share, guess, seen
from keko.intake.headings import Heading, heading, level_of, plain, word_of
from keko.intake.mappings import AreaLevel, Mapping, Role
from keko.intake.numbers import is_number
from keko.intake.problems import MOST, Kind, Problem
from keko.intake.table import Table

LayoutKind = Literal["long", "wide-time", "wide-measure", "cube"]

NO_AREA = Kind(
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
NO_TIME = Kind(
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
NO_AREA_NO_TIME = Kind(
    "no-area-no-time",
    "error",
    Text(
        "Tiedoston {count} sarakkeesta mikään ei ole alue eikä ajankohta (ensimmäiset: {seen}): tarkista, että "
        "valitsit oikean tiedoston.",
        "Av filens {count} kolumner är ingen område eller tidpunkt (de första: {seen}): kontrollera att du valde "
        "rätt fil.",
        "None of the file's {count} columns is an area or a period (the first: {seen}): check that this is the right "
        "file.",
    ),
)
NO_VALUE_COLUMN = Kind(
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
SOTKANET_REGION_IDS = Kind(
    "sotkanet-region-ids",
    "error",
    Text(
        "Sarakkeen ”{column}” luvut ovat Sotkanetin omia aluetunnisteita eivätkä kuntakoodeja: hae aineisto alueiden "
        "nimillä tai koodeilla.",
        "Talen i kolumnen ”{column}” är Sotkanets egna områdesnummer, inte kommunkoder: hämta materialet med "
        "områdenas namn eller koder.",
        "The numbers in the column “{column}” are Sotkanet's own ids of areas, not municipality codes: fetch the "
        "data with names or codes.",
    ),
)
COLUMN_NOT_USED = Kind(
    "column-not-used",
    "info",
    Text(
        "Saraketta ”{column}” ei käytetä: kerro kuvauksessa sen merkitys, jos se kuuluu aineistoon.",
        "Kolumnen ”{column}” används inte: ange dess betydelse i beskrivningen om den hör till materialet.",
        "The column “{column}” is not used: say in the mapping what it means if it belongs to the data.",
    ),
)

_MOST_CATEGORIES = 100
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
    names the same areas; `unit`: a column that holds the unit of each row's value.
    """

    kind: LayoutKind
    roles: list[Role]
    values: list[ValueColumn]
    area_level: AreaLevel | None
    area_label: int | None
    unit: int | None
    problems: list[Problem]

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
    layout = Layout(kind, _settled(roles, kind, columns), values, level, label, unit, [])
    problems = columns.problems or _missing(table, layout, mapping) or _unused(table, layout, columns)
    return replace(layout, problems=problems)


def _areas(table: Table, columns: Columns, names: AreaNames, mapping: Mapping) -> tuple[int | None, int | None]:
    """The column of areas, the one that is known best and codes before names, and another that names the same areas."""
    found = [place for place, own in enumerate(columns.guesses) if own == "area"]

    def known(place: int) -> tuple[float, bool]:
        texts = columns.texts[place]
        level = mapping.area_level or level_of(table.header[place])
        coded = any(any(sign.isdigit() for sign in text) for text in texts)
        return round(area_share(texts, names, level), 1), coded

    ranked = sorted(found, key=known, reverse=True)
    if not ranked:
        return None, None
    levels = {place: level_of(table.header[place]) for place in ranked}
    same = [place for place in ranked[1:] if levels[place] in {None, levels[ranked[0]]}]
    return ranked[0], next(iter(same), None)


def _values(table: Table, columns: Columns, mapping: Mapping) -> tuple[LayoutKind, list[ValueColumn]]:
    """The layout and its columns of values."""

    def of(*wanted: Guess) -> list[int]:
        return [place for place, own in enumerate(columns.guesses) if own in wanted]

    def told(places: list[int]) -> list[ValueColumn]:
        return [ValueColumn(place, _heading(table.header[place])) for place in places]

    if of("dated") and not of("time") and not mapping.constants.period:
        return "wide-time", told(of("dated"))
    places = of("value") or of("number", "amount") or _spoilt(columns)
    return "wide-measure" if len(places) > 1 else "long", told(places)


def _heading(header: str) -> Heading:
    """What a column of values says; a word for values names nothing, and a word for amounts is a unit."""
    word = word_of(header)
    if word in {"value", "amount"}:
        return Heading("", header.casefold() if word == "amount" else "", None)
    return heading(header)


def _spoilt(columns: Columns) -> list[int]:
    """The only column of words, where some have digits in them: numbers that are badly written."""
    texts = {place: columns.texts[place] for place, own in enumerate(columns.guesses) if own == "text"}
    digits = any(sign.isdigit() for column in texts.values() for text in column for sign in text)
    return list(texts) if len(texts) == 1 and digits else []


def _role(place: int, own: Guess, area: int | None, values: list[ValueColumn], columns: Columns) -> Role:
    if own == "area":
        return "area" if place == area else "ignored"
    if any(place == column.position for column in values):
        return "value"
    if own in {"number", "amount", "dated"}:
        return "ignored"
    if own == "text":
        return "breakdown" if len(columns.texts[place]) <= _MOST_CATEGORIES else "ignored"
    return "ignored" if own == "unit" else own  # type: ignore[return-value]


def _settled(roles: list[Role], kind: LayoutKind, columns: Columns) -> list[Role]:
    """Roles with one column each: a measure in words before one in numbers, limits and counts for a single value."""
    settled = list(roles)
    for role in _ONE_COLUMN:
        places = [place for place, own in enumerate(roles) if own == role]
        worded = [place for place in places if any(text and not is_number(text) for text in columns.texts[place])]
        kept = next(iter(worded or places), None) if kind == "long" or role not in _OF_ONE_VALUE else None
        for place in places:
            settled[place] = role if place == kept else "ignored"
    if kind == "wide-measure":
        return ["breakdown" if role == "measure" else role for role in settled]
    return settled


def _missing(table: Table, layout: Layout, mapping: Mapping) -> list[Problem]:
    """What the table lacks to be understood, or why its areas cannot be."""
    region = _sotkanet_region(table, layout)
    if region:
        return [SOTKANET_REGION_IDS.at(table.header_rows[0] if table.header_rows else None, region)]
    no_area = layout.position("area") is None and not mapping.constants.area
    undated = any(column.heading.period is None for column in layout.values) or not layout.values
    no_time = layout.position("time") is None and not mapping.constants.period and undated
    told: dict[str, Any] = {"seen": seen(table), "count": len(table.header)}
    if no_area and no_time:
        return [NO_AREA_NO_TIME.at(**told)]
    if no_area or no_time:
        return [(NO_AREA if no_area else NO_TIME).at(**told)]
    return [] if layout.values else [NO_VALUE_COLUMN.at(**told)]


def _sotkanet_region(table: Table, layout: Layout) -> str | None:
    """The column of Sotkanet's own ids, where an export of its interface gives no other areas."""
    area = layout.position("area")
    words = {plain(header) for header in table.header}
    if area is None or plain(table.header[area]) != "region" or not words >= {"indicator", "region", "primary value"}:
        return None
    return table.name(area)


def _unused(table: Table, layout: Layout, columns: Columns) -> list[Problem]:
    """Columns with content that no one asked to leave out."""
    spoken = {"ignored", "unit"}
    return [
        COLUMN_NOT_USED.at(column=table.name(place))
        for place, (own, role) in enumerate(zip(columns.guesses, layout.roles, strict=True))
        if role == "ignored" and own not in spoken and place != layout.area_label
    ][:MOST]
