"""The page Actors and services: every picture in every language, links to cells, files, and an action made of an obstacle."""

import re
from datetime import date

import pytest
import sqlalchemy as sa

from keko.config import LANGUAGES
from keko.data.edits import ChangedMeanwhile
from keko.data.engine import writing
from keko.data.people import Grant, NotAllowed, Person, at_this_machine
from keko.data.text import Text
from keko.ecosystem.changes import undo
from keko.ecosystem.records import Actor, Cooperation, Method, Obstacle, Offering, Record, Service
from keko.ecosystem.store import read, write
from keko.exchange.pictures import svg_bytes
from keko.room.undertaking_store import read_undertakings, remove_undertaking
from keko.ui import loads
from keko.ui.ecosystem import downloads, drawings, frames, rendered
from keko.ui.ecosystem.actions import make
from keko.ui.ecosystem.obstacles import over_time
from keko.ui.ecosystem.scene import EcosystemScene
from keko.ui.view import ECOSYSTEM_PICTURES, View
from keko.words import ecosystem as words
from keko.words import ecosystem_pictures as pictures
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
    assert text.count(words.NOBODY.fi) == 1 + 6 + 7  # the finding, stages of the area, stages of the benchmark
    assert "Palvelu advice" in text
    rows = re.findall(r"<tr><th.*?</tr>", text)
    assert len([row for row in rows if "Ensikontakti" in row and "7\N{NO-BREAK SPACE}päivää" in row]) == 1


@pytest.mark.usefixtures("ecosystem")
def test_a_cell_of_the_matrix_opens_to_its_services_and_the_methods_not_used() -> None:
    text = said(opened("actors", kuva="matriisi", malli=MODEL))
    links = re.findall(r'href="/toimijat\?([^"]+)"', text)
    assert any("segmentti=A" in link and "vaihe=skills" in link for link in links)
    cells = {link for link in links if "vaihe=" in link}
    assert len(cells) == 2  # where A has services: it is not hard for it to find work, so it lacks none elsewhere
    assert words.OTHER_METHODS.fi not in text
    cell = said(opened("actors", **PLACE))
    for told in ("Palvelu course", "Palvelu peer", words.OTHER_METHODS.fi, "IPS", "3 toimijaa"):
        assert told in cell


@pytest.mark.usefixtures("ecosystem")
@pytest.mark.parametrize(
    ("picture", "rows"), [("polku", 16), ("matriisi", 88), ("esteet", 2), ("muutokset", 0), ("kattavuus", 6)]
)
def test_the_files_hold_what_is_shown(picture: str, rows: int) -> None:
    asked = scene(picture=picture, segment="A", since="2026-11-29" if picture == "muutokset" else None)
    frame = frames.FRAMES[picture](asked)
    assert len(frame) == rows  # what is invented and what is real are not compared: then nothing has changed
    app = opened("actors", kuva=picture)
    drawn = set() if picture == "muutokset" else {"PNG", "SVG"}
    assert {button.proto.label for button in app.get("download_button")} == {"CSV", "XLSX"} | drawn


@pytest.mark.usefixtures("ecosystem")
@pytest.mark.parametrize("picture", ["polku", "matriisi", "esteet", "kattavuus"])
def test_a_picture_to_take_along_says_what_it_shows(picture: str) -> None:
    asked = scene(picture=picture, segment="A")
    svg = drawings.picture(svg_bytes, asked, downloads.notes(asked)).decode()
    written = re.sub(r"<[^>]+>", " ", svg)
    finding = rendered.picture(asked.view, TODAY, asked.version).finding
    for told in (finding.split(": ")[0][:40], "Keski-Uu", "30.11.2026", f"Aineistoversio: {asked.version.number}"):
        assert told in written
    assert (words.DEMO.fi[:20] in written) is False  # the records are real
    assert ("Esimerkkiaineisto" in written) is (picture in {"polku", "matriisi"})  # and the figures beside them are not


@pytest.mark.usefixtures("ecosystem")
def test_the_map_stands_beside_its_figures_and_tells_who_has_no_place() -> None:
    app = opened("actors", kuva="kattavuus")
    assert len(app.get("vega_lite_chart")) == 1
    text = said(app)
    assert pictures.MAP_OF.fi.format(area="Keski-Uusimaa") in text
    assert "Toimijat, joiden sijaintia ei ole kirjattu: " in text
    assert pictures.ACTORS_HERE.fi not in text


