"""Counties in the shape of squares, with figures of every kind."""

from typing import Any

from keko.charts.map_frame import Extent, MapFrame
from keko.charts.tile_grid import PLACES
from keko.indicators.comparing.comparison import compare_many
from keko.indicators.cross_section import CrossSection
from keko.indicators.series import Series
from tests.data.figures import every_area, item, point

ADDRESSES: dict[str, str] = {level: f"/geo/{level}.json" for level in ("HVA", "KU")}
FINLAND = Extent(19.0, 59.5, 31.7, 70.2)
CENTRES = {code: (20.75 + n % 5 * 2, 60.75 + n // 5 * 2) for n, code in enumerate(sorted(PLACES))}
FRAME = MapFrame(ADDRESSES, FINLAND, "HVA02", "HVA15", centres=CENTRES)
WITHOUT: dict[str, str] = {
    "HVA05": "hidden",
    "HVA06": "missing at source",
    "HVA07": "not applicable",
    "HVA08": "below quality",
}


def counties(period: str = "2023", values: bool = True, **options: Any) -> CrossSection:
    """A share of every county from 60 % on; of some none, each for another reason. `options`: of the indicator."""
    codes = every_area().living("HVA")
    series = {
        code: Series("share", code, (point(60.0 + n, period, numerator=600 + 10 * n, denominator=1000),))
        for n, code in enumerate(codes)
    }
    series |= {code: Series("share", code, (point(None, period, status=status),)) for code, status in WITHOUT.items()}
    series["HVA09"] = Series("share", "HVA09")
    if not values:
        series = {code: Series("share", code, (point(None, period, status="hidden"),)) for code in codes}
    share = item(**options)
    comparisons = compare_many([(share, own, series["HVA15"]) for own in series.values()], every_area())
    return CrossSection(
        share, "HVA", period, (period,), series, series["HVA15"], dict(zip(series, comparisons, strict=True))
    )


def square(place: int) -> dict[str, Any]:
    """The shape of a county."""
    west, south = 20.0 + place % 5 * 2, 60.0 + place // 5 * 2
    ring = [[west, south], [west, south + 1.5], [west + 1.5, south + 1.5], [west + 1.5, south], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


FEATURES: list[dict[str, Any]] = [
    {"type": "Feature", "properties": {"code": code}, "geometry": square(n)} for n, code in enumerate(sorted(PLACES))
]
