"""The figures of a chart as a table: no column without anything in it."""

from dataclasses import replace

from keko.indicators.comparing.comparison import Comparison
from keko.indicators.series import Question, Series
from keko.indicators.situation import Standing
from keko.ui.indicators.series_table import series_table
from tests.data.figures import every_area, item, point

OWN = Series("share", "HVA02", (point(60.0, "2023"), point(61.0, "2024")))
OTHER = Series("share", "HVA15", (point(58.0, "2023", lower=57.0, upper=59.0), point(None, "2024", status="hidden")))


def test_only_series_with_intervals_have_a_column_of_them() -> None:
    standing = Standing(item(), OWN, OTHER, Comparison("share", "HVA02", "HVA15", "not compared"))
    html = series_table(standing, Question(), every_area(), "fi")
    assert html.count(">95 %:n väli<") == 1
    assert "57,0–59,0" in html
    bare = replace(standing, benchmark=replace(OTHER, points=OWN.points))
    assert "95 %:n väli" not in series_table(bare, Question(), every_area(), "fi")
    assert series_table(bare, Question(), every_area(), "fi").count("<td") == 4
