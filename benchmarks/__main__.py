"""Reruns of every page over the real websocket, against the floor, in one table: `python -m benchmarks --help`."""

import argparse
import os
import pickle
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from benchmarks.client import Run, Visit
from benchmarks.floor import RECORDING, Step, record
from tests.server import free_port, keko, running

WARM_UP = 4
CHOSEN = "mittari=employment-rate-20-64&vertailu=HVA15"
PICTURES = tuple(f"aluevertailu?kuva={name}" for name in ("erot", "sijoittuminen", "matriisi", "kehitys"))
SEGMENTS = ("segmentit", *(f"segmentit?kuva={name}" for name in ("profiili", "miksi", "riski", "maaritelmat")))
PAGES = ("", "tyoikaiset", "mittarit", "aluevertailu", *PICTURES, "kartta", *SEGMENTS, "aineistot", "tuonti")
VIEWS = (f"{CHOSEN}&alue=HVA02", f"{CHOSEN}&alue=HVA05")
UNSEEN = tuple(
    f"{CHOSEN}&alue=HVA{number:02}" for number in range(6, 22) if number != 15
)  # what is not in any cache yet


class Result(NamedTuple):
    """One line of the table."""

    page: str
    what: str
    elements: int
    kilobytes: float
    floor: list[float]
    keko: list[float]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("pages", nargs="*", default=PAGES, help="pages by their address; all where none is named")
    parser.add_argument("--runs", type=int, default=30, help="measured reruns of each kind (default 30)")
    wanted = parser.parse_args(arguments)
    print("Starting KEKO …", file=sys.stderr)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="keko-benchmark-")))
        ours = start_keko(stack, folder)
        recordings = [_recorded(ours, page, view) for page in wanted.pages for view in VIEWS]
        floor = _start_floor(stack, folder, recordings)
        results = []
        for first, page in zip(range(0, len(recordings), len(VIEWS)), wanted.pages, strict=True):
            print(f"Measuring /{page} …", file=sys.stderr)
            results += _measure(ours, floor, page, first, len(recordings[first]), wanted.runs)
    print(_table(results))
    return 0


def start_keko(stack: ExitStack, folder: Path) -> str:
    """The address of a KEKO on the database that the environment names, else on one with demo data."""
    database = os.environ.get("KEKO_DATABASE_URL")
    if not database:
        database = f"sqlite:///{folder / 'keko.db'}"
        for command in ("init", "demo"):
            keko(command, database)
    port = free_port()
    environment = {"KEKO_DATABASE_URL": database, "KEKO_HOST": "127.0.0.1", "KEKO_PORT": str(port)}
    command_line = [sys.executable, "-m", "keko", "serve"]
    return stack.enter_context(running(command_line, port, environment, folder / "keko.log"))


def _start_floor(stack: ExitStack, folder: Path, recordings: list[list[Step]]) -> str:
    file = folder / "recording.pickle"
    file.write_bytes(pickle.dumps(recordings))
    port = free_port()
    # Not "streamlit run": the sockets it opens hold small messages back (no TCP_NODELAY), up to 40 ms in a rerun.
    options = ["--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    command_line = [sys.executable, "-m", "uvicorn", "benchmarks.floor_app:app", *options]
    return stack.enter_context(running(command_line, port, {RECORDING: str(file)}, folder / "floor.log"))


def _recorded(url: str, page: str, view: str) -> list[Step]:
    path, more = _parts(page)
    with Visit(url, path) as visit:
        return record(visit.run(view + more).messages)


def _parts(page: str) -> tuple[str, str]:
    """The path of a page, and what its address says besides the view."""
    path, _, query = page.partition("?")
    return path, f"&{query}" if query else ""


def _measure(ours: str, floor: str, page: str, first: int, elements: int, runs: int) -> list[Result]:
    """Reruns of one page: of the same view, from one view to the other and back, and to areas nobody has looked at.

    Floor and KEKO take turns.
    """
    results = []
    path, more = _parts(page)
    with Visit(ours, path) as our_visit, Visit(floor, "") as floor_visit:
        for what, views in (("same view", (0, 0)), ("other area", (0, 1))):
            pairs: list[tuple[Run, Run]] = []
            for turn in range(WARM_UP + runs):
                view = views[turn % 2]
                pairs.append((floor_visit.run(f"view={first + view}"), our_visit.run(VIEWS[view] + more)))
            floors, ourselves = zip(*pairs[WARM_UP:], strict=True)
            size = statistics.median(run.size for run in ourselves) / 1000
            results.append(
                Result(f"/{page}", what, elements, size, [r.seconds for r in floors], [r.seconds for r in ourselves])
            )
        firsts = [our_visit.run(view + more) for view in UNSEEN]
        size = statistics.median(run.size for run in firsts) / 1000
        results.append(
            Result(f"/{page}", "unseen area", elements, size, results[-1].floor, [r.seconds for r in firsts])
        )
    return results


def _table(results: list[Result]) -> str:
    head = f"{'page':<34}{'rerun':<12}{'drawn':>6}{'kB':>8}{'floor ms':>10}{'KEKO ms':>10}{'p90':>8}{'ratio':>7}"
    lines = [head, "-" * len(head)]
    for result in results:
        floor, ours = statistics.median(result.floor) * 1000, statistics.median(result.keko) * 1000
        slow = sorted(result.keko)[int(len(result.keko) * 0.9) - 1] * 1000
        lines.append(
            f"{result.page:<34}{result.what:<12}{result.elements:>6}{result.kilobytes:>8.1f}{floor:>10.1f}{ours:>10.1f}"
            f"{slow:>8.1f}{ours / floor:>7.2f}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
