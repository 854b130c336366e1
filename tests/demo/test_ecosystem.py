"""The invented ecosystem: whole, without a word that is refused or avoided, and with something to see in every picture."""

from datetime import UTC, date, datetime, timedelta

import pytest

from keko.data.engine import connect
from keko.demo.ecosystem import demo_records, records_a_year_ago
from keko.demo.segments import demo_model
from keko.ecosystem.checks import errors_of, warnings_of
from keko.ecosystem.codes import KnownCodes
from keko.ecosystem.coverage import coverage, network
from keko.ecosystem.obstacles import obstacles
from keko.ecosystem.offered import Here
from keko.ecosystem.picture import matrix
from keko.ecosystem.records import Actor, Record, Service
from keko.ecosystem.register import Entry, Register
from keko.ecosystem.stages import read_stages
from keko.ecosystem.store import read
from keko.ecosystem.what_changed import changes
from keko.indicators.catalogue import read_catalogue
from tests.data.figures import every_area

MODELS = {id_: demo_model(id_, every_area())[0] for id_ in ("esimerkki-11", "esimerkki-5")}


def known() -> KnownCodes:
    return KnownCodes(
        {code: area.level for code, area in every_area().by_code.items()},
        {id_: frozenset(model.segment_codes) for id_, model in MODELS.items()},
        tuple(stage.code for stage in read_stages()),
        frozenset(item.id for item in read_catalogue()),
    )


def here(records: list[Record], area: str, model: str = "esimerkki-11") -> Here:
    entries = {record.key: Entry(record, "2026-01-01", "x", 1, True) for record in records}
    return Here(Register(entries), model, area, every_area())


@pytest.mark.parametrize("records", [demo_records(), records_a_year_ago()], ids=["now", "a year ago"])
def test_nothing_is_wrong_with_it(records: list[Record]) -> None:
    assert errors_of(records, {record.key: record for record in records}, known()) == []
    assert warnings_of(records) == []
    assert all("esimerkki" in record.name.fi.casefold() for record in records if isinstance(record, Actor))


def test_it_has_25_actors_60_services_and_12_obstacles_of_six_municipalities_and_a_smaller_one_elsewhere() -> None:
    counts = []
    for area in ("HVA02", "HVA15"):
        there = here(demo_records(), area)
        count = len(obstacles(there, date(2100, 1, 1)).standing + obstacles(there, date(2100, 1, 1)).removed)
        counts.append((len(there.actors), len(there.services), count))
    assert counts == [(25, 60, 12), (8, 18, 3)]


@pytest.mark.parametrize("model", MODELS)
def test_there_is_something_to_see_in_every_picture(model: str) -> None:
    now, before = here(demo_records(), "HVA02", model), here(records_a_year_ago(), "HVA02", model)
    picture = matrix(now, dict.fromkeys(MODELS[model].segment_codes, 100.0), read_stages())
    assert picture.gaps
    assert picture.overlaps
    told = changes(before, now)
    assert all((told.came, told.went, told.changed, told.gained))
    assert coverage(now).missing_sectors == ["research"]
    assert network(now).alone


def test_the_demo_has_it_with_its_history(demo_url: str) -> None:
    with connect(demo_url).connect() as connection:
        now = read(connection)
        before = read(connection, (datetime.now(UTC) - timedelta(days=300)).isoformat())
    assert now.is_demo
    assert now.records == {record.key: record for record in demo_records()}
    today = datetime.now(UTC).date()
    assert {entry.is_unconfirmed(today + timedelta(days=150)) for entry in now.entries.values()} == {True, False}
    assessed = [register.get(Service, "demo-koivupolku-assessment") for register in (now, before)]
    assert [service and service.agreed_days for service in assessed] == [60, 90]
    assert [register.get(Service, "demo-majakka-follow") is None for register in (now, before)] == [True, False]
