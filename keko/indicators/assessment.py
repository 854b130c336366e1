"""What is said of a series over time, and of all series of a level together: computed here only, at publishing or for a choice
of a reader's that nothing is stored for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from keko.data.areas import Areas
from keko.indicators.achieved import Coverage
from keko.indicators.catalogue import Indicator
from keko.indicators.forecast import Forecast, coverage, forecast
from keko.indicators.process import ProcessChart, process_chart
from keko.indicators.series import Series
from keko.indicators.trend import Trend, breaks_of, trend

LEVELS = ("HVA", "TA", "MK", "KU")
TESTED = 60  # series of a level whose forecasts are tested at most


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


def level_of(area: str, areas: Areas) -> str:
    """The level that an area's forecasts are tested at: its own; of the country and of sets that of counties."""
    level = areas[area].level
    return level if level in LEVELS else "HVA"


def calibrate(item: Indicator, every: Sequence[Series]) -> Calibration:
    """`every`: the series of all living areas of a level, in the order of their codes.

    Forecasts of more than `TESTED` are tested on so many that stand at equal distances in that order.
    """
    return Calibration(coverage(item, every[:: -(-len(every) // TESTED) or 1]))


def assess(
    item: Indicator,
    series: Series,
    areas: Areas,
    calibration: Calibration,
    rebases: Iterable[date] = (),
) -> Assessment:
    """`calibration`: of the area's `level_of`; `rebases`: days from which people have accepted new limits."""
    breaks = breaks_of(series.area, areas)
    yearly = item.frequency == "year"
    return Assessment(
        trend(item, series, breaks) if yearly else None,
        None if yearly else process_chart(item, series, rebases),
        forecast(item, series, breaks, calibration.coverage),
    )
