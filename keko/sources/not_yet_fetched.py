"""What of the open figures is not here yet: what a fetch that was broken off goes on with."""

from collections.abc import Sequence

import sqlalchemy as sa

from keko.data.schema import release
from keko.sources.recipes import PROVIDERS, AnyRecipe

_HERE = ("draft", "published")


def not_yet_fetched(connection: sa.Connection, recipes: Sequence[AnyRecipe]) -> list[AnyRecipe]:
    """The recipes whose indicators have no figures of their source, neither published nor as a draft, in their order."""
    query = (
        sa.select(release.c.indicator)
        .where(release.c.provider.in_(PROVIDERS), release.c.is_demo.is_(False), release.c.status.in_(_HERE))
        .distinct()
    )
    here = set(connection.execute(query).scalars())
    return [recipe for recipe in recipes if recipe.indicator not in here]
