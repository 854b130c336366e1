"""How many months are called out of the ordinary, with limits on the level and on the change."""

from collections.abc import Iterable
from math import inf
from unittest.mock import patch

import numpy as np

from benchmarks.methods.figures import LEVELS, Open, indicator, remembering, simulated, walks
from benchmarks.methods.tables import Row, Table, per_cent
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time import process
from keko.indicators.over_time.process import ProcessChart, process_chart
from keko.indicators.series import Series

COUNT = indicator("count", "count", "month")
MONTHS = 120
FEWER = 10  # a chart takes longer than a trend


def marked_simulated_months(runs: int) -> Table:
    """Of months in which nothing happens, how many are marked."""
    runs = runs // FEWER
    kinds = {
        "riippumattomat kuukaudet": remembering(runs, MONTHS, 0.0),
        "AR(1) 0,3": remembering(runs, MONTHS, 0.3),
        "AR(1) 0,8": remembering(runs, MONTHS, 0.8),
        "satunnaiskulku": 100 * np.exp((walks(runs, MONTHS) - 100) / 50),
    }
    rows = [_row(name, COUNT, list(simulated(values, "2014-01"))) for name, values in kinds.items()]
    return Table("Poikkeaviksi merkityt kuukaudet, simuloidut sarjat", _HEADS, rows)


def marked_real_months(real: Open) -> Table:
    """Of real months, how many are marked."""
    rows = [
        _row(f"{one.name}, {LEVELS[level]}", one.item, every)
        for one in real
        if one.item.frequency == "month"
        for level, every in one.by_level.items()
    ]
    return Table("Poikkeaviksi merkityt kuukaudet, todelliset sarjat", _HEADS, rows)


_HEADS = (
    "sarjat",
    "rajat tasolla, aina",
    "rajat kuten KEKO ne valitsee",
    "joista rajan ulkopuolella",
    "rajat muutoksella",
)


def _row(name: str, item: Indicator, every: list[Series]) -> Row:
    with patch.object(process, "LEAST_TO_REMEMBER", inf):  # as if no series remembered
        of_levels = [process_chart(item, own) for own in every]
    charts = [process_chart(item, own) for own in every]
    of_changes = sum(chart.of != "level" for chart in charts) / len(charts)
    rates = (_marked(of_levels), _marked(charts), _marked(charts, {"outside"}), of_changes)
    return (name, *(per_cent(rate, 1) for rate in rates))


def _marked(charts: Iterable[ProcessChart], causes: set[str] | None = None) -> float:
    points = [point for chart in charts for point in chart.points]
    return sum(bool(point.cause) and (causes is None or point.cause in causes) for point in points) / len(points)
