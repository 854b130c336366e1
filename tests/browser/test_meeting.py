"""A meeting from beginning to end: views are pinned from three pages, shown to the room and decided on; figures come and go;
the next meeting tells what became of the decision, and what was pinned stays as it was.
"""

import re
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from keko.data.engine import connect, writing
from keko.data.people import at_this_machine
from keko.data.publishing import rollback
from keko.data.schema import current, observation
from keko.room.meeting_rows import pinned, pinned_text, read_meetings
from keko.room.meeting_store import put
from keko.room.meetings import Meeting
from keko.words import admin, admin_forms
from keko.words import meeting_forms as forms
from keko.words import meetings as words
from keko.words.provenance import STANDINGS
from tests.browser.conftest import copied
from tests.browser.site import Site
from tests.data.figures import published
from tests.databases import Databases, copy_rows
from tests.server import free_port, running

INDICATOR, MEETING, NEXT = "disability-pension-share", "demo-meeting-3", "next-meeting"
WHAT = "Työkyvyn arviointia aikaistetaan"
PAIR = {"alue": "HVA02", "vertailu": "HVA15"}
PINNED: tuple[tuple[str, dict[str, str]], ...] = (
    ("/", {}),
    ("/mittarit", {"mittari": INDICATOR}),
    ("/kartta", {"mittari": INDICATOR}),
)


class Room(NamedTuple):
    """A KEKO of its own, and its database."""

    address: str
    engine: sa.Engine


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, demo_url: str, tmp_path: Path) -> Iterator[str]:
    """The address of a database of either kind with the demo data."""
    if request.param == "sqlite":
        yield copied(demo_url, tmp_path / "keko.db")
        return
    server: Databases = request.getfixturevalue("postgresql")
    with server.copy(partial(copy_rows, demo_url)) as engine:
        yield engine.url.render_as_string(hide_password=False)


@pytest.fixture
def room(database: str, tmp_path: Path) -> Iterator[Room]:
    port, engine = free_port(), connect(database)
    with writing(engine) as connection:
        later = Meeting(NEXT, "demo-series", date.today() + timedelta(days=60))
        put(connection, later, at_this_machine(), None)
    environment = {"KEKO_DATABASE_URL": database, "KEKO_HOST": "127.0.0.1", "KEKO_PORT": str(port)}
    with running([sys.executable, "-m", "keko", "serve"], port, environment, tmp_path / "keko.log") as address:
        yield Room(address, engine)
    engine.dispose()


def pin(site: Site) -> None:
    with site.rerun():
        site.main.get_by_role("button", name=forms.PIN.fi).click()
    with site.rerun():
        site.page.get_by_role("button", name=forms.PIN_DO.fi, exact=True).click()
    expect(site.page.get_by_text(forms.PIN_DONE.fi.split(":", maxsplit=1)[0])).to_be_visible()


def decide(room: Room, site: Site) -> None:
    """On the figure of the view that was pinned from the page of indicators."""
    with room.engine.connect() as connection:
        item = read_meetings(connection, at_this_machine()).agenda(MEETING)[2]
        view = pinned(connection, item.seal or "")
        assert view is not None
    site.open("/kokous", kokous=MEETING, kuva="paatokset")
    site.choose(forms.ABOUT.fi, view.figures[0].name)
    for field, text, left_by in (
        (site.main.get_by_role("textbox", name=forms.WHAT.fi), WHAT, "Tab"),
        (site.main.get_by_test_id("stDateInputField").get_by_role("spinbutton").first, "30062027", "Escape"),
        (site.main.get_by_role("textbox", name=forms.RESPONSIBLE.fi), "Ohjausryhmä", "Tab"),
    ):
        field.click()
        with site.rerun():
            site.page.keyboard.type(text)
            site.page.keyboard.press(left_by)
    site.main.get_by_role("button", name=admin.SAVE.fi, exact=True).click()
    with site.rerun():
        site.page.get_by_role("button", name=admin_forms.YES_SAVE.fi, exact=True).click()
    expect(site.main.get_by_role("row", name=WHAT)).to_contain_text("laskee")
    assert site.violations() == []


