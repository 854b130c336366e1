"""What is seen first of an area: who may choose it, that nobody overwrites another, and that readers see it at once."""

import pytest
import sqlalchemy as sa

from keko.data.edits import ChangedMeanwhile
from keko.data.engine import writing
from keko.data.people import Grant, NotAllowed, Person
from keko.data.schema import area_view, audit
from keko.data.versions import read_version
from keko.room.area_views import MOST_INDICATORS, AreaView, read_area_views, remove_area_view, set_area_view
from tests.data.figures import ADMIN, READER

OWN = AreaView("HVA02", "HVA08", ("unemployment-rate-register", "employment-rate-20-64"))
ANALYST = Person("p-1", (Grant("analyst", "keusote", ("HVA02", "KU186")),))


def test_a_view_is_chosen_changed_and_taken_away(installation: sa.Engine) -> None:
    with installation.connect() as connection:
        before = read_version(connection)
    with writing(installation) as connection:
        set_area_view(connection, OWN, ANALYST, None)
        set_area_view(connection, OWN, ANALYST, OWN)  # the same again is no change
        shorter = AreaView("HVA02", None, OWN.indicators)
        set_area_view(connection, shorter, ADMIN, OWN)
        assert read_area_views(connection) == {"HVA02": shorter}
        assert connection.execute(sa.select(area_view.c.benchmark.is_(None))).scalar_one()
        assert remove_area_view(connection, "HVA02", ANALYST, shorter)
        assert not remove_area_view(connection, "HVA02", ANALYST, None)
        assert read_area_views(connection) == {}
        assert read_version(connection) == before + 3
        lines = connection.execute(
            sa.select(audit.c.who, audit.c.before, audit.c.after).where(audit.c.what == "area view")
        )
        benchmarks = [
            (line.who, line.before and line.before["benchmark"], line.after and line.after["benchmark"])
            for line in lines
        ]
    assert benchmarks == [("p-1", None, "HVA08"), (ADMIN.subject, "HVA08", None), ("p-1", None, None)]


def test_a_view_that_chooses_nothing_is_none(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        set_area_view(connection, OWN, ADMIN)
        set_area_view(connection, AreaView("HVA02"), ADMIN)
        assert read_area_views(connection) == {}


@pytest.mark.parametrize(
    "by",
    [
        READER,
        Person("p-2", (Grant("actor", "keusote", ("HVA02",)),)),
        Person("p-3", (Grant("analyst", "hyvaks", ("HVA15",)),)),
        Person("p-4", (Grant("analyst", "keusote", ("KU186",)),)),
    ],
    ids=["reader", "actor", "other area", "a part of it"],
)
def test_only_the_analyst_of_an_area_chooses_for_it(installation: sa.Engine, by: Person) -> None:
    for change in (
        lambda connection: set_area_view(connection, OWN, by),
        lambda connection: remove_area_view(connection, "HVA02", by),
    ):
        with pytest.raises(NotAllowed), writing(installation) as connection:
            change(connection)


def test_a_second_editor_is_shown_what_changed_and_overwrites_nothing(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        set_area_view(connection, OWN, ANALYST, None)
        for change in (
            lambda: set_area_view(connection, AreaView("HVA02", "MAA"), ADMIN, None),
            lambda: remove_area_view(connection, "HVA02", ADMIN, AreaView("HVA02", "MAA")),
        ):
            with pytest.raises(ChangedMeanwhile) as raised:
                change()
            assert raised.value.record == OWN
        assert read_area_views(connection) == {"HVA02": OWN}


@pytest.mark.parametrize(
    ("benchmark", "indicators"),
    [("HVA02", None), (None, ()), (None, ("a", "a")), (None, tuple(map(str, range(MOST_INDICATORS + 1))))],
    ids=["itself", "none", "twice", "too many"],
)
def test_what_cannot_be_seen_first_is_no_view(benchmark: str | None, indicators: tuple[str, ...] | None) -> None:
    with pytest.raises(ValueError, match=r"benchmark|indicators"):
        AreaView("HVA02", benchmark, indicators)
