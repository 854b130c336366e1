"""Two values for the same thing."""

from collections.abc import Sequence

import numpy as np

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.match.history import History

ORDER = 20
KIND = ProblemKind(
    "duplicate-key",
    "error",
    Text(
        "Riveillä {first} ja {row} on arvo samalle alueelle ja ajankohdalle ({area}, {period}): poista toinen tai "
        "erota ne toisistaan.",
        "Raderna {first} och {row} har ett värde för samma område och tidpunkt ({area}, {period}): ta bort det ena "
        "eller skilj dem åt.",
        "Rows {first} and {row} have a value for the same area and period ({area}, {period}): remove one or tell "
        "them apart.",
    ),
)
_KEY = ["measure", "area", "period", "sex", "age", "breakdown"]


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Each doubled key once, with its first two rows. Measures that are the same indicator count as the same."""
    row_keys = arranged.observations[_KEY]
    if indicators:
        ids = [item.id for item in indicators]
        same = np.array([ids.index(id_) for id_ in ids])
        row_keys = row_keys.assign(measure=same[row_keys["measure"].to_numpy()])
    if not row_keys.duplicated().any():
        return []
    doubled = arranged.observations.assign(measure=row_keys["measure"])[row_keys.duplicated(keep=False)]
    groups = doubled.groupby(_KEY, sort=False)
    second = doubled[groups.cumcount() == 1]
    places = second[["row", "column", "period"]].assign(
        first=groups["row"].transform("first")[second.index],
        area=second["area"].map(lambda code: areas[code].name),
    )
    return KIND.each(places)
