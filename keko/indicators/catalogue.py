"""The catalogue: what every indicator means, how it is made, and what protects it."""

from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator

from keko.config import ASSETS
from keko.data.text import Text

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

Words = Annotated[
    Text,
    BeforeValidator(lambda value: Text.of(value) if isinstance(value, dict) else value),
    PlainSerializer(lambda text: text._asdict(), return_type=dict),
]
# Words that a file may also give as one text for all languages.
Named = Annotated[Words, BeforeValidator(lambda value: Text.same(value) if isinstance(value, str) else value)]


class Strict(BaseModel):
    """A part of the catalogue: an unknown key is a spelling mistake, not an extension."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Population(Strict):
    """Whom a figure is about. `ages` as "15–64", or None where age does not limit it."""

    ages: str | None = None
    who: Words


class Disclosure(Strict):
    """How small cells are protected: `none` for open data that its publisher has protected."""

    rule: Literal["none", "small cells"]
    threshold: int = Field(default=5, ge=2)
    sensitive: bool = False


class Category(Strict):
    """One value of an indicator's `breakdown`. What stands before a colon in `id` names the division it belongs to."""

    id: str = Field(max_length=120)
    names: Words


class Indicator(Strict):
    """One indicator.

    `multiplier`: what numerator / denominator is multiplied by to give the value in `unit`. `sample`: numerators and
    denominators count answers of a sample, not persons of the area. `quality_limit`: the widest 95 % interval, in `unit`,
    of a value that is not uncertain (see `keko.indicators.quality`). `composition`: its categories make up the whole, so
    that there is no figure of all together.
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
    family: str | None = None
    headline: int | None = None
    aliases: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    composition: bool = False

    @model_validator(mode="after")
    def _whole(self) -> "Indicator":
        if self.availability == "to be delivered" and self.deliverer is None:
            raise ValueError(f"{self.id}: who will deliver it is not said")
        if self.kind == "proportion" and self.multiplier != 100:
            raise ValueError(f"{self.id}: a proportion is stored in per cent, multiplier 100")
        return self

    @property
    def comparable(self) -> bool:
        """Whether figures of areas of different sizes can stand on one scale."""
        return self.kind not in {"count", "other"}

    @property
    def category_names(self) -> dict[str, Text]:
        """What each category is called, by its id, in their order."""
        return {one.id: one.names for one in self.categories}

    @property
    def all_names(self) -> frozenset[str]:
        """Every text that means this indicator: id, names and aliases."""
        return frozenset({self.id, *self.names, *self.aliases})


def read_catalogue(folder: Path = ASSETS / "catalogue") -> list[Indicator]:
    """Every indicator of the YAML files in `folder`, in the order of the files and of their lines.

    Raises:
        ValueError: an entry breaks the schema or an id stands twice; the message names the file.
    """
    found: dict[str, Indicator] = {}
    for path in sorted(folder.glob("*.yaml")):
        entries: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in entries:
            try:
                item = Indicator.model_validate(entry)
            except ValueError as error:
                raise ValueError(f"{path.name}, {entry.get('id')}: {error}") from error
            if item.id in found:
                raise ValueError(f"{path.name}: {item.id} stands twice in the catalogue")
            found[item.id] = item
    return list(found.values())
