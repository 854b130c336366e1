"""Open figures on the command line: fetched and published where asked, and told of at the first start."""

import json
from typing import Any

import pytest
import sqlalchemy as sa

from keko.cli import main
from keko.commands import fetching, open_figures
from keko.data.releases import read_releases
from keko.sources.recipes import Recipes, read_recipes
from tests.sources import open_services
from tests.sources.services import StatFin, mount
from tests.sources.source import Answer, Source

BROKEN = "/rest/indicators/3071"


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch, source: Source, one_database: sa.Engine) -> sa.Engine:
    """A database that the settings name, services with invented figures, and two recipes."""
    every = read_recipes()
    recipes = Recipes(
        statfin=tuple(recipe for recipe in every.statfin if recipe.indicator == "unemployment-rate-18-64"),
        sotkanet=tuple(recipe for recipe in every.sotkanet if recipe.id == 3071),
    )
    for module in (fetching, open_figures):
        monkeypatch.setattr(module, "read_recipes", lambda: recipes)
    monkeypatch.setenv("KEKO_DATABASE_URL", one_database.url.render_as_string(hide_password=False))
    monkeypatch.setenv("KEKO_STATFIN_URL", f"{source.url}/StatFin")
    monkeypatch.setenv("KEKO_SOTKANET_URL", f"{source.url}/rest")
    mount(source, StatFin(open_services.invented()), open_services.sotkanet())
    return one_database


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    code = main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)["fetched"]


def published(engine: sa.Engine) -> dict[str, str]:
    with engine.connect() as connection:
        return {release["indicator"]: release["status"] for release in read_releases(connection)}


def test_what_failed_is_all_that_a_second_command_fetches(
    few: sa.Engine, source: Source, capsys: pytest.CaptureFixture[str]
) -> None:
    source.answers[BROKEN] = Answer(b"<html>")
    code, fetched = run(capsys, "fetch", "all", "--publish", "--missing")
    assert (code, [result["status"] for result in fetched]) == (1, ["published", "rejected"])
    assert published(few) == {"unemployment-rate-18-64": "published"}
    del source.answers[BROKEN]
    code, fetched = run(capsys, "fetch", "all", "--publish", "--missing")
    assert (code, [result["what"] for result in fetched]) == (0, ["Sotkanet 3071"])
    assert run(capsys, "fetch", "all", "--publish", "--missing") == (0, [])


def test_without_a_word_of_publishing_there_are_drafts(few: sa.Engine, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "fetch", "all")
    assert set(published(few).values()) == {"draft"}


def test_a_first_start_says_in_a_line_whether_open_figures_can_be_fetched(
    few: sa.Engine, source: Source, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capsys, "fetch", "all")  # so that the database is not empty
    monkeypatch.setattr(open_figures, "not_yet_fetched", lambda _, recipes: recipes)
    asked = len(source.asked)
    assert main(["demo", "--if-empty"]) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert "fetch all --publish --missing" in line
    monkeypatch.setenv("KEKO_STATFIN_URL", "http://127.0.0.1:9/StatFin")
    assert main(["demo", "--if-empty"]) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert "ei ole yhteyttä" in line
    assert len(source.asked) == asked


def test_it_says_nothing_once_they_have_been_fetched(few: sa.Engine, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "fetch", "all", "--publish")
    assert main(["demo", "--if-empty"]) == 0
    assert capsys.readouterr().err == ""
