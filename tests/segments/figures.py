"""A small model of segments with its tables, for tests."""

from typing import Any

import pandas as pd
import sqlalchemy as sa

from keko.data.publishing import publish
from keko.data.text import Text
from keko.segments.models import SegmentModel
from keko.segments.store import ModelDraft, create_model_draft
from keko.segments.tables import Tables
from tests.data.figures import ADMIN

AREAS = ("HVA02", "HVA15")


def model(**options: Any) -> SegmentModel:
    """A model of two groups with one factor, except for what `options` say."""
    told: dict[str, Any] = {
        "id": "kaksi", "version": "1", "names": "Kaksi ryhmää", "producer": "TTL", "method": "K-prototypes",
        "population": {"ages": "20–64", "who": {"fi": "Asukkaat", "sv": "Invånare", "en": "Residents"}},
        "years": "2021–2022", "limits": "Ei kerro syistä", "citation": "Siltala ym. 2025",
        "segments": ({"code": "A", "names": "Ryhmä A"}, {"code": "B", "names": "Ryhmä B", "at_risk": True}),
        "factors": ({"code": "language", "names": "Vieraskielinen"},),
    }  # fmt: skip
    return SegmentModel.model_validate(told | options)


def frame(columns: str, *rows: tuple[Any, ...], **shared: Any) -> pd.DataFrame:
    """Rows of a table; sex and age are total unless `shared` says otherwise."""
    found = pd.DataFrame(list(rows), columns=columns.split())
    return found.assign(**({"sex": "total", "age": "total", "period": "2021"} | shared))


def two_areas() -> Tables:
    """Shares .5/.5 and .3/.7 of 1 000 persons, months .8/.4 and .7/.5: the golden example of METHODS 8."""
    sizes = frame(
        "area segment persons share",
        ("HVA02", "A", 500, 0.5), ("HVA02", "B", 500, 0.5), ("HVA02", "total", 1000, 1),
        ("HVA15", "A", 300, 0.3), ("HVA15", "B", 700, 0.7), ("HVA15", "total", 1000, 1),
    )  # fmt: skip
    months = frame(
        "area segment mean",
        ("HVA02", "A", 0.8), ("HVA02", "B", 0.4), ("HVA02", "total", 0.6),
        ("HVA15", "A", 0.7), ("HVA15", "B", 0.5), ("HVA15", "total", 0.56),
        measure="employment",
    )  # fmt: skip
    return Tables.of({"sizes": sizes, "participation": months})


def stored(connection: sa.Connection, tables: Tables, provider: str = "ttl", **options: Any) -> int:
    """A published release of the model."""
    draft = ModelDraft(model(**options), provider, tables, Text.same("TTL"), is_demo=provider == "demo")
    id_ = create_model_draft(connection, draft, ADMIN).id
    publish(connection, [id_], ADMIN)
    return id_
