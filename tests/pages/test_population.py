"""The page of the working-age population: what it says is what the figures are, and what is not shown says why."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from keko.config import LANGUAGES, Language
from keko.words import population as words
from keko.words.interface import NOT_ITSELF
from tests.pages.test_pages import opened, said

pytestmark = pytest.mark.usefixtures("demo")


def page(**parameters: str) -> str:
    return said(opened("population", **parameters))


def table(text: str, kind: str) -> list[list[str]]:
    """The rows of a table as plain text."""
    found = re.search(rf'<table class="keko-table {kind}">.*?</table>', text, re.DOTALL)
    assert found, kind
    rows = re.findall(r"<tr>(.*?)</tr>", found[0], re.DOTALL)
    return [
        [re.sub(r"<[^>]+>", " ", cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in rows
    ]


def number(text: str) -> float:
    found = re.match(r"[\d\s]+(,\d+)?", text)
    assert found, text
    return float("".join(found[0].split()).replace(",", "."))


def persons(text: str) -> float:
    """A number of persons, before what it is as it is compared."""
    return number(text.split("  ", maxsplit=1)[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_and_group_is_there_in_words(language: Language) -> None:
    text = page(kieli=language)
    for topic in words.TOPICS.values():
        assert topic.within(language) in text
    assert len(table(text, "keko-shares")) == 1 + 7
    assert "{" not in re.sub(r"<[^>]+>", "", text)


def test_shares_of_main_activity_and_of_education_make_a_hundred() -> None:
    rows = {row[0].split(" %")[0].strip(): row for row in table(page(), "keko-portrait") if len(row) > 3}
    for names in (
        ("Työlliset", "Työttömät", "Opiskelijat", "Eläkeläiset", "Muut työvoiman ulkopuolella"),
        ("Perusaste", "Toinen aste", "Korkea-aste"),
    ):
        for column in (1, 2, 3):
            assert sum(number(rows[name][column]) for name in names) == pytest.approx(100, abs=0.3)


def test_the_finding_says_the_employment_rate_of_both_areas() -> None:
    text = page()
    employed = next(row for row in table(text, "keko-portrait") if row[0].startswith("Työlliset"))
    finding = re.search(r"<h1><small>.*?</small> <span>(.*?)</span></h1>", text)
    assert finding
    assert employed[1] in finding[1]
    assert employed[2] in finding[1]


def test_every_figure_opens_with_the_same_areas_and_its_category() -> None:
    text = page(alue="HVA05", vertailu="MAA", sukupuoli="female")
    links = re.findall(r'href="/mittarit\?([^"]+)"', text)
    assert len(links) > 30
    assert all("alue=HVA05" in one or "vertailu=HVA05" in one for one in links)
    assert all("sukupuoli=female" in one for one in links)
    basic = next(one for one in links if "mittari=education-20-64" in one)
    assert "luokka=education%3A+basic" in basic
    address = dict(part.split("=") for part in basic.replace("&amp;", "&").split("&"))
    address["luokka"] = "education: basic"
    app = opened("indicators", **address)
    assert app.selectbox("filter_breakdown").value == "education: basic"
    assert "Perusaste" in app.selectbox("filter_breakdown").options


def test_what_is_hidden_is_told() -> None:
    text = page(alue="KU435")
    groups = {row[0]: row for row in table(text, "keko-shares")}
    assert groups["Pakolaistaustaiset"][2].startswith(words.HIDDEN.fi)
    assert groups["Pakolaistaustaiset"][-1] == "–"
    assert words.HIDDEN_NOTE.fi in " ".join(one.value for one in opened("population", alue="KU435").caption)


def test_the_municipalities_of_the_area_stand_side_by_side() -> None:
    rows = table(page(alue="HVA02"), "keko-places")
    assert [row[0] for row in rows[1:]] == [
        "Keski-Uusimaa", "Hyvinkää", "Järvenpää", "Nurmijärvi", "Tuusula", "Mäntsälä", "Pornainen",
    ]  # fmt: skip
    assert sum(persons(row[1]) for row in rows[2:]) == persons(rows[1][1])
    assert len(table(page(alue="MAA"), "keko-places")) == 1 + 1 + 23


def test_an_area_that_would_be_its_own_benchmark_stands_beside_the_country() -> None:
    text = page(alue="HVA15", vertailu="HVA15")
    assert NOT_ITSELF.within("fi", benchmark="Koko maa") in text
    assert "Koko maa" in " ".join(table(text, "keko-shares")[0])
    assert "sama alue" not in text


def test_the_page_is_whole_before_there_are_figures(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keko.data.engine import connect
    from keko.installation import initialise

    url = f"sqlite:///{tmp_path_factory.mktemp('bare')}/keko.db"
    initialise(connect(url))
    monkeypatch.setenv("KEKO_DATABASE_URL", url)
    app: AppTest = opened("population")
    assert words.NO_AGES.fi in said(app)
    assert words._NO_RATE["total"].fi in said(app)
