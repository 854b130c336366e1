"""Real files with accidents: they are read or refused in words."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keko.data import areas as area_tables
from keko.data.area_names import AreaNames
from keko.data.schema import metadata
from tests.intake.read.test_fuzz import broken, check

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
FILES = sorted(path.name for path in SAMPLES.glob("*") if path.suffix not in {".md", ".tsv"})
LINES = 40  # enough to hold every quirk, few enough to be quick

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the published files are not beside the project"),
]


@pytest.fixture(scope="module")
def names() -> AreaNames:
    engine = sa.create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        area_tables.write(connection)
        return AreaNames(area_tables.load(connection))


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
@given(st.data())
@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_is_read_or_refused(names: AreaNames, name: str, data: st.DataObject) -> None:
    whole = (SAMPLES / name).read_bytes()
    text = name.endswith((".csv", ".px"))
    start = b"\n".join(whole.split(b"\n")[:LINES]) if text else whole
    check(data.draw(broken(start)), name, names)
