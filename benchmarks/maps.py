"""Reruns of the page Map with other figures, over the real websocket: `python -m benchmarks.maps --help`.

Municipalities, the largest map there is; every rerun shows an indicator or a year that no cache holds yet.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.__main__ import start_keko
from benchmarks.client import Run, Visit
from keko.indicators.catalogue import read_catalogue

WARM_UP = 6
MOST_MILLISECONDS = 120.0
MOST_KILOBYTES = {"piirros": 60.0, "webgl": 300.0}
MAPS = {"vega_lite_chart", "deck_gl_json_chart"}
PLACE = "taso=KU&alue=HVA02&vertailu=HVA15"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and tell by the exit status whether all is within the limits."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.maps", description=__doc__)
    parser.add_argument("--runs", type=int, default=12, help="measured reruns of each kind (default 12)")
    wanted = parser.parse_args(arguments)
    fits = True
    print(f"{'map':<10}{'rerun':<18}{'map kB':>8}{'most':>6}{'all kB':>8}{'ms':>8}{'p90':>8}{'most':>6}")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="keko-benchmark-")))
        url = start_keko(stack, folder).url
        for kind, most in MOST_KILOBYTES.items():
            for what, queries in _reruns(kind, WARM_UP + wanted.runs).items():
                kilobytes, whole, milliseconds, slow = _measured(url, queries)
                fits &= kilobytes <= most and milliseconds <= MOST_MILLISECONDS
                print(
                    f"{kind:<10}{what:<18}{kilobytes:>8.1f}{most:>6.0f}{whole:>8.1f}{milliseconds:>8.1f}{slow:>8.1f}"
                    f"{MOST_MILLISECONDS:>6.0f}",
                    flush=True,
                )
    return int(not fits)


def _reruns(kind: str, count: int) -> dict[str, list[str]]:
    shares = [item.id for item in read_catalogue() if item.kind == "proportion"][: count + 1]
    years = [f"mittari=employment-rate-20-64&jakso={year}" for year in range(2025, 2025 - min(count, 15), -1)]
    return {
        "other indicator": [f"kuva={kind}&{PLACE}&mittari={id_}" for id_ in shares],
        "other year": [f"kuva={kind}&{PLACE}&{year}" for year in years],
    }


def _measured(url: str, queries: Sequence[str]) -> tuple[float, float, float, float]:
    """Median kilobytes of the map and of all that is sent, uncompressed; median milliseconds, and those that nine of ten
    do not reach."""
    with Visit(url, "kartta") as visit:
        runs = [visit.run(query) for query in queries][WARM_UP:]
    times = sorted(run.seconds * 1000 for run in runs)
    own = statistics.median(_map_size(run) for run in runs) / 1000
    whole = statistics.median(run.size for run in runs) / 1000
    return own, whole, statistics.median(times), times[int(len(times) * 0.9) - 1]


def _map_size(run: Run) -> int:
    deltas = (message for message in run.messages if message.WhichOneof("type") == "delta")
    return sum(delta.ByteSize() for delta in deltas if delta.delta.new_element.WhichOneof("type") in MAPS)


if __name__ == "__main__":
    sys.exit(main())
