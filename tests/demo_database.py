"""The database with the demo data: made once for all workers, in a process beside the tests that need none."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from tests.server import ROOT, keko


def made(folder: Path) -> str:
    """The address of the database in `folder`; whoever comes while it is made waits, and the first to find none makes it."""
    url = f"sqlite:///{folder / 'demo.db'}"
    with FileLock(folder / "demo.lock"):
        if not (folder / "demo.done").exists():
            for command in ("init", "demo"):
                keko(command, url)
            (folder / "demo.done").touch()
    return url


@contextmanager
def begun(folder: Path) -> Iterator[None]:
    """It is made in a process of its own, which does not outlive the block. Whoever needs it still asks `made`."""
    command = [sys.executable, "-m", "tests.demo_database", str(folder)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    yield
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    process.wait()


if __name__ == "__main__":
    made(Path(sys.argv[1]))
