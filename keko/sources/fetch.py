"""Fetching on a person's word: from a source's answer through the one intake to drafts, or to published figures."""

from collections.abc import Iterator, Mapping, Sequence

import sqlalchemy as sa

from keko.data.people import Person
from keko.data.providers import STATFIN, THL
from keko.sources.arguments import Years
from keko.sources.from_sotkanet import fetch_indicator
from keko.sources.from_statfin import Asked, fetch_table
from keko.sources.http import Http
from keko.sources.recipes import PROVIDERS, AnyRecipe, Recipes, StatfinRecipe
from keko.sources.session import Fetched, Progress, Session, start
from keko.sources.settings import SourceSettings


def fetch_sotkanet(
    engine: sa.Engine,
    ids: Sequence[int],
    years: Years,
    by: Person,
    http: Http,
    *,
    progress: Progress = lambda _: None,
    at: SourceSettings | None = None,
    recipes: Recipes | None = None,
) -> list[Fetched]:
    """Drafts of indicators of Sotkanet, for total, men and women. One that fails does not stop the others.

    Raises:
        NotAllowed: the person may not publish for THL.
    """
    by.must_publish_for(THL)
    session = start(engine, by, http, progress, at, recipes)
    return [fetch_indicator(session, id_, years) for id_ in ids]


def fetch_statfin(
    engine: sa.Engine,
    tables: Sequence[str],
    select: Mapping[str, Sequence[str]],
    years: Years,
    by: Person,
    http: Http,
    *,
    indicator: str | None = None,
    progress: Progress = lambda _: None,
    at: SourceSettings | None = None,
    recipes: Recipes | None = None,
) -> list[Fetched]:
    """Drafts of tables of StatFin, such as "vaerak/11ra.px". One that fails does not stop the others.

    `select`: values by dimension, each by code or name; `indicator`: the indicator of the catalogue that the figures are,
    else their names tell.

    Raises:
        NotAllowed: the person may not publish for Statistics Finland.
    """
    by.must_publish_for(STATFIN)
    session = start(engine, by, http, progress, at, recipes)
    return [fetch_table(session, Asked(table, select, years, indicator)) for table in tables]


def fetch_recipes(
    engine: sa.Engine,
    wanted: Sequence[AnyRecipe],
    by: Person,
    http: Http,
    progress: Progress = lambda _: None,
    *,
    publish: bool = False,
    at: SourceSettings | None = None,
    recipes: Recipes | None = None,
) -> Iterator[Fetched]:
    """What recipes name, one after the other: each is whole in the database before the next is asked for.

    `publish`: drafts otherwise; `recipes`: those of the project, unless others are given.

    Raises:
        NotAllowed: the person may not publish for THL and Statistics Finland.
    """
    for provider in PROVIDERS:
        by.must_publish_for(provider)
    session = start(engine, by, http, progress, at, recipes, publish)
    return (_fetched(session, recipe) for recipe in wanted)


def _fetched(session: Session, recipe: AnyRecipe) -> Fetched:
    if isinstance(recipe, StatfinRecipe):
        return fetch_table(session, Asked.of(recipe))
    return fetch_indicator(session, recipe.id, Years(recipe.since))
