"""What is said of a series over time, and of all series of a level together: computed here only, at publishing or for a choice
of a reader's that nothing is stored for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from keko.data.areas import Areas
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.achieved import Coverage
from keko.indicators.over_time.forecast import Forecast, coverage, forecast
from keko.indicators.over_time.process import ProcessChart, process_chart
from keko.indicators.over_time.trend import Trend, breaks_of, trend
from keko.indicators.series import Series


@dataclass(frozen=True)
class Calibration:
    """What all series of a level say together. `coverage`: of forecasts that could have been made earlier for its areas."""

    coverage: Coverage


@dataclass(frozen=True)
class Assessment:
    """What is said of one series over time. `trend`: of yearly figures, `process`: of months and quarters, else None."""

    trend: Trend | None
    process: ProcessChart | None
    forecast: Forecast


def calibrate(item: Indicator, every: Iterable[Series]) -> Calibration:
    """`every`: the series of the sample of a level."""
    return Calibration(coverage(item, every))


def assess(
    item: Indicator,
    series: Series,
    areas: Areas,
    calibration: Calibration,
    rebases: Iterable[date] = (),
) -> Assessment:
    """`calibration`: of the area's level; `rebases`: days from which people have accepted new limits."""
    breaks = breaks_of(series.area, areas)
    yearly = item.frequency == "year"
    return Assessment(
        trend(item, series, breaks) if yearly else None,
        None if yearly else process_chart(item, series, rebases),
        forecast(item, series, breaks, calibration.coverage),
    )
