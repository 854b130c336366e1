"""Why a value is as it is, or is not there: never a blank without a reason."""

from keko.config import Language
from keko.data.text import Text
from keko.indicators.absence import absence
from keko.indicators.reasons import Reason
from keko.indicators.series import Point, Series
from keko.words.formats import number
from keko.words.terms import ABSENCES, NOT_COMPARED, OF_BENCHMARK, ORIGINS, PARTLY_ROLLED_UP, REASONS, STATUSES


def explain(point: Point, language: Language) -> str:
    """A point's status in words, with its reason; empty for a final value."""
    status = STATUSES[point.status].within(language) if point.status != "final" else ""
    return ": ".join(part for part in (status, _reason(point, language)) if part)


def absence_in_words(series: Series, language: Language) -> str:
    """Why a series has no value: what its newest point says, or what figures there are instead; empty where it has one."""
    why = absence(series)
    if why is None:
        return ""
    said = explain(series.points[-1], language) if series.points else ""
    return said or ABSENCES[why].within(language)


def why_not_compared(reason: Reason, language: Language) -> str:
    """Why an area was not compared: for what both are, or for what the area or its benchmark lacks."""
    whose, _, why = reason.partition("benchmark ")
    if why and not whose:
        return OF_BENCHMARK.within(language, reason=ABSENCES[why].within(language))
    return (NOT_COMPARED.get(reason) or ABSENCES[reason]).within(language)


def origin_in_words(series: Series, language: Language) -> str:
    """Says of a series what it is computed from, wholly or in part; empty where it is as delivered."""
    if any(point.origin == "classes" and point.value is not None for point in series.points):
        return ORIGINS["classes"].within(language)
    rolled = [point.origin == "rolled up" for point in series.points]
    if not any(rolled):
        return ""
    return (ORIGINS["rolled up"] if all(rolled) else PARTLY_ROLLED_UP).within(language)


def _reason(point: Point, language: Language) -> str:
    if not point.reason:
        return ""
    known = REASONS.get(point.reason, Text.same(point.reason))
    coverage = number(100 * point.coverage, 0, language) if point.coverage is not None else ""
    present = int(point.members_present or 0)
    return known.within(language, present=present, members=int(point.members or 0), coverage=coverage)
