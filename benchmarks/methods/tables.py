"""A table of measured rates, as docs/menetelmat.md has them."""

from collections.abc import Callable
from math import floor
from typing import NamedTuple, TypeVar

from keko.words.formats import number

_From_contra = TypeVar("_From_contra", contravariant=True)
Row = tuple[str, ...]


class Table(NamedTuple):
    """A table with its title; the first column names the row."""

    title: str
    heads: Row
    rows: list[Row]

    def markdown(self) -> str:
        """As Markdown."""
        lines = [self.heads, ("---",) * len(self.heads), *self.rows]
        return "\n".join([f"**{self.title}**", "", *(f"| {' | '.join(line)} |" for line in lines), ""])


Maker = Callable[[_From_contra], Table]


def per_cent(share: float, decimals: int = 0) -> str:
    """A share of 0 to 1 in per cent, rounded down: 89.6 is not the 90 that forecasts have to reach."""
    steps = 10**decimals
    return f"{number(floor(100 * steps * share + 1e-9) / steps, decimals, 'fi')} %"
