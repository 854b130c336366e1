"""The parts of a difference: golden numbers of METHODS 8, and sums that hold for any table."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from keko.data.arrays import Floats
from keko.data.engine import writing
from keko.segments.decomposition import Decomposition, Part, decompose, judged, kitagawa
from keko.segments.measures import Measure
from keko.segments.store import published_models
from keko.segments.tables import Tables
from tests.data.figures import prepare
from tests.segments.figures import model, stored, two_areas


def test_the_golden_example() -> None:
    mix, within = kitagawa(np.array([0.5, 0.5]), np.array([0.8, 0.4]), np.array([0.3, 0.7]), np.array([0.7, 0.5]))
    assert mix == pytest.approx([0.034, 0.026])
    assert within == pytest.approx([0.04, -0.06])
    assert mix.sum() + within.sum() == pytest.approx(0.04)


@st.composite
def sides(draw: st.DrawFn) -> tuple[Floats, Floats, Floats, Floats]:
    size = draw(st.integers(2, 20))
    weights = [draw(arrays(float, size, elements=st.floats(0.001, 1000))) for _ in range(2)]
    rates = [draw(arrays(float, size, elements=st.floats(0, 12))) for _ in range(2)]
    return weights[0] / weights[0].sum(), rates[0], weights[1] / weights[1].sum(), rates[1]


@given(sides())
def test_the_parts_sum_to_the_difference(table: tuple[Floats, Floats, Floats, Floats]) -> None:
    shares, rates, other_shares, other_rates = table
    mix, within = kitagawa(*table)
    assert mix.sum() + within.sum() == pytest.approx(shares @ rates - other_shares @ other_rates, abs=1e-9)
    assert kitagawa(other_shares, other_rates, shares, rates) == (pytest.approx(-mix), pytest.approx(-within))


@given(sides())
def test_equal_groups_leave_no_mix_and_equal_shares_no_within(table: tuple[Floats, Floats, Floats, Floats]) -> None:
    shares, rates, other_shares, other_rates = table
    assert kitagawa(shares, rates, shares, other_rates)[0] == pytest.approx(0)
    assert kitagawa(shares, rates, other_shares, rates)[1] == pytest.approx(0)


def found(engine: sa.Engine, tables: Tables, area: str = "HVA02", **options: str) -> Decomposition:
    with writing(engine) as connection:
        prepare(connection)
        stored(connection, tables)
        published = published_models(connection)["kaksi"]
        return decompose(connection, published, area, "HVA15", "employment", **options)


def test_two_areas_of_a_published_model(engine: sa.Engine) -> None:
    answer = found(engine, two_areas())
    assert (answer.period, answer.area_value, answer.benchmark_value) == (
        "2021",
        pytest.approx(0.6),
        pytest.approx(0.56),
    )
    assert (answer.mix, answer.within, answer.total) == (pytest.approx(0.06), pytest.approx(-0.02), pytest.approx(0.04))
    assert [part.code for part in answer.parts] == ["A", "B"]


@pytest.mark.parametrize(
    ("area", "options", "reason"),
    [
        ("HVA15", {}, "same area"),
        ("HVA05", {}, "no data"),
        ("HVA02", {"period": "2019"}, "no common period"),
        ("HVA02", {"sex": "male"}, "no data"),
    ],
)
def test_what_cannot_be_decomposed_says_why(engine: sa.Engine, area: str, options: dict[str, str], reason: str) -> None:
    answer = found(engine, two_areas(), area, **options)
    assert (answer.reason, answer.total, answer.parts) == (reason, None, ())


def test_hidden_groups_are_taken_together_and_the_sum_still_holds(engine: sa.Engine) -> None:
    """Three groups; two of them hidden in one area."""
    tables = two_areas()
    third = [one[one["segment"] == "B"].assign(segment="C") for one in (tables.sizes, tables.participation)]
    halved = tables.sizes.assign(
        share=tables.sizes["share"].where(tables.sizes["segment"] != "B", tables.sizes["share"] / 2)
    )
    half = third[0].assign(share=third[0]["share"] / 2)
    sizes = Tables.of({"sizes": pd.concat([halved, half])}).sizes
    secret = sizes["segment"].isin(["B", "C"]) & (sizes["area"] == "HVA02")
    sizes = sizes.assign(share=sizes["share"].mask(secret), persons=sizes["persons"].mask(secret))
    months = pd.concat([tables.participation, third[1]], ignore_index=True)
    tables = replace(tables, sizes=sizes, participation=months)
    groups = (*model().model_dump(mode="json")["segments"], {"code": "C", "names": "Ryhmä C"})
    with writing(engine) as connection:
        prepare(connection)
        stored(connection, tables, segments=groups)
        answer = decompose(connection, published_models(connection)["kaksi"], "HVA02", "HVA15", "employment")
    assert [part.code for part in answer.parts] == ["A", "rest"]
    assert answer.total == pytest.approx(0.04)


def parted(*amounts: tuple[float, float]) -> Decomposition:
    parts = tuple(Part(str(n), mix, within, 0, 0, 0, 0) for n, (mix, within) in enumerate(amounts))
    return Decomposition("kaksi", "HVA02", "HVA15", "employment", False, parts=parts)


@pytest.mark.parametrize(
    ("mix", "within", "mostly"),
    [(0.06, -0.02, "mix"), (0.01, 0.05, "within"), (-0.3, 0.1, "mix"), (0.1, -0.3, "within"), (0.1, -0.1, None)],
)
def test_a_difference_is_mostly_of_one_kind(mix: float, within: float, mostly: str | None) -> None:
    assert parted((mix, within)).mostly == mostly


def test_the_largest_parts_stand_and_the_others_are_summed() -> None:
    answer = parted((0.1, 0), (-0.4, 0), (0.2, 0), (-0.3, 0), (0.05, 0))
    parts, rest = answer.largest("mix", 3)
    assert [part.code for part in parts] == ["1", "3", "2"]
    assert rest == pytest.approx(0.15)
    assert answer.largest("mix", 4)[1] is None
    assert [part.code for part in parted((0.1, 0.2), (0.2, 0.3)).largest("within", 3)[0]] == ["1", "0"]


@pytest.mark.parametrize(
    ("measure", "difference", "verdict"),
    [
        ("employment", 0.1, "better"),
        ("employment", -0.1, "worse"),
        ("unemployment", 0.1, "worse"),
        ("disability", -0.1, "better"),
        ("other", 0.1, "higher"),
        ("other", -0.1, "lower"),
    ],
)
def test_more_employment_is_better_and_more_of_the_others_worse(
    measure: Measure, difference: float, verdict: str
) -> None:
    assert judged(measure, difference) == verdict
