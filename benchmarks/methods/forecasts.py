"""How often later values were within the limits of forecasts, by how far ahead they were, and what is shown."""

from collections.abc import Sequence
from unittest.mock import patch

from benchmarks.methods.figures import LEVELS, Open, Real, indicator, remembering, simulated, walks
from benchmarks.methods.tables import Row, Table, per_cent
from keko.data.periods import first_day
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time import forecast
from keko.indicators.over_time.achieved import Coverage
from keko.indicators.over_time.ahead import Model
from keko.indicators.series import Series
from tests.data.figures import every_area

MODELS: dict[Model, str] = {"walk": "satunnaiskulku", "local trend": "vaimeneva suunta"}
MEAN = indicator("mean", "mean")
YEARS = 30
FEWER = 40  # a back-test of thirty years makes sixty forecasts
_HEADS = ("sarjat", "malli", "osui väliin, ja huonoimpana lähtövuonna, askelittain", "näytetään askelta")


def coverage_of_simulated_series(runs: int) -> Table:
    """Of series that are made as the models assume, and of others."""
    runs = runs // FEWER
    kinds = {
        "satunnaiskulku": walks(runs, YEARS),
        "tasainen suunta ja kohina": walks(runs, YEARS, 0.1).cumsum(axis=1) / 10 + remembering(runs, YEARS, 0.0) / 100,
        "suunta, joka muuttuu": (walks(runs, YEARS, 0.1) - 100).cumsum(axis=1),
        "AR(1) 0,5": remembering(runs, YEARS, 0.5),
    }
    rows = [
        row for name, values in kinds.items() for row in _rows(name, MEAN, list(simulated(values, "1990")), (1, 2, 3))
    ]
    return Table("Ennusteiden osuvuus, simuloidut sarjat", _HEADS, rows)


def coverage_of_real_series(real: Open) -> Table:
    """Of real series, every level by itself."""
    rows: list[Row] = []
    for one in real:
        horizons = (1, 2, 3) if one.item.frequency == "year" else (1, 3, 6, 12)
        for level, every in {**one.by_level, **_of_counties(one)}.items():
            rows += _rows(f"{one.name}, {LEVELS[level]}", one.item, every, horizons)
    return Table("Ennusteiden osuvuus, todelliset sarjat", _HEADS, rows)


def _rows(name: str, item: Indicator, every: Sequence[Series], horizons: Sequence[int]) -> list[Row]:
    rows: list[Row] = []
    for model, words in MODELS.items():
        if model != "walk" and item.frequency != "year":
            continue
        with patch.object(forecast, "MODELS", (model,)):
            achieved = forecast.coverage(item, every)
        measured = [_measured(achieved, horizon) for horizon in horizons if horizon in achieved.horizons]
        rows.append((name, words, "; ".join(measured), str(achieved.reach)))
    return rows


def _measured(achieved: Coverage, horizon: int) -> str:
    worst, share = achieved.worst([horizon]), achieved.share([horizon])
    assert worst is not None
    assert share is not None
    return f"{horizon}: {per_cent(share)} ({worst.origin}: {per_cent(worst.share)})"


def _of_counties(one: Real) -> dict[str, list[Series]]:
    """Counts of counties, where they are not delivered: the sums of their municipalities of today."""
    if one.item.kind != "count" or "HVA" in one.by_level:
        return {}
    areas, by_code = every_area(), {own.area: own for own in one.by_level["KU"]}
    counties = []
    for county in areas.of_level("HVA"):
        members = [by_code[code] for code in areas.municipalities(county.code) if code in by_code]
        complete = set.intersection(*({point.period for point in own.valued} for own in members))
        sums = {period: sum((own.at(period) or own.points[0]).value or 0.0 for own in members) for period in complete}
        points = [
            members[0].points[0]._replace(period=period, value=sums[period]) for period in sorted(sums, key=first_day)
        ]
        counties.append(Series("real", county.code, tuple(points)))
    return {"HVA": counties}