@pytest.mark.usefixtures("ecosystem")
def test_obstacles_are_told_at_the_end_of_each_quarter() -> None:
    told = over_time(scene(picture="esteet"))
    assert told[-1] == ("Nyt", 2)
    assert [count for _, count in told] == [1] * 4 + [2] * 4  # from the first quarter of 2025, when the law's began
    assert told[0][0] == "2025, 1. neljännes"
    assert said(opened("actors", kuva="esteet")).count("keko-height") == 8


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
    assert made.indicators == ("delay-work-ability-assessment",)  # of the obstacle's stage
    assert made.mark is not None
    assert re.search(rf'kuva=toimenpiteet[^"]*"[^>]*>{words.IS_ACTION.fi}', said(app))
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


def test_an_action_is_made_once_and_again_where_it_was_removed(ecosystem: sa.Engine) -> None:
    """Undo of the obstacle leaves the action on the time line: it is found again, and one that was removed is no action."""
    who = at_this_machine()
    with writing(ecosystem) as connection:
        make(connection, QUEUE, who, TODAY)
        change = read(connection).entries[QUEUE.key].change
        undo(connection, change, who)
        make(connection, QUEUE, who, TODAY)
        made = read(connection).records[QUEUE.key]
        assert isinstance(made, Obstacle)
        (action,) = [each for each in read_undertakings(connection).values() if each.name.fi == "Arvioon jonotetaan"]
        assert action.id == made.action
    assert words.IS_ACTION.fi in said(opened("actors", kuva="esteet"))
    with writing(ecosystem) as connection:
        remove_undertaking(connection, action.id, who)
    app = opened("actors", kuva="esteet")
    assert words.IS_ACTION.fi not in said(app)
    assert "Arvioon jonotetaan" in app.selectbox("obstacle").options
    app.selectbox("obstacle").select("queue").run()
    app.button("make_action").click().run()
    with ecosystem.connect() as connection:
        assert action.id in read_undertakings(connection)


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


@pytest.mark.usefixtures("ecosystem")
def test_the_path_tells_how_many_waited_longer_than_is_agreed_and_folds_its_lists() -> None:
    text = said(opened("actors", kuva="polku", segmentti="A", malli=MODEL))
    row = next(row for row in re.findall(r"<tr><th.*?</tr>", text) if "Työkyvyn arvio" in row)
    assert re.search(r"<b>yli sovitun odotti [^<]+</b>.*palveluun pääsi", row)
    assert re.search(r"<summary>3\N{NO-BREAK SPACE}?.?palvelua, 3.toimijaa</summary>", text)
    assert text.count("keko-length") == 2 * 3


@pytest.mark.usefixtures("ecosystem")
def test_services_of_another_model_are_told_and_led_to() -> None:
    text = said(opened("actors", kuva="matriisi", malli="esimerkki-5"))
    assert pictures.OTHER_MODEL.fi in text
    assert f"malli={MODEL}" in text
    nothing = said(opened("actors", kuva="polku", alue="HVA19"))
    assert pictures.NOTHING_HERE.fi in nothing
    row = next(row for row in re.findall(r"<tr><th.*?</tr>", nothing) if "Työnhaku" in row)
    assert row.count(pictures.NOT_DESCRIBED.fi) == 1  # of the area; its benchmark is described, and lacks it
    assert row.count(words.NOBODY.fi) == 1


@pytest.mark.usefixtures("ecosystem")
def test_sizes_are_of_the_period_that_was_chosen_and_say_whose_they_are() -> None:
    newest, year = (scene(picture="matriisi", period=period).sized for period in (None, "2021"))
    assert (year.period, newest.period) == ("2021", "2023")
    assert year.persons != newest.persons
    text = said(opened("actors", kuva="matriisi", malli=MODEL, jakso="2021"))
    assert "Henkilöitä 2021" in text
    assert "Esimerkkimalli (11 ryhmää), 2021. Lähde:" in text


@pytest.mark.usefixtures("ecosystem")
def test_methods_used_elsewhere_are_told_with_the_groups_they_are_for() -> None:
    text = said(opened("actors", kuva="matriisi", malli=MODEL))
    table = text[text.index(pictures.UNUSED_FOR.fi) :]
    assert "IPS" in table
    assert re.search(r"Esimerkkiryhmä A: <a [^>]+>Osaaminen ja valmennus</a>", table)
