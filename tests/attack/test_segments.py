"""Tables of one segment model give each other away, and the attack finds it."""

from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.attack.report import Breach
from keko.data.observations import KEY
from keko.data.publishing import publish
from keko.data.text import Text
from keko.segments.store import ModelDraft, create_model_draft
from keko.segments.tables import Tables
from tests.attack.planted import found, of
from tests.data.figures import ADMIN
from tests.segments.figures import frame, model

SMALL = {"disclosure": {"rule": "small cells", "threshold": 5}}


def hidden(table: pd.DataFrame, **where: Any) -> pd.DataFrame:
    """The table with the persons of one row hidden."""
    chosen = pd.Series(True, table.index)
    for name, value in where.items():
        chosen &= table[name].eq(value)
    assert chosen.any()
    persons = table["persons"].astype(float).mask(chosen)
    status = table.get("status", pd.Series("final", table.index)).mask(chosen, "hidden")
    return table.assign(persons=persons, status=status)


def published(connection: sa.Connection, tables: dict[str, pd.DataFrame], **small: str) -> list[Breach]:
    """What the attack finds in a model of these tables, the size of `small` being hidden for itself."""
    cell = {"sex": "total", "age": "total", "breakdown": small["segment"], "period": "2021", "area": "HVA02"}
    causes = pd.DataFrame([{**cell, "cause": "primary"}])[[*KEY, "cause"]] if small["segment"] else None
    draft = ModelDraft(model(**SMALL), "ttl", Tables.of(tables), Text.same("TTL"), suppressions=causes)
    publish(connection, [create_model_draft(connection, draft, ADMIN).id], ADMIN)
    return found(connection)


@pytest.mark.parametrize("safe", [False, True])
def test_flows_give_a_size_away(planted: sa.Connection, safe: bool) -> None:
    sizes = frame("area segment persons", ("HVA02", "A", 600), ("HVA02", "B", 3), ("HVA02", "total", 603))
    sizes = hidden(hidden(sizes, segment="B"), segment="A")
    flows = frame("area source target persons", ("HVA02", "A", "A", 588), ("HVA02", "A", "B", 12)).drop(
        columns=["sex", "age"]
    )
    other = frame("area segment persons", ("HVA15", "A", 70), ("HVA15", "B", 90), ("HVA15", "total", 160))
    more = frame("area source target persons", ("HVA15", "A", "A", 60), ("HVA15", "A", "B", 10)).drop(
        columns=["sex", "age"]
    )
    flows = hidden(flows, target="B") if safe else flows
    tables = {"sizes": pd.concat([sizes, other]), "flows": pd.concat([flows, more])}
    breaches = published(planted, tables, segment="B")
    assert bool(of(breaches, number="sizes", category="B", least=3, most=3)) is not safe, breaches
    assert bool(breaches) is not safe


@pytest.mark.parametrize("safe", [False, True])
def test_a_prevalence_less_its_overlaps(planted: sa.Connection, safe: bool) -> None:
    sizes = frame("area segment persons", ("HVA02", "A", 100))
    prevalences = frame("area segment factor persons", ("HVA02", "A", "language", 30), ("HVA02", "A", "income", 37))
    overlaps = frame(
        "area segment factors persons", ("HVA02", "A", "none", 60), ("HVA02", "A", "language", 3),
        ("HVA02", "A", "income", 10), ("HVA02", "A", "language+income", 27),
    ).drop(columns=["sex", "age"])  # fmt: skip
    overlaps = hidden(hidden(overlaps, factors="language"), factors="income")
    if safe:
        overlaps = hidden(hidden(overlaps, factors="none"), factors="language+income")
        prevalences = hidden(prevalences, factor="language")
    breaches = published(planted, {"sizes": sizes, "prevalences": prevalences, "overlaps": overlaps}, segment="")
    assert bool(of(breaches, number="overlaps", category="A, language", least=3, most=3)) is not safe, breaches
    assert bool(breaches) is not safe
