"""The benchmark page: every picture from every address, and the same verdicts as the command line."""

import json
import re
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from keko.cli import main
from keko.config import LANGUAGES, Language
from keko.indicators.series import SEXES
from keko.ui import loads
from keko.ui.addresses import read_view
from keko.ui.benchmark import queries, rendered
from keko.ui.benchmark.choices import _file
from keko.ui.view import BENCHMARK_PICTURES, View
from keko.words import benchmark as words
from keko.words.terms import DEMO_NOTICE, VERDICTS
from tests.pages.test_pages import opened, said

PLACES = ["HVA02", "HVA15", "MAA", "TA14", "KU186", "KU588", "HVA91", "JOUKKO-yta-sisa", "MK01"]


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("picture", BENCHMARK_PICTURES)
def test_every_picture_opens_every_indicator_with_the_same_areas(picture: str) -> None:
    app = opened("benchmark", alue="HVA02", vertailu="HVA08", kuva=picture, teemat="unemployment")
    (drawing,) = [one.value for one in app.markdown if "/mittarit" in one.value]
    links = re.findall(r'href="/mittarit\?([^"]+)" target="_self"', drawing)
    shown = queries.benchmarked(View("HVA02", "HVA08", "fi", themes=("unemployment",)), loads.version())
    assert len(links) == len(shown) > 5
    asked = [parse_qs(unescape(link)) for link in links]
    assert {one["mittari"][0] for one in asked} == set(shown)
    assert {(one["alue"][0], one["vertailu"][0]) for one in asked} == {("HVA02", "HVA08")}
    assert DEMO_NOTICE.fi in said(app)


@pytest.mark.usefixtures("demo")
def test_choices_stand_in_the_address_and_an_unknown_one_is_told() -> None:
    app = opened("benchmark", kuva="piirakka", teemat="unemployment")
    assert "kuva=piirakka" in said(app)
    assert app.session_state["filter_picture"] == "asema"
    app.toggle("filter_corrected").set_value(True).run()
    assert app.query_params["korjaus"] in ("1", ["1"])
    app.multiselect("filter_themes").set_value([]).run()
    assert "teemat" not in app.query_params
    assert not app.exception


@pytest.mark.usefixtures("demo")
def test_one_click_swaps_the_areas() -> None:
    app = opened("benchmark", alue="HVA02", vertailu="HVA08", teemat="costs")
    app.button[0].click().run()
    assert [app.query_params[name] for name in ("alue", "vertailu")] in (["HVA08", "HVA02"], [["HVA08"], ["HVA02"]])


@pytest.mark.usefixtures("demo")
def test_how_many_differ_by_chance_is_told_and_can_be_allowed_for() -> None:
    plain = " ".join(one.value for one in opened("benchmark", teemat="unemployment").caption)
    allowed = " ".join(one.value for one in opened("benchmark", teemat="unemployment", korjaus="1").caption)
    assert "pelkkä sattuma tuottaisi" in plain
    assert "kestävät vertailujen määrän" in allowed


@pytest.mark.parametrize("benchmark", ["HVA15", "MAA", "JOUKKO-yta-sisa"])
@pytest.mark.usefixtures("demo")
def test_the_command_line_gives_the_verdicts_of_the_page(benchmark: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "--area", "HVA02", "--benchmark", benchmark, "--json"]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    for picture in ("asema", "matriisi"):
        view = View("HVA02", benchmark, "fi", picture=picture)
        shown = {row.standing.item.id: row.comparison for row in queries.benchmark(view, loads.version())}
        assert len(answer["comparisons"]) == len(shown) > 50
        for one in answer["comparisons"]:
            own = shown[one["indicator"]]
            facts = own.verdict, own.period, own.area_value, own.lower, own.upper, own.confidence, own.reason
            names = ("verdict", "period", "area_value", "lower", "upper", "confidence", "reason")
            assert facts == tuple(one[name] for name in names)


addresses = st.fixed_dictionaries(
    {},
    optional={
        "alue": st.sampled_from([*PLACES, "XX1"]),
        "vertailu": st.sampled_from([*PLACES, "<b>"]),
        "muut": st.lists(st.sampled_from([*PLACES, "x"]), max_size=4).map(",".join),
        "kuva": st.sampled_from([*BENCHMARK_PICTURES, "ympyrä", ""]),
        "teemat": st.sampled_from(["unemployment", "costs,experience", "imported", "x", ""]),
        "korjaus": st.sampled_from(["1", "0", "kyllä"]),
        "sukupuoli": st.sampled_from([*SEXES, "x"]),
        "ika": st.sampled_from(["15-24", "total"]),
        "luokka": st.sampled_from(["x"]),
        "jakso": st.sampled_from(["2024", "2012", "1950", "2024-03", "x"]),
        "kieli": st.sampled_from([*LANGUAGES, "de"]),
    },
)


@pytest.mark.usefixtures("demo")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(addresses)
def test_every_address_gives_a_picture_and_sentences(address: dict[str, str]) -> None:
    version = loads.version()
    view = read_view(address, loads.areas(version), loads.catalogue(version)).view
    text, picture = rendered.text(view, version), rendered.picture(view, version)
    assert text.finding
    assert "\n" not in picture
    assert "{" not in text.paragraph + text.chance + text.beneath
    assert "nan" not in re.findall(r"\bnan\b", picture)
    assert _file("csv", view, version)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_taken_away_says_what_it_is(language: Language) -> None:
    view, version = View("HVA02", "HVA15", language, themes=("unemployment",)), loads.version()
    separator, decimal = (",", ".") if language == "en" else (";", ",")
    table = pd.read_csv(BytesIO(_file("csv", view, version)), sep=separator, decimal=decimal)
    assert len(table) == len(queries.benchmarked(view, version))
    assert set(table[words.DATA_VERSION.within(language)]) == {version.number}
    assert set(table[words.NOTICE.within(language)]) == {DEMO_NOTICE.within(language)}
    verdicts = {word.within(language) for word in VERDICTS.values()}
    assert set(table.iloc[:, 11]) <= verdicts
    book = CalamineWorkbook.from_filelike(BytesIO(_file("xlsx", view, version)))
    first, about = (book.get_sheet_by_index(place).to_python() for place in (0, 1))
    assert first[0] == list(table.columns[: len(first[0])])
    assert [DEMO_NOTICE.within(language)] == [row[1] for row in about if row[0] == words.NOTICE.within(language)]


@pytest.mark.usefixtures("demo")
def test_the_matrix_taken_away_holds_every_area() -> None:
    view, version = View("HVA02", "HVA15", "en", themes=("costs",), picture="matriisi"), loads.version()
    table = pd.read_csv(BytesIO(_file("csv", view, version)))
    assert table["Area"].nunique() == 23
    assert set(table["Benchmark area"]) == {"Central Finland wellbeing services county"}


@pytest.mark.usefixtures("demo")
def test_areas_of_the_same_name_are_told_apart() -> None:
    picture = rendered.picture(View("HVA02", "TA14", "fi", themes=("costs",)), loads.version())
    assert "Keski-Uusimaa (hyvinvointialue)</span>" in picture
    assert "Keski-Uusimaa (työllisyysalue)</span>" in picture


@pytest.mark.usefixtures("demo")
def test_pages_are_small_enough_to_send() -> None:
    for picture in BENCHMARK_PICTURES:
        html = rendered.picture(View("HVA02", "HVA15", "fi", picture=picture), loads.version())
        assert len(html.encode()) < 150_000
