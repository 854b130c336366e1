"""What is hidden suffices: over linked hierarchies, beside other providers and after earlier releases; if not, it is told."""

from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
import pytest
import sqlalchemy as sa
from hypothesis import example, given, settings
from hypothesis import strategies as st

from keko.data.areas import Area, Areas
from keko.data.drafts import Draft, create_draft
from keko.data.engine import writing
from keko.data.observations import KEY
from keko.data.publishing import publish
from keko.data.releases import current_release
from keko.data.schema import suppression
from keko.data.suppressions import read_suppressions
from keko.data.text import Text
from keko.disclosure.known_figures import known_figures
from keko.disclosure.problems import disclosure_problems
from keko.disclosure.protect import Protected, protect, protect_together
from keko.disclosure.tables import KnownFigures, PublishedTable, Table
from keko.disclosure.verification import given_away
from keko.indicators.catalogue import Indicator
from keko.intake.release.prepare import Delivery, prepare_releases, rolled_up
from keko.intake.release.roll_up import roll_up
from tests.data.figures import (
    ADMIN,
    KEUSOTE,
    areas_of,
    cell,
    counts,
    every_area,
    item,
    prepare,
    protected,
    published,
    rows,
    shares,
)
from tests.disclosure.attack import Attack, Cell, holds

COUNT, SHARE = protected("clients", "count"), protected()
PERIOD = "2023"
SEXES, AGES = ("male", "female"), ("20–34", "35–64")


@cache
def country() -> Areas:
    """Six municipalities in two counties and, across them, two employment areas; one region."""
    places = [f"KU00{n}" for n in range(1, 7)]
    above = {place: (f"HVA0{1 + n // 3}", "MAA", "MK01", f"TA0{1 + n % 2}") for n, place in enumerate(places)}
    codes = [*places, "HVA01", "HVA02", "TA01", "TA02", "MK01", "MAA"]
    known = {code: Area(code, code.rstrip("0123456789"), *[Text.same(code)] * 2, 1000, None, None) for code in codes}
    return Areas(known, above, {}, ())


def table(numbers: list[int], **columns: Any) -> pd.DataFrame:
    """Six municipalities × men and women × two ages, with their totals, rolled up."""
    cube = np.array(numbers, dtype=float).reshape(6, 2, 2)
    cube = np.concatenate([cube.sum(axis=1, keepdims=True), cube], axis=1)
    cube = np.concatenate([cube.sum(axis=2, keepdims=True), cube], axis=2)
    keys = product(sorted(country().parents_of), ("total", *SEXES), ("total", *AGES))
    cells = [
        {"area": a, "sex": s, "age": g, "value": n, **columns} for (a, s, g), n in zip(keys, cube.ravel(), strict=True)
    ]
    return roll_up(rows(*cells), COUNT, country())


def as_table(frame: pd.DataFrame, column: str = "value") -> dict[Cell, float | None]:
    keys = frame[["area", "sex", "age"]].itertuples(index=False, name=None)
    return {key: None if np.isnan(n) else n for key, n in zip(keys, frame[column], strict=True)}


def shown_of(delivered: pd.DataFrame, item: Indicator) -> Protected:
    """What may be published of delivered figures."""
    return protect(rolled_up(delivered, item, every_area()), item, every_area())


def inferable(rows: pd.DataFrame, item: Indicator, areas: Areas) -> pd.DataFrame:
    """What readers can infer of the only release of an indicator."""
    return given_away([PublishedTable(Table.of(item, rows.reset_index(drop=True)), "keusote")], areas)


def small_ones(truth: pd.DataFrame, found: Protected, threshold: int = 5) -> dict[Cell, float]:
    numbers = as_table(truth)
    return {key: n for key, n in numbers.items() if n is not None and 0 < n < threshold}


_number = st.one_of(st.integers(0, 6), st.integers(0, 60))
_numbers = st.lists(_number, min_size=24, max_size=24)


@settings(max_examples=30)
@given(_numbers, st.sampled_from([3, 5, 10]))
def test_no_table_lets_a_small_cell_be_narrowed(numbers: list[int], threshold: int) -> None:
    truth, item = table(numbers), protected("clients", "count", threshold)
    found = protect(truth, item, country())
    assert found.unprotected.empty
    attack = Attack(as_table(found.observations), country(), PERIOD)
    for key, n in small_ones(truth, found, threshold).items():
        assert holds(attack.range_of(key), 1, threshold, n), (key, n, attack.range_of(key))