def present(site: Site) -> list[str]:
    """Turn every slide by keyboard alone; the headings that were shown."""
    site.open("/kokous", kokous=MEETING)
    with site.rerun():
        site.main.get_by_role("button", name=forms.PRESENT.fi).click()
    headings = [site.page.locator("h1").inner_text()]
    for _ in range(4):
        with site.rerun():
            site.page.keyboard.press("ArrowRight")
        headings.append(site.page.locator("h1").inner_text())
    assert site.violations() == []
    with site.rerun():
        site.page.keyboard.press("PageUp")
    assert site.page.locator("h1").inner_text() == headings[-2]
    with site.rerun():
        site.page.keyboard.press("Escape")
    return headings


def release(engine: sa.Engine, revised: float, newest: float) -> None:
    """Figures with another value of the last year, and a year more; shares of the same population, so with intervals."""
    with writing(engine) as connection:
        own = sa.select(current.c.release).where(current.c.indicator == INDICATOR)
        rows = pd.read_sql(sa.select(observation).where(observation.c.release.in_(own)), connection)
        last = rows["period"].max()
        rows.loc[rows["period"] == last, ["value", "lower", "upper", "numerator"]] *= revised
        year = rows[rows["period"] == last].assign(period=str(int(last) + 1))
        year[["value", "lower", "upper", "numerator"]] *= newest
        frame = pd.concat([rows, year]).drop(columns=["release"])
        published(connection, INDICATOR, "demo", frame, is_demo=True)


def test_the_room_remembers(room: Room, visit: Callable[[str], Site]) -> None:
    site = visit(room.address)
    for path, chosen in PINNED:
        pin(site.open(path, **PAIR, **chosen))
    with room.engine.connect() as connection:
        agenda = read_meetings(connection, at_this_machine()).agenda(MEETING)
        seals, third = [item.seal or "" for item in agenda], agenda[2].id
        before = [pinned_text(connection, seal) for seal in seals]
    assert len(seals) == 4
    assert len(set(present(site))) == 5
    decide(room, site)
    site.open("/kokous", kokous=NEXT, kuva="avaus")
    expect(site.main).to_contain_text(words.OUTCOMES["no new figures"].fi)
    third_item = {"kokous": MEETING, "kuva": "asialista", "kohta": third}
    frozen = site.open("/kokous", **third_item).main.inner_text()
    assert STANDINGS["same"].fi in frozen
    site.page.emulate_media(color_scheme="dark")
    expect(site.open("/kokous", **third_item).main).not_to_contain_text("TypeError")
    expect(site.main.locator("canvas, svg.marks").first).to_be_visible()
    site.page.emulate_media(color_scheme="light")

    release(room.engine, revised=1.01, newest=0.8)
    receipt = site.open("/kokous", kokous=NEXT, kuva="avaus").main
    decision = receipt.get_by_role("row", name=WHAT)
    expect(decision).to_contain_text(words.OUTCOMES["moved as meant"].fi)
    expect(decision).to_contain_text("tarkistettu")
    assert site.violations() == []
    later = site.open("/kokous", **third_item).main.inner_text()
    newer = re.escape(STANDINGS["newer"].fi).replace(re.escape("{day}"), r"[\d.]+")
    assert re.sub(newer, STANDINGS["same"].fi, later) == frozen

    with writing(room.engine) as connection:
        rollback(connection, INDICATOR, "demo", at_this_machine())
    assert site.open("/kokous", **third_item).main.inner_text() == frozen
    site.open("/kokous", kokous=NEXT, kuva="avaus")
    expect(site.main.get_by_role("row", name=WHAT)).to_contain_text(words.OUTCOMES["no new figures"].fi)
    with room.engine.connect() as connection:
        assert [pinned_text(connection, seal) for seal in seals] == before
