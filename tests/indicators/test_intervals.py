"""Intervals against published numbers and against the libraries that compute them."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from keko.indicators.catalogue import IndicatorKind
from keko.indicators.intervals import limits, poisson, student, wilson, with_limits
from tests.data.figures import item, rows, shares

CONFIDENCES = st.sampled_from([0.95, 0.998])


# Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3 (Wilson).
@pytest.mark.parametrize(
    ("events", "n", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_published(events: int, n: int, lower: float, upper: float) -> None:
    assert np.round(wilson(events, n), 4).tolist() == [lower, upper]


# Byar: Breslow & Day 1987, volume II, as in Public Health England's technical guide; below 10 the exact limits of
# Garwood 1936.
@pytest.mark.parametrize(
    ("events", "lower", "upper"),
    [(65, 50.16, 82.85), (10, 4.79, 18.39), (9, 4.12, 17.08), (3, 0.62, 8.77), (0, 0.0, 3.69)],
)
def test_limits_of_events_as_published(events: int, lower: float, upper: float) -> None:
    assert np.round(poisson(events), 2).tolist() == [lower, upper]


@given(st.data(), st.integers(1, 10**7), CONFIDENCES)
def test_wilson_is_that_of_statsmodels_and_holds_the_share(data: st.DataObject, n: int, confidence: float) -> None:
    events = data.draw(st.integers(0, n))
    lower, upper = (float(limit) for limit in wilson(events, n, confidence))
    assert (lower, upper) == pytest.approx(proportion_confint(events, n, alpha=1 - confidence, method="wilson"))
    assert 0 <= lower <= events / n + 1e-12
    assert events / n - 1e-12 <= upper <= 1 + 1e-12


@given(st.integers(0, 9), CONFIDENCES)
def test_few_events_have_exact_limits(events: int, confidence: float) -> None:
    lower, upper = (float(limit) for limit in poisson(events, confidence))
    alpha = 1 - confidence
    assert lower == pytest.approx(stats.chi2.ppf(alpha / 2, 2 * events) / 2 if events else 0.0)
    assert upper == pytest.approx(stats.chi2.ppf(1 - alpha / 2, 2 * events + 2) / 2)


@given(st.integers(10, 10**6), CONFIDENCES)
def test_byar_is_close_to_the_exact_limits(events: int, confidence: float) -> None:
    lower, upper = (float(limit) for limit in poisson(events, confidence))
    alpha = 1 - confidence
    assert lower == pytest.approx(stats.chi2.ppf(alpha / 2, 2 * events) / 2, rel=0.02)
    assert upper == pytest.approx(stats.chi2.ppf(1 - alpha / 2, 2 * events + 2) / 2, rel=0.01)


@given(st.lists(st.floats(-1000, 1000), min_size=2, max_size=30), CONFIDENCES)
def test_a_mean_has_students_interval(values: list[float], confidence: float) -> None:
    mean, deviation = float(np.mean(values)), float(np.std(values, ddof=1))
    expected = stats.t.interval(confidence, len(values) - 1, mean, deviation / np.sqrt(len(values)) or 1e-300)
    found = [float(limit) for limit in student(mean, deviation, len(values), confidence)]
    assert found == pytest.approx(expected, abs=1e-6)


def test_one_person_has_no_interval_of_a_mean() -> None:
    assert np.isnan(student(5.0, 0.0, 1)).all()


@pytest.mark.parametrize(
    ("kind", "multiplier", "numerator", "denominator", "expected"),
    [
        ("proportion", 100, 81, 263, (25.53, 36.62)),
        ("rate", 1000, 65, 1000, (50.16, 82.85)),
        ("rate", 100_000, 65, 50_000, (100.33, 165.70)),
        ("proportion", 100, 0, 0, (np.nan, np.nan)),
        ("rate", 1000, 3, 0, (np.nan, np.nan)),
        ("proportion", 100, np.nan, 263, (np.nan, np.nan)),
        ("count", 1, np.nan, np.nan, (np.nan, np.nan)),
        ("median", 1, np.nan, 200, (np.nan, np.nan)),
    ],
)
def test_limits_are_in_the_unit_of_the_indicator(
    kind: IndicatorKind, multiplier: float, numerator: float, denominator: float, expected: tuple[float, float]
) -> None:
    found = limits(kind, multiplier, 1.0, numerator, denominator, np.nan)
    assert np.round([float(limit) for limit in found], 2).tolist() == pytest.approx(expected, abs=0.011, nan_ok=True)


def test_99_8_per_cent_is_wider() -> None:
    parts: dict[IndicatorKind, tuple[float, float, float, float]] = {
        "proportion": (30.8, 81, 263, np.nan),
        "mean": (7.0, np.nan, 40, 2.5),
    }
    for kind, (value, x, n, deviation) in parts.items():
        narrow, wide = (limits(kind, 1.0, value, x, n, deviation, confidence) for confidence in (0.95, 0.998))
        assert float(wide[0]) < float(narrow[0]) < float(narrow[1]) < float(wide[1])


def test_limits_that_the_source_delivered_are_kept() -> None:
    delivered = rows(
        {"area": "KU186", "value": 30.8, "numerator": 81, "denominator": 263, "lower": 20.0, "upper": 40.0}
    )
    found = with_limits(delivered, item()).iloc[0]
    assert (found["lower"], found["upper"]) == (20, 40)


def test_a_value_that_is_not_there_has_no_limits() -> None:
    hidden = shares({"KU186": (81, 263)}).assign(value=np.nan)
    assert with_limits(hidden, item())[["lower", "upper"]].isna().all().all()


def test_every_row_gets_its_own_limits() -> None:
    frame = pd.concat([shares({"KU186": (81, 263)}), shares({"KU858": (15, 148)})])  # both with index 0
    found = with_limits(frame.reset_index(drop=True), item()).round(2)
    assert found[["lower", "upper"]].to_numpy().tolist() == [[25.53, 36.62], [6.24, 16.05]]
