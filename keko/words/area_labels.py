"""How areas are called where areas of several levels stand together, and in which order their names stand."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

from keko.config import Language
from keko.data.areas import Area, Areas
from keko.data.everyday_names import everyday_names
from keko.words.terms import LEVELS

# Names of these levels do not say the level themselves.
_TOLD = {"TA", "MK"}
_CITIES = {"HVA90", "HVA91"}

# The letters that Finnish and Swedish have after z, in their order, and those that stand with another letter (CLDR).
_AFTER_Z = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"})


def label(area: Area, language: Language) -> str:
    """The full name, with its level where the name alone could mean an area of another level."""
    name = area.name.within(language)
    if area.level in _TOLD or area.code in _CITIES:
        return f"{name} ({LEVELS[area.level].within(language)})"
    return name


def chooser_label(area: Area, language: Language) -> str:
    """The same with the everyday name of a county, by which people look for it."""
    everyday = everyday_names().get(area.code)
    return f"{label(area, language)} ({everyday.name})" if everyday else label(area, language)


def short(area: Area, language: Language) -> str:
    """The name for charts and tables."""
    return area.short.within(language)


def short_names(codes: Iterable[str], areas: Areas, language: Language) -> dict[str, str]:
    """What the areas of one picture are called, by code: short, with the level where two of them would be called the same."""
    names = {code: short(areas[code], language) for code in codes}
    times = Counter(names.values())
    return {
        code: f"{name} ({LEVELS[areas[code].level].within(language)})" if times[name] > 1 else name
        for code, name in names.items()
    }


def by_name(codes: Iterable[str], called: Callable[[str], str], language: Language) -> list[str]:
    """Areas in the alphabetical order of what they are `called`."""
    return sorted(codes, key=lambda code: collation(called(code), language))


def collation(name: str, language: Language) -> tuple[str, str]:
    """What names are sorted by: the alphabet of the language, with å, ä and ö last in Finnish and Swedish and beside their
    base letters in English; marks that are no letters of the language count only between names that are otherwise alike.
    """
    folded = unicodedata.normalize("NFC", name).casefold()
    letters = folded if language == "en" else folded.translate(_AFTER_Z)
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(mark))
    return plain, folded
