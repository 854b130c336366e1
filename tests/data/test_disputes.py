"""What two organisations both deliver is found: which figures, and what each of them says."""

import pytest
import sqlalchemy as sa

from keko.data.disputes import Pair, read_pairs, read_shared
from keko.data.drafts import Draft, create_draft
from keko.data.engine import writing
from keko.data.publishing import rollback
from keko.data.schema import current
from keko.data.text import Text
from tests.data.figures import ADMIN, counts, item, prepare, published


@pytest.fixture
def database(engine: sa.Engine) -> sa.Engine:
    """Figures that one organisation has published, and a draft of another with two of them and one of its own."""
    with writing(engine) as connection:
        prepare(connection, item("a", "count"), item("b", "count"))
        published(connection, "a", "keusote", counts({"KU186": 10, "KU858": 20}))
        rows = counts({"KU186": 11, "KU858": 20, "KU179": 30})
        create_draft(connection, Draft("a", "hyvaks", rows, Text.same("source")), ADMIN)
    return engine


PAIR = Pair("a", "indicator", 1, "keusote", 2, "hyvaks", True)


def test_a_draft_beside_what_another_organisation_has_published(database: sa.Engine) -> None:
    with database.connect() as connection:
        assert read_pairs(connection) == [PAIR]
        shared = read_shared(connection, PAIR)
    assert (shared.figures, shared.areas, shared.periods) == (2, ("KU186", "KU858"), ("2023",))
    said_by_each = [(cell.area, cell.first, cell.second) for cell in shared.cells]
    assert said_by_each == [("KU186", 10, 11), ("KU858", 20, 20)]


def test_roll_ups_and_demo_figures_are_in_no_dispute(database: sa.Engine) -> None:
    with writing(database) as connection:
        published(connection, "b", "keusote", counts({"HVA02": 1}, origin="rolled up"))
        published(connection, "b", "demo", counts({"HVA02": 1}), is_demo=True)
        published(connection, "b", "hyvaks", counts({"HVA02": 2}))
        pairs = [pair for pair in read_pairs(connection) if pair.indicator == "b"]
        assert [(pair.first_provider, pair.second_provider, pair.is_draft) for pair in pairs] == [
            ("keusote", "hyvaks", False)
        ]
        assert read_shared(connection, pairs[0]) == (0, (), (), ())


def test_a_dispute_ends_when_either_side_gives_way(database: sa.Engine) -> None:
    with writing(database) as connection:
        rollback(connection, "a", "keusote", ADMIN)
        assert read_pairs(connection) == []


def test_two_published_sides_that_an_older_release_brought_together_are_found(database: sa.Engine) -> None:
    with writing(database) as connection:
        connection.execute(current.insert().values(indicator="a", provider="hyvaks", release=2))
        connection.exec_driver_sql("UPDATE release SET status = 'published' WHERE id = 2")
        assert read_pairs(connection) == [PAIR._replace(is_draft=False)]
