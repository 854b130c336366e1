"""Every page in every language, as a reader gets it, without a browser."""

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from keko.config import LANGUAGES, ROOT, Language
from keko.data.schema import current, release
from keko.indicators.extent import read_years
from keko.ui.navigation import PAGES, PageEntry
from keko.words.terms import DEMO_NOTICE

FIGURES = ("overview", "population", "indicators", "benchmark", "map", "segments")
RECOGNISED_BY = {
    "overview": "keko-tile",
    "population": "keko-pyramid",
    "indicators": "keko-definition",
    "benchmark": "keko-positions",
    "map": "keko-table map",
    "segments": "keko-groups",
    "actors": "keko-path",
    "goals": "keko-agreed",
    "meeting": "keko-agreed",
    "check": "no mark but its heading",
    "data": "keko-catalogue",
    "import_data": "no mark but its heading",
    "admin": "no mark but its heading",
}


def opened(page: str, **parameters: str) -> AppTest:
    """A page as the address opens it, through the frame around it."""
    app = AppTest.from_file(str(ROOT / "keko" / "main.py"), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    if page != PAGES[0].file:
        app.switch_page(f"../pages/{page}.py").run()
    assert not app.exception, app.exception
    return app


def said(app: AppTest) -> str:
    """Everything a page says in HTML."""
    texts = [getattr(element.proto, "body", "") for element in app.main]
    return " ".join([*texts, *(element.value for element in app.markdown)])


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.file)
def test_a_page_opens_and_speaks_its_language(entry: PageEntry, language: Language) -> None:
    app = opened(entry.file, kieli=language)
    text = said(app)
    assert any(
        mark in text for mark in (RECOGNISED_BY[entry.file], f"<h1><small>{entry.name.within(language)}</small>")
    )
    if entry.file in FIGURES:
        assert DEMO_NOTICE.within(language) in text


@pytest.mark.usefixtures("demo")
def test_the_address_decides_what_is_shown() -> None:
    app = opened("indicators", alue="KU186", vertailu="MAA", mittari="tertiary-share", sukupuoli="female", jakso="2019")
    text = said(app)
    assert "Järvenpää" in text
    assert "2019" in text
    assert '<th scope="row">2020</th>' not in text
    assert app.selectbox("filter_area").value == "KU186"
    assert app.selectbox("filter_sex").value == "female"


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "pääsi sovitussa ajassa"), ("sv", "inom överenskommen tid"), ("en", "within the agreed time")],
)
def test_a_delay_tells_the_whole_distribution(language: Language, words: str) -> None:
    wait = {"mittari": "delay-social-rehabilitation", "alue": "HVA02", "vertailu": "HVA15", "kieli": language}
    text = said(opened("indicators", **wait))
    section = text[text.index('class="keko-waits"') :].partition("</section>")[0]
    assert section.count(words) == 4  # of both areas, and again for those who do not see the picture
    assert section.count("<polyline") == 2
    assert 'class="agreed"' in section
    assert "keko-waits" not in said(opened("indicators", mittari="tertiary-share"))


@pytest.mark.usefixtures("demo")
def test_choosing_an_area_writes_it_into_the_address() -> None:
    app = opened("overview")
    app.selectbox("filter_area").set_value("HVA08").run()
    assert app.query_params["alue"] in ("HVA08", ["HVA08"])
    assert "Pirkanmaan hyvinvointialue" in said(app)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    "parameters",
    [
        {"alue": "HVA99"},
        {"vertailu": "<script>alert(1)</script>"},
        {"mittari": "no-such"},
        {"sukupuoli": "x"},
        {"jakso": "1899-13"},
        {"kieli": "de"},
        {"alue": "HVA02", "vertailu": "HVA02"},
        {"alue": "HVA02", "vertailu": "TA14"},
        {"muut": "HVA08,KU091,nonsense"},
        {"alue": "KU588"},
    ],
    ids=str,
)
@pytest.mark.parametrize("page", FIGURES)
def test_a_strange_address_gives_a_page_and_a_sentence(page: str, parameters: dict[str, str]) -> None:
    text = said(opened(page, **parameters))
    assert "<h1>" in text
    assert "<script>" not in text


@pytest.mark.usefixtures("demo")
def test_the_same_municipalities_are_not_compared() -> None:
    assert "samat kunnat" in said(opened("benchmark", vertailu="TA14"))


def test_a_page_says_demo_only_of_demo_figures(demo: sa.Engine) -> None:
    with demo.connect() as connection:
        kinds = set(
            connection.execute(sa.select(release.c.is_demo).join(current, current.c.release == release.c.id)).scalars()
        )
    assert kinds == {True}
    assert DEMO_NOTICE.fi in said(opened("overview"))


def test_a_database_that_is_not_set_up_gets_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEKO_DATABASE_URL", f"sqlite:///{tmp_path_factory.mktemp('empty')}/keko.db")
    app = AppTest.from_file(str(ROOT / "keko" / "main.py"), default_timeout=60).run()
    assert "keko init" in app.error[0].value


@pytest.mark.usefixtures("demo")
def test_import_is_only_for_those_who_may_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEKO_HOST", "0.0.0.0")
    app = opened("import_data")
    assert not app.get("file_uploader")
    assert "Tämä sivu on rooleille: analyytikko" in app.info[0].value


def test_the_years_on_offer_are_those_of_the_areas_figures(demo: sa.Engine) -> None:
    with demo.connect() as connection:
        years = read_years(connection, ["HVA02", "HVA15"])
    assert opened("overview").selectbox("filter_period").options[1:] == years
    asked = opened("overview", jakso="1950").selectbox("filter_period")
    assert (asked.value, asked.options[0]) == ("1950", "1950")
