"""What has changed is told with its amounts; good or bad is said only where the change is real."""

import pytest

from keko.config import LANGUAGES, Language
from keko.indicators.attention import Attention
from keko.indicators.comparing.comparison import Comparison, Verdict
from keko.indicators.over_time.change import Change, change
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from keko.words.attention import attention_in_words
from keko.words.changes import change_in_words, changes_in_words, judged_in_words
from keko.words.overview import overview_finding
from tests.data.figures import item, point

SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
SHARE = item(polarity="lower")
COUNT = item("jobless", "count", unit="henkilöä", decimals=0, polarity="lower")


def standing(*values: float, of: object = SHARE, verdict: Verdict = "better") -> Standing:
    points = tuple(point(value, str(2025 - len(values) + 1 + n)) for n, value in enumerate(values))
    compared = Comparison("share", "HVA02", "HVA15", verdict, "2025", 12.8, 15.9, -3.5, -2.7)
    return Standing(of, Series("share", "HVA02", points), Series("share", "HVA15"), compared)  # type: ignore[arg-type]


NOW = standing(9.0, 9.4, 11.4, 12.8)
YEAR, THREE = Change(1, "2024", 11.4, 1.4, "no clear change"), Change(3, "2022", 9.0, 3.8, "worsened", True, 3859.0)


@pytest.mark.parametrize(
    ("found", "language", "said"),
    [
        ([YEAR, THREE], "fi", "Heikentynyt kolmena vuonna peräkkäin: vuodessa +1,4 ja kolmessa vuodessa +3,8 %-yksikköä."),
        ([YEAR, THREE], "sv", "Försämring tre år i rad: +1,4 på ett år och +3,8 procentenheter på tre år."),
        ([YEAR, THREE], "en", "Worsened three years in a row: +1.4 in a year and +3.8 percentage points in three years."),
        ([YEAR], "fi", "Muutos vuodessa +1,4 %-yksikköä."),
        ([YEAR._replace(verdict="improved"), THREE], "fi",
         "Muutos vuodessa +1,4 (parantunut) ja kolmessa vuodessa +3,8 %-yksikköä (heikentynyt kolmena vuonna peräkkäin)."),
        ([], "fi", ""),
    ],
)  # fmt: skip
def test_what_a_change_means_is_said_once_with_its_amounts(found: list[Change], language: Language, said: str) -> None:
    assert changes_in_words(NOW, found, language) == said


def test_counts_change_in_numbers_and_per_cent() -> None:
    found = [Change(1, "2024", 13104.0, 571.0), Change(3, "2022", 10140.0, 3535.0)]
    said = changes_in_words(standing(13675.0, of=COUNT), found, "fi").replace(SPACE, " ")
    assert said == "Muutos vuodessa +571 (+4,4 %) ja kolmessa vuodessa +3 535 (+34,9 %)."


@pytest.mark.parametrize(
    ("before", "after", "fi", "en"),
    [
        (60, 62, "↑ +2,0 %-yksikköä vuoden takaisesta", "↑ +2.0 percentage points in a year"),
        (62, 60, f"↓ {MINUS}2,0 %-yksikköä vuoden takaisesta", f"↓ {MINUS}2.0 percentage points in a year"),
        (60, 60.04, "sama kuin vuosi sitten", "the same as a year ago"),
    ],
)
@pytest.mark.parametrize("polarity", ["higher", "lower"])
def test_the_arrow_shows_the_number_not_what_is_good(
    before: float, after: float, fi: str, en: str, polarity: str
) -> None:
    found = standing(before, after, of=item(polarity=polarity))
    assert (change_in_words(found, change(found), "fi"), change_in_words(found, change(found), "en")) == (fi, en)


def test_nothing_is_said_of_a_change_that_is_not_known() -> None:
    assert change_in_words(standing(12.8), None, "fi") == ""
    assert judged_in_words([YEAR], "fi") is None


def test_the_longest_real_change_is_named() -> None:
    assert judged_in_words([YEAR._replace(verdict="improved"), THREE], "fi") == (
        "worsened",
        "heikentynyt kolmessa vuodessa",
    )


WORSENED = Attention(NOW, THREE, None, behind=False)
BEHIND = Attention(standing(12.8, verdict="worse"), None, None, behind=True)


@pytest.mark.parametrize(
    ("needing", "language", "said"),
    [
        ([WORSENED], "fi",
         "Heikentynyt: share fi – kolmessa vuodessa +3,8 %-yksikköä (≈ 3 859 henkilöä)."),
        ([WORSENED, BEHIND], "sv",
         "Försämring: share sv – +3,8 procentenheter på tre år (≈ 3 859 personer)."),
        ([BEHIND], "en",
         "Worse than the benchmark: share en – −3.1 percentage points from the benchmark."),
        ([], "fi", "Mikään ei vaadi huomiota. Vertailualuetta parempi 1 avainmittarissa."),
    ],
)  # fmt: skip
def test_the_overview_says_first_what_needs_attention(needing: list[Attention], language: Language, said: str) -> None:
    assert overview_finding([NOW], needing, language).replace(SPACE, " ") == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_figures_nothing_is_called_calm(language: Language) -> None:
    empty = Standing(SHARE, Series("share", "HVA02"), Series("share", "HVA15"), NOW.comparison)
    assert "1" not in overview_finding([empty], [], language)
    assert overview_finding([empty], [], language) == overview_finding([], [], language)


def test_a_line_tells_where_what_worsened_stands() -> None:
    assert attention_in_words(WORSENED, "fi").endswith("nyt 12,8\N{NO-BREAK SPACE}%, silti vertailualuetta parempi")
    assert "vertailualuetta" not in attention_in_words(BEHIND, "fi")
