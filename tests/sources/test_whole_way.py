"""The whole way from the services to published figures, by the project's own recipes."""

from collections.abc import Callable, Iterator, Sequence

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.observations import read_observations
from keko.data.releases import read_release
from keko.indicators import store
from keko.sources.arguments import Years
from keko.sources.fetch import fetch_recipes, fetch_statfin
from keko.sources.http import Http, Pace
from keko.sources.not_yet_fetched import not_yet_fetched
from keko.sources.recipes import AnyRecipe, read_recipes
from keko.sources.session import Fetched
from keko.sources.settings import SourceSettings
from tests.data.figures import ADMIN
from tests.databases import Databases
from tests.real.shared import OPEN, open_figures
from tests.sources import open_services
from tests.sources.conftest import Clock, seed
from tests.sources.services import StatFin, mount
from tests.sources.source import Answer, Source, running

RECIPES = read_recipes()
INVENTED = (
    "population",
    "unemployment-rate-18-64",
    "tertiary-share",
    "long-term-unemployed",
    "structural-unemployment-share",
)
Client = Callable[..., Http]


def recipes_of(*indicators: str) -> list[AnyRecipe]:
    return [recipe for recipe in RECIPES.every if recipe.indicator in indicators]


def figures(database: sa.Engine, fetched: Fetched) -> pd.DataFrame:
    """The values by area, period, sex and age."""
    (release,) = fetched.outcome.releases
    with database.connect() as connection:
        rows = read_observations(connection, release)
    return rows.set_index(["area", "period", "sex", "age"]).sort_index()


@pytest.fixture
def services(source: Source, clock: Clock) -> StatFin:
    """Both services, with invented figures."""
    statfin = StatFin(open_services.invented(), clock.time)
    mount(source, statfin, open_services.sotkanet())
    return statfin


def fetched(
    database: sa.Engine, wanted: Sequence[AnyRecipe], client: Http, at: SourceSettings
) -> dict[str | None, Fetched]:
    return {
        result.indicator: result
        for result in fetch_recipes(database, wanted, ADMIN, client, publish=True, at=at, recipes=RECIPES)
    }


@pytest.mark.usefixtures("services")
def test_what_the_services_answer_is_published_with_the_areas_it_makes_up(
    one_database: sa.Engine, client: Client, at: SourceSettings
) -> None:
    came = fetched(one_database, recipes_of(*INVENTED), client(), at)
    assert {result.outcome.status for result in came.values()} == {"published"}, came
    population = figures(one_database, came["population"])
    everybody = open_services.known_areas()["KU186"].population or 0
    each, over = divmod(everybody, 100)  # the invented ages are even, what is left over is 40
    assert population.loc[("KU186", "2024", "total", "total"), "value"] == everybody
    assert population.loc[("KU186", "2024", "total", "40-44"), "value"] == 5 * each + over
    assert population.loc[("KU186", "2024", "total", "17"), "value"] == each
    county = population.loc[("HVA02", "2024", "female", "20-24")]
    assert (county["origin"], county["members"]) == ("rolled up", 6)
    share = figures(one_database, came["tertiary-share"]).loc[("HVA02", "2024", "total", "total")]
    assert (share["origin"], round(share["value"])) == ("rolled up", 33)
    share = figures(one_database, came["structural-unemployment-share"])
    assert share.loc[("HVA02", "2024", "total", "total"), "origin"] == "delivered"


@pytest.mark.usefixtures("services")
def test_those_whose_area_nobody_knows_are_passed_over_counted_and_told(
    one_database: sa.Engine, client: Client, at: SourceSettings
) -> None:
    (result,) = fetched(one_database, recipes_of("long-term-unemployed"), client(), at).values()
    (told,) = [problem for problem in result.outcome.problems if problem.code == "areas-passed-over"]
    assert told.severity == "info"
    assert told.message.fi.startswith("4 riviä ohitettiin: ")  # KU199 and MK91, of two months
    assert "KU199 Tuntematon" in told.message.fi
    rows = figures(one_database, result)
    assert not {"KU199", "MK91"} & set(rows.index.get_level_values("area"))
    employment_area = rows.loc[("TA14", "2024-12", "total", "total")]
    assert (employment_area["origin"], employment_area["members"]) == ("rolled up", 6)


@pytest.mark.usefixtures("services")
def test_the_ages_of_115x_are_those_of_its_own_indicator(
    one_database: sa.Engine, client: Client, at: SourceSettings
) -> None:
    (result,) = fetched(one_database, recipes_of("unemployment-rate-18-64"), client(), at).values()
    assert result.outcome.indicators == ["unemployment-rate-18-64"]
    assert not recipes_of("unemployment-rate-18-74")


def test_a_table_is_found_by_its_long_name_where_the_short_one_is_not_known(
    one_database: sa.Engine, services: StatFin, client: Client, at: SourceSettings
) -> None:
    services.tables["vkour/statfin_vkour_pxt_12bs.px"] = services.tables.pop("vkour/12bs.px")
    (result,) = fetched(one_database, recipes_of("tertiary-share"), client(), at).values()
    assert result.outcome.status == "published"


