"""Which values are too uncertain to be read as they stand (METHODS 2)."""

from keko.indicators.catalogue import Indicator
from keko.indicators.series import Point

WIDEST_SHARE = 20.0  # percentage points
WIDEST = 0.6  # of the value


def is_uncertain(item: Indicator, point: Point) -> bool:
    """Whether the 95 % interval is wider than the indicator's quality limit.

    Where the catalogue sets none: 20 percentage points for shares, six tenths of the value for the rest.
    """
    if point.value is None or point.lower is None or point.upper is None:
        return False
    usual = WIDEST_SHARE if item.kind == "proportion" else WIDEST * abs(point.value)
    return point.upper - point.lower > (item.quality_limit or usual)
