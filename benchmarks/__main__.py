"""Reruns of every page over the real websocket, against the floor, in one table: `python -m benchmarks --help`.

A line that misses a goal is marked: a view that is in the caches takes no longer than the floor and sends at most 60 kB, one
that nobody has seen costs the server at most 60 ms of its processor.
"""

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

from benchmarks.client import Visit
from benchmarks.floor import RECORDING, Step, record
from benchmarks.processor import milliseconds
from tests.server import Server, free_port, keko, started

WARM_UP = 4
GOAL_RATIO, GOAL_KILOBYTES, GOAL_PROCESSOR = 1.0, 60.0, 60.0
PICTURES = tuple(f"aluevertailu?kuva={name}" for name in ("erot", "sijoittuminen", "matriisi", "kehitys"))
SEGMENTS = ("segmentit", *(f"segmentit?kuva={name}" for name in ("profiili", "miksi", "riski", "maaritelmat")))
ECOSYSTEM = (
    "toimijat",
    *(f"toimijat?kuva={name}" for name in ("matriisi", "esteet", "muutokset", "kattavuus", "rekisteri")),
)
PAGES = (
    "",
    "tyoikaiset",
    "mittarit",
    "aluevertailu",
    *PICTURES,
    "kartta",
    *SEGMENTS,
    *ECOSYSTEM,
    "aineistot",
    "tuonti",
)
OF_AN_INDICATOR = ("mittarit", "kartta")


def address(area: str = "HVA02", indicator: str = "employment-rate-20-64") -> str:
    """What stands in the address of a view."""
    return f"mittari={indicator}&vertailu=HVA15&alue={area}"


HERE, ELSEWHERE, OTHER = address(), address("HVA05"), address(indicator="tertiary-share")
# What is not in any cache yet.
UNSEEN_AREAS = tuple(address(f"HVA{number:02}") for number in range(6, 22) if number != 15)
UNSEEN_INDICATORS = tuple(
    address(indicator=id_)
    for id_ in (
        "employment-rate-18-64", "unemployment-rate-18-74", "unemployed-job-seekers", "vacancies", "long-term-unemployed",
        "disability-pension-share", "sickness-allowance-recipients", "neet-17-24", "work-ability-score", "population",
    )
)  # fmt: skip


class Result(NamedTuple):
    """One line of the table. `floor`: none of views that nobody has seen; `processor`: ms a rerun, None where not known."""

    page: str
    what: str
    elements: int
    kilobytes: float
    floor: list[float]
    keko: list[float]
    processor: float | None

    @property
    def ratio(self) -> float | None:
        """Of the medians."""
        return statistics.median(self.keko) / statistics.median(self.floor) if self.floor else None

    def missed(self, goal_ratio: float) -> str:
        """The goals that are missed."""
        if self.ratio is None:
            return "processor" if self.processor and self.processor > GOAL_PROCESSOR else ""
        missed = {"ratio": self.ratio > goal_ratio, "kB": self.kilobytes > GOAL_KILOBYTES}
        return " ".join(name for name, is_missed in missed.items() if is_missed)


class Floor(NamedTuple):
    """The floor's server, and the number of each page and view that it draws."""

    server: Server
    numbers: dict[tuple[str, str], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("pages", nargs="*", default=PAGES, help="pages by their address; all where none is named")
    parser.add_argument("--runs", type=int, default=30, help="measured reruns of each kind (default 30)")
    wanted = parser.parse_args(arguments)
    print(table(measured(wanted.pages, wanted.runs)))
    return 0


def measured(pages: Sequence[str], runs: int, database: str | None = None) -> list[Result]:
    """Reruns of pages by their address. `database`: None for what `start_keko` finds."""
    print("Starting KEKO …", file=sys.stderr)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="keko-benchmark-")))
        ours = start_keko(stack, folder, database)
        recordings = {(page, view): _recorded(ours.url, page, view) for page in pages for view in _views(page)}
        floor = _start_floor(stack, folder, recordings)
        results = []
        for page in pages:
            print(f"Measuring /{page} …", file=sys.stderr)
            results += _measure(ours, floor, page, len(recordings[page, HERE]), runs)
    return results


