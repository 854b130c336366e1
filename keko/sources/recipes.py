"""What KEKO fetches for its catalogue, and how it makes sure that it is still the same (`assets/sources.yaml`)."""

from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field, model_validator

from keko.config import ASSETS
from keko.data.shipped import read_yaml
from keko.indicators.protection import Strict

FILE = ASSETS / "sources.yaml"


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
    its title. `select`: what is asked of other dimensions, by code or by name.
    """

    table: str = Field(pattern=r"^[a-z0-9_]+/[A-Za-z0-9_]+\.px$")
    contents: tuple[str, ...] = ()
    select: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Recipes(Strict):
    """All of them. One indicator comes from one place."""

    sotkanet: tuple[SotkanetRecipe, ...] = ()
    statfin: tuple[StatfinRecipe, ...] = ()

    @model_validator(mode="after")
    def _once(self) -> "Recipes":
        ids = [recipe.indicator for recipe in (*self.sotkanet, *self.statfin)]
        twice = {id_ for id_ in ids if ids.count(id_) > 1}
        if twice:
            raise ValueError(f"more than one source for {', '.join(sorted(twice))}")
        return self

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
