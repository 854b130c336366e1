"""Charts of population segments: what stands in them, and that they are drawn."""

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keko.charts.benchmark_bar import benchmark_bar, range_drawing, signed_drawing
from keko.charts.drawing import Drawing
from keko.charts.projection import Size, projection_chart
from keko.charts.text_width import text_width
from keko.charts.upset import MOST, Combination, upset_chart
from keko.charts.waterfall import Step, waterfall
from tests.charts.pictures import as_svg


def rows(drawing: Drawing, kind: str) -> list[dict[str, Any]]:
    return [row for row in drawing.data.to_pylist() if row["kind"] == kind]


SETS = [
    Combination(frozenset({"Kieli", "Koulutus"}), 40.0, "Kieli + Koulutus"),
    Combination(frozenset(), 90.0, "ei mitään näistä"),
    Combination(frozenset({"Lapsi's \\ hoito"}), 1250.0, "Lapsi's \\ hoito"),
]


def test_an_upset_chart_shows_the_largest_first_and_a_dot_for_each_factor() -> None:
    drawing = upset_chart(SETS, ["Kieli", "Koulutus", "Lapsi's \\ hoito"], "fi", "light")
    assert [row["value"] for row in rows(drawing, "column")] == [1250.0, 90.0, 40.0]
    assert [row["has"] for row in rows(drawing, "dot")] == [False, False, True, *[False] * 3, True, True, False]
    picture = as_svg(drawing)
    for text in ("1\N{NO-BREAK SPACE}250", "Kieli", "Koulutus", "hoito"):
        assert text in picture


def test_an_upset_chart_of_many_combinations_shows_those_that_can_be_read() -> None:
    many = [Combination(frozenset({"A"}), float(n), "A") for n in range(MOST + 5)]
    drawing = upset_chart(many, ["A"], "sv", "dark")
    assert len(rows(drawing, "column")) == MOST
    assert max(row["value"] for row in rows(drawing, "column")) == MOST + 4


def test_a_waterfall_says_both_ends_and_every_step() -> None:
    steps = [Step("Rakenne-ero: A", 0.3, "better"), Step("Ero ryhmien sisällä: A", -0.1, "worse")]
    picture = as_svg(waterfall(("Keski-Suomi", 8.6), steps, ("Keski-Uusimaa", 8.8), "kk/v", "fi", "dark"))
    for text in ("Keski-Suomi", "8,60", "+0,30", "\N{MINUS SIGN}0,10", "8,80", "Keski-Uusimaa", "Rakenne-ero"):
        assert text in picture


@pytest.mark.parametrize("amounts", [(0.3, 0.2), (-0.3, -0.2), (0.5, -0.24), (-0.5, 0.26)])
def test_the_answer_of_a_waterfall_is_whole_on_a_telephone(amounts: tuple[float, ...]) -> None:
    steps = [Step("Rakenne-ero", amount, "better") for amount in amounts]
    end = 8.6 + sum(amounts)
    picture = as_svg(waterfall(("Keski-Suomi", 8.6), steps, ("Keski-Uusimaa", end), "kk/v", "fi", "light"), 180)
    (answer,) = re.findall(r'<text [^>]*font-weight="600"[^>]*>[^<]*</text>', picture)
    anchor, x, size, text = re.findall(
        r'anchor="(\w+)".*?translate\(([\d.]+).*font-size="(\d+)px".*>(.*)</text>', answer
    )[0]
    width = text_width(text, float(size), is_bold=True)
    left = float(x) - (width if anchor == "end" else 0.0)
    assert left >= -10  # the names of rows end 10 px before
    assert left + width <= 180


@settings(max_examples=20)  # a picture takes as long as thousands of sums
@given(st.floats(0, 12), st.lists(st.floats(-2, 2), min_size=1, max_size=12))
def test_every_step_of_a_waterfall_begins_where_the_one_before_ended(start: float, amounts: list[float]) -> None:
    steps = [Step(str(place), amount, "higher") for place, amount in enumerate(amounts)]
    every = waterfall(("B", start), steps, ("A", start + sum(amounts)), "kk/v", "en", "light").data.to_pylist()
    assert all(after["from"] == before["to"] for before, after in pairwise(every))
    assert every[-1]["to"] == pytest.approx(start + sum(amounts), abs=1e-9)


def test_a_projection_goes_on_from_the_last_year_counted() -> None:
    ahead = [Size("2024", 9592.0, 9500.0, 9692.0), Size("2025", 9482.0, 9349.0, 9626.0)]
    drawing = projection_chart([Size("2022", 9851.0), Size("2023", 9705.0)], ahead, "Keski-Uusimaa", "fi", "light")
    assert [row["value"] for row in rows(drawing, "projection")] == [9705.0, 9592.0, 9482.0]
    picture = as_svg(drawing)
    for text in ("9\N{NO-BREAK SPACE}851", "9\N{NO-BREAK SPACE}482", "2025"):
        assert text in picture
    assert picture.count("9\N{NO-BREAK SPACE}705<") == 1
    assert "laskelma ja sen 95 %:n väli" in picture
    assert "ennuste" not in picture
    assert {row["note"] for row in rows(drawing, "projection")} == {"laskelma"}


def test_small_drawings_say_what_they_show_and_stay_in_their_place() -> None:
    for picture in (
        benchmark_bar(3.0, None, 1.0, 2.0, 'A < "B"'),
        range_drawing(5.0, 1.0, 12.0, "area", 'A < "B"'),
        signed_drawing(-0.4, 0.4, "worse", 'A < "B"'),
    ):
        assert 'aria-label="A &lt; &quot;B&quot;"' in picture
        assert 'width="150"' in picture
