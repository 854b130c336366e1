"""No reader of a published model can tell a small group's number, whichever table it stands in."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

from keko.intake.segments.protection import ProtectedTables, Released, protect_tables
from keko.intake.segments.totals import add_totals
from keko.segments.tables import Tables
from tests.data.figures import KEUSOTE, every_area
from tests.segments.figures import frame, model

GROUPS = ("A", "B")
SMALL = range(1, 5)
Cell = tuple[str, ...]


def sizes(persons: dict[str, tuple[int, int]]) -> pd.DataFrame:
    """Persons of both groups by municipality, and of the county that they make up."""
    county = {"HVA02": tuple(sum(one[n] for one in persons.values()) for n in (0, 1))}
    rows = [
        (area, group, float(n))
        for area, each in (persons | county).items()
        for group, n in zip(GROUPS, each, strict=True)
    ]
    return frame("area segment persons", *rows)


TOWNS = dict(zip(KEUSOTE, [(3, 900), (700, 800), (500, 41), (60, 2), (900, 1200), (1000, 4)], strict=True))


def safe(**tables: pd.DataFrame) -> ProtectedTables:
    return protect_tables(model(), add_totals(Tables.of({"sizes": sizes(TOWNS), **tables})), every_area())


def bounds(
    shown: dict[Cell, float | None], equations: Sequence[tuple[Cell, Sequence[Cell]]], cell: Cell
) -> tuple[float, float]:
    """The least and the greatest number that a cell can be by what shows and adds up (independent of how cells were chosen)."""
    unknown = {one: n for n, one in enumerate(one for one, value in shown.items() if value is None)}
    matrix, right = np.zeros((len(equations), len(unknown))), np.zeros(len(equations))
    for row, (total, parts) in enumerate(equations):
        for one, sign in ((total, -1.0), *((part, 1.0) for part in parts)):
            value = shown[one]
            if value is None:
                matrix[row, unknown[one]] += sign
            else:
                right[row] -= sign * value
    aim = np.zeros(len(unknown))
    aim[unknown[cell]] = 1
    least, most = (linprog(sign * aim, A_eq=matrix, b_eq=right, bounds=(0, None)) for sign in (1, -1))
    return float(least.fun), -float(most.fun) if most.status == 0 else np.inf


def numbers(rows: pd.DataFrame, *keys: str) -> dict[Cell, float | None]:
    values = rows["persons"].astype(object).where(rows["persons"].notna(), None)
    return dict(zip(rows[list(keys)].itertuples(index=False, name=None), values, strict=True))


def test_small_sizes_cannot_be_inferred_from_groups_and_municipalities() -> None:
    found = safe()
    shown = numbers(found.tables.sizes, "area", "segment")
    groups = [((area, "total"), [(area, group) for group in GROUPS]) for area in (*KEUSOTE, "HVA02")]
    county = [(("HVA02", group), [(area, group) for area in KEUSOTE]) for group in (*GROUPS, "total")]
    small = [(area, group) for area, each in TOWNS.items() for group, n in zip(GROUPS, each, strict=True) if n in SMALL]
    assert len(small) == found.primary == 3
    for cell in small:
        assert shown[cell] is None
        least, most = bounds(shown, [*groups, *county], cell)
        assert least <= 1
        assert most >= 5
    hidden = found.tables.sizes[found.tables.sizes["status"] == "hidden"]
    assert hidden[["persons", "share"]].isna().all().all()
    assert found.problems == []


def test_what_is_told_of_a_hidden_segment_goes_with_it() -> None:
    towns = [(area, group) for area in KEUSOTE for group in GROUPS]
    prevalences = frame("area segment share", *((*key, 0.5) for key in towns), factor="language")
    months = frame("area segment mean p10 p90", *((*key, 6, 1, 12) for key in towns), measure="employment")
    found = safe(prevalences=prevalences, participation=months).tables
    keys = ["area", "segment"]
    hidden = set(found.sizes.loc[found.sizes["status"] == "hidden", keys].itertuples(index=False, name=None))
    for table, figures in ((found.prevalences, ["share", "persons"]), (found.participation, ["mean", "p10", "p90"])):
        rows = table[[key in hidden for key in table[keys].itertuples(index=False, name=None)]]
        assert len(rows) >= len(hidden & set(towns))
        assert rows["status"].eq("hidden").all()
        assert rows[figures].isna().all().all()


def test_a_share_of_a_large_segment_is_hidden_when_few_have_the_factor_or_few_lack_it() -> None:
    large = dict.fromkeys(KEUSOTE, (1000, 1000))
    shares = [
        ("KU106", "A", 0.003),
        ("KU186", "A", 0.998),
        *((area, "A", 0.4) for area in KEUSOTE[2:]),
        *((area, "B", 0.4) for area in KEUSOTE),
    ]
    table = frame("area segment share", *shares, factor="language")
    found = protect_tables(model(), add_totals(Tables.of({"sizes": sizes(large), "prevalences": table})), every_area())
    shown = found.tables.prevalences.set_index(["area", "segment"])["share"]
    assert np.isnan(shown["KU106", "A"])
    assert np.isnan(shown["KU186", "A"])
    assert shown.notna().sum() >= 8
    assert found.primary == 2


def test_percentiles_of_a_small_segment_are_not_shown() -> None:
    persons = dict.fromkeys(KEUSOTE, (29, 1000))
    months = frame(
        "area segment mean p10 p90", ("KU106", "A", 6, 1, 12), ("KU106", "B", 6, 1, 12), measure="employment"
    )
    found = protect_tables(
        model(), add_totals(Tables.of({"sizes": sizes(persons), "participation": months})), every_area()
    )
    rows = found.tables.participation.set_index("segment")
    assert (rows.loc["A", "mean"], rows.loc["B", "p90"]) == (6, 12)
    assert np.isnan(rows.loc["A", ["p10", "p90"]].astype(float)).all()


@pytest.mark.parametrize("seed", range(6))
def test_small_flows_cannot_be_inferred_from_the_sizes_that_they_leave_and_reach(seed: int) -> None:
    random = np.random.default_rng(seed)
    codes = ("A", "B", "C", "D")
    moved = random.choice([0, 1, 2, 3, 4, 7, 40, 300], size=(4, 4))
    moved[np.diag_indices(4)] += 400
    rows = [
        ("HVA02", source, target, float(moved[i, j]))
        for i, source in enumerate(codes)
        for j, target in enumerate(codes)
    ]
    flows = frame("area source target persons", *rows).drop(columns=["sex", "age"])
    groups = [{"code": code, "names": code} for code in codes]
    found = protect_tables(model(segments=groups), Tables.of({"flows": flows}), every_area())
    shown = numbers(found.tables.flows, "source", "target")
    sums = {(code, "total"): float(moved[i].sum()) for i, code in enumerate(codes)}
    sums |= {("total", code): float(moved[:, i].sum()) for i, code in enumerate(codes)}
    equations = [((one, "total"), [(one, other) for other in codes]) for one in codes]
    equations += [(("total", one), [(other, one) for other in codes]) for one in codes]
    for i, source in enumerate(codes):
        for j, target in enumerate(codes):
            if moved[i, j] in SMALL:
                assert shown[source, target] is None
                least, most = bounds(shown | sums, equations, (source, target))
                assert least <= 1 + 1e-6
                assert most >= 5 - 1e-6
    assert found.problems == []


def test_what_an_earlier_release_shows_counts() -> None:
    """A town whose small group showed before: it is told that hiding it now does not help."""
    before = add_totals(Tables.of({"sizes": sizes(TOWNS)}))
    found = protect_tables(model(), before, every_area(), earlier=[Released(before)])
    assert {problem.code for problem in found.problems} == {"disclosed-before"}


def test_figures_that_the_producer_has_protected_stay_as_they_are() -> None:
    tables = add_totals(Tables.of({"sizes": sizes(TOWNS)}))
    assert protect_tables(model(disclosure={"rule": "none"}), tables, every_area()).tables is tables
