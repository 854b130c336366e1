"""The series of a set of areas: computed from the sums of its areas, where the kind allows (METHODS 1)."""

from collections.abc import Sequence
from math import fsum, isnan, sqrt

from keko.data.areas import Areas
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.indicators.differences import values_of
from keko.indicators.intervals import limits
from keko.indicators.series import Point, Series

MEMBERS_MISSING = "areas missing"
NOT_ADDITIVE = "areas not additive"
_STATUSES = ("preliminary", "estimated")


def summed(item: Indicator, code: str, members: Sequence[Series]) -> Series:
    """The series of the set `code`; a period that one of its areas lacks has no value, and says so."""
    inside = [{point.period: point for point in one.points} for one in members]
    periods = sorted({period for points in inside for period in points})
    rows = [_point(item, period, [points.get(period) for points in inside]) for period in periods]
    return Series(
        item.id,
        code,
        tuple(_with_limits(item, rows)),
        is_demo=any(one.is_demo for one in members),
        source=Text.listed(one.source for one in members if one.source),
        published_at=max((one.published_at for one in members), default=""),
    )


def expanded(areas: Areas, codes: Sequence[str]) -> list[str]:
    """`codes` with the areas of each set in the place of the set, each once."""
    return list(dict.fromkeys(member for code in codes for member in areas.sets.get(code, (code,))))


def _point(item: Indicator, period: str, members: Sequence[Point | None]) -> Point:
    present = [one for one in members if one is not None and one.value is not None]
    sums = _sums(item, present) if len(present) == len(members) else None
    if sums is None:
        reason = NOT_ADDITIVE if len(present) == len(members) else MEMBERS_MISSING
        nothing = dict.fromkeys(("value", "lower", "upper", "numerator", "denominator", "deviation", "coverage"))
        counts = {"members": len(members), "members_present": len(present)}
        return Point(period=period, status="missing at source", reason=reason, origin="rolled up", **nothing, **counts)
    value, numerator, denominator, deviation = sums
    status = next((name for name in _STATUSES if any(one.status == name for one in present)), "final")
    parts = numerator, denominator, deviation
    return Point(period, value, None, None, *parts, status, None, "rolled up", len(members), len(members), None)


_Sums = tuple[float, float | None, float | None, float | None]  # value, numerator, denominator, deviation


def _sums(item: Indicator, members: Sequence[Point]) -> _Sums | None:
    """None where the kind, or what the source gives, does not add up."""
    if item.kind == "count":
        return fsum(one.value or 0.0 for one in members), None, None, None
    if item.kind not in {"proportion", "rate", "mean"} or not all(one.denominator for one in members):
        return None
    n = fsum(one.denominator or 0.0 for one in members)
    if item.kind == "mean":
        return _mean(members, n)
    if any(one.numerator is None for one in members):
        return None
    x = fsum(one.numerator or 0.0 for one in members)
    return x / n * item.multiplier, x, n, None


def _mean(members: Sequence[Point], n: float) -> _Sums:
    """The mean weighted by n, and the spread of all persons together about it."""
    parts = [(one.denominator or 0.0, one.value or 0.0, one.deviation) for one in members]
    mean = fsum(size * value for size, value, _ in parts) / n
    known = [
        (size - 1) * deviation**2 + size * (value - mean) ** 2
        for size, value, deviation in parts
        if deviation is not None
    ]
    whole = len(known) == len(parts) and n > 1
    return mean, None, n, sqrt(fsum(known) / (n - 1)) if whole else None


def _with_limits(item: Indicator, rows: Sequence[Point]) -> list[Point]:
    given = values_of(rows)
    found = limits(item.kind, item.multiplier, given.value, given.numerator, given.denominator, given.deviation)
    pairs = zip(rows, *(limit.tolist() for limit in found), strict=True)
    return [row if isnan(lower) else row._replace(lower=lower, upper=upper) for row, lower, upper in pairs]
