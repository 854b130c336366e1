"""Open figures with one click: offered while there are none, told what came of them, and told from demo figures after."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from keko.config import ROOT
from keko.data.people import at_this_machine
from keko.installation import fill_with_demo, initialise
from keko.sources.recipes import Recipes, read_recipes
from keko.ui import open_figures
from keko.words import open_figures as words
from keko.words.confirming import YES_FETCH
from keko.words.terms import DEMO_NOTICE, MIXED_NOTICE
from tests.databases import Databases
from tests.pages.test_pages import opened, said
from tests.sources import open_services
from tests.sources.services import StatFin, mount
from tests.sources.source import Answer, Source, running

WANTED = ("unemployment-rate-18-64", "long-term-unemployed", "structural-unemployment-share")
DEMO = ("employment-rate-20-64", "long-term-unemployed", "structural-unemployment-share")
BROKEN = "POST /StatFin/tyokay/115x.px"


def with_some_demo(engine: sa.Engine) -> None:
    """An installation with demo figures of a few indicators, two of which can be fetched."""
    initialise(engine)
    for _ in fill_with_demo(engine, at_this_machine(), DEMO):
        pass


@pytest.fixture
def database(sqlite_files: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[sa.Engine]:
    with sqlite_files.copy(with_some_demo) as engine:
        monkeypatch.setenv("KEKO_DATABASE_URL", engine.url.render_as_string(hide_password=False))
        yield engine


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[Source]:
    """Both services with invented figures, and a few of the recipes."""
    every = read_recipes()
    few = Recipes(
        statfin=tuple(recipe for recipe in every.statfin if recipe.indicator in WANTED),
        sotkanet=tuple(recipe for recipe in every.sotkanet if recipe.indicator in WANTED),
    )
    monkeypatch.setattr(open_figures, "_recipes", lambda: few)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with running() as source:
        monkeypatch.setenv("KEKO_STATFIN_URL", f"{source.url}/StatFin")
        monkeypatch.setenv("KEKO_SOTKANET_URL", f"{source.url}/rest")
        mount(source, StatFin(open_services.invented()), open_services.sotkanet())
        yield source


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception
    return app


@pytest.mark.usefixtures("database", "services")
def test_nothing_is_fetched_before_somebody_asks(services: Source) -> None:
    app = opened("overview")
    assert YES_FETCH.fi in labels(app)
    assert words.OFFER.within("fi", count=3, minutes=1) in [text.value for text in app.markdown]
    assert YES_FETCH.fi in labels(opened("import_data"))
    assert not services.asked


@pytest.mark.usefixtures("database", "services")
def test_one_click_fetches_publishes_and_tells_real_figures_from_demo_ones() -> None:
    app = opened("overview")
    assert DEMO_NOTICE.fi in said(app)
    app = press(app, YES_FETCH.fi)
    assert [message.value for message in app.success] == [words.PUBLISHED.within("fi", count=3)]
    assert MIXED_NOTICE.fi in said(app)
    assert 'keko-tag">Esimerkki' in said(app)
    assert DEMO_NOTICE.fi not in said(app)
    assert not {YES_FETCH.fi} & set(labels(app))
    assert not app.run().success  # told once
    indicator = said(opened("indicators", mittari="structural-unemployment-share"))
    assert not [notice.fi for notice in (DEMO_NOTICE, MIXED_NOTICE) if notice.fi in indicator]
    assert "Käyttöehto</dt><dd>ei tiedossa: kysy tuottajalta" in indicator
    assert MIXED_NOTICE.fi in said(opened("benchmark"))


@pytest.mark.usefixtures("database")
def test_an_indicator_that_fails_is_told_with_its_cause_and_fetched_alone_the_next_time(services: Source) -> None:
    services.answers[BROKEN] = Answer(b"<html>Huoltokatko</html>")
    app = press(opened("overview"), YES_FETCH.fi)
    assert [message.value for message in app.success] == [words.PUBLISHED.within("fi", count=2)]
    (warning,) = app.warning
    assert "Työttömien osuus työvoimasta, 18–64-vuotiaat: Lähteen vastausta" in warning.value
    assert app.run().warning  # until it is fetched
    del services.answers[BROKEN]
    before = len(services.asked)
    app = press(app, YES_FETCH.fi)
    assert [message.value for message in app.success] == [words.PUBLISHED.within("fi", count=1)]
    assert {asked.path for asked in services.asked[before:]} == {"/StatFin/tyokay/115x.px"}
    assert not app.warning


@pytest.mark.usefixtures("database", "services")
def test_who_may_not_publish_is_offered_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEKO_HOST", "0.0.0.0")
    assert YES_FETCH.fi not in labels(opened("overview"))


@pytest.mark.usefixtures("database", "services")
def test_two_do_not_fetch_at_once(services: Source) -> None:
    app = opened("overview")
    with open_figures._ONE_AT_A_TIME:
        app = press(app, YES_FETCH.fi)
    assert [message.value for message in app.info] == [words.ALREADY.fi]
    assert not services.asked


def test_the_settings_of_the_project_are_what_is_offered() -> None:
    assert open_figures._recipes() == read_recipes(ROOT / "assets" / "sources.yaml")
