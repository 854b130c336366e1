"""The published persons by class of an area, as a page asks for them."""

import pytest
import sqlalchemy as sa

from keko.data.engine import writing
from keko.indicators.series import Question
from keko.indicators.waiting import Waiting, read_waiting
from tests.data.figures import every_area, item, prepare, published, rows

CLASSES = item("classes", "count")
AREAS = every_area()


def told(engine: sa.Engine, persons: dict[str, dict[str, float | None]]) -> list[Waiting]:
    with writing(engine) as connection:
        prepare(connection, CLASSES)
        cells = [
            {"area": code, "breakdown": own, "value": number, "status": "final" if number is not None else "hidden"}
            for code, by_class in persons.items()
            for own, number in by_class.items()
        ]
        published(connection, "classes", "keusote", rows(*cells))
        return read_waiting(connection, CLASSES, AREAS, ["HVA02", "HVA15", "HVA02"], Question(), "2023")


FULL: dict[str, float | None] = {"days:0-7": 40.0, "days:8-30": 40.0, "days:31-": 20.0, "total": 100.0}


def test_the_areas_that_have_classes(engine: sa.Engine) -> None:
    (own,) = told(engine, {"HVA02": FULL})
    assert (own.area, own.counted, own.everyone) == ("HVA02", (40, 40, 20), 100)
    assert (own.within(7), own.within(30), own.within(31)) == (0.4, 0.8, None)
    assert own.days(0.5) == pytest.approx(7 + 23 / 4)
    assert own.slowest_tenth is None


def test_a_hidden_class_leaves_nothing_to_tell(engine: sa.Engine) -> None:
    (own,) = told(engine, {"HVA02": FULL | {"days:31-": None}})
    assert own.lacking is not None
    assert own.lacking.status == "hidden"
    assert (own.counted, own.within(7), own.days(0.5)) == ((), None, None)


def test_classes_that_do_not_hold_every_wait_are_no_distribution(engine: sa.Engine) -> None:
    assert told(engine, {"HVA02": {"days:0-7": 40, "days:31-": 20}, "HVA15": {"days:0-7": 40, "days:8-30": 20}}) == []
