"""Files of other areas than those somebody delivers for are refused before anything is made of them."""

from collections.abc import Iterable

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.providers import provider_names
from keko.data.scopes import areas_beyond
from keko.data.text import Plural, Text
from keko.intake.release.order import Order

AREAS_BEYOND = ProblemKind(
    "areas-beyond",
    "error",
    Plural(
        one=Text(
            "Tiedostossa on lukuja alueelta, josta et voi tuoda lukuja ({provider}): {areas}.",
            "Filen innehåller tal från ett område vars tal du inte får importera ({provider}): {areas}.",
            "The file has figures of an area that you may not deliver for ({provider}): {areas}.",
        ),
        other=Text(
            "Tiedostossa on lukuja {count} alueelta, joista et voi tuoda lukuja ({provider}): {areas}.",
            "Filen innehåller tal från {count} områden vars tal du inte får importera ({provider}): {areas}.",
            "The file has figures of {count} areas that you may not deliver for ({provider}): {areas}.",
        ),
    ),
)
_NAMED = 12


def scope_problems(connection: sa.Connection, order: Order, codes: Iterable[str], areas: Areas) -> list[Problem]:
    """What to tell of the areas `codes` of delivered rows that are not whoever orders to deliver, or not their organisation's."""
    beyond = areas_beyond(connection, order.by, order.provider, codes)
    if not beyond:
        return []
    names = [areas[code].short for code in beyond[:_NAMED]] + [Text.same("…")] * (len(beyond) > _NAMED)
    whose = provider_names(connection).get(order.provider, Text.same(order.provider))
    return [AREAS_BEYOND.at(count=len(beyond), areas=Text.in_a_row(names), provider=whose)]
