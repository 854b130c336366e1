"""`keko verify` tells of any file that was taken along which view it came from, and whether its figures are the newest."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from keko.cli import main
from keko.data.engine import writing
from keko.exchange.frozen_tables import csv_files, picture_files, xlsx_bytes
from keko.exchange.handout import Handout
from keko.exchange.report import annex_bytes, pdf_bytes
from keko.exchange.slides import pptx_bytes
from keko.room.provenance import keep
from tests.data.figures import counts, item, prepare, published
from tests.exchange.frozen_views import EMPLOYMENT, handout

VIEW = replace(EMPLOYMENT, releases=(1,))
FORMS: dict[str, Callable[[Handout], bytes | None]] = {
    "esitys.pptx": pptx_bytes,
    "raportti.pdf": pdf_bytes,
    "liite.pdf": annex_bytes,
    "taulukot.xlsx": xlsx_bytes,
    "taulukko.csv": lambda views: csv_files(views)[0],
    "kuva.png": lambda views: picture_files(views, "png")[0],
    "kuva.svg": lambda views: picture_files(views, "svg")[0],
}
Verify = Callable[[str, bytes | None], tuple[int, dict[str, Any]]]


@pytest.fixture
def verify(
    engine: sa.Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Verify:
    with writing(engine) as connection:
        prepare(connection, item())
        published(connection, "share", "keusote", counts({"KU186": 3.0}))
        keep(connection, [VIEW])
    monkeypatch.setenv("KEKO_DATABASE_URL", engine.url.render_as_string(hide_password=False))

    def run(name: str, data: bytes | None) -> tuple[int, dict[str, Any]]:
        (tmp_path / name).write_bytes(data or b"")
        code = main(["verify", str(tmp_path / name), "--json"])
        answer: dict[str, Any] = json.loads(capsys.readouterr().out)
        return code, answer

    return run


@pytest.mark.parametrize("name", FORMS)
def test_it_is_known_where_a_file_comes_from(verify: Verify, name: str) -> None:
    code, answer = verify(name, FORMS[name](handout(VIEW)))
    (view,) = answer["views"]
    assert code == 0
    assert (view["seal"], view["standing"], view["title"]) == (VIEW.seal, "same", VIEW.title)
    assert "uudempia ei ole julkaistu" in view["sentence"]


def test_newer_figures_are_told(verify: Verify, engine: sa.Engine) -> None:
    with writing(engine) as connection:
        newer = published(connection, "share", "keusote", counts({"KU186": 4.0}))
    code, answer = verify("a.csv", csv_files(handout(VIEW))[0])
    assert code == 0
    assert answer["views"][0]["standing"] == "newer"
    assert answer["views"][0]["releases"][0]["now"] == [newer]
    assert "on julkaistu uudempia lukuja" in answer["views"][0]["sentence"]


def test_an_unknown_seal_among_known_ones_is_explained(verify: Verify) -> None:
    unknown = replace(VIEW, finding="Toista")
    code, answer = verify("a.xlsx", xlsx_bytes(handout(VIEW, unknown)))
    assert code == 1
    assert [view["known"] for view in answer["views"]] == [True, False]
    assert "ei ole näkymää tässä KEKOssa" in answer["views"][1]["sentence"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"keko:1234"])
def test_a_file_without_a_seal_is_explained(verify: Verify, data: bytes) -> None:
    code, answer = verify("a.pdf", data)
    assert code == 1
    assert answer["problems"][0]["code"] == "not-a-keko-file"
    assert "eikä siinä ole KEKOn tarkistetta" in answer["problems"][0]["message"]


def test_a_file_that_is_not_there_is_wrong_use(verify: Verify, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "ei-ole.pdf"]) == 2


def test_as_a_person_reads_it(verify: Verify, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify("a.csv", csv_files(handout(VIEW))[0])
    assert main(["verify", str(tmp_path / "a.csv"), "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert VIEW.finding in said
    assert "no newer ones have been published" in said
    assert "may have been changed since" in said
