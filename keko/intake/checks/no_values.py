"""A file without a single value."""

from collections.abc import Sequence

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind, errors
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.match.history import History

ORDER = 10
KIND = ProblemKind(
    "no-values",
    "error",
    Text(
        "Tiedostossa ei ole yhtään arvoa: kaikki arvosarakkeen solut ovat tyhjiä tai puuttuvia.",
        "Filen har inte ett enda värde: alla celler för värden är tomma eller saknas.",
        "The file has no values: every cell for a value is empty or missing.",
    ),
)


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Silent where another error already tells why there are none."""
    if errors(arranged.problems) or arranged.observations["value"].notna().any():
        return []
    return [KIND.at()]
