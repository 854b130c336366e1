"""Quartiles on the wrong side of their median."""

from collections.abc import Sequence

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.match.history import History

ORDER = 62
KIND = ProblemKind(
    "quartiles-crossed",
    "error",
    Text(
        "Rivin {row} alakvartiili {q1}, mediaani {value} ja yläkvartiili {q3} eivät ole suuruusjärjestyksessä: tarkista, "
        "etteivät sarakkeet ole vaihtuneet.",
        "Den undre kvartilen {q1}, medianen {value} och den övre kvartilen {q3} på rad {row} står inte i "
        "storleksordning: kontrollera att kolumnerna inte är omkastade.",
        "The lower quartile {q1}, the median {value} and the upper quartile {q3} on row {row} are not in order of size: "
        "check that the columns are not swapped.",
    ),
)


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Every row whose quartiles are not in order; a mean may lie outside them."""
    rows = arranged.observations
    means = [place for place, item in enumerate(indicators) if item.kind == "mean"]
    outside = (rows["q1"] > rows["value"]) | (rows["value"] > rows["q3"])
    crossed = rows[(outside & ~rows["measure"].isin(means)) | (rows["q1"] > rows["q3"])]
    return KIND.each(crossed[["row", "column", "q1", "value", "q3"]])
