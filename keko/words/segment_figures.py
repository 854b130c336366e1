"""How the figures of population segments are written, and why one is not there."""

from keko.config import Language
from keko.segments.models import SegmentModel
from keko.segments.overview import Size
from keko.words import segments as words
from keko.words.formats import NBSP, number, of_size, quantity
from keko.words.subject import of_whom
from keko.words.terms import ABSENCES, NO_FIGURE

MONTH_DECIMALS = 1
SHARE_DECIMALS = 1


def whom(model: SegmentModel, sex: str, language: Language) -> str:
    """Whom the figures of a model are of, within a sentence."""
    return of_whom(model.population.ages, sex, language)


def told(value: float, language: Language) -> str:
    """Persons as a sentence says them."""
    return quantity(value, 0, "henkilöä", language, of_size)


def share(value: float | None, language: Language, decimals: int = SHARE_DECIMALS) -> str:
    """A share of 0–1 in per cent; a dash where there is none."""
    if value is None:
        return "–"
    return number(value * 100, decimals, language) + ("%" if language == "en" else f"{NBSP}%")


def persons(value: float | None, language: Language) -> str:
    """Persons; a dash where there is no number."""
    return "–" if value is None else number(value, 0, language)


def months(value: float | None, language: Language) -> str:
    """Months a year; a dash where there is no number."""
    return "–" if value is None else number(value, MONTH_DECIMALS, language)


def limits(size: Size, language: Language) -> str:
    """The interval of a share; empty without one."""
    if size.lower is None or size.upper is None:
        return ""
    return f"{share(size.lower, language)}–{share(size.upper, language)}"


def why_none(status: str, language: Language) -> str:
    """Why a figure is not there, by its status; that there is none where nothing was delivered."""
    if status == "hidden":
        return words.HIDDEN.within(language)
    return (ABSENCES.get(status) or NO_FIGURE).within(language)