def test_what_fails_is_told_and_only_that_is_fetched_again(
    one_database: sa.Engine, services: StatFin, source: Source, client: Client, at: SourceSettings
) -> None:
    wanted = recipes_of("unemployment-rate-18-64", "tertiary-share", "long-term-unemployed")
    source.answers["POST /StatFin/vkour/12bs.px"] = Answer(b"<html><body>Huolto</body></html>")
    came = fetched(one_database, wanted, client(), at)
    assert [result.outcome.status for result in came.values()] == ["published", "rejected", "published"]
    assert came["tertiary-share"].outcome.problems[0].code == "source-bad-answer"
    del source.answers["POST /StatFin/vkour/12bs.px"]
    with one_database.connect() as connection:
        missing = not_yet_fetched(connection, wanted)
    assert [recipe.indicator for recipe in missing] == ["tertiary-share"]
    assert fetched(one_database, missing, client(), at)["tertiary-share"].outcome.status == "published"
    with one_database.connect() as connection:
        assert not not_yet_fetched(connection, wanted)


@pytest.mark.usefixtures("services")
def test_what_waits_for_approval_is_not_fetched_again(
    one_database: sa.Engine, client: Client, at: SourceSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEKO_APPROVAL", "yes")
    wanted = recipes_of("tertiary-share")
    (result,) = fetched(one_database, wanted, client(), at).values()
    assert (result.outcome.status, result.outcome.problems[-1].code) == ("draft", "awaits-approval")
    with one_database.connect() as connection:
        assert not not_yet_fetched(connection, wanted)


@pytest.mark.usefixtures("services")
def test_the_pace_of_the_service_is_kept(clock: Clock, client: Client, source: Source) -> None:
    own = client()
    for _ in range(90):
        own.get(f"{source.url}/StatFin/vkour/12bs.px")
    assert clock.slept == [60, 60]  # forty calls a minute, and never told to wait


@pytest.mark.usefixtures("services")
def test_who_made_a_table_is_named_and_no_licence_is_claimed_for_them(
    one_database: sa.Engine, source: Source, client: Client, at: SourceSettings
) -> None:
    fetch_statfin(one_database, ["tyonv/12r5.px"], {}, Years(), ADMIN, client(), at=at)
    fetch_statfin(one_database, ["tyokay/115x.px"], {}, Years(), ADMIN, client(), at=at)
    with one_database.connect() as connection:
        made = [item for item in store.load(connection).values() if item.theme == "imported"]
    assert {(item.responsible.fi, item.source.sv, item.licence) for item in made} == {
        ("KEHA-keskus", "KEHA-keskus, työnvälitystilasto, StatFin", ""),
        ("Tilastokeskus", "Statistikcentralen, StatFin", "CC BY 4.0"),
    }


# --- the figures that lie beside the project ------------------------------------------------------


@pytest.fixture(scope="module")
def published(sqlite_files: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, pd.DataFrame]]:
    """All that the recipes fetch from the services as they were recorded, published, by indicator."""
    if not OPEN.is_dir():
        pytest.skip("the open figures are not beside the project")
    clock = Clock()
    with (
        pytest.MonkeyPatch.context() as patch,
        running() as source,
        sqlite_files.copy(seed) as database,
    ):
        patch.setenv("NO_PROXY", "127.0.0.1")
        mount(source, StatFin(open_services.tables(OPEN, 2024), clock.time), open_services.sotkanet())
        parts = tmp_path_factory.mktemp("fetch")
        at = SourceSettings(f"{source.url}/rest", f"{source.url}/StatFin", parts, source.url)
        came = fetched(database, RECIPES.every, Http(Pace(clock=clock.time, sleep=clock.sleep)), at)
        assert {name: result.outcome.status for name, result in came.items()} == {
            recipe.indicator: "published" for recipe in RECIPES.every
        }
        for result in came.values():
            with database.connect() as connection:
                assert read_release(connection, result.outcome.releases[0])["status"] == "published"
        yield {str(name): figures(database, result) for name, result in came.items()}


@pytest.mark.real
@pytest.mark.parametrize(
    ("indicator", "tidy", "at_least"),
    [
        ("population", "tidy_population.csv.gz", 700),
        ("employment-rate-18-64", "tidy_employment-rate-18-64.csv.gz", 3500),
        ("economic-dependency-ratio", "tidy_economic-dependency-ratio.csv.gz", 3500),
        ("unemployed-job-seekers", "tidy_unemployed-job-seekers.csv.gz", 300),
    ],
)
def test_published_figures_are_those_that_were_recorded(
    published: dict[str, pd.DataFrame], indicator: str, tidy: str, at_least: int
) -> None:
    own = published[indicator].xs(("total", "total"), level=("sex", "age"))["value"].dropna()
    recorded = open_figures(tidy).set_index(["area_code", "period"])["value"].dropna()
    both = own.index.intersection(recorded.index)
    assert len(both) >= at_least
    assert (own[both] == recorded[both]).all()


@pytest.mark.real
def test_counties_and_employment_areas_are_rolled_up_where_the_source_has_none(
    published: dict[str, pd.DataFrame],
) -> None:
    seekers = published["unemployed-job-seekers"].loc[(slice(None), "2026-06", "total", "total"), :]
    # KEHA, employment service statistics, table 12r5, June 2026: Hyvinkää, Järvenpää, Mäntsälä, Nurmijärvi, Pornainen, Tuusula.
    members = ["KU106", "KU186", "KU505", "KU543", "KU611", "KU858"]
    by_area = seekers.droplevel(["period", "sex", "age"])
    assert by_area.at["TA14", "value"] == by_area.loc[members, "value"].sum() == by_area.at["HVA02", "value"]
    assert by_area.at["TA14", "origin"] == "rolled up"