@settings(max_examples=25)
@given(st.lists(st.tuples(_number, _number), min_size=12, max_size=12))
def test_no_shares_let_one_be_narrowed_by_whoever_knows_the_denominators(pairs: list[tuple[int, int]]) -> None:
    x, n = (np.array(part, dtype=float).reshape(6, 2) for part in ([a for a, _ in pairs], [a + b for a, b in pairs]))
    x, n = (np.column_stack([part.sum(axis=1), part]) for part in (x, n))
    keys = list(product(sorted(country().parents_of), ("total", *SEXES)))
    cells = [
        {"area": a, "sex": s, "numerator": p, "denominator": q, "value": 100 * p / q if q else np.nan}
        for (a, s), p, q in zip(keys, x.ravel(), n.ravel(), strict=True)
    ]
    truth = roll_up(rows(*cells), SHARE, country())
    found = protect(truth, SHARE, country()).observations
    among = {key: float(one or 0) for key, one in as_table(truth, "denominator").items()}
    attack = Attack(as_table(found, "numerator"), country(), PERIOD, upper=among)
    for key, p in as_table(truth, "numerator").items():
        q = among[key]
        if p and 0 < p < 5:
            least, most = attack.range_of(key)
            assert least <= 1 + 1e-6
            assert most >= min(5, q) - 1e-6
        if p is not None and 0 < q - p < 5:
            least, most = attack.range_of(key)
            assert least <= max(q - 5, 0) + 1e-6
            assert most >= q - 1 - 1e-6


def test_the_causes_are_kept_for_the_analyst() -> None:
    found = protect(table([3, *[20] * 23]), COUNT, country())
    causes = found.suppressions.set_index(KEY)["cause"]
    assert causes.value_counts().to_dict() == {"primary": found.primary, "secondary": found.secondary}
    assert causes["KU001", "male", "20–34", "total", PERIOD] == "primary"
    assert len(causes) == found.observations["status"].eq("hidden").sum()


def test_a_partner_that_is_too_small_gets_a_third() -> None:
    found = protect(table([3, 1, 40, 40, 1, 40, 40, 40, *[40] * 16]), COUNT, country())
    assert found.secondary > 0
    assert areas_of(found.observations, status="hidden") <= {f"KU00{n}" for n in range(1, 7)}


def test_the_same_area_by_another_name_is_hidden_too() -> None:
    areas = every_area()
    found = protect(roll_up(counts({code: int(code == "KU106") * 2 for code in KEUSOTE}), COUNT, areas), COUNT, areas)
    assert {"HVA02", "TA14", "KU106"} <= areas_of(found.observations, status="hidden")


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    protect(table([3] * 24), COUNT, country(), progress=lambda done, total: told.append((done, total)))
    assert told
    assert told[-1][0] == told[-1][1] > 0


# --- beside others, and after earlier releases -------------------------------------------------------------------


def others_publish(frame: pd.DataFrame) -> KnownFigures:
    return KnownFigures((PublishedTable(Table.of(COUNT, frame.assign(cause=None)), "tampere"),))


def test_a_total_that_another_provider_shows_hides_one_more() -> None:
    values = dict(zip(KEUSOTE, [3, 90, 80, 70, 60, 50], strict=True))
    own = counts(values)
    assert protect(own, COUNT, every_area()).secondary == 0
    found = protect(own, COUNT, every_area(), others_publish(counts({"HVA02": sum(values.values())})))
    assert (found.primary, found.secondary) == (1, 1)
    assert len(found.observations) == len(own)
    assert found.unprotected.empty


def test_what_another_provider_gives_away_is_not_published() -> None:
    values = dict(zip(KEUSOTE, [3, 90, 80, 70, 60, 50], strict=True))
    others = counts({code: n for code, n in values.items() if code != "KU106"} | {"HVA02": sum(values.values())})
    found = protect(counts(values), COUNT, every_area(), others_publish(others))
    assert areas_of(found.disclosed) == {"KU106"}
    told = disclosure_problems(found, COUNT, every_area())
    assert [(one.code, one.severity) for one in told] == [("disclosed-before", "error")]
    assert "Hyvinkää" in told[0].message.fi


