"""What a command loads before it works, and how it ends when what it prints is not taken: in processes of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from keko.cli.parsing import function
from keko.config import ROOT
from keko.installation import initialise
from tests.cli.commands import Command, commands
from tests.databases import Databases

# Of no use to look at a file: migrations, maps, statistics, the solver, pages and pictures, and what writes workbooks.
NOT_TO_LOOK = {
    "alembic", "altair", "geopandas", "highspy", "pyogrio", "scipy", "shapely", "statsmodels", "streamlit", "uvicorn",
    "xlsxwriter",
}  # fmt: skip
EMPTY: Mapping[str, str] = {}


def python(
    *arguments: object, environment: Mapping[str, str] = EMPTY, stdout: int | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """Python run in the project's folder."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE if stdout is None else stdout,
        stderr=subprocess.PIPE,
        check=False,
    )


def loaded(*arguments: object, environment: Mapping[str, str] = EMPTY) -> set[str]:
    """The modules that Python loads."""
    lines = python("-X", "importtime", *arguments, environment=environment).stderr.decode().splitlines()
    return {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}


def packages(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


@pytest.fixture
def database(sqlite_files: Databases) -> Iterator[Mapping[str, str]]:
    """The environment of a process that works on an installation."""
    with sqlite_files.copy(initialise) as engine:
        yield {"KEKO_DATABASE_URL": str(engine.url)}


@pytest.mark.parametrize("arguments", [["--help"], ["inspect", "--help"], ["series"]], ids=" ".join)
def test_help_and_refusals_load_python_alone(arguments: list[str]) -> None:
    modules = loaded("-m", "keko", *arguments) - loaded("-c", "")
    assert packages(modules) <= {"keko", "org", *sys.stdlib_module_names}  # org: what copy looks for in Java's Python


def test_a_file_is_looked_at_without_what_publishes_or_draws_it(database: Mapping[str, str], tmp_path: Path) -> None:
    file = tmp_path / "hakijat.csv"
    file.write_text("Kunta;Vuosi;Arvo\nJärvenpää;2020;5\nTuusula;2020;7\n", encoding="utf-8")
    modules = loaded("-m", "keko", "inspect", file, environment=database)
    assert "keko.intake.inspection" in modules
    assert not packages(modules) & NOT_TO_LOOK
    assert not {module for module in modules if module.startswith(("keko.disclosure", "keko.ui", "keko.charts"))}


def test_releases_are_listed_without_tables_in_memory(database: Mapping[str, str]) -> None:
    modules = loaded("-m", "keko", "releases", environment=database)
    assert "keko.data.releases" in modules
    assert not packages(modules) & (NOT_TO_LOOK | {"pandas", "numpy"})


@pytest.mark.parametrize("command", commands(), ids=lambda command: " ".join(command.words))
def test_a_command_names_a_function(command: Command) -> None:
    assert callable(function(command.parser.get_default("run")))


def test_whoever_stops_reading_is_not_told_of_it(database: Mapping[str, str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    run = python("-m", "keko", "areas", environment=database, stdout=writing)
    os.close(writing)
    assert (run.returncode, run.stderr) == (0, b"")


def test_a_full_disk_gets_one_sentence(database: Mapping[str, str]) -> None:
    with open("/dev/full", "wb") as full:
        run = python("-m", "keko", "areas", environment=database, stdout=full.fileno())
    assert run.returncode == 2
    assert len(run.stderr.splitlines()) == 1


@pytest.mark.parametrize("streams", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}], ids=str)
def test_a_terminal_without_our_letters_gets_them_as_codes(
    database: Mapping[str, str], streams: Mapping[str, str]
) -> None:
    plain = python("-m", "keko", "areas", environment={**database, **streams, "PYTHONCOERCECLOCALE": "0"})
    assert (plain.returncode, plain.stderr) == (0, b"")
    run = python("-m", "keko", "areas", "--json", environment={**database, **streams, "PYTHONCOERCECLOCALE": "0"})
    names = {area["name"]["sv"] for area in json.loads(run.stdout)["areas"]}
    assert "Träskända" in names
