"""Figures that leap from the year before, far beyond what such series do."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.arrays import Flags, Floats, Positions
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.checks.scales import moved
from keko.intake.match.history import Changes, History, published, yearly_changes

ORDER = 90
KIND = ProblemKind(
    "sudden-change",
    "warning",
    Text(
        "Rivin {row} luku {value} (sarake ”{column}”, {area}, {period}) poikkeaa paljon edellisvuodesta ({then}): "
        "tarkista se.",
        "Talet {value} på rad {row} (kolumn ”{column}”, {area}, {period}) avviker mycket från året innan ({then}): "
        "kontrollera det.",
        "The figure {value} on row {row} (column “{column}”, {area}, {period}) is far from that of the year before "
        "({then}): check it.",
    ),
)
LEAP_ASKED = ProblemKind(
    "leap-asked",
    "error",
    Text(
        "Rivin {row} luku {value} (sarake ”{column}”, {area}, {period}) on noin sata- tai tuhatkertainen tai -osainen "
        "edellisvuoteen nähden ({then}): korjaa luku tai kerro kuvauksessa scale: as given.",
        "Talet {value} på rad {row} (kolumn ”{column}”, {area}, {period}) är ungefär hundra eller tusen gånger större eller "
        "mindre än året innan ({then}): rätta talet eller ange scale: as given i beskrivningen.",
        "The figure {value} on row {row} (column “{column}”, {area}, {period}) is about a hundred or a thousand times larger or "
        "smaller than the year before ({then}): correct it or say scale: as given in the mapping.",
    ),
)
_POWERS = (2, 3)
_CLOSE = 0.1
_MADS = 6
_SHARE = 0.3
_OWN_LEAST = 5
_ALL_LEAST = 10
_DEVIATIONS = 4
_LEAST_DEVIATION = 0.02  # a series that never moved tells little of how it may


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Every figure whose change on a year is over 30 per cent and over six median deviations from the usual one.

    What is usual: of the series itself where it has at least five changes, and at least what is usual of the measure.
    A measure whose unit moved is told once, by its own check. A hundredfold or thousandfold change is a question.
    """
    changes = yearly_changes(arranged, published(arranged, indicators, before))
    positive = (changes.now > 0) & (changes.then > 0)
    log = np.log(np.divide(changes.now, changes.then, where=positive, out=np.ones_like(changes.now)))
    other_unit = np.isin(changes.measure, list(moved(arranged, indicators, before)))
    large = (
        (changes.at >= 0) & positive & (np.abs(np.expm1(log)) > _SHARE) & ~other_unit & ~_by_chance(changes, indicators)
    )
    if not large.any():
        return []
    frame = pd.DataFrame({"measure": changes.measure, "series": changes.series, "log": log})
    far = _far(frame[positive], large[positive])
    hit = np.flatnonzero(positive)[far]
    places, asked = _places(arranged, areas, changes, hit), _asked(arranged, changes.measure[hit], log[hit])
    return [*LEAP_ASKED.each(places[asked]), *KIND.each(places[~asked])]


def _asked(arranged: Arranged, measure: Positions, log: Floats) -> Flags:
    """Which changes are a hundredfold or a thousandfold, of measures whose scale nobody has told."""
    power = np.abs(log) / np.log(10)
    near: Flags = np.any([np.abs(power - whole) < _CLOSE for whole in _POWERS], axis=0)
    settled = [index for index, own in enumerate(arranged.measures) if own.settled]
    return near & ~np.isin(measure, settled)


def _by_chance(changes: Changes, indicators: Sequence[Indicator]) -> Flags:
    """Which changes of counts are no more than small counts vary by."""
    counts = [index for index, item in enumerate(indicators) if item.kind == "count"]
    small = np.abs(changes.now - changes.then) <= _DEVIATIONS * np.sqrt(np.abs(changes.now + changes.then))
    return np.isin(changes.measure, counts) & small


def _far(frame: pd.DataFrame, large: Flags) -> Flags:
    """Which large changes are far from the usual one, by the deviations of the series and of the measure."""
    usual = _usual(frame, "measure")
    own = frame[frame["series"].isin(frame["series"][large].unique())]
    statistics = _usual(own, "series").join(usual.add_suffix("_all"))
    long, known = statistics["size"] >= _OWN_LEAST, statistics["size_all"] >= _ALL_LEAST
    middle = statistics["middle"].where(long, statistics["middle_all"])
    deviations = pd.concat([statistics["deviation"].where(long), statistics["deviation_all"].where(known)], axis=1)
    most = _MADS * deviations.max(axis=1).clip(lower=_LEAST_DEVIATION)
    beyond = (own["log"] - middle).abs() > most.where(long | known, np.inf)
    far: Flags = large & beyond.reindex(frame.index, fill_value=False).to_numpy(dtype=bool)
    return far


def _usual(frame: pd.DataFrame, by: str) -> pd.DataFrame:
    """For every change the median of its group, the median deviation from it, and the size of the group."""
    groups = frame.groupby(by)["log"]
    middle = groups.transform("median")
    deviation = (frame["log"] - middle).abs().groupby(frame[by]).transform("median")
    # Of a series that goes up and down by turns, the median is one of the two and the deviation next to nothing.
    least = frame["log"].abs().groupby(frame[by]).transform("median") / 2
    return pd.DataFrame({"middle": middle, "deviation": np.maximum(deviation, least), "size": groups.transform("size")})


def _places(arranged: Arranged, areas: Areas, changes: Changes, hit: Positions) -> pd.DataFrame:
    rows = arranged.observations.iloc[changes.at[hit]]
    names = rows["area"].map(lambda code: areas[code].name)
    measures = rows["measure"].map(lambda index: arranged.measures[index].name)
    return rows[["row", "column", "value", "period"]].assign(area=names, then=changes.then[hit], measure=measures)
