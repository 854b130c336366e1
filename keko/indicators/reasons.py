"""Why there is no value, and why two areas are not compared: the codes, whose words are in `keko.words.terms`."""

from typing import Literal, cast

# Why there is no value: the status of what is there, or that there is nothing so asked for.
Absence = Literal[
    "hidden",
    "missing at source",
    "not applicable",
    "below quality",
    "not by sex",
    "not by category",
    "only by category",
    "not at level",
    "not then",
    "no data",
]
# Why the benchmark has no value, where the area has one.
BenchmarkAbsence = Literal[
    "benchmark hidden",
    "benchmark missing at source",
    "benchmark not applicable",
    "benchmark below quality",
    "benchmark not by sex",
    "benchmark not by category",
    "benchmark only by category",
    "benchmark not at level",
    "benchmark not then",
    "benchmark no data",
]
Reason = Literal[
    "same area",
    "same municipalities",
    "no common period",
    "too few years",
    "break in series",
    "no residents",
    "not additive",
    "a total",
    Absence,
    BenchmarkAbsence,
]


def of_benchmark(why: Absence | None) -> Reason:
    """Why the benchmark has no value at a period of the area's; that it has none then, where it has others."""
    return "no common period" if why is None else cast(BenchmarkAbsence, f"benchmark {why}")
