"""Everything readers have of indicators, as numbers of persons: of demo figures, or of real ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pandas as pd
import sqlalchemy as sa

from keko.attack.knowledge import known_rows, looks, public_releases
from keko.attack.links import Links, Name, links
from keko.attack.meaning import Meaning
from keko.attack.measures import Measure, has_others, measures, possible_for_itself
from keko.data.areas import Areas
from keko.indicators import store
from keko.indicators.catalogue import Indicator


@dataclass(frozen=True)
class World:
    """`measures` by name; `others`: indicators whose denominator less numerator is a number of persons too.
    `known_meanings`: of populations that have been asked for.
    """

    items: Mapping[str, Indicator]
    measures: Mapping[Name, Measure]
    others: frozenset[str]
    links: Links
    areas: Areas
    known_meanings: dict[Name, Meaning] = field(default_factory=dict)

    def members(self, population: Name) -> list[Measure]:
        """The measures that are one population."""
        return [measure for name, measure in self.measures.items() if self.links.population[name] == population]

    def of(self, indicator: str) -> list[Measure]:
        """The measures of an indicator."""
        return [measure for name, measure in self.measures.items() if name[0] == indicator]

    def meaning(self, population: Name) -> Meaning:
        """What the cells of a population are as sets."""
        if population not in self.known_meanings:
            cells = pd.concat([measure.cells for measure in self.members(population)], ignore_index=True)
            self.known_meanings[population] = Meaning(cells, self.areas)
        return self.known_meanings[population]

    def seen(self, look: pd.DataFrame, item: Indicator) -> "World":
        """The same with one indicator as it was seen once."""
        own = {measure.name: measure for measure in measures(look, item) if measure.name in self.measures}
        changed = {self.links.population[name] for name in own}
        kept = {name: meaning for name, meaning in self.known_meanings.items() if name not in changed}
        return replace(self, measures={**self.measures, **own}, known_meanings=kept)


def read_world(connection: sa.Connection, areas: Areas, is_demo: bool) -> tuple[World, list[tuple[str, pd.DataFrame]]]:
    """What shows today together with what ever did; and looks at single indicators as they were before a correction."""
    releases = public_releases(connection, is_demo)
    items = {id_: item for id_, item in store.load(connection).items() if id_ in set(releases["indicator"])}
    told: dict[Name, Measure] = {}
    others, earlier = set(), []
    for id_, item in items.items():
        rows = known_rows(connection, releases[releases["indicator"].eq(id_)])
        if rows.empty:
            continue
        today, *before = looks(rows, possible_for_itself(rows, item))
        told |= {measure.name: measure for measure in measures(today, item)}
        if has_others(today, item):
            others.add(id_)
        if item.disclosure.rule != "none":
            earlier += [(id_, look) for look in before]
    return World(items, told, frozenset(others), links(list(told.values())), areas), earlier
