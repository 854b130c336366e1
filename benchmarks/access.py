"""What signing in costs: a rerun of somebody who has signed in beside one on a machine without sign-in, alone and in a crowd.

Goals: looking up who asks and their roles adds at most 2 ms to a rerun; public mode with twenty readers is within 10 % of a
machine without sign-in.
"""

import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from benchmarks.client import Visit
from keko.access.decisions import give
from keko.access.sign_ins import Identity, admit, begin, signed_in
from keko.data.engine import connect, writing
from keko.data.people import Grant, at_this_machine
from keko.ui.sign_in.addresses import COOKIE
from tests.server import Server, free_port, keko, started

READERS, RUNS, LOOKUPS = 20, 30, 500
GOAL_LOOKUP, GOAL_RATIO = 2.0, 1.1
PAGE, VIEWS = "mittarit", tuple(f"mittari=employment-rate-20-64&vertailu=HVA15&alue=HVA{area:02}" for area in (2, 5))


def main() -> int:
    """Measure, and print the lines."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="keko-benchmark-")))
        url = f"sqlite:///{folder / 'keko.db'}"
        for command in ("init", "demo"):
            keko(command, url)
        key = _signed_in(url)
        print(f"role look-up: {_lookup(url, key):.2f} ms a rerun (goal at most {GOAL_LOOKUP:.0f})")
        servers = [_server(stack, folder, url, mode) for mode in ("machine", "public")]
        for readers in (1, READERS):
            machine, anyone, known = _in_turns(servers, key, readers)
            print(
                f"{readers:>2} readers: machine {machine:6.1f} ms, public {anyone:6.1f} ms (× {anyone / machine:.2f}, goal at most"
                f" {GOAL_RATIO}), signed in {known:6.1f} ms (× {known / machine:.2f})"
            )
    return 0


def _signed_in(url: str) -> str:
    with writing(connect(url)) as connection:
        id_ = admit(connection, Identity("https://id.example", "bench", None, "Bench"))
        give(connection, id_, [Grant("analyst", "keusote", ("HVA02",)), Grant("reader")], (), at_this_machine())
        return begin(connection, id_, 10)


def _lookup(url: str, key: str) -> float:
    """Milliseconds of one look-up in a process that has done some, the median."""
    engine, times = connect(url), []
    for _ in range(LOOKUPS):
        start = time.perf_counter()
        with engine.connect() as connection:
            signed_in(connection, key)
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def _server(stack: ExitStack, folder: Path, url: str, mode: str) -> Server:
    port = free_port()
    environment = {"KEKO_DATABASE_URL": url, "KEKO_PORT": str(port), "KEKO_MODE": mode}
    if mode != "machine":
        environment |= {
            "KEKO_URL": f"http://127.0.0.1:{port}",
            "KEKO_SECRET": "only for a benchmark, but long enough",
            "KEKO_OIDC_METADATA_URL": "http://127.0.0.1:9/",
            "KEKO_OIDC_CLIENT_ID": "keko",
            "KEKO_OIDC_CLIENT_SECRET": "secret",
        }
    command = [sys.executable, "-m", "keko", "serve"]
    return stack.enter_context(started(command, port, environment, folder / f"{mode}.log"))


def _in_turns(servers: list[Server], key: str, readers: int) -> tuple[float, float, float]:
    """Medians in ms of reruns on the machine, in public without signing in, and signed in; they take turns."""
    machine, public = servers
    cookie = {"Cookie": f"{COOKIE}={key}"}
    kinds: list[tuple[str, dict[str, str]]] = [(machine.url, {}), (public.url, {}), (public.url, cookie)]
    times: list[list[float]] = [[] for _ in kinds]
    for turn in range(4):
        for own, (url, headers) in zip(times, kinds, strict=True):
            measured = _crowd(url, headers, readers)
            own.extend(measured if turn else [])
    machine_ms, anyone_ms, known_ms = (statistics.median(own) * 1000 for own in times)
    return machine_ms, anyone_ms, known_ms


def _crowd(url: str, headers: dict[str, str], readers: int) -> list[float]:
    with ThreadPoolExecutor(readers) as crowd:
        return [seconds for visit in crowd.map(lambda _: _visit(url, headers), range(readers)) for seconds in visit]


def _visit(url: str, headers: dict[str, str]) -> list[float]:
    with Visit(url, PAGE, headers) as tab:
        runs = [tab.run(VIEWS[turn % 2]).seconds for turn in range(RUNS)]
    return runs[4:]


if __name__ == "__main__":
    sys.exit(main())
