"""The employment rate and a delay in access are always among the headlines, whatever an area has chosen."""

from keko.indicators.headlines import with_always
from tests.data.figures import item

CATALOGUE = {
    each.id: each
    for each in (
        item("rate-20", seed_number="1", headline=1),
        item("rate-18", seed_number="1"),
        item("delay", "median", seed_number="9a", headline=8),
        item("delay-other", "median", seed_number="9a"),
        item("pension", seed_number="14"),
    )
}
ALL = frozenset(CATALOGUE)


def test_what_is_missing_comes_after_what_was_chosen() -> None:
    assert with_always(["pension"], CATALOGUE, ALL) == ("pension", "rate-20", "delay")
    assert with_always(["pension", "delay-other", "rate-18"], CATALOGUE, ALL) == ("pension", "delay-other", "rate-18")


def test_one_that_has_figures_stands_for_one_that_has_none() -> None:
    assert with_always(["rate-20", "delay"], CATALOGUE, {"rate-18"}) == ("rate-20", "delay", "rate-18")
    assert with_always(["rate-20", "delay"], CATALOGUE, {}) == ("rate-20", "delay")


def test_a_catalogue_without_them_adds_nothing() -> None:
    assert with_always(["pension"], {"pension": CATALOGUE["pension"]}, ALL) == ("pension",)
