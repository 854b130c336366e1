"""The page Actors and services: every picture in every language, links to cells, files, and an action made of an obstacle."""

import re
from datetime import date

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.config import LANGUAGES
from keko.data.edits import ChangedMeanwhile
from keko.data.engine import writing
from keko.data.people import Grant, NotAllowed, Person, at_this_machine
from keko.data.text import Text
from keko.ecosystem.records import Actor, Cooperation, Method, Obstacle, Offering, Record, Service
from keko.ecosystem.store import read, write
from keko.room.undertaking_store import read_undertakings
from keko.ui import loads
from keko.ui.ecosystem import downloads, rendered
from keko.ui.ecosystem.actions import make
from keko.ui.ecosystem.scene import EcosystemScene
from keko.ui.view import ECOSYSTEM_PICTURES, View
from keko.words import ecosystem as words
from tests.pages.people import signed_in
from tests.pages.test_pages import opened, said

TODAY = date(2026, 11, 30)
MODEL = "esimerkki-11"
PLACE = {"malli": MODEL, "segmentti": "A", "vaihe": "skills", "kuva": "matriisi"}


def name(text: str) -> Text:
    return Text.same(text)


def service(id_: str, actor: str, **fields: object) -> Service:
    return Service.model_validate({"id": id_, "name": name(f"Palvelu {id_}"), "actor": actor} | fields)


def offered(id_: str, segment: str, stage: str) -> Offering:
    return Offering(service=id_, model=MODEL, segment=segment, stage=stage)


COUNTY = ("KU106", "KU186", "KU505", "KU543", "KU611", "KU858")
QUEUE = Obstacle(
    id="queue", what=name("Arvioon jonotetaan"), areas=("HVA02",), remover="county", since=date(2026, 1, 1),
    model=MODEL, segment="A", stage="work-ability",
)  # fmt: skip
RECORDS: list[Record] = [
    Actor(id="county", name=name("Alue"), sector="public-county", municipalities=COUNTY),
    Actor(id="charity", name=name("Tuki ry"), sector="ngo", municipalities=("KU186",)),
    Actor(id="school", name=name("Opisto"), sector="education", municipalities=("KU186",)),
    Actor(id="far", name=name("Kaukana"), sector="ngo", municipalities=("KU179",)),
    Method(id="ips", name=name("IPS"), evidence="strong"),
    service("advice", "county", agreed_days=7), service("course", "school"), service("peer", "charity"),
    service("coaching", "far", methods=("ips",)),
    offered("advice", "A", "first-contact"), offered("advice", "A", "skills"), offered("course", "A", "skills"),
    offered("peer", "A", "skills"), offered("coaching", "A", "skills"),
    Cooperation(actor="county", partner="charity", what=name("Ohjaavat toisilleen")),
    QUEUE, Obstacle(id="law", what=name("Tiedot eivät siirry"), remover="state", since=date(2025, 1, 1)),
]  # fmt: skip


@pytest.fixture
def ecosystem(own_demo: sa.Engine) -> sa.Engine:
    """A small ecosystem that is real, in place of an invented one."""
    with writing(own_demo) as connection:
        write(connection, RECORDS, at_this_machine())
    return own_demo


def scene(**chosen: object) -> EcosystemScene:
    view = View("HVA02", "HVA15", "fi", model=MODEL).with_(**chosen)
    return rendered.scene_of(view, TODAY, loads.version())


@pytest.mark.usefixtures("ecosystem")
def test_every_picture_speaks_every_language() -> None:
    for language in LANGUAGES:
        for picture in ECOSYSTEM_PICTURES:
            text = said(opened("actors", kuva=picture, kieli=language, vaihe="skills", segmentti="A"))
            assert "<h1>" in text
            assert not re.search(r"\{\w*\}|\bnan\b|\bNone\b", text)


@pytest.mark.usefixtures("ecosystem")
def test_the_path_tells_where_nobody_answers_and_the_longest_wait() -> None:
    text = said(opened("actors", kuva="polku", segmentti="A", malli=MODEL))
    assert "kukaan ei vastaa 6 vaiheessa, kun vaiheita on 8" in text
    assert text.count(words.LONGEST.fi) == 1
    assert "Palvelu advice" in text
    rows = re.findall(r"<tr><th.*?</tr>", text)
    assert len([row for row in rows if "Ensikontakti" in row and "7\N{NO-BREAK SPACE}päivää" in row]) == 1


