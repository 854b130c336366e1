"""The migrations make exactly the tables that the schema describes, on both engines."""

from hashlib import sha256

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from keko.data.engine import MIGRATIONS, connect, is_current, is_set_up, migrations, rebuilding, upgrade, writing
from keko.data.geometry import Origin, publish_boundaries
from keko.data.layers import Layer, Place
from keko.data.observations import KEY
from keko.data.schema import metadata
from keko.data.suppressions import write_suppressions
from keko.data.text import Text
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


def test_an_empty_database_is_not_set_up() -> None:
    empty = connect("sqlite://")
    assert not is_set_up(empty)
    assert not is_current(empty)
