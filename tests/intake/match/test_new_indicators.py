"""What is said of an indicator that a file makes new."""

import pandas as pd
import pytest

from keko.data.names import slug, unique
from keko.data.observations import NUMBERS
from keko.intake.arrange.measure_names import Measure
from keko.intake.match.new_indicators import decimals_of, kind_of
from tests.intake.conftest import Understand


@pytest.mark.parametrize(
    ("text", "kind", "rule"),
    [
        ("Alue;Vuosi;Työttömät\nEspoo;2020;5\n", "count", "small cells"),
        ("Alue;Vuosi;SaajatYhteensä\nEspoo;2020;5\n", "count", "small cells"),
        ("Alue;Vuosi;Asiakkaita\nEspoo;2020;0\n", "count", "small cells"),
        ("Område;År;Arbetslösa\nEsbo;2020;5\n", "count", "small cells"),
        ("Area;Year;Recipients\nEspoo;2020;5\n", "count", "small cells"),
        ("Alue;Vuosi;Lkm\nEspoo;2020;5\n", "count", "small cells"),
        ("Alue;Vuosi;Mediaani;Q1;Q3;n\nEspoo;2020;5;2;9;80\n", "median", "small cells"),
        ("Alue;Vuosi;Odotusajan mediaani\nEspoo;2020;5\n", "median", "small cells"),
        ("Alue;Vuosi;Pisteet;Keskihajonta\nEspoo;2020;5;2\n", "mean", "small cells"),
        ("Alue;Vuosi;Keskiarvo;n\nEspoo;2020;5;80\n", "mean", "small cells"),
        ("Alue;Vuosi;Rekisteri (lkm)\nEspoo;2020;5\n", "count", "small cells"),
        ("Alue;Vuosi;Rekisteri, henkilöä\nEspoo;2020;5\n", "count", "small cells"),
        ("Alue;Vuosi;Ehdokkaiden lukumäärä\nEspoo;2020;5\n", "count", "small cells"),
        ("Alue;Vuosi;Yritysten määrä\nEspoo;2020;5\n", "count", "small cells"),
        ("Område;År;Antal kandidater\nEsbo;2020;5\n", "count", "small cells"),
        ("Area;Year;Number of candidates\nEspoo;2020;5\n", "count", "small cells"),
        ("Alue;Vuosi;Yritykset, kpl\nEspoo;2020;5\n", "count", "small cells"),
        ("Alue;Vuosi;Keskimääräinen luku\nEspoo;2020;5\n", "other", "small cells"),
        ("Alue;Vuosi;Ehdokkaiden määrä / 1 000 asukasta\nEspoo;2020;5\n", "other", "small cells"),
        ("Alue;Vuosi;Muutos lukumäärässä, %\nEspoo;2020;5\n", "other", "small cells"),
        ("Alue;Vuosi;Työttömät\nEspoo;2020;5,5\n", "other", "small cells"),
        ("Alue;Vuosi;Työttömät\nEspoo;2020;-5\n", "other", "small cells"),
        ("Alue;Vuosi;Työttömien osuus\nEspoo;2020;5\n", "other", "small cells"),
        ("Alue;Vuosi;Työttömyysaste\nEspoo;2020;5\n", "other", "small cells"),
        ("Alue;Vuosi;Päivät\nEspoo;2020;5\n", "other", "small cells"),
        ("Alue;Vuosi;Arvo;Osoittaja;Nimittäjä\nEspoo;2020;50;10;20\n", "proportion", "small cells"),
    ],
)
def test_kind_and_protection(understood: Understand, text: str, kind: str, rule: str) -> None:
    (item,) = understood(text).indicators
    assert (item.kind, item.disclosure.rule, item.disclosure.threshold) == (kind, rule, 5)
    assert item.multiplier == (100 if kind == "proportion" else 1)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Alue;Vuosi;Toimeentulotuen saaneet\nEspoo;2020;5\n", "persons"),
        ("Alue;Vuosi;Työttömiä keskimäärin\nEspoo;2020;5,5\n", "persons"),
        ("Alue;Vuosi;Kyllä\nEspoo;2020;5\n", "persons"),
        ("Alue;Vuosi;Lämpötila\nEspoo;2020;5,5\n", None),
        ("Alue;Vuosi;Työttömien osuus\nEspoo;2020;5\n", None),
        ("Alue;Vuosi;Päihdeongelmaisten osuus asiakkaista, %\nEspoo;2020;5\n", "shares of clients"),
    ],
)
def test_figures_in_doubt_are_of_persons(understood: Understand, text: str, figures: str | None) -> None:
    (item,) = understood(text).indicators
    assert (item.disclosure.rule, item.disclosure.figures, item.disclosure.because) == ("small cells", figures, None)


