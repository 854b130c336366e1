"""A database that goes away is told of to the reader, and what was open goes on when it is back."""

import sys
from pathlib import Path

import pytest

from benchmarks.client import Visit
from keko.data.engine import connect
from keko.installation import initialise
from keko.words import interface as words
from tests.server import free_port, started


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """An installation without figures."""
    path = tmp_path / "keko.db"
    engine = connect(f"sqlite:///{path}")
    initialise(engine)
    engine.dispose()
    return path


def test_a_reader_is_told_and_the_page_goes_on_by_itself(database: Path, tmp_path: Path) -> None:
    port, log, away = free_port(), tmp_path / "log", database.with_suffix(".away")
    environment = {"KEKO_PORT": str(port), "KEKO_DATABASE_URL": f"sqlite:///{database}"}
    with (
        started([sys.executable, "-m", "keko", "serve"], port, environment, log) as server,
        Visit(server.url, "mittarit") as tab,
    ):
        assert words.INDICATORS.sv in str(tab.run("kieli=sv").messages)
        database.rename(away)
        database.write_bytes(b"")  # as a file that has not been filled yet
        assert words.NOT_SET_UP.sv in str(tab.run("kieli=sv&alue=HVA08").messages)
        database.unlink()
        database.mkdir()  # nothing that can be opened
        assert words.NOT_ANSWERING.sv in str(tab.run("kieli=sv&alue=HVA09").messages)
        database.rmdir()
        away.rename(database)
        again = str(tab.run("kieli=sv&alue=HVA10").messages)
        assert words.INDICATORS.sv in again
        assert words.NOT_ANSWERING.sv not in again
    written = log.read_text()
    assert "Traceback" not in written
    assert "The database does not answer" in written
