"""What needs attention: what has become worse in the area itself, and what is worse than in the benchmark."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from keko.data.areas import Areas
from keko.indicators.catalogue import Indicator
from keko.indicators.highlights import clarity
from keko.indicators.over_time.change import Change, changes
from keko.indicators.over_time.trend import POINTS, breaks_of, trend
from keko.indicators.situation import Standing


class Attention(NamedTuple):
    """An indicator, and why it needs attention: `worsened`, the longest change for the worse that chance does not explain;
    `is_worsening`, whether yearly figures have a trend for the worse; `behind`, whether it is worse than in the benchmark.

    A figure can have worsened and still be better than the benchmark's.
    """

    standing: Standing
    worsened: Change | None
    is_worsening: bool
    behind: bool

    @property
    def has_worsened(self) -> bool:
        """Whether the area's own figure has become worse."""
        return self.worsened is not None or self.is_worsening

    @property
    def persons(self) -> float | None:
        """About how many persons of the area it is about, where that is known."""
        if self.has_worsened:
            return self.worsened.persons if self.worsened else None
        return self.standing.comparison.persons


def attention(standings: Iterable[Standing], areas: Areas) -> list[Attention]:
    """Those that need it: what has worsened and is behind first, then what has worsened, then what is behind.

    Among these what is about the most persons comes first; where that is not known, the clearest difference.
    """
    found = [_judged(standing, areas) for standing in standings]
    needing = [each for each in found if each.has_worsened or each.behind]
    return sorted(needing, key=_urgency)


def _judged(standing: Standing, areas: Areas) -> Attention:
    breaks, compared = breaks_of(standing.own.area, areas), standing.comparison
    return Attention(
        standing,
        _worsened(standing, changes(standing, breaks)),
        _is_worsening(standing, breaks),
        compared.verdict == "worse" and compared.is_relevant,
    )


def _worsened(standing: Standing, found: Sequence[Change]) -> Change | None:
    worse = (each for each in reversed(found) if each.verdict == "worsened")
    return next((each for each in worse if _is_relevant(standing.item, each.difference)), None)


def _is_worsening(standing: Standing, breaks: Sequence[date]) -> bool:
    """As of a change: judged in the form in which areas are compared, where the published figures go the same way.

    A count that grows with the population has not become worse.
    """
    form = standing.as_compared
    bare, judged = trend(standing.item, standing.own, breaks), trend(form.item, form.own, breaks)
    if judged.judged != "worsened" or judged.slope is None or bare.slope is None:
        return False
    return judged.slope * bare.slope > 0 and _is_relevant(form.item, judged.slope * (POINTS - 1))


def _is_relevant(item: Indicator, difference: float) -> bool:
    return abs(difference) >= (item.least_difference or 0.0)


def _urgency(each: Attention) -> tuple[int, float, float]:
    kind = (0 if each.behind else 1) if each.has_worsened else 2
    return kind, -(each.persons or 0.0), -clarity(each.standing.comparison)
