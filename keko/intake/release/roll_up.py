"""From municipalities to counties, employment areas, regions and the country (METHODS 1).

Numerators and denominators are summed, never rates averaged; what a source delivers for an area wins.
"""

import numpy as np
import pandas as pd

from keko.data.areas import Area, Areas
from keko.data.arrays import Floats
from keko.data.observations import KEY, shaped
from keko.indicators.catalogue import Indicator
from keko.intake.values.distinct import codes_of

GROUP = ["sex", "age", "breakdown", "period"]

# Why a roll-up has no value. The words are codes too: they are stored, and shown in the reader's language.
NO_DENOMINATORS = "no denominators"
NOT_ADDITIVE = "not additive"
MEDIAN = "median"
MEMBERS_MISSING = "members missing"
MEMBERS_HIDDEN = "members hidden"


def roll_up(delivered: pd.DataFrame, item: Indicator, areas: Areas) -> pd.DataFrame:
    """`delivered` and, for every area above its municipalities that it says nothing about, the roll-up.

    A roll-up whose members are missing or hidden has no value, and states how many members, and what share of the
    population (0 to 1), it has.
    """
    delivered = shaped(delivered.assign(origin="delivered"))
    lowest = delivered["area"].str.startswith("KU")
    if not lowest.any():
        return delivered
    rolled = _computed(_summed(delivered[lowest], item, areas), item)
    known = pd.MultiIndex.from_frame(delivered.loc[~lowest, KEY])
    fresh = rolled[~pd.MultiIndex.from_frame(rolled[KEY]).isin(known)]
    return shaped(pd.concat([delivered, fresh], ignore_index=True))


def _summed(municipal: pd.DataFrame, item: Indicator, areas: Areas) -> pd.DataFrame:
    """One row per area above and per period, sex, age and breakdown: sums over members, and how many there are."""
    place, codes = pd.factorize(municipal["area"], sort=True)
    # In one order, so that the same figures in another order give the same sums to the last bit.
    order = place.argsort(kind="stable")
    members = _members(areas)
    people = members.groupby("area")["population"].first().reindex(codes).to_numpy()
    summands = _summands(municipal, item, people[place]).iloc[order]
    group = codes_of(municipal, GROUP)
    sums = []
    for _, level in members.groupby(members["parent"].map(lambda code: areas[code].level)):
        above = pd.Categorical(level.set_index("area")["parent"].reindex(codes))
        keyed = summands.assign(area=above.take(place[order]), group=group[order])
        sums.append(keyed.groupby(["area", "group"], sort=False, observed=True).sum().reset_index())
    # A number stood for sex, age, breakdown and period while there were as many rows as the file has.
    meanings = municipal[GROUP].iloc[np.unique(group, return_index=True)[1]].reset_index(drop=True)
    summed = pd.concat(sums, ignore_index=True).astype({"area": "str"})
    return summed.join(meanings, on="group").merge(_expected(municipal, areas), on=["area", "period"])


def _summands(rows: pd.DataFrame, item: Indicator, people: Floats) -> pd.DataFrame:
    """What is summed of each member; `people`: how many live in each."""
    present = _usable(rows, item)
    flags = {status: rows["status"].eq(status) for status in ("hidden", "preliminary", "estimated")}
    facts = {"present": present, "has_value": rows["value"].notna(), "population": people * present, **flags}
    if item.kind == "count":
        return pd.DataFrame({"value": rows["value"], **facts})
    if item.kind != "mean":
        return pd.DataFrame({"numerator": rows["numerator"], "denominator": rows["denominator"], **facts})
    n, mean, deviation = rows["denominator"], rows["value"], rows["deviation"]
    squares = (n - 1) * deviation**2 + n * mean**2  # about zero
    moments = {"moment": n * mean, "squares": squares, "spread": deviation.notna()}
    return pd.DataFrame({"denominator": n, **moments, **facts})


def _usable(rows: pd.DataFrame, item: Indicator) -> pd.Series:
    """Whether a member has all that its roll-up is computed from."""
    if item.kind == "count":
        return rows["value"].notna()
    if item.kind == "mean":
        return rows["value"].notna() & rows["denominator"].notna()
    return rows["numerator"].notna() & rows["denominator"].notna()


