"""A draft that was protected against what was public when it was made is looked at again when it is published."""

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.drafts import Draft, create_draft
from keko.data.engine import writing
from keko.data.releases import current_release
from keko.data.schema import assessed
from keko.data.text import Text
from keko.indicators.over_time.assessments import outdated
from keko.intake import publication
from keko.intake.release.prepare import Delivery, prepare_releases
from tests.data.figures import ADMIN, KEUSOTE, counts, every_area, prepare, protected, published

PART, OTHERS = protected("clients", "count"), protected("others", "count")
WHOLE = protected("everybody", "count", parts=("clients", "others"))
CLIENTS, BESIDE = (3, 90, 80, 70, 60, 50), (100, 200, 300, 400, 500, 600)


def municipal(*numbers: int) -> pd.DataFrame:
    return counts(dict(zip(KEUSOTE, numbers, strict=True)))


@pytest.fixture
def draft(engine: sa.Engine) -> int:
    """A draft of clients, of which one municipality has few; the others are out."""
    with writing(engine) as connection:
        area_tables.write(connection)
        prepare(connection, PART, OTHERS, WHOLE)
        published(connection, OTHERS.id, "keusote", municipal(*BESIDE))
        [found] = prepare_releases(connection, [Delivery(PART, municipal(*CLIENTS))], every_area(), "keusote")
        content = Draft(PART.id, "keusote", found.observations, Text.same("source"), suppressions=found.suppressions)
        return create_draft(connection, content, ADMIN).id


def test_a_draft_is_published_where_nothing_follows(engine: sa.Engine, draft: int) -> None:
    with writing(engine) as connection:
        publication.publish(connection, [draft], ADMIN)
        assert current_release(connection, PART.id, "keusote") == draft
        assert PART.id not in outdated(connection, area_tables.load(connection))


def test_a_draft_is_not_published_where_others_give_its_hidden_cells_away(engine: sa.Engine, draft: int) -> None:
    together = municipal(*(own + other for own, other in zip(CLIENTS, BESIDE, strict=True)))
    with writing(engine) as connection:
        published(connection, WHOLE.id, "keusote", together)
    with pytest.raises(publication.GivesAway) as refused, writing(engine) as connection:
        publication.publish(connection, [draft], ADMIN)
    [problem] = refused.value.problems
    assert (problem.code, "Hyvinkää" in problem.message.fi) == ("gives-away", True)
    with engine.connect() as connection:
        assert current_release(connection, PART.id, "keusote") is None


def test_taking_back_what_gives_nothing_away_is_done(engine: sa.Engine, draft: int) -> None:
    with writing(engine) as connection:
        publication.publish(connection, [draft], ADMIN)
        assert publication.rollback(connection, PART.id, "keusote", ADMIN) is None
        assert connection.execute(sa.select(assessed).where(assessed.c.indicator == PART.id)).first() is None
