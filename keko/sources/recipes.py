"""What KEKO fetches for its catalogue, and how it makes sure that it is still the same (`assets/sources.yaml`)."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, model_validator

from keko.config import ASSETS
from keko.data.providers import STATFIN, THL
from keko.data.shipped import read_yaml
from keko.indicators.protection import Strict

FILE = ASSETS / "sources.yaml"
# Who delivers what is fetched: Sotkanet is THL's, StatFin is Statistics Finland's.
PROVIDERS = THL, STATFIN


class Recipe(Strict):
    """One indicator of the catalogue from a source.

    `titles`: what the source may call it, in Finnish; `since`: the first year; `verified`: the day on which somebody last
    saw the source answer so, None where nobody has yet.
    """

    indicator: str
    titles: tuple[str, ...] = Field(min_length=1)
    since: int = Field(default=2015, ge=1970, le=2100)
    verified: date | None = None


class SotkanetRecipe(Recipe):
    """From the indicator `id` of Sotkanet."""

    id: int = Field(gt=0)


class StatfinRecipe(Recipe):
    """From the table `table` of StatFin.

    `contents`: codes that the wanted content has or has had; where the table has none of them, the content is found by
    its title. `numerator`, `denominator`: the same codes of the persons that a share is of, where the table counts them.
    `select`: what is asked of other dimensions, by code or by name; `ages`: which ages, as `keko.sources.age_groups` reads them.
    """

    table: str = Field(pattern=r"^[a-z0-9_]+/[A-Za-z0-9_]+\.px$")
    contents: tuple[str, ...] = ()
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    select: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    ages: tuple[Annotated[str, Field(pattern=r"^(all|\d+(-\d+)?)$")], ...] = ()

    @model_validator(mode="after")
    def _of_persons(self) -> "StatfinRecipe":
        if bool(self.numerator) != bool(self.denominator):
            raise ValueError(f"{self.indicator}: numerator and denominator belong together")
        return self


AnyRecipe = SotkanetRecipe | StatfinRecipe


class Recipes(Strict):
    """All of them. One indicator comes from one place."""

    sotkanet: tuple[SotkanetRecipe, ...] = ()
    statfin: tuple[StatfinRecipe, ...] = ()

    @model_validator(mode="after")
    def _once(self) -> "Recipes":
        ids = [recipe.indicator for recipe in self.every]
        twice = {id_ for id_ in ids if ids.count(id_) > 1}
        if twice:
            raise ValueError(f"more than one source for {', '.join(sorted(twice))}")
        return self

    @property
    def every(self) -> tuple[AnyRecipe, ...]:
        """All of them, in the order in which they are fetched."""
        return (*self.statfin, *self.sotkanet)

    def of_sotkanet(self, id_: int) -> SotkanetRecipe | None:
        """The recipe that uses an indicator of Sotkanet."""
        return next((recipe for recipe in self.sotkanet if recipe.id == id_), None)


def read_recipes(path: Path = FILE) -> Recipes:
    """The recipes in a YAML file.

    Raises:
        ValueError: an entry breaks the schema.
    """
    parsed: dict[str, Any] = read_yaml(path)
    return Recipes.model_validate(parsed)