@pytest.mark.usefixtures("ecosystem")
def test_a_cell_of_the_matrix_opens_to_its_services_and_the_methods_not_used() -> None:
    text = said(opened("actors", kuva="matriisi", malli=MODEL))
    links = re.findall(r'href="/toimijat\?([^"]+)"', text)
    assert any("segmentti=A" in link and "vaihe=skills" in link for link in links)
    assert len(set(links)) == 11 * 8
    assert words.OTHER_METHODS.fi not in text
    cell = said(opened("actors", **PLACE))
    for told in ("Palvelu course", "Palvelu peer", words.OTHER_METHODS.fi, "IPS", "3 toimijaa"):
        assert told in cell


@pytest.mark.usefixtures("ecosystem")
@pytest.mark.parametrize(("picture", "rows"), [("matriisi", 88), ("esteet", 2)])
def test_the_files_hold_what_is_shown(picture: str, rows: int) -> None:
    frames = {"matriisi": downloads.matrix_frame, "esteet": downloads.obstacle_frame}
    frame: pd.DataFrame = frames[picture](scene(picture=picture))
    assert len(frame) == rows
    app = opened("actors", kuva=picture)
    assert {button.proto.label for button in app.get("download_button")} == {"CSV", "XLSX"}


def test_an_obstacle_becomes_an_action_once_by_whoever_may(
    ecosystem: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(monkeypatch, Grant("analyst", None, ("HVA02",)))
    app = opened("actors", kuva="esteet")
    assert app.selectbox("obstacle").options == ["Arvioon jonotetaan"]  # the other is the whole country's
    app.button("make_action").click().run()
    assert not app.exception
    with ecosystem.connect() as connection:
        obstacle = read(connection).get(Obstacle, "queue")
        assert obstacle is not None
        made = read_undertakings(connection)[obstacle.action or ""]
    assert (made.kind, made.areas, made.name.fi, made.obstacle) == ("action", ("HVA02",), "Arvioon jonotetaan", "queue")
    assert obstacle.state == "in-progress"
    assert words.IS_ACTION.fi in said(app)
    assert not [box for box in app.selectbox if box.key == "obstacle"]


def test_a_reader_makes_no_action(ecosystem: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(monkeypatch, Grant("reader"))
    assert not [button for button in opened("actors", kuva="esteet").button if button.key == "make_action"]
    with writing(ecosystem) as connection, pytest.raises(NotAllowed):
        make(connection, QUEUE, Person("p-reader", (Grant("reader"),)), TODAY)


def test_an_action_is_not_made_of_an_obstacle_that_has_changed(ecosystem: sa.Engine) -> None:
    with writing(ecosystem) as connection:
        write(connection, [QUEUE.model_copy(update={"state": "in-progress"})], at_this_machine())
    with pytest.raises(ChangedMeanwhile), writing(ecosystem) as connection:
        make(connection, QUEUE, at_this_machine(), TODAY)
    with ecosystem.connect() as connection:
        assert not [each for each in read_undertakings(connection).values() if each.name.fi == "Arvioon jonotetaan"]


def test_changes_are_told_since_a_day_and_not_where_there_was_nothing(ecosystem: sa.Engine) -> None:
    view = View("HVA02", "HVA15", "fi", model=MODEL, picture="muutokset", since="2020-01-01")
    assert "ei ollut vielä" in rendered.picture(view, TODAY, loads.version()).finding
    table = sa.table("ecosystem_record", sa.column("since"), sa.column("until"))
    with writing(ecosystem) as connection:
        of_now = table.update().where(table.c.until.is_(None))
        connection.execute(of_now.values(since="2019-06-01T00:00:00+00:00"))
        changed = service("course", "school", agreed_days=9)
        write(connection, [changed, service("new", "charity")], at_this_machine())
    told = rendered.picture(view, TODAY, loads.version())
    assert "1 tuli, 0 poistui ja 1 muuttui" in told.finding
    text = "".join(told.blocks)
    assert "muuttui: sovittu odotusaika, päivää" in text
    assert words.CHANGES_NOTE.fi in text
