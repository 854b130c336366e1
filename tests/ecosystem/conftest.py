"""An installation with a small ecosystem."""

import pytest
import sqlalchemy as sa

from keko.data.engine import writing
from keko.ecosystem.store import write
from tests.ecosystem.invented import ADMIN, EVERY


@pytest.fixture
def there(installation: sa.Engine) -> sa.Engine:
    """An installation that has the records of `invented.EVERY`."""
    with writing(installation) as connection:
        write(connection, EVERY, ADMIN)
    return installation
