"""The catalogue: what every indicator means, how it is made, and what protects it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator

from keko.config import ASSETS
from keko.data.shipped import read_yaml
from keko.data.text import Text
from keko.indicators.protection import Disclosure, Strict
from keko.indicators.unit_cost import UnitCost
from keko.indicators.wording import Words

IndicatorKind = Literal["proportion", "rate", "mean", "median", "count", "change", "ratio", "index", "score", "other"]
Polarity = Literal["higher", "lower", "none"]
Frequency = Literal["year", "quarter", "month"]
Availability = Literal["open", "to be delivered"]
Theme = Literal[
    "participation",
    "unemployment",
    "services",
    "work-ability",
    "experience",
    "costs",
    "population",
    "cooperation",
    "imported",
]

# What a count counts that was turned to what can be compared.
Counted = Literal["persons", "things", "euros", "residents"]
# Several indicators that count one phenomenon, each by a definition of its own.
Family = Literal["difficult-to-employ"]
# The topics of the page of the working-age population, in its order.
Topic = Literal["activity", "education", "origin", "health", "population"]
WorkingAgeRole = Literal["in work", "in work by group", "persons by age"]


class Population(Strict):
    """Whom a figure is about. `ages` as "15–64" or "15–", or None where age does not limit it.

    `residents`: whether it is everybody of those ages who lives in the area. A share or rate has them as its denominator.
    """

    ages: str | None = None
    residents: bool = False
    who: Words


class Category(Strict):
    """One value of an indicator's `breakdown`; before a colon in `id` stands its division. `polarity`: if not the indicator's."""

    id: str = Field(max_length=120)
    names: Words
    polarity: Polarity | None = None


class MemberColumn(Strict):
    """A column of the table of an area's municipalities: the category shown, and the heading over it. From left by `order`."""

    order: int = Field(ge=1)
    category: str = "total"
    heading: Words


class WorkingAge(Strict):
    """What an indicator is on the page of the working-age population.

    `topic`, `order`: among which figures it stands, and where; `categories`: those of its categories that are shown, one
    after the other, or none for everybody together. `label`: its name where its ages stand beside it. `role`: what the
    page is built on: the share in work, the same by group of people (its `categories`), or the persons of the age
    pyramid; each role belongs to one indicator.
    """

    topic: Topic | None = None
    order: int | None = Field(default=None, ge=1)
    categories: tuple[str, ...] = ()
    label: Words | None = None
    role: WorkingAgeRole | None = None
    column: MemberColumn | None = None

    @model_validator(mode="after")
    def _placed(self) -> "WorkingAge":
        if (self.topic is None) != (self.order is None):
            raise ValueError("topic and order belong together")
        if self.role == "in work by group" and not self.categories:
            raise ValueError("categories: the groups are not named")
        if self.topic is None and self.role is None and self.column is None:
            raise ValueError("neither a topic, a role nor a column: it would not be shown")
        return self


class Wait(Strict):
    """What a median of waiting times is told from.

    `classes`: the indicator that counts persons by class of waiting time (see `keko.indicators.waits`), from which median
    and quartiles are computed where nobody delivers them; `agreed_days`: within how many days the service is agreed to begin.
    """

    classes: str
    agreed_days: int | None = Field(default=None, ge=0)


