"""Publishing moves one pointer, rolling back moves it back, and whatever goes wrong leaves everything as it was."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data import publishing
from keko.data.delivered_files import delivered_files
from keko.data.drafts import Draft, create_draft
from keko.data.engine import writing
from keko.data.people import Grant, NotAllowed, Person
from keko.data.publishing import Conflict, OutdatedDraft, publish, rollback
from keko.data.releases import NoRelease, current_release, read_release, read_releases, visible_releases
from keko.data.schema import audit, publication
from keko.data.text import Text
from keko.data.versions import read_version
from keko.indicators.series import read_series
from tests.data.figures import ADMIN, READER, counts, dump, item, prepare, published

KEUSOTE = Person("analyst@keusote.example", (Grant("analyst", "keusote"),))


@pytest.fixture
def database(engine: sa.Engine) -> sa.Engine:
    """Two indicators and no figures."""
    with writing(engine) as connection:
        prepare(connection, item("a", "count"), item("b", "count"))
    return engine


def draft(
    connection: sa.Connection, value: float, indicator: str = "a", provider: str = "keusote", area: str = "KU186"
) -> int:
    return create_draft(connection, Draft(indicator, provider, counts({area: value}), Text.same("source")), ADMIN).id


def release(
    database: sa.Engine, value: float, indicator: str = "a", provider: str = "keusote", area: str = "KU186"
) -> int:
    with writing(database) as connection:
        return published(connection, indicator, provider, counts({area: value}))


def seen(database: sa.Engine, indicator: str = "a", area: str = "KU186") -> list[float | None]:
    """The values that a reader sees."""
    with database.connect() as connection:
        return [point.value for point in read_series(connection, [indicator], [area])[indicator, area].points]


def status(database: sa.Engine, id_: int) -> str:
    with database.connect() as connection:
        return str(read_release(connection, id_)["status"])


def take_back(database: sa.Engine, provider: str = "keusote") -> int | None:
    with writing(database) as connection:
        return rollback(connection, "a", provider, ADMIN)


def test_a_draft_is_not_seen(database: sa.Engine) -> None:
    with writing(database) as connection:
        id_ = draft(connection, 1)
        version = read_version(connection)
    assert seen(database) == []
    assert status(database, id_) == "draft"
    with writing(database) as connection:
        assert publish(connection, [id_], ADMIN) == version + 1
    assert seen(database) == [1]


def test_a_newer_release_replaces_the_one_before(database: sa.Engine) -> None:
    first, second = release(database, 1), release(database, 2)
    assert seen(database) == [2]
    assert (status(database, first), status(database, second)) == ("superseded", "published")


def test_many_releases_are_published_under_one_version(database: sa.Engine) -> None:
    with writing(database) as connection:
        before = read_version(connection)
        ids = [draft(connection, 1, "a"), draft(connection, 2, "b"), draft(connection, 3, "b", "statfin", "KU858")]
        version = publish(connection, ids, ADMIN)
        assert version == read_version(connection) == before + 1
        lines = connection.execute(sa.select(publication.c.data_version, publication.c.release, publication.c.by))
        assert lines.all() == [(version, id_, ADMIN.subject) for id_ in ids]


def test_what_was_done_is_in_the_audit_log(database: sa.Engine) -> None:
    first, second = release(database, 1), release(database, 2)
    take_back(database)
    with database.connect() as connection:
        lines = connection.execute(sa.select(audit.c.who, audit.c.what, audit.c.object).order_by(audit.c.id)).all()
        last = connection.execute(sa.select(audit.c.before, audit.c.after).order_by(audit.c.id.desc()).limit(1)).one()
    expected = [("draft", first), ("publish", first), ("draft", second), ("publish", second), ("rollback", second)]
    assert lines == [(ADMIN.subject, what, f"release {id_}") for what, id_ in expected]
    assert last == ({"release": second}, {"release": first})


def test_rolling_back_goes_one_further_each_time_and_at_last_to_nothing(database: sa.Engine) -> None:
    first, second, third = (release(database, value) for value in (1, 2, 3))
    assert (take_back(database), seen(database)) == (second, [2])
    assert (take_back(database), seen(database)) == (first, [1])
    assert (take_back(database), seen(database)) == (None, [])
    assert [status(database, id_) for id_ in (first, second, third)] == ["withdrawn"] * 3
    with pytest.raises(NoRelease):
        take_back(database)


def test_every_rollback_is_a_new_version_with_its_line_in_the_log(database: sa.Engine) -> None:
    first, second = release(database, 1), release(database, 2)
    take_back(database)
    take_back(database)
    with database.connect() as connection:
        log = connection.execute(
            sa.select(publication.c.data_version, publication.c.release).order_by(publication.c.id)
        ).all()
        version = read_version(connection)
    assert [line.release for line in log] == [first, second, first, None]
    assert [line.data_version for line in log] == [version - 3, version - 2, version - 1, version]


def test_a_withdrawn_release_can_be_published_again(database: sa.Engine) -> None:
    release(database, 1)
    second = release(database, 2)
    take_back(database)
    with writing(database) as connection:
        publish(connection, [second], ADMIN)
    assert (seen(database), status(database, second)) == ([2], "published")
    take_back(database)
    assert seen(database) == [1]


def test_after_a_rollback_a_mended_release_goes_back_to_the_good_one(database: sa.Engine) -> None:
    release(database, 1)
    release(database, 666)
    take_back(database)
    release(database, 2)
    take_back(database)
    assert seen(database) == [1]


def test_another_providers_release_is_untouched(database: sa.Engine) -> None:
    other = release(database, 7, provider="statfin", area="KU858")
    release(database, 1)
    take_back(database)
    assert seen(database, area="KU858") == [7]
    assert status(database, other) == "published"
    with pytest.raises(NoRelease):
        take_back(database)


def test_the_same_figures_from_a_second_provider_are_refused(database: sa.Engine) -> None:
    release(database, 1)
    with writing(database) as connection:
        harmless, second = draft(connection, 5, "b", "statfin"), draft(connection, 2, provider="statfin")
    before = dump(database)
    with pytest.raises(Conflict) as refused, writing(database) as connection:
        publish(connection, [harmless, second], ADMIN)
    assert (refused.value.provider, refused.value.rows, refused.value.area) == ("keusote", 1, "KU186")
    assert dump(database) == before


def test_a_roll_up_beside_another_providers_figure_is_no_conflict(database: sa.Engine) -> None:
    release(database, 100, provider="statfin", area="HVA02")
    own = pd.concat([counts({"KU186": 1}), counts({"HVA02": 60}, origin="rolled up")])
    with writing(database) as connection:
        published(connection, "a", "keusote", own)
    assert seen(database, area="HVA02") == [100]


NOT_ALLOWED: list[tuple[Person, str]] = [
    (READER, "keusote"),
    (KEUSOTE, "statfin"),
    (Person("actor", (Grant("actor"),)), "keusote"),
    (Person("nobody", ()), "keusote"),
]


@pytest.mark.parametrize(("who", "provider"), NOT_ALLOWED, ids=[who.subject for who, _ in NOT_ALLOWED])
def test_who_may_not_changes_nothing(database: sa.Engine, who: Person, provider: str) -> None:
    release(database, 1, provider=provider)
    with writing(database) as connection:
        id_ = draft(connection, 2, provider=provider)
    before = dump(database)
    actions: list[Callable[[sa.Connection], object]] = [
        lambda connection: create_draft(
            connection, Draft("a", provider, counts({"KU186": 3}), Text.same("source")), who
        ),
        lambda connection: publish(connection, [id_], who),
        lambda connection: rollback(connection, "a", provider, who),
    ]
    for action in actions:
        with pytest.raises(NotAllowed), writing(database) as connection:
            action(connection)
    assert dump(database) == before


def test_an_analyst_publishes_for_the_own_provider(database: sa.Engine) -> None:
    with writing(database) as connection:
        id_ = create_draft(connection, Draft("a", "keusote", counts({"KU186": 3}), Text.same("source")), KEUSOTE).id
        publish(connection, [id_], KEUSOTE)
        assert read_release(connection, id_)["published_by"] == KEUSOTE.subject
    assert seen(database) == [3]


def test_a_failure_in_the_middle_leaves_everything_as_it_was(
    database: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(database, 1)
    with writing(database) as connection:
        ids = [draft(connection, 2), draft(connection, 3, "b")]
    before = dump(database)
    done: list[str] = []

    def breaks(*arguments: object, **more: object) -> None:
        done.append("note")
        if len(done) == 2:
            raise OSError("the disk is full")

    monkeypatch.setattr(publishing, "note", breaks)
    with pytest.raises(OSError, match="disk"), writing(database) as connection:
        publish(connection, ids, ADMIN)
    assert len(done) == 2
    assert dump(database) == before


def test_an_unknown_release_cannot_be_published(database: sa.Engine) -> None:
    before = dump(database)
    with pytest.raises(NoRelease), writing(database) as connection:
        publish(connection, [99], ADMIN)
    assert dump(database) == before


def test_demo_gives_way_to_real_figures_and_comes_back_without_them(database: sa.Engine) -> None:
    with writing(database) as connection:
        for name in ("a", "b"):
            published(connection, name, "demo", counts({"KU186": 111, "KU858": 222}), is_demo=True)
    assert seen(database) == [111]
    release(database, 1)
    with database.connect() as connection:
        visible = {(row.indicator, row.is_demo) for row in connection.execute(visible_releases())}
    assert visible == {("a", False), ("b", True)}
    assert seen(database, area="KU858") == []  # not even for the areas that the real figures leave out
    take_back(database)
    assert seen(database) == [111]


def test_publishing_is_seen_only_when_it_is_complete(database: sa.Engine) -> None:
    release(database, 1)
    with writing(database) as connection:
        id_ = draft(connection, 2)
        publish(connection, [id_], ADMIN)
        assert seen(database) == [1]
    assert seen(database) == [2]


def test_publishers_at_the_same_time_lose_nothing(database: sa.Engine) -> None:
    rounds = 4
    with database.connect() as connection:
        before = read_version(connection)
    start = Barrier(2, timeout=30)

    def work(provider: str, area: str) -> list[int]:
        start.wait()
        return [release(database, value, "a", provider, area) for value in range(rounds)]

    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(work, "keusote", "KU186"), pool.submit(work, "statfin", "KU858")]
        ids = [future.result() for future in futures]
    assert (seen(database, area="KU186"), seen(database, area="KU858")) == ([rounds - 1], [rounds - 1])
    with database.connect() as connection:
        log = list(connection.execute(sa.select(publication.c.data_version, publication.c.release)))
        assert sorted(line.data_version for line in log) == list(range(before + 1, before + 2 * rounds + 1))
        assert {line.release for line in log} == {*ids[0], *ids[1]}
        assert current_release(connection, "a", "keusote") == ids[0][-1]


def test_of_two_providers_that_publish_the_same_figures_at_once_one_is_refused(database: sa.Engine) -> None:
    with writing(database) as connection:
        ids = [draft(connection, 1, provider="keusote"), draft(connection, 2, provider="statfin")]
    start = Barrier(2, timeout=30)

    def work(id_: int) -> bool:
        start.wait()
        try:
            with writing(database) as connection:
                publish(connection, [id_], ADMIN)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        published_ones = list(pool.map(work, ids))
    assert sorted(published_ones) == [False, True]
    assert seen(database) == [1.0 if published_ones[0] else 2.0]


def test_a_draft_that_somebody_has_overtaken_is_refused_and_their_rows_stay(database: sa.Engine) -> None:
    with writing(database) as connection:
        late = draft(connection, 1)
    release(database, 2)
    before = dump(database)
    with pytest.raises(OutdatedDraft), writing(database) as connection:
        publish(connection, [late], ADMIN)
    assert dump(database) == before
    assert seen(database) == [2]


def test_a_whole_file_is_taken_back_under_one_version_and_comes_again(database: sa.Engine) -> None:
    before = release(database, 1, "a")
    with writing(database) as connection:
        ids = [draft(connection, 2, "a"), draft(connection, 3, "b")]
        publish(connection, ids, ADMIN)
        version = read_version(connection)
    with writing(database) as connection:
        assert publishing.take_back(connection, ids, ADMIN) == [before, None]
        assert read_version(connection) == version + 1
        lines = connection.execute(sa.select(audit.c.object).where(audit.c.what == "rollback")).scalars().all()
    assert lines == [f"release {id_}" for id_ in ids]
    assert (seen(database, "a"), seen(database, "b")) == ([1], [])
    with writing(database) as connection:
        publish(connection, ids, ADMIN)
    assert (seen(database, "a"), seen(database, "b")) == ([2], [3])


def test_a_file_somebody_has_overtaken_is_not_taken_back_at_all(database: sa.Engine) -> None:
    with writing(database) as connection:
        ids = [draft(connection, 2, "a"), draft(connection, 3, "b")]
        publish(connection, ids, ADMIN)
    release(database, 4, "b")
    with pytest.raises(publishing.Overtaken), writing(database) as connection:
        publishing.take_back(connection, ids, ADMIN)
    assert (seen(database, "a"), seen(database, "b")) == ([2], [4])


def test_releases_are_told_by_the_file_that_made_them(database: sa.Engine) -> None:
    def of_file(name: str | None, *indicators: str) -> list[int]:
        rows, source = counts({"KU186": 1}), Text.same("source")
        drafts = [Draft(each, "keusote", rows, source, file_name=name, sha256=name) for each in indicators]
        with writing(database) as connection:
            return [create_draft(connection, each, ADMIN).id for each in drafts]

    expected = [of_file("x.csv", "a", "b"), of_file("x.csv", "a", "b"), of_file("y.csv", "a"), of_file(None, "b")]
    with database.connect() as connection:
        files = delivered_files(read_releases(connection))
    assert [sorted(file.ids) for file in files] == expected[::-1]
    assert [file.name for file in files] == ["", "y.csv", "x.csv", "x.csv"]
    assert not files[0].is_shown
