"""A KEKO of its own with demo data, and a browser tab that visits it."""

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa
from playwright.sync_api import BrowserContext, ViewportSize, expect, sync_playwright

from tests.browser.site import Site
from tests.server import free_port, running

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT_MS = 20_000
SCREEN: ViewportSize = {"width": 1440, "height": 900}

HERE = Path(__file__).parent
_numbers = count()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder needs the browser."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("browser")
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="there is no Chromium on this machine"))


@pytest.fixture(scope="session")
def start_server(demo_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """Start a KEKO on its own copy of the demo database, in a fresh process; gives its address."""
    folder = tmp_path_factory.mktemp("servers")
    with ExitStack() as servers:

        def start() -> str:
            number, port = next(_numbers), free_port()
            database = folder / f"keko-{number}.db"
            copied(demo_url, database)
            environment = {
                "KEKO_DATABASE_URL": f"sqlite:///{database}",
                "KEKO_HOST": "127.0.0.1",
                "KEKO_PORT": str(port),
            }
            command = [sys.executable, "-m", "keko", "serve"]
            return servers.enter_context(running(command, port, environment, folder / f"keko-{number}.log"))

        yield start


def copied(url: str, path: Path) -> None:
    original = sa.make_url(url).database
    assert original
    with sqlite3.connect(original) as source, sqlite3.connect(path) as target:
        source.backup(target)
    source.close()
    target.close()


@pytest.fixture(scope="session")
def server(start_server: Callable[[], str]) -> str:
    """A KEKO for the tests that change nothing in it."""
    return start_server()


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where Chromium keeps Streamlit's scripts, fetched and compiled once: half of what a page costs."""
    return tmp_path_factory.mktemp("profile")


@pytest.fixture(scope="module")
def browser(profile: Path, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Chromium; not longer than a module, since Playwright keeps an event loop in this thread while it runs."""
    flags = getattr(request.module, "FLAGS", FLAGS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch_persistent_context(
            profile, executable_path=CHROMIUM, args=flags, locale="fi-FI", color_scheme="light", viewport=SCREEN
        )
        chromium.set_default_timeout(WAIT_MS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: BrowserContext) -> Iterator[Callable[[str], Site]]:
    """Open a tab on the server at an address, as somebody who was never there.

    The test fails if the visit sent anything to another host, if the browser refused anything, or a script failed.
    """
    expect.set_options(timeout=WAIT_MS)
    visits: list[Site] = []

    def begin(url: str) -> Site:
        visits.append(Site(browser.new_page(), url))
        return visits[-1]

    yield begin
    for site in visits:
        site.leave()
    assert [(site.seen.outside, site.seen.refused, site.seen.page_errors) for site in visits] == [([], [], [])] * len(
        visits
    )


@pytest.fixture
def site(visit: Callable[[str], Site], server: str) -> Site:
    """A visit to the KEKO that nothing is changed in."""
    return visit(server)
