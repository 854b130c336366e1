"""Whatever ends a process, and whoever writes at the same time: the database holds the old figures or the new, whole.

A child process is ended by SIGKILL, as a power cut or the kernel would end it, after each statement that it has sent to
the database in turn, right before its commit and right after it.
"""

import os
import signal
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count, takewhile
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

import pytest
import sqlalchemy as sa

from keko.data import audit, bulk, drafts, geometry, publishing
from keko.data.area_names import AreaNames
from keko.data.drafts import Draft, create_draft
from keko.data.engine import connect, writing
from keko.data.observations import read_observations
from keko.data.publishing import OutdatedDraft, publish, rollback
from keko.data.releases import current_release
from keko.data.schema import publication
from keko.data.text import Text
from keko.health import check
from keko.indicators.series import read_series
from keko.installation import initialise
from keko.intake.mappings import Mapping
from keko.intake.release.bring_in import bring_in
from keko.intake.release.order import Order
from keko.intake.understand import Understood, understand
from tests.data.figures import ADMIN, KEUSOTE, counts, dump, every_area, item, prepare
from tests.databases import Databases

AREAS = every_area()
NAMES = AreaNames(AREAS)
SHARE = item("share")
SECONDS = 60
Change = Callable[[sa.Engine], object]

# Forked, so that a child costs milliseconds and finds what is patched; no connection is open while it is made.
_processes = get_context("fork")


