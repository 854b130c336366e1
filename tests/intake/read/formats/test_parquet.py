"""Parquet: types become texts, an index of pandas is no column of figures, and broken files are refused."""

import io
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keko.data.problems import Refused
from keko.intake.mappings import Mapping
from keko.intake.read.days import with_periods
from keko.intake.read.formats.parquet import read
from keko.intake.read.table import Table


def written(columns: dict[str, Any], **options: Any) -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.table(columns), file, **options)
    return file.getvalue()


def table(data: bytes) -> Table:
    return read(data, "a.parquet", Mapping())


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        table(data)
    (problem,) = refused.value.problems
    return problem.code


def test_types_become_texts() -> None:
    columns = {
        "Alue": pa.array(["Espoo", "Hanko"]).dictionary_encode(),
        "Vuosi": [date(2020, 1, 1), date(2021, 1, 1)],
        "Kuukausi": [datetime(2020, 1, 1), datetime(2020, 2, 1)],
        "Arvo": [1.5, float("nan")],
        "Määrä": [5, None],
        "Kerrottu": pa.array([0.1, 5.0], pa.float32()),
        "Lista": [[1], None],
    }
    parsed = table(written(columns))
    assert parsed.header == list(columns)
    assert parsed.cells.to_numpy().tolist() == [
        ["Espoo", "2020-01-01", "2020-01-01 00:00:00.000000", "1.5", "5", "0.1", "[1]"],
        ["Hanko", "2021-01-01", "2020-02-01 00:00:00.000000", "", "", "5", ""],
    ]
    dated = with_periods(parsed).cells
    assert (list(dated[1]), list(dated[2])) == (["2020", "2021"], ["2020-01", "2020-02"])
    assert (parsed.header_rows, list(parsed.cells.index)) == ([], [1, 2])


def test_the_index_of_a_library_has_no_name_of_its_own() -> None:
    frame = pd.DataFrame({"Vuosi": [2020, 2020], "Arvo": [1, 2]}, index=["Espoo", "Hanko"])
    file = io.BytesIO()
    frame.to_parquet(file)
    assert table(file.getvalue()).header == ["Vuosi", "Arvo", ""]
    file = io.BytesIO()
    frame.reset_index(drop=True).to_parquet(file)
    assert table(file.getvalue()).header == ["Vuosi", "Arvo"]


def test_what_is_refused() -> None:
    data = written({"Alue": ["Espoo"] * 50, "Arvo": list(range(50))})
    assert refusal(data[:-20]) == "damaged-file"
    assert refusal(b"PAR1" + bytes(50) + b"PAR1") == "damaged-file"
    assert refusal(b"PAR1") == "damaged-file"
    assert refusal(written({"Alue": pa.array([], pa.string())})) == "no-rows"


def test_few_bytes_that_hold_many_rows() -> None:
    data = written({"a": pa.nulls(21_000_000, pa.int8())})
    assert len(data) < 2_000_000
    assert refusal(data) == "archive-too-large"


def test_few_bytes_that_hold_long_cells() -> None:
    long = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), ["x" * 1_000_000])
    data = written({"a": long}, compression="zstd")
    assert len(data) < 10_000_000
    assert refusal(data) == "too-much-text"


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=8)


@settings(max_examples=5)
@given(st.lists(st.tuples(CELLS, st.integers(3000, 2**53), CELLS), min_size=1, max_size=8))
def test_written_tables_come_back(body: list[tuple[str, int, str]]) -> None:
    first, second, third = (list(column) for column in zip(*body, strict=True))
    parsed = table(written({"Alue": first, "Arvo": second, "Muu": third}))
    assert [list(row) for row in parsed.cells.to_numpy()] == [[one, str(two), three] for one, two, three in body]


@settings(max_examples=8)
@given(st.integers(4, 900), st.binary(min_size=1, max_size=6))
def test_mutated_files_are_a_table_or_refused(at: int, put: bytes) -> None:
    data = written({"Alue": ["Espoo"] * 50, "Arvo": list(range(50))})
    with suppress(Refused):
        assert table(data[:at] + put + data[at + len(put) :]).header
