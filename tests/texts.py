"""The texts in the sources of the project, which stay as they are while tests run: read once, in a second or two."""

from functools import cache

from keko.exchange.translations.places import Place
from keko.exchange.translations.workbook import every_text


@cache
def every_place() -> tuple[Place, ...]:
    """Where each of them stands."""
    return tuple(every_text())
