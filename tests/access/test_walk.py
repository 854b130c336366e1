"""One walk as everybody through everything a fresh server answers: nothing closed is read, nothing is written that should not be."""

import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import NamedTuple

import pytest
import sqlalchemy as sa
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from benchmarks.client import Visit
from keko.data.people import Person
from keko.installation import initialise
from keko.ui.navigation import PAGES
from keko.ui.view import ADMIN_PICTURES
from keko.words import access as words
from tests.access.room import DRAFTED, EMAIL, INDICATOR, NOBODY, PUBLISHED, ROLES, VISITORS, House, Mode, house, routes
from tests.databases import Databases

MODES: tuple[Mode, ...] = ("public", "closed")
# What anybody may ask for in closed mode, by what it holds; whatever else the server answers is refused.
OPEN = {
    "/kirjaudu/ovi": "the page before the door",
    "/kirjaudu/alku": "signing in begins",
    "/kirjaudu/paluu": "signing in ends",
    "/kirjaudu/pyynto": "asking for a role, which only who has signed in can",
    "/kirjaudu/ulos": "signing out",
    "/_stcore/health": "whether the server lives",
    "/_stcore/host-config": "which origins the framework takes messages from",
    "/_stcore/stream": "what is sent over it is decided at each rerun",
    "/frame/": "the script of the frame",
}
CANARIES = (PUBLISHED, DRAFTED, EMAIL)
HELD = {"seal": "0" * 64, "id": "0", "path": "x", "hash": "0" * 64, "file_id": f"{'0' * 64}.png", "session_id": "s"}


class Answer(NamedTuple):
    status: int
    body: str


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


_BROWSER = urllib.request.build_opener(_NoRedirect)


