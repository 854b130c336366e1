"""A backup holds everything, goes into either kind of database, and is refused where it is not whole."""

import json
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command

from keko.cli import main
from keko.data import bulk, sealed
from keko.data.audit import note
from keko.data.backup import EMPTY, back_up
from keko.data.engine import is_current, migrations, rebuilding, upgrade, writing
from keko.data.observations import KEY
from keko.data.people import at_this_machine
from keko.data.problems import Refused
from keko.data.restore import restore
from keko.data.schema import (
    SEGMENT_TABLES,
    agenda_item,
    area_view,
    calibration,
    data_version,
    decision,
    ecosystem_choice,
    ecosystem_draft,
    event,
    meeting,
    meeting_series,
    metadata,
    person,
    person_role,
    pinned_view,
    remembered_mapping,
    segment,
    undertaking,
)
from keko.data.suppressions import write_suppressions
from keko.data.text import Text
from keko.data.versions import raise_version, read_version
from keko.ecosystem.records import Method
from keko.ecosystem.store import remove, write
from keko.installation import fill_with_demo, initialise
from keko.room.provenance import keep
from keko.room.rebases import accept_rebase
from tests.data.figures import ADMIN, counts, dump, item, prepare, published
from tests.databases import Databases
from tests.exchange.frozen_views import EMPLOYMENT

KINDS = ["sqlite_files", "postgresql"]


ROOM = (ecosystem_draft, ecosystem_choice, undertaking, pinned_view, meeting_series, meeting, agenda_item, decision)


def lived_in(engine: sa.Engine) -> None:
    """An installation in which people have done something of everything."""
    initialise(engine)
    assert list(fill_with_demo(engine, at_this_machine(), ["employment-rate-18-64", "segments/esimerkki-maaritelmat"]))
    with writing(engine) as connection:
        prepare(connection, item())
        for figure in (3.0, 5.5):
            published(connection, "share", "keusote", counts({"KU186": figure}))
        mapping = {"shape": "ä", "mapping": {"decimal": ","}, "file_name": '=1\n"2";3', "by": "Anna", "at": "2026"}
        connection.execute(remembered_mapping.insert().values(mapping))
        connection.execute(person_role.insert().values(subject="Åsa", role="admin", provider="", areas=None))
        connection.execute(person.insert().values(id="Åsa", grants=[]))
        connection.execute(area_view.insert().values(area="HVA02"))
        method = Method(id="ips", name=Text.same("IPS"), evidence="strong")
        write(connection, [method], ADMIN)
        remove(connection, [method.key], ADMIN)
        keep(connection, [replace(EMPLOYMENT, releases=())])
        note(connection, ADMIN, "try", "null", before=None, after={"empty": "", "none": None})
        accept_rebase(
            connection, "share", "KU186", connection.execute(sa.select(event.c.id).limit(1)).scalar_one(), ADMIN
        )
        write_suppressions(connection, 1, counts({"KU186": 3.0})[KEY].assign(cause="primary"))
        for table in (segment, *SEGMENT_TABLES, calibration, *ROOM):
            if not connection.execute(sa.select(table)).first():
                connection.execute(table.insert().values({column.name: _cell(column) for column in table.columns}))


def _cell(column: "sa.Column[Any]") -> object:
    """Something that the column can hold."""
    kinds = {
        sa.Integer: 1, sa.Float: 0.1 + 0.2, sa.Boolean: False, sa.JSON: {"fi": "ä"}, sa.String: "total", sa.Date: date(2026, 1, 31),
        sa.LargeBinary: b"\x00\xff",
    }  # fmt: skip
    usual = next(value for kind, value in kinds.items() if isinstance(column.type, kind))
    return {"indicator": "share", "area": "HVA02"}.get(column.name, usual)


@pytest.fixture
def source(request: pytest.FixtureRequest) -> Iterator[sa.Engine]:
    databases: Databases = request.getfixturevalue(request.param)
    with databases.copy(lived_in) as engine:
        yield engine


@pytest.fixture
def file(sqlite_files: Databases, tmp_path: Path) -> Path:
    """A backup of a small database."""
    with sqlite_files.copy(small) as engine:
        back_up(engine, tmp_path / "kopio")
    return tmp_path / "kopio"


def small(engine: sa.Engine) -> None:
    upgrade(engine)
    with writing(engine) as connection:
        prepare(connection, item())
        published(connection, "share", "keusote", counts({"KU186": 3.0}))


def nothing(engine: sa.Engine) -> None:
    """A database without any tables."""
    engine.connect().close()


