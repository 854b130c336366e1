"""Every published file beside the project is read, or refused with a true reason; cut or changed, nothing else happens."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.area_names import AreaNames
from keko.data.problems import Refused
from keko.data.schema import metadata
from keko.intake.arrange.observations import arrange
from keko.intake.inspection import Json
from keko.intake.mappings import read_mapping
from keko.intake.read.file import read
from keko.intake.read.table import Table
from keko.intake.recognise.recognition import recognise
from tests.looking import inspected

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
LARGEST = 10_000_000
AREAS_2016 = "MSatHY__Kuntien_pinta-alat_ja_asukastiheydet_2016.xlsx"
JOB_SEEKERS = "toppyy__statfin_tyonv_eckero.px"
CITIES = "markusl__api-query-three-cities_TRANSCRIBED.json"
POPULATION = "stefur__response_fi.json"
SHEET = 'sheet: "Kuntien pinta-alat 2016"\n'

# What each file is read as; of those that are not read, the error. An error of a value leaves the rest read.
FILES = [
    ("AaroTer__13aj_20260730_161729.csv", "", "csv", "no-area"),
    ("Kuntaliitto__tmtmaksut.csv", "", "csv", "no-area"),
    ("dhyeysampat__001_11ra_2023_20241028-183337.csv", "", "csv", None),
    ("olliKolli1__vakiluku.csv", "", "csv", "area-abolished"),
    ("tuopouk__key_figures_municipalities.csv", "", "csv", None),
    ("tuopouk__definitions_fi.csv", "", "csv", "no-area-no-time"),
    ("ONSdigital__employment-rate-ni.csv", "", "csv", "no-known-area"),
    ("tocit__lfst_r_lfu3rt_1_Data.csv", "", "csv", "no-known-area"),
    ("nazmanhu__diabetes_683_raw_EXCERPT.csv", "", "csv", "sotkanet-region-ids"),
    ("MattiManninenMJ__indicators_metadata.json", "", "json", "sotkanet-metadata"),
    ("MSatHY__sotkanet.csv", "", "csv", None),
    (AREAS_2016, "", "xlsx", "choose-sheet"),
    (AREAS_2016, SHEET, "xlsx", "no-time area-abolished-before"),
    (AREAS_2016, SHEET + 'constants: {period: "2016"}', "xlsx", "area-abolished-before"),
    (JOB_SEEKERS, "", "px", None),
    (CITIES, "", "json", None),
    (POPULATION, "", "json", "no-area"),
    (POPULATION, "constants: {area: MAA}", "json", None),
]

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the published files are not beside the project"),
]
Look = Callable[..., Json]


@pytest.fixture(scope="module")
def names() -> AreaNames:
    engine = sa.create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        area_tables.write(connection)
        return AreaNames(area_tables.load(connection))


@pytest.fixture(scope="module")
def look(names: AreaNames) -> Look:
    def run(name: str, mapping: str = "", called: str = "") -> Json:
        data = (SAMPLES / name).read_bytes()
        return inspected(data, called or name, names, read_mapping(mapping))

    return run


def table(name: str, mapping: str = "") -> Table:
    return read((SAMPLES / name).read_bytes(), name, read_mapping(mapping), LARGEST)


@pytest.mark.parametrize(("name", "mapping", "format_name", "error"), FILES)
def test_read_or_refused_with_a_true_reason(
    look: Look, name: str, mapping: str, format_name: str, error: str | None
) -> None:
    told = look(name, mapping)
    assert told["format"] == format_name
    errors = {problem["code"] for problem in told["problems"] if problem["severity"] == "error"}
    assert errors == set((error or "").split())


def test_every_file_has_its_line() -> None:
    files = {path.name for path in SAMPLES.iterdir() if path.name not in {"README.md", "INDEX.tsv"}}
    assert files == {name for name, *_ in FILES}


@pytest.mark.parametrize("name", [AREAS_2016, JOB_SEEKERS, CITIES])
@pytest.mark.parametrize("called", ["a.csv", "a.parquet", "<b>.px", "../../a.json"])
def test_a_name_that_lies_changes_nothing(look: Look, name: str, called: str) -> None:
    told, renamed = look(name), look(name, called=called)
    assert told | {"file": called} == renamed


def test_surface_areas_of_2016(look: Look) -> None:
    told = look(AREAS_2016, SHEET + 'constants: {period: "2016"}')
    assert told["header_rows"] == [9]
    assert told["columns"][0]["name"] == "Kuntanumero"
    # Of 313 municipalities of 2016, Juankoski (174) and Luvia (442) ended before the first year that KEKO knows.
    assert told["areas"] == {"levels": {"MAA": 1, "KU": 311}, "unmatched": ["174", "442"], "ambiguous": []}
    cells = table(AREAS_2016, SHEET).cells
    assert len(cells) == 314
    assert cells.loc[10].to_list()[:4] == ["5", "Alajärvi", "Alajärvi", "1008.75"]


def test_job_seekers_of_eckero(look: Look, names: AreaNames) -> None:
    told = look(JOB_SEEKERS)
    assert told["encoding"] == "iso-8859-15"
    assert told["areas"]["levels"] == {"KU": 1}
    assert told["periods"] == {"first": "2024-01", "last": "2024-11", "count": 11, "frequency": "month"}
    assert (len(told["measures"]), told["values"], told["missing"]) == (23, 192, {"...": 61})
    found = table(JOB_SEEKERS)
    rows = arrange(found, recognise(found, names, read_mapping("")), names, read_mapping("")).observations
    assert set(rows["area"]) == {"KU043"}
    assert (rows["status"] == "hidden").sum() == 61
    # Employment Service Statistics, table 12r5: job seekers at the end of January 2024.
    assert rows["value"].iloc[0] == 49


def test_three_cities(look: Look) -> None:
    told = look(CITIES)
    assert (told["areas"]["levels"], told["periods"]["first"], told["values"]) == ({"KU": 3}, "2025", 3)
    assert told["measures"] == [{"name": "Väestö 31.12.", "unit": "lukumäärä", "values": 3}]
    assert [cell[:5] for cell in table(CITIES).cells[0]] == ["KU049", "KU091", "KU092"]


def test_swedish_texts_under_finnish_names(look: Look) -> None:
    told = look(POPULATION, "constants: {area: MAA}")
    assert told["values"] == 90
    assert [column["role"] for column in told["columns"][:4]] == ["time", "sex", "age", "measure"]
    assert told["measures"][0]["unit"] == "Antal"


@pytest.mark.parametrize("name", [AREAS_2016, JOB_SEEKERS, CITIES, "nazmanhu__diabetes_683_raw_EXCERPT.csv"])
def test_mutated_files_are_a_table_or_refused(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    chance = random.Random(0)
    for _ in range(25):
        mutated = bytearray(data)
        for _ in range(chance.randint(1, 20)):
            mutated[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del mutated[chance.randrange(len(data)) :]
        try:
            assert read(bytes(mutated), name, read_mapping(""), LARGEST).header
        except Refused as refused:
            told = refused.problems
            assert len(told) == 1
            assert len(set(told[0].message)) == 3
