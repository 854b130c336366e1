"""Names that a narrow chart has no room for, below it; the style shows them only there."""

from collections.abc import Iterable
from html import escape

from keko.charts.drawing import KeyEntry


def key_html(entries: Iterable[KeyEntry]) -> str:
    """A list of what stands in the chart: lines by their colour, events by their number."""
    rows = "".join(
        f'<li class="{entry.look}"><i>{escape(entry.sign)}</i>{escape(entry.label)}</li>' for entry in entries
    )
    return f'<ul class="keko-key">{rows}</ul>'
