"""Targets, events and limits computed anew: who may change them, what is kept of it, and that readers see it at once."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from keko.data.edits import ChangedMeanwhile
from keko.data.engine import writing
from keko.data.identity_codes import IdentityCode
from keko.data.people import Grant, NotAllowed, Person
from keko.data.problems import Refused
from keko.data.schema import audit
from keko.data.text import Text
from keko.data.versions import read_version
from keko.indicators import store
from keko.indicators.series import Point
from keko.installation import initialise
from keko.room.events import Event, add_event, read_events, remove_event, shipped
from keko.room.rebases import accept_rebase, read_rebases, rebases_from, withdraw_rebase
from keko.room.targets import (
    NoTarget,
    Target,
    reached,
    read_targets,
    remove_target,
    set_target,
    targets_of_family,
    undo_target,
)
from tests.data.figures import ADMIN, READER

AIM = Target("employment-rate-20-64", "HVA02", 78.0, "2025", "2027")
START = Event("aloitus", date(2024, 3, 1), "event", Text.same("Aloitus"), ("HVA02",))


def versions(installation: sa.Engine) -> int:
    with installation.connect() as connection:
        return read_version(connection)


def kept(installation: sa.Engine, what: str) -> list[tuple[object, object]]:
    query = sa.select(audit.c.before, audit.c.after).where(audit.c.what == what).order_by(audit.c.id)
    with installation.connect() as connection:
        return [(row.before, row.after) for row in connection.execute(query)]


def test_a_target_is_set_changed_and_taken_away(installation: sa.Engine) -> None:
    before = versions(installation)
    with writing(installation) as connection:
        set_target(connection, AIM, ADMIN)
        set_target(connection, AIM, ADMIN)  # the same again is no change
        higher = Target(AIM.indicator, AIM.area, 80.0, "2025", "2028")
        set_target(connection, higher, ADMIN)
        assert read_targets(connection) == {(AIM.indicator, AIM.area): higher}
        assert remove_target(connection, AIM.indicator, AIM.area, ADMIN)
        assert not remove_target(connection, AIM.indicator, AIM.area, ADMIN)
        assert read_targets(connection) == {}
    assert versions(installation) == before + 3
    with writing(installation) as connection:
        undo_target(connection, AIM.indicator, AIM.area, ADMIN)
        assert read_targets(connection) == {(AIM.indicator, AIM.area): higher}
        with pytest.raises(Refused):
            undo_target(connection, AIM.indicator, "HVA15", ADMIN)
        remove_target(connection, AIM.indicator, AIM.area, ADMIN)
    values = [
        tuple(part and part["value"] for part in line)  # type: ignore[index]
        for line in kept(installation, "target")
    ]
    assert values == [(None, 78.0), (78.0, 80.0), (80.0, None), (None, 80.0), (80.0, None)]


def test_a_reader_changes_nothing(installation: sa.Engine) -> None:
    for change in (
        lambda connection: set_target(connection, AIM, READER),
        lambda connection: add_event(connection, START, READER),
        lambda connection: accept_rebase(connection, AIM.indicator, "HVA02", "te-2025", READER),
    ):
        with pytest.raises(NotAllowed), writing(installation) as connection:
            change(connection)
    with installation.connect() as connection:
        assert read_targets(connection) == {}
        assert [one.id for one in read_events(connection)] == ["sote-2023", "te-2025"]


@pytest.mark.parametrize(
    "by",
    [
        Person("p-1", (Grant("actor", "hyvaks", ("HVA15",)),)),
        Person("p-2", (Grant("analyst", "keusote", ("KU186",)),)),
    ],
    ids=["another area", "a part of it"],
)
def test_who_acts_for_another_area_changes_nothing(installation: sa.Engine, by: Person) -> None:
    everywhere = Event("kaikki", START.day, "event", START.name)
    with writing(installation) as connection:
        set_target(connection, AIM, ADMIN)
        add_event(connection, START, ADMIN)
    for change in (
        lambda connection: set_target(connection, AIM, by),
        lambda connection: remove_target(connection, AIM.indicator, AIM.area, by),
        lambda connection: add_event(connection, START, by),
        lambda connection: add_event(
            connection, Event(START.id, START.day, "event", START.name, by.grants[0].areas), by
        ),
        lambda connection: add_event(connection, everywhere, by),
        lambda connection: remove_event(connection, START.id, by),
    ):
        with pytest.raises(NotAllowed), writing(installation) as connection:
            change(connection)


def test_a_second_editor_is_shown_what_changed_and_overwrites_nothing(installation: sa.Engine) -> None:
    higher = Target(AIM.indicator, AIM.area, 80.0, "2025", "2028")
    with writing(installation) as connection:
        set_target(connection, AIM, ADMIN, None)
        set_target(connection, higher, ADMIN, AIM)
        add_event(connection, START, ADMIN, None)
        moved = Event(START.id, date(2024, 4, 1), "event", START.name, START.areas)
        add_event(connection, moved, ADMIN, START)
        for change, now in (
            (lambda: set_target(connection, AIM, ADMIN, AIM), higher),
            (lambda: set_target(connection, AIM, ADMIN, None), higher),
            (lambda: remove_target(connection, AIM.indicator, AIM.area, ADMIN, AIM), higher),
            (lambda: add_event(connection, START, ADMIN, START), moved),
            (lambda: remove_event(connection, START.id, ADMIN, START), moved),
        ):
            with pytest.raises(ChangedMeanwhile) as raised:
                change()
            assert raised.value.record == now
        remove_event(connection, START.id, ADMIN, moved)
        with pytest.raises(ChangedMeanwhile) as raised:
            add_event(connection, START, ADMIN, moved)
        assert raised.value.record is None


@pytest.mark.parametrize(
    ("value", "since", "due", "slips"),
    [
        (78.0, "2025", "2027", []),
        (78.0, "2025-12", "2025", []),
        (78.0, "2025-Q4", "2025-09", ["order"]),
        (78.0, "2027", "2026", ["order"]),
        (float("nan"), "soon", "2027-13", ["value", "since", "due"]),
    ],
)
def test_what_is_no_target_is_not_set(
    installation: sa.Engine, value: float, since: str, due: str, slips: list[str]
) -> None:
    target = Target(AIM.indicator, AIM.area, value, since, due)
    assert target.slips == slips
    with writing(installation) as connection:
        if slips:
            with pytest.raises(NoTarget):
                set_target(connection, target, ADMIN)
        else:
            set_target(connection, target, ADMIN)
        assert bool(read_targets(connection)) != bool(slips)


@pytest.mark.parametrize("language", [0, 1, 2])
def test_an_event_is_not_called_by_an_identity_code(installation: sa.Engine, language: int) -> None:
    """The code is the example of the authority that gives them out."""
    names = ["Aloitus"] * 3
    names[language] = "Aloitus 131052-308T"
    with writing(installation) as connection, pytest.raises(IdentityCode) as raised:
        add_event(connection, Event("a", date(2024, 3, 1), "event", Text(*names), ("HVA02",)), ADMIN)
    assert "131052" not in str(raised.value)


def test_both_reforms_ship_and_touch_everybody(installation: sa.Engine) -> None:
    assert [(one.day, one.kind) for one in shipped()] == [
        (date(2023, 1, 1), "reform"),
        (date(2025, 1, 1), "reform"),
    ]
    with installation.connect() as connection:
        assert all(one.concerns("anything", "KU186") for one in read_events(connection))


def test_an_event_is_added_changed_and_removed_and_what_people_added_survives_init(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        add_event(connection, START, ADMIN)
        later = Event(START.id, date(2024, 4, 1), "event", START.name, START.areas)
        add_event(connection, later, ADMIN)
    initialise(installation)
    with writing(installation) as connection:
        assert later in read_events(connection)
        assert not later.concerns("anything", "HVA15")
        assert remove_event(connection, START.id, ADMIN)
        assert not remove_event(connection, START.id, ADMIN)
    assert len(kept(installation, "event")) == 3


def test_limits_computed_anew_are_kept_with_who_accepted_them(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        accept_rebase(connection, AIM.indicator, "HVA02", "te-2025", ADMIN)
        accept_rebase(connection, AIM.indicator, "HVA02", "te-2025", ADMIN)
        accepted = read_rebases(connection, AIM.indicator, "HVA02")
        assert {event: own.by for event, own in accepted.items()} == {"te-2025": ADMIN.subject}
        assert accepted["te-2025"].at.endswith("+00:00")
        assert read_rebases(connection, AIM.indicator, "HVA15") == {}
        assert withdraw_rebase(connection, AIM.indicator, "HVA02", "te-2025", ADMIN)
        assert not withdraw_rebase(connection, AIM.indicator, "HVA02", "te-2025", ADMIN)
    assert kept(installation, "rebase") == [(None, {"event": "te-2025"}), ({"event": "te-2025"}, None)]


def test_an_event_takes_its_limits_with_it(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        add_event(connection, START, ADMIN)
        accept_rebase(connection, AIM.indicator, "HVA02", START.id, ADMIN)
        assert rebases_from(connection, START.id) == [(AIM.indicator, "HVA02")]
        remove_event(connection, START.id, ADMIN)
        assert rebases_from(connection, START.id) == []
        assert read_rebases(connection, AIM.indicator, "HVA02") == {}
        add_event(connection, START, ADMIN)
        accept_rebase(connection, AIM.indicator, "HVA02", START.id, ADMIN)
        add_event(connection, replace(START, areas=("HVA15",)), ADMIN)
        assert rebases_from(connection, START.id) == []
    gone = [before["limits"] for before, _ in kept(installation, "event") if before]
    assert [[(each["indicator"], each["area"]) for each in limits] for limits in gone] == [
        [(AIM.indicator, "HVA02")]
    ] * 2


@pytest.mark.parametrize(
    ("limits", "polarity", "found"),
    [
        ((78.0, 80.0), "higher", "meets"),
        ((77.9, 80.0), "higher", "unclear"),
        ((75.0, 78.0), "higher", "unclear"),
        ((75.0, 77.9), "higher", "misses"),
        ((75.0, 78.0), "lower", "meets"),
        ((78.1, 80.0), "lower", "misses"),
        ((77.0, 79.0), "lower", "unclear"),
        ((79.0, 80.0), "none", None),
        (None, "higher", "meets"),
        (None, "none", None),
    ],
)
def test_a_target_is_reached_by_the_whole_interval(
    limits: tuple[float, float] | None, polarity: str, found: str | None
) -> None:
    lower, upper = limits or (None, None)
    latest = Point(
        "2025", 78.0, lower, upper, None, None, None, None, None, "final", None, "delivered", None, None, None
    )
    assert reached(AIM, latest, polarity) == found  # type: ignore[arg-type]


def test_targets_of_a_family_are_those_on_its_indicators(installation: sa.Engine) -> None:
    hard = Target("difficult-to-employ-share", "HVA02", 20.0, "2025", "2027")
    with writing(installation) as connection:
        for target in (AIM, hard, Target("difficult-to-employ-share", "HVA15", 20.0, "2025", "2027")):
            set_target(connection, target, ADMIN)
        known = store.load(connection)
        assert targets_of_family(connection, "HVA02", "difficult-to-employ", known) == [hard]
