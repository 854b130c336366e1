"""The data version: one number, read in two ways."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from keko.data.engine import connect, writing
from keko.data.versions import raise_version, read_version, start_version, version_in_force


def test_the_version_in_force_is_the_one_that_was_committed(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        start_version(connection)
    with writing(engine) as connection:
        raised = raise_version(connection)
        assert read_version(connection) == raised == 2
        assert version_in_force(engine) == 1
    assert version_in_force(engine) == 2


def test_a_database_that_is_not_set_up_says_so(tmp_path: Path) -> None:
    with pytest.raises(DBAPIError):
        version_in_force(connect(f"sqlite:///{tmp_path / 'keko.db'}"))


def test_a_connection_that_failed_can_be_used_again(engine: sa.Engine) -> None:
    one = connect(engine.url.render_as_string(hide_password=False))
    with one.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE data_version RENAME TO elsewhere")
    with pytest.raises(DBAPIError):
        version_in_force(one)
    with one.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO data_version")
        start_version(connection)
    assert version_in_force(one) == 1
    one.dispose()