@pytest.fixture
def database(engine: sa.Engine) -> sa.Engine:
    with writing(engine) as connection:
        prepare(connection, COUNT, SHARE)
    return engine


def release(
    connection: sa.Connection, frame: pd.DataFrame, provider: str = "keusote", item: Indicator = COUNT
) -> Protected:
    """Publish what `prepare_releases` makes of the rows."""
    [found] = prepare_releases(connection, [Delivery(item, frame)], every_area(), provider)
    draft = Draft(item.id, provider, found.observations, Text.same("source"), suppressions=found.suppressions)
    publish(connection, [create_draft(connection, draft, ADMIN).id], ADMIN)
    return found


def values(*numbers: int) -> pd.DataFrame:
    return counts(dict(zip(KEUSOTE, numbers, strict=True)))


def test_the_cells_that_were_hidden_stay_the_ones_that_are(database: sa.Engine) -> None:
    with writing(database) as connection:
        first = release(connection, values(3, 9, 90, 80, 70, 60))
        second = release(connection, values(3, 20, 11, 80, 70, 60))
    assert areas_of(first.observations, status="hidden") == {"KU106", "KU186"}
    # KU505 is smaller now, but showing KU186 would tell what KU106 was.
    assert areas_of(second.observations, status="hidden") == {"KU106", "KU186"}
    assert second.disclosed.empty


def test_what_was_shown_before_does_not_serve_to_hide(database: sa.Engine) -> None:
    with writing(database) as connection:
        release(connection, values(30, 9, 90, 80, 70, 60))
        second = release(connection, values(3, 9, 90, 80, 71, 60))
    assert areas_of(second.observations, status="hidden") == {"KU106", "KU611"}
    assert second.disclosed.empty


def test_a_part_that_is_delivered_alone_later_tells_nothing_of_what_was_hidden(database: sa.Engine) -> None:
    with writing(database) as connection:
        release(connection, values(3, 9, 90, 80, 70, 60))
        second = release(connection, counts({"KU186": 9}))
        third = release(connection, counts({"KU505": 91}))
    assert {"KU106", "KU186"} <= areas_of(second.observations, status="hidden")
    assert {"KU106", "KU186"} <= areas_of(third.observations, status="hidden")
    assert third.unprotected.empty
    assert second.disclosed.empty


def test_what_was_shown_before_is_told(database: sa.Engine) -> None:
    with writing(database) as connection:
        published(connection, COUNT.id, "keusote", values(30, 9, 90, 80, 70, 3))  # before the rule was there
        second = release(connection, values(30, 9, 90, 80, 70, 3))
    assert areas_of(second.disclosed, area="KU858") == {"KU858"}
    assert second.unprotected.empty
    told = disclosure_problems(second, COUNT, every_area())
    assert [(one.code, one.severity) for one in told] == [("disclosed-before", "error")]


def test_demo_figures_and_other_indicators_tell_nothing(database: sa.Engine) -> None:
    with writing(database) as connection:
        draft = Draft(COUNT.id, "demo", values(3, 9, 90, 80, 70, 60), Text.same("demo"), is_demo=True)
        publish(connection, [create_draft(connection, draft, ADMIN).id], ADMIN)
        known = known_figures(connection, [Table.of(COUNT, values(3, 9, 90, 80, 70, 60))], "keusote")
    assert known.published == ()


def test_causes_go_with_the_release_and_are_carried_on(database: sa.Engine) -> None:
    with writing(database) as connection:
        release(connection, values(3, 9, 90, 80, 70, 60))
        release(connection, values(300, 900, 900, 800, 700, 600).assign(period="2024"))
        id_ = current_release(connection, COUNT.id, "keusote")
        assert id_ is not None
        stored = read_suppressions(connection, id_)
        assert connection.execute(sa.select(sa.func.count()).select_from(suppression)).scalar_one() == 4
    assert stored.set_index("area")["cause"].to_dict() == {"KU106": "primary", "KU186": "secondary"}


# --- what a reader can infer of what is published ------------------------------------------------------------------


@settings(max_examples=15)
@given(_numbers)
def test_nothing_is_given_away_by_what_protection_lets_through(numbers: list[int]) -> None:
    found = protect(table(numbers), COUNT, country())
    shown = found.observations.merge(found.suppressions, on=KEY, how="left")
    assert inferable(shown, COUNT, country()).empty


