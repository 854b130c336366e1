"""What is worth saying of many comparisons, case by case."""

import pytest

from keko.indicators.comparing.comparison import Comparison, Verdict
from keko.indicators.highlights import changed, clarity, clearest, highlights, verdict_counts


def one(name: str, verdict: Verdict, difference: float = 4.0, half: float = 2.0) -> Comparison:
    """A comparison whose interval reaches `half` to both sides of its difference."""
    limits = (None, None) if verdict == "not compared" else (difference - half, difference + half)
    return Comparison(name, "HVA02", "HVA15", verdict, "2024", 60 + difference, 60.0, *limits)


CLEAREST: list[tuple[str, list[Comparison], dict[Verdict, list[str]]]] = [
    ("nothing", [], {}),
    ("no real difference", [one("a", "no difference", 1.0), one("b", "not compared")], {}),
    (
        "the clearest first, not the largest",
        [one("large", "better", 9, 8), one("clear", "better", 4, 1)],
        {"better": ["clear", "large"]},
    ),
    (
        "worse before better, two of each",
        [one("a", "better", 3), one("b", "better", 5), one("c", "better", 4), one("d", "worse", -3)],
        {"worse": ["d"], "better": ["b", "c"]},
    ),
    ("higher gives way to better", [one("a", "higher", 9), one("b", "better", 3)], {"better": ["b"]}),
    (
        "higher and lower where there is nothing else",
        [one("a", "lower", -9), one("b", "higher", 3), one("c", "no difference", 1)],
        {"higher": ["b"], "lower": ["a"]},
    ),
    ("ties in the order given", [one("a", "worse"), one("b", "worse")], {"worse": ["a", "b"]}),
    ("downwards is as clear as upwards", [one("a", "better", -8), one("b", "better", 6)], {"better": ["a", "b"]}),
]


@pytest.mark.parametrize(("comparisons", "told"), [case[1:] for case in CLEAREST], ids=[case[0] for case in CLEAREST])
def test_the_clearest_differences(comparisons: list[Comparison], told: dict[Verdict, list[str]]) -> None:
    found = clearest(comparisons)
    assert list(found) == list(told)
    assert {verdict: [each.indicator for each in group] for verdict, group in found.items()} == told


CHANGED: list[tuple[str, Verdict, Verdict, bool]] = [
    ("a difference is shown now", "no difference", "worse", True),
    ("it is shown no more", "better", "no difference", True),
    ("it has turned", "better", "worse", True),
    ("the same as before", "worse", "worse", False),
    ("no difference either time", "no difference", "no difference", False),
    ("not compared before", "not compared", "worse", False),
    ("not compared now", "worse", "not compared", False),
]


@pytest.mark.parametrize(("before", "now", "told"), [case[1:] for case in CHANGED], ids=[case[0] for case in CHANGED])
def test_verdicts_that_have_changed(before: Verdict, now: Verdict, told: bool) -> None:
    assert bool(changed([one("a", now)], {"a": one("a", before)})) == told


def test_an_indicator_without_an_earlier_comparison_has_not_changed() -> None:
    assert changed([one("a", "worse")], {}) == []


def test_real_differences_come_before_those_that_are_gone_and_no_more_than_asked() -> None:
    now = [one("gone", "no difference", 0.5, 1), one("faint", "worse", -3), one("clear", "worse", -9)]
    before = {"gone": one("gone", "better", 30), "faint": one("faint", "better"), "clear": one("clear", "better")}
    assert [pair.now.indicator for pair in changed(now, before, most=3)] == ["clear", "faint", "gone"]
    assert [pair.now.indicator for pair in changed(now, before, most=1)] == ["clear"]


@pytest.mark.parametrize(
    ("difference", "half", "expected"), [(4, 2, 2), (-4, 2, 2), (0, 2, 0), (4, 0, float("inf")), (0, 0, 0)]
)
def test_how_clear_a_difference_is(difference: float, half: float, expected: float) -> None:
    assert clarity(one("a", "no difference", difference, half)) == expected


def test_verdicts_are_counted_and_highlights_know_how_many_could_be_made() -> None:
    comparisons = [one("a", "worse"), one("b", "worse", -9), one("c", "not compared"), one("d", "no difference", 1)]
    assert verdict_counts(comparisons) == {"worse": 2, "not compared": 1, "no difference": 1}
    found = highlights(comparisons, {"a": one("a", "better"), "c": one("c", "worse")})
    assert found.made == 3
    assert [each.indicator for each in found.clearest["worse"]] == ["b", "a"]
    assert [pair.now.indicator for pair in found.changed] == ["a"]
