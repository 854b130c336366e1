"""Numbers of persons that show although they are small."""

from collections.abc import Hashable, Iterator
from typing import Any

from keko.attack.measures import DENOMINATOR, SENSITIVE_DENOMINATOR
from keko.attack.report import EARLIER, OTHER_PROVIDER, SHOWS, Breach
from keko.attack.year import Year
from keko.data.text import Text


def small_numbers(year: Year, indicator: str) -> Iterator[Breach]:
    """Numbers of persons that show although they are small, here or in another release."""
    for number in year.numbers(indicator, indicator in year.world.others):
        if number == DENOMINATOR and year.threshold(indicator, number) == SENSITIVE_DENOMINATOR:
            continue  # of how many is told by population figures too
        cells = year.told(indicator, number)
        few = cells[(cells["low"] > 0) & (cells["high"] < year.threshold(indicator, number))]
        for cell in few.assign(indicator=indicator, number=number).to_dict("records"):
            yield Breach.at(cell, (cell["low"], cell["high"]), _where(cell))


def _where(cell: dict[Hashable, Any]) -> Text:
    if not cell["borrowed"]:
        return SHOWS
    return OTHER_PROVIDER if cell["current"] else EARLIER