def ask(there: House, visitor: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """What the server answers a visitor."""
    sent = {**there.headers(visitor), **headers}
    body = b"" if method in {"POST", "PUT", "PATCH"} else None
    request = urllib.request.Request(f"{there.url}{path}", body, sent, method=method)
    try:
        with _BROWSER.open(request, timeout=30) as answer:
            return Answer(answer.status, answer.read().decode(errors="replace"))
    except urllib.error.HTTPError as refused:
        return Answer(refused.code, refused.read().decode(errors="replace"))


def seen(there: House, visitor: str, page: str, query: str = "") -> str:
    """All that the script of a page sends a visitor, who opens it by its address."""
    with Visit(there.url, page, there.headers(visitor)) as tab:
        return "\n".join(str(message) for message in tab.run(f"kieli=en&mittari={INDICATOR}&{query}").messages)


@pytest.fixture(scope="module", params=MODES)
def there(
    request: pytest.FixtureRequest, sqlite_files: Databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """A server that nobody has asked for anything yet."""
    folder = tmp_path_factory.mktemp("house")
    with sqlite_files.copy(initialise) as engine, house(request.param, engine, folder) as server:
        yield server


def may(visitor: str, mode: Mode) -> Person:
    """What a visitor may, in a mode."""
    grants = ROLES.get(visitor, ()) if visitor not in {"expired", "shut out"} else ()
    return Person(visitor, grants) if grants or mode == "closed" else Person(visitor)


def views() -> list[tuple[str, str]]:
    """Every page by its address, with the parts of the administration page."""
    pages = [("" if entry is PAGES[0] else entry.path, "") for entry in PAGES]
    return [*pages, *(("yllapito", f"kuva={picture}") for picture in ADMIN_PICTURES)]


@pytest.mark.parametrize("visitor", VISITORS)
def test_who_opens_a_page_by_its_address_sees_what_their_role_lets_them(there: House, visitor: str) -> None:
    person = may(visitor, there.mode)
    for page, query in views():
        entry = next(entry for entry in PAGES if entry.path == (page or PAGES[0].path))
        said = seen(there, visitor, page, query)
        opened = bool(person.roles & set(entry.roles))
        refusals = (words.NEEDS_ROLE.en.split("{")[0], words.DOOR.en, words.NO_ROLE.en, words.SIGN_IN_ENDED.en)
        assert any(refusal in said for refusal in refusals) is not opened, (page, query)
        assert (not person.roles) <= (PUBLISHED not in said), (page, query)
        assert ("analyst" not in person.roles) <= (DRAFTED not in said), (page, query)
        assert ("admin" not in person.roles) <= (EMAIL not in said), (page, query)


def test_the_canaries_are_seen_by_those_who_may(there: House) -> None:
    """Else the walk above would prove nothing."""
    assert PUBLISHED in seen(there, "reader", "aineistot")
    assert DRAFTED in seen(there, "analyst", "tuonti")
    assert EMAIL in seen(there, "admin", "yllapito", "kuva=ihmiset")


@pytest.mark.parametrize("there", ["closed"], indirect=True)
@pytest.mark.parametrize("visitor", [NOBODY, "forged", "expired", "shut out", "without a role"])
def test_in_closed_mode_every_route_but_the_door_is_closed(there: House, visitor: str) -> None:
    for pattern, methods in routes():
        path = re.sub(r"\{(\w+)(?::\w+)?\}", lambda part: HELD[part[1]], pattern) or "/mittarit"
        for method in methods or ["GET"]:
            answer = ask(there, visitor, path, method)
            assert path.startswith(tuple(OPEN)) or answer.status in {303, 401, 403, 404}, (method, path, answer)
            assert not [canary for canary in CANARIES if canary in answer.body], (method, path)


def test_the_ways_in_of_the_framework_are_closed_to_everybody(there: House) -> None:
    for path in ("/_stcore/agent/interact", "/_stcore/agent/mcp", "/_stcore/metrics", "/auth/login", "/oauth2callback"):
        assert ask(there, "admin", path).status == 404
        assert ask(there, "admin", path, "POST").status == 404


@pytest.mark.parametrize("visitor", VISITORS)
def test_files_are_taken_from_those_who_bring_them_in(there: House, visitor: str) -> None:
    refused = "KEKO: sign in first" in ask(there, visitor, "/_stcore/upload_file/s/f", "PUT").body
    assert refused is not bool(may(visitor, there.mode).roles & {"actor", "analyst", "admin"})


@pytest.mark.parametrize("visitor", [NOBODY, "reader", "admin"])
def test_a_file_made_for_a_page_is_read_by_those_who_may_read_pages(there: House, visitor: str) -> None:
    with Visit(there.url, "tuonti", there.headers("analyst")) as tab:
        made = re.search(r'deferred_file_id: "([^"]+)"', str(tab.run("kieli=en").messages))
        assert made
        place = tab.file(made[1])
        assert place.startswith("/media/")
        status = ask(there, visitor, place).status  # while the tab is open the file is there
    assert status == (200 if may(visitor, there.mode).roles else 403)


@pytest.mark.parametrize("path", ["/kirjaudu/ulos", "/kirjaudu/pyynto", "/_stcore/upload_file/s/f"])
def test_a_form_of_another_site_does_nothing(there: House, path: str) -> None:
    for method in ("POST", "PUT"):
        assert ask(there, "admin", path, method, Origin="https://evil.example").status == 403
    assert EMAIL in seen(there, "admin", "yllapito", "kuva=ihmiset")  # and nobody was signed out


def test_the_connection_of_another_site_is_refused_and_nobody_outside_is_asked(there: House) -> None:
    address = f"ws{there.url.removeprefix('http')}/_stcore/stream"
    for origin in ("https://evil.example", "null"):
        with (
            pytest.raises(InvalidStatus),
            connect(address, origin=Origin(origin), additional_headers=there.headers("admin")),
        ):
            pass
    assert there.outside == []


def test_a_name_that_leads_here_by_somebody_elses_will_gets_no_answer(there: House) -> None:
    """A page of another site whose name is made to lead to this server reads nothing (DNS rebinding)."""
    port = there.url.rsplit(":", 1)[1]
    for host in (
        f"evil.example:{port}",
        "evil.example",
        "",
        "127.0.0.1.evil.example",
        "[::1",
        f"127.0.0.1@evil.example:{port}",
    ):
        for path in ("/", "/mittarit", "/_stcore/host-config", "/kirjaudu/ovi"):
            assert ask(there, "admin", path, Host=host).status == 400, (host, path)
    headers = {**there.headers("admin"), "Host": f"evil.example:{port}"}
    with pytest.raises(InvalidStatus), connect(f"ws://127.0.0.1:{port}/_stcore/stream", additional_headers=headers):
        pass
    assert there.outside == []


@pytest.mark.parametrize("there", ["public"], indirect=True)
def test_in_public_mode_a_route_that_is_no_page_is_closed_until_it_is_named(there: House) -> None:
    for path in ("/api/v1/figures", "/download/all.csv"):
        assert ask(there, NOBODY, path).status == 403
        assert ask(there, NOBODY, path, Accept="text/html").status != 200
        assert ask(there, NOBODY, path, "POST").status == 403


def test_a_role_taken_away_is_gone_at_the_next_rerun(there: House) -> None:
    from keko.data.engine import connect as opened

    engine = opened(there.database)
    with Visit(there.url, "tuonti", there.headers("another's analyst")) as tab:
        assert DRAFTED in str(tab.run("kieli=en").messages)
        with engine.begin() as connection:
            taken = connection.execute(
                sa.text("select subject, areas from person_role where provider = 'hyvaks'")
            ).one()
            connection.execute(
                sa.text("update person_role set role = 'reader' where subject = :who"), {"who": taken.subject}
            )
        assert DRAFTED not in str(tab.run("kieli=en&alue=HVA08").messages)
        with engine.begin() as connection:
            connection.execute(
                sa.text("update person_role set role = 'analyst' where subject = :who"), {"who": taken.subject}
            )
    engine.dispose()


def test_the_file_of_the_log_is_made_for_who_is_an_admin_when_it_is_fetched(there: House) -> None:
    from keko.data.engine import connect as opened

    engine = opened(there.database)
    with Visit(there.url, "yllapito", there.headers("admin")) as tab:
        made = re.search(r'deferred_file_id: "([^"]+)"', str(tab.run("kieli=en&kuva=loki").messages))
        assert made
        assert tab.file(made[1])
        for before, after in (("admin", "reader"), ("reader", "admin")):
            with engine.begin() as connection:
                renamed = sa.text(
                    "update person_role set role = :after where role = :before"
                    " and subject = (select id from person where subject = 'admin')"
                )
                connection.execute(renamed, {"before": before, "after": after})
            assert bool(tab.file(made[1])) is (after == "admin")
    engine.dispose()


def test_the_log_knows_no_reader(there: House) -> None:
    for visitor in (NOBODY, "admin", "forged"):
        ask(there, visitor, "/mittarit", **{"X-Forwarded-For": "203.0.113.9"})
        ask(there, visitor, "/nowhere/at/all", **{"X-Forwarded-For": "203.0.113.9"})
    written = there.log.read_text()
    assert "203.0.113.9" not in written
    own = there.url.removeprefix("http://")
    assert not re.search(r"127\.0\.0\.1:\d+", written.replace(own, ""))


def test_signing_in_may_not_be_tried_without_end_whatever_is_said_of_where_from(there: House) -> None:
    answers = [ask(there, NOBODY, "/kirjaudu/alku", **{"X-Forwarded-For": f"203.0.113.{n}"}) for n in range(130)]
    assert answers[0].status == 303
    with urllib.request.urlopen(f"{there.url}/kirjaudu/alku") as last:
        assert words.FAILURES["too often"].fi in last.read().decode()
