"""Which column of which layer says what municipality a shape is: seen from the codes themselves, not from names."""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from keko.data.areas import Areas
from keko.data.problems import Refused
from keko.sources.boundary_problems import NO_KEY

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

_CODE = re.compile(r"(?:KU)?(\d{1,3})(?:\.0)?", re.IGNORECASE)
_LEAST_SHARE = 0.5  # of the municipalities of today that a column has to know


class CodedLayer(NamedTuple):
    """The layer that was chosen, with the column `code`: KU005 where it is a code, the cell as a text where not."""

    frame: "gpd.GeoDataFrame"
    column: str


def with_codes(frames: list["gpd.GeoDataFrame"], areas: Areas, column: str | None = None) -> CodedLayer:
    """The layer and column with the most municipalities; of a column that is named, the layer.

    Raises:
        Refused: no column has the codes of half of the municipalities.
    """
    known = {area.code for area in areas.of_level("KU")}
    options = [
        (len(known & set(codes)), frame, str(name), codes)
        for frame in frames
        for name in frame.columns.drop("geometry")
        if column is None or name == column
        for codes in [read_codes(frame[name])]
    ]
    best = max(options, key=lambda option: option[0], default=None)
    living = sum(area.valid_to is None for area in areas.of_level("KU"))
    if best is None or best[0] < _LEAST_SHARE * living:
        seen = sorted({str(name) for frame in frames for name in frame.columns.drop("geometry")})
        raise Refused([NO_KEY.at(seen=", ".join(seen[:20]) or "–")])
    _, frame, name, codes = best
    return CodedLayer(frame[["geometry"]].assign(code=codes), name)


def read_codes(cells: "pd.Series[Any]") -> list[str]:
    """The codes in a column, with their level and leading zeros: 5, "005" and "KU005" are KU005."""
    return [_code(cell) for cell in cells]


def _code(cell: object) -> str:
    match = _CODE.fullmatch(str(cell).strip())
    return f"KU{int(match[1]):03}" if match else str(cell)
