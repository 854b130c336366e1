"""How long a meeting of twelve views takes to leave the room, in each form: `python -m benchmarks.exports`.

Views of the demo, frozen as their pages draw them; each form in a process that has made none yet, its start left out.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from keko.charts.palette import palette
from keko.data.audit import now
from keko.exchange.handout import Colours, Handout
from keko.exchange.take_along import made
from keko.room.frozen import FrozenView
from keko.ui import loads
from keko.ui.freezing.freeze import freeze
from keko.ui.navigation import PageName
from keko.ui.view import usual_view
from tests.server import keko

MOST_SECONDS = {"pptx": 15.0, "pdf": 5.0, "annex": 5.0, "xlsx": 5.0, "csv": 5.0}
INDICATORS = ("employment-rate-20-64", "population", "tertiary-share")
VIEWS: tuple[tuple[PageName, dict[str, str]], ...] = (
    ("overview", {}),
    ("population", {}),
    *(("indicators", {"indicator": id_, "picture": "kehitys"}) for id_ in INDICATORS),
    *(("benchmark", {"picture": picture}) for picture in ("asema", "erot", "sijoittuminen", "matriisi")),
    ("map", {"indicator": INDICATORS[0], "level": "KU"}),
    ("segments", {"picture": "yleiskuva"}),
    ("actors", {"picture": "polku"}),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and tell by the exit status whether all is within the limits."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exports", description=__doc__)
    parser.add_argument("--form", choices=MOST_SECONDS, help="make this one here, and print how long it took")
    wanted = parser.parse_args(arguments)
    if wanted.form:
        print(f"{_seconds(wanted.form):.2f}")
        return 0
    with tempfile.TemporaryDirectory(prefix="keko-benchmark-") as folder:
        if "KEKO_DATABASE_URL" not in os.environ:
            os.environ["KEKO_DATABASE_URL"] = f"sqlite:///{Path(folder) / 'keko.db'}"
            for command in ("init", "demo"):
                keko(command, os.environ["KEKO_DATABASE_URL"])
        print(f"{'form':<8}{'seconds':>9}{'at most':>9}   ({len(VIEWS)} views)", flush=True)
        costs = {form: _apart(form) for form in MOST_SECONDS}
    return int(any(seconds > MOST_SECONDS[form] for form, seconds in costs.items()))


def _apart(form: str) -> float:
    command = [sys.executable, "-m", "benchmarks.exports", "--form", form]
    seconds = float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()[-1])
    print(f"{form:<8}{seconds:>9.2f}{MOST_SECONDS[form]:>9.0f}", flush=True)
    return seconds


def _seconds(form: str) -> float:
    """Of making the file, once its views are frozen."""
    version, view = loads.version(), usual_view()
    views: list[FrozenView] = [freeze(page, view.with_(**changes), version) for page, changes in VIEWS]
    light = palette("light")
    colours = Colours(light.area, light.benchmark, light.other, light.ink, light.quiet, light.line, light.paper)
    handout = Handout("Ohjausryhmän kokous", tuple(views), "fi", now(), colours, decisions=("Viive lyhenee.",))
    begun = time.perf_counter()
    file = made(form, handout, lambda *_: None)  # type: ignore[arg-type]
    seconds = time.perf_counter() - begun
    if folder := os.environ.get("KEKO_BENCHMARK_FILES"):
        (Path(folder) / file.name).write_bytes(file.data)
    return seconds


if __name__ == "__main__":
    sys.exit(main())
