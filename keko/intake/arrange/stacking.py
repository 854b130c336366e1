"""The columns of values as long rows: one for every row and column, in the order of the file's rows."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from keko.data.arrays import Floats, Positions
from keko.intake.arrange.measure_names import MeasureNames
from keko.intake.arrange.row_keys import RowKeys
from keko.intake.recognise.layout import ValueColumn
from keko.intake.values.numbers import Numbers
from keko.intake.values.units import scaled

# What is in the unit of the value; numbers of persons are not.
IN_UNIT = ("value", "lower", "upper", "deviation", "q1", "q3")


def stacked(
    keys: pd.DataFrame,
    row_keys: RowKeys,
    columns: Sequence[ValueColumn],
    values: Sequence[Numbers],
    measure_names: MeasureNames,
) -> pd.DataFrame:
    """Keys, value, status, reason, measure, multiple, row and column of every cell of the columns of values.

    `keys`: of the rows that are kept; `values`, parallel to `columns`: their cells.
    """
    order = np.argsort(keys.index.to_numpy(), kind="stable").astype(np.intp)
    row, column = np.repeat(order, len(columns)), np.tile(np.arange(len(columns)), len(order))
    rows = _with_headings(keys.take(row).reset_index(drop=True), row_keys, columns, column)
    of_row = measure_names.of_row
    measure, of_cell = (np.array(measure_names.of_column, dtype=np.intp), column) if of_row is None else (of_row, row)
    return rows.assign(
        value=np.column_stack([numbers.values for numbers in values])[order].ravel(),
        **_stated(values, order),
        measure=measure[of_cell],
        multiple=measure_names.multiples[of_cell],
        row=keys.index.to_numpy()[row],
        column=_taken([numbers.name for numbers in values], column),
    )


def in_whole(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with all that is in the unit of the value in whole ones of it; numbers of persons have no part in it."""
    multiple: Floats = rows["multiple"].to_numpy(dtype=np.float64)
    if (multiple == 1).all():
        return rows
    return rows.assign(**{name: scaled(rows[name].to_numpy(dtype=np.float64), multiple) for name in IN_UNIT})


def _with_headings(
    rows: pd.DataFrame, row_keys: RowKeys, columns: Sequence[ValueColumn], column: Positions
) -> pd.DataFrame:
    """Rows with what the headers tell of them: period and area only where rows have none of their own."""
    headings = [value.heading for value in columns]
    told = {
        "area": [heading.area if not row_keys.placed else "" for heading in headings],
        "sex": [heading.sex for heading in headings],
        "age": [heading.age for heading in headings],
        "breakdown": [heading.breakdown for heading in headings],
        "period": [heading.period.text if heading.period and not row_keys.dated else "" for heading in headings],
    }
    for what, texts in told.items():
        if any(texts):
            of_cell = pd.Series(_taken(texts, column))
            rows[what] = of_cell.where(of_cell != "", rows[what])
    if any(told["period"]):
        rows["preliminary"] = np.array([bool(heading.period and heading.period.preliminary) for heading in headings])[
            column
        ]
    return rows


def _stated(values: Sequence[Numbers], order: Positions) -> "dict[str, pd.Series[str]]":
    """Status and reason that the texts of the cells tell."""
    starts = np.cumsum([0, *(len(numbers.frame) for numbers in values[:-1])])
    codes = np.column_stack([numbers.column.codes + start for numbers, start in zip(values, starts, strict=True)])
    of_cell = codes[order].ravel()
    texts = {
        what: np.concatenate([numbers.frame[what].to_numpy(dtype=object) for numbers in values])
        for what in ("status", "reason")
    }
    return {what: pd.Series(pd.array(own, dtype="str").take(of_cell)) for what, own in texts.items()}


def _taken(texts: Sequence[str], places: Positions) -> "pd.api.extensions.ExtensionArray":
    return pd.array(texts, dtype="str").take(places)
