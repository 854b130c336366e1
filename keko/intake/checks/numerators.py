"""More cases than there are persons among whom they are counted."""

from collections.abc import Sequence

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.match.history import History

ORDER = 50
KIND = ProblemKind(
    "numerator-above-denominator",
    "warning",
    Text(
        "Rivin {row} osoittaja {numerator} on suurempi kuin nimittäjä {denominator}: tarkista, etteivät sarakkeet "
        "ole vaihtuneet.",
        "Täljaren {numerator} på rad {row} är större än nämnaren {denominator}: kontrollera att kolumnerna inte är "
        "omkastade.",
        "The numerator {numerator} on row {row} is larger than the denominator {denominator}: check that the columns "
        "are not swapped.",
    ),
)


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Every row where the numerator is larger."""
    rows = arranged.observations
    wrong = rows[rows["numerator"] > rows["denominator"]]
    return KIND.each(wrong[["row", "column", "numerator", "denominator"]])
