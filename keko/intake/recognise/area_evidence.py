"""Answers that a file contradicts: a person decides between readings of a file, never against what stands in it."""

from typing import Any

import pandas as pd

from keko.data.area_names import AreaNames, Match
from keko.data.countries import country_within
from keko.data.other_levels import level_headed
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.intake.mappings import Mapping
from keko.intake.read.table import Table
from keko.intake.recognise.column_roles import Columns, is_about_persons_origin
from keko.intake.values.dimensions import is_total
from keko.intake.values.headings import level_of, word_of
from keko.words.terms import LEVELS

AREA_AGAINST_FILE = ProblemKind(
    "area-against-file",
    "error",
    Text(
        "Kuvauksen mukaan koko tiedosto koskee aluetta {area}, mutta sarake ”{column}” nimeää muuta (”{text}” rivillä {row}): "
        "poista alue kuvauksesta (constants: area).",
        "Enligt beskrivningen gäller hela filen området {area}, men kolumnen ”{column}” nämner något annat (”{text}” på rad "
        "{row}): ta bort området ur beskrivningen (constants: area).",
        "The mapping says that the whole file is about {area}, but the column “{column}” names something else (“{text}” on row "
        "{row}): take the area out of the mapping (constants: area).",
    ),
)
LEVEL_AGAINST_FILE = ProblemKind(
    "level-against-file",
    "error",
    Text(
        "Kuvauksen mukaan alueet ovat tasoa {level}, mutta sarake on ”{column}”: poista taso kuvauksesta (area_level).",
        "Enligt beskrivningen är områdena av nivån {level}, men kolumnen är ”{column}”: ta bort nivån ur beskrivningen "
        "(area_level).",
        "The mapping says that the areas are of the level {level}, but the column is “{column}”: take the level out of the "
        "mapping (area_level).",
    ),
)
TITLE_NAMES_COUNTRY = ProblemKind(
    "title-names-country",
    "error",
    Text(
        "Tiedoston otsikko nimeää toisen maan (”{text}”), eikä yhdenkään alueen nimi kerro sen olevan Suomessa: luvut eivät ole "
        "Suomen alueiden lukuja.",
        "Filens rubrik nämner ett annat land (”{text}”), och inget områdesnamn visar att det är i Finland: talen gäller inte "
        "områden i Finland.",
        "The file's title names another country (“{text}”), and no name of an area shows that it is in Finland: the figures "
        "are not those of areas of Finland.",
    ),
)


def against_evidence(
    table: Table, columns: Columns, names: AreaNames, mapping: Mapping, area: int | None
) -> list[Problem]:
    """What the file contradicts of the mapping. `area`: its column of areas."""
    return [
        *_level(table, mapping, area),
        *_constant(table, columns, names, mapping),
        *_title(table, columns, names, area),
    ]


def _level(table: Table, mapping: Mapping, area: int | None) -> list[Problem]:
    """The header's own word for a level holds."""
    own = level_of(table.header[area]) if area is not None else None
    if area is None or mapping.area_level is None or own in {None, mapping.area_level}:
        return []
    row = table.header_rows[-1] if table.header_rows else None
    return [LEVEL_AGAINST_FILE.at(row, table.name(area), level=LEVELS[mapping.area_level])]


def _constant(table: Table, columns: Columns, names: AreaNames, mapping: Mapping) -> list[Problem]:
    """The first text of a column of areas that is not the area said to be the whole file's."""
    if not mapping.constants.area:
        return []
    whole = names.match(mapping.constants.area, mapping.area_level)
    problems = []
    for place, header in enumerate(table.header):
        if mapping.columns.get(table.name(place), "ignored") != "ignored" or not _names_areas(
            place, header, columns, names
        ):
            continue
        texts = table.cells[place].str.strip().drop_duplicates()
        level = level_of(header)
        other = texts[
            [bool(text) and not _same(names.match(text, level), whole, level_headed(header)) for text in texts]
        ]
        if len(other):
            facts: dict[str, Any] = {"text": other.iloc[0], "area": mapping.constants.area}
            problems.append(AREA_AGAINST_FILE.at(int(other.index[0]), table.name(place), **facts))
    return problems[:1]


def _names_areas(place: int, header: str, columns: Columns, names: AreaNames) -> bool:
    """Whether a column names areas: by its header, or by most of what it holds."""
    if word_of(header) == "area":
        return True
    texts = [text for text in columns.texts[place] if text]
    if columns.guesses[place] not in {"area", "text", "ignored", "placed"} or is_about_persons_origin(header):
        return False
    outcomes = [match.outcome for match in names.settle(texts[:100]).values()]
    worded = [text for text in texts[:100] if not text.isdigit()]
    return bool(worded) and 2 * sum(outcome in {"matched", "abroad", "other level"} for outcome in outcomes) > len(
        outcomes
    )


def _same(match: Match, whole: Match, other: object) -> bool:
    """Whether a text may be the area of the whole file: it is, or it is a total."""
    if is_total(match.text):
        return True
    codes = {match.code, *match.candidates} - {None}
    return other is None and bool(codes & {whole.code, *whole.candidates})


def _title(table: Table, columns: Columns, names: AreaNames, area: int | None) -> list[Problem]:
    """A title about another country, where bare numbers alone are taken for areas or none are."""
    abroad = next((line for line in table.titles if country_within(line)), None)
    if abroad is None:
        return []
    texts = pd.Series(columns.texts[area], dtype="str") if area is not None else pd.Series([], dtype="str")
    named = texts[~texts.str.fullmatch(r"'?\d*'?")]
    if any(names.match(text).code for text in named):
        return []
    return [TITLE_NAMES_COUNTRY.at(text=abroad[:80])]
