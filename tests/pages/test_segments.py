"""The page Population segments: every picture in every language, and the same numbers as the command line."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
import sqlalchemy as sa

from keko.cli import main
from keko.config import LANGUAGES, Language
from keko.data.engine import writing
from keko.segments.measures import MEASURES
from keko.ui import loads
from keko.ui.segments import queries, rendered
from keko.ui.segments.difference import steps
from keko.ui.segments.scene import Chart, Picture, SegmentScene
from keko.ui.view import SEGMENT_PICTURES, View
from keko.words import segments as words
from tests.pages.test_pages import opened, said
from tests.segments.figures import stored, two_areas


def pictured(language: Language = "fi", **chosen: Any) -> Picture:
    view = View("HVA02", "HVA15", language, model="esimerkki-11", segment="J").with_(**chosen)
    return rendered.picture(view, "light", loads.version())


def html(found: Picture) -> str:
    return " ".join(block for block in found.blocks if isinstance(block, str))


class Balance(HTMLParser):
    """Which elements were opened and not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("picture", SEGMENT_PICTURES)
@pytest.mark.parametrize("area", ["HVA02", "MAA", "KU186", "JOUKKO-yta-sisa"])
def test_every_picture_speaks_of_every_area(picture: str, area: str, language: Language) -> None:
    model = "esimerkki-maaritelmat" if picture == "maaritelmat" else "esimerkki-11"
    found = pictured(language, area=area, picture=picture, model=model)
    text = html(found)
    assert found.finding
    assert Balance(text).open == []
    # A line break would end the HTML where the framework reads it as text.
    assert "\n" not in text
    assert "nan" not in re.findall(r"\bnan\b", text)
    assert not re.search(r"\{\w*\}", found.finding + found.paragraph + text)
    for chart in (block for block in found.blocks if isinstance(block, Chart)):
        assert len(chart.alt) > 40


@pytest.mark.usefixtures("demo")
def test_the_overview_opens_the_profile_of_every_group() -> None:
    text = said(opened("segments"))
    links = re.findall(r'href="/segmentit\?([^"]+)"', text)
    assert len(set(links)) == 11
    assert all("kuva=profiili" in link and "malli=esimerkki-11" in link for link in links)
    for told in (words.METHOD, words.LIMITS, words.CITATION, words.APPROVAL):
        assert told.fi in text


@pytest.mark.usefixtures("demo")
def test_the_address_names_model_group_and_measure() -> None:
    app = opened("segments", malli="esimerkki-5", kuva="profiili", segmentti="D")
    assert app.selectbox("filter_segment").value == "D"
    assert "Esimerkkiryhmä D" in said(app)
    app.selectbox("filter_segment").set_value("E").run()
    assert app.query_params["segmentti"] in ("E", ["E"])
    assert "Esimerkkiryhmä E" in said(app)
    why = opened("segments", kuva="miksi", osallistuminen="unemployment")
    assert why.selectbox("filter_measure").value == "unemployment"
    assert "Työttömänä ollaan" in said(why)