def start_keko(stack: ExitStack, folder: Path, database: str | None = None) -> Server:
    """A KEKO on a database, else on the one that the environment names, else on one with demo data."""
    database = database or os.environ.get("KEKO_DATABASE_URL")
    if not database:
        database = f"sqlite:///{folder / 'keko.db'}"
        for command in ("init", "demo"):
            keko(command, database)
    port = free_port()
    environment = {"KEKO_DATABASE_URL": database, "KEKO_HOST": "127.0.0.1", "KEKO_PORT": str(port)}
    command_line = [sys.executable, "-m", "keko", "serve"]
    return stack.enter_context(started(command_line, port, environment, folder / "keko.log"))


def _start_floor(stack: ExitStack, folder: Path, recordings: dict[tuple[str, str], list[Step]]) -> Floor:
    file = folder / "recording.pickle"
    file.write_bytes(pickle.dumps(list(recordings.values())))
    port = free_port()
    # Not "streamlit run": the sockets it opens hold small messages back (no TCP_NODELAY), up to 40 ms in a rerun.
    options = ["--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    command_line = [sys.executable, "-m", "uvicorn", "benchmarks.floor_app:app", *options]
    server = stack.enter_context(started(command_line, port, {RECORDING: str(file)}, folder / "floor.log"))
    return Floor(server, {name: number for number, name in enumerate(recordings)})


def _views(page: str) -> tuple[str, ...]:
    """The views that are seen again and again."""
    return (HERE, ELSEWHERE, *([OTHER] if page in OF_AN_INDICATOR else []))


def _recorded(url: str, page: str, view: str) -> list[Step]:
    path, more = _parts(page)
    with Visit(url, path) as visit:
        return record(visit.run(view + more).messages)


def _parts(page: str) -> tuple[str, str]:
    """The path of a page, and what its address says besides the view."""
    path, _, query = page.partition("?")
    return path, f"&{query}" if query else ""


def _measure(ours: Server, floor: Floor, page: str, elements: int, runs: int) -> list[Result]:
    """Reruns of one page: of the same view, from one view to another and back, and to views that nobody has looked at.

    Floor and KEKO take turns.
    """
    path, more = _parts(page)
    same = {"same view": HERE, "other area": ELSEWHERE} | ({"other indicator": OTHER} if OTHER in _views(page) else {})
    unseen = {"unseen area": UNSEEN_AREAS}
    unseen |= {"unseen indicator": UNSEEN_INDICATORS} if OTHER in _views(page) else {}
    results = []
    with Visit(ours.url, path) as our_visit, Visit(floor.server.url, "") as floor_visit:
        for what, other in same.items():
            floors, ourselves = [], []
            for turn in range(WARM_UP + runs):
                view = (HERE, other)[turn % 2]
                floors.append(floor_visit.run(f"view={floor.numbers[page, view]}").seconds)
                ourselves.append(our_visit.run(view + more))
            size = statistics.median(run.size for run in ourselves[WARM_UP:]) / 1000
            times = floors[WARM_UP:], [run.seconds for run in ourselves[WARM_UP:]]
            results.append(Result(f"/{page}", what, elements, size, *times, None))
        for what, views in unseen.items():
            before = milliseconds(ours.pid)
            firsts = [our_visit.run(view + more) for view in views]
            after = milliseconds(ours.pid)
            size = statistics.median(run.size for run in firsts) / 1000
            processor = None if before is None or after is None else (after - before) / len(views)
            results.append(Result(f"/{page}", what, elements, size, [], [run.seconds for run in firsts], processor))
    return results


def table(results: Sequence[Result], goal_ratio: float = GOAL_RATIO) -> str:
    """The results, one line each; the goals that a line misses are named."""
    head = f"{'page':<34}{'rerun':<17}{'drawn':>6}{'kB':>8}{'floor ms':>10}{'KEKO ms':>10}{'p90':>8}{'ratio':>7}{'CPU ms':>8}  missed"
    lines = [head, "-" * len(head)]
    for result in results:
        ours = statistics.median(result.keko) * 1000
        slow = sorted(result.keko)[int(len(result.keko) * 0.9) - 1] * 1000
        floor = f"{statistics.median(result.floor) * 1000:.1f}" if result.floor else "–"
        ratio = "–" if result.ratio is None else f"{result.ratio:.2f}"
        processor = "–" if result.processor is None else f"{result.processor:.0f}"
        lines.append(
            f"{result.page:<34}{result.what:<17}{result.elements:>6}{result.kilobytes:>8.1f}{floor:>10}{ours:>10.1f}"
            f"{slow:>8.1f}{ratio:>7}{processor:>8}  {result.missed(goal_ratio)}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