def in_order(engine: sa.Engine) -> dict[str, list[str]]:
    """Every row of every table; the engines put texts in different orders."""
    return {name: sorted(map(repr, rows)) for name, rows in dump(engine).items()}


def answers(engine: sa.Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    monkeypatch.setenv("KEKO_DATABASE_URL", engine.url.render_as_string(hide_password=False))
    commands = (
        ["series", "employment-rate-18-64", "--area", "HVA02", "--area", "KU186"],
        ["compare", "--area", "HVA02", "--benchmark", "HVA15"],
        ["segments", "show"],
        ["releases"],
    )
    given = []
    for arguments in commands:
        assert main([*arguments, "--json"]) == 0
        given.append(capsys.readouterr().out)
    return given


@pytest.mark.parametrize("source", KINDS, indirect=True)
@pytest.mark.parametrize("target", KINDS)
def test_everything_comes_back_in_either_kind_of_database(
    source: sa.Engine,
    target: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    databases: Databases = request.getfixturevalue(target)
    made = back_up(source, tmp_path / "kopio")
    assert stat.S_IMODE((tmp_path / "kopio").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["kopio"]
    with databases.copy(initialise) as engine:
        restored = restore(engine, tmp_path / "kopio")
        before, after = in_order(source), in_order(engine)
        assert not [name for name, rows in before.items() if not rows and name not in EMPTY]
        assert after == before
        assert {part.table: part.rows for part in restored.tables} == {name: len(rows) for name, rows in before.items()}
        assert restored == made
        assert is_current(engine)
        assert answers(engine, monkeypatch, capsys) == answers(source, monkeypatch, capsys)
        with source.connect() as mine, engine.connect() as theirs:
            assert read_version(mine) == read_version(theirs)
        _goes_on(engine)
        _goes_on(source)
        keys = ("release", "publication", "audit")
        assert {key: [row[0] for row in dump(engine)[key]] for key in keys} == {
            key: [row[0] for row in dump(source)[key]] for key in keys
        }


def _goes_on(engine: sa.Engine) -> None:
    """Numbers are given on from the last, and references are looked at again."""
    with writing(engine) as connection:
        published(connection, "share", "keusote", counts({"KU186": 7.0}))
    with pytest.raises(sa.exc.IntegrityError), writing(engine) as connection:
        accept_rebase(connection, "nobody's", "KU186", "nothing", ADMIN)


def test_a_database_of_an_older_form_comes_back_in_the_newest(databases: Databases, tmp_path: Path) -> None:
    with databases.copy(small) as engine, databases.copy(nothing) as target:
        before = in_order(engine)
        with rebuilding(engine) as connection:
            command.downgrade(migrations(connection), "0004")
        assert back_up(engine, tmp_path / "kopio").revision == "0004"
        restore(target, tmp_path / "kopio")
        assert in_order(target) == before
        assert is_current(target)


def test_what_others_write_meanwhile_is_in_all_tables_or_in_none(
    databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with databases.copy(small) as engine, databases.copy(nothing) as target:
        before = in_order(engine)
        add_part = sealed.add_part

        def while_others_write(archive: zipfile.ZipFile, name: str, pieces: Any) -> sealed.Part:
            with writing(engine) as connection:
                published(connection, "share", "keusote", counts({"KU186": 9.0}))
            return add_part(archive, name, pieces)

        monkeypatch.setattr(sealed, "add_part", while_others_write)
        back_up(engine, tmp_path / "kopio")
        assert in_order(engine) != before
        restore(target, tmp_path / "kopio")
        assert in_order(target) == before


def test_a_database_with_figures_is_left_as_it_is(engine: sa.Engine, file: Path) -> None:
    small(engine)
    before = dump(engine)
    with pytest.raises(Refused, match="already holds data"):
        restore(engine, file)
    assert dump(engine) == before


def test_a_restore_that_is_cut_off_leaves_the_database_as_it_was(
    databases: Databases, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    insert = bulk.insert

    def cut_off(connection: sa.Connection, table: sa.Table, rows: Any) -> None:
        insert(connection, table, rows)
        if table.name == "observation":
            raise KeyboardInterrupt

    monkeypatch.setattr(bulk, "insert", cut_off)
    with databases.copy(nothing) as empty, databases.copy(initialise) as fresh:
        before = dump(fresh)
        for engine in (empty, fresh):
            with pytest.raises(KeyboardInterrupt):
                restore(engine, file)
        assert sa.inspect(empty).get_table_names() == []
        assert dump(fresh) == before


def test_tables_of_others_in_the_same_database_stay(databases: Databases, file: Path) -> None:
    with databases.copy(nothing) as engine:
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE somebody_elses (id INTEGER)")
        restore(engine, file)
        assert sa.inspect(engine).has_table("somebody_elses")


def rewritten(
    file: Path, change: Callable[[str, bytes], bytes | None], more: tuple[tuple[str, bytes], ...] = ()
) -> Path:
    """The file with parts as `change` makes them; None leaves one out."""
    other = file.with_name("toinen")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in more:
            new.writestr(name, content)
    return other


def manifest(**changes: Any) -> Callable[[str, bytes], bytes]:
    return lambda name, old: json.dumps(json.loads(old) | changes).encode() if name == sealed.MANIFEST else old


BROKEN: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a figure was changed": (lambda file: rewritten(file, lambda _, old: old.replace(b",3.0,", b",4.0,")), "not whole"),
    "a part is missing": (lambda file: rewritten(file, lambda name, old: None if "audit" in name else old), "not whole"),
    "another part": (lambda file: rewritten(file, lambda _, old: old, (("../../evil", b"x"),)), "not whole"),
    "a part twice": (lambda file: rewritten(file, lambda _, old: old, (("tables/audit.jsonl", b""),)), "not whole"),
    "no tables": (lambda file: rewritten(file, manifest(tables=[])), "not whole"),
    "a newer form of tables": (lambda file: rewritten(file, manifest(revision="9999")), "newer KEKO"),
    "a newer form of file": (lambda file: rewritten(file, manifest(version=2, other=1)), "newer KEKO"),
    "another kind of file": (lambda file: rewritten(file, manifest(format="keko-pack")), "is a pack, but here a backup is needed"),
    "something else": (lambda file: rewritten(file, manifest(format="x")), "is something else, but here a backup"),
    "no manifest": (lambda file: rewritten(file, lambda name, old: None if name == sealed.MANIFEST else old), "neither"),
    "a manifest that is none": (lambda file: rewritten(file, lambda _, __: b"[" * 100_000), "not whole"),
    "a bomb": (lambda file: rewritten(file, lambda _, old: old, (("bomb", bytes(120_000_000)),)), "out of all proportion"),
}  # fmt: skip


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("how", BROKEN)
def test_a_backup_that_is_not_whole_is_refused_before_anything_is_written(
    installation: sa.Engine, file: Path, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    breaking, sentence = BROKEN[how]
    broken, before = breaking(file), dump(installation)
    with pytest.raises(Refused, match=sentence):
        restore(installation, broken)
    assert main(["restore", str(broken), "--json"]) == 1
    assert set(json.loads(capsys.readouterr().out)) == {"error"}
    assert dump(installation) == before


@pytest.mark.parametrize("content", [b"", b"Kunta;Vuosi\n", b"PK\x03\x04" + bytes(500)])
def test_what_is_no_backup_is_told_and_never_replaced(engine: sa.Engine, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "keko.db"
    path.write_bytes(content)
    with pytest.raises(Refused, match="neither a backup nor a pack"):
        restore(engine, path)
    with pytest.raises(Refused, match="something else"):
        back_up(engine, path)
    assert path.read_bytes() == content


def test_a_backup_that_fails_leaves_the_one_before(
    engine: sa.Engine, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    monkeypatch.setattr(sealed, "add_manifest", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        back_up(engine, file)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(".")] == []


def test_the_commands_tell_what_a_backup_is(
    installation: sa.Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kopio"
    assert main(["backup", str(file), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert main(["verify", str(file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    kept = {"whole": True, "format": "keko-backup", "engine": installation.dialect.name}
    assert {name: told[name] for name in kept} == kept
    assert told["keko"][0].isdigit()
    assert told["tables"] == made["tables"] == {name: len(rows) for name, rows in dump(installation).items()}
    assert main(["verify", str(rewritten(file, lambda _, old: old + b" ")), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["problems"][0]["code"] == "not-whole"
    assert main(["restore", str(file)]) == 0
    assert main(["restore", str(tmp_path / "none")]) == 2
    assert main(["backup", str(tmp_path / "none" / "kopio")]) == 2


def test_every_table_is_known_to_be_backed_up(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        names = {name for name in archive.namelist() if name != sealed.MANIFEST}
    assert names == {f"tables/{name}.jsonl" for name in metadata.tables}


def test_the_version_of_data_goes_on(databases: Databases, file: Path) -> None:
    with databases.copy(nothing) as engine:
        restore(engine, file)
        with writing(engine) as connection:
            assert raise_version(connection) == 3
            assert connection.execute(sa.select(sa.func.count()).select_from(data_version)).scalar() == 1
