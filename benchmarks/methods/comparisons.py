"""How often areas alike are called different, by what the verdict rests on, and how many real areas are."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np

from benchmarks.methods.figures import LEVELS, MEMORIES, SEED, Open, Real, indicator, point, remembering
from benchmarks.methods.tables import Row, Table, per_cent
from keko.data.arrays import Floats
from keko.indicators.catalogue import Indicator
from keko.indicators.comparing.differences import Overlap, Values, difference_limits
from keko.indicators.comparing.dispersion import dispersion
from keko.indicators.comparing.usual_variation import Usual, usual_variation
from keko.indicators.series import Series
from keko.words.formats import number

# Persons of the area alone, of both, and of the benchmark alone.
PLACES = {
    "erilliset alueet": (20_000, 0, 30_000),
    "osa maasta": (0, 5_000, 1_000_000),
    "hallitseva kunta alueessaan": (0, 70_000, 30_000),
    "puoliksi samat kunnat": (20_000, 20_000, 20_000),
}
SHARE, YEARS, AREAS, PERSONS = 0.3, 10, 22, 50_000
MOVES = 0.006  # standard deviation of an area's true share about that of all
SHARES, RATES, NONE = (
    indicator("share", "proportion"),
    indicator("rate", "rate").model_copy(update={"multiplier": 1000}),
    indicator("score", "score"),
)


def false_differences(runs: int) -> Table:
    """Of areas with the same share or rate, how many are called different by the interval of samples."""
    rows = [
        (name, *(per_cent(_by_samples(item, persons, runs), 1) for item in (SHARES, RATES)))
        for name, persons in PLACES.items()
    ]
    heads = ("samanlaiset alueet, otoksen väli", "osuudet (binomi)", "suhteutetut luvut (Poisson)")
    return Table("Kuinka usein samanlaisten alueiden sanotaan eroavan", heads, rows)


def _by_samples(item: Indicator, persons: tuple[int, int, int], runs: int) -> float:
    random = np.random.default_rng(SEED)
    draw = random.binomial if item is SHARES else lambda size, share, runs: random.poisson(size * share, runs)
    own, both, other = (draw(size, SHARE, runs).astype(float) for size in persons)
    n, m = persons[0] + persons[1], persons[1] + persons[2]
    sides = [_values(item, cases, size) for cases, size in ((own + both, n), (both + other, m))]
    shared = [Overlap(persons[1] / n, persons[1] / m)] * runs
    lower, upper = difference_limits(item.kind, np.full(runs, item.multiplier), sides[0], sides[1], shared, 0.95)
    return float(((lower > 0) | (upper < 0)).mean())


def _values(item: Indicator, cases: Floats, size: float) -> Values:
    nothing = np.full(len(cases), np.nan)
    persons = np.full(len(cases), float(size))
    value = item.multiplier * cases / persons
    return Values(value, nothing, nothing, cases, persons, nothing, nothing, nothing, np.zeros(len(cases)))


def false_differences_of_moving_areas(runs: int) -> Table:
    """Of areas whose shares move about the same one, how many are called different: each basis."""
    rows = [(name, *(per_cent(rate, 1) for rate in _moving(memory, runs))) for memory, name in MEMORIES.items()]
    heads = (
        "samanlaiset alueet, joiden luvut liikkuvat",
        "otoksen väli",
        "otoksen väli ja hajonta",
        "vaihtelu vuosittain",
    )
    return Table("Kuinka usein liikkuvien alueiden sanotaan eroavan", heads, rows)


def _moving(memory: float, runs: int) -> tuple[float, float, float]:
    """Of pairs of areas, called different by samples, by samples with dispersion, by yearly variation."""
    random = np.random.default_rng(SEED)
    wrong = np.zeros(3)
    worlds = max(runs // AREAS, 1)
    moves = (remembering(worlds * AREAS, YEARS, memory) - 100).reshape(worlds, AREAS, YEARS) * MOVES
    for world in moves:
        cases = random.binomial(PERSONS, SHARE + world).astype(float)
        every = [_series(f"HVA{place:02}", own) for place, own in enumerate(cases)]
        national = _series("MAA", cases.sum(axis=0), PERSONS * AREAS)
        spread = dispersion(SHARES, every, national) or 1.0
        wrong += [_called(cases, 1.0), _called(cases, spread), _by_years(every)]
    samples, dispersed, years = (wrong / worlds).tolist()
    return samples, dispersed, years


def _series(area: str, cases: Floats, size: int = PERSONS) -> Series:
    years = (
        point(str(2015 + year), 100 * x / size)._replace(numerator=x, denominator=float(size))
        for year, x in enumerate(cases.tolist())
    )
    return Series("share", area, tuple(years))


def _called(cases: Floats, spread: float) -> float:
    """Of the pairs of areas in the last year."""
    pairs = np.array(list(combinations(range(AREAS), 2))).T
    size, wider = PERSONS / spread, np.full(pairs.shape[1], spread)
    own, other = (_values(SHARES, cases[side, -1] / wider, size) for side in pairs)
    shared = [Overlap()] * pairs.shape[1]
    lower, upper = difference_limits("proportion", np.full(pairs.shape[1], 100.0), own, other, shared, 0.95)
    return float(((lower > 0) | (upper < 0)).mean())


def _by_years(every: Sequence[Series]) -> float:
    last = every[0].points[-1].period
    found = [usual_variation(own, other, last, ()) for own, other in combinations(every, 2)]
    return float(np.mean([_differs(usual) for usual in found]))


def _differs(usual: Usual | str) -> bool:
    return isinstance(usual, Usual) and (usual.lower > 0 or usual.upper < 0)


def real_differences(real: Open) -> Table:
    """Of the pairs of real areas of a level, how many are called different by yearly variation, and what is left open."""
    rows = [row for one in real if one.item.kind != "count" for row in _real(one)]
    heads = ("todelliset alueparit, vaihtelu vuosittain", "pareja", "eroavat", "suurin avoimeksi jäävä ero")
    return Table("Kuinka usein todellisten alueiden sanotaan eroavan", heads, rows)


def _real(one: Real) -> Iterable[Row]:
    for level in LEVELS:
        every = one.by_level.get(level, [])
        if not every or level == "KU":  # the neighbours of a municipality are of one county, not of the country
            continue
        last = max(series.points[-1].period for series in every)
        found = [usual_variation(own, other, last, ()) for own, other in combinations(every, 2)]
        usual = [limits for limits in found if isinstance(limits, Usual)]
        left = max((abs(limits.lower + limits.upper) / 2 for limits in usual if not _differs(limits)), default=0.0)
        share = sum(map(_differs, usual)) / len(usual)
        yield f"{one.name}, {LEVELS[level]}", str(len(usual)), per_cent(share), number(left, 1, "fi")
