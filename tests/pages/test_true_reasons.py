"""A blank says why it is blank: for every indicator, level of areas and sex what the database says of it, or has instead."""

from functools import cache

import pytest
import sqlalchemy as sa

from keko.data.releases import visible_releases
from keko.data.schema import observation
from keko.indicators.absence import absence
from keko.indicators.reasons import Absence
from keko.indicators.series import SEXES
from keko.ui import loads
from keko.ui.benchmark import queries
from keko.ui.benchmark.cells import value_cell
from keko.ui.benchmark.scene import BenchmarkScene
from keko.ui.view import View
from keko.words.sentences import value_in_words, verdict_in_words
from keko.words.terms import ABSENCES

pytestmark = pytest.mark.usefixtures("demo")

PLACES = ("MAA", "HVA02", "TA14", "MK01", "KU505", "KU611", "HVA91")
Cells = dict[tuple[str, str, str], str | None]  # sex, age, breakdown → status of the newest row, None with a value


@cache
def stored(area: str, _: str) -> dict[str, Cells]:
    """What the database holds of an area: by indicator, the status of the newest row of each cell, None with any value."""
    visible, cell = visible_releases().subquery(), observation.c
    query = (
        sa.select(visible.c.indicator, cell.sex, cell.age, cell.breakdown, cell.status, cell.value)
        .join(visible, visible.c.release == cell.release)
        .where(cell.area == area)
        .order_by(cell.period)
    )
    found: dict[str, Cells] = {}
    with loads.engine().connect() as connection:
        for indicator, sex, age, breakdown, status, value in connection.execute(query):
            cells = found.setdefault(indicator, {})
            key = (sex, age, breakdown)
            known = cells.get(key, status)
            cells[key] = None if value is not None or known is None else status
    return found


@cache
def at_level(level: str, _: str) -> frozenset[str]:
    visible, cell = visible_releases().subquery(), observation.c
    query = sa.select(visible.c.indicator).join(observation, visible.c.release == cell.release).distinct()
    with loads.engine().connect() as connection:
        return frozenset(connection.execute(query.where(cell.area.like(f"{level}%"))).scalars())


def expected(indicator: str, area: str, sex: str, database: str) -> str | None:
    """The status of the newest figure, or what there is instead of it; None where there is a value."""
    cells = stored(area, database).get(indicator)
    if cells is None:
        level = area.rstrip("0123456789")
        return "no data" if indicator in at_level(level, database) else "not at level"
    key = (sex, "total", "total")
    if key in cells:
        return cells[key]
    return "not by sex" if sex != "total" and ("total", "total", "total") in cells else "only by category"


@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("area", PLACES)
def test_the_reason_of_a_blank_is_what_the_database_says(area: str, sex: str, demo_url: str) -> None:
    version = loads.version()
    view = View(area, "HVA15" if area != "HVA15" else "MAA", "fi", sex=sex)
    ids = loads.with_figures(version)
    assert len(ids) > 50
    for standing in loads.situation(ids, view, (), version):
        why = absence(standing.own)
        assert why == expected(standing.item.id, area, sex, demo_url), standing.item.id
        if why is None:
            continue
        said = value_in_words(standing, "fi").lower()
        assert _words(why) in said
        assert standing.comparison.reason == why, standing.item.id
        assert _words(why) in verdict_in_words(standing.comparison, "fi")


@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("area", PLACES)
def test_the_table_of_the_benchmark_says_the_same_reason(area: str, sex: str) -> None:
    version = loads.version()
    view = View(area, "HVA15", "fi", sex=sex, picture="asema")
    scene = BenchmarkScene(view, loads.areas(version), queries.benchmark(view, version))
    blanks = [
        (row, side, why)
        for row in scene.rows
        for side, series, value in (
            ("area", row.standing.own, row.comparison.area_value),
            ("benchmark", row.standing.benchmark, row.comparison.benchmark_value),
        )
        if value is None and (why := absence(series)) is not None
    ]
    for row, side, why in blanks:
        assert _words(why) in value_cell(None, row, side, scene).html, row.standing.item.id  # type: ignore[arg-type]
    assert ("not by sex" in {why for _, _, why in blanks}) == (sex != "total")


def test_a_period_before_the_first_figures_is_the_reason() -> None:
    version = loads.version()
    view = View("HVA02", "HVA15", "fi", period="1950")
    reasons = {
        standing.comparison.reason
        for standing in loads.situation(loads.headlines(view.area, version), view, (), version)
    }
    assert reasons == {"not then"}


def _words(why: Absence) -> str:
    """What a reason reads in Finnish, of a point as of a whole series."""
    return "tieto puuttuu" if why == "missing at source" else ABSENCES[why].fi
