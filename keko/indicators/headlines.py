"""The headline indicators of an area: those it has chosen, and with them always the employment rate and a delay in access."""

from collections.abc import Container, Mapping, Sequence
from math import inf

from keko.indicators.catalogue import Indicator

ALWAYS = ("1", "9a")  # numbers of the project's list: the employment rate, delays in access to services


def with_always(
    chosen: Sequence[str], catalogue: Mapping[str, Indicator], with_figures: Container[str]
) -> tuple[str, ...]:
    """The chosen indicators in their order, and after them of each kind that is among them in no form the first there is.

    Where an indicator of a kind has figures, one that has none does not do instead.
    """
    added = []
    for number in ALWAYS:
        ours = [item for item in catalogue.values() if item.seed_number == number]
        ours = [item for item in ours if item.id in with_figures] or ours
        if ours and not {item.id for item in ours} & set(chosen):
            added.append(min(ours, key=lambda item: inf if item.headline is None else item.headline).id)
    return (*chosen, *added)
