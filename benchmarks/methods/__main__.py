"""Every table of error rates, made again: `python -m benchmarks.methods`, with real figures where their folder is."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.methods.comparisons import false_differences, false_differences_of_moving_areas, real_differences
from benchmarks.methods.figures import Open, read_open
from benchmarks.methods.forecasts import coverage_of_real_series, coverage_of_simulated_series
from benchmarks.methods.processes import marked_real_months, marked_simulated_months
from benchmarks.methods.tables import Maker
from benchmarks.methods.trends import false_changes, false_trends, next_year

# Each makes one table; those that need real figures are left out, with a word, where there are none.
SIMULATED: tuple[Maker[int], ...] = (
    false_differences,
    false_differences_of_moving_areas,
    false_trends,
    false_changes,
    marked_simulated_months,
    coverage_of_simulated_series,
)
REAL: tuple[Maker[Open], ...] = (
    real_differences,
    next_year,
    marked_real_months,
    coverage_of_real_series,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.methods", description=__doc__)
    parser.add_argument("--open", type=Path, default=Path("../shared/open"), help="folder of tidy_*.csv.gz")
    parser.add_argument("--runs", type=int, default=4000, help="simulated series of each kind (default 4000)")
    wanted = parser.parse_args(arguments)
    started = time.process_time()
    for make in SIMULATED:
        print(make(wanted.runs).markdown(), flush=True)
    real = read_open(wanted.open)
    if real:
        for make_real in REAL:
            print(make_real(real).markdown(), flush=True)
    else:
        print(f"No real figures in {wanted.open}: their tables are left out.", file=sys.stderr)
    print(f"{time.process_time() - started:.0f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
