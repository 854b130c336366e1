"""Totals that are not the sum of their parts: sexes, and the municipalities of an area."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.indicators.catalogue import Indicator
from keko.intake.arrange.observations import Arranged
from keko.intake.match.history import History
from keko.intake.values.distinct import codes_of

ORDER = 70
KIND = ProblemKind(
    "parts-not-total",
    "warning",
    Text(
        "Rivin {row} luku {value} (sarake ”{column}”, {area}, {period}) ei ole osiensa summa {sum} ({of}): tarkista ne.",
        "Talet {value} på rad {row} (kolumn ”{column}”, {area}, {period}) är inte summan av sina delar, {sum} ({of}): "
        "kontrollera dem.",
        "The figure {value} on row {row} (column “{column}”, {area}, {period}) is not the sum of its parts, {sum} ({of}): "
        "check them.",
    ),
)
_SEXES = Text("miehet ja naiset", "män och kvinnor", "males and females")
_MUNICIPALITIES = Text("kunnat", "kommuner", "municipalities")
_OF_SHARE = 0.001  # persons whose sex or municipality is not known
_ROUNDED = 0.5


def check(arranged: Arranged, areas: Areas, indicators: Sequence[Indicator], before: History) -> list[Problem]:
    """Every total of a count that differs from its parts by more than rounding, where all the parts are there."""
    counts = [index for index, item in enumerate(indicators) if item.kind == "count"]
    rows = arranged.observations
    rows = rows[rows["measure"].isin(counts) & rows["value"].notna()]
    if rows.empty:
        return []
    totals = [*_of_sexes(rows), *_of_municipalities(rows, areas)]
    if not totals:
        return []
    compared = pd.concat(totals)
    wrong = compared[(compared["value"] - compared["sum"]).abs() > _allowed(compared)].sort_values("row", kind="stable")
    places = wrong[["row", "column", "value", "period", "sum", "of"]]
    return KIND.each(places.assign(area=wrong["area"].map(lambda code: areas[code].name)))


def _allowed(compared: pd.DataFrame) -> "pd.Series[float]":
    """What rounding explains: half of the last place for every part and for the total, of thousands half a thousand."""
    value = compared["value"]
    place = next(
        (place for place in (1e6, 1e3, 1.0) if (value != 0).any() and (value == (value / place).round() * place).all()),
        0.1,
    )
    allowed: pd.Series[float] = compared["parts"].clip(upper=4) + 1
    return allowed * _ROUNDED * place + _OF_SHARE * compared["value"].abs()


def _of_sexes(rows: pd.DataFrame) -> Iterable[pd.DataFrame]:
    """The totals of both sexes with the sums of the two."""
    if rows["sex"].nunique() < 3:
        return
    key = codes_of(rows, ["measure", "area", "period", "age", "breakdown"])
    total = rows["sex"] == "total"
    sums = rows["value"].groupby(np.where(total, -1, key)).agg(["sum", "size"]).drop(index=-1, errors="ignore")
    yield _with_sums(rows[total], key[total.to_numpy()], sums[sums["size"] == 2], _SEXES)


def _of_municipalities(rows: pd.DataFrame, areas: Areas) -> Iterable[pd.DataFrame]:
    """For each level above the municipalities its areas with the sums of all their municipalities."""
    level_of = {code: areas[code].level for code in rows["area"].unique()}
    levels = set(level_of.values())
    if "KU" not in levels or len(levels) == 1:
        return
    level_of_row = rows["area"].map(level_of)
    lowest = rows[level_of_row == "KU"]
    for level in sorted(levels - {"KU"}):
        above = {
            code: next((parent for parent in areas.parents(code) if areas[parent].level == level), "")
            for code in lowest["area"].unique()
        }
        both = pd.concat([rows[level_of_row == level], lowest.assign(area=lowest["area"].map(above))])
        key = codes_of(both, ["measure", "area", "period", "sex", "age", "breakdown"])
        count = int((level_of_row == level).sum())
        sums = both["value"].iloc[count:].groupby(key[count:]).agg(["sum", "size"])
        totals = both.iloc[:count]
        complete = _with_sums(totals, key[:count], sums, _MUNICIPALITIES)
        yield complete[complete["parts"] == _expected(complete, areas)]


def _with_sums(
    totals: pd.DataFrame, key: "np.ndarray[tuple[int], np.dtype[np.intp]]", sums: pd.DataFrame, of: Text
) -> pd.DataFrame:
    """The totals that have parts, with their sum and number."""
    own = sums.reindex(key)
    words = pd.Series([of] * len(totals), index=totals.index, dtype=object)
    with_sums = totals.assign(sum=own["sum"].to_numpy(), parts=own["size"].to_numpy(), of=words)
    return with_sums[with_sums["sum"].notna()]


def _expected(totals: pd.DataFrame, areas: Areas) -> "pd.Series[float]":
    """How many municipalities each area had at the time; they change with the year."""
    pairs = totals["area"] + " " + totals["period"].str.slice(0, 4)
    counts = {
        pair: sum(areas[code].existed(pair.split()[1]) for code in areas.municipalities(pair.split()[0]))
        for pair in pairs.unique()
    }
    return pairs.map(counts).astype(np.float64)
