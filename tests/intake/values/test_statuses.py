"""One status a value, from its text, a column of statuses and its period."""

import numpy as np
import pandas as pd

from keko.intake.values.distinct import Distinct
from keko.intake.values.statuses import read_statuses, settle


def test_words_and_codes_of_a_column() -> None:
    column = Distinct.of(
        pd.Series(["", "p", "Peitetty", "missing at source", "outo", "u"], index=range(2, 8), dtype="str")
    )
    statuses, problems = read_statuses(column, "Tila")
    assert list(statuses.fillna("")) == ["", "preliminary", "hidden", "missing at source", "", "below quality"]
    assert [(problem.row, problem.column, problem.code, problem.severity) for problem in problems] == [
        (6, "Tila", "unknown-status", "warning")
    ]


def observations(**columns: list[object]) -> pd.DataFrame:
    frame = pd.DataFrame(columns).astype({"value": float, "status": "str", "reason": "str"})
    return frame.assign(
        lower=frame["value"], upper=frame["value"], numerator=frame["value"], denominator=frame["value"]
    )


def test_the_text_of_the_value_comes_before_the_period() -> None:
    rows = observations(value=[1, 2, None], status=[None, "estimated", "not applicable"], reason=[None] * 3)
    settled = settle(rows, None, np.array([True, True, True]))
    assert list(settled["status"]) == ["preliminary", "estimated", "not applicable"]
    assert list(settled["reason"].fillna("")) == ["", "", "not applicable"]


def test_a_stated_status_holds_where_it_fits() -> None:
    rows = observations(
        value=[1, 1, None, None], status=[None, None, "missing at source", "missing at source"], reason=[None] * 4
    )
    stated = pd.Series(["preliminary", "missing at source", "final", "not applicable"], dtype="str")
    settled = settle(rows, stated, np.zeros(4, dtype=bool))
    assert list(settled["status"]) == ["preliminary", "final", "missing at source", "not applicable"]


def test_what_is_stated_hidden_is_taken_away() -> None:
    rows = observations(value=[3, 5], status=[None, None], reason=[None, None])
    settled = settle(rows, pd.Series(["hidden", None], dtype="str"), np.zeros(2, dtype=bool))
    figures = settled[["value", "lower", "upper", "numerator", "denominator"]]
    assert figures.iloc[0].isna().all()
    assert figures.iloc[1].notna().all()
    assert list(settled["reason"].fillna("")) == ["hidden at source", ""]
