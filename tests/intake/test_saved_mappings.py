"""Answers about files, remembered on both kinds of database."""

import pytest
import sqlalchemy as sa

from keko.data.engine import writing
from keko.data.people import Grant, NotAllowed, Person, anyone, at_this_machine
from keko.data.schema import audit, remembered_mapping
from keko.intake.mappings import Mapping, read_mapping
from keko.intake.read.file import read
from keko.intake.read.table import Table
from keko.intake.saved_mappings import forget, merged, recall, remember, shape_of


def table(header: str, file_name: str = "luvut.csv") -> Table:
    width = header.count(";") + 1
    return read(f"{header}\n{';'.join('x' * width)}\n".encode(), file_name, Mapping(), 1_000_000)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kunta;2020;2021", "Kunta;2020;2021;2022"),
        ("Kunta;2020M01;2020M02", "Kunta;2021M01;2021M02"),
        ("Region 2021;Employment rate, %, 2020", "Region 2022;Employment rate, %, 2021"),
        ("Kunta 1.1.2024;Arvo", "kunta 1.1.2025;arvo"),
        ("Tieto;1995 HVA02;1995 HVA03", "Tieto;1996 HVA02;1996 HVA03"),
        ("Kunta;Miehet 2020;Naiset 2020", "Kunta;Miehet 2020;Naiset 2020;Miehet 2021;Naiset 2021"),
        ("Kunta;tammikuu 2020", "Kunta;helmikuu 2020"),
    ],
)
def test_next_years_file_has_the_same_shape(one: str, other: str) -> None:
    assert shape_of(table(one)) == shape_of(table(other, "toinen.csv"))


@pytest.mark.parametrize("other", ["Kunta;Vuosi;Osuus", "Kunta;Arvo;Vuosi", "Kunta;Vuosi", "Alue;Vuosi;Arvo"])
def test_other_headers_are_another_shape(other: str) -> None:
    assert shape_of(table("Kunta;Vuosi;Arvo")) != shape_of(table(other))


def test_what_is_remembered_is_recalled_for_the_next_file(engine: sa.Engine) -> None:
    mapping = read_mapping('{constants: {area: HVA02, period: 2024}, missing: ["-1"], columns: {Osuus 2024: value}}')
    this, following = table("Tieto;Osuus 2024"), table("Tieto;Osuus 2025", "uusi.csv")
    with writing(engine) as connection:
        assert recall(connection, this) is None
        remember(connection, this, mapping, at_this_machine())
    with engine.connect() as connection:
        told = recall(connection, following)
        row = connection.execute(sa.select(remembered_mapping)).mappings().one()
    assert told is not None
    assert told.columns == {"Osuus 2025": "value"}
    assert (told.constants.area, told.missing) == ("HVA02", ("-1",))
    assert told.constants.period is None  # true of one file only
    assert (row["file_name"], row["by"]) == ("luvut.csv", "local")


def test_what_was_taken_back_is_asked_again(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        remember(connection, table("a;b"), read_mapping("area_level: KU"), at_this_machine())
        forget(connection, table("a;b"), at_this_machine())
        assert recall(connection, table("a;b")) is None
        with pytest.raises(NotAllowed):
            forget(connection, table("a;b"), anyone())


def test_the_last_answer_replaces_the_one_before_and_an_empty_one_nothing(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        for text in ("constants: {area: HVA02}", "area_level: KU", "", "constants: {period: 2024}"):
            remember(connection, table("a;b"), read_mapping(text), at_this_machine())
        assert recall(connection, table("a;b")) == Mapping(area_level="KU")
        remember(connection, table("a;b"), Mapping(area_level="KU"), at_this_machine())
        assert len(connection.execute(sa.select(audit.c.id).where(audit.c.what == "remember")).all()) == 2


def test_new_indicators_come_back_as_they_were_described(engine: sa.Engine) -> None:
    mapping = read_mapping("indicator: {id: oma, name: Oma, definition: {fi: a, sv: b, en: c}, decimals: 2}")
    with writing(engine) as connection:
        remember(connection, table("a;b"), mapping, at_this_machine())
        assert recall(connection, table("a;b")) == mapping


def test_what_is_passed_over_is_remembered_but_for_numbers_of_rows(engine: sa.Engine) -> None:
    with writing(engine) as connection:
        remember(connection, table("a;b"), read_mapping("pass_over: {rows: [2]}"), at_this_machine())
        assert recall(connection, table("a;b")) is None
        mapping = read_mapping("pass_over: {unknown_areas: true, rows: [2]}")
        remember(connection, table("a;b"), mapping, at_this_machine())
        assert recall(connection, table("a;b")) == read_mapping("pass_over: {unknown_areas: true}")


def test_who_brings_in_nothing_leaves_no_answers(engine: sa.Engine) -> None:
    analyst = Person("analyst", (Grant("analyst", "keusote"),))
    with writing(engine) as connection:
        with pytest.raises(NotAllowed):
            remember(connection, table("a;b"), Mapping(area_level="KU"), anyone())
        remember(connection, table("a;b"), Mapping(area_level="KU"), analyst)
        assert recall(connection, table("a;b")) is not None


@pytest.mark.parametrize(
    ("recalled", "given", "both"),
    [
        ("area_level: KU", "", "area_level: KU"),
        ("", "area_level: KU", "area_level: KU"),
        ("area_level: KU", "area_level: HVA", "area_level: HVA"),
        (
            "constants: {area: HVA02, sex: total}",
            "constants: {area: HVA03, period: 2024}",
            "constants: {area: HVA03, sex: total, period: 2024}",
        ),
        ("columns: {a: area, b: value}", "columns: {c: area}", "columns: {b: value, c: area}"),
        ("columns: {a: area, b: value}", "columns: {b: ignored}", "columns: {a: area, b: ignored}"),
        ("columns: {a: area}", "constants: {area: MAA}", "{columns: {}, constants: {area: MAA}}"),
        ('missing: ["-1"]', 'missing: ["x"]', 'missing: ["x"]'),
        ("pass_over: {unknown_areas: true}", "pass_over: {areas: [x]}", "pass_over: {unknown_areas: true, areas: [x]}"),
        ("pass_over: {unknown_areas: true}", "pass_over: {unknown_areas: false}", "pass_over: {unknown_areas: false}"),
        ("indicator: {id: a, unit: '%'}", "indicator: {id: b}", "indicator: {id: b, unit: '%'}"),
    ],
)
def test_what_is_given_wins(recalled: str, given: str, both: str) -> None:
    assert merged(read_mapping(recalled), read_mapping(given)) == read_mapping(both)
