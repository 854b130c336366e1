"""Small cells are hidden, everything of them, and nothing that stays visible gives them away."""

from collections.abc import Iterable
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from keko.data.observations import NUMBERS
from keko.disclosure.protect import Protected, protect
from keko.indicators.catalogue import Indicator
from keko.indicators.intervals import with_limits
from keko.intake.release.roll_up import roll_up
from tests.data.figures import KEUSOTE, areas_of, cell, counts, every_area, item, protected, rows, shares

AREAS = every_area()
SHARE, COUNT = protected(), protected("clients", "count")
NUMBERS_OF_A_CELL = [name for name in NUMBERS if name != "coverage"]


def shown(frame: pd.DataFrame, one: Indicator = COUNT) -> Protected:
    """What may be published of delivered figures."""
    return protect(with_limits(roll_up(frame, one, AREAS), one), one, AREAS)


def hidden(found: Protected, **where: str) -> set[str]:
    return areas_of(found.observations, status="hidden", **where)


@pytest.mark.parametrize(("value", "is_hidden"), [(0, False), (1, True), (4, True), (5, False)])
def test_a_count_below_the_threshold_is_hidden(value: int, is_hidden: bool) -> None:
    found = shown(counts({"HVA02": value}))
    assert hidden(found) == ({"HVA02"} if is_hidden else set())
    assert (found.primary, found.secondary) == (int(is_hidden), 0)


@pytest.mark.parametrize(
    ("x", "n", "is_hidden"),
    [
        (4, 100, True),
        (5, 100, False),
        (0, 100, False),
        (96, 100, True),
        (95, 100, False),
        (100, 100, False),
        (2, 3, True),
    ],
)
def test_a_share_of_few_or_of_all_but_few_is_hidden(x: int, n: int, is_hidden: bool) -> None:
    assert hidden(shown(shares({"HVA02": (x, n)}), SHARE)) == ({"HVA02"} if is_hidden else set())


def test_a_share_whose_cases_follow_from_its_persons_is_hidden() -> None:
    told = rows(
        *({"area": code, "value": n, "denominator": 100} for code, n in (("HVA02", 2), ("HVA15", 98), ("HVA14", 50)))
    )
    assert hidden(shown(told, SHARE)) == {"HVA02", "HVA15"}


@pytest.mark.parametrize(("n", "sensitive", "is_hidden"), [(29, True, True), (30, True, False), (29, False, False)])
def test_a_sensitive_share_needs_thirty_persons(n: int, sensitive: bool, is_hidden: bool) -> None:
    found = shown(shares({"HVA02": (10, n)}), protected(sensitive=sensitive))
    assert hidden(found) == ({"HVA02"} if is_hidden else set())


@pytest.mark.parametrize("kind", ["mean", "median"])
@pytest.mark.parametrize(("n", "is_hidden"), [(4, True), (5, False)])
def test_a_figure_about_few_persons_is_hidden(kind: str, n: int, is_hidden: bool) -> None:
    found = shown(rows({"area": "HVA02", "value": 7, "denominator": n, "deviation": 1}), protected(kind=kind))
    assert hidden(found) == ({"HVA02"} if is_hidden else set())


@pytest.mark.parametrize(("n", "is_hidden"), [(0, False), (1, True), (4, True), (5, False), (29, False)])
def test_a_median_of_few_is_hidden_with_its_quartiles(n: int, is_hidden: bool) -> None:
    one = protected(kind="median", sensitive=True)
    waits = (
        {"area": code, "value": 14, "denominator": size, "q1": 7, "q3": 30}
        for code, size in (("KU186", n), ("KU858", 80))
    )
    found = shown(rows(*waits), one)
    assert hidden(found) == ({"KU186"} if is_hidden else set())
    assert cell(found.observations, "KU186")[NUMBERS_OF_A_CELL].isna().all() == is_hidden
    assert cell(found.observations, "KU858")[["value", "denominator", "q1", "q3"]].tolist() == [14, 80, 7, 30]


@pytest.mark.parametrize(("threshold", "expected"), [(2, set()), (5, {"HVA02"}), (20, {"HVA02", "HVA15"})])
def test_the_threshold_is_the_indicators(threshold: int, expected: set[str]) -> None:
    found = shown(counts({"HVA02": 4, "HVA15": 19, "HVA14": 200}), protected("clients", "count", threshold))
    assert hidden(found) == expected


def test_everything_of_a_hidden_cell_goes_and_why_is_not_told_apart() -> None:
    parts = {
        "KU106": (3, 200),
        "KU186": (10, 200),
        "KU505": (90, 200),
        "KU543": (80, 200),
        "KU611": (70, 200),
        "KU858": (60, 200),
    }
    found = shown(shares(parts), SHARE)
    assert (found.primary, found.secondary) == (1, 1)
    assert hidden(found) == {"KU106", "KU186"}
    for code in ("KU106", "KU186"):
        one = cell(found.observations, code)
        assert one[NUMBERS_OF_A_CELL].isna().all()
        assert (one["status"], one["reason"]) == ("hidden", "small cell")