_share = st.tuples(st.integers(0, 40), st.integers(0, 40)).filter(any)  # persons, others


def by_sex(persons: list[int], among: list[int], item: Indicator) -> Table:
    """Shares of six municipalities, of men, women and both, rolled up."""
    cube = np.array([persons, among], dtype=float).reshape(2, 6, 2)
    cube = np.concatenate([cube.sum(axis=2, keepdims=True), cube], axis=2).reshape(2, -1)
    keys = product(sorted(country().parents_of), ("total", *SEXES))
    told = [shares({area: tuple(pair)}, sex=sex) for (area, sex), pair in zip(keys, cube.T, strict=True)]
    return Table.of(item, roll_up(pd.concat(told, ignore_index=True), item, country()))


@settings(max_examples=15)
@given(st.lists(_share, min_size=12, max_size=12))
@example([(0, 25), (0, 34), *[(10, 90)] * 10])
def test_the_share_of_so_few_is_not_given_away_by_that_of_more(numbers: list[tuple[int, int]]) -> None:
    """Also where another indicator tells everybody among whom they are counted."""
    secret, persons, among = protected(sensitive=True), [pair[0] for pair in numbers], [sum(pair) for pair in numbers]
    delivered = [by_sex(persons, among, secret), by_sex([n // 2 for n in among], among, item("open"))]
    found = protect_together(delivered, country())
    shown = [part.observations.merge(part.suppressions, on=KEY, how="left") for part in found]
    tables = [Table.of(each.indicator, rows) for each, rows in zip(delivered, shown, strict=True)]
    assert found[0].unprotected.empty
    assert given_away([PublishedTable(table, "keusote") for table in tables], country()).empty


@pytest.mark.parametrize("recorded", [True, False])
def test_a_cell_that_the_others_give_away_is_found(recorded: bool) -> None:
    truth = table([3, *[20] * 23])
    secret = truth["value"].lt(5)
    shown = truth.assign(status=truth["status"].mask(secret, "hidden"), value=truth["value"].mask(secret), cause=None)
    shown.loc[secret, "cause"] = "primary" if recorded else None
    assert areas_of(inferable(shown, COUNT, country())) == {"KU001"}


def test_categories_that_overlap_are_no_sums() -> None:
    whole = {"total": 100, "a": 90, "b": 60, "c": 40}
    frames = [counts({"HVA02": 2 * n, "HVA15": n}, breakdown=name) for name, n in whole.items()]
    shown = pd.concat(frames, ignore_index=True).assign(cause=None)
    secret = shown["area"].eq("HVA15") & shown["breakdown"].isin(["b", "c"])
    shown.loc[secret, ["value", "status", "cause"]] = [np.nan, "hidden", "primary"]
    assert inferable(shown, COUNT, every_area()).empty


def test_the_categories_of_each_division_are_sums_of_their_own() -> None:
    whole = {"total": 100, "education: basic": 3, "education: other": 97, "refugee: yes": 2, "refugee: no": 98}
    frames = [counts({"HVA02": n}, breakdown=name) for name, n in whole.items()]
    found = shown_of(pd.concat(frames, ignore_index=True), COUNT).observations
    hidden = set(found.loc[found["status"] == "hidden", "breakdown"])
    assert hidden == set(whole) - {"total"}


def test_shares_are_looked_at_by_their_numerators_and_by_the_others() -> None:
    parts = {
        "KU106": (97, 100),
        "KU186": (60, 90),
        "KU505": (50, 90),
        "KU543": (45, 90),
        "KU611": (44, 90),
        "KU858": (43, 90),
    }
    found = shown_of(shares(parts), SHARE)
    shown = found.observations.merge(found.suppressions, on=KEY, how="left")
    assert inferable(shown, SHARE, every_area()).empty
    open_ = shown["area"].isin(areas_of(found.suppressions, cause="secondary"))
    for name in ("numerator", "denominator", "value"):
        shown.loc[open_, name] = [
            {"numerator": parts[a][0], "denominator": parts[a][1], "value": 1.0}[name] for a in shown["area"][open_]
        ]
    shown.loc[open_, ["status", "cause"]] = ["final", None]
    assert areas_of(inferable(shown, SHARE, every_area())) == {"KU106"}
    assert cell(shown, "KU106")["status"] == "hidden"
