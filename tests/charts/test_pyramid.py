"""The pyramid and the dots as drawings: what is larger is longer, nothing leaves the picture, outside text is escaped."""

import re
from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from keko.charts.group_dots import WIDTH as DOTS_WIDTH
from keko.charts.group_dots import group_drawing
from keko.charts.pyramid import WIDTH, AgeRow, pyramid_drawing

SHARE = st.floats(0, 30)


def bars(svg: str) -> list[tuple[float, float]]:
    return [(float(x), float(w)) for x, w in re.findall(r'<rect class="area" x="([\d.-]+)"[^>]*width="([\d.]+)"', svg)]


@given(st.lists(st.tuples(SHARE, SHARE, SHARE, SHARE), min_size=1, max_size=12))
def test_bars_are_as_long_as_shares_and_stay_inside(shares: list[tuple[float, float, float, float]]) -> None:
    svg = pyramid_drawing([AgeRow(str(n), *ages) for n, ages in enumerate(shares)], ("M", "N"), ("A", "B"), "x", "fi")
    ElementTree.fromstring(svg)
    sides = bars(svg)
    assert len(sides) == 2 * len(shares)
    assert all(x >= 0 and x + wide <= WIDTH for x, wide in sides)
    men = [wide for place, (_, wide) in enumerate(sides) if place % 2 == 0][::-1]
    order = sorted(range(len(shares)), key=lambda n: shares[n][0])
    assert all(men[a] <= men[b] + 0.11 for a, b in pairwise(order))
    assert svg.count('class="outline"') == 2


def test_an_outline_needs_every_age_of_the_other_area() -> None:
    svg = pyramid_drawing([AgeRow("15–19", 5, 5, 5, 5), AgeRow("20–24", 5, 5)], ("M", "N"), ("A", "B"), '"<b>"', "sv")
    assert "outline" not in svg
    assert "<b>" not in svg


@given(*[st.none() | st.floats(-10, 200)] * 3)
def test_dots_stay_on_their_scale(own: float | None, benchmark: float | None, everybody: float | None) -> None:
    svg = group_drawing(own, benchmark, everybody, "x")
    ElementTree.fromstring(svg)
    assert svg.count("<circle") == sum(value is not None for value in (own, benchmark))
    assert all(0 <= float(x) <= DOTS_WIDTH for x in re.findall(r'cx="([\d.-]+)"', svg))
