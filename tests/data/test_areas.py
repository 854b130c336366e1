"""The areas that the project ships: whole, dated, and safe to write again."""

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.areas import FOLDER, Areas
from keko.data.engine import writing
from keko.data.schema import area, area_alias
from tests.data.figures import KEUSOTE, dump, every_area

AREAS = every_area()

# How many there are, by Statistics Finland's classifications of 2026.
IN_FORCE = {"MAA": 1, "HVA": 23, "TA": 46, "MK": 19, "KU": 308}


@pytest.mark.parametrize("level", IN_FORCE)
def test_every_area_in_force_is_there(level: str) -> None:
    assert sum(area.valid_to is None for area in AREAS.of_level(level)) == IN_FORCE[level]


def test_every_municipality_belongs_to_one_area_of_each_level() -> None:
    for municipality in AREAS.of_level("KU"):
        levels = sorted(AREAS[parent].level for parent in AREAS.parents(municipality.code))
        assert levels == ["HVA", "MAA", "MK", "TA"], municipality.code


def test_keusote_is_the_same_six_municipalities_as_its_employment_area() -> None:
    assert AREAS.municipalities("HVA02") == AREAS.municipalities("TA14") == set(KEUSOTE)


def test_a_municipality_consists_of_itself() -> None:
    assert AREAS.municipalities("KU186") == {"KU186"}


def test_five_employment_areas_cross_county_borders() -> None:
    county = {
        member: code for code, members in AREAS.members_of.items() if code.startswith("HVA") for member in members
    }
    crossing = {
        area.name.fi
        for area in AREAS.of_level("TA")
        if len({county[member] for member in AREAS.municipalities(area.code)}) > 1
    }
    assert crossing == {"Kainuu-Koillismaa", "Suupohja", "Keski-Savo", "Eteläinen Keski-Suomi", "Kerava-Sipoo"}


@pytest.mark.parametrize("level", ["HVA", "TA", "MK"])
def test_each_level_divides_the_whole_country(level: str) -> None:
    members = [member for area in AREAS.of_level(level) for member in AREAS.municipalities(area.code)]
    assert sorted(members) == sorted(AREAS.municipalities("MAA"))
    assert sum(area.population or 0 for area in AREAS.of_level(level)) == AREAS["MAA"].population


# Mergers of municipalities since 2020, by the Association of Finnish Municipalities.
@pytest.mark.parametrize(
    ("old", "new", "last", "first_without"),
    [
        ("KU911", "KU541", "2019", "2020"),
        ("KU099", "KU214", "2020-12", "2021-01"),
        ("KU588", "KU507", "2024-Q4", "2025-Q1"),
    ],
)
def test_an_abolished_municipality_has_its_successors_parents_and_an_end(
    old: str, new: str, last: str, first_without: str
) -> None:
    assert AREAS.parents(old) == AREAS.parents(new) != ()
    assert all(old in AREAS.municipalities(parent) for parent in AREAS.parents(new))
    assert AREAS[old].existed(last)
    assert not AREAS[old].existed(first_without)
    assert AREAS[new].existed(last)
    assert AREAS[new].existed(first_without)


def test_an_area_did_not_exist_before_it_began(areas: Areas, engine: sa.Engine) -> None:
    with writing(engine) as connection:
        connection.execute(area.update().where(area.c.code == "KU186").values(valid_from=date(2024, 1, 1)))
        young = area_tables.load(connection)["KU186"]
    assert [young.existed(period) for period in ("2023", "2023-12", "2024", "2024-Q1")] == [False, False, True, True]


def test_writing_again_changes_nothing(areas: Areas, engine: sa.Engine) -> None:
    before = dump(engine)
    with writing(engine) as connection:
        area_tables.write(connection)
    assert dump(engine) == before


def test_an_alias_that_a_person_added_stays(areas: Areas, engine: sa.Engine) -> None:
    with writing(engine) as connection:
        connection.execute(area_alias.insert().values(level="HVA", alias="Meidän alue", code="HVA02"))
        area_tables.write(connection)
        aliases = area_tables.load(connection).aliases
    assert ("HVA", "Meidän alue", "HVA02") in aliases
    assert ("HVA", "Keusote", "HVA02") in aliases


def test_a_name_that_the_project_corrects_reaches_a_database_in_use(
    areas: Areas, engine: sa.Engine, tmp_path: Path
) -> None:
    newer = tmp_path / "areas"
    shutil.copytree(FOLDER, newer)
    with (newer / "area.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    for row in table:
        if row["code"] == "KU186":
            row |= {"name_sv": "Träskända (Järvenpää)", "population": "50000"}
    with (newer / "area.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(table[0]))
        writer.writeheader()
        writer.writerows(table)
    with writing(engine) as connection:
        area_tables.write(connection, newer)
        loaded = area_tables.load(connection)
    assert (loaded["KU186"].name.sv, loaded["KU186"].population) == ("Träskända (Järvenpää)", 50000)
    assert loaded["KU858"] == areas["KU858"]
    assert loaded.parents("KU186") == areas.parents("KU186")
