"""Published files as people exported them; they are kept beside the project, and skipped where they are not."""

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.area_names import AreaNames
from keko.data.problems import Refused
from keko.data.schema import metadata
from keko.intake.inspection import Json
from keko.intake.mappings import read_mapping
from keko.intake.understand import Understood, understand
from tests.intake.indicators import indicator
from tests.looking import inspected

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
LARGEST = 10_000_000
CATALOGUE = [
    indicator("population", "Väkiluku", unit="henkilöä", aliases=("Population", "Population 31 Dec")),
    indicator("employment-rate-18-64", "Työllisyysaste", ages="18–64", aliases=("Employment rate",)),
]
POPULATION = "dhyeysampat__001_11ra_2023_20241028-183337.csv"
KEY_FIGURES = "tuopouk__key_figures_municipalities.csv"
UNEMPLOYMENT = "AaroTer__13aj_20260730_161729.csv"
SUPPORT = "Kuntaliitto__tmtmaksut.csv"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the published files are not beside the project"),
]

Read = Callable[..., Understood]
Look = Callable[..., Json]


@pytest.fixture(scope="module")
def names() -> AreaNames:
    engine = sa.create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        area_tables.write(connection)
        return AreaNames(area_tables.load(connection))


@pytest.fixture(scope="module")
def read(names: AreaNames) -> Read:
    def run(name: str, mapping: str = "") -> Understood:
        data = (SAMPLES / name).read_bytes()
        return understand(data, name, names, CATALOGUE, read_mapping(mapping), None, LARGEST)

    return run


@pytest.fixture(scope="module")
def look(names: AreaNames) -> Look:
    def run(name: str, mapping: str = "") -> Json:
        return inspected((SAMPLES / name).read_bytes(), name, names, read_mapping(mapping), CATALOGUE)

    return run


def value(found: Understood, area: str, period: str, measure: int = 0) -> float:
    rows = found.arranged.observations
    hit = rows[(rows["area"] == area) & (rows["period"] == period) & (rows["measure"] == measure)]
    return float(hit["value"].item())


def test_population_of_every_level(read: Read, look: Look) -> None:
    told = look(POPULATION)
    assert (told["encoding"], told["delimiter"], told["layout"]) == ("iso-8859-1", ";", "wide-time")
    assert told["areas"] == {"levels": {"MAA": 1, "HVA": 23, "MK": 19, "KU": 309}, "unmatched": [], "ambiguous": []}
    assert told["periods"] == {"first": "2010", "last": "2023", "count": 14, "frequency": "year"}
    assert [problem["code"] for problem in told["problems"]] == ["level-not-kept"]
    found = read(POPULATION)
    assert [item.id for item in found.indicators] == ["population"]
    assert value(found, "HVA02", "2023") == 205444
    assert value(found, "MAA", "2010") == 5375276


def test_key_figures_with_a_year_in_every_header(read: Read, look: Look) -> None:
    told = look(KEY_FIGURES)
    assert (told["layout"], told["decimal"], len(told["measures"])) == ("wide-measure", ".", 32)
    assert told["areas"]["levels"] == {"MAA": 1, "KU": 309}
    found = read(KEY_FIGURES)
    place = [measure.name for measure in found.arranged.measures].index("Employment rate")
    assert found.arranged.measures[place].unit == "%"
    assert found.indicators[place].id == "employment-rate-18-64"
    assert value(found, "MAA", "2020", place) == 69.5
    assert [problem.code for problem in found.problems] == ["population-assumed"]


def test_code_and_name_in_one_cell(read: Read) -> None:
    found = read("olliKolli1__vakiluku.csv")
    assert value(found, "KU091", "2021") == 542830
    assert [item.id for item in found.indicators] == ["aanioikeutetut"]
    assert [(problem.row, problem.code) for problem in found.problems] == [(61, "area-abolished")]


def test_titles_footers_and_ages_as_rows(read: Read, look: Look) -> None:
    assert [problem["code"] for problem in look(UNEMPLOYMENT)["problems"]] == ["no-area"]
    found = read(UNEMPLOYMENT, "constants: {area: MAA}")
    assert found.problems == []
    assert found.table.header_rows == [3]
    assert found.arranged.measures[0].unit == "%"
    assert found.indicators[0].source.fi == "Tilastokeskus, työvoimatutkimus"
    rows = found.arranged.observations
    assert list(rows["age"].unique()) == ["15-74", "15-24", "25-34", "35-44", "45-54", "55-64"]
    assert rows[(rows["age"] == "15-24") & (rows["period"] == "2025")]["value"].item() == 21.8


def test_months_without_an_area(look: Look) -> None:
    assert [problem["code"] for problem in look(SUPPORT)["problems"]] == ["no-area"]
    told = look(SUPPORT, "constants: {area: KU109}")
    assert told["problems"] == []
    assert (len(told["measures"]), told["values"]) == (16, 1024)
    assert told["periods"] == {"first": "2015-01", "last": "2020-04", "count": 64, "frequency": "month"}


def test_sotkanet_without_a_header_is_named_by_what_it_holds(read: Read, look: Look) -> None:
    told = look("MSatHY__sotkanet.csv")
    assert [(one["name"], one["role"]) for one in told["columns"]] == [
        ("Mittari", "measure"),
        ("Mittarin tunnus", "ignored"),
        ("Alue", "ignored"),
        ("Kuntakoodi", "area"),
        ("Sukupuoli", "sex"),
        ("Ajankohta", "time"),
        ("Arvo", "value"),
        ("Absoluuttinen arvo", "numerator"),
    ]
    assert {one["confidence"] for one in told["columns"]} == {"certain"}
    assert [problem["code"] for problem in told["problems"]] == ["names-generated"]
    assert (told["header_rows"], told["values"], told["areas"]["levels"]) == ([], 159, {"KU": 40})
    found = read("MSatHY__sotkanet.csv")
    crowded = [measure.name.startswith("Ahtaasti") for measure in found.arranged.measures].index(True)
    assert [measure.unit for measure in found.arranged.measures].count("%") == 1
    assert value(found, "KU049", "2015", crowded) == 10.4
    rows = found.arranged.observations
    assert rows[(rows["area"] == "KU049") & (rows["measure"] == crowded)]["numerator"].item() == 12191


@pytest.mark.parametrize(
    "path", [path for path in SAMPLES.glob("*") if path.suffix not in {".md", ".tsv"}], ids=lambda path: path.name
)
def test_no_published_file_is_taken_for_rows_of_persons(look: Look, path: Path) -> None:
    codes = {problem["code"] for problem in look(path.name)["problems"]}
    assert codes.isdisjoint({"person-rows", "identity-codes"})


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("ONSdigital__employment-rate-ni.csv", ["no-known-area"]),
        ("tocit__lfst_r_lfu3rt_1_Data.csv", ["no-known-area"]),
        ("nazmanhu__diabetes_683_raw_EXCERPT.csv", ["sotkanet-region-ids"]),
        ("tuopouk__definitions_fi.csv", ["no-area-no-time"]),
    ],
)
def test_refused_with_a_true_reason(read: Read, name: str, codes: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        read(name)
    assert [problem.code for problem in refused.value.problems if problem.severity == "error"] == codes
