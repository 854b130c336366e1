"""Statistics Finland's own exports, brought in as an analyst would, on both kinds of database."""

import json
from pathlib import Path
from typing import Any

import pytest

from keko.cli import main
from keko.config import ROOT

SAMPLES = ROOT.parent / "shared" / "samples"
POPULATION = SAMPLES / "dhyeysampat__001_11ra_2023_20241028-183337.csv"
KEY_FIGURES = SAMPLES / "tuopouk__key_figures_municipalities.csv"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample files are not beside the project"),
]


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    assert main([*map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def value(capsys: pytest.CaptureFixture[str], indicator: str, area: str, period: str) -> dict[str, Any]:
    (series,) = run(capsys, "series", indicator, "--area", area)["areas"]
    return next(point for point in series["points"] if point["period"] == period)


@pytest.mark.usefixtures("installation")
def test_population_is_statistics_finlands_own_where_it_gives_one_and_computed_where_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    outcome = run(capsys, "import", POPULATION, "--publish", "--provider", "statfin")
    assert outcome["indicators"] == ["population"]
    own, computed = (value(capsys, "population", area, "2023") for area in ("HVA02", "TA14"))
    # StatFin 11ra: Central Uusimaa wellbeing services county, 31.12.2023; the employment area has the same municipalities.
    assert (own["value"], own["origin"]) == (205_444, "delivered")
    assert (computed["value"], computed["origin"], computed["members_present"]) == (205_444, "rolled up", 6)


@pytest.mark.usefixtures("installation")
def test_counties_computed_from_municipalities_are_equal_to_statistics_finlands(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lines = POPULATION.read_text(encoding="latin-1").splitlines()
    municipal = [line for line in lines if not line.startswith(('"HVA', '"MK', '"WHOLE'))]
    delivered = {line[1:6]: float(line.rsplit(";", 1)[1]) for line in lines if line.startswith('"HVA')}
    country = next(float(line.rsplit(";", 1)[1]) for line in lines if line.startswith('"WHOLE'))
    file = tmp_path / "kunnat.csv"
    file.write_text("\n".join(municipal), encoding="latin-1")
    run(capsys, "import", file, "--publish")
    assert len(delivered) == 23
    assert {code: value(capsys, "population", code, "2023")["value"] for code in delivered} == delivered
    assert value(capsys, "population", "MAA", "2023")["value"] == country


@pytest.mark.usefixtures("installation")
def test_a_rate_without_denominators_is_never_an_average(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = run(capsys, "import", KEY_FIGURES, "--publish", "--provider", "statfin")
    assert len(outcome["release"]) == len(set(outcome["indicators"])) == 32
    county = value(capsys, "employment-rate-18-64", "HVA02", "2020")
    assert (county["value"], county["status"], county["reason"]) == (None, "missing at source", "no denominators")
    assert value(capsys, "employment-rate-18-64", "MAA", "2020")["value"] == 69.5
    (compared,) = run(
        capsys, "compare", "--area", "KU186", "--benchmark", "MAA", "--indicator", "employment-rate-18-64"
    )["comparisons"]
    assert (compared["verdict"], compared["reason"]) == ("not compared", "too few years")
