"""Many rows into a table and out of it, by the quickest way that each kind of database has."""

import io
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import sqlalchemy as sa
from pyarrow import csv

ROWS = 50_000  # as many are held in the database's form at a time
TOGETHER = 64  # rows a statement: to begin one costs SQLite about as much as a row


def insert(connection: sa.Connection, table: sa.Table, frame: pd.DataFrame) -> None:
    """Add the rows of `frame`, whose columns are called as the table's; what is missing becomes NULL.

    Raises:
        sqlalchemy.exc.IntegrityError: a row breaks a rule of the table; the caller gives its transaction up.
    """
    if frame.empty:
        return
    filled = frame.dropna(axis="columns", how="all")
    same = [name for name in filled.columns if filled[name].eq(filled[name].iloc[0]).sum() == len(filled)]
    for start in range(0, len(filled), ROWS):
        rows = filled.iloc[start : start + ROWS]
        if connection.dialect.name == "postgresql":
            _copy(connection, table, rows)
        else:
            _execute(connection, table, rows, same)


def select(connection: sa.Connection, query: "sa.Select[Any]") -> pd.DataFrame:
    """The rows of a query of texts and numbers, a frame of columns called as the query's."""
    columns = list(query.selected_columns)
    texts = [isinstance(column.type, sa.String) for column in columns]
    frames = []
    for rows in connection.execute(query, execution_options={"yield_per": ROWS}).partitions():
        cells_by_column = zip(texts, zip(*rows, strict=True), strict=True)
        arrays = [
            pd.array(cells, dtype="str") if text else np.array(cells, dtype=np.float64)
            for text, cells in cells_by_column
        ]
        frames.append(pd.DataFrame(dict(enumerate(arrays))))
    names = [column.name for column in columns]
    return pd.concat(frames, ignore_index=True).set_axis(names, axis=1) if frames else pd.DataFrame(columns=names)


def rows(connection: sa.Connection, query: "sa.Select[Any]") -> list[tuple[Any, ...]]:
    """The rows of a query of texts and numbers as the driver gives them, without an object around each."""
    with connection.execute(query) as result:
        cursor: Any = result.cursor
        return list(cursor.fetchall())


def _execute(connection: sa.Connection, table: sa.Table, rows: pd.DataFrame, same: list[str]) -> None:
    """Many rows a statement, and what is the `same` in all of them once."""
    own = rows.drop(columns=same)
    cells, shared = _cells(own), _cells(rows[same].head(1)).ravel().tolist()
    whole = len(cells) - len(cells) % TOGETHER
    for part, together in ((cells[:whole], TOGETHER), (cells[whole:], 1)):
        values = part.reshape(len(part) // together, together * len(own.columns)).tolist()
        if values:
            statement = f"INSERT INTO {_target(connection, table, [*same, *own.columns])} VALUES "
            statement += _places(len(same), len(own.columns), together)
            connection.exec_driver_sql(statement, [(*shared, *row) for row in values])


def _cells(frame: pd.DataFrame) -> npt.NDArray[np.object_]:
    """Texts and floats for SQLite, which takes NaN for NULL (a None costs its driver ten times a float) and 5.0 for 5."""
    cells = np.empty(frame.shape, dtype=object)
    for place, name in enumerate(frame.columns):
        missing: Any = np.nan if pd.api.types.is_float_dtype(frame[name]) else None
        cells[:, place] = frame[name].to_numpy(dtype=object, na_value=missing)
    return cells


def _places(shared: int, own: int, rows: int) -> str:
    """The placeholders of so many rows: the first `shared` numbers in every row, then each row's own."""
    first = [f"?{number}" for number in range(1, shared + 1)]
    starts = [shared + 1 + row * own for row in range(rows)]
    return ", ".join(f"({', '.join([*first, *(f'?{start + n}' for n in range(own))])})" for start in starts)


def _copy(connection: sa.Connection, table: sa.Table, rows: pd.DataFrame) -> None:
    import psycopg  # only where there is a PostgreSQL

    whole = [name for name in rows.columns if isinstance(table.c[name].type, sa.Integer)]
    cells = pa.Table.from_pandas(rows.astype(dict.fromkeys(whole, "Int64")), preserve_index=False)
    text = io.BytesIO()
    csv.write_csv(cells, text, csv.WriteOptions(include_header=False))
    statement = f"COPY {_target(connection, table, list(rows.columns))} FROM STDIN (FORMAT csv)"
    cursor: Any = connection.connection.cursor()
    try:
        with cursor.copy(statement) as copy:
            copy.write(text.getbuffer())
    except psycopg.Error as error:
        raise sa.exc.DBAPIError.instance(statement, None, error, psycopg.Error) from error


def _target(connection: sa.Connection, table: sa.Table, columns: list[str]) -> str:
    quote = connection.dialect.identifier_preparer.quote
    return f"{quote(table.name)} ({', '.join(map(quote, columns))})"
