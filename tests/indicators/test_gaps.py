"""Women and men of one area side by side, and the gap between them."""

import pandas as pd
import sqlalchemy as sa

from keko.data.engine import writing
from keko.data.providers import ensure_provider
from keko.indicators.gaps import women_and_men
from tests.data.figures import item, prepare, published, shares

SHARE = item("share")


def test_the_gap_is_women_less_men_at_the_latest_period_of_both(engine: sa.Engine) -> None:
    tables = [
        shares({"HVA02": (700, 1000), "HVA15": (600, 1000)}, sex="female", period="2022"),
        shares({"HVA02": (600, 1000)}, sex="male", period="2022"),
        shares({"HVA02": (900, 1000)}, sex="female", period="2023"),
    ]
    with writing(engine) as connection:
        prepare(connection, SHARE)
        ensure_provider(connection, "keusote")
        published(connection, "share", "keusote", pd.concat(tables))
    with engine.connect() as connection:
        own, other = women_and_men(connection, SHARE, ["HVA02", "HVA15"])
        (earlier,) = women_and_men(connection, SHARE, ["HVA02"], until="2022")
    assert own.gap
    assert (own.gap.period, own.gap.difference, own.gap.is_real) == ("2022", 10, True)
    assert (other.area, other.gap) == ("HVA15", None)
    assert [point.period for point in own.women.points] == ["2022", "2023"]
    assert [point.period for point in earlier.women.points] == ["2022"]
