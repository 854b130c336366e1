"""How often a series that goes nowhere is said to have risen or fallen, and what the next year did."""

from collections.abc import Sequence

from benchmarks.methods.figures import LEVELS, MEMORIES, Open, indicator, remembering, simulated
from benchmarks.methods.tables import Row, Table, per_cent
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.comparison import Comparison
from keko.indicators.over_time.change import YEARS, Change, change
from keko.indicators.over_time.trend import POINTS, trend
from keko.indicators.series import Series
from keko.indicators.situation import Standing

MEAN = indicator("mean", "mean")
LATELY = "2010"  # the years since have turned more often
YEARS_HELD = 10
# Of intervals, in standard deviations of the years: a county's, a small municipality's, none.
WIDTHS = {0.4: "kapeat välit", 2.0: "leveät välit", None: "ilman välejä"}
HALVES = tuple(WIDTHS)


def false_trends(runs: int) -> Table:
    """Of flat series, how many are said to have risen or fallen."""
    rows: list[Row] = []
    for share, name in MEMORIES.items():
        values = remembering(runs, POINTS, share)
        called = [
            sum(trend(MEAN, own).verdict != "no clear change" for own in simulated(values, "2020", half)) / runs
            for half in HALVES
        ]
        rows.append((name, *(per_cent(rate, 1) for rate in called)))
    heads = ("tasainen sarja", *WIDTHS.values())
    return Table("Kuinka usein tasaisen sarjan sanotaan nousseen tai laskeneen", heads, rows)


def false_changes(runs: int) -> Table:
    """Of flat series of ten years, how many are said to have changed over one and over three years."""
    rows: list[Row] = []
    for share, name in MEMORIES.items():
        values = remembering(runs, YEARS_HELD, share)
        for half in HALVES:
            every = [_alone(own) for own in simulated(values, "2016", half)]
            rates = [sum(_is_real(change(own, years)) for own in every) / runs for years in YEARS]
            rows.append((f"{name}, {WIDTHS[half]}", *(per_cent(rate, 1) for rate in rates)))
    heads = ("tasainen sarja", "vuodessa", "kolmessa vuodessa")
    return Table("Kuinka usein tasaisen sarjan sanotaan muuttuneen", heads, rows)


def _alone(own: Series) -> Standing:
    uncompared = Comparison(own.indicator, own.area, own.area, "not compared", reason="same area")
    return Standing(MEAN, own, own, uncompared)


def _is_real(found: Change | None) -> bool:
    return found is not None and found.is_real


def next_year(real: Open) -> Table:
    """Of real series, how often they are said to have risen or fallen, and how often the year after went the same way."""
    rows = [
        _after(f"{one.name}, {LEVELS[level]}", one.item, every)
        for one in real
        if one.item.frequency == "year"
        for level, every in one.by_level.items()
    ]
    heads = (
        "todelliset sarjat ilman välejä",
        "noussut tai laskenut",
        "seuraava vuosi samaan suuntaan",
        f"{LATELY} alkaen",
    )
    return Table("Mitä viiden vuoden muutos kertoo seuraavasta vuodesta", heads, rows)


def _after(name: str, item: Indicator, every: Sequence[Series]) -> Row:
    windows, clear = 0, []
    for own in every:
        for start in range(len(own.points) - POINTS):
            last, following = own.points[start + POINTS - 1 : start + POINTS + 1]
            verdict = trend(item, Series(own.indicator, own.area, own.points[start : start + POINTS])).verdict
            windows += 1
            if verdict in {"risen", "fallen"}:
                change = (following.value or 0.0) - (last.value or 0.0)
                clear.append((last.period, change > 0 if verdict == "risen" else change < 0))
    lately = [same for year, same in clear if year >= LATELY]
    same = [went for _, went in clear]
    shares = (len(clear) / windows, sum(same) / len(same), sum(lately) / len(lately))
    return (name, *(per_cent(share) for share in shares))
