"""The headline indicators of an area: those it has chosen, and with them always the employment rate and a delay in access."""

from collections.abc import Mapping, Sequence

from keko.indicators.catalogue import Indicator

ALWAYS = ("1", "9a")  # numbers of the project's list: the employment rate, delays in access to services


def with_always(chosen: Sequence[str], catalogue: Mapping[str, Indicator]) -> tuple[str, ...]:
    """The chosen indicators in their order, and after them the first headline of each kind that is among them in no form."""
    numbers = {catalogue[id_].seed_number for id_ in chosen}
    added = (_first(number, catalogue) for number in ALWAYS if number not in numbers)
    return (*chosen, *(id_ for id_ in added if id_ is not None))


def _first(number: str, catalogue: Mapping[str, Indicator]) -> str | None:
    """The headline of a kind, else the first of it in the catalogue."""
    ours = [item for item in catalogue.values() if item.seed_number == number]
    return min(ours, key=lambda item: item.headline or len(catalogue) + 1).id if ours else None
