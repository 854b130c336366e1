"""What the fetches of one command share, and the way of every answer: through the one intake."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import sqlalchemy as sa

from keko.config import settings
from keko.data import areas as area_tables
from keko.data.area_names import AreaNames
from keko.data.people import Person
from keko.data.text import Text
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.intake.release.bring_in import bring_in
from keko.intake.release.order import Order, Outcome
from keko.intake.understand import understand
from keko.sources.files import SourceFile
from keko.sources.http import Http
from keko.sources.recipes import Recipe, Recipes, read_recipes
from keko.sources.settings import SourceSettings, source_settings
from keko.sources.sotkanet import RegionAreas

Progress = Callable[[Text], None]

_ASKING = Text("{what}: haetaan", "{what}: hämtas", "{what}: fetching")
_UNVERIFIED = Text(
    "{what}: tunnistetta ei ole vielä todettu oikeaksi, joten nimi tarkistetaan ensin",
    "{what}: beteckningen har inte bekräftats, så namnet kontrolleras först",
    "{what}: nobody has confirmed this id yet, so its title is checked first",
)


@dataclass(frozen=True)
class Fetched:
    """What came of one indicator or table. `what`: how the source calls it, such as "Sotkanet 181"; `indicator`: of the
    catalogue, where it was said which.
    """

    what: str
    outcome: Outcome
    indicator: str | None = None


@dataclass
class Session:
    """What the fetches of one command share. `regions`: Sotkanet's, once they have been asked for."""

    engine: sa.Engine
    by: Person
    http: Http
    progress: Progress
    at: SourceSettings
    names: AreaNames
    catalogue: dict[str, Indicator]
    recipes: Recipes
    publish: bool = False
    regions: RegionAreas | None = None

    def announce(self, what: str, recipe: Recipe | None) -> None:
        """Tell what comes next."""
        sentence = _UNVERIFIED if recipe and recipe.verified is None else _ASKING
        self.progress(sentence.filled(what=what))

    def ages_of(self, indicator: str) -> str | None:
        """The ages of an indicator of the catalogue, "18–64"."""
        return self.catalogue[indicator].population.ages if indicator in self.catalogue else None

    def brought_in(self, file: SourceFile, provider: str, indicator: str | None, what: str) -> Outcome:
        """The releases that a file makes: drafts, unless the session publishes. `what`: the query, for the note beside the time.

        Raises:
            Refused: nothing of the file can be arranged.
        """
        chosen = indicator if indicator in self.catalogue else None
        largest = max(len(file.data), settings().max_upload_mb * 1_000_000)
        known = list(self.catalogue.values())
        understood = understand(file.data, file.name, self.names, known, file.mapping, chosen, largest)
        understood = replace(understood, problems=[*file.problems, *understood.problems])
        note = f"{what}; {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        order = Order(provider, self.by, confirms=False, publish=self.publish, note=note)
        outcome = bring_in(self.engine, understood, file.data, self.names.areas, order)
        if outcome.status in {"draft", "published"}:
            self.catalogue |= {item.id: item for item in understood.indicators}
        return outcome


def start(
    engine: sa.Engine,
    by: Person,
    http: Http,
    progress: Progress,
    at: SourceSettings | None,
    recipes: Recipes | None,
    publish: bool = False,
) -> Session:
    """The session of one command, with the settings in force and the project's recipes where no others are given."""
    with engine.connect() as connection:
        names, catalogue = AreaNames(area_tables.load(connection)), store.load(connection)
    at, recipes = at or source_settings(), recipes or read_recipes()
    return Session(engine, by, http, progress, at, names, catalogue, recipes, publish)