@pytest.fixture(autouse=True)
def small_pieces_at_one_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are written a few at a time, so that a process can end between them; the clock stands still."""
    monkeypatch.setattr(bulk, "ROWS", 7)
    for module in (audit, drafts, geometry, publishing):
        monkeypatch.setattr(module, "now", lambda: "2026-01-01T00:00:00+00:00")


@pytest.fixture
def database(databases: Databases) -> Iterator[sa.Engine]:
    """An installation with two published years of one indicator."""
    with databases.copy(begin) as own:
        yield own


@pytest.fixture
def twin(sqlite_files: Databases) -> Iterator[sa.Engine]:
    """Another that begins the same, in which nothing goes wrong."""
    with sqlite_files.copy(begin) as own:
        yield own


def begin(engine: sa.Engine) -> None:
    """What both begin with."""
    initialise(engine)
    with writing(engine) as connection:
        prepare(connection, SHARE)
    for year in (2022, 2023):
        take(engine, year)


@cache  # before the database is asked anything; children have it from here
def read(year: int, plus: int) -> tuple[bytes, Understood]:
    """A file of the shares of a year, and what is understood of it."""
    rows = [f"{code};{year};{100 + n + plus};1000;{10 + (n + plus) / 10}" for n, code in enumerate(KEUSOTE)]
    data = "\n".join(["Alue;Vuosi;Osoittaja;Nimittäjä;Arvo", *rows]).encode()
    return data, understand(data, "share.csv", NAMES, [SHARE], Mapping(), "share", 1_000_000)


def take(engine: sa.Engine, year: int, plus: int = 0) -> None:
    """Bring in the shares of a year and publish them."""
    data, understood = read(year, plus)
    outcome = bring_in(engine, understood, data, AREAS, Order("keusote", ADMIN, publish=True))
    assert outcome.status == "published", outcome.problems


def take_back(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        rollback(connection, "share", "keusote", ADMIN)


def started(engine: sa.Engine, work: Change) -> BaseProcess:
    """A process that does `work` with connections of its own."""
    url = engine.url.render_as_string(hide_password=False)
    engine.dispose()
    child: BaseProcess = _processes.Process(target=lambda: work(connect(url)), daemon=True)
    child.start()
    return child


def ended(child: BaseProcess) -> int | None:
    child.join(SECONDS)
    return child.exitcode


def killed(engine: sa.Engine, work: Change) -> bool:
    """Whether a process that does `work` died of it."""
    code = ended(started(engine, work))
    assert code in {0, -signal.SIGKILL}
    return code != 0


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def dying_after(number: int, change: Change) -> Change:
    """The change in a process that ends when it has sent so many statements."""

    def work(engine: sa.Engine) -> None:
        sent = count(1)
        sa.event.listen(engine, "after_cursor_execute", lambda *_: die() if next(sent) == number else None)
        change(engine)

    return work


def dying_before_commit(change: Change) -> Change:
    def work(engine: sa.Engine) -> None:
        sa.event.listen(engine, "commit", die)
        change(engine)

    return work


def dying_after_commit(change: Change) -> Change:
    def work(engine: sa.Engine) -> None:
        change(engine)
        die()

    return work


def unsound(engine: sa.Engine) -> list[str]:
    return [f"{one.name}: {one.detail}" for one in check(engine) if not one.ok]


CHANGES: dict[str, Change] = {
    "import": lambda engine: take(engine, 2023, plus=50),
    "rollback": take_back,
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_process_that_ends_before_its_commit_leaves_everything_as_it_was(database: sa.Engine, name: str) -> None:
    change, old = CHANGES[name], dump(database)
    read(2023, 50)
    assert killed(database, dying_before_commit(change))
    assert (dump(database), unsound(database)) == (old, [])
    for number in count(1):
        if not killed(database, dying_after(number, change)):
            break
        assert dump(database) == old, f"after statement {number}"
    assert number > 10
    assert dump(database) != old
    assert unsound(database) == []


@pytest.mark.parametrize("name", CHANGES)
def test_a_process_that_ends_after_its_commit_has_changed_all_of_it(
    database: sa.Engine, twin: sa.Engine, name: str
) -> None:
    change, old = CHANGES[name], dump(database)
    assert old == dump(twin)
    assert killed(database, dying_after_commit(change))
    change(twin)
    assert (dump(database), unsound(database)) == (dump(twin), [])
    assert dump(database) != old


def test_processes_that_bring_in_different_years_at_the_same_time_lose_none(database: sa.Engine) -> None:
    years = range(2010, 2016)
    children = [started(database, lambda own, year=year: take(own, year)) for year in years]  # type: ignore[misc]
    assert [ended(child) for child in children] == [0] * len(children)
    with database.connect() as connection:
        release = current_release(connection, "share", "keusote")
        assert release is not None
        rows = read_observations(connection, release)
        log = connection.execute(sa.select(publication.c.data_version)).scalars().all()
    wanted = {(code, str(year)) for code in KEUSOTE for year in (*years, 2022, 2023)}
    delivered = rows[rows["origin"] == "delivered"]
    assert set(zip(delivered["area"], delivered["period"], strict=True)) == wanted
    assert len(set(log)) == len(log) == len(years) + 2
    assert unsound(database) == []


def test_of_two_processes_that_publish_drafts_made_from_the_same_figures_one_is_told(database: sa.Engine) -> None:
    with writing(database) as connection:
        ids = [
            create_draft(connection, Draft("share", "keusote", counts({"KU186": n}), Text.same("")), ADMIN).id
            for n in (1, 2)
        ]

    def work(own: sa.Engine, id_: int) -> None:
        try:
            with writing(own) as connection:
                publish(connection, [id_], ADMIN)
        except OutdatedDraft:
            os._exit(3)

    children = [started(database, lambda own, id_=id_: work(own, id_)) for id_ in ids]  # type: ignore[misc]
    codes = [ended(child) for child in children]
    assert sorted(codes, key=str) == [0, 3]
    with database.connect() as connection:
        assert current_release(connection, "share", "keusote") == ids[codes.index(0)]
    assert unsound(database) == []


def test_readers_see_whole_releases_while_others_publish(database: sa.Engine) -> None:
    """Every release says the same figure of all areas, so a reader who sees two figures has seen two releases."""
    enough = _processes.Event()

    def say(own: sa.Engine, figure: float) -> None:
        with writing(own) as connection:
            draft = Draft("share", "keusote", counts(dict.fromkeys(KEUSOTE, figure)), Text.same(""))
            publish(connection, [create_draft(connection, draft, ADMIN).id], ADMIN)

    def work(own: sa.Engine) -> None:
        for figure in takewhile(lambda _: not enough.is_set(), count(1)):
            say(own, figure)

    say(database, 0)
    child = started(database, work)
    seen: set[float | None] = set()
    while len(seen) < 5:
        assert child.is_alive()
        with database.connect() as connection:
            found = read_series(connection, ["share"], KEUSOTE)
        figures = {series.latest.value if series.latest else None for series in found.values()}
        assert len(figures) == 1
        seen |= figures
    enough.set()
    assert ended(child) == 0
