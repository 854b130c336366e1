"""Sentences say no more than the verdict allows, and the same in every language."""

import re
from dataclasses import replace
from typing import Any

import pytest

from keko.config import LANGUAGES, Language
from keko.indicators.comparing.comparison import Basis, Comparison, Verdict
from keko.indicators.highlights import singled_out
from keko.indicators.series import Point, Series
from keko.indicators.situation import Standing
from keko.words.explanations import explain, origin_in_words
from keko.words.sentences import (
    chance_in_words,
    change_in_words,
    comparison_in_words,
    indicator_finding,
    limits_in_words,
    missing_in_words,
    names_in_words,
    overview_finding,
    value_in_words,
    years_in_words,
)
from tests.data.figures import item, point

SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
CLAIMS = {
    "fi": r"parempi|heikompi|suurempi|pienempi",
    "sv": r"bättre|sämre|högre|lägre",
    "en": r"better|worse|higher|lower",
}


def standing(
    verdict: Verdict,
    difference: float = 3.0,
    points: tuple[Point, ...] | None = None,
    name: str = "share",
    basis: Basis = "sampling",
    **options: Any,
) -> Standing:
    one = item(name, **options)
    own = Series(one.id, "HVA02", (point(60.0 + difference, "2024"),) if points is None else points)
    compared = Comparison(one.id, "HVA02", "HVA15", verdict, "2024", 60.0 + difference, 60.0)
    if verdict == "not compared":
        compared = replace(compared, reason="too few years")
    else:
        compared = replace(compared, lower=difference - 1, upper=difference + 1, basis=basis)
    return Standing(one, own, Series(one.id, "HVA15", (point(60.0),)), compared)


OVERVIEW: list[tuple[list[Verdict], str, str, str]] = [
    (["better"],
     "Vertailualueeseen nähden parempi 1 mittarissa.",
     "Jämfört med jämförelseområdet bättre i 1 indikator.",
     "Compared with the benchmark better on 1 indicator."),
    (["worse", "better", "worse", "no difference"],
     "Vertailualueeseen nähden parempi 1 mittarissa, heikompi 2, ei todettua eroa 1.",
     "Jämfört med jämförelseområdet bättre i 1 indikator, sämre 2, ingen konstaterad skillnad 1.",
     "Compared with the benchmark better on 1 indicator, worse 2, no difference shown 1."),
    (["higher", "lower", "lower", "not compared"],
     "Vertailualueeseen nähden suurempi 1 mittarissa, pienempi 2, ei verrattu 1.",
     "Jämfört med jämförelseområdet högre i 1 indikator, lägre 2, inte jämförd 1.",
     "Compared with the benchmark higher on 1 indicator, lower 2, not compared 1."),
    (["no difference", "no difference"],
     "Vertailualueeseen nähden ei todettua eroa 2 mittarissa.",
     "Jämfört med jämförelseområdet ingen konstaterad skillnad i 2 indikatorer.",
     "Compared with the benchmark no difference shown on 2 indicators."),
    (["not compared", "not compared"],
     "Mittareita ei voitu verrata vertailualueeseen.",
     "Indikatorerna kunde inte jämföras med jämförelseområdet.",
     "The indicators could not be compared with the benchmark."),
    ([],
     "Mittareita ei voitu verrata vertailualueeseen.",
     "Indikatorerna kunde inte jämföras med jämförelseområdet.",
     "The indicators could not be compared with the benchmark."),
]  # fmt: skip


@pytest.mark.parametrize(("verdicts", "fi", "sv", "en"), OVERVIEW)
def test_how_the_area_stands(verdicts: list[Verdict], fi: str, sv: str, en: str) -> None:
    found = [standing(verdict) for verdict in verdicts]
    assert [overview_finding(found, language) for language in LANGUAGES] == [fi, sv, en]


