"""What needs attention: what has worsened, also where it is better than in the benchmark, and what is behind."""

from collections.abc import Sequence
from dataclasses import replace

from keko.indicators.attention import attention
from keko.indicators.comparing.comparison import Comparison, Verdict
from keko.indicators.series import Series
from keko.indicators.situation import Standing
from tests.data.figures import every_area, item, point

FLAT, WORSE, BETTER = [60.0, 60.2, 59.9, 60.1], [60.0, 59.0, 57.0, 54.0], [60.0, 61.0, 62.0, 63.0]


def standing(name: str, values: Sequence[float], verdict: Verdict = "better", persons: float | None = None) -> Standing:
    points = tuple(
        point(value, str(2021 + n), denominator=1000.0 * (persons or 0) or None) for n, value in enumerate(values)
    )
    compared = Comparison(name, "HVA02", "HVA15", verdict, "2024", 60.0, 50.0, 9.0, 11.0)
    return Standing(item(name), Series(name, "HVA02", points), Series(name, "HVA15"), compared)


def named(standings: Sequence[Standing]) -> list[str]:
    return [each.standing.item.id for each in attention(standings, every_area())]


def test_what_has_worsened_needs_it_though_it_is_better_than_the_benchmark() -> None:
    found = attention([standing("x", WORSE, "better")], every_area())
    assert [(each.has_worsened, each.behind) for each in found] == [(True, False)]
    assert found[0].worsened is not None
    assert found[0].worsened.difference == -6


def test_what_is_flat_or_has_improved_needs_none_unless_it_is_behind() -> None:
    assert named([standing("x", FLAT), standing("y", BETTER), standing("z", FLAT, "no difference")]) == []
    assert named([standing("x", BETTER, "worse")]) == ["x"]


def test_a_difference_not_worth_speaking_of_is_none() -> None:
    small = standing("x", FLAT, "worse")
    assert named([replace(small, comparison=replace(small.comparison, is_relevant=False))]) == []
    barely = standing("x", [60.0, 59.9, 59.8, 59.7])
    assert named([barely]) == ["x"]
    assert named([replace(barely, item=item("x", least_difference=1.0))]) == []
    slowly = standing("x", [60.0, 59.9, 59.8, 59.8, 59.7])
    assert attention([slowly], every_area())[0].is_worsening
    assert named([replace(slowly, item=item("x", least_difference=1.0))]) == []


def test_a_count_worsens_only_where_it_also_does_per_resident() -> None:
    clients = item("clients", "count", polarity="lower", unit="persons")
    per_resident = clients.model_copy(update={"kind": "rate", "multiplier": 1000.0, "unit": "per 1,000"})

    def worsens(counts: Sequence[float], rates: Sequence[float]) -> bool:
        given = standing("clients", counts, "no difference")
        form = replace(standing("clients", rates, "no difference"), item=per_resident)
        return named([replace(given, item=clients, compared_as=form)]) == ["clients"]

    growing, steady, falling = (
        [100.0, 104.0, 109.0, 112.0, 117.0],
        [10.0, 10.1, 9.9, 10.1, 9.9],
        [99.0, 97.0, 94.0, 92.0, 90.0],
    )
    assert worsens(growing, growing)
    assert not worsens(growing, steady)
    assert not worsens(growing, falling)
    assert not worsens(falling, growing)


def test_what_worsens_and_is_behind_comes_first_and_among_likes_what_is_about_most_persons() -> None:
    standings = [
        standing("behind", FLAT, "worse"),
        standing("few", WORSE, "better", persons=1),
        standing("many", WORSE, "better", persons=5),
        standing("both", WORSE, "worse"),
    ]
    assert named(standings) == ["both", "many", "few", "behind"]
