"""How long boundaries take to come in, and how large they are as served: `python -m benchmarks.boundaries FILE …`.

Each file goes the whole way of `python -m keko boundaries FILE` in a process of its own, the start of Python included.
Without a file, the project's own map does.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from keko.data.engine import connect
from keko.data.geometry import current_boundaries, served
from keko.installation import initialise
from keko.sources.boundaries import SCHEMATIC

MOST_SECONDS = 20.0
MOST_KILOBYTES = 400.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and tell by the exit status whether all is within the limits."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.boundaries", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[SCHEMATIC])
    wanted = parser.parse_args(arguments)
    print(
        f"{'file':<40}{'seconds':>9}{'KU kB':>8}   (at most {MOST_SECONDS:.0f} s, {MOST_KILOBYTES:.0f} kB compressed)"
    )
    with tempfile.TemporaryDirectory(prefix="keko-benchmark-") as folder:
        url = f"sqlite:///{Path(folder) / 'keko.db'}"
        initialise(connect(url))
        costs = [measured(file, url) for file in wanted.files]
    return int(any(seconds > MOST_SECONDS or kilobytes > MOST_KILOBYTES for seconds, kilobytes in costs))


def measured(file: Path, url: str) -> tuple[float, float]:
    """Seconds, and kilobytes of the municipalities as they are served."""
    command = [sys.executable, "-m", "keko", "boundaries", str(file.resolve()), "--json"]
    start = time.perf_counter()
    subprocess.run(command, env={**os.environ, "KEKO_DATABASE_URL": url}, check=True, capture_output=True)
    seconds = time.perf_counter() - start
    with connect(url).connect() as connection:
        here = current_boundaries(connection)
        packed = served(connection, here.layers["KU"].hash) if here else None
    kilobytes = len(packed or b"") / 1000
    print(f"{file.name:<40}{seconds:>9.1f}{kilobytes:>8.0f}", flush=True)
    return seconds, kilobytes


if __name__ == "__main__":
    sys.exit(main())
