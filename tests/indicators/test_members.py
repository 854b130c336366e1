"""The areas inside an area: which they are, and what each has beside the whole."""

import pytest
import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.engine import writing
from keko.data.providers import ensure_provider
from keko.data.text import Text
from keko.indicators.catalogue import MemberColumn, WorkingAge
from keko.indicators.members import member_areas, member_table
from keko.indicators.working_age import Figure
from tests.data.figures import KEUSOTE, every_area, item, prepare, published, shares

COLUMN = WorkingAge(column=MemberColumn(order=1, heading=Text.same("-")))


@pytest.mark.parametrize(
    ("area", "largest", "count"),
    [("HVA02", "KU106", 6), ("MAA", "HVA91", 23), ("KU106", "KU186", 5), ("TA14", "KU106", 6)],
)
def test_members_stand_by_size_without_the_area_itself(area: str, largest: str, count: int) -> None:
    areas = every_area()
    members = member_areas(area, areas)
    sizes = [areas[code].population or 0 for code in members]
    assert sizes == sorted(sizes, reverse=True)
    assert len(members) == count
    assert areas[members[0]].population == max(areas[largest].population or 0, sizes[0])
    assert area not in members


def test_members_stand_beside_the_area_with_real_differences_only(engine: sa.Engine, areas: Areas) -> None:
    catalogue = {"share": item("share", polarity="none", working_age=COLUMN)}
    counts = dict.fromkeys(KEUSOTE, (300.0, 900.0)) | {"HVA02": (1800.0, 5400.0), "KU106": (200.0, 1000.0)}
    with writing(engine) as connection:
        prepare(connection, *catalogue.values())
        ensure_provider(connection, "keusote")
        published(connection, "share", "keusote", shares({code: counts[code] for code in counts if code != "KU505"}))
    with engine.connect() as connection:
        table = member_table(connection, catalogue, areas, "HVA02", "total", None)
    figures = dict(zip(table.codes, table.figures[Figure("share")], strict=True))
    assert set(figures) == set(KEUSOTE)
    assert figures["KU106"].verdict == "lower"
    assert figures["KU106"].point
    assert figures["KU106"].point.value == 20
    assert figures["KU186"].verdict is None
    assert figures["KU505"] == (None, None, None)