COMPARED: list[tuple[Standing, str, str, str]] = [
    (standing("better"),
     "3,0 %-yksikköä suurempi kuin Keski-Suomi: parempi.",
     "3,0 procentenheter högre än Keski-Suomi: bättre.",
     "3.0 percentage points higher than Keski-Suomi: better."),
    (standing("better", -3),
     "3,0 %-yksikköä pienempi kuin Keski-Suomi: parempi.",
     "3,0 procentenheter lägre än Keski-Suomi: bättre.",
     "3.0 percentage points lower than Keski-Suomi: better."),
    (standing("worse", -12.34),
     "12,3 %-yksikköä pienempi kuin Keski-Suomi: heikompi.",
     "12,3 procentenheter lägre än Keski-Suomi: sämre.",
     "12.3 percentage points lower than Keski-Suomi: worse."),
    (standing("higher", unit="henkilöä", decimals=0),
     "3 henkilöä suurempi kuin Keski-Suomi.",
     "3 personer högre än Keski-Suomi.",
     "3 persons higher than Keski-Suomi."),
    (standing("lower", -3),
     "3,0 %-yksikköä pienempi kuin Keski-Suomi.",
     "3,0 procentenheter lägre än Keski-Suomi.",
     "3.0 percentage points lower than Keski-Suomi."),
    (standing("no difference"),
     "Eroa alueeseen Keski-Suomi ei todettu.",
     "Ingen konstaterad skillnad jämfört med Keski-Suomi.",
     "No difference shown compared with Keski-Suomi."),
    (standing("not compared"),
     "Ei verrattu alueeseen Keski-Suomi: ei luottamusväliä eikä kuutta yhteistä vuotta.",
     "Inte jämförd med Keski-Suomi: varken konfidensintervall eller sex gemensamma år.",
     "Not compared with Keski-Suomi: no interval and fewer than six years in common."),
    (standing("better", basis="yearly variation"),
     "3,0 %-yksikköä suurempi kuin Keski-Suomi: parempi. Ero on suurempi kuin sen tavallinen vaihtelu vuodesta toiseen.",
     "3,0 procentenheter högre än Keski-Suomi: bättre. Skillnaden är större än dess vanliga variation från år till år.",
     "3.0 percentage points higher than Keski-Suomi: better. The difference is larger than its usual variation from year to year."),
    (standing("no difference", basis="yearly variation"),
     "Eroa alueeseen Keski-Suomi ei todettu. Ero on vuodesta toiseen tavallisen vaihtelun rajoissa.",
     "Ingen konstaterad skillnad jämfört med Keski-Suomi. Skillnaden ryms inom den vanliga variationen från år till år.",
     "No difference shown compared with Keski-Suomi. The difference is within its usual variation from year to year."),
    (standing("worse", -3, basis="population"),
     "3,0 %-yksikköä pienempi kuin Keski-Suomi: heikompi. Luottamusväli on arvioitu väestöstä.",
     "3,0 procentenheter lägre än Keski-Suomi: sämre. Konfidensintervallet är uppskattat ur befolkningen.",
     "3.0 percentage points lower than Keski-Suomi: worse. The interval is estimated from the population."),
]  # fmt: skip


@pytest.mark.parametrize(("found", "fi", "sv", "en"), COMPARED)
def test_how_an_indicator_compares(found: Standing, fi: str, sv: str, en: str) -> None:
    assert [comparison_in_words(found, "Keski-Suomi", language) for language in LANGUAGES] == [fi, sv, en]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verdict", ["no difference", "not compared"])
@pytest.mark.parametrize("difference", [-40.0, 40.0])
def test_without_a_shown_difference_none_is_claimed(language: Language, verdict: Verdict, difference: float) -> None:
    finding = indicator_finding(standing(verdict, difference), "X", language)
    assert not re.search(CLAIMS[language], finding)
    assert "40" not in finding.split(").", 1)[1]


@pytest.mark.parametrize("verdict", ["higher", "lower"])
def test_without_polarity_nothing_is_called_better_or_worse(verdict: Verdict) -> None:
    difference = 3.0 if verdict == "higher" else -3.0
    said = [comparison_in_words(standing(verdict, difference), "X", language) for language in LANGUAGES]
    assert not any(re.search("parempi|heikompi|bättre|sämre|better|worse", sentence) for sentence in said)


@pytest.mark.parametrize(
    ("points", "fi", "sv", "en"),
    [
        ((point(12.34, "2023"),), f"12,3{SPACE}% (2023)", f"12,3{SPACE}% (2023)", "12.3% (2023)"),
        ((point(12.34, "2023-03"), point(None, "2024-03")), f"12,3{SPACE}% (maaliskuu 2023)", f"12,3{SPACE}% (mars 2023)",
         "12.3% (March 2023)"),
        ((), "Ei tietoja", "Inga uppgifter", "No data"),
        ((point(None),), "Ei tietoja", "Inga uppgifter", "No data"),
    ],
)  # fmt: skip
def test_the_newest_value(points: tuple[Point, ...], fi: str, sv: str, en: str) -> None:
    found = standing("not compared", points=points)
    assert [value_in_words(found, language) for language in LANGUAGES] == [fi, sv, en]


