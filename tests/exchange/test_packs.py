"""Open releases leave one installation as a pack and enter another by the way of every file."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.cli import main
from keko.data import sealed
from keko.data.drafts import Draft, create_draft
from keko.data.engine import writing
from keko.data.observations import KEY, read_observations
from keko.data.providers import ensure_provider
from keko.data.publishing import publish
from keko.data.releases import current_release, read_release
from keko.data.schema import indicator, provider, publication
from keko.data.text import Text
from keko.indicators import store
from keko.indicators.intervals import with_limits
from keko.installation import initialise
from keko.intake.mappings import Mapping
from keko.intake.packs.bring_in import bring_pack
from keko.intake.packs.manifest import open_pack
from keko.intake.release.order import Order
from keko.intake.workbench import Bench
from tests.data.figures import ADMIN, dump, every_area, item, protected, rows, shares
from tests.databases import Databases

RATE = "employment-rate-18-64"
NAMES = Text("Tilastokeskus", "Statistikcentralen", "Statistics Finland")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = main([*map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


def other(engine: sa.Engine) -> None:
    """An installation that has published figures of every kind, open and not."""
    initialise(engine)
    counts = {"KU106": (0, 100), "KU186": (72, 700), "KU505": (1, 3)}
    years = [shares(counts, period=str(year)) for year in (2021, 2022, 2023)]
    parts = with_limits(pd.concat([*years, rows(*_odd_cells(), period="2023")], ignore_index=True), item())
    with writing(engine) as connection:
        ensure_provider(connection, "statfin", NAMES)
        store.add(
            connection,
            [
                item("library-visits", headline=1, counts_residents=True),
                protected("clients", "count"),
                item("bought", licence="CC BY-NC 4.0"),
                item("permitted"),
                item("example"),
            ],
        )
        for id_ in (RATE, "library-visits", "clients", "bought"):
            _publish(
                connection,
                Draft(id_, "statfin", parts, NAMES, "2024", note="syksy", file_name="a.csv", sha256="a" * 64),
            )
        _publish(connection, Draft("permitted", "statfin", parts, NAMES, permit="THL/1"))
        _publish(connection, Draft("example", "demo", parts, NAMES, is_demo=True))


def _odd_cells() -> Iterator[dict[str, Any]]:
    yield {"area": "KU106", "age": "20-29", "value": 12.345678901234567, "lower": 10.0, "upper": 1e2 / 3}
    yield {"area": "KU186", "sex": "female", "value": 1.234, "status": "preliminary"}
    yield {"area": "KU186", "breakdown": '=koulutus: "ylin", taso', "value": 55.5, "status": "estimated"}
    yield {"area": "KU505", "sex": "male", "status": "missing at source", "reason": "not published"}
    yield {"area": "KU505", "sex": "female", "status": "hidden", "reason": "hidden at source"}


def _publish(connection: sa.Connection, draft: Draft) -> None:
    publish(connection, [create_draft(connection, draft, ADMIN).id], ADMIN)


@pytest.fixture
def pack(
    sqlite_files: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    """The pack of that installation."""
    with sqlite_files.copy(other) as engine, monkeypatch.context() as settings:
        settings.setenv("KEKO_DATABASE_URL", str(engine.url))
        code, answer = run(capsys, "pack", tmp_path / "tyo.keko", "--by", "Anna")
    assert (code, answer["by"]) == (0, "Anna")
    return tmp_path / "tyo.keko"


def figures(engine: sa.Engine, id_: str, provider_id: str = "statfin") -> pd.DataFrame:
    """What was delivered of an indicator."""
    with engine.connect() as connection:
        release = current_release(connection, id_, provider_id)
        assert release is not None
        every = read_observations(connection, release)
    return every[every["origin"] == "delivered"].sort_values(KEY).reset_index(drop=True)


def test_only_open_figures_leave_and_what_stays_is_told(
    databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with databases.copy(other) as engine:
        monkeypatch.setenv("KEKO_DATABASE_URL", engine.url.render_as_string(hide_password=False))
        code, answer = run(capsys, "pack", tmp_path / "a.keko", "--language", "en")
        assert code == 0
        assert [release["indicator"] for release in answer["releases"]] == [RATE, "library-visits"]
        reasons = {stay["indicator"]: stay["reason"].split()[2] for stay in answer["stays"]}
        assert reasons == {"bought": "“CC", "clients": "are", "example": "are", "permitted": "were"}
        assert run(capsys, "pack", tmp_path / "b.keko", "--indicator", RATE)[1]["stays"] == []
        for closed in ("clients", "bought", "permitted", "example", "population"):
            code, answer = run(capsys, "pack", tmp_path / "c.keko", "--indicator", RATE, "--indicator", closed)
            assert (code, set(answer)) == (1, {"error"})
        assert run(capsys, "pack", tmp_path / "c.keko", "--indicator", "nothing")[0] == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.keko", "b.keko"]


def test_figures_arrive_as_they_left_with_where_they_come_from(
    installation: sa.Engine, sqlite_files: Databases, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = dump(installation)
    code, tried = run(capsys, "import", pack, "--dry-run")
    assert (code, tried["status"], tried["release"]) == (0, "dry-run", None), tried
    assert dump(installation) == before
    assert run(capsys, "import", pack, "--indicator", RATE)[1]["status"] == "draft"
    code, answer = run(capsys, "import", pack, "--publish")
    assert (code, answer["status"]) == (0, "published"), answer
    assert [release["status"] for release in answer["releases"]] == ["published", "published"]
    with sqlite_files.copy(other) as there:
        for id_ in (RATE, "library-visits"):
            pd.testing.assert_frame_equal(figures(installation, id_), figures(there, id_), check_exact=True)
    with installation.connect() as connection:
        release = read_release(connection, answer["release"][0])
        names = connection.execute(sa.select(provider.c.name).where(provider.c.id == "statfin")).scalar_one()
        log = connection.execute(sa.select(publication.c.indicator).order_by(publication.c.indicator)).scalars().all()
        made = store.load(connection)["library-visits"]
    kept = ("territory", "file_name", "sha256", "note", "source")
    assert [release[name] for name in kept] == ["2024", "a.csv", "a" * 64, "syksy", NAMES._asdict()]
    assert Text.of(names) == NAMES
    assert log == [RATE, "library-visits"]
    assert (made.headline, made.counts_residents, made.disclosure.stated_by) == (None, False, "local")
    assert run(capsys, "check")[1]["ok"]


def test_the_same_pack_twice_changes_nothing(
    installation: sa.Engine, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "import", pack, "--publish")[0] == 0
    before = dump(installation)
    code, answer = run(capsys, "import", pack, "--publish")
    assert (code, answer["status"], answer["release"]) == (0, "same", None)
    assert {release["status"] for release in answer["releases"]} == {"same"}
    assert dump(installation) == before


def test_of_a_pack_one_indicator_may_be_refused_and_the_other_published(
    installation: sa.Engine, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with writing(installation) as connection:
        store.add(connection, [item("library-visits", "mean", unit="h")])
    code, answer = run(capsys, "import", pack, "--publish", "--language", "en")
    assert (code, answer["status"]) == (1, "rejected")
    assert {each["indicator"]: each["status"] for each in answer["releases"]} == {
        RATE: "published",
        "library-visits": "rejected",
    }
    (problem,) = answer["releases"][1]["problems"]
    assert (problem["code"], "kind; unit" in problem["message"]) == ("pack-other-definition", True)


def test_what_another_provider_publishes_already_is_a_conflict(
    installation: sa.Engine, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "import", pack, "--publish")
    code, answer = run(capsys, "import", pack, "--publish", "--provider", "toinen")
    assert code == 1
    assert {problem["code"] for problem in answer["problems"] if problem["severity"] == "error"} == {
        "provider-conflict"
    }


def changed(pack: Path, **changes: Any) -> Path:
    """The pack with a manifest that tells something else of its first release."""
    path = pack.with_name("toinen.keko")
    with zipfile.ZipFile(pack) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == sealed.MANIFEST:
                manifest = json.loads(content)
                release = manifest["releases"][0]
                release["indicator"] |= changes.pop("indicator", {})
                release |= changes
                content = json.dumps(manifest).encode()
            new.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"indicator": {"licence": "Sopimuksen mukaan"}}, "pack-licence"),
        ({"indicator": {"licence": " "}}, "pack-no-licence"),
        ({"indicator": {"disclosure": {"rule": "small cells"}}}, "pack-own-protection"),
        ({"indicator": {"kind": "mean"}}, "pack-other-definition"),
        ({"figures": {"name": "figures/1.csv", "size": 5, "sha256": "0" * 64}}, "damaged-pack"),
        ({"rows": 3}, "damaged-pack"),
        ({"permit": "none"}, "damaged-pack"),
        ({"provider": ""}, "damaged-pack"),
        ({"note": "a\x00b"}, "damaged-pack"),
        ({"file_name": "\x1b[2J"}, "damaged-pack"),
    ],
)
def test_a_pack_is_not_trusted(
    installation: sa.Engine, pack: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, Any], code: str
) -> None:
    before = dump(installation)
    file = changed(pack, **changes)
    status, answer = run(capsys, "import", file, "--publish", "--indicator", RATE)
    assert (status, answer["status"], [problem["code"] for problem in answer["problems"]]) == (1, "rejected", [code])
    assert dump(installation) == before
    assert run(capsys, "inspect", file)[0] == run(capsys, "verify", file)[0] == int(code == "damaged-pack")


def test_who_answers_for_protection_is_whoever_takes_a_pack_in(
    installation: sa.Engine, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pack written by hand names somebody who has said nothing here."""
    stated = {"rule": "none", "because": "not about persons", "stated_by": "Anna", "stated_at": "2024-01-01T00:00:00Z"}
    file = changed(pack, indicator={"id": "new-here", "disclosure": stated})
    assert run(capsys, "import", file, "--publish", "--indicator", "new-here")[0] == 0
    with installation.connect() as connection:
        made = store.load(connection)["new-here"].disclosure
    assert (made.about_persons, made.stated_by, (made.stated_at or "")[:4] > "2024") == ("no", "local", True)


