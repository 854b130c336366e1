"""What every drawing of a plot agrees on, wherever it is drawn: its names and its decimals."""

from math import isclose

from keko.config import Language
from keko.room.frozen import Plot
from keko.words.terms import NO_FIGURE

_LARGE = 10


def values(plot: Plot) -> list[float]:
    """All its figures."""
    return [value for _, held in plot.series for value in held if value is not None]


def decimals(plot: Plot) -> int:
    """As many as its figures have: at most two, of large figures one."""
    figures = values(plot)
    most = 1 if any(abs(value) >= _LARGE for value in figures) else 2
    return next((n for n in range(most) if all(isclose(round(v, n), v, abs_tol=1e-9) for v in figures)), most)


def names(plot: Plot, language: Language) -> list[str]:
    """What stands beside its bars or beneath its points; a bar without a figure says so."""
    empty = [all(held[place] is None for _, held in plot.series) for place in range(len(plot.categories))]
    return [
        f"{name}: {NO_FIGURE.within(language)}" if plot.form == "bar" and is_empty else name
        for name, is_empty in zip(plot.categories, empty, strict=True)
    ]
