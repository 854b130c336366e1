"""The command line's contract: exit codes, one JSON document, and a database that bad input leaves as it was."""

import json
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from keko.cli import main
from keko.config import LANGUAGES
from keko.data.areas import load
from keko.data.days import today
from keko.data.engine import writing
from keko.data.people import at_this_machine
from keko.data.schema import metadata
from keko.data.text import Text
from keko.indicators.over_time.assessments import outdated
from keko.installation import fill_with_demo
from keko.room.undertaking_store import read_undertakings, write_undertaking
from keko.room.undertakings import Undertaking
from tests.data.figures import ADMIN
from tests.sources.shapes import geojson, municipalities
from tests.sources.source import Answer
from tests.sources.source import running as source_running

GOOD = "Kunta;Vuosi;Työnhakijat, henkilöä\n" + "".join(
    f"{name};{year};{value + year - 2020}\n"
    for year in (2020, 2021)
    for name, value in {
        "Hyvinkää": 900,
        "Järvenpää": 800,
        "Mäntsälä": 3,
        "Nurmijärvi": 700,
        "Pornainen": 60,
        "Tuusula": 650,
    }.items()
)


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, Any]]:
    """A command's exit code and its one JSON document."""
    code = main([*map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


def dump(engine: sa.Engine) -> dict[str, list[Any]]:
    with engine.connect() as connection:
        return {table.name: sorted(map(repr, connection.execute(sa.select(table)))) for table in metadata.sorted_tables}


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_file_is_brought_in_published_shown_and_taken_back(
    installation: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, "hakijat.csv", GOOD)
    code, outcome = run(capsys, "import", file, "--publish", "--provider", "keusote")
    assert (code, outcome["status"]) == (0, "published")
    assert outcome["difference"] == {"new": outcome["rows"], "changed": 0, "removed": 0, "same": 0}
    assert outcome["hidden"]["primary"] == 2
    assert outcome["accounting"] == {
        "rows": 12,
        "read": 12,
        "figures": 12,
        "refused": 0,
        "passed_over": [],
        "line": "12 riviä: luettu 12 (12 lukua)",
    }
    (indicator,) = outcome["indicators"]

    code, series = run(capsys, "series", indicator, "--area", "Keusote", "--area", "KU505", "--area", "HVA15")
    own, hidden, empty = series["areas"]
    assert [(point["period"], point["value"], point["origin"]) for point in own["points"]] == [
        ("2020", 3113, "rolled up"),
        ("2021", 3119, "rolled up"),
    ]
    assert {(point["value"], point["status"]) for point in hidden["points"]} == {(None, "hidden")}
    assert (empty["code"], empty["points"]) == ("HVA15", [])

    assert run(capsys, "import", file, "--publish", "--provider", "keusote")[1]["difference"]["same"] == outcome["rows"]
    assert run(capsys, "rollback", indicator)[1]["release"] == outcome["release"]
    assert run(capsys, "rollback", indicator)[1]["release"] is None
    assert main(["rollback", indicator]) == 2
    assert run(capsys, "check")[1]["ok"]


def test_a_draft_is_seen_only_when_it_is_published(
    installation: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, outcome = run(capsys, "import", written(tmp_path, "hakijat.csv", GOOD))
    assert (code, outcome["status"]) == (0, "draft")
    (indicator,) = outcome["indicators"]
    assert run(capsys, "series", indicator, "--area", "HVA02")[1]["areas"][0]["points"] == []
    assert run(capsys, "show", outcome["release"])[1]["status"] == "draft"
    assert main(["publish", str(outcome["release"])]) == 0
    capsys.readouterr()
    assert run(capsys, "series", indicator, "--area", "HVA02")[1]["areas"][0]["points"]


def test_a_dry_run_tells_the_difference_and_leaves_no_trace(
    installation: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = dump(installation)
    code, outcome = run(capsys, "import", written(tmp_path, "hakijat.csv", GOOD), "--dry-run", "--publish")
    assert (code, outcome["release"], outcome["status"]) == (0, None, "dry-run")
    assert outcome["difference"]["new"] == outcome["rows"] > 12
    assert dump(installation) == before


BAD = {
    "empty-file": "",
    "binary-file": b"\x7fELF\x02\x01\x01\x00\x00\x00" * 40,
    "too-many-columns": ";".join(f"c{n}" for n in range(4_000)) + "\n" + ";".join("1" * 4_000) + "\n",
    "no-area": "Vuosi;Arvo\n2020;5\n",
    "no-time": "Kunta;Arvo\nJärvenpää;5\n",
    "ambiguous-area": "Alue;Vuosi;Arvo\nSalo;2020;5\n",
    "not-a-number": "Kunta;Vuosi;Arvo\nJärvenpää;2020;5\nTuusula;2020;kuusi\n",
    "duplicate-key": "Kunta;Vuosi;Arvo\nJärvenpää;2020;5\nJärvenpää;2020;7\n",
    "area-abolished": "Kunta;Vuosi;Arvo\nJärvenpää;2025;7\nPertunmaa;2025;5\n",
    "unknown-area-code": "Kunta;Vuosi;Arvo\nKU186;2020;7\nKU999;2020;5\n",
    "mixed-decimals": "Kunta;Vuosi;Arvo\nJärvenpää;2020;5,5\nTuusula;2020;6.500\n",
    "identity-codes": "Kunta;Vuosi;Arvo;tunnus\nJärvenpää;2020;5;131052-308T\n",
}
PLACED = {
    "ambiguous-area",
    "not-a-number",
    "duplicate-key",
    "area-abolished",
    "unknown-area-code",
    "mixed-decimals",
    "identity-codes",
}


@pytest.mark.parametrize(("problem", "language"), list(zip(BAD, cycle(LANGUAGES), strict=False)))
def test_bad_input_gets_a_sentence_with_its_place_and_changes_nothing(
    installation: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str], problem: str, language: str
) -> None:
    before = dump(installation)
    code, outcome = run(
        capsys, "import", written(tmp_path, "aineisto.csv", BAD[problem]), "--publish", "--language", language
    )
    assert (code, outcome["status"], outcome["release"]) == (1, "rejected", None)
    (told,) = [one for one in outcome["problems"] if one["severity"] == "error"]
    assert told["code"] == problem
    assert told["message"].rstrip().endswith((".", "!"))
    assert (told["row"] is not None) == (problem in PLACED)
    assert "131052-308T" not in json.dumps(outcome)
    assert dump(installation) == before


def test_a_file_over_the_limit_is_refused(
    installation: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEKO_MAX_UPLOAD_MB", "1")
    before = dump(installation)
    big = GOOD + "Tuusula;2022;5\n" * 100_000
    code, outcome = run(capsys, "import", written(tmp_path, "suuri.csv", big), "--publish")
    assert (code, outcome["problems"][0]["code"]) == (1, "file-too-large")
    assert dump(installation) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("series", "no-such-indicator", "--area", "HVA02"),
        ("series", "population", "--area", "HVA99"),
        ("series", "population", "--area", "Päijät-Häme"),
        ("compare", "--area", "HVA02", "--benchmark", "Nowhere"),
        ("compare", "--area", "HVA02", "--benchmark", "HVA15", "--indicator", "no-such"),
        ("show", "4711"),
        ("publish", "4711"),
        ("rollback", "population"),
        ("import", "no-such-file.csv"),
        ("import", __file__, "--indicator", "no-such"),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_two_and_one_json_document(
    installation: sa.Engine, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    before = dump(installation)
    code, answer = run(capsys, *arguments)
    assert (code, bool(answer["error"])) == (2, True)
    assert dump(installation) == before


@pytest.mark.parametrize("arguments", [(), ("nonsense",), ("series",), ("areas", "--level", "X")], ids=str)
def test_what_the_parser_does_not_take_ends_with_two(arguments: tuple[str, ...]) -> None:
    assert main(list(arguments)) == 2


def test_a_database_that_is_not_set_up_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEKO_DATABASE_URL", f"sqlite:///{tmp_path}/new.db")
    assert main(["releases"]) == 2
    assert "keko init" in capsys.readouterr().err


def test_init_may_be_run_again_and_keeps_what_people_made(
    installation: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = run(capsys, "import", written(tmp_path, "hakijat.csv", GOOD), "--publish")[1]
    assert main(["init"]) == 0
    capsys.readouterr()
    assert run(capsys, "series", outcome["indicators"][0], "--area", "HVA02")[1]["areas"][0]["points"]


def test_areas_are_listed_by_level(installation: sa.Engine, capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = run(capsys, "areas", "--level", "HVA")
    assert code == 0
    assert len(answer["areas"]) == 23
    keusote = next(one for one in answer["areas"] if one["code"] == "HVA02")
    assert keusote["name"]["sv"] == "Mellersta Nylands välfärdsområde"


def test_inspect_tells_what_a_file_is_and_stores_nothing(
    installation: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = dump(installation)
    code, found = run(capsys, "inspect", written(tmp_path, "hakijat.csv", GOOD))
    assert code == 0
    assert (found["layout"], found["delimiter"], found["areas"]["levels"], found["values"]) == (
        "long",
        ";",
        {"KU": 6},
        12,
    )
    assert found["periods"] == {"first": "2020", "last": "2021", "count": 2, "frequency": "year"}
    assert run(capsys, "inspect", written(tmp_path, "tyhja.csv", ""))[0] == 1
    assert dump(installation) == before


def test_a_mapping_says_what_the_file_does_not(
    installation: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, "osuus.csv", "Vuosi;Osuus %\n2020;12,5\n2021;13,0\n")
    mapping = written(
        tmp_path,
        "osuus.yaml",
        'constants: {area: HVA02}\nindicator: {id: oma-osuus, kind: proportion, unit: "%", polarity: higher, population: "15–64"}\n',
    )
    code, outcome = run(capsys, "import", file, "--mapping", mapping, "--publish")
    assert (code, outcome["indicators"]) == (0, ["oma-osuus"])
    points = run(capsys, "series", "oma-osuus", "--area", "HVA02")[1]["areas"][0]["points"]
    assert [point["value"] for point in points] == [12.5, 13.0]
    bad = written(tmp_path, "bad.yaml", "constnats: {}\n")
    assert main(["import", str(file), "--mapping", str(bad)]) == 1


def test_a_new_measure_without_definition_or_source_is_published_with_a_warning(
    installation: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def warnings(file: Path, *more: object) -> list[str]:
        code, outcome = run(capsys, "import", file, "--publish", *more)
        assert (code, outcome["status"]) == (0, "published")
        problems = outcome["problems"]
        return [each["message"] for each in problems if each["code"] == "new-indicator-undescribed"]

    file = written(tmp_path, "kaynnit.csv", "Kunta;Vuosi;Käynnit\nEspoo;2020;512,5\n")
    (warning,) = warnings(file)
    assert "”Käynnit” on uusi mittari, jolta puuttuu yksikkö, määritelmä, lähde" in warning
    assert warnings(file) == []  # new no more
    described = written(
        tmp_path,
        "kuvaus.yaml",
        "indicator: {id: kavijat, unit: kpl, definition: Kävijät päivässä, source: Oma laskuri, about_persons: no}\n",
    )
    assert (
        warnings(written(tmp_path, "kavijat.csv", "Kunta;Vuosi;Kävijät\nEspoo;2020;512,5\n"), "--mapping", described)
        == []
    )


def test_demo_fills_only_an_empty_database(installation: sa.Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert list(fill_with_demo(installation, at_this_machine(), only=["tertiary-share"])) == ["tertiary-share"]
    with installation.connect() as connection:
        assert outdated(connection, load(connection)) == []
    before = dump(installation)
    assert main(["demo", "--if-empty"]) == 0
    assert dump(installation) == before
    code, answer = run(capsys, "compare", "--area", "HVA02", "--benchmark", "HVA15", "--indicator", "tertiary-share")
    (one,) = answer["comparisons"]
    assert (code, one["is_demo"], answer["made"]) == (0, True, 1)
    assert one["lower"] < one["difference"] < one["upper"]
    assert answer["expected_by_chance"] == 0.05


def test_boundaries_are_brought_in_and_taken_back(
    installation: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, "kunnat.geojson", geojson(municipalities()))
    told = ("--year", "2026", "--source", "MML", "--licence", "CC BY 4.0", "--by", "Maija")
    code, answer = run(capsys, "boundaries", file, *told)
    assert (code, answer["source"], answer["year"], answer["sea"], answer["is_schematic"]) == (
        0,
        "MML",
        2026,
        "kept",
        False,
    )
    assert {level: one["features"] for level, one in answer["layers"].items()}["TA"] == 46
    assert run(capsys, "boundaries", file, "--clip-sea")[1]["sea"] == "clipped"
    assert run(capsys, "boundaries", "--back")[1]["boundaries"] == answer["boundaries"]
    assert run(capsys, "boundaries", "--back")[1]["is_schematic"]
    assert main(["boundaries", "--back"]) == 2
    capsys.readouterr()
    assert run(capsys, "check")[1]["ok"]


def test_refused_boundaries_are_told_and_change_nothing(
    installation: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = dump(installation)
    file = written(tmp_path, "kunnat.geojson", geojson(municipalities().query("natcode != '091'")))
    code, answer = run(capsys, "boundaries", file, "--language", "en")
    assert code == 1
    assert "KU091 Helsinki" in answer["error"]
    assert main(["boundaries", str(tmp_path / "none.gpkg")]) == 2
    assert main(["boundaries"]) == 2
    assert main(["boundaries", str(file), "--statfi", "2026"]) == 2
    assert dump(installation) == before


def test_boundaries_of_a_year_come_from_statistics_finland(
    installation: sa.Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with source_running() as source:
        monkeypatch.setenv("KEKO_STATFI_WFS_URL", f"{source.url}/wfs")
        source.answers["/wfs"] = Answer(geojson(municipalities()))
        code, answer = run(capsys, "boundaries", "--statfi", "2026")
    assert (code, answer["year"], answer["licence"]) == (0, 2026, "CC BY 4.0")
    assert answer["source"].startswith("Tilastokeskus")


@pytest.mark.usefixtures("installation")
def test_a_command_changes_of_an_action_what_is_given_and_an_action_is_no_event(
    capsys: pytest.CaptureFixture[str],
) -> None:
    began = ("--begins", "2024-03-01", "--status", "under way")
    code, made = run(capsys, "action", "tiimi", "--fi", "Tiimi", "--area", "HVA02", *began)
    assert (code, made["areas"], made["status"]) == (0, ["HVA02"], "under way")
    code, changed = run(capsys, "action", "tiimi", "--donor", "HVA15", "--declared", "2024-01-15")
    recorded = {"recorded": today().isoformat()}
    assert (code, changed) == (0, made | {"donors": ["HVA15"], "declared": "2024-01-15"} | recorded)
    assert run(capsys, "actions") == (0, {"actions": [changed]})
    assert main(["action", "tiimi", "--donor", "HVA08"]) == 1  # the day is of other areas
    capsys.readouterr()
    assert main(["action", "tiimi", "--donor", "HVA02"]) == 1
    capsys.readouterr()
    assert main(["event", "tiimi", "--day", "2024-03-01", "--fi", "Tiimi", "--kind", "action"]) == 2
    assert "the command action" in capsys.readouterr().err
    assert run(capsys, "action", "tiimi", "--sv", "Team")[1]["name"] == {"fi": "Tiimi", "sv": "Team", "en": "Tiimi"}
    assert run(capsys, "action", "tiimi", "--fi", "Ryhmä")[1]["name"] == {"fi": "Ryhmä", "sv": "Team", "en": "Tiimi"}
    code, cleared = run(capsys, "action", "tiimi", "--clear", "donor", "--clear", "begins")
    assert (code, cleared["donors"], cleared["declared"], cleared["begins"]) == (0, [], None, None)
    assert run(capsys, "action", "tiimi", "--remove")[1]["removed"]
    assert run(capsys, "actions") == (0, {"actions": []})


def test_what_is_no_action_is_left_alone_by_the_command(
    installation: sa.Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    result = Undertaking(id="tuotos", kind="deliverable", number="1.1", name=Text.same("Tuotos"), areas=("HVA02",))
    with writing(installation) as connection:
        write_undertaking(connection, result, ADMIN)
    for given in (("--status", "done"), ("--remove",)):
        assert main(["action", "tuotos", *given]) == 2
        assert "deliverable" in capsys.readouterr().err
    assert run(capsys, "actions") == (0, {"actions": []})
    with installation.connect() as connection:
        assert read_undertakings(connection) == {"tuotos": result}
