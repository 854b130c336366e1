"""What is not said of a table, or only supposed: columns that lack, roles by their cells alone, columns not used."""

from typing import Any

from keko.data.problems import MOST, Problem, ProblemKind
from keko.data.text import Plural, Text
from keko.intake.mappings import Mapping
from keko.intake.read.grid import LONGEST_NAME
from keko.intake.read.table import Table
from keko.intake.recognise.column_roles import Columns, Guess, seen, unnamed_figures
from keko.intake.recognise.layout import FIGURES_NOT_USED, Layout
from keko.intake.values.periods import SCHOOL_YEAR, spans_years
from keko.words.terms import ROLES

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
NOT_A_TABLE = ProblemKind(
    "not-a-table",
    "error",
    Text(
        "Tiedosto on muistiinpano eikä lukujen taulukko: siinä on vain tekstirivejä (ensimmäinen: {seen}). Tarkista, että "
        "valitsit oikean tiedoston.",
        "Filen är en anteckning, inte en tabell med tal: den har bara rader av text (den första: {seen}). Kontrollera att du "
        "valde rätt fil.",
        "The file is a note, not a table of figures: it has only lines of text (the first: {seen}). Check that this is the "
        "right file.",
    ),
)
FIGURES_UNNAMED = ProblemKind(
    "figures-unnamed",
    "error",
    Text(
        "Sarakkeen ”{column}” otsikko ei kerro, mitä sen luvut ovat: kerro kuvauksessa mittarin nimi (constants: measure) ja "
        'columns: {{"{column}": value}}, tai muuta otsikko.',
        "Rubriken ”{column}” säger inte vad kolumnens tal är: ange i beskrivningen indikatorns namn (constants: measure) och "
        'columns: {{"{column}": value}}, eller ändra rubriken.',
        "The header “{column}” does not say what the figures of its column are: give the name of the measure in the mapping "
        '(constants: measure) and columns: {{"{column}": value}}, or change the header.',
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


_FIGURES: frozenset[Guess] = frozenset(
    {
        "number",
        "amount",
        "dated",
        "placed",
        "value",
        "lower",
        "upper",
        "numerator",
        "denominator",
        "deviation",
        "q1",
        "q3",
    }
)


def layout_problems(table: Table, layout: Layout, columns: Columns, mapping: Mapping) -> list[Problem]:
    """What the columns could not be taken for; else what lacks; else what was assumed, read with a choice, or left out."""
    missing = columns.problems or _missing(table, layout, columns, mapping)
    return missing or [
        *_assumed(table, layout),
        *_spanning(table, layout, columns),
        *_unused(table, layout, columns),
    ]


def _missing(table: Table, layout: Layout, columns: Columns, mapping: Mapping) -> list[Problem]:
    """What the table lacks to be understood."""
    no_area = layout.position("area") is None and not mapping.constants.area and not _areas_in_headers(layout)
    undated = any(column.heading.period is None for column in layout.values) or not layout.values
    no_time = layout.position("time") is None and not mapping.constants.period and undated
    facts: dict[str, Any] = {"seen": seen(table), "count": len(table.header)}
    if not layout.values and len(table.header) == 1 and layout.position("area") is None:
        return [NOT_A_TABLE.at(seen=next(iter([*table.titles, *table.header]))[:LONGEST_NAME])]
    if no_area and no_time:
        return [NO_AREA_NO_TIME.at(**facts)]
    if not layout.values:  # whatever else lacks, there is nothing to bring in
        unnamed = unnamed_figures(table, columns)
        return [FIGURES_UNNAMED.at(column=table.name(unnamed[0]))] if unnamed else [NO_VALUE_COLUMN.at(**facts)]
    if no_area or no_time:
        return [(NO_AREA if no_area else NO_TIME).at(**facts)]
    return []


def _areas_in_headers(layout: Layout) -> bool:
    return bool(layout.values) and all(column.heading.area for column in layout.values)


def _assumed(table: Table, layout: Layout) -> list[Problem]:
    """The roles that only the cells speak for."""
    return [
        ROLE_ASSUMED.at(column=table.name(place), role=role, meaning=ROLES[role], why=certainty.reason)
        for place, (role, certainty) in enumerate(zip(layout.roles, layout.certainties, strict=True))
        if certainty.confidence == "likely"
    ][:MOST]


def _spanning(table: Table, layout: Layout, columns: Columns) -> list[Problem]:
    """The first header that writes two years."""
    row = table.header_rows[-1] if table.header_rows else None
    headers = [(table.header[column.position], column.heading.period) for column in layout.values]
    return [
        SCHOOL_YEAR.at(row, text, text=text, period=period.text)
        for text, period in headers
        if period and spans_years(text) and not columns.slash_is_month
    ][:1]


def _unused(table: Table, layout: Layout, columns: Columns) -> list[Problem]:
    """Columns with content that no one asked to leave out; figures are not left out without an answer."""
    accounted_for = {"ignored", "unit"}
    return [
        (FIGURES_NOT_USED if guess in _FIGURES else COLUMN_NOT_USED).at(column=table.name(place))
        for place, (guess, role) in enumerate(zip(columns.guesses, layout.roles, strict=True))
        if role == "ignored" and guess not in accounted_for and place not in layout.area_labels
    ][:MOST]
