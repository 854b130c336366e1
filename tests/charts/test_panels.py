"""Small multiples: one scale, lines across at round numbers, an alternative text for each."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from keko.charts.panels import Panel, _frame, panels
from keko.charts.sparkline import sparkline
from keko.indicators.series import Series
from tests.data.figures import point


def series(*values: float | None) -> Series:
    return Series("share", "HVA02", tuple(point(value, str(2015 + n)) for n, value in enumerate(values)))


def test_panels_share_their_scale() -> None:
    html = panels(
        [Panel("a", [(series(10, 20), "area")], "20", "a"), Panel("b", [(series(90), "area")], "90", "b")], 1, "fi"
    )
    first, second = re.findall(r"<svg.*?</svg>", html)
    across = [re.findall(r'text-anchor="end">([^<]*)<', svg)[:-1] for svg in (first, second)]
    assert across[0] == across[1] == ["20", "40", "60", "80"]


def test_a_panel_tells_what_it_shows_and_escapes_it() -> None:
    html = panels([Panel("<b>", [(series(1, 2), "area")], "2 %", 'Kuvaus "<i>"')], 1, "fi")
    assert "<b>" not in html
    assert 'aria-label="Kuvaus &quot;&lt;i&gt;&quot;"' in html
    assert 'role="img"' in html


def test_lines_end_where_a_period_is_missing() -> None:
    own = series(1, 2, None, 4, None, 6, 7, 8)
    html = panels([Panel("a", [(own, "area")], "", "a")], 0, "fi")
    assert [len(points.split()) for points in re.findall(r'points="([^"]*)"', html)] == [
        2,
        2,
        3,
    ]  # a point alone is drawn as a dot
    absent = Series("share", "HVA02", own.valued)
    assert panels([Panel("a", [(absent, "area")], "", "a")], 0, "fi") == html
    spark = sparkline(own, Series("share", "HVA15"), "a")
    assert len(re.findall("<polyline", spark)) == 2
    assert len(re.findall('<path class="area"', spark)) == 1
    assert sparkline(absent, Series("share", "HVA15"), "a") == spark


def test_without_values_there_is_nothing() -> None:
    assert panels([Panel("a", [(series(None), "area")], "–", "a")], 1, "fi") == ""


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=12))
@example([5e-324])
@example([1e6, 1e6 + 1e-9])
def test_every_value_is_inside_and_lines_across_are_few(values: list[float]) -> None:
    frame = _frame(series(*values).valued, 1, "fi")
    axis = frame.axis
    assert axis.low <= min(values) + 1e-9
    assert max(values) <= axis.high + 1e-9
    assert 2 <= len(axis.levels) <= 7
    assert len(set(frame.labels)) == len(frame.labels)
    assert all(frame.y(axis.high) <= frame.y(value) + 1e-6 <= frame.y(axis.low) + 2e-6 for value in values)


@pytest.mark.parametrize(("values", "decimals", "labels"), [((0.1, 0.25), 2, 2), ((1000, 5000), 1, 0)])
def test_lines_across_have_as_many_decimals_as_they_need(values: tuple[float, ...], decimals: int, labels: int) -> None:
    html = panels([Panel("a", [(series(*values), "area")], "", "a")], decimals, "fi")
    numbers = re.findall(r'text-anchor="end">([^<]*)<', html)[:-1]
    assert {len(text.split(",")[1]) if "," in text else 0 for text in numbers} == {labels}
