"""KEKO in processes of its own, for the tests and the benchmarks: its command line and its server."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60
STOP_SECONDS = 5


def free_port() -> int:
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def keko(command: str, url: str) -> None:
    """Run a command of KEKO's command line on the database at `url`; what it printed is in the error if it fails."""
    run = subprocess.run(
        [sys.executable, "-m", "keko", command],
        cwd=ROOT,
        env={**os.environ, "KEKO_DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"keko {command} ended with {run.returncode}:\n{run.stdout[-2000:]}\n{run.stderr[-4000:]}")


class Server(NamedTuple):
    """A server that answers at `url`; `pid`: its process."""

    url: str
    pid: int


@contextmanager
def running(command: Sequence[str], port: int, environment: Mapping[str, str], log: Path) -> Iterator[str]:
    """The address of a server started by `command`, once it answers; it is ended when the block is left."""
    with started(command, port, environment, log) as server:
        yield server.url


@contextmanager
def started(command: Sequence[str], port: int, environment: Mapping[str, str], log: Path) -> Iterator[Server]:
    """The same with its process."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **environment}, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(url, process, log)
        yield Server(url, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    ended = f"ended with {process.returncode}" if process.poll() is not None else "did not answer in time"
    raise RuntimeError(f"The server {ended}:\n{log.read_text(errors='replace')[-4000:]}")
