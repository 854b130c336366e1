"""What is worth saying of the segments of an area beside its benchmark: sums, the largest, and the furthest apart."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from keko.segments.models import TOTAL
from keko.segments.overview import SegmentStanding


class Together(NamedTuple):
    """Some segments together. `share`: of the population, 0 to 1. None where one of them is hidden, or none is there."""

    persons: float | None
    share: float | None


class Apart(NamedTuple):
    """A segment and its share in the area and in the benchmark, 0 to 1."""

    segment: str
    own: float
    benchmark: float


def together(standings: Sequence[SegmentStanding], codes: Collection[str]) -> Together:
    """Persons and share of the segments in `codes`."""
    sizes = [standing.size for standing in standings if standing.segment in codes]
    persons = [size.persons for size in sizes if size.persons is not None]
    shares = [size.share for size in sizes if size.share is not None]
    if not sizes or len(persons) < len(sizes) or len(shares) < len(sizes):
        return Together(None, None)
    return Together(sum(persons), sum(shares))


def largest(standings: Sequence[SegmentStanding]) -> SegmentStanding | None:
    """The segment with the largest share; None where all are hidden."""
    sized = [(share, standing) for standing in _segments(standings) if (share := standing.size.share) is not None]
    return max(sized, key=lambda pair: pair[0])[1] if sized else None


def share_of(standings: Sequence[SegmentStanding], segment: str) -> float | None:
    """The share of one segment, 0 to 1; None where it is hidden or not there."""
    return next((standing.size.share for standing in standings if standing.segment == segment), None)


def months_in_work(standings: Sequence[SegmentStanding]) -> float | None:
    """Months in work a year of the whole population, on average."""
    everybody = next((standing for standing in standings if standing.segment == TOTAL), None)
    return everybody.months["employment"].mean if everybody and "employment" in everybody.months else None


def furthest_apart(own: Sequence[SegmentStanding], benchmark: Sequence[SegmentStanding]) -> Apart | None:
    """The segment whose share is furthest from the benchmark's; None where no share of both shows."""
    there = {standing.segment: standing.size.share for standing in _segments(benchmark)}
    both = [
        Apart(standing.segment, standing.size.share, share)
        for standing in _segments(own)
        if standing.size.share and (share := there.get(standing.segment)) is not None
    ]
    return max(both, key=lambda apart: abs(apart.own - apart.benchmark), default=None)


def _segments(standings: Sequence[SegmentStanding]) -> list[SegmentStanding]:
    return [standing for standing in standings if standing.segment != TOTAL]
