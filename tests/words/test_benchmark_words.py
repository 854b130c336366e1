"""The benchmark's paragraph and alternative texts say what the verdicts allow, in three languages."""

import pytest

from keko.config import LANGUAGES, Language
from keko.indicators.benchmark import Row
from keko.indicators.catalogue import Polarity
from keko.indicators.comparing.comparison import Comparison, Verdict
from keko.indicators.highlights import highlights
from keko.indicators.series import Question, Series
from keko.indicators.situation import Standing
from keko.words.benchmark import benchmark_finding, changed_in_words, fifth_in_words, paragraph, row_in_words
from keko.words.sentences import joined
from tests.data.figures import item, point


def compared(name: str, verdict: Verdict, difference: float, period: str = "2024") -> Comparison:
    limits = (None, None) if verdict == "not compared" else (difference - 1, difference + 1)
    reason = "too few years" if verdict == "not compared" else None
    return Comparison(
        name, "HVA02", "HVA15", verdict, period, 60 + difference, 60.0, *limits, confidence=None, reason=reason
    )


def row(name: str, verdict: Verdict, difference: float = 3.0) -> Row:
    series = [Series(name, code, (point(60.0, "2024"),)) for code in ("HVA02", "HVA15")]
    field = {code: Series(name, code, (point(value, "2024"),)) for code, value in (("HVA02", 50.0), ("HVA08", 70.5))}
    return Row(Standing(item(name), *series, compared(name, verdict, difference)), "2024", field, {})


def _said(rows: list[Row], before: dict[str, Comparison], language: Language) -> str:
    found, standings = highlights([each.comparison for each in rows], before), [each.standing for each in rows]
    sentences = (benchmark_finding, paragraph, changed_in_words)
    return joined(*(sentence(found, standings, language) for sentence in sentences))


CASES: list[tuple[list[Row], dict[str, Comparison], str, str, str]] = [
    (
        [row("x", "not compared")],
        {},
        "Mittareita ei voitu verrata vertailualueeseen.",
        "Indikatorerna kunde inte jämföras med jämförelseområdet.",
        "The indicators could not be compared with the benchmark.",
    ),
    (
        [row("x", "no difference", 0.5), row("y", "not compared")],
        {},
        "Yhdenkään mittarin eroa ei todettu. Muut mittarit: ei todettua eroa 1, ei verrattu 1.",
        "Ingen skillnad konstaterades enligt någon indikator. Övriga indikatorer: 1 utan konstaterad skillnad, "
        "1 jämfördes inte.",
        "No difference was shown on any indicator. Other indicators: 1 with no difference shown, 1 not compared.",
    ),
    (
        [row("x", "better", 3), row("y", "worse", -2), row("z", "better", 2)],
        {"x": compared("x", "no difference", 0.5, "2023"), "y": compared("y", "worse", -2, "2023")},
        "Heikompi 1 ja parempi 2 mittarissa. Selvimmin heikompi: y fi (−2,0 %-yksikköä). "
        "Edellisellä kerralla tulos oli toinen: x fi (2023: ei todettua eroa, 2024: parempi).",
        "Sämre enligt 1 och bättre enligt 2 indikatorer. Tydligast sämre: y sv (−2,0 procentenheter). "
        "Förra gången var resultatet ett annat: x sv (2023: ingen konstaterad skillnad, 2024: bättre).",
        "Worse on 1 and better on 2 indicators. Most clearly worse: y en (−2.0 percentage points). "
        "Last time the result was different: x en (2023: no difference shown, 2024: better).",
    ),
    (
        [row("x", "better", 3), row("y", "not compared")],
        {},
        "Parempi 1 mittarissa. Selvimmin parempi: x fi (+3,0 %-yksikköä). Muut mittarit: ei verrattu 1.",
        "Bättre enligt 1 indikator. Tydligast bättre: x sv (+3,0 procentenheter). Övriga indikatorer: 1 jämfördes inte.",
        "Better on 1 indicator. Most clearly better: x en (+3.0 percentage points). Other indicators: 1 not compared.",
    ),
]


@pytest.mark.parametrize(("rows", "before", "fi", "sv", "en"), CASES)
def test_what_is_worth_saying(rows: list[Row], before: dict[str, Comparison], fi: str, sv: str, en: str) -> None:
    assert [_said(rows, before, language) for language in LANGUAGES] == [fi, sv, en]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_called_better_that_the_interval_does_not_show(language: Language) -> None:
    said = _said([row("x", "no difference", 0.9)], {}, language)
    assert not any(word in said for word in ("parempi", "heikompi", "bättre", "sämre", "better", "worse"))


def test_a_drawing_is_told_with_values_verdict_and_range() -> None:
    said = row_in_words(
        row("x", "worse", -10.0), Question("female"), "Keski-Uusimaa", "Keski-Suomi", "fi", "hyvinvointialueet"
    )
    expected = "x fi, naiset: Keski-Uusimaa 50,0 %, Keski-Suomi 60,0 %, heikompi; hyvinvointialueet 50,0–70,5"
    assert said.replace("\N{NO-BREAK SPACE}", " ") == expected


def test_a_drawing_without_comparison_says_why() -> None:
    assert row_in_words(row("x", "not compared"), Question(), "A", "B", "fi").endswith(
        "ei luottamusväliä ja alle kuusi yhteistä vuotta"
    )


@pytest.mark.parametrize(
    ("fifth", "polarity", "words"),
    [
        (5, "higher", "paras viidennes"),
        (1, "higher", "heikoin viidennes"),
        (5, "lower", "heikoin viidennes"),
        (2, "lower", "toiseksi paras viidennes"),
        (5, "none", "suurin viidennes"),
        (3, "lower", "keskimmäinen viidennes"),
        (None, "higher", "–"),
    ],
)
def test_a_fifth_is_judged_by_the_indicators_direction(fifth: int | None, polarity: Polarity, words: str) -> None:
    assert fifth_in_words(fifth, polarity, "fi") == words
