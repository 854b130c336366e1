"""What the overview shows, made once for every view and data version."""

from functools import lru_cache

from keko.indicators.situation import demo_flags
from keko.ui import loads
from keko.ui.loads import DataVersion
from keko.ui.overview.tile import tile
from keko.ui.view import View


@lru_cache(maxsize=200)
def tiles(view: View, version: DataVersion) -> list[str]:
    """The tiles of the headline indicators, in their order, as HTML."""
    standings = loads.situation(loads.headlines(version), view, (), version)
    areas = loads.areas(version)
    is_mixed = len(demo_flags(standings)) > 1
    return [tile(standing, view.question, areas, view.language, tagged=is_mixed) for standing in standings]