class Indicator(Strict):
    """One indicator.

    `licence`: empty where none is known. `multiplier`: what numerator / denominator is multiplied by to give the value in
    `unit`. `sample`: numerators and denominators count answers of a sample, not persons of the area. `quality_limit`: the
    widest 95 % interval, in `unit`, of a value that is not uncertain (see `keko.indicators.quality`). `composition`: its
    categories make up the whole, so that there is no figure of all together, or one that says no more than how many they
    are. `parts`: the indicators whose numbers of persons add up to its own. `counts_residents`: its figures are the
    residents of areas, the denominator of others. `least_difference`: the smallest difference between areas that is worth
    speaking of, in `unit`. `counted`: of a count that was turned to what it is per resident, or of residents to how they
    grow, what it counts (see `keko.indicators.comparing.denominators`); never in the catalogue. `working_age`: its place on
    the page of the working-age population. `wait`: of a median of waiting times, where they are told by class. `unit_cost`:
    where somebody has published one. `lag_days`: how long after a period ends its figures usually come, where that is known.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)
    theme: Theme
    seed_number: str | None = None
    names: Words
    definition: Words
    population: Population
    unit: str
    decimals: int = Field(ge=0, le=4)
    kind: IndicatorKind
    multiplier: float = Field(default=1.0, gt=0)
    polarity: Polarity
    frequency: Frequency
    source: Words
    licence: str
    responsible: Words
    availability: Availability
    deliverer: Words | None = None
    limitations: Words | None = None
    disclosure: Disclosure
    sample: bool = False
    quality_limit: float | None = Field(default=None, gt=0)
    family: Family | None = None
    headline: int | None = None
    aliases: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    composition: bool = False
    parts: tuple[str, ...] = ()
    counts_residents: bool = False
    least_difference: float | None = Field(default=None, gt=0)
    counted: Counted | None = None
    working_age: WorkingAge | None = None
    wait: Wait | None = None
    unit_cost: UnitCost | None = None
    lag_days: int | None = Field(default=None, ge=0, le=2000)

    @model_validator(mode="after")
    def _whole(self) -> "Indicator":
        if self.wait and self.kind != "median":
            raise ValueError(f"{self.id}: a wait is a median")
        if self.availability == "to be delivered" and self.deliverer is None:
            raise ValueError(f"{self.id}: who will deliver it is not said")
        if self.kind == "proportion" and self.multiplier != 100:
            raise ValueError(f"{self.id}: a proportion is stored in per cent, multiplier 100")
        return self

    @model_validator(mode="after")
    def _shows_what_it_has(self) -> "Indicator":
        place = self.working_age
        if place is None:
            return self
        known = set(self.category_names) | (set() if self.composition else {"total"})
        wanted = [("categories", category) for category in place.categories]
        wanted += [("categories", "total")] if place.topic and not wanted else []
        wanted += [("column.category", place.column.category)] if place.column else []
        for field, category in wanted:
            if category not in known:
                raise ValueError(f"working_age.{field}: {self.id} has no figure of {category!r}")
        return self

    @property
    def comparable(self) -> bool:
        """Whether figures of areas of different sizes can stand on one scale."""
        return self.kind not in {"count", "other"}

    @property
    def category_names(self) -> dict[str, Text]:
        """What each category is called, by its id, in their order."""
        return {category.id: category.names for category in self.categories}

    def of_category(self, breakdown: str) -> "Indicator":
        """The indicator as one of its categories is judged."""
        own = {category.id: category.polarity for category in self.categories}.get(breakdown)
        return self.model_copy(update={"polarity": own}) if own else self

    @property
    def all_names(self) -> frozenset[str]:
        """Every text that means this indicator: id, names and aliases."""
        return frozenset({self.id, *self.names, *self.aliases})


def headline_ids(items: Iterable[Indicator]) -> tuple[str, ...]:
    """The indicators that leadership sees first, in their order."""
    chosen = [(item.headline, item.id) for item in items if item.headline is not None]
    return tuple(id_ for _, id_ in sorted(chosen, key=lambda pair: pair[0]))


def read_catalogue(folder: Path = ASSETS / "catalogue") -> list[Indicator]:
    """Every indicator of the YAML files in `folder`, in the order of the files and of their lines.

    Raises:
        ValueError: an entry breaks the schema, or an id or a place on a page stands twice; the message names the file.
    """
    catalogue: dict[str, Indicator] = {}
    taken: dict[Place, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        entries: list[dict[str, Any]] = read_yaml(path)
        for entry in entries:
            try:
                item = Indicator.model_validate(entry)
            except ValueError as error:
                raise ValueError(f"{path.name}, {entry.get('id')}: {error}") from error
            if item.id in catalogue:
                raise ValueError(f"{path.name}: {item.id} stands twice in the catalogue")
            for place in _places(item):
                if other := taken.get(place):
                    raise ValueError(f"{path.name}, {item.id}: working_age: {' '.join(map(str, place))} is {other}'s")
                taken[place] = item.id
            catalogue[item.id] = item
    for item in catalogue.values():
        if item.wait and (item.wait.classes not in catalogue or catalogue[item.wait.classes].kind != "count"):
            raise ValueError(f"{item.id}: wait.classes: {item.wait.classes} is no count of persons in the catalogue")
    return list(catalogue.values())


Place = tuple[str | int, ...]  # on the page of the working-age population, as the catalogue names it


def _places(item: Indicator) -> list[Place]:
    """The places on the page that belong to the indicator alone."""
    page = item.working_age
    if page is None:
        return []
    places: list[Place] = [("role", page.role)] if page.role else []
    places += [("topic", page.topic, "order", page.order)] if page.topic and page.order else []
    return places + ([("column order", page.column.order)] if page.column else [])
