"""A delivery becomes a draft or a publication by the command line, all of it or nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from keko import installation
from keko.cli import main
from keko.data.schema import segment_factor, segment_flow, segment_overlap, segment_size
from keko.intake.segments.template import template
from tests.data.figures import dump
from tests.intake.segments.files import SIZES, TABLES, Files, files


@pytest.fixture
def database(engine: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    monkeypatch.setenv("KEKO_DATABASE_URL", engine.url.render_as_string(hide_password=False))
    installation.initialise(engine)
    return engine


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = main([*map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


def written(folder: Path, delivery: Files) -> list[Path]:
    for name, data in delivery:
        (folder / name).write_bytes(data)
    return [folder / name for name, _ in delivery]


def test_a_model_is_published_shown_decomposed_and_taken_back(
    database: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    months = TABLES["osallistuminen"] + "HVA15;2021;A;työssä;10,0;9;12\nHVA15;2021;B;työssä;6,0;0;12\n"
    paths = written(tmp_path, files({"osallistuminen": months}))
    code, outcome = run(capsys, "segments", "import", *paths, "--publish", "--provider", "ttl")
    assert (code, outcome["status"], outcome["model"]) == (0, "published", "kaksi")
    assert outcome["difference"] == {"new": outcome["rows"], "changed": 0, "removed": 0, "same": 0}

    (told,) = run(capsys, "segments", "show")[1]["models"]
    assert (told["id"], told["citation"], told["approval"]["by"], told["is_demo"]) == (
        "kaksi",
        "Siltala ym. 2025",
        "TTL",
        False,
    )
    (area,) = run(capsys, "segments", "show", "kaksi", "--area", "Keusote")[1]["areas"]
    assert [(one["code"], one["persons"]) for one in area["segments"]] == [("A", 600), ("B", 400), ("total", 1000)]

    asked = (
        "segments",
        "decompose",
        "--model",
        "kaksi",
        "--area",
        "HVA02",
        "--benchmark",
        "HVA15",
        "--measure",
        "employment",
    )
    answer = run(capsys, *asked, "--year", "2021")[1]
    assert set(answer) >= {"area", "benchmark", "measure", "total", "mix", "within", "segments"}
    parts = sum(one["mix"] + one["within"] for one in answer["segments"])
    assert answer["total"] == pytest.approx(8.6 - 7.2) == pytest.approx(parts) == answer["mix"] + answer["within"]
    assert run(capsys, *asked, "--year", "2020")[1]["reason"] == "no common period"

    assert run(capsys, "check")[1]["ok"]
    assert run(capsys, "rollback", "segments/kaksi")[1]["release"] is None
    assert run(capsys, "segments", "show")[1]["models"] == []


def test_a_draft_is_published_later(database: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "segments", "import", *written(tmp_path, files()))[1]
    assert outcome["status"] == "draft"
    assert run(capsys, "segments", "show")[1]["models"] == []
    assert run(capsys, "publish", outcome["release"])[0] == 0
    assert len(run(capsys, "segments", "show")[1]["models"]) == 1


def test_a_dry_run_leaves_no_trace(database: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = dump(database)
    (tmp_path / "malli.xlsx").write_bytes(template())
    code, outcome = run(capsys, "segments", "import", tmp_path / "malli.xlsx", "--dry-run", "--publish")
    assert (code, outcome["status"], outcome["release"]) == (0, "dry-run", None)
    assert outcome["difference"]["new"] == outcome["rows"] > 20
    assert dump(database) == before


def test_a_delivery_that_is_wrong_changes_nothing(
    database: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = dump(database)
    wrong = files({"koot": SIZES + "HVA02;2021;Z;-5\n"})
    code, outcome = run(capsys, "segments", "import", *written(tmp_path, wrong), "--publish")
    assert (code, outcome["status"], outcome["release"]) == (1, "rejected", None)
    assert [(problem["code"], problem["row"]) for problem in outcome["problems"]] == [("unknown-segment", 6)]
    assert dump(database) == before


def test_small_cells_are_counted_and_never_stored(
    database: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small = SIZES + "".join(f"{area};2021;A;3\n{area};2021;B;900\n" for area in ("HVA05", "HVA06"))
    code, outcome = run(capsys, "segments", "import", *written(tmp_path, files({"koot": small})), "--publish")
    assert (code, outcome["hidden"]["primary"]) == (0, 2)
    assert "segment-figures-hidden" in {problem["code"] for problem in outcome["problems"]}
    with database.connect() as connection:
        for table in (segment_size, segment_factor, segment_overlap, segment_flow):
            few = sa.select(table.c.persons).where(table.c.persons.between(1, 4))
            assert connection.execute(few).all() == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("segments", "show", "no-such"),
        ("segments", "decompose", "--model", "no-such", "--area", "HVA02", "--benchmark", "HVA15"),
        ("segments", "import", "no-such-file.csv"),
        ("segments", "template", "--out", "/no/such/folder/malli.xlsx"),
        ("rollback", "segments/no-such"),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_two(
    database: sa.Engine, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    code, answer = run(capsys, *arguments)
    assert (code, bool(answer["error"])) == (2, True)
