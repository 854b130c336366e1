"""What needs attention: what has become worse in the area itself, is short of its target, or is worse than in the benchmark."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from keko.data.areas import Areas
from keko.indicators.catalogue import Indicator
from keko.indicators.gaps import Widening
from keko.indicators.highlights import clarity
from keko.indicators.over_time.change import Change, changes
from keko.indicators.over_time.trend import POINTS, breaks_of, trend
from keko.indicators.situation import Standing

Reason = Literal["worsened", "target", "behind", "special cause", "gap"]


class Short(NamedTuple):
    """How far the newest value is short of a target, with its whole interval: of `target` where its time is up, `is_due`,
    else of the agreed path that leads there, which is at `expected` now. In the indicator's unit; `due`: a period.
    """

    target: float
    due: str
    is_due: bool
    expected: float
    difference: float
    persons: float | None = None


class Evidence(NamedTuple):
    """What more is known of an area's indicator. `is_special`: whether its newest month or quarter is worse than it usually
    varies; `short`: of its target; `gap`: between women and men, where it is wider than some years ago; `changes`: since earlier
    years, where they have been found already.
    """

    is_special: bool = False
    short: Short | None = None
    gap: Widening | None = None
    changes: Sequence[Change] | None = None


class Attention(NamedTuple):
    """An indicator, and why it needs attention: `worsened`, the longest change for the worse that chance does not explain;
    `is_worsening`, whether yearly figures have a trend for the worse; `behind`, whether it is worse than in the benchmark.

    A figure can have worsened and still be better than the benchmark's.
    """

    standing: Standing
    worsened: Change | None
    is_worsening: bool
    behind: bool
    evidence: Evidence = Evidence()

    @property
    def has_worsened(self) -> bool:
        """Whether the area's own figure has become worse."""
        return self.worsened is not None or self.is_worsening

    @property
    def reasons(self) -> list[Reason]:
        """Why, the weightiest first."""
        known, short = self.evidence, self.evidence.short
        found: dict[Reason, bool] = {
            "worsened": self.has_worsened,
            "target": short is not None and short.is_due,
            "behind": self.behind,
            "special cause": known.is_special,
            "gap": known.gap is not None,
        }
        weighty = [reason for reason, is_there in found.items() if is_there]
        return [*weighty, "target"] if short is not None and not short.is_due else weighty

    @property
    def persons(self) -> float | None:
        """About how many persons of the area the weightiest reason is about, where that is known."""
        known, reason = self.evidence, self.reasons[0]
        if reason == "worsened":
            return self.worsened.persons if self.worsened else None
        if reason == "target":
            return known.short.persons if known.short else None
        if reason == "gap":
            return known.gap.persons if known.gap else None
        return self.standing.comparison.persons if reason == "behind" else None

    @property
    def euros(self) -> float | None:
        """What the same would cost in a year by the catalogue's cost of one, where persons and the cost are known."""
        cost, persons = self.standing.item.unit_cost, self.persons
        if cost is None or persons is None or (cost.is_demo and not self.standing.is_demo):
            return None
        return cost.value * persons


def attention(
    standings: Iterable[Standing], areas: Areas, evidence: Mapping[str, Evidence] | None = None
) -> list[Attention]:
    """Those that need it: what has worsened and is behind first, then what has worsened, has missed its target, is behind.

    Among these what is about the most persons comes first; where that is not known, the clearest difference. `evidence`: what
    more is known, by indicator.
    """
    known = evidence or {}
    found = [_judged(standing, areas, known.get(standing.item.id, Evidence())) for standing in standings]
    return sorted((each for each in found if each.reasons), key=_urgency)


def _judged(standing: Standing, areas: Areas, evidence: Evidence) -> Attention:
    breaks, compared = breaks_of(standing.own.area, areas), standing.comparison
    return Attention(
        standing,
        _worsened(standing, changes(standing, breaks) if evidence.changes is None else evidence.changes),
        _is_worsening(standing, breaks),
        compared.verdict == "worse" and compared.is_relevant,
        evidence,
    )


def _worsened(standing: Standing, found: Sequence[Change]) -> Change | None:
    worse = (each for each in reversed(found) if each.verdict == "worsened")
    return next((each for each in worse if is_relevant(standing.item, each.difference)), None)


def _is_worsening(standing: Standing, breaks: Sequence[date]) -> bool:
    """As of a change: judged in the form in which areas are compared, where the published figures go the same way.

    A count that grows with the population has not become worse.
    """
    form = standing.as_compared
    bare, judged = trend(standing.item, standing.own, breaks), trend(form.item, form.own, breaks)
    if judged.judged != "worsened" or judged.slope is None or bare.slope is None:
        return False
    return judged.slope * bare.slope > 0 and is_relevant(form.item, judged.slope * (POINTS - 1))


def is_relevant(item: Indicator, difference: float) -> bool:
    """Whether a difference is as large as what is worth speaking of."""
    return abs(difference) >= (item.least_difference or 0.0)


def _urgency(each: Attention) -> tuple[int, float, float]:
    order: tuple[Reason, ...] = ("worsened", "target", "behind", "special cause", "gap")
    reason = each.reasons[0]
    kind = 0 if reason == "worsened" and each.behind else 1 + order.index(reason)
    if reason == "target" and each.evidence.short and not each.evidence.short.is_due:
        kind = 1 + len(order)
    return kind, -(each.persons or 0.0), -clarity(each.standing.comparison)
