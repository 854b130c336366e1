"""Evidence is kept as it was, found by its seal, and told whether its figures are still the newest."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from keko.data.drafts import Draft, create_draft
from keko.data.engine import writing
from keko.data.publishing import rollback
from keko.data.schema import pinned_view
from keko.data.text import Text
from keko.data.versions import read_version
from keko.room.frozen import FrozenView, as_json
from keko.room.provenance import Kept, Unpublished, find, keep, since, standing
from tests.data.figures import ADMIN, counts, dump, item, prepare, published
from tests.exchange.frozen_views import EMPLOYMENT


def frozen(*releases: int) -> FrozenView:
    return replace(EMPLOYMENT, releases=releases)


@pytest.fixture
def house(engine: sa.Engine) -> sa.Engine:
    """With one published release, number 1."""
    with writing(engine) as connection:
        prepare(connection, item())
        assert published(connection, "share", "keusote", counts({"KU186": 3.0})) == 1
    return engine


def what(engine: sa.Engine, view: FrozenView) -> str:
    with engine.connect() as connection:
        return standing(since(connection, view))


def test_a_view_comes_back_by_its_seal_or_the_beginning_of_it_however_it_is_written(house: sa.Engine) -> None:
    view = frozen(1)
    with writing(house) as connection:
        before = read_version(connection)
        keep(connection, [view, view])
        keep(connection, [view])
        assert read_version(connection) == before
        kept = [
            find(connection, text)
            for text in (view.seal, f"keko:{view.seal}", view.seal[:16].upper(), f" {view.seal[:8]} {view.seal[8:12]} ")
        ]
    assert [each.view for each in kept if each] == [view] * 4


def test_a_view_that_is_pinned_to_a_meeting_is_evidence_too(house: sa.Engine) -> None:
    view = frozen(1)
    with writing(house) as connection:
        connection.execute(pinned_view.insert().values(seal=view.seal, view=as_json(view)))
        assert find(connection, view.seal[:16]) == Kept(view.seal, view, view.frozen_at)
        keep(connection, [view])
        found = find(connection, view.seal)
    assert found is not None
    assert found.view == view


def test_what_is_no_seal_or_an_unknown_one_finds_nothing(house: sa.Engine) -> None:
    view = frozen(1)
    with writing(house) as connection:
        keep(connection, [view])
        for text in ("", view.seal[:11], "%" * 16, "_" * 16, "0" * 64, view.seal + "0", "' OR 1=1 --"):
            assert find(connection, text) is None


def test_a_beginning_that_two_share_is_none(house: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    seals = iter(["a" * 63 + "0", "a" * 63 + "1"])
    monkeypatch.setattr(FrozenView, "seal", property(lambda _: next(seals)))
    with writing(house) as connection:
        keep(connection, [frozen(1), frozen(1)])
        assert find(connection, "a" * 20) is None
        assert find(connection, "a" * 63 + "1") is not None


def test_what_was_never_published_is_not_kept(house: sa.Engine) -> None:
    with writing(house) as connection:
        draft = create_draft(connection, Draft("share", "keusote", counts({"KU186": 4.0}), Text.same("-")), ADMIN).id
    for id_ in (draft, 99):
        with pytest.raises(Unpublished), writing(house) as connection:
            keep(connection, [frozen(1, id_)])
    assert dump(house)["evidence"] == []


def test_newer_figures_and_figures_taken_back_are_told(house: sa.Engine) -> None:
    first = frozen(1)
    assert what(house, first) == "same"
    with writing(house) as connection:
        second = published(connection, "share", "keusote", counts({"KU186": 4.0}))
    assert (what(house, first), what(house, frozen(second))) == ("newer", "same")
    with writing(house) as connection:
        (change,) = since(connection, first)
        assert (change.indicator, change.provider, change.now) == ("share", "keusote", (second,))
        rollback(connection, "share", "keusote", ADMIN)
    assert (what(house, first), what(house, frozen(second))) == ("same", "taken back")
    with writing(house) as connection:
        rollback(connection, "share", "keusote", ADMIN)
    assert what(house, first) == "taken back"


def test_the_gravest_is_said_of_the_whole(house: sa.Engine) -> None:
    with writing(house) as connection:
        second = published(connection, "share", "keusote", counts({"KU186": 4.0}))
    assert what(house, frozen(second, 1)) == "newer"
    assert what(house, frozen(second, 99)) == "taken back"
    assert what(house, frozen()) == "no figures"


def test_a_kept_view_stays_whatever_happens_to_its_figures(house: sa.Engine) -> None:
    view = frozen(1)
    with writing(house) as connection:
        keep(connection, [view])
        rollback(connection, "share", "keusote", ADMIN)
        kept = find(connection, view.seal)
    assert kept is not None
    assert kept.view == view