@pytest.mark.parametrize(
    ("before", "after", "fi", "en"),
    [
        (60, 62, "↑ +2,0 %-yksikköä vuodessa", "↑ +2.0 percentage points in a year"),
        (62, 60, f"↓ {MINUS}2,0 %-yksikköä vuodessa", f"↓ {MINUS}2.0 percentage points in a year"),
        (60, 60.04, "ennallaan vuoden takaisesta", "unchanged in a year"),
    ],
)
@pytest.mark.parametrize("polarity", ["higher", "lower"])
def test_the_arrow_shows_the_number_not_what_is_good(
    before: float, after: float, fi: str, en: str, polarity: str
) -> None:
    found = standing("better", points=(point(before, "2023"), point(after, "2024")), polarity=polarity)
    assert (change_in_words(found, "fi"), change_in_words(found, "en")) == (fi, en)


def test_nothing_is_said_of_a_change_that_is_not_known() -> None:
    assert change_in_words(standing("better"), "fi") == ""


def test_how_many_would_differ_by_chance() -> None:
    sampled, by_years = (standing("better", basis=basis).comparison for basis in ("sampling", "yearly variation"))
    assert chance_in_words([sampled] * 40, "fi") == "40 vertailua; sattuma yksin tuottaisi noin 2,0 eroa."
    assert chance_in_words([by_years], "fi") == ""
    assert years_in_words([sampled], "fi") == ""
    assert years_in_words([sampled, by_years], "en").startswith("1 comparison rests on variation from year to year")


def test_the_interval_of_a_difference() -> None:
    found = standing("worse", -3.0).comparison
    assert limits_in_words(found, 1, "fi") == f"{MINUS}4,0 … {MINUS}2,0"
    assert limits_in_words(standing("not compared").comparison, 1, "fi") == ""


def test_the_clearest_differences_are_named_first() -> None:
    found = [standing("worse", n, name=f"n{abs(n)}") for n in (-2, -9, -4)] + [standing("better", 50, name="good")]
    assert names_in_words(singled_out(found, "worse", most=2), "fi") == ["n9 fi", "n4 fi"]


HIDDEN = point(None, status="hidden", reason="small cell")
PARTIAL = point(
    None,
    status="missing at source",
    reason="members missing",
    members=6,
    members_present=5,
    coverage=0.9758,
    origin="rolled up",
)


@pytest.mark.parametrize(
    ("blank", "fi", "sv", "en"),
    [
        (HIDDEN, "peitetty tietosuojan vuoksi: luku on pieni tai kertoisi pienestä",
         "dold av dataskyddsskäl: talet är litet eller skulle avslöja ett litet",
         "hidden for data protection: the figure is small or would give a small one away"),
        (PARTIAL, "tieto puuttuu: tieto 5/6 kunnasta, 98 % väestöstä", "uppgift saknas: uppgift från 5/6 kommuner, 98 % av befolkningen",
         "missing at source: 5 of 6 municipalities, 98 % of population"),
        (point(1.0), "", "", ""),
        (point(1.0, status="preliminary"), "ennakkotieto", "preliminär uppgift", "preliminary"),
    ],
)  # fmt: skip
def test_why_a_value_is_as_it_is(blank: Point, fi: str, sv: str, en: str) -> None:
    assert [explain(blank, language) for language in LANGUAGES] == [fi, sv, en]


def test_why_an_area_has_no_value() -> None:
    assert missing_in_words(standing("not compared", points=(point(None, "2023"), HIDDEN)), "en") == explain(
        HIDDEN, "en"
    )
    assert missing_in_words(standing("not compared", points=()), "en") == "No data"
    assert missing_in_words(standing("better"), "en") == ""


@pytest.mark.parametrize(
    ("origins", "said"),
    [
        (["delivered", "delivered"], ""),
        (["rolled up", "rolled up"], "computed from municipalities"),
        (["rolled up", "delivered"], "partly computed from municipalities"),
    ],
)
def test_a_series_says_when_it_is_computed(origins: list[str], said: str) -> None:
    series = Series(
        "share", "HVA02", tuple(point(1.0, str(2020 + n), origin=origin) for n, origin in enumerate(origins))
    )
    assert origin_in_words(series, "en") == said


@pytest.mark.parametrize(
    ("language", "said"), [("fi", "alle 0,1 %-yksikköä"), ("sv", "mindre än 0,1"), ("en", "less than 0.1")]
)
def test_a_shown_difference_never_reads_as_nought(language: Language, said: str) -> None:
    assert said in comparison_in_words(standing("worse", 0.01), "Keski-Suomi", language)
