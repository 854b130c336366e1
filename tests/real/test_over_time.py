"""Trends, months and forecasts on Statistics Finland's own figures: what they say, and how fast."""

from collections import Counter
from functools import cache

import numpy as np
import pytest

from benchmarks.methods.figures import Open, Real, read_open
from keko.indicators.over_time.forecast import coverage, forecast
from keko.indicators.over_time.process import process_chart
from keko.indicators.over_time.stretches import stretches
from keko.indicators.over_time.trend import trend
from keko.indicators.series import Series
from keko.words.process import process_in_words
from tests.data.figures import item
from tests.real.shared import OPEN

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not OPEN.is_dir(), reason="the open figures are not beside the project"),
]


@cache
def figures() -> Open:
    found = read_open(OPEN)
    assert found
    return found


def of(name: str) -> Real:
    return next(real for real in figures() if real.item.id == name)


def area(name: str, code: str) -> Series:
    return next(own for every in of(name).by_level.values() for own in every if own.area == code)


JOBLESS = item("unemployed-job-seekers", "count", frequency="month", polarity="lower", unit="henkilöä", decimals=0)


def test_hyvinkaas_jobless_have_limits_on_their_change() -> None:
    own = area("unemployed-job-seekers", "KU106")
    chart = process_chart(JOBLESS, own.until("2023-10"))
    assert (chart.of, chart.seasonally_adjusted, len(chart.points)) == ("relative change", True, 214)
    largest = max(chart.points[1:], key=lambda point: point.plotted or 0.0)
    assert (largest.period, largest.cause) == ("2020-04", "outside")
    assert 45 < (largest.plotted or 0.0) < 65
    marked = Counter(point.cause for point in chart.points if point.cause)
    assert 15 <= marked.total() <= 30  # of 213; limits on the level would mark 170
    assert (
        process_in_words(chart, JOBLESS, "fi")
        .replace("\N{NO-BREAK SPACE}", " ")
        .startswith("Muutos edellisestä kuukaudesta (+3,7 %) on tavanomaista vaihtelua.")
    )


def test_the_gap_of_2023_to_2026_is_not_judged_across() -> None:
    own = area("unemployed-job-seekers", "KU106")
    assert [len(run) for run in stretches(own.points)] == [214, 1]
    newest = process_chart(JOBLESS, own).points[-1]
    assert (newest.period, newest.plotted, newest.cause) == ("2026-06", None, None)
    until = process_chart(JOBLESS, own.until("2023-10")).points
    assert process_chart(JOBLESS, own).points[:-1] == until  # what comes after a gap changes nothing before it
    assert forecast(JOBLESS, own).reason == "gap in series"


def test_nearly_all_jobless_series_remember_the_month_before() -> None:
    kinds = Counter(process_chart(JOBLESS, own).of for own in of("unemployed-job-seekers").by_level["KU"])
    assert kinds["relative change"] > 0.98 * kinds.total()


def test_every_yearly_series_is_judged_though_none_has_an_interval() -> None:
    for name in ("employment-rate-18-64", "economic-dependency-ratio", "population"):
        real = of(name)
        for every in real.by_level.values():
            found = [trend(real.item, own) for own in every]
            assert {one_trend.basis for one_trend in found} == {"yearly values"}
            assert {one_trend.reason for one_trend in found} == {None}


@pytest.mark.parametrize(
    ("name", "level", "reach"),
    [
        ("employment-rate-18-64", "HVA", 0),  # 2019 and the spring after
        ("employment-rate-18-64", "KU", 0),
        ("economic-dependency-ratio", "KU", 3),
        ("population", "KU", 0),
        ("population", "MK", 0),
        ("unemployed-job-seekers", "MK", 0),
    ],
)
def test_forecasts_reach_as_far_as_they_held_in_every_year(name: str, level: str, reach: int) -> None:
    real = of(name)
    every = real.by_level[level]
    achieved = coverage(real.item, every)
    assert achieved.reach == reach
    assert len(forecast(real.item, every[0], achieved=achieved).points) == reach


def test_pooling_over_years_would_hide_what_every_area_shared() -> None:
    real = of("unemployed-job-seekers")
    achieved = coverage(real.item, real.by_level["MK"])
    worst = achieved.worst([3])
    assert worst is not None
    assert (achieved.share([3]) or 0.0) > 0.9
    assert (worst.origin, worst.share) < (2009, 0.1)


def test_what_is_left_out_is_within_limits_about_as_often_as_they_say() -> None:
    """The last three years of the employment rate, from all before them."""
    real = of("employment-rate-18-64")
    inside = [
        ahead.lower <= (actual.value or 0.0) <= ahead.upper
        for own in real.by_level["KU"]
        for ahead, actual in zip(forecast(real.item, own.until("2021")).points, own.points[-3:], strict=True)
    ]
    assert np.mean(inside) > 0.9
