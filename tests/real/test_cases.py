"""Small files that were once misread, where they lie beside the project: each gives what its README says it should."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from keko.data import areas as area_tables
from keko.data.people import at_this_machine
from keko.data.providers import LOCAL
from keko.data.releases import visible_releases
from keko.data.schema import observation
from keko.indicators import store
from keko.indicators.situation import standings
from keko.installation import initialise
from keko.intake.mappings import Mapping, read_mapping
from keko.intake.release.order import Order, Outcome
from keko.intake.workbench import Bench, bring, look
from tests.databases import Databases
from tests.real.shared import OPEN

CASES = OPEN.parent / "cases" / "intake"
Figures = dict[tuple[str, ...], float | None]

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not CASES.is_dir(), reason="the cases are not beside the project"),
]

# The codes of the errors that a file is refused with.
REFUSED = {
    "abolished_2017.csv": ["area-abolished-before"] * 2,
    "classification_without_figures.csv": ["no-value-column"],
    "foreign_code_taken_for_finnish.csv": ["no-known-area"],
    "foreign_two_digit_codes.csv": ["no-known-area"],
    "nil.csv": ["nil-or-missing"],
    "no_time_hides_unknown_area.csv": ["no-time", "unknown-area"],
    "notes_not_a_table.csv": ["not-a-table"],
    "one_foreign_code.csv": ["no-known-area"],
    "point_thousands.csv": ["unclear-decimals"],
    "postal_code_areas.csv": ["only-levels-not-kept"],
    "value_column_is_called_0.csv": ["figures-unnamed"],
}
# The indicator, area and period of delivered figures, their sex or breakdown where they have one, and the figures.
PUBLISHED: dict[str, Figures] = {
    "count_by_its_name.csv": {
        ("ehdokkaiden-lukumaara", "KU205", "2021"): 100, ("ehdokkaiden-lukumaara", "KU765", "2021"): 50,
        ("ehdokkaiden-lukumaara", "KU290", "2021"): 40,
    },
    "eurostat_composite_key.tsv": {
        ("eurostat-composite-key", "MAA", "2013", "female"): 19.1, ("eurostat-composite-key", "MAA", "2012", "female"): 18.2,
    },
    "f_mean_sd.csv": {
        ("ka", area, "2024"): 5.2
        for area in ("KU074", "KU217", "KU236", "KU272", "KU421", "KU584", "KU849", "KU924")
    },
    "finland_among_countries.csv": {("finland-among-countries", "MAA", "2020"): 5.1},
    "flat_records.json": {("population", "KU020", "2020"): 16000, ("population", "KU010", "2020"): 11000},
    "footnote_in_header.csv": {("population", "KU020", "2022"): 16000, ("population", "KU010", "2022"): 11000},
    "from_to_dates.csv": {
        ("from-to-dates", "KU020", "2024"): 10.1, ("from-to-dates", "KU010", "2024"): 11.2,
        ("from-to-dates", "KU992", "2024"): 12.3,
    },
    "long_first_cell_dropped.csv": {
        ("pensioners-share", "KU179", "2023"): 20.5, ("pensioners-share", "KU182", "2023"): 30.5,
        ("disability-pension-share", "KU179", "2023"): 7.1, ("disability-pension-share", "KU182", "2023"): 9.9,
    },
    "maarianhamina.csv": {("perheita", "KU179", "2022"): 35000, ("perheita", "KU478", "2022"): 3000},
    "mariehamn_double_name.csv": {
        ("population", "KU020", "2021"): 16000, ("population", "KU478", "2021"): 11000,
        ("population", "KU980", "2021"): 33000,
    },
    "metadata_line_as_header.csv": {("saajat", "KU179", "2024"): 3120, ("saajat", "KU182", "2024"): 410},
    "mixed_decimals_by_measure.csv": {
        ("korkean-osuus", "KU020", "2015"): 7.8, ("korkean-osuus", "KU010", "2015"): 5.3,
        ("huoltosuhde", "KU020", "2015"): 50.2, ("huoltosuhde", "KU010", "2015"): 78.7,
    },
    "nil.px": {
        ("workplaces", area, year): value
        for area, values in {
            "KU106": (100, 110), "KU186": (80, 90), "KU505": (40, 45), "KU543": (60, 70), "KU611": (0, 0), "KU858": (70, 75),
        }.items()
        for year, value in zip(("2022", "2023"), values, strict=True)
    },
    "note_column.csv": {
        ("workplaces", area, year): value
        for area, values in {"KU179": (80000, 81000, 82000), "KU182": (7000, 7100, 7200)}.items()
        for year, value in zip(("2021", "2022", "2023"), values, strict=True)
    },
    "percent_cells.xlsx": {
        ("pensioners-share", "KU179", "2023"): 22.1, ("pensioners-share", "KU182", "2023"): 31.5,
        ("pensioners-share", "KU500", "2023"): 20.0,
    },
    "r_write_table.txt": {
        ("r-write-table", "KU020", "2015"): 16000, ("r-write-table", "KU020", "2016"): 16100,
        ("r-write-table", "KU005", "2015"): 9000, ("r-write-table", "KU005", "2016"): 9100,
        ("r-write-table", "KU010", "2015"): 11000, ("r-write-table", "KU010", "2016"): 11100,
    },
    "status_is_a_dimension.csv": {
        ("status-is-a-dimension", "KU020", "2022", "Status: In employment"): 100,
        ("status-is-a-dimension", "KU020", "2022", "Status: In education"): 50,
        ("status-is-a-dimension", "KU010", "2022", "Status: In employment"): 90,
        ("status-is-a-dimension", "KU010", "2022", "Status: In education"): 40,
    },
    "thl_wrapped.json": {
        ("thl-wrapped", "KU179", "2022"): 10, ("thl-wrapped", "KU179", "2023"): 20,
        ("thl-wrapped", "KU182", "2022"): 30, ("thl-wrapped", "KU182", "2023"): 40,
    },
    "u0_thousands_hidden.csv": {
        ("tyottomat", "MK01", "2023"): 49000, ("tyottomat", "MK04", "2023"): 7000,
        ("tyottomat", "MK18", "2023"): 3000, ("tyottomat", "MK21", "2023"): 1000,
    },
    "u1_thousand_euros.csv": {
        ("unemployment-benefit-expenditure", "KU179", "2023"): 98_500_000,
        ("unemployment-benefit-expenditure", "KU182", "2023"): 12_300_000,
    },
    "u1b_thousand_persons.csv": {("population", "KU179", "2023"): 149_000, ("population", "KU182", "2023"): 20_000},
    "unit_not_known.csv": {
        ("hinta", "KU020", "2024-01"): 10.1, ("hinta", "KU020", "2024-02"): 11.2, ("hinta", "KU010", "2024-01"): 12.3,
    },
    "unnamed_area_columns_finnish.csv": {
        ("unnamed-area-columns-finnish", area, year): value
        for area, values in {"KU020": (1000, 1100), "KU010": (2000, 2100), "KU992": (3000, 3100)}.items()
        for year, value in zip(("2020", "2021"), values, strict=True)
    },
    "zero_vs_zero_nested.csv": {
        ("tertiary-share", area, "2023"): 0 for area in ("KU106", "KU186", "KU505", "KU543", "KU611", "KU858")
    },
}  # fmt: skip


@pytest.fixture
def database(sqlite_files: Databases) -> Iterator[sa.Engine]:
    """A fresh installation."""
    with sqlite_files.copy(initialise) as engine:
        yield engine


def brought(engine: sa.Engine, name: str) -> Outcome:
    """A file published as the command line does."""
    file = CASES / name
    description = file.with_suffix(".yaml")
    mapping = read_mapping(description.read_text(encoding="utf-8")) if description.exists() else Mapping()
    with engine.connect() as connection:
        bench = Bench(engine, area_tables.load(connection), store.load(connection), 10_000_000)
    data = file.read_bytes()
    looked = look(bench, data, name, mapping, provider=LOCAL)
    return bring(bench, looked, data, Order(LOCAL, at_this_machine(), publish=True))


def delivered(engine: sa.Engine) -> list[Any]:
    visible = visible_releases().subquery()
    query = sa.select(observation).join(visible, visible.c.release == observation.c.release)
    with engine.connect() as connection:
        return list(connection.execute(query.where(observation.c.origin == "delivered")).all())


def key_of(row: Any) -> tuple[str, ...]:
    divided = [text for text in (row.sex, row.age, row.breakdown) if text != "total"]
    return row.indicator, row.area, row.period, *divided


def test_every_case_is_looked_at() -> None:
    files = {file.name for file in CASES.iterdir() if file.suffix not in {".md", ".yaml"}}
    assert files == {*REFUSED, *PUBLISHED, "wide_year_area_over_1000_columns.csv"}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_is_refused_for_the_right_reason(database: sa.Engine, name: str) -> None:
    outcome = brought(database, name)
    errors = [problem.code for problem in outcome.problems if problem.severity == "error"]
    assert (outcome.status, errors, delivered(database)) == ("rejected", REFUSED[name], [])


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_file_gives_its_figures(database: sa.Engine, name: str) -> None:
    assert brought(database, name).status == "published"
    assert {key_of(row): row.value for row in delivered(database)} == pytest.approx(PUBLISHED[name])


def test_headers_of_a_year_and_an_area_are_read_however_many(database: sa.Engine) -> None:
    outcome = brought(database, "wide_year_area_over_1000_columns.csv")
    figures = {key_of(row): row.value for row in delivered(database)}
    assert (outcome.status, len(figures)) == ("published", 1232)
    assert figures["keskitulo", "KU005", "2019"] == 20_000


def test_what_is_passed_over_is_told(database: sa.Engine) -> None:
    outcome = brought(database, "eurostat_composite_key.tsv")
    told = {"areas-passed-over", "level-not-kept", "new-indicator-undescribed"}
    assert {problem.code for problem in outcome.problems} == told
    assert {row.period: row.status for row in delivered(database)} == {"2013": "final", "2012": "below quality"}


def test_remarks_tell_a_status(database: sa.Engine) -> None:
    brought(database, "note_column.csv")
    assert {(row.period, row.status) for row in delivered(database)} == {
        ("2021", "final"), ("2022", "final"), ("2023", "preliminary"),
    }  # fmt: skip


def test_units_and_kinds_are_those_of_the_file(database: sa.Engine) -> None:
    brought(database, "unit_not_known.csv")
    brought(database, "count_by_its_name.csv")
    with database.connect() as connection:
        catalogue = store.load(connection)
    assert catalogue["hinta"].unit == "c/kWh"
    assert catalogue["ehdokkaiden-lukumaara"].kind == "count"


def test_nobody_beside_nobody_is_no_difference(database: sa.Engine) -> None:
    brought(database, "zero_vs_zero_nested.csv")
    with database.connect() as connection:
        areas, item = area_tables.load(connection), store.load(connection)["tertiary-share"]
        (standing,) = standings(connection, [item], areas, "KU611", "HVA02")
    assert standing.comparison.verdict == "no difference"