@pytest.mark.usefixtures("demo")
def test_a_model_and_a_group_that_are_not_known_are_told() -> None:
    assert "malli=ei-ole" in said(opened("segments", malli="ei-ole"))
    assert "segmentti=Z" in said(opened("segments", malli="esimerkki-5", kuva="profiili", segmentti="Z"))


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("measure", ["employment", "unemployment", "disability", "other"])
def test_the_command_line_gives_the_parts_of_the_waterfall(measure: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = [
        "segments",
        "decompose",
        "--model",
        "esimerkki-11",
        "--area",
        "HVA02",
        "--benchmark",
        "HVA15",
        "--measure",
        measure,
    ]
    assert main([*command, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    view = View("HVA02", "HVA15", "fi", model="esimerkki-11", picture="miksi", measure=measure)  # type: ignore[arg-type]
    version = loads.version()
    scene = SegmentScene(view, loads.areas(version), loads.segment_models(version)["esimerkki-11"], "light", version)
    found = queries.decomposition("esimerkki-11", "HVA02", "HVA15", view.measure, None, "total", version)
    assert (found.total, found.mix, found.within) == tuple(answer[name] for name in ("total", "mix", "within"))
    shown = steps(found, scene)
    assert sum(one.amount for one in shown) == pytest.approx(answer["area_value"] - answer["benchmark_value"], abs=1e-9)
    mix = [one.amount for one in shown if one.name.startswith(words.MIX.fi)]
    assert sum(mix) == pytest.approx(answer["mix"], abs=1e-9)
    chart = next(block for block in pictured(picture="miksi", measure=measure).blocks if isinstance(block, Chart))
    ends = chart.drawing.data.to_pylist()
    assert (ends[0]["to"], ends[-1]["to"]) == pytest.approx((answer["benchmark_value"], answer["area_value"]), abs=1e-9)


def amounts(sentence: str) -> list[str]:
    """The numbers of a sentence other than ages and periods."""
    bare = re.sub(r"\d+–\d+-vuotia\w+|\d+–\d+-åring\w*|\d+–\d+-year-olds|aged \d+–\d+", "", sentence)
    return re.findall(r"\d+(?:[\s\u00a0\u202f,.]\d+)*", bare)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", ["HVA02", "HVA15", "HVA08"])
@pytest.mark.parametrize("measure", MEASURES)
def test_why_an_area_differs_has_one_number_for_an_answer_and_its_picture_ends_with_it(
    area: str, measure: str, language: Language
) -> None:
    found = pictured(language, area=area, benchmark="MAA", picture="miksi", measure=measure)
    told = amounts(found.finding)
    chart = next(block for block in found.blocks if isinstance(block, Chart))
    brief = [row["brief"] for row in chart.drawing.data.to_pylist()]
    difference = brief[-1].split("(")[1].strip(")+−")
    assert told == ([difference] if any(digit in difference for digit in "123456789") else [])
    assert not any("(" in figure for figure in brief[:-1])


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area", ["HVA02", "HVA15", "MAA"])
def test_the_definitions_have_one_number_for_an_answer_and_their_table_begins_with_it(
    area: str, language: Language
) -> None:
    found = pictured(language, area=area, model="esimerkki-maaritelmat", picture="maaritelmat")
    (answer,) = amounts(found.finding)
    table = next(block for block in found.blocks if isinstance(block, str))
    name, figure = re.findall(r"<b>([^<]+)</b>", table)  # nothing else is in bold
    assert figure.split() == answer.split()
    assert name.lower() in found.finding.lower()
    assert table.index(name) < table.index("mittari=")


@pytest.mark.usefixtures("demo")
def test_a_period_that_the_model_has_not_is_told() -> None:
    assert [pictured(picture="yleiskuva", period=period).period for period in ("1999", "2022")] == ["2023", "2022"]
    text = said(opened("segments", jakso="1999"))
    assert "Jaksolta 1999 ei ole lukua: näytetään 2023." in text
    assert re.search(r"<h1><small>.*, 2023</small>", text)


@pytest.mark.usefixtures("demo")
def test_what_is_not_there_is_said_and_not_made_up() -> None:
    assert words.NO_SERVICES.fi in html(pictured(picture="profiili"))
    assert words.WHY_NOT["same area"].fi == pictured(picture="miksi", benchmark="HVA02").finding
    assert words.PROJECTION_NOTE.fi in html(pictured(picture="riski"))


def test_hidden_groups_and_one_year_of_moves_say_so(own_demo: sa.Engine) -> None:
    tables = two_areas()
    here = (tables.sizes["area"] == "HVA02") & (tables.sizes["segment"] == "A")
    tables.sizes.loc[here, ["persons", "share"]] = None
    tables.sizes.loc[here, "status"] = "hidden"
    with writing(own_demo) as connection:
        stored(connection, tables)
    app = opened("segments", malli="kaksi", alue="HVA02", vertailu="HVA15")
    assert words.HIDDEN.fi in said(app)
    assert words.HIDDEN_NOTE.fi in said(opened("segments", malli="kaksi", kuva="profiili", segmentti="A"))
    assert "Riskiryhmien siirtymiä ei tiedetä" in said(opened("segments", malli="kaksi", kuva="riski"))
