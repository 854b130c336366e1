"""The series of a set of areas: computed from the sums of its areas, where the kind allows (METHODS 1)."""

from collections.abc import Sequence
from math import fsum, sqrt

from keko.data.areas import Areas
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.point_limits import with_point_limits
from keko.indicators.series import Point, Series

MEMBERS_MISSING = "areas missing"
NOT_ADDITIVE = "areas not additive"
_STATUSES = ("preliminary", "estimated")


def summed(item: Indicator, code: str, members: Sequence[Series]) -> Series:
    """The series of the set `code`; a period that one of its areas lacks has no value, and says so."""
    inside = [{point.period: point for point in member.points} for member in members]
    periods = sorted({period for points in inside for period in points})
    rows = [_point(item, period, [points.get(period) for points in inside]) for period in periods]
    return Series(
        item.id,
        code,
        with_point_limits(item, rows),
        is_demo=any(member.is_demo for member in members),
        source=Text.listed(member.source for member in members if member.source),
        published_at=max((member.published_at for member in members), default=""),
    )


def expanded(areas: Areas, codes: Sequence[str]) -> list[str]:
    """`codes` with the areas of each set in the place of the set, each once."""
    return list(dict.fromkeys(member for code in codes for member in areas.sets.get(code, (code,))))


def _point(item: Indicator, period: str, members: Sequence[Point | None]) -> Point:
    present = [point for point in members if point is not None and point.value is not None]
    sums = _sums(item, present) if len(present) == len(members) else None
    if sums is None:
        reason = NOT_ADDITIVE if len(present) == len(members) else MEMBERS_MISSING
        nothing = dict.fromkeys(
            ("value", "lower", "upper", "numerator", "denominator", "deviation", "q1", "q3", "coverage")
        )
        counts = {"members": len(members), "members_present": len(present)}
        return Point(period=period, status="missing at source", reason=reason, origin="rolled up", **nothing, **counts)
    value, numerator, denominator, deviation = sums
    status = next((name for name in _STATUSES if any(point.status == name for point in present)), "final")
    return Point(
        period,
        value,
        None,
        None,
        numerator,
        denominator,
        deviation,
        None,
        None,
        status,
        None,
        "rolled up",
        len(members),
        len(members),
        None,
    )


_Sums = tuple[float, float | None, float | None, float | None]  # value, numerator, denominator, deviation


def _sums(item: Indicator, members: Sequence[Point]) -> _Sums | None:
    """None where the kind, or what the source gives, does not add up."""
    if item.kind == "count":
        return fsum(point.value or 0.0 for point in members), None, None, None
    if item.kind not in {"proportion", "rate", "mean"} or not all(point.denominator for point in members):
        return None
    n = fsum(point.denominator or 0.0 for point in members)
    if item.kind == "mean":
        return _mean(members, n)
    if any(point.numerator is None for point in members):
        return None
    x = fsum(point.numerator or 0.0 for point in members)
    return x / n * item.multiplier, x, n, None


def _mean(members: Sequence[Point], n: float) -> _Sums:
    """The mean weighted by n, and the spread of all persons together about it."""
    figures = [(point.denominator or 0.0, point.value or 0.0, point.deviation) for point in members]
    mean = fsum(size * value for size, value, _ in figures) / n
    known = [
        (size - 1) * deviation**2 + size * (value - mean) ** 2
        for size, value, deviation in figures
        if deviation is not None
    ]
    whole = len(known) == len(figures) and n > 1
    return mean, None, n, sqrt(fsum(known) / (n - 1)) if whole else None
