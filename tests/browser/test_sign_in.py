"""Signing in through an identity provider: there and back to the page asked for, out again, and what goes wrong on the way."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import sqlalchemy as sa
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import expect

from keko.access import decisions, sign_ins
from keko.access.accounts import read_accounts
from keko.data.engine import writing
from keko.data.people import Grant
from keko.installation import initialise
from keko.ui.sign_in.addresses import COOKIE
from keko.words import access as words
from keko.words import workbench
from tests.access.room import PUBLISHED, furnish, settings_of
from tests.browser.site import Site
from tests.data.figures import ADMIN
from tests.databases import Databases
from tests.server import free_port, started

MAIJA = {"email": "maija@example.fi", "name": "Maija Meikäläinen", "email_verified": True}
ASKED = "/mittarit?alue=HVA08&vertailu=HVA15&kieli=fi"


class Closed(NamedTuple):
    """A KEKO in closed mode, its database and its identity provider."""

    url: str
    engine: sa.Engine
    provider: str


@pytest.fixture(scope="module")
def closed(sqlite_files: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Closed]:
    users = [User(sub="maija", claims=MAIJA), User(sub="eve", claims={"email": "eve@example.fi", "name": "Eve"})]
    folder = tmp_path_factory.mktemp("closed")
    with run_server_in_thread(user_claims=users) as provider, sqlite_files.copy(initialise) as engine:
        furnish(engine)
        issuer = f"http://localhost:{provider.server_port}"
        port, url = free_port(), engine.url.render_as_string(hide_password=False)
        environment = settings_of("closed", port, f"{issuer}/.well-known/openid-configuration")
        with started(
            [sys.executable, "-m", "keko", "serve"], port, {**environment, "KEKO_DATABASE_URL": url}, folder / "log"
        ) as server:
            yield Closed(server.url, engine, issuer)


@pytest.fixture
def tab(closed: Closed, visit: Callable[[str], Site]) -> Iterator[Site]:
    """A visit of somebody who has never signed in here; the provider is another host, to which people are led."""
    site = visit(closed.url)
    yield site
    site.seen.outside.clear()
    site.seen.refused.clear()
    site.page.context.clear_cookies()


def sign_in(site: Site, who: str) -> None:
    """From the page before the door through the provider and back."""
    site.page.get_by_role("link", name=words.SIGN_IN.fi).first.click()
    site.page.get_by_role("button", name=who, exact=True).click()
    site.page.wait_for_url(f"{site.url}/**")


def cookie(site: Site) -> dict[str, Any]:
    return next(dict(kept) for kept in site.page.context.cookies() if kept["name"] == COOKIE)


def test_who_was_invited_signs_in_comes_back_to_the_page_asked_for_and_signs_out(closed: Closed, tab: Site) -> None:
    with writing(closed.engine) as connection:
        decisions.invite(connection, "MAIJA@example.fi ", [Grant("analyst", "keusote", ("HVA02",))], ADMIN)
    tab.page.goto(f"{closed.url}{ASKED}")
    expect(tab.page.get_by_role("heading", name=words.DOOR.fi)).to_be_visible()
    assert tab.violations() == []
    sign_in(tab, "maija")
    tab.settle()
    assert tab.page.url == f"{closed.url}{ASKED}"
    expect(tab.page.get_by_text(words.SIGNED_IN_AS.within("fi", name="Maija Meikäläinen"))).to_be_visible()
    assert tab.violations() == []
    kept = cookie(tab)
    assert (kept["httpOnly"], kept["sameSite"], len(kept["value"]) < 100) == (True, "Lax", True)
    tab.page.get_by_role("button", name=words.SIGN_OUT.fi).click()
    tab.page.wait_for_url(f"{closed.provider}/**")
    assert not [kept for kept in tab.page.context.cookies() if kept["name"] == COOKIE]
    tab.page.goto(f"{closed.url}{ASKED}")
    expect(tab.page.get_by_role("heading", name=words.DOOR.fi)).to_be_visible()


def test_who_has_no_role_asks_for_one_and_gets_in_when_it_is_given(closed: Closed, tab: Site) -> None:
    tab.page.goto(f"{closed.url}{ASKED}")
    sign_in(tab, "eve")
    expect(tab.page.get_by_role("heading", name=words.NO_ROLE.fi)).to_be_visible()
    assert tab.violations() == []
    tab.page.get_by_label(words.WHAT_FOR.fi).fill("Luen lukuja johtoryhmälle")
    tab.page.get_by_role("button", name=words.ASK.fi).click()
    expect(tab.page.get_by_text(words.ASKED.fi)).to_be_visible()
    with writing(closed.engine) as connection:
        waiting = next(known for known in read_accounts(connection) if known.name == "Eve")
        assert waiting.asked == "Luen lukuja johtoryhmälle"
        assert waiting.email is None  # nobody has said that the address is hers
        decisions.give(connection, waiting.id, [Grant("reader")], (), ADMIN)
    tab.page.reload()
    tab.settle()
    assert tab.page.url == f"{closed.url}{ASKED}"


def test_a_sign_in_that_ends_keeps_what_was_begun(closed: Closed, tab: Site, tmp_path: Path) -> None:
    with writing(closed.engine) as connection:
        key = known_key(connection)
    tab.page.context.add_cookies([{"name": COOKIE, "value": key, "url": closed.url}])
    tab.open("/tuonti", kieli="fi")
    file = tmp_path / "osuudet.csv"
    file.write_text("Alue;Vuosi;Arvo\nHyvinkää;2023;12,5\n")
    tab.upload(file)
    expect(tab.main.get_by_role("heading", name="osuudet.csv")).to_be_visible()
    with writing(closed.engine) as connection:
        connection.execute(sa.text("update sign_in set expires_at = '2020-01-01T00:00:00+00:00'"))
    tab.main.get_by_text(workbench.PERMIT.fi).first.click()
    tab.page.get_by_label(workbench.NOTE.fi).fill("ensimmäinen")
    with tab.rerun():
        tab.page.keyboard.press("Enter")
    expect(tab.main.get_by_text(words.EXPIRED.fi)).to_be_visible()
    assert PUBLISHED not in tab.main.inner_text()
    with writing(closed.engine) as connection:
        connection.execute(sa.text("update sign_in set expires_at = '2099-01-01T00:00:00+00:00'"))
    tab.press(words.GO_ON.fi)
    expect(tab.main.get_by_role("heading", name="osuudet.csv")).to_be_visible()


def known_key(connection: sa.Connection) -> str:
    """The key of a browser in which an analyst is signed in."""
    who = sign_ins.admit(connection, sign_ins.Identity("https://id.example", "analyst", None, "Anna"))
    return sign_ins.begin(connection, who, 10)


@pytest.mark.parametrize(
    ("query", "failure"),
    [
        ("error=access_denied&state=x", "cancelled"),
        ("code=x&state=forged", "stale"),
    ],
)
def test_what_goes_wrong_is_said_and_nobody_is_let_in(closed: Closed, tab: Site, query: str, failure: str) -> None:
    tab.page.goto(f"{closed.url}/kirjaudu/paluu?{query}")
    expect(tab.page.get_by_role("heading", name=words.NOT_SIGNED_IN.fi)).to_be_visible()
    expect(tab.page.get_by_text(words.FAILURES[failure].fi)).to_be_visible()  # type: ignore[index]
    assert not [kept for kept in tab.page.context.cookies() if kept["name"] == COOKIE]
