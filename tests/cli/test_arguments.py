"""Whatever stands on a command line, a command ends with 0, 1 or 2 and, where it did nothing, with one sentence."""

import json
import os
from pathlib import Path

import pytest
import requests

from keko.cli import main
from keko.config import settings
from keko.installation import initialise
from tests.cli.commands import Command, commands
from tests.databases import Databases

COMMANDS = commands()
ODD = {
    "empty": "",
    "a lone surrogate": "\udcff",
    "a NUL": "Järven\0pää",
    "from right to left": "\u202eJärvenpää\u200f",
    "an emoji": "😀",
    "two lines": "Järvenpää\nTuusula",
    "no number": "nan",
    "minus infinity": "-inf",
    "beyond all numbers": "1e999",
    "nought": "0",
    "a negative number": "-1",
    "a number of thirty digits": "9" * 30,
    "full-width digits": "２０２４",
    "the year nought": "0000-01-01",
    "very long": "x" * 100_000,
    "a quotation mark, braces": "'\"; {0} {x} %s %(x)s",
    "nowhere": "/proc/nowhere/file",
    "a device": "/dev/zero",
    "a folder": "folder",
    "a pipe": "pipe",
}

# What the databases themselves take differently; the rest never reaches them, or is the same to both.
TAKEN_DIFFERENTLY = ("empty", "a lone surrogate", "a NUL", "a number of thirty digits", "the year nought", "very long")


@pytest.fixture(autouse=True)
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No source answers, no server starts, no large workbook is made, and files are of a folder of the test's own."""

    def no_answer(*_: object, **__: object) -> None:
        raise requests.exceptions.InvalidURL

    monkeypatch.setattr(requests.Session, "request", no_answer)
    monkeypatch.setattr("uvicorn.run", lambda *_, **__: None)
    monkeypatch.setattr("keko.commands.texts.every_text", list)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")


def check(capsys: pytest.CaptureFixture[str], line: list[str]) -> None:
    """Run a command line with --json: a command that did nothing says why, the same on both streams."""
    code = main(line)
    out, err = capsys.readouterr()
    assert code in {0, 1, 2}
    answer = json.loads(out) if out else {}
    if "error" in answer:
        assert code
        assert err == f"{answer['error']}\n"
        assert 0 < len(answer["error"]) <= 1_000
    assert code == 0 or answer


# What is written has to suit either database.
@pytest.mark.parametrize(
    ("kind", "command"),
    [("sqlite_files", command) for command in COMMANDS]
    + [("postgresql", command) for command in COMMANDS if command.writes],
    ids=lambda part: part if isinstance(part, str) else " ".join(part.words),
)
def test_an_odd_value_of_any_argument_gets_one_sentence(
    kind: str,
    command: Command,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    databases: Databases = request.getfixturevalue(kind)
    file = tmp_path / "aineisto.csv"
    file.write_text("Kunta;Vuosi;Arvo\nJärvenpää;2020;5\n", encoding="utf-8")
    failed = {}
    with databases.copy(initialise) as database:
        monkeypatch.setenv("KEKO_DATABASE_URL", database.url.render_as_string(hide_password=False))
        for argument in command.arguments:
            for name in ODD if kind == "sqlite_files" else TAKEN_DIFFERENTLY:
                try:
                    check(capsys, command.line(argument, ODD[name], file))
                except Exception as error:
                    failed[argument.dest, name] = repr(error)[:300]
    assert not failed


def test_every_command_is_walked() -> None:
    assert {("series",), ("segments", "show"), ("fetch", "statfin")} < {command.words for command in COMMANDS}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nonsense",
        "nonsense://x",
        "sqlite",
        "sqlite:////proc/nowhere/keko.db",
        "sqlite:///folder",
        "sqlite:///text.db",
        "sqlite+nonsense:///x.db",
        "postgresql://127.0.0.1:1/keko",
        "postgresql://127.0.0.1:port/keko",
        "postgresql://[::1/keko",
        "postgresql://127.0.0.1:999999/keko",
    ],
)
def test_an_address_of_no_database_gets_one_sentence(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "text.db").write_text("no database" * 100)
    monkeypatch.setenv("KEKO_DATABASE_URL", address)
    for line in (["init"], ["releases"], ["check"]):
        assert main(line) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("setting", ["KEKO_PORT", "KEKO_MAX_UPLOAD_MB", "KEKO_MAX_CELLS"])
@pytest.mark.parametrize("value", ["", "many", "-1", "1e3", "9" * 30])
def test_a_setting_that_is_no_number_gets_one_sentence(
    setting: str, value: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(setting, value)
    assert main(["areas"]) == 2
    assert setting in capsys.readouterr().err


@pytest.mark.parametrize(("value", "is_on"), [("yes", True), ("TRUE", True), ("on", True), ("0", False), ("No", False)])
def test_a_switch_is_on_or_off(value: str, is_on: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEKO_APPROVAL", value)
    assert settings().approval is is_on


@pytest.mark.parametrize("value", ["", "kyllä", "yess"])
def test_a_switch_that_is_neither_on_nor_off_gets_one_sentence(
    value: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Approval that somebody meant to take into use is not left off silently."""
    monkeypatch.setenv("KEKO_APPROVAL", value)
    assert main(["areas"]) == 2
    assert "KEKO_APPROVAL" in capsys.readouterr().err
