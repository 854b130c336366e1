"""The template by commands: given out, tried dry, brought in as one change, and taken back."""

import json
from pathlib import Path

import pytest
import sqlalchemy as sa

from keko.cli import main
from keko.data.engine import writing
from keko.ecosystem.records import Key, Record
from keko.ecosystem.store import read, write
from tests.ecosystem.invented import ADMIN, EVERY


@pytest.fixture
def engine_in_use(installation: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """The small ecosystem in the database that the settings name."""
    url = installation.url.render_as_string(hide_password=False)
    monkeypatch.setenv("KEKO_DATABASE_URL", url)
    with writing(installation) as connection:
        write(connection, EVERY, ADMIN)
    return installation


def records(engine: sa.Engine) -> dict[Key, Record]:
    with engine.connect() as connection:
        return dict(read(connection).records)


def ran(capsys: pytest.CaptureFixture[str], *line: str) -> tuple[int, dict[str, object]]:
    code = main(["ecosystem", *line, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_file_goes_out_comes_in_and_is_taken_back(
    engine_in_use: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, book, services = records(engine_in_use), tmp_path / "rekisteri.xlsx", tmp_path / "palvelut.csv"
    assert ran(capsys, "export", "--out", str(book))[0] == 0
    code, answer = ran(capsys, "import", str(book), "--whole")
    assert (code, answer["status"], answer["unchanged"]) == (0, "unchanged", len(EVERY))
    services.write_text("Nimi suomeksi;Toimija\nKahvila;Tuki ry\n", "utf-8")
    assert ran(capsys, "import", str(services), "--dry-run")[1]["status"] == "dry-run"
    assert records(engine_in_use) == before
    code, answer = ran(capsys, "import", str(services))
    assert (code, answer["status"], answer["new"]) == (0, "published", ["service/kahvila"])
    assert ran(capsys, "undo", str(answer["change"]))[0] == 0
    assert records(engine_in_use) == before


def test_what_is_wrong_stores_nothing_and_ends_with_one(
    engine_in_use: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, file = records(engine_in_use), tmp_path / "palvelut.csv"
    file.write_text("Nimi suomeksi;Toimija\nKahvila;Tuki ry\nToinen;\n", "utf-8")
    code, answer = ran(capsys, "import", str(file))
    assert (code, answer["status"], answer["change"]) == (1, "rejected", None)
    assert records(engine_in_use) == before
    assert ran(capsys, "undo", "999999")[0] == 1
    assert ran(capsys, "export", "--out", str(file))[0] == 2
    assert ran(capsys, "export", "--out", str(file), "--kind", "olematon")[0] == 2