def test_figures_of_a_pack_meet_the_checks_of_every_file(
    installation: sa.Engine, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever writes a pack by hand writes its hashes too; what the figures say is checked all the same."""
    path = pack.with_name("toinen.keko")
    with zipfile.ZipFile(pack) as archive:
        manifest = json.loads(archive.read(sealed.MANIFEST))
        release = manifest["releases"][0]
        lines = archive.read(release["figures"]["name"]).splitlines(keepends=True)
    with sealed.new_file(path) as archive:
        figures = sealed.add_part(archive, "figures/1.csv", [*lines[:-1], lines[-1].replace(b"KU", b"KU9")])
        releases = [release | {"figures": figures.model_dump()}]
        archive.writestr(sealed.MANIFEST, json.dumps(manifest | {"releases": releases}))
    before = dump(installation)
    code, answer = run(capsys, "import", path, "--publish")
    assert (code, answer["problems"][-1]["code"]) == (1, "unknown-area")
    assert dump(installation) == before


def test_a_pack_tells_what_it_holds(pack: Path, installation: sa.Engine, capsys: pytest.CaptureFixture[str]) -> None:
    before = dump(installation)
    code, answer = run(capsys, "inspect", pack)
    first = answer["releases"][0]
    assert (code, answer["format"], answer["problems"]) == (0, "keko-pack", [])
    assert [first[name] for name in ("indicator", "provider", "first", "last", "periods", "rows", "licence")] == [
        RATE, "statfin", "2021", "2023", 3, 14, "CC BY 4.0",
    ]  # fmt: skip
    assert run(capsys, "verify", pack)[1]["whole"]
    assert dump(installation) == before
    with installation.connect() as connection:
        assert connection.execute(sa.select(indicator.c.id).where(indicator.c.id == "library-visits")).first() is None


def test_figures_that_are_larger_than_a_file_may_be_are_not_unpacked(
    sqlite_files: Databases, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite_files.copy(initialise) as engine, open_pack(pack.read_bytes()) as (archive, held):
        monkeypatch.setattr(sealed, "read_lines", lambda *_: pytest.fail("unpacked"))
        bench = Bench(engine, every_area(), {}, max_bytes=held.releases[0].figures.size - 1)
        brought = bring_pack(bench, archive, held, Order("statfin", ADMIN), Mapping())
    assert [each.outcome.problems[0].code for each in brought if each.outcome] == ["file-too-large"] * 2
