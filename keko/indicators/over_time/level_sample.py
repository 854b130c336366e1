"""The areas of a level that tell how its figures behave: how forecasts hold, how much more figures vary than samples."""

from keko.data.areas import Areas

LEVELS = ("HVA", "TA", "MK", "KU")
MOST = 60  # of a level


def level_sample(level: str, areas: Areas) -> list[str]:
    """Codes of living areas: all of the level, or `MOST` at equal distances in the order of codes."""
    codes = areas.living(level)
    return codes[:: -(-len(codes) // MOST) or 1]


def level_of(area: str, areas: Areas) -> str:
    """The level whose sample tells of an area: its own; of the country and of sets that of counties."""
    level = areas[area].level
    return level if level in LEVELS else "HVA"


def detailed_areas(areas: Areas) -> set[str]:
    """The areas of which figures by sex, age and category are looked at: all but the municipalities that are in no sample."""
    above = {code for code, area in areas.by_code.items() if area.level != "KU"}
    return above.union(*(level_sample(level, areas) for level in LEVELS))
