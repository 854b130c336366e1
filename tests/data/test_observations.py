"""Observations come back from the database as they went in, and two releases are told apart cell by cell."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data import bulk
from keko.data.drafts import Draft, create_draft
from keko.data.engine import writing
from keko.data.observations import COLUMNS, KEY, difference, read_observations, shaped, write_observations
from keko.data.text import Text
from tests.data.figures import ADMIN, counts, item, prepare, rows

FULL = {
    "area": "HVA02",
    "sex": "female",
    "age": "15-64",
    "breakdown": "Kieli: suomi; Koulutus: perusaste",
    "period": "2024-Q1",
    "value": 12.345678901234567,
    "lower": -0.1,
    "upper": 1e15,
    "numerator": 0.0,
    "denominator": 1 / 3,
    "deviation": 5e-324,
    "q1": 1 / 7,
    "q3": 77.7,
    "coverage": 0.96,
    "members": 6,
    "members_present": 5,
    "status": "preliminary",
    "reason": "members missing",
    "origin": "rolled up",
}


def stored(connection: sa.Connection, frame: pd.DataFrame) -> int:
    return create_draft(connection, Draft("share", "keusote", frame, Text.same("source")), ADMIN).id


def test_what_is_stored_comes_back(engine: sa.Engine) -> None:
    frame = shaped(pd.DataFrame([FULL, {**FULL, "area": "KU186", **dict.fromkeys(COLUMNS[len(KEY) : -3])}]))
    frame["reason"] = ["members missing", None]
    with writing(engine) as connection:
        prepare(connection, item())
        id_ = stored(connection, frame)
    with engine.connect() as connection:
        read = read_observations(connection, id_).sort_values("area", ignore_index=True)
    pd.testing.assert_frame_equal(read, frame, check_dtype=False, check_exact=True)
    assert read.loc[1, ["value", "lower", "members", "reason"]].isna().all()
    assert (read["numerator"][0], read["deviation"][0]) == (0.0, 5e-324)


def test_a_missing_column_is_empty_and_nothing_is_a_text(engine: sa.Engine) -> None:
    plain = pd.DataFrame([{"area": "KU186", "sex": "total", "age": "total", "breakdown": "total", "period": "2023",
                           "value": 1, "status": "final", "origin": "delivered"}])  # fmt: skip
    with writing(engine) as connection:
        prepare(connection, item())
        id_ = stored(connection, plain)
        raw = connection.execute(
            sa.text("SELECT value, lower, members, reason FROM observation WHERE release = :id"), {"id": id_}
        )
        assert raw.one() == (1.0, None, None, None)


def test_two_values_for_one_key_are_refused(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        prepare(connection, item())
        id_ = stored(connection, counts({"KU186": 1.0}))
        with pytest.raises(sa.exc.IntegrityError):
            write_observations(connection, id_, "share", counts({"KU186": 2.0}))
        connection.rollback()


BEFORE: dict[str, Any] = {
    "value": 50.0,
    "lower": 40.0,
    "upper": 60.0,
    "numerator": 5.0,
    "denominator": 10.0,
    "status": "final",
}
HIDDEN = dict.fromkeys(["value", "lower", "upper", "numerator", "denominator"], np.nan) | {
    "status": "hidden",
    "reason": "small cell",
}


CHANGES: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (BEFORE, {}, "same"),
    (BEFORE, {"value": 50.5}, "changed"),
    (BEFORE, {"lower": None}, "changed"),
    (BEFORE, {"q1": 45.0}, "changed"),
    (BEFORE, {"q3": 55.0}, "changed"),
    (BEFORE, HIDDEN, "changed"),
    (HIDDEN, {}, "same"),
    (HIDDEN, BEFORE | {"reason": None}, "changed"),
    (HIDDEN, {"reason": "hidden at source"}, "changed"),
    (BEFORE, {"status": "preliminary"}, "changed"),
    (BEFORE, {"origin": "rolled up"}, "changed"),
    (BEFORE, {"denominator": 11.0}, "changed"),
    (HIDDEN, {"coverage": 0.5}, "changed"),
    (HIDDEN, {"members_present": 5}, "changed"),
]


def test_a_change_of_anything_a_reader_sees_is_counted(engine: sa.Engine) -> None:
    for before, after, outcome in CHANGES:
        with writing(engine) as connection:
            prepare(connection, item())
            old = stored(connection, rows({"area": "KU186"} | before))
            new = stored(connection, rows({"area": "KU186"} | before | after))
            read = difference(connection, new, old)
        assert read == {"new": 0, "changed": 0, "removed": 0, "same": 0} | {outcome: 1}, after


def test_new_and_removed_rows_are_counted_by_their_whole_key(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        prepare(connection, item())
        old = stored(connection, counts({"KU186": 1, "KU858": 2, "KU106": 3}))
        more = pd.concat(
            [
                counts({"KU186": 1, "KU858": 9, "KU543": 4}),
                counts({"KU186": 1}, sex="male"),
                counts({"KU186": 1}, period="2024"),
            ]
        )
        new = stored(connection, more)
        assert difference(connection, new, old) == {"new": 3, "changed": 1, "removed": 1, "same": 1}
        assert difference(connection, new, None) == {"new": 5, "changed": 0, "removed": 0, "same": 0}


def test_many_rows_in_no_order_with_any_text_come_back(engine: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "ROWS", 150)  # full statements, single rows and several parts
    texts = ["plain", "with, comma", 'with "quotes"', "two\nlines", "\\.", "\\N", "NULL", "nan", " ääkkösiä "]
    cells = pd.MultiIndex.from_product([["KU186", "HVA02"], texts, map(str, range(1990, 2010))])
    frame = shaped(cells.set_names(["area", "breakdown", "period"]).to_frame(index=False))
    frame = frame.assign(sex="total", age="total", status="final", origin="delivered", reason=None)
    frame["value"] = np.where(np.arange(len(frame)) % 7, np.arange(len(frame)) / 3, np.nan)
    frame.loc[::3, "members"] = 6
    frame.loc[::5, "reason"] = "small cell"
    with writing(engine) as connection:
        prepare(connection, item())
        id_ = stored(connection, frame.sample(frac=1, random_state=1))
        members = set(connection.execute(sa.text("SELECT members FROM observation")).scalars())
    with engine.connect() as connection:
        read = read_observations(connection, id_)
    pd.testing.assert_frame_equal(
        *(rows.fillna({"reason": ""}).sort_values(KEY, ignore_index=True) for rows in (read, frame)), check_dtype=False
    )
    assert {type(number) for number in members} == {int, type(None)}


def test_no_rows_are_no_rows(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        prepare(connection, item())
        id_ = stored(connection, shaped(pd.DataFrame(columns=COLUMNS)))
        assert read_observations(connection, id_).empty
