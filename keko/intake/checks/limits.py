"""Confidence limits the wrong way round."""

from collections.abc import Sequence

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.match.history import History

ORDER = 60
KIND = ProblemKind(
    "limits-crossed",
    "warning",
    Text(
        "Rivin {row} alaraja {lower} on suurempi kuin yläraja {upper}: tarkista, etteivät sarakkeet ole vaihtuneet.",
        "Den undre gränsen {lower} på rad {row} är större än den övre {upper}: kontrollera att kolumnerna inte är "
        "omkastade.",
        "The lower limit {lower} on row {row} is larger than the upper {upper}: check that the columns are not "
        "swapped.",
    ),
)


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Every row where the limits cross."""
    rows = arranged.observations
    crossed = rows[rows["lower"] > rows["upper"]]
    return KIND.each(crossed[["row", "column", "lower", "upper"]])
