"""The overview answers its three questions: in every language, with demo figures, with one source alone, and with none."""

import re
from datetime import date
from html import unescape

import pandas as pd
import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from keko.config import LANGUAGES, Language
from keko.data.areas import WHOLE_COUNTRY
from keko.data.engine import writing
from keko.data.people import at_this_machine
from keko.data.schema import publication
from keko.data.text import Text
from keko.room.area_views import read_area_views
from keko.room.undertaking_store import write_undertaking
from keko.room.undertakings import Undertaking
from keko.ui import loads
from keko.ui.freezing.freeze import freeze
from keko.ui.overview.choices import day_since
from keko.ui.overview.queries import actions, headlines
from keko.ui.view import View
from keko.words import overview as words
from keko.words import what_if as what_if_words
from keko.words.attention import TITLES
from tests.data.figures import published, shares
from tests.pages.test_pages import opened, said


def plain(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def html_of(app: AppTest) -> str:
    return " ".join(each.proto.body for each in app.get("html")) + " ".join(each.value for each in app.markdown)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_answers_three_questions_in_every_language(language: Language) -> None:
    text = said(opened("overview", kieli=language))
    for question in (words.NEEDS_ATTENTION, words.HOW_WE_ARE_DOING, words.WHAT_CHANGED, words.DIFFICULT_TO_EMPLOY):
        assert question.within(language) in text
    assert any(title.within(language) in text for title in TITLES.values())


@pytest.mark.usefixtures("demo")
def test_what_needs_attention_says_who_answers_and_no_event_of_years_ago_as_under_way() -> None:
    text = plain(html_of(opened("overview")))
    assert "Luvuista vastaa Työ- ja elinkeinoministeriö" in text
    assert "Työkykytiimi aloitti (esimerkki) (2022)" not in text  # began years ago and stands on the time line
    assert "Koko maa 74,5 · Tavoite 78,0 % (2027): " in text


@pytest.mark.parametrize("area", [WHOLE_COUNTRY, "KU186"])
def test_an_action_that_touches_the_area_is_under_way_there(own_demo: sa.Engine, area: str) -> None:
    wide = Undertaking(
        id="laaja", name=Text.same("Laaja toimi"), areas=(area,), status="under way", begins=date(2026, 1, 1),
        indicators=("employment-rate-20-64",),
    )  # fmt: skip
    with writing(own_demo) as connection:
        write_undertaking(connection, wide, at_this_machine(), None)
    (standing,) = (
        each for each in headlines(View("HVA02", "HVA15", "fi"), loads.version()) if each.item.id in wide.indicators
    )
    assert "Laaja toimi" in [action.name.fi for action in actions(standing, loads.version())]


@pytest.mark.usefixtures("installation")
def test_without_figures_it_says_so_and_nothing_breaks() -> None:
    app = opened("overview")
    assert "Alueesta ei ole vielä lukuja." in said(app)
    assert words.NEEDS_ATTENTION.fi not in said(app)


def years(*persons: int) -> pd.DataFrame:
    cells = ({"HVA02": (x, 10_000), "HVA15": (6_500, 10_000)} for x in persons)
    return pd.concat([shares(cell, period=str(2020 + n)) for n, cell in enumerate(cells)])


def test_one_source_alone_is_told_with_what_it_brought(installation: sa.Engine) -> None:
    with writing(installation) as connection:
        published(connection, "employment-rate-18-64", "statfin", years(7000, 7010, 6990))
        connection.execute(publication.update().values(at="2026-01-15T10:00:00+00:00"))
        published(connection, "employment-rate-18-64", "statfin", years(7000, 7010, 7050, 6000))
    text = plain(html_of(opened("overview", alkaen="2026-02-01", vertailu="HVA15")))
    assert "Työllisyysaste, 18–64-vuotiaat" in text
    assert "Avainmittareita, joista on lukuja: 1/10." in text
    assert "Tulos muuttui – parempi → heikompi" in text
    assert "Lukuja tarkistettu – 2022: 69,9 % → 70,5 %" in text
    assert "Uusia lukuja – 2023" in text
    assert "1.2.2026 jälkeen" in text
    view = View("HVA02", "HVA15", "fi", since="2026-02-01")
    frozen = freeze("overview", view, loads.version())
    (told,) = (table for table in frozen.tables if table.title == "Muutokset mittareittain 1.2.2026 jälkeen")
    assert told.rows[0][0] == "Työllisyysaste, 18–64-vuotiaat"
    assert str(told.rows[0][1]).startswith("Tulos muuttui – parempi → heikompi; Lukuja tarkistettu – 2022")
    assert view.query() == frozen.query
    before = plain(html_of(opened("overview", alkaen="2026-01-01", vertailu="HVA15")))
    assert "Ensimmäiset luvut julkaistiin sen jälkeen" in before


def test_an_analyst_chooses_the_indicators_on_the_page(own_demo: sa.Engine) -> None:
    app = opened("overview")
    app.toggle("edit_headlines").set_value(True).run()
    app.multiselect("own_view_HVA02_indicators").set_value(["disability-pension-share"]).run()
    app.button("own_view_HVA02_save").click().run()
    with own_demo.connect() as connection:
        assert read_area_views(connection)["HVA02"].indicators == ("disability-pension-share",)


@pytest.mark.usefixtures("demo")
def test_another_level_is_arithmetic_or_says_why_not() -> None:
    rate = plain(html_of(opened("indicators", mittari="employment-rate-20-64", vertailu="MAA", alue="HVA15")))
    assert what_if_words.TITLE.fi in rate
    assert what_if_words.ARITHMETIC.fi in rate
    assert "Paras viidennes alueista" in rate
    median = plain(html_of(opened("indicators", mittari="delay-work-ability-assessment")))
    assert what_if_words.WHY_NOT["not of persons"].fi in median


def test_changes_are_told_since_three_months_or_the_day_that_is_asked_for() -> None:
    view, today = View("HVA02", "HVA15", "fi"), date(2026, 5, 31)
    assert day_since(view, today) == "2026-02-28"
    assert day_since(view.with_(since="2025-01-01"), today) == "2025-01-01"
    assert day_since(view.with_(since="2030-01-01"), today) == "2026-05-31"
