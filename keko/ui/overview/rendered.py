"""What the overview shows, made once for every view and data version."""

from typing import NamedTuple

from keko.indicators.attention import attention
from keko.indicators.situation import Standing, demo_flags
from keko.ui import loads
from keko.ui.kept import kept
from keko.ui.loads import DataVersion
from keko.ui.overview.highlights import highlights
from keko.ui.overview.tile import tile
from keko.ui.view import View
from keko.words.overview import overview_finding


class OverviewText(NamedTuple):
    """What is said of the headline indicators: `finding` first, then `lines` of HTML. `periods`: of their newest figures."""

    finding: str
    lines: str
    demo_flags: frozenset[bool]
    periods: tuple[str, ...]


@kept(200)
def text(view: View, version: DataVersion) -> OverviewText:
    """The words above the tiles."""
    every = standings(view, version)
    needing = attention(every, loads.areas(version))
    return OverviewText(
        overview_finding(every, needing, view.language),
        highlights(every, needing, view.language),
        demo_flags(every),
        tuple(standing.latest.period for standing in every if standing.latest),
    )


@kept(200)
def tiles(view: View, version: DataVersion) -> list[tuple[str, str]]:
    """The headline indicators in their order: the id, and the tile as HTML."""
    every, areas = standings(view, version), loads.areas(version)
    is_mixed = len(demo_flags(every)) > 1
    return [
        (standing.item.id, tile(standing, view.question, areas, view.language, tagged=is_mixed)) for standing in every
    ]


def standings(view: View, version: DataVersion) -> list[Standing]:
    """The area's standing on each of its headline indicators."""
    return loads.situation(loads.headlines(view.area, version), view, (), version)