def test_what_is_not_hidden_stays_as_it_was() -> None:
    delivered = shares({"HVA02": (3, 200), "HVA15": (50, 200)})
    before = with_limits(roll_up(delivered, SHARE, AREAS), SHARE)
    found = shown(delivered, SHARE).observations
    pd.testing.assert_series_equal(cell(found, "HVA15"), cell(before, "HVA15"), check_names=False)


def test_the_smallest_municipality_that_is_not_nought_goes_with_a_hidden_one() -> None:
    found = shown(counts({"KU106": 3, "KU186": 100, "KU505": 9, "KU543": 80, "KU611": 0, "KU858": 60}))
    assert hidden(found) == {"KU106", "KU505"}
    assert cell(found.observations, "HVA02")["value"] == 252


def test_two_hidden_ones_need_no_third() -> None:
    found = shown(counts({"KU106": 3, "KU186": 4, "KU505": 9, "KU543": 80, "KU611": 70, "KU858": 60}))
    assert (hidden(found), found.secondary) == ({"KU106", "KU186"}, 0)


def test_a_total_may_show_where_the_others_in_it_are_not_listed() -> None:
    found = shown(pd.concat([counts({"KU186": 3}), counts({"HVA02": 50})], ignore_index=True))
    assert hidden(found) == {"KU186"}


@pytest.mark.parametrize(("municipality", "above"), [("KU091", {"HVA90", "TA08"}), ("KU398", {"TA19"})])
def test_an_area_of_one_municipality_is_hidden_with_it(municipality: str, above: set[str]) -> None:
    assert hidden(shown(counts({municipality: 3}))) == {municipality, *above}


def test_one_sex_is_not_the_total_less_the_other() -> None:
    parts = {"total": 20, "male": 17, "female": 3}
    found = shown(pd.concat([counts({"HVA02": n}, sex=sex) for sex, n in parts.items()], ignore_index=True))
    assert [hidden(found, sex=sex) for sex in parts] == [set(), {"HVA02"}, {"HVA02"}]


@pytest.mark.parametrize("dimension", ["age", "breakdown"])
def test_one_category_is_not_the_total_less_the_others(dimension: str) -> None:
    parts = {"total": 40, "a": 3, "b": 12, "c": 25}
    found = shown(
        pd.concat([counts({"HVA02": n}, **{dimension: name}) for name, n in parts.items()], ignore_index=True)
    )
    assert [bool(hidden(found, **{dimension: name})) for name in parts] == [False, True, True, False]


@pytest.mark.parametrize("level", ["HVA", "TA", "MK"])
def test_one_area_is_not_the_country_less_the_others(level: str) -> None:
    values = {one.code: 50 + n for n, one in enumerate(AREAS.of_level(level))}
    values[f"{level}02"] = 3
    found = shown(counts(values | {"MAA": sum(values.values())}))
    assert len(hidden(found)) == 2
    assert f"{level}02" in hidden(found)


def test_a_cell_that_the_source_hid_is_protected_as_well() -> None:
    delivered = counts({"KU106": 30, "KU186": 100, "KU505": 90, "KU543": 80, "KU611": 70, "HVA02": 400})
    at_source = rows({"area": "KU858", "status": "hidden", "reason": "hidden at source"})
    found = shown(pd.concat([delivered, at_source], ignore_index=True))
    assert hidden(found) == {"KU858", "KU106"}
    assert (found.primary, found.secondary) == (0, 1)
    assert cell(found.observations, "KU858")["reason"] == "hidden at source"


@pytest.mark.parametrize("kind", ["count", "proportion", "rate", "mean", "median", "other"])
def test_open_data_keep_their_publishers_protection(kind: str) -> None:
    figures = rows(*({"area": code, "value": 1, "numerator": 1, "denominator": 3, "deviation": 1} for code in KEUSOTE))
    found = protect(figures, item(kind=kind), AREAS)
    pd.testing.assert_frame_equal(found.observations, figures)
    assert (found.primary, found.secondary) == (0, 0)


# --- an attack that knows nothing of how cells were chosen -------------------------------------------------------

Sets = list[tuple[int, list[int]]]


def additive_sets(frame: pd.DataFrame) -> Sets:
    """Places of a total and of its parts, for every sum that a reader knows to hold."""
    cells = list(frame[["area", "sex"]].itertuples(index=False, name=None))
    place = {key: n for n, key in enumerate(cells)}
    found: Sets = []
    for area, sex in cells:
        parts = [place[part, sex] for part in AREAS.municipalities(area) - {area} if (part, sex) in place]
        if parts and len(parts) == len(AREAS.municipalities(area)):
            found.append((place[area, sex], parts))
        if sex == "total" and (area, "male") in place:
            found.append((place[area, sex], [place[area, "male"], place[area, "female"]]))
    return found


