"""Actors and services in a browser: an actor keeps its own records, leadership goes from a gap to an action, a file comes and goes."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import sqlalchemy as sa
from playwright.sync_api import Locator, expect

from keko.access import decisions, sign_ins
from keko.config import LANGUAGES, Language
from keko.data.engine import connect, writing
from keko.data.people import Grant
from keko.data.text import Text
from keko.ecosystem.records import Actor, Key, Method, Obstacle, Offering, Record, Service
from keko.ecosystem.store import read, write
from keko.ui.sign_in.addresses import COOKIE
from keko.words import admin, admin_forms, ecosystem_record, ecosystem_register
from keko.words import ecosystem as words
from tests.access.room import settings_of
from tests.browser.conftest import SCREEN, copied
from tests.browser.site import Site
from tests.data.figures import ADMIN
from tests.ecosystem.test_template import edited
from tests.server import free_port, started

PAIR = {"alue": "HVA02", "vertailu": "HVA15", "kieli": "fi"}
MODEL, GROUP, STAGE = "esimerkki-11", "H", "work-ability"
PHONE = (390, 844)
# Links in the blue of the browser, not in a colour of the page.
OF_THE_BROWSER = "links => links.filter(a => getComputedStyle(a).color === 'rgb(0, 0, 238)').map(a => a.innerText)"
PEER = Service(id="peer", name=Text.same("Vertaistuki"), actor="charity", agreed_days=14)
QUEUE = Obstacle(
    id="queue", what=Text.same("Arvioon jonotetaan"), model=MODEL, segment=GROUP, stage=STAGE, areas=("HVA02",),
    remover="county", since=date(2026, 1, 1),
)  # fmt: skip
RECORDS: list[Record] = [
    Actor(id="county", name=Text.same("Alue"), sector="public-county", municipalities=("KU106", "KU186")),
    Actor(id="charity", name=Text.same("Tuki ry"), sector="ngo", municipalities=("KU186",)),
    Method(id="ips", name=Text.same("IPS"), evidence="strong"),
    Service(id="advice", name=Text.same("Neuvonta"), actor="county", methods=("ips",)), PEER,
    Offering(service="advice", model=MODEL, segment=GROUP, stage="first-contact"),
    Offering(service="peer", model=MODEL, segment=GROUP, stage="skills"), QUEUE,
]  # fmt: skip
PEOPLE = {
    "actor": Grant("actor", "charity"),
    "director": Grant("analyst", None, ("HVA02", "KU106", "KU186")),
    "reader": Grant("reader"),
}


class House(NamedTuple):
    """A KEKO that people sign in to, with a small real ecosystem. `keys`: what the cookie of each person holds."""

    url: str
    engine: sa.Engine
    keys: dict[str, str]

    def records(self) -> dict[Key, Record]:
        with self.engine.connect() as connection:
            return dict(read(connection).records)


@pytest.fixture(scope="module")
def house(demo_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("actors")
    url, port = copied(demo_url, folder / "keko.db"), free_port()
    engine = connect(url)
    with writing(engine) as connection:
        write(connection, RECORDS, ADMIN)
        keys = {name: _key(connection, name, grant) for name, grant in PEOPLE.items()}
    environment = {**settings_of("closed", port), "KEKO_DATABASE_URL": url}
    with started([sys.executable, "-m", "keko", "serve"], port, environment, folder / "log") as server:
        yield House(server.url, engine, keys)
    engine.dispose()


def _key(connection: sa.Connection, name: str, grant: Grant) -> str:
    """The key of a browser in which somebody with this role is signed in."""
    id_ = sign_ins.admit(connection, sign_ins.Identity("https://id.example", name, f"{name}@example.org", name))
    decisions.give(connection, id_, [grant], (), ADMIN)
    return sign_ins.begin(connection, id_, 10)


@pytest.fixture
def signed_in(house: House, visit: Callable[[str], Site]) -> Iterator[Callable[[str], Site]]:
    """Begin a visit of one of the people."""
    visits: list[Site] = []

    def begin(who: str) -> Site:
        site = visit(house.url)
        visits.append(site)
        site.page.context.add_cookies([{"name": COOKIE, "value": house.keys[who], "url": house.url}])
        return site

    yield begin
    for site in visits:
        site.page.context.clear_cookies()


def confirm(site: Site, what: str, yes: str) -> None:
    """Open what asks, and say yes."""
    site.main.get_by_role("button", name=what, exact=True).click()
    with site.rerun():
        site.page.get_by_role("button", name=yes, exact=True).click()


def radio(site: Site, name: str) -> Locator:
    return site.main.get_by_role("radio", name=name, exact=True)


def take_back(site: Site) -> None:
    """Take the newest change back."""
    with site.rerun():
        radio(site, ecosystem_register.WORKS["undo"].fi).click()
    confirm(site, ecosystem_register.TAKE_BACK.fi, ecosystem_register.YES_TAKE_BACK.fi)
    expect(site.main).to_contain_text(admin.SAVED.fi)


def is_narrow_enough(site: Site) -> bool:
    return bool(site.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("size", [(SCREEN["width"], SCREEN["height"]), PHONE], ids=["desk", "phone"])
def test_an_actor_edits_its_own_service_confirms_it_and_takes_it_back(
    house: House, signed_in: Callable[[str], Site], size: tuple[int, int]
) -> None:
    site = signed_in("actor")
    site.page.set_viewport_size({"width": size[0], "height": size[1]})
    site.open("/toimijat", **PAIR, kuva="rekisteri")
    with site.rerun():
        radio(site, ecosystem_register.WORKS["edit"].fi).click()
    which = site.page.get_by_role("combobox", name=ecosystem_register.WHICH.fi, exact=True)
    which.evaluate("e => e.scrollIntoView({block: 'center'})")  # a list closes where its page scrolls
    which.fill("e")
    expect(site.page.get_by_role("option")).to_have_text(
        [PEER.name.fi, "Uusi: palvelu"]
    )  # not "Neuvonta", the county's
    site.page.keyboard.press("Escape")
    site.choose(ecosystem_register.WHICH.fi, PEER.name.fi)
    days = site.main.get_by_role("spinbutton", name="Sovittu odotusaika, päivää")
    expect(days).to_have_value("14")
    days.fill("21")
    with site.rerun():
        days.press("Enter")
    confirm(site, admin.SAVE.fi, admin_forms.YES_SAVE.fi)
    expect(site.main).to_contain_text(admin.SAVED.fi)
    assert house.records()[PEER.key] == PEER.model_copy(update={"agreed_days": 21})
    site.press(ecosystem_register.HOLDS.fi)
    expect(site.main).to_contain_text(admin.SAVED.fi)
    assert is_narrow_enough(site)
    take_back(site)
    assert house.records()[PEER.key] == PEER


def test_a_director_goes_from_a_gap_to_an_action_on_the_time_line(
    house: House, signed_in: Callable[[str], Site]
) -> None:
    site = signed_in("director").open("/toimijat", **PAIR, kuva="matriisi", malli=MODEL)
    with site.page.expect_navigation():
        site.main.locator(f'a[href*="segmentti={GROUP}&"][href*="vaihe={STAGE}"]').first.click()
    site.settle()
    expect(site.main).to_contain_text(words.OBSTACLES_OF_CELL.fi)
    with site.page.expect_navigation():
        site.main.get_by_role("link", name=QUEUE.what.fi).click()
    site.settle()
    assert f"tieto=este.{QUEUE.id}" in site.page.url
    confirm(site, words.MAKE_ACTION.fi, words.YES.fi)
    expect(site.main).to_contain_text(admin.SAVED.fi)
    made = house.records()[QUEUE.key]
    assert isinstance(made, Obstacle)
    assert (made.state, made.action is not None) == ("in-progress", True)
    with site.rerun():
        site.main.get_by_role("link", name=QUEUE.what.fi).click()  # the action, called what the obstacle is
    assert "/tavoitteet-ja-toimet" in site.page.url
    expect(site.main).to_contain_text(QUEUE.what.fi)
    site.open("/mittarit", **PAIR, mittari="delay-work-ability-assessment")
    expect(site.main).to_contain_text(QUEUE.what.fi)


def test_a_reader_opens_a_record_from_the_list_by_keyboard_and_comes_back_to_the_same_list(
    signed_in: Callable[[str], Site],
) -> None:
    site = signed_in("reader")
    site.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    site.open("/toimijat", **PAIR, kuva="rekisteri", haku="tuki")
    assert is_narrow_enough(site)
    scrolled = "e => [e.scrollWidth, e.clientWidth]"
    wide, place = site.main.locator(".keko-scroll").first.evaluate(scrolled)
    assert wide <= place  # cards: nothing is beside what is seen
    site.main.get_by_role("link", name=PEER.name.fi, exact=True).focus()
    with site.page.expect_navigation():
        site.page.keyboard.press("Enter")
    site.settle()
    expect(site.main.get_by_role("heading", level=1)).to_contain_text(PEER.name.fi)
    assert is_narrow_enough(site)
    assert site.violations() == []
    assert site.main.locator('[data-testid="stHtml"] a').evaluate_all(OF_THE_BROWSER) == []
    with site.page.expect_navigation():
        site.page.go_back()
    site.settle()
    expect(site.main.get_by_role("textbox", name=ecosystem_register.SEARCH.fi)).to_have_value("tuki")


def test_a_file_goes_out_is_changed_and_seen_before_it_comes_in_and_is_taken_back(
    house: House, signed_in: Callable[[str], Site], tmp_path: Path
) -> None:
    site = signed_in("actor").open("/toimijat", **PAIR, kuva="rekisteri")
    before, file = house.records(), tmp_path / "rekisteri.xlsx"
    with site.page.expect_download() as waited:
        site.main.get_by_role("button", name=ecosystem_register.WORKBOOK.fi).click()

    def edit(sheets: dict[str, list[list[str]]]) -> None:
        head, *rows = sheets["Palvelut"]
        row = next(row for row in rows if row[0] == PEER.id)
        row[head.index("Paikkoja vuodessa")] = "40"
        sheets["Palvelut"].append(["", "Kahvila", "", "", "Tuki ry"])

    file.write_bytes(edited(waited.value.path().read_bytes(), edit))
    with site.rerun():
        radio(site, ecosystem_register.WORKS["bring"].fi).click()
    site.upload(file)
    told = site.main.get_by_role("table", name=ecosystem_register.WOULD.fi)
    expect(told.get_by_role("row")).to_have_count(3)
    expect(told).to_contain_text("muuttuu: Paikkoja vuodessa")
    expect(told).to_contain_text("Kahvila")
    assert house.records() == before
    confirm(site, ecosystem_register.PUBLISH.fi, ecosystem_register.YES_PUBLISH.fi)
    expect(site.main).to_contain_text(admin.SAVED.fi)
    after = house.records()
    assert after[PEER.key] == PEER.model_copy(update={"places": 40})
    assert ("service", "kahvila") in after
    take_back(site)
    assert house.records() == before


def test_a_reader_is_offered_no_work(signed_in: Callable[[str], Site]) -> None:
    site = signed_in("reader").open("/toimijat", **PAIR, kuva="rekisteri")
    expect(site.main).to_contain_text(PEER.name.fi)
    expect(site.main.get_by_text(ecosystem_register.WORK.fi, exact=True)).to_have_count(0)
    expect(site.main.get_by_role("button", name=admin.SAVE.fi)).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_work_and_an_opened_cell_are_for_everybody(
    signed_in: Callable[[str], Site], language: Language, tmp_path: Path
) -> None:
    site = signed_in("director")
    site.open("/toimijat", **PAIR | {"kieli": language}, kuva="matriisi", malli=MODEL, segmentti=GROUP, vaihe=STAGE)
    assert site.violations() == []
    site.open("/toimijat", **PAIR | {"kieli": language}, tieto=f"este.{QUEUE.id}")
    with site.rerun():
        site.main.get_by_text(ecosystem_record.EDIT.within(language)).click()
    assert site.violations() == []
    site.open("/toimijat", **PAIR | {"kieli": language}, kuva="rekisteri")
    for work, name in ecosystem_register.WORKS.items():
        with site.rerun():
            radio(site, name.within(language)).click()
        if work == "bring":
            file = tmp_path / "palvelut.csv"
            file.write_text("Nimi suomeksi;Toimija;Alkaen\nKahvila;Tuki ry;x\n", "utf-8")
            site.upload(file)
        assert site.errors() == []
        assert site.violations() == []
        site.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        site.settle()
        assert is_narrow_enough(site)
        site.page.set_viewport_size(SCREEN)
        site.settle()
