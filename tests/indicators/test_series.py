"""Series as a reader asks for them: every area asked for, from every provider, and demo never beside real."""

from collections.abc import Iterator

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.engine import writing
from keko.data.text import Text
from keko.indicators import store
from keko.indicators.extent import dimensions, read_years
from keko.indicators.over_time.assessments import renew
from keko.indicators.series import Question, Series, SeriesBy, read_questions, read_series
from tests.data.figures import counts, every_area, item, point, prepare, published, rows


@pytest.fixture
def connection(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A database with two indicators and no figures, open to write."""
    with writing(engine) as own:
        prepare(own, item("a", "count"), item("b", "count"))
        yield own


def values(found: SeriesBy, *codes: str, indicator: str = "a") -> list[list[float | None]]:
    return [[point.value for point in found[indicator, code].points] for code in codes]


def years(values_by_year: dict[str, float], **shared: str) -> pd.DataFrame:
    return rows(
        *({"area": "KU186", "period": year, "value": value} for year, value in values_by_year.items()), **shared
    )


def test_dimensions_left_out_mean_their_totals(connection: sa.Connection) -> None:
    parts = [
        counts({"KU186": 10}),
        counts({"KU186": 4}, sex="female"),
        counts({"KU186": 3}, age="15-24"),
        counts({"KU186": 2}, breakdown="Kieli: suomi"),
        counts({"KU186": 1}, sex="female", age="15-24"),
    ]
    published(connection, "a", "keusote", pd.concat(parts))
    asked = [
        Question(),
        Question(sex="female"),
        Question(age="15-24"),
        Question(breakdown="Kieli: suomi"),
        Question("female", "15-24"),
    ]
    assert [values(read_series(connection, ["a"], ["KU186"], question), "KU186")[0] for question in asked] == [
        [10],
        [4],
        [3],
        [2],
        [1],
    ]
    by_question = read_questions(connection, ["a", "b"], ["KU186"], asked)
    assert by_question == {each: read_series(connection, ["a", "b"], ["KU186"], each) for each in asked}
    there_are = {"sex": ["female", "total"], "age": ["15-24", "total"], "breakdown": ["Kieli: suomi", "total"]}
    known = store.load(connection)["a"]
    assert dimensions(connection, known, every_area()) == there_are
    renew(connection, ["a"], every_area())
    assert dimensions(connection, known, every_area()) == there_are


def test_points_come_in_the_order_of_time(connection: sa.Connection) -> None:
    published(connection, "a", "keusote", years({"2024": 3, "2022": 1, "2023": 2}))
    assert values(read_series(connection, ["a"], ["KU186"]), "KU186") == [[1, 2, 3]]


def test_every_pair_asked_for_is_answered(connection: sa.Connection) -> None:
    published(connection, "a", "keusote", counts({"KU186": 1, "KU858": 2, "KU106": 3}))
    found = read_series(connection, ["a", "b"], ["KU858", "HVA15", "KU186", "KU858"])
    assert set(found) == {(name, code) for name in ("a", "b") for code in ("KU858", "HVA15", "KU186")}
    assert values(found, "KU858", "HVA15", "KU186") == [[2], [], [1]]
    assert values(found, "KU858", indicator="b") == [[]]


def test_a_hidden_value_is_a_point_with_its_reason(connection: sa.Connection) -> None:
    published(connection, "a", "keusote", rows({"area": "KU186", "status": "hidden", "reason": "small cell"}))
    series = read_series(connection, ["a"], ["KU186"])["a", "KU186"]
    assert [(point.value, point.status, point.reason) for point in series.points] == [(None, "hidden", "small cell")]
    assert (series.valued, series.latest) == ((), None)


def test_two_providers_areas_come_together_each_with_its_source(connection: sa.Connection) -> None:
    published(connection, "a", "keusote", counts({"KU186": 1}))
    published(connection, "a", "hyvaks", counts({"KU179": 2}))
    found = read_series(connection, ["a"], ["KU186", "KU179"])
    assert values(found, "KU186", "KU179") == [[1], [2]]
    assert [found["a", code].source for code in ("KU186", "KU179")] == [
        Text.same("source of keusote"),
        Text.same("source of hyvaks"),
    ]


def test_two_providers_years_of_one_area_name_both_sources(connection: sa.Connection) -> None:
    published(connection, "a", "keusote", years({"2022": 1}))
    published(connection, "a", "statfin", years({"2023": 2}))
    series = read_series(connection, ["a"], ["KU186"])["a", "KU186"]
    assert [point.value for point in series.points] == [1, 2]
    assert series.source == Text.same("source of keusote; source of statfin")


@pytest.mark.parametrize("first", ["keusote", "statfin"])
def test_a_delivered_value_wins_over_another_providers_roll_up(connection: sa.Connection, first: str) -> None:
    both = {
        "keusote": rows({"area": "HVA02", "value": 60, "origin": "rolled up", "coverage": 1.0}),
        "statfin": rows({"area": "HVA02", "value": 61}),
    }
    for provider in (first, *(both.keys() - {first})):
        published(connection, "a", provider, both[provider])
    series = read_series(connection, ["a"], ["HVA02"])["a", "HVA02"]
    assert [(point.value, point.origin) for point in series.points] == [(61, "delivered")]
    assert series.source == Text.same("source of statfin")


def test_of_two_partial_roll_ups_the_one_that_covers_more(connection: sa.Connection) -> None:
    for provider, coverage in (("keusote", 0.04), ("statfin", 0.9), ("hyvaks", 0.05)):
        partial = rows({"area": "MAA", "status": "missing at source", "origin": "rolled up", "coverage": coverage})
        published(connection, "a", provider, partial)
    assert [point.coverage for point in read_series(connection, ["a"], ["MAA"])["a", "MAA"].points] == [0.9]


def test_demo_is_replaced_by_real_one_indicator_at_a_time(connection: sa.Connection) -> None:
    for name in ("a", "b"):
        published(connection, name, "demo", years({"2022": 91, "2023": 92}), is_demo=True)
    published(connection, "a", "keusote", years({"2023": 2}))
    found = read_series(connection, ["a", "b"], ["KU186", "HVA15"])
    assert values(found, "KU186") == [[2]]
    assert values(found, "KU186", indicator="b") == [[91, 92]]
    assert {key: series.is_demo for key, series in found.items()} == {
        ("a", "KU186"): False,
        ("a", "HVA15"): False,
        ("b", "KU186"): True,
        ("b", "HVA15"): True,
    }


@pytest.mark.parametrize(
    ("until", "left"),
    [
        (None, ["2022-12", "2023-01", "2023-06", "2024-01"]),
        ("2023", ["2022-12", "2023-01", "2023-06"]),
        ("2023-01", ["2022-12", "2023-01"]),
        ("2021", []),
    ],
)
def test_a_series_as_it_was_at_the_end_of_a_period(
    connection: sa.Connection, until: str | None, left: list[str]
) -> None:
    published(connection, "a", "keusote", years({"2024-01": 4, "2022-12": 1, "2023-01": 2, "2023-06": 3}))
    whole: Series = read_series(connection, ["a"], ["KU186"])["a", "KU186"]
    ended = whole.until(until)
    assert [point.period for point in ended.points] == left
    assert (ended.source, ended.published_at) == (whole.source, whole.published_at)


def test_a_series_ends_with_the_period_whatever_its_frequency() -> None:
    points = tuple(point(1, period) for period in ("2023", "2023-Q4", "2024-03", "2024-Q1", "2024-04", "2024"))
    kept = [one.period for one in Series("a", "KU186", points).until("2024-03").points]
    assert kept == ["2023", "2023-Q4", "2024-03", "2024-Q1"]
    assert Series("a", "KU186", points).until("2024").points == points


def test_the_years_of_areas_are_those_from_their_first_figure_to_their_last(connection: sa.Connection) -> None:
    assert read_years(connection, ["KU186"]) == []
    published(connection, "a", "keusote", years({"2019": 1, "2022": 2}))
    published(connection, "b", "keusote", pd.concat([years({"2023-05": 3}), counts({"HVA15": 4}, period="2025")]))
    assert read_years(connection, ["KU186"]) == ["2023", "2022", "2021", "2020", "2019"]
    assert read_years(connection, ["KU186", "HVA15"])[0] == "2025"
