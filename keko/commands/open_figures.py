"""What a first start tells of open figures: that they can be fetched. Nothing is fetched unasked."""

import sys

from keko.commands import Arguments, language_of, open_database
from keko.sources.not_yet_fetched import not_yet_fetched
from keko.sources.reachable import reachable
from keko.sources.recipes import read_recipes
from keko.sources.settings import source_settings
from keko.words.open_figures import AVAILABLE, UNREACHABLE


def tell_what_is_open(chosen: Arguments) -> None:
    """Say in one line that open figures can be fetched, or that they cannot; say nothing where they have been."""
    recipes, at = read_recipes().every, source_settings()
    with open_database().connect() as connection:
        if len(not_yet_fetched(connection, recipes)) < len(recipes):
            return
    is_there = reachable([at.statfin_url, at.sotkanet_url])
    print((AVAILABLE if is_there else UNREACHABLE).within(language_of(chosen)), file=sys.stderr, flush=True)
