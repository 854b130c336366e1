"""Sentences say no more than the verdict allows, and the same in every language."""

import re
from dataclasses import replace
from typing import Any

import pytest

from keko.config import LANGUAGES, Language
from keko.indicators.comparing.comparison import Basis, Comparison, Verdict
from keko.indicators.comparing.denominators import PER_RESIDENTS
from keko.indicators.series import Point, Series
from keko.indicators.situation import Standing
from keko.words.explanations import explain, origin_in_words
from keko.words.sentences import (
    basis_sentence,
    chance_in_words,
    comparison_in_words,
    indicator_finding,
    missing_in_words,
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


def per_resident(verdict: Verdict, difference: float) -> Standing:
    """A count of persons, compared per 1 000 residents."""
    form = standing(verdict, difference, unit=PER_RESIDENTS, kind="rate", counted="persons")
    count = standing(verdict, difference, points=(point(8900, "2024"),), kind="count", unit="henkilöä", decimals=0)
    return replace(count, comparison=form.comparison, compared_as=form)


COMPARED: list[tuple[Standing, str, str, str]] = [
    (standing("better"),
     "3,0 %-yksikköä suurempi eli parempi kuin vertailualueella (Keski-Suomi).",
     "Bättre än jämförelseområdet (Keski-Suomi): 3,0 procentenheter högre.",
     "Better than the benchmark (Keski-Suomi): 3.0 percentage points higher."),
    (standing("better", -3),
     "3,0 %-yksikköä pienempi eli parempi kuin vertailualueella (Keski-Suomi).",
     "Bättre än jämförelseområdet (Keski-Suomi): 3,0 procentenheter lägre.",
     "Better than the benchmark (Keski-Suomi): 3.0 percentage points lower."),
    (standing("worse", -12.34),
     "12,3 %-yksikköä pienempi eli heikompi kuin vertailualueella (Keski-Suomi).",
     "Sämre än jämförelseområdet (Keski-Suomi): 12,3 procentenheter lägre.",
     "Worse than the benchmark (Keski-Suomi): 12.3 percentage points lower."),
    (standing("higher", unit="henkilöä", decimals=0),
     "3 henkilöä suurempi kuin vertailualueella (Keski-Suomi).",
     "3 personer högre än jämförelseområdet (Keski-Suomi).",
     "3 persons higher than the benchmark (Keski-Suomi)."),
    (standing("lower", -3),
     "3,0 %-yksikköä pienempi kuin vertailualueella (Keski-Suomi).",
     "3,0 procentenheter lägre än jämförelseområdet (Keski-Suomi).",
     "3.0 percentage points lower than the benchmark (Keski-Suomi)."),
    (standing("no difference"),
     "Eroa vertailualueeseen (Keski-Suomi) ei todettu.",
     "Ingen konstaterad skillnad mot jämförelseområdet (Keski-Suomi).",
     "No difference from the benchmark (Keski-Suomi) was shown."),
    (standing("not compared"),
     "Ei verrattu vertailualueeseen (Keski-Suomi): ei luottamusväliä ja alle kuusi yhteistä vuotta.",
     "Jämfördes inte med jämförelseområdet (Keski-Suomi): inget konfidensintervall och färre än sex gemensamma år.",
     "Not compared with the benchmark (Keski-Suomi): no confidence interval and fewer than six years in common."),
    (per_resident("better", -17),
     "43,0 / 1 000 asukasta, 17,0 pienempi eli parempi kuin vertailualueella (Keski-Suomi).",
     "Bättre än jämförelseområdet (Keski-Suomi): 43,0 / 1 000 invånare, 17,0 lägre.",
     "Better than the benchmark (Keski-Suomi): 43.0 per 1,000 residents, 17.0 lower."),
    (replace(standing("better"), own=Series("share", "HVA02", (point(63.0, "2024"), point(64.0, "2025")))),
     "3,0 %-yksikköä suurempi eli parempi kuin vertailualueella (Keski-Suomi, 2024).",
     "Bättre än jämförelseområdet (Keski-Suomi, 2024): 3,0 procentenheter högre.",
     "Better than the benchmark (Keski-Suomi, 2024): 3.0 percentage points higher."),
]  # fmt: skip


@pytest.mark.parametrize(("found", "fi", "sv", "en"), COMPARED)
def test_how_an_indicator_compares(found: Standing, fi: str, sv: str, en: str) -> None:
    said = [comparison_in_words(found, "Keski-Suomi", language).replace(SPACE, " ") for language in LANGUAGES]
    assert said == [fi, sv, en]


@pytest.mark.parametrize(
    ("verdict", "basis", "said"),
    [
        ("better", "sampling", ""),
        ("better", "yearly variation", "Ero on suurempi kuin sen tavallinen vaihtelu vuodesta toiseen."),
        ("no difference", "yearly variation", "Ero on vuodesta toiseen tavallisen vaihtelun rajoissa."),
        ("worse", "population", "Luottamusväli on arvioitu väestöstä."),
    ],
)
def test_what_a_verdict_rests_on_is_told_where_it_is_not_usual(verdict: Verdict, basis: Basis, said: str) -> None:
    assert basis_sentence(standing(verdict, basis=basis).comparison, "fi") == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verdict", ["no difference", "not compared"])
@pytest.mark.parametrize("difference", [-40.0, 40.0])
def test_without_a_shown_difference_none_is_claimed(language: Language, verdict: Verdict, difference: float) -> None:
    finding = indicator_finding(standing(verdict, difference), [], "X", language)
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
        ((), "Ei tietoja alueelta", "Inga uppgifter om området", "No data on the area"),
        ((point(None),), "Ei tietoja alueelta", "Inga uppgifter om området", "No data on the area"),
    ],
)  # fmt: skip
def test_the_newest_value(points: tuple[Point, ...], fi: str, sv: str, en: str) -> None:
    found = standing("not compared", points=points)
    assert [value_in_words(found, language) for language in LANGUAGES] == [fi, sv, en]


def test_how_many_would_differ_by_chance() -> None:
    sampled, by_years = (standing("better", basis=basis).comparison for basis in ("sampling", "yearly variation"))
    assert chance_in_words([sampled] * 40, "fi") == "40 vertailua; pelkkä sattuma tuottaisi noin 2,0 eroa."
    assert chance_in_words([sampled] * 1540, "fi").replace(SPACE, " ") == (
        "1 540 vertailua; pelkkä sattuma tuottaisi noin 77 eroa."
    )
    assert chance_in_words([by_years], "fi") == ""
    assert years_in_words([sampled], "fi") == ""
    assert years_in_words([sampled, by_years], "en").startswith("1 comparison is based on variation from year to year")


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
         "missing at source: 5 of 6 municipalities, 98% of the population"),
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
    assert missing_in_words(standing("not compared", points=()), "en") == "no data on the area"
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
