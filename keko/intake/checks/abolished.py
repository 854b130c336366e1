"""Values for a municipality after it was merged into another."""

from collections.abc import Sequence

import pandas as pd

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.match.history import History
from keko.intake.values.area_problems import day_in_words

ORDER = 30
KIND = ProblemKind(
    "area-abolished",
    "error",
    Text(
        "Rivillä {row} on arvo ajankohdalle {period}, mutta {area} lakkasi {day}: alueen nykyinen kunta on "
        "{successor}.",
        "Rad {row} har ett värde för {period}, men {area} upphörde {day}: området hör nu till kommunen {successor}.",
        "Row {row} has a value for {period}, but {area} was abolished on {day}: its successor is {successor}.",
    ),
)


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Each area and period once, at its first value."""
    rows = arranged.observations
    late = rows[rows["area"].isin(list(areas.successions)) & rows["value"].notna()].drop_duplicates(["area", "period"])
    places = [
        {"row": row, "column": column, "period": period, "area": areas[code].name, **_after(code, areas)}
        for code, period, row, column in late[["area", "period", "row", "column"]].itertuples(index=False)
        if not areas[code].existed(period)
    ]
    return KIND.each(pd.DataFrame(places))


def _after(code: str, areas: Areas) -> dict[str, Text]:
    """The last successor of an area, and the day the area itself ended."""
    heir = areas.successions[code]
    last = heir.new
    while last in areas.successions:
        last = areas.successions[last].new
    return {"successor": areas[last].name, "day": day_in_words(heir.day)}
