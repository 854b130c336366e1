"""Which column of a table is about its areas, where several name some."""

from keko.data.area_names import AreaNames
from keko.intake.mappings import Mapping
from keko.intake.read.table import Table
from keko.intake.recognise.column_roles import Columns, area_share
from keko.intake.values.headings import level_of

_FINENESS: dict[str | None, int] = {"KU": 2, "HVA": 1, "TA": 1, "MK": 1}


def area_columns(table: Table, columns: Columns, names: AreaNames, mapping: Mapping) -> tuple[int | None, int | None]:
    """The column of areas, and another that names the same areas.

    The one that is known best comes first, then the smaller areas, then codes before names.
    """
    places = [place for place, guess in enumerate(columns.guesses) if guess == "area"]

    def known(place: int) -> tuple[float, int, bool]:
        texts = columns.texts[place]
        level = mapping.area_level or level_of(table.header[place])
        coded = any(any(sign.isdigit() for sign in text) for text in texts)
        # Of a region and a municipality on one row the figures are about the smaller.
        return round(area_share(texts, names, level), 1), _FINENESS.get(level, 0), coded

    ranked = sorted(places, key=known, reverse=True)
    if not ranked:
        return None, None
    levels = {place: level_of(table.header[place]) for place in ranked}
    same = [place for place in ranked[1:] if levels[place] in {None, levels[ranked[0]]}]
    return ranked[0], next(iter(same), None)
