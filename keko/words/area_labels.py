"""How areas are called where areas of several levels stand together."""

from keko.config import Language
from keko.data.areas import Area
from keko.words.terms import LEVELS

# Names of these levels do not say the level themselves.
_TOLD = {"TA", "MK"}
_CITIES = {"HVA90", "HVA91"}


def label(area: Area, language: Language) -> str:
    """The full name, with its level where the name alone could mean an area of another level."""
    name = area.name.within(language)
    if area.level in _TOLD or area.code in _CITIES:
        return f"{name} ({LEVELS[area.level].within(language)})"
    return name


def short(area: Area, language: Language) -> str:
    """The name for charts and tables."""
    return area.short.within(language)
