"""What a page shows of a view, as text, HTML and charts: what its freezing is made of."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from keko.charts.drawing import Drawing
from keko.room.frozen import Chart, Figure, Html, Plot, Table
from keko.ui.freezing.at_rest import at_rest
from keko.ui.html import note, notice
from keko.ui.view import View


class Sheet(NamedTuple):
    """What a page shows of a settled view.

    `title`: HTML; `parts`: what stands under the paragraph; `rests_on`: ids of indicators and segment models; `periods`: of
    the figures; `tables`: besides those within `parts`; `sources`: texts; `flags`: of each of the figures, whether it is a demo figure.
    """

    view: View
    title: str
    finding: str
    parts: tuple[Html | Chart, ...]
    paragraph: str = ""
    plots: tuple[Plot, ...] = ()
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    rests_on: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    flags: Collection[bool] = ()


def html(*pieces: str) -> tuple[Html, ...]:
    """Pieces of HTML at rest, those that hold something."""
    return tuple(Html(at_rest(piece)) for piece in pieces if piece)


def noted(text: str) -> str:
    """What is said under a picture, in small type; nothing where nothing is."""
    return note(text) if text else ""


def notices(sentences: Iterable[str]) -> tuple[Html, ...]:
    """What must not be overlooked, above everything else."""
    return tuple(Html(notice(sentence)) for sentence in sentences if sentence)


def chart(drawing: Drawing, alt: str) -> Chart:
    """A drawing with its data inside."""
    return Chart(drawing.whole(), alt)
