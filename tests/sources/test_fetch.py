"""From a source to drafts: what comes in, what is refused, and how a broken fetch goes on."""

import json
import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
import sqlalchemy as sa

from keko.data.observations import read_observations
from keko.data.people import NotAllowed
from keko.data.releases import read_release
from keko.data.text import Text
from keko.indicators import store
from keko.sources import pxweb
from keko.sources.arguments import Years
from keko.sources.fetch import fetch_recipes, fetch_sotkanet, fetch_statfin
from keko.sources.http import Http
from keko.sources.recipes import Recipes, read_recipes
from keko.sources.session import Fetched
from keko.sources.settings import SourceSettings, source_settings
from tests.data.figures import ADMIN, READER
from tests.sources.source import (
    REGIONS,
    Answer,
    Asked,
    Source,
    description,
    json_stat,
    population_table,
    values,
    variable,
)

Client = Callable[..., Http]
SICKNESS = "Sairauspäivärahaa saaneet 16 - 64-vuotiaat / 1 000 vastaavanikäistä"
UNEMPLOYED = "Työttömät, % työvoimasta"


def codes(fetched: Fetched) -> list[str]:
    return [problem.code for problem in fetched.outcome.problems if problem.severity == "error"]


def rows(database: sa.Engine, fetched: Fetched) -> pd.DataFrame:
    (release,) = fetched.outcome.releases
    with database.connect() as connection:
        observations = read_observations(connection, release)
    return observations[observations["origin"] == "delivered"].set_index(["area", "period", "sex"]).sort_index()


def release(database: sa.Engine, fetched: Fetched) -> dict[str, Any]:
    with database.connect() as connection:
        return dict(read_release(connection, fetched.outcome.releases[0]))


@pytest.fixture
def sotkanet(source: Source) -> Source:
    """Sotkanet with one indicator of the catalogue and one that KEKO has never heard of."""
    source.answers |= {
        "/rest/indicators/475": description(475, SICKNESS, "PER1000"),
        "/rest/indicators/181": description(181, UNEMPLOYED),
        "/rest/indicators/5527": description(5527, "Liian vähän liikkuvien osuus (%)"),
        "/rest/regions": REGIONS,
        "/rest/json": lambda asked: values(asked.url),
    }
    return source


def statfin(source: Source, table: dict[str, Any], path: str = "vaerak/11re.px", /, **known: float | None) -> None:
    source.answers[f"GET /StatFin/{path}"] = table
    source.answers[f"POST /StatFin/{path}"] = lambda asked: json_stat(json.loads(asked.body), known)


# --- Sotkanet -------------------------------------------------------------------------------------


