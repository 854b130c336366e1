"""The curve of waiting times: it rises, stays in the picture, and crosses the agreed time where the sentence says."""

import re
from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from keko.charts.waiting_curve import HEIGHT, WIDTH, waiting_curve
from keko.indicators.waiting import Waiting
from keko.indicators.waits import WaitClass

CLASSES = (WaitClass(0, 7), WaitClass(8, 30), WaitClass(31, 90), WaitClass(91, None))
PERSONS = st.lists(st.integers(0, 500), min_size=4, max_size=4).filter(any)


def waiting(persons: list[int], area: str = "HVA02") -> Waiting:
    return Waiting(area, CLASSES, tuple(map(float, persons)))


def places(svg: str, role: str) -> list[tuple[float, float]]:
    points = re.findall(rf'<polyline class="{role}" points="([^"]+)"', svg)[0].split()
    return [(float(x), float(y)) for x, y in (point.split(",") for point in points)]


@given(PERSONS, PERSONS, st.none() | st.integers(0, 200))
def test_curves_rise_and_stay_inside(own: list[int], other: list[int], agreed: int | None) -> None:
    svg = waiting_curve([(waiting(own), "area", "A"), (waiting(other), "benchmark", "B")], agreed, 'a "b" <c>', "sv")
    ElementTree.fromstring(svg)
    for role in ("area", "benchmark"):
        points = places(svg, role)
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)
        assert all(left <= right and above >= below - 0.11 for (left, above), (right, below) in pairwise(points))
    assert svg.count('class="agreed"') == (0 if agreed is None else 2)


def test_the_share_at_the_end_of_the_line_is_written_beside_it() -> None:
    svg = waiting_curve([(waiting([40, 40, 10, 10]), "area", "A")], 7, "x", "fi")
    assert re.search(r'<text class="area"[^>]*>90\xa0%</text>', svg)


def test_names_of_lines_that_end_together_do_not_overlap() -> None:
    svg = waiting_curve(
        [(waiting([40, 40, 10, 10]), "area", "A"), (waiting([30, 50, 10, 10]), "benchmark", "B")], 7, "x", "fi"
    )
    heights = [float(y) for y in re.findall(r'<text class="(?:area|benchmark)"[^>]* y="([\d.]+)"', svg)]
    assert abs(heights[0] - heights[1]) >= 13
