"""Models are kept, published and taken back like indicators, and the two never meet."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from keko.data import publishing
from keko.data.drafts import discard
from keko.data.engine import writing
from keko.data.people import NotAllowed
from keko.data.publication_log import read_publication_log
from keko.data.publishing import Conflict, rollback
from keko.data.releases import read_release, read_releases
from keko.data.text import Text
from keko.data.versions import read_version
from keko.indicators import store as indicators
from keko.segments.store import (
    ModelDraft,
    Published,
    create_model_draft,
    published_models,
    read_model,
    read_table,
    usual_model,
)
from tests.data.figures import ADMIN, READER, counts, dump, item, prepare, published
from tests.segments.figures import model, stored, two_areas


@pytest.fixture
def database(engine: sa.Engine) -> sa.Engine:
    with writing(engine) as connection:
        prepare(connection, item("a", "count"))
    return engine


def seen(database: sa.Engine) -> dict[str, str]:
    """The versions of the models that a reader sees."""
    with database.connect() as connection:
        return {id_: one.model.version for id_, one in published_models(connection).items()}


def test_a_model_comes_back_as_it_was_stored(database: sa.Engine) -> None:
    with writing(database) as connection:
        before = read_version(connection)
        id_ = stored(connection, two_areas())
        assert read_version(connection) > before
    with database.connect() as connection:
        assert read_model(connection, id_) == model()
        sizes = read_table(connection, id_, "sizes")
        assert set(zip(sizes["area"], sizes["segment"], sizes["persons"], strict=True)) >= {("HVA15", "B", 700.0)}
        assert read_release(connection, id_)["difference"]["new"] == two_areas().rows


def test_a_draft_is_not_seen_and_a_new_version_is_taken_back(database: sa.Engine) -> None:
    with writing(database) as connection:
        draft = create_model_draft(connection, ModelDraft(model(), "ttl", two_areas(), Text.same("TTL")), ADMIN).id
    assert seen(database) == {}
    with writing(database) as connection:
        publishing.publish(connection, [draft], ADMIN)
    with writing(database) as connection:
        newer = stored(connection, two_areas(), version="2")
        assert read_release(connection, newer)["difference"] == {
            "new": 0,
            "changed": 0,
            "removed": 0,
            "same": two_areas().rows,
        }
    assert seen(database) == {"kaksi": "2"}
    with writing(database) as connection:
        assert rollback(connection, "segments/kaksi", "ttl", ADMIN) == draft
    assert seen(database) == {"kaksi": "1"}


def test_a_discarded_draft_leaves_no_figures(database: sa.Engine) -> None:
    with writing(database) as connection:
        id_ = create_model_draft(connection, ModelDraft(model(), "ttl", two_areas(), Text.same("TTL")), ADMIN).id
        discard(connection, id_, ADMIN)
    left = dump(database)
    assert not any(left[name] for name in left if name.startswith("segment") or name == "release")


def test_an_indicator_may_be_called_like_a_model(database: sa.Engine) -> None:
    with writing(database) as connection:
        stored(connection, two_areas())
        prepare(connection, item("kaksi", "count"))
        published(connection, "kaksi", "ttl", counts({"KU186": 7}))
        assert set(indicators.load(connection)) == {"a", "kaksi"}
        assert [one["indicator"] for one in read_releases(connection, kind="indicator")] == ["kaksi"]
        assert [one["indicator"] for one in read_publication_log(connection)] == ["kaksi"]
        assert [one["indicator"] for one in read_publication_log(connection, kind="segments")] == ["segments/kaksi"]
    assert seen(database) == {"kaksi": "1"}


def test_who_may_not_publish_stores_nothing(database: sa.Engine) -> None:
    before = dump(database)
    with pytest.raises(NotAllowed), writing(database) as connection:
        create_model_draft(connection, ModelDraft(model(), "ttl", two_areas(), Text.same("TTL")), READER)
    assert dump(database) == before


def test_two_providers_of_the_same_figures_are_told(database: sa.Engine) -> None:
    with writing(database) as connection:
        stored(connection, two_areas())
    with pytest.raises(Conflict), writing(database) as connection:
        stored(connection, two_areas(), provider="keusote")
    with writing(database) as connection:
        other = two_areas()
        other = replace(other, sizes=other.sizes.assign(period="2022"))
        stored(connection, other, provider="keusote")


def test_a_real_model_hides_its_demo_figures(database: sa.Engine) -> None:
    with writing(database) as connection:
        stored(connection, two_areas(), provider="demo")
        assert published_models(connection)["kaksi"].is_demo
        stored(connection, two_areas())
        assert not published_models(connection)["kaksi"].is_demo


def test_the_usual_model_is_of_real_figures_and_the_finest() -> None:
    def held(id_: str, segments: int, is_demo: bool, kind: str = "segments") -> Published:
        groups = tuple({"code": f"s{number}", "names": "-"} for number in range(segments))
        return Published(model(id=id_, segments=groups, kind=kind), 1, "ttl", is_demo, "TTL", None)

    models = [
        held("demo", 9, True),
        held("coarse", 2, False),
        held("fine", 5, False),
        held("other", 0, False, "definitions"),
    ]
    assert usual_model(models, "segments") == "fine"
    assert usual_model(models[:1], "segments") == "demo"
    assert usual_model(models[:1], "definitions") is None
