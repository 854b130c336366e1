"""What PxWeb answers in its own JSON, as people saved it: figures of Statistics Finland and of KEHA, June 2026."""

import json
from datetime import date

import pytest

from keko.data.area_names import AreaNames
from keko.data.problems import errors
from keko.indicators.catalogue import read_catalogue
from keko.intake.arrange.observations import Arranged, arrange
from keko.intake.mappings import read_mapping
from keko.intake.read.file import read
from keko.intake.recognise.recognition import recognise
from tests.data.figures import every_area
from tests.real.shared import OPEN

pytestmark = pytest.mark.real


def arranged(name: str, answers: str = "") -> Arranged:
    if not (OPEN / name).exists():
        pytest.skip(f"real open figures are absent: {name}")
    names, mapping = AreaNames(every_area()), read_mapping(answers)
    table = read((OPEN / name).read_bytes(), name, mapping, 10_000_000)
    return arrange(table, recognise(table, names, mapping), names, mapping)


def value(of: Arranged, measure: str, area: str) -> float:
    rows, place = of.observations, [known.name for known in of.measures].index(measure)
    return float(rows.loc[(rows["area"] == area) & (rows["measure"] == place), "value"].item())


def test_population_of_2025() -> None:
    # Statistics Finland, table 11ra: whole country and Akaa 31.12.2025.
    population = arranged("pxweb_11ra_2025.json")
    assert value(population, "Väestö 31.12.", "MAA") == 5_652_881
    assert value(population, "Väestö 31.12.", "KU020") == 16_429
    assert value(population, "Alle 15-vuotiaiden osuus", "KU020") == 14.7
    assert set(population.observations["period"]) == {"2025"}
    assert set(population.observations["age"]) == {"total"}


def test_job_seekers_of_june_2026() -> None:
    # KEHA, employment service statistics, table 12r5.
    seekers = arranged("pxweb_12r5_2026-06.json", "pass_over: {unknown_areas: true}")
    assert not errors(seekers.problems)
    assert set(seekers.observations["period"]) == {"2026-06"}
    place = [measure.name.startswith("Työttömät työnhakijat laskentapäivänä") for measure in seekers.measures].index(
        True
    )
    rows = seekers.observations
    country = rows[(rows["area"] == "MAA") & (rows["measure"] == place)]
    assert country["value"].item() == 352_001


def test_the_catalogue_tells_when_job_seekers_come_as_their_publisher_does() -> None:
    if not (OPEN / "pxweb_12r5_2026-06.json").exists():
        pytest.skip("real open figures are absent")
    (metadata,) = json.loads((OPEN / "pxweb_12r5_2026-06.json").read_bytes())["metadata"]
    late = (date.fromisoformat(metadata["updated"][:10]) - date(2026, 6, 30)).days
    lag = {item.id: item.lag_days for item in read_catalogue()}["unemployed-job-seekers"]
    assert lag is not None
    assert abs(late - lag) <= 7
