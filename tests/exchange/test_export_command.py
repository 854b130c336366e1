"""`keko export` and `keko import`: what one gives the other takes back, and nothing changes."""

import json
from math import prod
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.cli import main
from keko.data.observations import COLUMNS, read_observations
from keko.data.releases import current_release
from keko.data.schema import release
from keko.installation import initialise
from tests.databases import Databases

# A cell of three and one that would reveal it are hidden, a county is summed, and Tuusula is preliminary.
FILE = "\n".join([
    "Alue;Vuosi;Sukupuoli;Työkyvyttömyyseläkkeen saajat, henkilöä;Tila",
    *(f"{area};2023;yhteensä;{value};{status}" for area, value, status in (
        ("Hyvinkää", 3, ""), ("Järvenpää", 80, ""), ("Mäntsälä", 40, ""), ("Nurmijärvi", 60, ""), ("Pornainen", "..", ""),
        ("Tuusula", 70, "ennakkotieto"), ("HVA02", 300, ""),
    )),
])  # fmt: skip
FORMATS = {"csv": "csv", "xlsx": "xlsx", "parquet": "parquet", "json-stat": "json"}


def run(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 0) -> Any:
    assert main([*map(str, arguments), "--json"]) == code
    return json.loads(capsys.readouterr().out)


def rows(engine: sa.Engine, indicator: str, provider: str = "local") -> pd.DataFrame:
    with engine.connect() as connection:
        current = current_release(connection, indicator, provider)
        assert current is not None
        return read_observations(connection, current).sort_values(COLUMNS[:5]).reset_index(drop=True)