def _members(areas: Areas) -> pd.DataFrame:
    pairs = [(area, parent) for parent, members in areas.members_of.items() for area in members]
    frame = pd.DataFrame(pairs, columns=["area", "parent"])
    return frame.assign(
        population=frame["area"].map(
            {municipality.code: municipality.population or 0 for municipality in areas.of_level("KU")}
        )
    )


def _expected(municipal: pd.DataFrame, areas: Areas) -> pd.DataFrame:
    """Per area above and period: how many members there should be, and their population.

    An abolished municipality that the figures never mention is part of its successor's: the source has
    recalculated its series to a later division, so nothing is missing.
    """
    named = set(municipal["area"].unique())
    absorbed = {old for old, heir in areas.successions.items() if old not in named and heir.new in named}
    members = _members(areas)
    members = members[~members["area"].isin(absorbed)]
    lived = [
        (municipality.code, period)
        for period in municipal["period"].unique()
        for municipality in _existing(areas, period)
    ]
    there = members.merge(pd.DataFrame(lived, columns=["area", "period"]), on="area")
    totals = there.groupby(["parent", "period"]).agg(members=("area", "size"), weight=("population", "sum"))
    return totals.rename_axis(index={"parent": "area"}).reset_index()


def _existing(areas: Areas, period: str) -> list[Area]:
    return [municipality for municipality in areas.of_level("KU") if municipality.existed(period)]


def _computed(sums: pd.DataFrame, item: Indicator) -> pd.DataFrame:
    sums = sums.reindex(columns=sums.columns.union(["value", "numerator", "denominator"]))
    reason = _reason(sums, item)
    complete = reason.isna()
    countable = ~reason.isin([NO_DENOMINATORS, NOT_ADDITIVE, MEDIAN])
    value = _value(sums, item).where(complete)
    nobody = complete & value.isna()  # a share among nobody
    status = np.select(
        [nobody, sums["preliminary"] > 0, sums["estimated"] > 0],
        ["not applicable", "preliminary", "estimated"],
        "final",
    )
    rows = sums.assign(
        value=value,
        numerator=sums["numerator"].where(complete & (item.kind in {"proportion", "rate"})),
        denominator=sums["denominator"].where(complete & (item.kind in {"proportion", "rate", "mean"})),
        deviation=_deviation(sums, item).where(complete),
        status=pd.Series(status, sums.index).where(complete, "missing at source"),
        reason=reason,
        origin="rolled up",
        members_present=sums["present"].where(countable),
        coverage=(sums["population"] / sums["weight"]).clip(upper=1.0).where(countable),
    )
    return shaped(rows)


def _value(sums: pd.DataFrame, item: Indicator) -> pd.Series:
    if item.kind == "count":
        return sums["value"]
    n = sums["denominator"].where(sums["denominator"] > 0)
    return sums["moment"] / n if item.kind == "mean" else sums["numerator"] / n * item.multiplier


def _deviation(sums: pd.DataFrame, item: Indicator) -> pd.Series:
    n = sums["denominator"]
    if item.kind != "mean":
        return pd.Series(np.nan, sums.index)
    variance = (sums["squares"] - sums["moment"] ** 2 / n.where(n > 0)) / (n - 1).where(n > 1)
    return (variance.clip(lower=0) ** 0.5).where(sums["spread"] == sums["present"])


def _reason(sums: pd.DataFrame, item: Indicator) -> "pd.Series[str]":
    """Why each roll-up has no value; None where it has one."""
    if item.kind == "median":
        return pd.Series(MEDIAN, sums.index)
    if item.kind in {"change", "ratio", "index", "score"}:
        return pd.Series(NOT_ADDITIVE, sums.index)
    partless = (sums["has_value"] > 0) & (sums["present"] == 0) if item.kind != "other" else pd.Series(True, sums.index)
    incomplete = sums["present"] < sums["members"]
    choices = [NO_DENOMINATORS, MEMBERS_HIDDEN, MEMBERS_MISSING]
    reason = np.select([partless, incomplete & (sums["hidden"] > 0), incomplete], choices, "")
    return pd.Series(reason, sums.index).replace("", None)
