"""An area beside its benchmark and among its peers: the same verdict wherever it is shown."""

from collections.abc import Iterator

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.engine import writing
from keko.data.text import Text
from keko.indicators.benchmark import Row, benchmark_rows, clearest_first, peers, period_of, read_field, verdicts_before
from keko.indicators.comparing.comparison import Comparison, compare
from keko.indicators.series import Question, Series, read_cross_section, read_series
from keko.indicators.situation import Standing, standings
from tests.data.figures import counts, every_area, item, point, prepare, published, shares

AREAS = every_area()
SHARE, CLIENTS, MEDIAN = item("share"), item("clients", "count"), item("waiting", "median", polarity="lower")
CODES = peers("HVA02", AREAS)


@pytest.fixture
def connection(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Shares of all counties in two years; another county's are a year longer. Clients and medians of some."""
    with writing(engine) as own:
        prepare(own, SHARE, CLIENTS, MEDIAN)
        each = {code: (500 + 4 * place, 1000) for place, code in enumerate(CODES)}
        before = each | {"HVA02": (700, 1000)}
        years = [shares(before, period="2022"), shares(each, period="2023")]
        years += [shares({"HVA20": (900, 1000)}, period="2024"), shares({"HVA02": (9, 10)}, period="2023", sex="male")]
        published(own, "share", "statfin", pd.concat(years))
        published(own, "clients", "keusote", counts({"HVA02": 7, "HVA15": 900}, period="2023"))
        yield own


def found(connection: sa.Connection, items: tuple[object, ...] = (SHARE, CLIENTS, MEDIAN)) -> list[Standing]:
    return standings(connection, items, AREAS, "HVA02", "HVA15")  # type: ignore[arg-type]


def rows(connection: sa.Connection, everybody: bool = False, corrected: bool = False) -> list[Row]:
    standing = found(connection)
    asked = [(one.item, period) for one in standing if (period := period_of(one))]
    field = read_field(connection, asked, CODES, AREAS).series
    return benchmark_rows(standing, field, CODES, AREAS, everybody, corrected)


def test_a_cross_section_is_the_point_that_the_series_has_at_the_period(connection: sa.Connection) -> None:
    section = read_cross_section(connection, {"share": ["2023"], "clients": ["2023"]}, CODES)
    whole = read_series(connection, ["share", "clients"], CODES)
    assert section.keys() == whole.keys()
    for key, one in section.items():
        assert [point.period for point in one.points] in ([], ["2023"])
        assert one.at("2023") == whole[key].at("2023")
    assert section["share", "HVA02"].source == Text.same("source of statfin")
    men = read_cross_section(connection, {"share": ["2023"]}, CODES, Question(sex="male"))
    assert [area for (_, area), one in men.items() if one.points] == ["HVA02"]


def test_a_row_holds_everybody_at_the_period_that_is_compared(connection: sa.Connection) -> None:
    share, clients, waiting = rows(connection)
    assert (share.period, len(share.values)) == ("2023", 23)
    assert share.values["HVA20"] != 90  # its newer figure is of another period
    # Clients per 1 000 residents, of the register since no figures tell how many there are (31.12.2023).
    assert clients.values == {"HVA02": pytest.approx(7 / 205.444), "HVA15": pytest.approx(900 / 273.271)}
    assert (clients.count("area"), clients.count("benchmark"), share.count("area")) == (7, 900, None)
    assert (waiting.period, waiting.values) == (None, {})


def test_the_matrix_says_of_every_area_what_a_comparison_of_the_two_would(connection: sa.Connection) -> None:
    share, clients, _ = rows(connection, everybody=True)
    series = read_series(connection, ["share"], CODES)
    for code in CODES:
        until = series["share", code].until("2023")
        assert share.verdicts[code] == compare(SHARE, until, series["share", "HVA15"], AREAS)
    assert share.comparison == share.verdicts["HVA02"] == found(connection)[0].comparison
    assert (clients.verdicts["HVA02"].verdict, clients.verdicts["HVA02"].basis) == ("worse", "population")


def test_a_correction_takes_differences_away_and_adds_none(connection: sa.Connection) -> None:
    many = [rows(connection, True, corrected)[0].verdicts for corrected in (False, True)]
    for code, compared in many[0].items():
        assert many[1][code].verdict in {compared.verdict, "no difference"}


def test_a_figure_has_the_same_corrected_verdict_whether_its_neighbours_are_judged_or_not(
    connection: sa.Connection,
) -> None:
    alone, among = (rows(connection, everybody, corrected=True) for everybody in (False, True))
    assert [row.comparison for row in alone] == [row.comparison for row in among]
    assert [row.verdicts["HVA02"] for row in among] == [row.comparison for row in alone]


def test_the_verdict_before_is_that_of_the_year_before(connection: sa.Connection) -> None:
    before = verdicts_before(found(connection), AREAS, False)
    assert (before["share"].period, before["share"].verdict) == ("2022", "better")
    assert before["waiting"].verdict == "not compared"


@pytest.mark.parametrize(
    ("area", "level", "count"),
    [("HVA02", "HVA", 23), ("MAA", "HVA", 23), ("TA14", "TA", 46), ("MK01", "MK", 19), ("KU186", "KU", 6)],
)
def test_whom_an_area_stands_among(area: str, level: str, count: int) -> None:
    around = peers(area, AREAS)
    assert (len(around), {AREAS[code].level for code in around}) == (count, {level})
    assert (area in around) == (area != "MAA")


def test_real_differences_come_first_and_what_was_not_compared_last(connection: sa.Connection) -> None:
    share, clients, waiting = rows(connection)
    assert [row.standing.item.id for row in clearest_first([waiting, clients, share])] == [
        "clients",
        "share",
        "waiting",
    ]
    assert waiting.range is None


def test_only_yearly_figures_have_a_trend_and_only_others_are_cut() -> None:
    def row(frequency: str, periods: list[str]) -> Row:
        own, other = (
            Series("one", code, tuple(point(1.0, period) for period in periods)) for code in ("HVA02", "HVA15")
        )
        compared = Comparison("one", "HVA02", "HVA15", "not compared")
        return Row(Standing(item("one", frequency=frequency), own, other, compared), None, {}, {})

    months = row("month", [f"{year}-{month:02}" for year in range(2017, 2025) for month in range(1, 13)])
    years = row("year", [str(year) for year in range(1960, 2025)])
    assert [len(each.points) for each in (months.recent.own, years.recent.own)] == [60, 65]
    assert months.recent.benchmark.points[0].period == "2020-01"
    assert months.trend(months.standing.own, AREAS) is None
    assert years.trend(years.standing.own, AREAS) is not None
