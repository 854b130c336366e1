"""Standard deviations below nought."""

from collections.abc import Sequence

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.match.history import History

ORDER = 64
KIND = ProblemKind(
    "deviation-negative",
    "error",
    Text(
        "Rivin {row} keskihajonta {deviation} on pienempi kuin nolla: tarkista, että sarake on keskihajonta.",
        "Standardavvikelsen {deviation} på rad {row} är mindre än noll: kontrollera att kolumnen är standardavvikelsen.",
        "The standard deviation {deviation} on row {row} is below zero: check that the column is the standard deviation.",
    ),
)


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Every row with a negative standard deviation."""
    rows = arranged.observations
    return KIND.each(rows.loc[rows["deviation"] < 0, ["row", "column", "deviation"]])
