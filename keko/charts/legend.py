"""How each area of a map looks, and what the looks mean: the same legend for every kind of map."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import floor, log10, sqrt
from typing import Literal, NamedTuple

from keko.charts.map_colours import class_colours, verdict_colour
from keko.charts.palette import Theme, palette
from keko.config import Language
from keko.indicators.classes import WAYS, classified
from keko.indicators.cross_section import CrossSection
from keko.words import maps as words
from keko.words.formats import number, quantity
from keko.words.terms import STATUSES, VERDICT_MARKS, VERDICTS

Pattern = Literal["", "stripes", "upright", "level", "dashed", "empty"]
TOTAL = "total"  # the look of every area that has a total
# What has no value looks like no value: stripes or an outline instead of a ground.
MISSING: dict[str, Pattern] = {
    "hidden": "stripes",
    "below quality": "level",
    "not applicable": "upright",
    "missing at source": "dashed",
    "no data": "empty",
}


@dataclass(frozen=True)
class LegendEntry:
    """One look of areas. `key`: its name in charts; `mark`: a sign beside it; `count`: how many areas look so."""

    key: str
    label: str
    colour: str
    count: int
    mark: str = ""
    pattern: Pattern = ""


class SizeStep(NamedTuple):
    """What a circle of one size means. `share`: its radius as a part of that of the largest figure."""

    value: float
    label: str
    share: float


@dataclass(frozen=True)
class Legend:
    """The entries in their order from above; `entry_keys`: of each area the key of its entry.

    `way`: how values became looks: verdicts (`tulos`), one of the ways of `keko.indicators.classes`, or, of totals, circles
    by size (`koko`), whose `sizes` it explains, the largest first; `largest`: the figure of the largest circle.
    """

    way: str
    entries: tuple[LegendEntry, ...]
    entry_keys: Mapping[str, str]
    sizes: tuple[SizeStep, ...] = ()
    largest: float = 0.0

    def entry(self, area: str) -> LegendEntry:
        """The look of an area."""
        return self._by_key[self.entry_keys[area]]

    @cached_property
    def _by_key(self) -> dict[str, LegendEntry]:
        return {entry.key: entry for entry in self.entries}


def legend_of(section: CrossSection, way: str, language: Language, theme: Theme) -> Legend:
    """Looks by `way`; where nothing is compared with the benchmark, verdicts give way to classes of equal numbers.

    Totals have one look and circles by size, as no area is better for being larger.
    """
    if section.is_total:
        return _by_size(section, language, theme)
    compared = any(comparison.verdict != "not compared" for comparison in section.comparisons.values())
    way = way if way in WAYS or compared else "kvantiilit"
    missing = {area: _missing(section, area) for area in section.series if area not in section.values}
    if way == "tulos":
        valued = {area: str(section.comparisons[area].verdict) for area in section.values}
        entries = _verdicts(Counter(valued.values()), language, theme)
    else:
        places = classified(section.values, next(known for known in WAYS if known == way))
        valued = {area: str(place) for area, place in places.items()}
        entries = _classes(section, places, language, theme)
    return Legend(way, (*entries, *_without(Counter(missing.values()), language, theme)), valued | missing)


def _by_size(section: CrossSection, language: Language, theme: Theme) -> Legend:
    missing = {area: _missing(section, area) for area in section.series if area not in section.values}
    ground = LegendEntry(TOTAL, words.TOTAL.within(language), palette(theme).direction_soft, len(section.values))
    entries = ([ground] if section.values else []) + _without(Counter(missing.values()), language, theme)
    largest = max(section.values.values(), default=0.0)
    keys = dict.fromkeys(section.values, TOTAL) | missing
    return Legend("koko", tuple(entries), keys, _sizes(largest, section, language), largest)


def _sizes(largest: float, section: CrossSection, language: Language) -> tuple[SizeStep, ...]:
    """A round figure near the largest, and a fifth and a twenty-fifth of it, where figures are so small."""
    if largest <= 0:
        return ()
    item, power = section.item, 10.0 ** floor(log10(largest))
    top = next(power * n for n in (5, 2, 1) if power * n <= largest)
    least = max(10.0**-item.decimals, min(section.values.values()) / 2)
    steps = [top, *(step for step in (top / 5, top / 25) if step >= least)]
    return tuple(
        SizeStep(step, quantity(step, item.decimals, item.unit, language), sqrt(step / largest)) for step in steps
    )


def _missing(section: CrossSection, area: str) -> str:
    point = section.points.get(area)
    return point.status if point is not None and point.status in MISSING else "no data"


def _verdicts(counts: Counter[str], language: Language, theme: Theme) -> list[LegendEntry]:
    return [
        LegendEntry(name, word.within(language), verdict_colour(name, theme), counts[name], VERDICT_MARKS[name])
        for name, word in VERDICTS.items()
        if counts[name]
    ]


def _classes(section: CrossSection, places: Mapping[str, int], language: Language, theme: Theme) -> list[LegendEntry]:
    """The classes by the values that are in them, the highest first."""
    count = max(places.values(), default=-1) + 1
    colours = class_colours(count, section.item.polarity, theme)
    entries = []
    for place in reversed(range(count)):
        values = [section.values[area] for area, position in places.items() if position == place]
        ends = dict.fromkeys(number(value, section.item.decimals, language) for value in (min(values), max(values)))
        label = "–".join(ends) + _direction(section, place, count, language)
        entries.append(LegendEntry(str(place), label, colours[place], len(values)))
    return entries


def _direction(section: CrossSection, place: int, count: int, language: Language) -> str:
    """Which end of the scale is better."""
    if section.item.polarity == "none" or count < 2 or place not in {0, count - 1}:
        return ""
    is_better = (place > 0) == (section.item.polarity == "higher")
    return f" ({(words.BETTER if is_better else words.WORSE).within(language)})"


def _without(counts: Counter[str], language: Language, theme: Theme) -> list[LegendEntry]:
    colours = palette(theme)
    return [
        LegendEntry(key, STATUSES.get(key, words.NO_DATA).within(language), colours.paper, counts[key], pattern=pattern)
        for key, pattern in MISSING.items()
        if counts[key]
    ]
