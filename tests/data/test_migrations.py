"""The migrations make exactly the tables that the schema describes, on both engines."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from keko.data.engine import connect, is_current, is_set_up, upgrade, writing
from keko.data.schema import metadata
from tests.data.figures import dump, item, prepare


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


def test_upgrading_again_keeps_everything(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        prepare(connection, item())
    before = dump(engine)
    upgrade(engine)
    assert dump(engine) == before
    assert is_current(engine)
    assert differences(engine) == []


def test_an_empty_database_is_not_set_up() -> None:
    empty = connect("sqlite://")
    assert not is_set_up(empty)
    assert not is_current(empty)
