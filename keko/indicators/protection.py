"""Whether the figures of an indicator are about persons, and how small cells are protected then."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

AboutPersons = Literal["yes", "no", "protected"]
# Why small cells stay as they are, where a person has said so.
Unprotected = Literal["not about persons", "protected by its publisher"]
# What values of the kind "other" are, where they tell of persons.
Figures = Literal["persons", "shares of clients"]


class Strict(BaseModel):
    """A part of the catalogue: an unknown key is a spelling mistake, not an extension."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Disclosure(Strict):
    """How small cells are protected: as of persons, unless somebody has said `because` of what not.

    `because`: why the rule is none; `stated_by`, `stated_at`: who said so and when (UTC, ISO 8601), None where nobody has.
    `figures`: what the values of an indicator of the kind "other" are.
    """

    rule: Literal["none", "small cells"]
    threshold: int = Field(default=5, ge=2)
    sensitive: bool = False
    because: Unprotected | None = None
    stated_by: str | None = None
    stated_at: str | None = None
    figures: Figures | None = None

    @classmethod
    def stated(cls, about: AboutPersons, threshold: int = 5, figures: Figures | None = None) -> "Disclosure":
        """As somebody answers whether figures are about persons."""
        if about == "yes":
            return cls(rule="small cells", threshold=threshold, figures=figures)
        because: Unprotected = "not about persons" if about == "no" else "protected by its publisher"
        return cls(rule="none", threshold=threshold, because=because)

    @property
    def about_persons(self) -> AboutPersons:
        """The answer that the rule comes from."""
        if self.rule != "none":
            return "yes"
        return "no" if self.because == "not about persons" else "protected"