def test_an_indicator_of_sotkanet_becomes_a_draft(
    database: sa.Engine, sotkanet: Source, client: Client, at: SourceSettings
) -> None:
    progress: list[Text] = []
    (fetched,) = fetch_sotkanet(database, [475], Years(2023), ADMIN, client(), at=at, progress=progress.append)
    assert (fetched.outcome.status, fetched.outcome.indicators) == ("draft", ["sickness-allowance-recipients"])
    assert [problem.code for problem in fetched.outcome.problems] == ["source-areas-left-out"]
    figures = rows(database, fetched)
    assert [figures.at[("KU186", "2024", "male"), name] for name in ("value", "numerator")] == [11.5, 3024]
    assert sorted({area for area, _, _ in figures.index}) == ["HVA02", "KU186", "KU505", "MAA", "MK01"]
    stored = release(database, fetched)
    assert (stored["status"], stored["provider"]) == ("draft", "thl")
    assert re.fullmatch(r"Sotkanet 475, 2023–; \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stored["note"])
    assert [text.fi for text in progress] == [
        "Sotkanet 475: tunnistetta ei ole vielä todettu oikeaksi, joten nimi tarkistetaan ensin"
    ]


def test_an_indicator_that_keko_does_not_know_is_made_new_and_known_the_next_time(
    database: sa.Engine, sotkanet: Source, client: Client, at: SourceSettings
) -> None:
    for _ in range(2):
        (fetched,) = fetch_sotkanet(database, [5527], Years(2024), ADMIN, client(), at=at)
        assert fetched.outcome.indicators == ["sotkanet-5527"]
    with database.connect() as connection:
        indicator = store.load(connection)["sotkanet-5527"]
    assert (indicator.unit, indicator.kind, indicator.polarity, indicator.disclosure.rule) == (
        "%",
        "proportion",
        "none",
        "none",
    )
    assert indicator.responsible.sv == "Institutet för hälsa och välfärd (THL)"
    assert "<" not in indicator.definition.fi


def test_another_title_stops_the_fetch_before_any_figure(
    one_database: sa.Engine, sotkanet: Source, client: Client, at: SourceSettings
) -> None:
    sotkanet.answers["/rest/indicators/475"] = description(475, "Sairauspäivärahaa saaneet, % väestöstä")
    fetched, other = fetch_sotkanet(one_database, [475, 181], Years(2024), ADMIN, client(), at=at)
    assert (codes(fetched), other.outcome.status) == (["source-title-mismatch"], "draft")
    assert not [asked for asked in sotkanet.asked if "indicator=475" in asked.url]


@pytest.mark.parametrize(
    ("answers", "years", "code"),
    [
        ({"/rest/indicators/475": Answer(status=404)}, Years(2024), "source-not-found"),
        ({"/rest/indicators/475": Answer(b"<html>")}, Years(2024), "source-bad-answer"),
        ({"/rest/json": {"error": 1}}, Years(2024), "source-bad-answer"),
        ({"/rest/json": []}, Years(2024), "source-no-data"),
        ({}, Years(2030), "source-no-data"),
        ({"/rest/regions": Answer(status=500)}, Years(2024), "source-unreachable"),
    ],
)
def test_what_goes_wrong_at_sotkanet_is_told(
    one_database: sa.Engine,
    sotkanet: Source,
    client: Client,
    at: SourceSettings,
    answers: dict[str, Any],
    years: Years,
    code: str,
) -> None:
    sotkanet.answers |= answers
    (fetched,) = fetch_sotkanet(one_database, [475], years, ADMIN, client(), at=at)
    assert (fetched.outcome.status, codes(fetched)) == ("rejected", [code])


def test_who_may_not_publish_asks_nothing(
    one_database: sa.Engine, sotkanet: Source, client: Client, at: SourceSettings
) -> None:
    with pytest.raises(NotAllowed):
        fetch_sotkanet(one_database, [475], Years(), READER, client(), at=at)
    with pytest.raises(NotAllowed):
        fetch_statfin(one_database, ["a/b.px"], {}, Years(), READER, client(), at=at)
    with pytest.raises(NotAllowed):
        fetch_recipes(one_database, read_recipes().every, READER, client(), at=at)
    assert not sotkanet.asked


# --- StatFin --------------------------------------------------------------------------------------


def test_a_table_of_statfin_becomes_a_draft(
    database: sa.Engine, source: Source, client: Client, at: SourceSettings
) -> None:
    # Statistics Finland, table 11re: population on 31 December 2025.
    statfin(source, population_table(), KU049=325716, KU091=694392, KU092=252956)
    select = {"Sukupuoli": ["*"]}
    (fetched,) = fetch_statfin(database, ["vaerak/11re.px"], select, Years(2025), ADMIN, client(), at=at)
    assert (fetched.outcome.status, fetched.outcome.indicators) == ("draft", ["population"])
    figures = rows(database, fetched)
    assert figures.loc[("KU091", "2025", "total"), "value"] == 694392
    assert figures.loc[("MAA", "2025", "female"), "value"] == 300_000
    assert release(database, fetched)["note"].startswith("StatFin vaerak/11re.px; Sukupuoli = *; 2025–; 20")
    assert not at.partial_downloads.exists() or not list(at.partial_downloads.iterdir())


def test_what_statfin_keeps_secret_stays_hidden(
    database: sa.Engine, source: Source, client: Client, at: SourceSettings
) -> None:
    months = {"2024M01": "2024M01", "2024M02": "2024M02", "2014M01": "2014M01"}
    table = {
        "title": "Työttömät työnhakijat",
        "variables": [
            variable("Alue", "Alue", {"SSS": "KOKO MAA", "KU043": "Eckerö", "ELY01": "Uudenmaan ELY-keskus"}, elimination=True),
            variable("timeperiod_m", "Kuukausi", months, time=True),
            variable("contentscode", "Tiedot", {"PITKAAIKAISTYOTTOMAT": "Pitkäaikaistyöttömät (lkm.)", "X": "Muut (lkm.)"}),
        ],
    }  # fmt: skip
    statfin(source, table, "tyonv/12r5.px", KU043=None)
    recipe = {
        "indicator": "long-term-unemployed",
        "table": "tyonv/12r5.px",
        "contents": ["PITKAAIKAISTYOTTOMAT"],
        "titles": ["Pitkäaikaistyöttömät (lkm.)"],
        "verified": "2026-09-01",
    }
    recipes = Recipes.model_validate({"statfin": [recipe]})
    progress: list[Text] = []
    (fetched,) = fetch_recipes(database, recipes.every, ADMIN, client(), progress.append, at=at, recipes=recipes)
    assert fetched.outcome.indicators == ["long-term-unemployed"]
    figures = rows(database, fetched)
    assert sorted(figures.index) == [(a, p, "total") for a in ("KU043", "MAA") for p in ("2024-01", "2024-02")]
    assert figures.loc[("KU043", "2024-01", "total"), "status"] == "hidden"
    assert [text.en for text in progress] == ["StatFin tyonv/12r5.px (Pitkäaikaistyöttömät (lkm.)): fetching"]


def test_a_code_that_means_something_else_now_is_refused(
    one_database: sa.Engine, source: Source, client: Client, at: SourceSettings
) -> None:
    statfin(source, population_table())
    one = {"indicator": "population", "table": "vaerak/11re.px", "contents": ["vaerak-vaesto"], "titles": ["Väkiluku"]}
    recipes = Recipes.model_validate({"statfin": [one]})
    (fetched,) = fetch_recipes(one_database, recipes.every, ADMIN, client(), at=at, recipes=recipes)
    assert codes(fetched) == ["source-title-mismatch"]
    recipes = Recipes.model_validate({"statfin": [{**one, "contents": ["vaesto"]}]})
    (fetched,) = fetch_recipes(one_database, recipes.every, ADMIN, client(), at=at, recipes=recipes)
    assert codes(fetched) == ["source-changed"]
    recipes = Recipes.model_validate({"statfin": [{**one, "contents": [], "titles": ["Väestö 31.12"]}]})
    (fetched,) = fetch_recipes(one_database, recipes.every, ADMIN, client(), at=at, recipes=recipes)
    assert (fetched.outcome.status, source.count("POST")) == ("draft", 1)


@pytest.fixture
def large(source: Source, monkeypatch: pytest.MonkeyPatch) -> Source:
    """A table that takes four queries, as only small ones are allowed."""
    statfin(source, population_table(ages=20))
    monkeypatch.setattr(pxweb, "LARGEST_QUERY", 75)
    return source


EVERY_AGE = {"Ikä": ["*"]}


def test_a_large_table_comes_in_parts_and_makes_one_draft(
    one_database: sa.Engine, large: Source, client: Client, at: SourceSettings
) -> None:
    progress: list[Text] = []
    (fetched,) = fetch_statfin(
        one_database, ["vaerak/11re.px"], EVERY_AGE, Years(), ADMIN, client(), at=at, progress=progress.append
    )
    assert (fetched.outcome.status, large.count("POST")) == ("draft", 4)
    assert len(rows(one_database, fetched)) == 4 * 21 * 3
    assert progress[-1].fi == "StatFin vaerak/11re.px: osa 4/4"


def test_a_broken_fetch_goes_on_where_it_stopped(
    one_database: sa.Engine, large: Source, client: Client, at: SourceSettings
) -> None:
    path = "POST /StatFin/vaerak/11re.px"
    sound = large.answers[path]

    def breaking(asked: Asked) -> Any:
        if large.count("POST") <= 2:
            return sound(asked)
        return Answer(json.dumps(sound(asked)).encode(), cut=100)

    large.answers[path] = breaking
    (fetched,) = fetch_statfin(one_database, ["vaerak/11re.px"], EVERY_AGE, Years(), ADMIN, client(attempts=2), at=at)
    assert (codes(fetched), large.count("POST")) == (["source-unreachable"], 4)
    large.answers[path] = sound
    (fetched,) = fetch_statfin(one_database, ["vaerak/11re.px"], EVERY_AGE, Years(), ADMIN, client(), at=at)
    assert (fetched.outcome.status, large.count("POST")) == ("draft", 6)
    assert len(rows(one_database, fetched)) == 4 * 21 * 3
    assert not list(at.partial_downloads.iterdir())


def test_parts_of_two_versions_of_a_table_are_not_mixed(
    one_database: sa.Engine, large: Source, client: Client, at: SourceSettings
) -> None:
    def updating(asked: Asked) -> Any:
        return json_stat(json.loads(asked.body), updated=f"2026-04-0{min(large.count('POST'), 2)}")

    large.answers["POST /StatFin/vaerak/11re.px"] = updating
    (fetched,) = fetch_statfin(one_database, ["vaerak/11re.px"], EVERY_AGE, Years(), ADMIN, client(), at=at)
    assert codes(fetched) == ["source-updated"]
    (fetched,) = fetch_statfin(one_database, ["vaerak/11re.px"], EVERY_AGE, Years(), ADMIN, client(), at=at)
    assert fetched.outcome.status == "draft"


def test_addresses_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert source_settings().sotkanet_url == "https://sotkanet.fi/rest/1.1"
    monkeypatch.setenv("KEKO_SOTKANET_URL", "https://mirror.example/sotkanet/")
    monkeypatch.setenv("KEKO_STATFIN_URL", "https://mirror.example/statfin")
    assert source_settings().sotkanet_url == "https://mirror.example/sotkanet"
    assert source_settings().statfin_url == "https://mirror.example/statfin"
