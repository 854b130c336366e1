"""What readers would see change: verdicts before a publication and after it."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from keko.data.areas import WHOLE_COUNTRY, Areas
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.comparison import Verdict
from keko.indicators.situation import standings

Pair = tuple[str, str]
Verdicts = dict[tuple[str, Pair], Verdict]


@dataclass(frozen=True)
class Consequence:
    """One comparison whose verdict the publication turns."""

    indicator: str
    area: str
    benchmark: str
    before: Verdict
    after: Verdict


def watched(areas: Areas, area: str, benchmark: str) -> list[Pair]:
    """The comparisons that are watched: the one an installation opens with, and every county beside the country."""
    counties = [county.code for county in areas.of_level("HVA")]
    return list(dict.fromkeys([(area, benchmark), *((code, WHOLE_COUNTRY) for code in counties)]))


def verdicts(
    connection: sa.Connection, indicators: Sequence[Indicator], areas: Areas, pairs: Sequence[Pair]
) -> Verdicts:
    """The verdict of every indicator on every pair, as readers see it now."""
    return {
        (standing.item.id, pair): standing.comparison.verdict
        for pair in pairs
        for standing in standings(connection, indicators, areas, *pair)
    }


def consequences(before: Verdicts, after: Verdicts) -> list[Consequence]:
    """The comparisons that turned."""
    return [
        Consequence(indicator, *pair, before[indicator, pair], verdict)
        for (indicator, pair), verdict in after.items()
        if before[indicator, pair] != verdict
    ]
