"""The overview's answers in words: golden sentences in three languages, and no kind of change without its own."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from keko.config import LANGUAGES, Language
from keko.data.text import Text
from keko.indicators.attention import Attention, Evidence, Reason, Short
from keko.indicators.comparing.comparison import Comparison
from keko.indicators.freshness import Freshness
from keko.indicators.gaps import Gap, Widening
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.indicators.unit_cost import UnitCost
from keko.indicators.what_if import Persons, WhatIf
from keko.room.paths import Progress
from keko.room.since import Kind, Renewed, Revision, Since, Turned
from keko.words import since as since_words
from keko.words import what_if as what_if_words
from keko.words.attention import TITLES, answering_in_words, attention_in_words, headline, under_way_in_words
from keko.words.overview import REACHED, targets_in_words
from tests.data.figures import item, point

SPACE = "\N{NO-BREAK SPACE}"
RATE = item("rate", names=Text("Aste", "Grad", "Rate"), responsible=Text("Virasto", "Verket", "The agency"))
NOTHING = Evidence()
COMPARED = Comparison("rate", "HVA02", "HVA15", "worse", "2024", 73.0, 76.0, -3.5, -2.5, persons=300)


def attention_of(*, behind: bool = False, evidence: Evidence = NOTHING, of: object = RATE) -> Attention:
    series = Series("rate", "HVA02", (point(73.0, "2024"),))
    return Attention(Standing(of, series, Series("rate", "HVA15"), COMPARED), None, False, behind, evidence)  # type: ignore[arg-type]


MISSED = Evidence(short=Short(75, "2024", True, 75, -2.0, 200.0))
LEFT = Evidence(short=Short(80, "2027", False, 75, -2.0, 200.0))
GAP = Evidence(gap=Widening(Gap("2024", 70.0, 76.0, -7.0, -5.0, "sampling"), "2021", -2.0, "female", 600.0))


def plain(text: str) -> str:
    return text.replace(SPACE, " ")


@pytest.mark.parametrize(
    ("evidence", "behind", "language", "said"),
    [
        (MISSED, False, "fi", "Tavoitteesta jäljessä: Aste – tavoitteesta 75,0 % (2024) puuttuu 2,0 %-yksikköä (≈ 200 henkilöä)."),
        (LEFT, False, "sv", "Efter målet: Grad – 2,0 procentenheter efter takten mot målet 80,0 % (2027) (≈ 200 personer)."),
        (Evidence(), True, "en", "Worse than the benchmark: Rate – −3.0 percentage points from the benchmark (≈ 300 persons)."),
        (Evidence(is_special=True), False, "fi", "Poikkeaa tavallisesta: Aste – uusin luku on tavanomaista vaihtelua heikompi."),
        (GAP, False, "en", "The gap between sexes has grown: Rate – women 70.0%, men 76.0%; the gap +4.0 percentage points in"
         " three years (≈ 600 persons)."),
    ],
)  # fmt: skip
def test_the_headline_says_why_and_how_much(evidence: Evidence, behind: bool, language: Language, said: str) -> None:
    assert plain(headline(attention_of(evidence=evidence, behind=behind), language)) == said


def test_a_line_tells_every_reason_once_and_what_it_costs() -> None:
    cost = UnitCost(value=20_000, unit=Text.same("henkilö"), year=2024, source=Text.same("Laskelma"))
    each = attention_of(evidence=MISSED, behind=True, of=RATE.model_copy(update={"unit_cost": cost}))
    assert plain(attention_in_words(each, "fi")) == (
        "tavoitteesta 75,0 % (2024) puuttuu 2,0 %-yksikköä (≈ 200 henkilöä), nyt 73,0 %, noin 4 milj. € vuodessa (Laskelma, 2024)"
    )


def test_who_answers_and_what_is_under_way() -> None:
    each = attention_of(behind=True)
    assert answering_in_words(each, [], "fi") == "Luvuista vastaa Virasto"
    assert answering_in_words(each, ["A", "B", "C"], "sv") == "För servicen svarar A; B och 1 annan"
    assert (
        under_way_in_words([("Tiimi", ["Keusote", "2022"]), ("Muu", [])], "fi")
        == "Käynnissä: Tiimi (Keusote, 2022); Muu"
    )
    assert under_way_in_words([], "en") == "No actions have been recorded"


def test_every_reason_kind_and_state_has_its_own_words() -> None:
    assert set(TITLES) == set(get_args(Reason))
    assert set(since_words.KIND_NAMES) == set(get_args(Kind))
    assert set(REACHED) == set(get_args(Progress))
    for language in LANGUAGES:
        assert len({text.within(language) for text in since_words.KIND_NAMES.values()}) == len(get_args(Kind))


def test_targets_are_counted() -> None:
    assert (
        targets_in_words(["reached", "behind", "behind"], "fi") == "3 tavoitetta: saavutettu 1 ja jäljessä polusta 2."
    )
    assert targets_in_words([], "fi") == ""


RENEWED = Renewed(
    RATE,
    attention_of().standing,
    ("2023", "2024"),
    (Revision("2022", 71.0, 71.5), Revision("2021", 70.0, 70.5)),
    turned=Turned(COMPARED, Comparison("rate", "HVA02", "HVA15", "no difference")),
)  # fmt: skip


def test_changes_are_told_apart_with_their_amounts() -> None:
    def said(kind: Kind, language: Language) -> str:
        return plain(since_words.change_in_words(RENEWED, kind, language))

    assert said("verdict", "fi") == "heikompi → ei todettua eroa"
    assert said("revised", "sv") == "2022: 71,0 % → 71,5 % (totalt 2)"
    gone = replace(RENEWED, revised=(), hidden=("2024", "2023"), left_out=("2020",))
    assert plain(since_words.change_in_words(gone, "revised", "fi")) == (
        "2024: luku on peitetty (yhteensä 2); 2020: luku on jätetty pois"
    )
    assert said("new", "en") == "2023–2024"
    own = Series("rate", "HVA02", (point(78.0, "2022"), point(77.0, "2023"), point(73.0, "2024")))
    known = replace(RENEWED, now=replace(RENEWED.now, own=own))
    assert plain(since_words.change_in_words(known, "new", "fi")) == "2023–2024: 78,0 % → 73,0 %"


def test_counts_of_changes_and_their_absence() -> None:
    assert since_words.counts_in_words(Since((RENEWED,)), "fi") == (
        "1 tulos muuttui, 1 mittari tarkistettu ja uusia lukuja 1 mittarissa."
    )
    assert since_words.counts_in_words(Since(), "en") == "Nothing has changed."
    assert since_words.counts_in_words(Since(had_figures=False), "sv").startswith("De första talen")


def test_when_the_next_figures_are_due_is_an_estimate() -> None:
    fresh = Freshness(Text.same("source"), "2024", date(2025, 4, 1), date(2026, 3, 31), 1)
    assert since_words.due_in_words(fresh, date(2026, 1, 1), "fi") == "noin 31.3.2026"
    assert since_words.due_in_words(fresh, date(2026, 5, 1), "fi") == "noin 31.3.2026, myöhässä"
    assert since_words.due_in_words(fresh._replace(due=None), date(2026, 5, 1), "en") == "not known"


def level(persons: Persons, reached: bool | None = False) -> WhatIf:
    return WhatIf("benchmark", RATE, "2024", 73.0, 76.0, persons, None, reached)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (level(Persons(300, 250, 350)), "+300 (+250 … +350)"),
        (level(Persons(30, -20, 80)), "+30 (−20 … +80): eroa ei todettu"),
        (level(Persons(-2110)), "−2 110 (väliä ei tiedetä)"),
        (level(Persons(-300, -350, -250), True), "jo tällä tasolla tai parempi"),
    ],
)
def test_another_level_is_told_in_persons_with_its_interval(found: WhatIf, said: str) -> None:
    assert plain(what_if_words.persons_in_words(found, "fi")) == said


def test_arithmetic_is_called_that_and_never_an_effect() -> None:
    assert "laskutoimitus" in what_if_words.ARITHMETIC.fi
    for text in (what_if_words.TITLE, what_if_words.ARITHMETIC, *what_if_words.LEVELS.values()):
        assert not {word for word in ("vaikutus", "effekt", "effect", "impact") if word in " ".join(text).lower()}