@pytest.mark.parametrize(
    ("answer", "rule", "because"),
    [
        ("yes", "small cells", None),
        ("no", "none", "not about persons"),
        ("protected", "none", "protected by its publisher"),
    ],
)
def test_a_person_says_whether_figures_are_about_persons(
    understood: Understand, answer: str, rule: str, because: str | None
) -> None:
    text = f"indicator: {{about_persons: {answer}}}"
    (item,) = understood("Alue;Vuosi;Asiakkaita\nEspoo;2020;5\n", text).indicators
    assert (item.disclosure.rule, item.disclosure.because, item.disclosure.about_persons) == (rule, because, answer)


def test_a_rule_of_none_alone_is_somebodys_word_that_the_source_has_protected_them(understood: Understand) -> None:
    (item,) = understood("Alue;Vuosi;Asiakkaita\nEspoo;2020;5\n", "indicator: {disclosure: {rule: none}}").indicators
    assert (item.disclosure.rule, item.disclosure.because) == ("none", "protected by its publisher")


def test_no_more_than_the_file_says(understood: Understand) -> None:
    (item,) = understood("Alue;2020M01;2020M02\nEspoo;1,25;2\nLähde: Kela\n", file_name="Päivät.csv").indicators
    assert (item.id, item.theme, item.polarity, item.unit) == ("paivat", "imported", "none", "")
    assert (item.decimals, item.frequency, item.source.sv) == (2, "month", "Kela")
    assert set(item.names) == {"Päivät"}
    assert item.licence == ""
    assert len(set(item.definition)) == 3
    assert all("Päivät.csv" in definition for definition in item.definition)


def test_the_mapping_says_the_rest(understood: Understand) -> None:
    mapping = """
    indicator:
      id: oma-mittari
      name: {fi: Oma, sv: Egen, en: Own}
      kind: rate
      multiplier: 1000
      unit: "/ 1 000"
      decimals: 3
      polarity: lower
      population: "18–64"
      source: Keusote
      licence: lupa
      disclosure: {threshold: 10, sensitive: true}
    """
    (item,) = understood("Alue;Vuosi;Arvo\nEspoo;2020;5\n", mapping).indicators
    assert (item.id, item.names.sv, item.kind, item.multiplier, item.unit) == (
        "oma-mittari",
        "Egen",
        "rate",
        1000,
        "/ 1 000",
    )
    assert (item.decimals, item.polarity, item.population.ages, item.source.fi) == (3, "lower", "18–64", "Keusote")
    assert (item.disclosure.rule, item.disclosure.threshold, item.disclosure.sensitive) == ("small cells", 10, True)
    assert item.licence == "lupa"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Äänioikeutetut", "aanioikeutetut"),
        ("Työllisyysaste (%)", "tyollisyysaste"),
        ("Å–Ö", "a-o"),
        ("%", "indicator"),
    ],
)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name, "indicator") == expected
    assert unique(expected, {expected, f"{expected}-2"}) == f"{expected}-3"
    assert len(slug(name * 50, "indicator")) <= 70


@pytest.mark.parametrize(("values", "decimals"), [([1, 2], 0), ([1.5, 2], 1), ([1.25, None], 2), ([1 / 3], 2), ([], 0)])
def test_decimals(values: list[float | None], decimals: int) -> None:
    assert decimals_of(pd.Series(values, dtype=float)) == decimals


def test_a_measure_without_values_is_no_count() -> None:
    rows = pd.DataFrame([dict.fromkeys(NUMBERS, float("nan"))])
    assert kind_of(Measure("Työttömät", ""), rows) == "other"
