"""The migrations make exactly the tables that the schema describes, on both engines."""

from datetime import date, timedelta
from hashlib import sha256

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from keko.data import areas as area_tables
from keko.data.audit import Wanted, Word, read_log
from keko.data.engine import MIGRATIONS, connect, is_current, is_set_up, migrations, rebuilding, upgrade, writing
from keko.data.geometry import Origin, publish_boundaries
from keko.data.layers import Layer, Place
from keko.data.observations import KEY
from keko.data.schema import metadata, rebase, undertaking
from keko.data.suppressions import write_suppressions
from keko.data.text import Text
from keko.room.events import read_events
from keko.room.rebases import read_rebases
from keko.room.undertakings import Undertaking
from tests.data.figures import ADMIN, counts, dump, item, prepare, published

# Databases have been through these: what changes the tables is a migration of its own, and stands here from then on.
WRITTEN = {
    "0001": "d436ef92e0657bc4",
    "0002": "b331f858e358bad8",
    "0003": "8b7af6f6d6cf7004",
    "0004": "9d08b91b856b86ac",
    "0005": "49e3a7ec2c564c0d",
    "0006": "284313ee0a8c9b1e",
    "0007": "fe1916b73c7c4b66",
    "0008": "5820f742dca8a518",
    "0009": "11253b17b20682e9",
    "0010": "f95b81b8443953dd",
    "0011": "7229911831063ac4",
    "0012": "bab258f521532f63",
    "0013": "b55e3f8b6d1abb67",
    "0014": "df309208e40156df",
    "0015": "675bfd7ce310903f",
}


def differences(engine: sa.Engine) -> list[object]:
    """What alembic would change. SQLite keeps no comments, so there they are not compared."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        differences = list(compare_metadata(context, metadata))
    return [
        difference
        for difference in differences
        if engine.dialect.name != "sqlite" or "comment" not in str(difference[0])
    ]


def test_the_database_is_as_the_schema_says(engine: sa.Engine) -> None:
    assert differences(engine) == []


@pytest.mark.parametrize(
    "change", ["DROP TABLE audit", "ALTER TABLE area ADD COLUMN colour TEXT", "ALTER TABLE release DROP COLUMN note"]
)
def test_the_comparison_would_notice(engine: sa.Engine, change: str) -> None:
    with writing(engine) as connection:
        connection.exec_driver_sql(change)
    assert differences(engine)


def test_a_migration_that_databases_have_been_through_is_not_written_anew() -> None:
    files = sorted((MIGRATIONS / "versions").glob("[0-9]*.py"))
    assert {file.name[:4]: sha256(file.read_bytes()).hexdigest()[:16] for file in files} == WRITTEN


def test_upgrading_again_keeps_everything(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        prepare(connection, item())
    before = dump(engine)
    upgrade(engine)
    assert dump(engine) == before
    assert is_current(engine)
    assert differences(engine) == []


def test_what_was_stored_keeps_its_source_in_every_language_and_nothing_else_changes(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        prepare(connection, item())
        id_ = published(connection, "share", "keusote", counts({"KU186": 3.0}))
        write_suppressions(connection, id_, counts({"KU186": 3.0})[KEY].assign(cause="primary"))
        layer = Layer("KU", b"{}", "hash", 2, {"KU186": Place(25.0, 60.0, 24.0, 59.0, 26.0, 61.0, 31.0)})
        publish_boundaries(connection, Origin(Text.same('d\'Orsay "1"'), "CC BY 4.0", ""), [layer], ADMIN)
    before = dump(engine)
    with rebuilding(engine) as connection:
        command.downgrade(migrations(connection), "0004")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT source FROM release").scalar() == "source of keusote"
        assert connection.exec_driver_sql("SELECT source FROM boundary_release").scalar() == 'd\'Orsay "1"'
    upgrade(engine)
    assert dump(engine) == before
    assert before["suppression"]
    assert before["publication"]
    assert {"fi": "source of keusote", "sv": "source of keusote", "en": "source of keusote"} in before["release"][0]
    assert differences(engine) == []
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_actions_among_events_become_undertakings_and_nothing_of_them_is_lost(engine: sa.Engine) -> None:
    today = date.today()
    own = {
        "areas": ["HVA02"],
        "indicators": ["share"],
        "donors": ["HVA15"],
        "declared": date(2022, 1, 15),
        "is_demo": True,
    }
    every = {"areas": None, "indicators": None, "donors": [], "declared": None, "is_demo": False}
    rows = [
        {"id": "Tiimi 1", "day": date(2022, 3, 1), "kind": "action", **own},
        {"id": "tiimi-1", "day": today - timedelta(30), "kind": "action", **every},
        {"id": "ei-missaan", "day": date(2024, 1, 1), "kind": "action", **every, "areas": []},
        {"id": "tulossa", "day": today + timedelta(30), "kind": "action", **every},
        {"id": "muu", "day": date(2022, 3, 1), "kind": "event", **own},
    ]
    with writing(engine) as connection:
        area_tables.write(connection)
        prepare(connection, item("share"))
    with rebuilding(engine) as connection:
        command.downgrade(migrations(connection), "0014")
        before = sa.Table("event", sa.MetaData(), autoload_with=connection)
        connection.execute(before.insert(), [row | {"name": Text.same("Tiimi")._asdict()} for row in rows])
        limits = {"indicator": "share", "area": "HVA02", "by": "Anna", "at": "2026"}
        connection.execute(rebase.insert(), [limits | {"event": id_} for id_ in ("Tiimi 1", "muu")])
    upgrade(engine)
    with engine.connect() as connection:
        made = {each.id: each for each in _stored(connection)}
        (event,) = read_events(connection)
        accepted = read_rebases(connection, "share", "HVA02")
        log = {line.object: line for line in read_log(connection, Wanted((Word("event to action"),)), ADMIN)}
    assert {id_: each.status for id_, each in made.items()} == {
        "ei-missaan": "under way",
        "tiimi-1": "under way",
        "tiimi-1-2": "under way",
        "tulossa": "not started",
    }
    team = made["tiimi-1"]
    assert (team.begins, team.areas, team.indicators) == (date(2022, 3, 1), ("HVA02",), ("share",))
    assert (team.donors, team.declared, team.declared_before, team.is_demo) == (
        ("HVA15",),
        date(2022, 1, 15),
        True,
        True,
    )
    assert (made["tiimi-1-2"].areas, made["tiimi-1-2"].indicators, made["tiimi-1-2"].is_demo) == (("MAA",), None, False)
    assert made["tiimi-1-2"].concerns("anything", "KU186")
    assert made["ei-missaan"].areas == ()
    assert {each.lateness(today) for each in made.values() if each.status == "under way"} == {"not known"}
    assert (event.id, event.kind) == ("muu", "event")
    assert accepted.keys() == {"undertaking/tiimi-1", "muu"}
    assert (log["tiimi-1"].before["donors"], log["tiimi-1"].after["donors"]) == (["HVA15"], ["HVA15"])
    assert len(log) == 4
    with rebuilding(engine) as connection:
        command.downgrade(migrations(connection), "0014")
    upgrade(engine)
    assert differences(engine) == []


def _stored(connection: sa.Connection) -> list[Undertaking]:
    """Invented ones too, which give way to real ones where they are shown."""
    return [Undertaking.model_validate(row) for row in connection.execute(sa.select(undertaking.c.data)).scalars()]


def test_an_empty_database_is_not_set_up() -> None:
    empty = connect("sqlite://")
    assert not is_set_up(empty)
    assert not is_current(empty)
