"""Age-standardised rates: published numbers, the standard population, and few events."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keko.indicators.intervals import poisson
from keko.indicators.standard import EUROPE_2013, Stratum, standardised, working_ages

COUNTS = st.lists(st.tuples(st.integers(0, 50), st.integers(100, 5000)), min_size=9, max_size=9)


def test_the_rate_is_as_published() -> None:
    # Down's syndrome, fifth and later children, Michigan 1950–1964: Fay & Feuer 1997, Statistics in Medicine 16:791–801;
    # the rate as the vignette of R's dsrTest prints it, 75.52901.
    cases = (0, 8, 63, 112, 262, 295)
    births = (327, 30666, 123419, 149919, 104088, 34392)
    every_birth = (319933, 931318, 786511, 488235, 237863, 61313)
    strata = {age: Stratum(*row) for age, row in zip("abcdef", zip(cases, births, strict=True), strict=True)}
    found = standardised(strata, 1e5, standard=dict(zip("abcdef", every_birth, strict=True)))
    assert found is not None
    assert found.rate == pytest.approx(75.52901, abs=1e-5)
    # Dobson, Kuulasmaa, Eberle & Scherer 1991, Statistics in Medicine 10:457–462, written out.
    weights = [w / sum(every_birth) / n for w, n in zip(every_birth, births, strict=True)]
    spread = (sum(w**2 * x for w, x in zip(weights, cases, strict=True)) / 740) ** 0.5
    limits = [float(limit) for limit in poisson(740)]
    assert found.lower == pytest.approx(found.rate + 1e5 * spread * (limits[0] - 740))
    assert found.upper == pytest.approx(found.rate + 1e5 * spread * (limits[1] - 740))


def test_the_standard_population_is_that_of_2013() -> None:
    assert sum(EUROPE_2013.values()) == 100_000
    assert len(EUROPE_2013) == 19
    assert sum(EUROPE_2013[age] for age in working_ages(20, 64)) == 59_000
    assert working_ages(15, 74)[::11] == ("15–19", "70–74")


@pytest.mark.parametrize(("first", "last"), [(18, 64), (20, 63), (64, 20)])
def test_ages_that_cut_a_group_are_refused(first: int, last: int) -> None:
    with pytest.raises(ValueError, match="not whole age groups"):
        working_ages(first, last)


def test_one_group_alone_has_its_own_rate_and_limits() -> None:
    found = standardised({"20–24": Stratum(65, 1000)}, 1000)
    assert found == pytest.approx((65, *(float(limit) for limit in poisson(65))))


@pytest.mark.parametrize(("events", "persons", "there"), [(9, 500, False), (10, 500, True), (10, 0, False)])
def test_fewer_than_ten_events_have_no_rate(events: int, persons: int, there: bool) -> None:
    strata = {"20–24": Stratum(events, persons), "25–29": Stratum(0, 500)}
    assert (standardised(strata, 1000) is not None) == there


def test_an_unknown_age_group_is_an_error() -> None:
    with pytest.raises(KeyError):
        standardised({"20-24": Stratum(20, 500)}, 1000)


@given(COUNTS, st.sampled_from([0.95, 0.998]))
def test_the_rate_is_between_its_limits_and_between_the_groups(
    counts: list[tuple[int, int]], confidence: float
) -> None:
    strata = dict(zip(working_ages(20, 64), (Stratum(*row) for row in counts), strict=True))
    found = standardised(strata, 1000, confidence)
    if found is None:
        assert sum(row[0] for row in counts) < 10
    else:
        assert found.lower < found.rate < found.upper
        rates = [1000 * x / n for x, n in counts]
        assert min(rates) - 1e-9 <= found.rate <= max(rates) + 1e-9
