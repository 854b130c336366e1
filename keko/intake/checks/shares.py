"""Shares below nought or above a hundred per cent."""

from collections.abc import Sequence

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.measure_names import Measure
from keko.intake.arrange.observations import Arranged
from keko.intake.match.history import History
from keko.intake.values.headings import names_change

ORDER = 40
KIND = ProblemKind(
    "share-outside-range",
    "warning",
    Text(
        "Rivin {row} osuus {value} (sarake ”{column}”) ei ole välillä 0–100 %: tarkista arvo ja yksikkö.",
        "Andelen {value} på rad {row} (kolumn ”{column}”) ligger inte mellan 0 och 100 %: kontrollera värdet och "
        "enheten.",
        "The share {value} on row {row} (column “{column}”) is not between 0 and 100%: check the value and the unit.",
    ),
)


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Every share outside the range."""
    kinds = [item.kind for item in indicators] or ["other"] * len(arranged.measures)
    shares = [
        index
        for index, (measure, kind) in enumerate(zip(arranged.measures, kinds, strict=True))
        if kind == "proportion" or (kind == "other" and _is_share(measure))
    ]
    rows = arranged.observations
    outside = rows[rows["measure"].isin(shares) & ((rows["value"] < 0) | (rows["value"] > 100))]
    return KIND.each(outside[["row", "column", "value"]])


def _is_share(measure: Measure) -> bool:
    """Whether the file's words make it a share: in per cent, and no change in per cent."""
    return measure.unit == "%" and not names_change(measure.name)
