"""What is worth saying of the segments of an area beside its benchmark."""

import pytest

from keko.segments.findings import furthest_apart, largest, months_in_work, share_of, together
from keko.segments.overview import Months, SegmentStanding, Size


def standings(**shares: float | None) -> list[SegmentStanding]:
    """Segments by share; the population last, 8.5 months a year in work."""
    sizes = {
        code: Size(share and 1000 * share, share, None, None, "final" if share else "hidden")
        for code, share in shares.items()
    }
    work = {"total": Months(8.5, None, None, "final")}
    segments = [SegmentStanding(code, "HVA02", size, {}) for code, size in sizes.items()]
    everybody = SegmentStanding("total", "HVA02", Size(1000, 1, None, None, "final"), {"employment": work["total"]})
    return [*segments, everybody]


def test_segments_together_are_hidden_where_one_of_them_is() -> None:
    assert together(standings(A=0.2, B=0.3, C=None), ["A", "B"]) == pytest.approx((500, 0.5))
    assert together(standings(A=0.2, B=0.3, C=None), ["A", "C"]) == (None, None)
    assert together(standings(A=0.2), ["D"]) == (None, None)


def test_the_largest_is_a_segment_that_shows() -> None:
    found = largest(standings(A=0.2, B=0.3, C=None))
    assert found
    assert found.segment == "B"
    assert largest(standings(A=None)) is None
    assert share_of(standings(A=0.2), "A") == 0.2
    assert share_of(standings(A=0.2), "B") is None


def test_furthest_apart_compares_what_shows_in_both() -> None:
    own, benchmark = standings(A=0.2, B=0.3, C=0.5), standings(A=0.25, B=0.1, C=None)
    assert furthest_apart(own, benchmark) == ("B", 0.3, 0.1)
    assert furthest_apart(own, standings(A=None)) is None


def test_months_in_work_are_of_the_whole_population() -> None:
    assert months_in_work(standings(A=0.2)) == 8.5
    assert months_in_work(()) is None
