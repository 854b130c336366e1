"""Why a value is as it is, or is not there: never a blank without a reason."""

from keko.config import Language
from keko.indicators.series import Point
from keko.words.formats import number
from keko.words.terms import ORIGINS, REASONS, STATUSES


def explain(point: Point, language: Language) -> str:
    """A point's status in words, with its reason; empty for a final value as its source delivered it."""
    parts = []
    if point.status != "final":
        parts.append(STATUSES[point.status].within(language))
    if point.reason:
        parts.append(_reason(point, language))
    elif point.origin == "rolled up":
        parts.append(ORIGINS["rolled up"].within(language))
    return ": ".join(parts[:2])


def _reason(point: Point, language: Language) -> str:
    known = REASONS.get(point.reason or "")
    if known is None:
        return point.reason or ""
    coverage = number(100 * point.coverage, 0, language) if point.coverage is not None else ""
    present = int(point.members_present or 0)
    return known.within(language, present=present, members=int(point.members or 0), coverage=coverage)
