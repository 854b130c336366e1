"""Records are read as they are and were; roles, references and what others have seen decide what may be written."""

import pytest
import sqlalchemy as sa

from keko.data.engine import writing
from keko.ecosystem.store import read, write
from tests.ecosystem.invented import ADMIN, EVERY


@pytest.fixture
def there(installation: sa.Engine) -> sa.Engine:
    """An installation with the small ecosystem."""
    with writing(installation) as connection:
        write(connection, EVERY, ADMIN)
    return installation


def test_what_was_written_is_read(there: sa.Engine) -> None:
    with there.connect() as connection:
        assert read(connection).records == {record.key: record for record in EVERY}
