"""Which column of a table is about its areas, where several name some."""

from collections.abc import Sequence

import pandas as pd

from keko.data.area_names import AreaNames
from keko.data.countries import is_abroad, is_finland
from keko.data.other_levels import level_headed
from keko.intake.mappings import Mapping
from keko.intake.read.table import Table
from keko.intake.recognise.column_roles import Columns, area_share, nameless
from keko.intake.values.headings import level_of, plain

_FINENESS: dict[str | None, int] = {"KU": 2, "HVA": 1, "TA": 1, "MK": 1}
_NAMES = frozenset({"nimi", "nimike", "selite", "name", "label", "title", "description", "namn", "benämning"})

Rank = tuple[bool, bool, float, int, bool]


def area_columns(
    table: Table, columns: Columns, names: AreaNames, mapping: Mapping
) -> tuple[int | None, tuple[int, ...]]:
    """The column of areas, and the others that name the same areas.

    Parts of municipalities come first, as the figures are about the smallest; then the areas that are known best, then the
    smaller ones, then codes before names.
    """
    places = [place for place, guess in enumerate(columns.guesses) if guess == "area"]
    ranked = sorted(places, key=lambda place: _rank(place, table, columns, names, mapping), reverse=True)
    if not ranked:
        return None, ()
    area, levels = ranked[0], {place: level_of(table.header[place]) for place in ranked}
    same = [
        place
        for place in ranked[1:]
        if levels[place] in {None, levels[area]}
        and level_headed(table.header[place]) == level_headed(table.header[area])
    ]
    return area, (*same, *_names_beside(table, columns, mapping, area))


def _rank(place: int, table: Table, columns: Columns, names: AreaNames, mapping: Mapping) -> Rank:
    header, texts = table.header[place], columns.texts[place]
    level, other = mapping.area_level or level_of(header), level_headed(header)
    coded = any(any(sign.isdigit() for sign in text) for text in texts)
    share = round(area_share(texts, names, level), 1)
    # Of a region and a municipality on one row the figures are about the smaller.
    return bool(other and other.finer), other is None, share, _FINENESS.get(level, 0), coded


def _names_beside(table: Table, columns: Columns, mapping: Mapping, area: int) -> list[int]:
    """Columns of words that have one text for each area and are names whatever they say.

    They stand under "Name" or nothing beside codes, or are codes of countries.
    """
    coded = all(any(sign.isdigit() for sign in text) for text in columns.texts[area] if text)
    free = [
        place
        for place, guess in enumerate(columns.guesses)
        if guess == "text"
        and table.name(place) not in mapping.columns
        and ((coded and _heads_names(table.header[place])) or _are_countries(columns.texts[place]))
    ]
    return [place for place in free if _one_each(table.cells[area], table.cells[place])]


def _heads_names(header: str) -> bool:
    return nameless(header) or plain(header) in _NAMES


def _are_countries(texts: Sequence[str]) -> bool:
    return all(is_finland(text) or is_abroad(text) for text in texts)


def _one_each(areas: "pd.Series[str]", texts: "pd.Series[str]") -> bool:
    pairs = pd.DataFrame({"area": areas, "text": texts}).drop_duplicates()
    return len(pairs) == pairs["area"].nunique() == pairs["text"].nunique()