@pytest.fixture
def indicator(installation: sa.Engine, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> str:
    """Figures of every status, published."""
    file = tmp_path / "saajat.csv"
    file.write_text(FILE, encoding="utf-8")
    outcome = run(capsys, "import", file, "--publish")
    assert outcome["hidden"]["primary"] == 1
    return str(outcome["indicators"][0])


def test_an_export_brought_in_again_changes_nothing(
    installation: sa.Engine, indicator: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    before = rows(installation, indicator)
    assert {"hidden", "missing at source", "preliminary", "final"} <= set(before["status"])
    for format_, ending in FORMATS.items():
        file = tmp_path / f"luvut.{ending}"
        assert run(capsys, "export", indicator, "--format", format_, "--out", file)["rows"] == len(before)
        outcome = run(capsys, "import", file, "--publish")
        assert outcome["difference"] == {"new": 0, "changed": 0, "removed": 0, "same": len(before)}
        assert outcome["accounting"]["read"] == outcome["accounting"]["rows"] == len(before)
        pd.testing.assert_frame_equal(rows(installation, indicator), before, check_exact=True)


def test_a_fresh_installation_has_the_same_rows(
    installation: sa.Engine,
    databases: Databases,
    indicator: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:

    before = rows(installation, indicator)
    for format_, ending in FORMATS.items():
        run(capsys, "export", indicator, "--format", format_, "--out", tmp_path / f"luvut.{ending}")
        with databases.copy(initialise) as fresh, monkeypatch.context() as patch:
            patch.setenv("KEKO_DATABASE_URL", fresh.url.render_as_string(hide_password=False))
            run(capsys, "import", tmp_path / f"luvut.{ending}", "--publish")
            pd.testing.assert_frame_equal(rows(fresh, indicator), before, check_exact=True)


def test_an_answer_of_series_says_whom_it_is_about_and_comes_back(
    installation: sa.Engine, indicator: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    before = rows(installation, indicator)
    answer = run(capsys, "series", indicator, "--area", "KU186", "--area", "HVA02", "--area", "KU106")
    assert (answer["sex"], answer["age"], answer["breakdown"]) == ("total", "total", "total")
    file = tmp_path / "sarja.json"
    file.write_text(json.dumps(answer), encoding="utf-8")
    assert run(capsys, "import", file, "--publish")["difference"]["same"] == len(before)


def test_changed_figures_are_computed_and_protected_as_any(
    installation: sa.Engine, indicator: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "luvut.csv"
    run(capsys, "export", indicator, "--format", "csv", "--out", file, "--language", "en")
    changed = file.read_text(encoding="utf-8-sig").replace(
        "KU186,Järvenpää,2023,total,total,total,80,", "KU186,Järvenpää,2023,total,total,total,2,"
    )
    file.write_text(changed, encoding="utf-8")
    run(capsys, "import", file, "--publish")
    own = rows(installation, indicator).set_index("area")
    assert (own.loc["KU186", "status"], own.loc["KU858", "value"]) == ("hidden", 70)


def test_demo_figures_stay_demo_figures(
    installation: sa.Engine, indicator: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "luvut.csv"
    run(capsys, "export", indicator, "--format", "csv", "--out", file, "--language", "en")
    file.write_text(file.read_text(encoding="utf-8-sig").replace(",local,False,", ",demo,True,"), encoding="utf-8")
    outcome = run(capsys, "import", file, "--publish")
    with installation.connect() as connection:
        made = connection.execute(sa.select(release).where(release.c.id == outcome["release"])).one()
    assert (made.is_demo, made.provider) == (True, "demo")


@pytest.mark.usefixtures("installation")
def test_what_cannot_be_exported_is_said_in_a_sentence(
    indicator: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    csv = ("--format", "csv", "--out")
    assert "No such indicator: x" in run(capsys, "export", "x", *csv, tmp_path / "a.csv", code=2)["error"]
    assert "nothing is published" in run(capsys, "export", "population", *csv, tmp_path / "a.csv", code=2)["error"]
    assert (
        "nothing is published by thl"
        in run(capsys, "export", indicator, "--provider", "thl", *csv, tmp_path / "a.csv", code=2)["error"]
    )
    assert "not a file" in run(capsys, "export", indicator, *csv, tmp_path, code=2)["error"]
    assert "No such file" in run(capsys, "export", indicator, *csv, tmp_path / "no" / "a.csv", code=2)["error"]
    assert list(tmp_path.glob("a.csv")) == []


def test_an_existing_file_is_written_over(indicator: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "luvut.csv"
    file.write_bytes(b"x" * 1_000_000)
    run(capsys, "export", indicator, "--format", "csv", "--out", file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbfarea;")


def test_json_stat_is_as_its_format_says(indicator: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """json-stat.org/full: the cells that `value` and `status` name are within the product of `size`."""
    file = tmp_path / "luvut.json"
    run(capsys, "export", indicator, "--format", "json-stat", "--out", file)
    made = json.loads(file.read_bytes())
    assert (made["version"], made["class"], made["role"]["time"], made["role"]["geo"]) == (
        "2.0", "dataset", ["period"], ["area"],
    )  # fmt: skip
    assert [len(made["dimension"][name]["category"]["index"]) for name in made["id"]] == made["size"]
    cells = prod(made["size"])
    assert all(0 <= int(cell) < cells for cell in (*made["value"], *made["status"]))
    assert set(made["status"].values()) >= {"hidden", "final", "preliminary"}


@pytest.mark.parametrize(
    "text",
    [
        "Teema;Mittari;Alue;Vertailualue;Vertailualueen arvo;Tulos\na;b;Espoo;Vantaa;1,5;parempi\n",
        "Tema,Indikator,Område,Jämförelseområde,Jämförelseområdets värde,Resultat\na,b,Esbo,Vanda,1.5,bättre\n",
        "Theme,Indicator,Area,Benchmark area,Benchmark value,Result\na,b,Espoo,Vantaa,1.5,better\n",
        "severity;code;row;column;message\nerror;no-time;1;Alue;x\n",
    ],
)
@pytest.mark.usefixtures("installation")
def test_what_is_no_series_is_told_as_what_it_is(text: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(text, encoding="utf-8")
    outcome = run(capsys, "import", file, "--publish", code=1)
    assert [problem["code"] for problem in outcome["problems"]] == ["not-figures"]


@pytest.mark.usefixtures("installation")
def test_an_answer_of_compare_is_told_as_a_comparison(
    indicator: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "a.json"
    answer = run(capsys, "compare", "--area", "KU186", "--benchmark", "KU858", "--indicator", indicator)
    file.write_text(json.dumps(answer), encoding="utf-8")
    outcome = run(capsys, "import", file, "--publish", code=1)
    assert [problem["code"] for problem in outcome["problems"]] == ["not-figures"]