def range_of(target: int, hidden_ones: Iterable[int], frame: pd.DataFrame, sums: Sets) -> tuple[float, float]:
    """The least and the most that the hidden cell `target` can be, by `sums` and what is visible."""
    unknown = list(hidden_ones)
    values = frame["value"].to_numpy()
    equations, right = [], []
    for total, parts in sums:
        row = np.zeros(len(unknown))
        known = 0.0
        for sign, at in [(-1, total), *((1, part) for part in parts)]:
            if at in unknown:
                row[unknown.index(at)] += sign
            else:
                known += sign * values[at]
        equations.append(row)
        right.append(-known)
    aim = np.zeros(len(unknown))
    aim[unknown.index(target)] = 1
    solved = [linprog(sign * aim, A_eq=np.array(equations), b_eq=right, bounds=(0, None)) for sign in (1, -1)]
    assert all(one.status in {0, 3} for one in solved)
    return tuple(sign * one.fun if one.status == 0 else np.inf for sign, one in zip((1, -1), solved, strict=True))  # type: ignore[return-value]


def table(men: list[int], women: list[int]) -> pd.DataFrame:
    by_sex = {"male": men, "female": women, "total": [m + w for m, w in zip(men, women, strict=True)]}
    return pd.concat(
        [counts(dict(zip(KEUSOTE, n, strict=True)), sex=sex) for sex, n in by_sex.items()], ignore_index=True
    )


_cells = st.lists(st.one_of(st.integers(0, 6), st.integers(0, 60)), min_size=6, max_size=6)


@settings(max_examples=40, deadline=None)
@given(_cells, _cells)
def test_no_hidden_cell_is_a_visible_total_less_the_visible_others(men: list[int], women: list[int]) -> None:
    truth = roll_up(table(men, women), COUNT, AREAS)
    frame = protect(truth, COUNT, AREAS).observations
    assert not frame["value"].between(1, 4).any()
    secret = frame.index[frame["status"].eq("hidden")]
    for total, parts in additive_sets(frame):
        if np.isnan(frame["value"][total]):
            continue
        within = [at for at in parts if at in secret]
        for at in within:
            low, high = range_of(at, within, frame, [(total, parts)])
            assert low <= truth["value"][at] <= high
            # Two noughts that nothing else could be hidden behind have nothing to give away.
            assert high - low > 0.5 or frame["value"][total] == 0


def test_the_attack_finds_what_is_left_open() -> None:
    open_table = roll_up(table([3, 10, 20, 30, 40, 50], [0, 10, 20, 30, 40, 50]), COUNT, AREAS)
    only_primary = open_table.assign(value=open_table["value"].mask(open_table["value"].between(1, 4)))
    secret = list(
        only_primary.index[
            only_primary["value"].isna() & only_primary["area"].ne("MAA") & only_primary["area"].ne("MK01")
        ]
    )
    sums = [one for one in additive_sets(only_primary) if only_primary["area"][one[0]] == "HVA02"]
    found = [range_of(at, secret, only_primary, sums) for at in secret if only_primary["sex"][at] == "male"]
    assert len(found) == 1
    assert found[0] == pytest.approx((3, 3))


def test_a_whole_country_protects_every_county() -> None:
    random = np.random.default_rng(11)
    municipalities = [one.code for one in AREAS.of_level("KU") if one.valid_to is None]
    values = dict(zip(municipalities, random.integers(0, 40, len(municipalities)).tolist(), strict=True)) | {"KU091": 2}
    frame = shown(counts(values, period="2025")).observations
    place = frame.set_index("area")["value"]
    levels = {level: [one.code for one in AREAS.of_level(level)] for level in ("HVA", "TA", "MK")}
    sums = [
        (above, sorted(AREAS.municipalities(above) & set(values)))
        for above in place.index
        if not above.startswith("KU")
    ]
    sums += [("MAA", codes) for codes in levels.values()]
    assert place[["MAA", "HVA02"]].notna().all()
    assert place[["KU091", "HVA90"]].isna().all()
    for total, parts in sums:
        missing = int(place[parts].isna().sum())
        assert np.isnan(place[total]) or missing != 1, (total, parts)


@pytest.mark.parametrize(
    ("men", "women"), list(product([[3, 9, 9, 9, 9, 9]], [[9, 9, 9, 9, 9, 2], [3, 9, 9, 9, 9, 9]]))
)
def test_hiding_is_the_same_every_time(men: list[int], women: list[int]) -> None:
    first, second = (shown(table(men, women)).observations for _ in range(2))
    pd.testing.assert_frame_equal(first, second)
