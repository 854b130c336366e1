"""Services of the national service register on the command line: fetched or read from a file, as drafts."""

import json
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from keko.cli import main
from keko.ecosystem.drafts import read_drafts
from keko.ecosystem.store import read
from tests.sources.ptv_answers import CLUB, as_file, numbered, page, service
from tests.sources.source import running


@pytest.fixture
def database(there: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """An installation that the settings name."""
    monkeypatch.setenv("KEKO_DATABASE_URL", there.url.render_as_string(hide_password=False))
    return there


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def drafts(engine: sa.Engine) -> list[str]:
    with engine.connect() as connection:
        return list(read_drafts(connection))


def test_a_file_is_tried_then_read_as_drafts(database: sa.Engine, tmp_path: Path, capsys: Any) -> None:
    file = tmp_path / "palvelut.json"
    file.write_bytes(as_file(page(service(), numbered(1, areas=None))))
    with database.connect() as connection:
        before = read(connection).records
    arguments = ("ecosystem", "import", str(file), "--area", "HVA02")
    code, answer = run(capsys, *arguments, "--dry-run")
    assert (code, answer["status"], answer["services"]) == (0, "dry-run", 1)
    assert [problem["code"] for problem in answer["problems"]] == ["ptv-elsewhere"]
    assert drafts(database) == []
    assert run(capsys, *arguments)[1]["new"] == 1
    assert run(capsys, *arguments)[1]["unchanged"] == 1
    assert drafts(database) == [CLUB]
    with database.connect() as connection:
        assert read(connection).records == before


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[[]]", as_file(page(service(), count=2)), as_file({"type": "FeatureCollection"})]
)
def test_a_bad_file_is_rejected_in_one_sentence(database: sa.Engine, tmp_path: Path, capsys: Any, data: bytes) -> None:
    file = tmp_path / "palvelut.JSON"
    file.write_bytes(data)
    code, answer = run(capsys, "ecosystem", "import", str(file), "--area", "HVA02")
    assert (code, answer["status"], len(answer["problems"])) == (1, "rejected", 1)
    assert drafts(database) == []


def test_what_is_no_file_or_no_area_is_a_wrong_use(database: sa.Engine, tmp_path: Path) -> None:
    file = tmp_path / "palvelut.json"
    assert main(["ecosystem", "import", str(file)]) == 2
    file.write_bytes(as_file(service()))
    assert main(["ecosystem", "import", str(file), "--area", "Atlantis"]) == 2
    assert main(["ecosystem", "import", str(file), "--whole"]) == 2
    assert drafts(database) == []


def test_services_of_an_area_are_fetched_and_what_has_ended_is_marked(
    database: sa.Engine, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with running() as source:
        monkeypatch.setenv("KEKO_PTV_URL", source.url)
        source.otherwise = page(count=0)
        source.answers["/Service/list/area/Municipality/code/186"] = page(service())
        code, answer = run(capsys, "fetch", "ptv", "--area", "HVA02")
        assert (code, answer["new"], answer["ended"]) == (0, 1, 0)
        source.answers["/Service/area/Municipality/code/186"] = page(count=0)
        source.answers["/Service"] = lambda asked: page(
            *([{"id": CLUB, "name": "x"}] if "Archived" in asked.url else [])
        )
        code, answer = run(capsys, "fetch", "ptv", "--area", "HVA02", "--since", "2026-09-01")
        assert (code, answer["services"], answer["ended"]) == (0, 0, 1)
        source.answers["/Service/list/area/Municipality/code/186"] = {"error": "x"}
        code, answer = run(capsys, "fetch", "ptv", "--area", "HVA02")
        assert (code, answer["status"]) == (1, "rejected")
    with database.connect() as connection:
        assert read_drafts(connection)[CLUB].found.status == "archived"
