"""How much of the processor a command of the command line uses, against its floor: `python -m benchmarks.start --help`.

The floor of help is Python that does nothing; of a command, Python that loads pandas. Measured is what the process used in
all, which other work on the machine hardly changes, the least of several runs. A line that misses its goal is marked.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.server import ROOT, keko

FILE = "Kunta;Vuosi;Työnhakijat\nHyvinkää;2020;900\nJärvenpää;2020;800\nTuusula;2020;650\n"
NOTHING, PANDAS = ("-c", ""), ("-c", "import pandas")


class Command(NamedTuple):
    """`goal`: times its floor."""

    arguments: tuple[str, ...]
    floor: tuple[str, ...]
    goal: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.start", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="runs of each, of which the least is shown")
    runs = parser.parse_args(arguments).runs
    print(f"{'command':<28}{'floor s':>9}{'KEKO s':>9}{'ratio':>7}")
    with tempfile.TemporaryDirectory(prefix="keko-benchmark-") as folder:
        file, url = Path(folder) / "file.csv", f"sqlite:///{folder}/keko.db"
        file.write_text(FILE, encoding="utf-8")
        keko("init", url)
        for command in (
            Command(("--help",), NOTHING, 10),
            Command(("releases",), PANDAS, 1),
            Command(("inspect", str(file)), PANDAS, 2.5),
            Command(("areas",), PANDAS, 2.5),
        ):
            floor = min(used(command.floor, url) for _ in range(runs))
            own = min(used(("-m", "keko", *command.arguments), url) for _ in range(runs))
            missed = "  missed" if own / floor > command.goal else ""
            print(f"{command.arguments[0]:<28}{floor:>9.3f}{own:>9.3f}{own / floor:>7.2f}{missed}", flush=True)
    return 0


def used(arguments: Sequence[str], url: str) -> float:
    """Seconds of the processor that Python uses with `arguments`, in its own code and in the system's."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "KEKO_DATABASE_URL": url},
        stdout=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(arguments)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
