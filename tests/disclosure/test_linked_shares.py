"""Shares that are bound to other indicators stay safe from whoever knows their denominators from elsewhere."""

import pandas as pd

from keko.disclosure.protect import protect_together
from keko.disclosure.tables import Table
from tests.data.figures import KEUSOTE, areas_of, every_area, protected, shares

RESIDENTS = (10, 7, 90, 80, 70, 60)
CLIENTS, PATIENTS = (3, 6, 40, 30, 20, 25), (5, 6, 50, 20, 30, 35)


def table(id_: str, persons: tuple[int, ...]) -> Table:
    counted = dict(zip(KEUSOTE, zip(persons, RESIDENTS, strict=True), strict=True))
    county = {"HVA02": (sum(persons), sum(RESIDENTS))}
    return Table.of(protected(id_), pd.concat([shares(counted), shares(county)], ignore_index=True))


def test_a_partner_has_no_more_room_than_its_residents_even_where_indicators_share_them() -> None:
    """Of 9 in two municipalities the one of 7 residents has at most 7, so that the other has 2 at least: a third has to go."""
    alone = protect_together([table("clients", CLIENTS)], every_area())[0]
    beside = protect_together([table("clients", CLIENTS), table("patients", PATIENTS)], every_area())[0]
    assert len(areas_of(alone.observations, status="hidden")) == 3
    assert areas_of(beside.observations, status="hidden") >= areas_of(alone.observations, status="hidden")
    assert beside.unprotected.empty
