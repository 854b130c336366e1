"""What a model of population segments is: its groups, the factors they are described by, and how it was made."""

from collections.abc import Set
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from keko.indicators.catalogue import Population
from keko.indicators.protection import Disclosure, Strict
from keko.indicators.wording import Named

TOTAL = "total"
PREFIX = "segments/"  # no indicator's id has a slash in it, so the two never meet in the catalogue
NONE_OF_THEM = "none"  # the set of no factors
APART = "+"  # between the factors of a set

ModelKind = Literal["segments", "definitions"]

# YAML and spreadsheets read 2024 as a number; here it is a text.
Written = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int | float) else value)]
Code = Annotated[Written, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=40)]


class Segment(Strict):
    """A group of people. `at_risk`: not yet difficult to employ, but near it."""

    code: Code
    names: Named
    description: Named | None = None
    difficult_to_employ: bool = False
    at_risk: bool = False


class Factor(Strict):
    """Something that people in a segment have more or less often; in a family of definitions, one of them."""

    code: Code
    names: Named


class Approval(Strict):
    """Who of the producer has approved the figures for publication, and when."""

    by: str
    date: Written


class SegmentModel(Strict):
    """A model with the statement that travels with it.

    `kind`: segments part the population; definitions are several ways to count one phenomenon, of which only the
    overlap is kept, with the definitions (ids of indicators of one family) as factors. `method`, `variables`, `limits`:
    how the segments were made, from what, and what they do not tell. `approval`: the producer's, None while there is none.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
    version: Written = Field(max_length=40)
    kind: ModelKind = "segments"
    names: Named
    producer: Named
    method: Named
    population: Population
    years: Written
    variables: tuple[Named, ...] = ()
    limits: Named
    citation: Named
    approval: Approval | None = None
    disclosure: Disclosure = Disclosure(rule="small cells")
    segments: tuple[Segment, ...] = ()
    factors: tuple[Factor, ...] = ()

    @model_validator(mode="after")
    def _told_apart(self) -> "SegmentModel":
        for codes in (self.segment_codes, self.factor_codes):
            if len(set(codes)) < len(codes) or {TOTAL, NONE_OF_THEM} & set(codes):
                raise ValueError("a code stands twice, or is one of the words total and none")
        return self

    @property
    def entry(self) -> str:
        """What the catalogue and the releases call the model."""
        return f"{PREFIX}{self.id}"

    @property
    def segment_codes(self) -> tuple[str, ...]:
        """Codes of the segments, in the model's order."""
        return tuple(segment.code for segment in self.segments)

    @property
    def difficult_codes(self) -> tuple[str, ...]:
        """Codes of the segments that are difficult to employ."""
        return tuple(segment.code for segment in self.segments if segment.difficult_to_employ)

    @property
    def at_risk_codes(self) -> tuple[str, ...]:
        """Codes of the segments at risk."""
        return tuple(segment.code for segment in self.segments if segment.at_risk)

    @property
    def factor_codes(self) -> tuple[str, ...]:
        """Codes of the factors, in the model's order."""
        return tuple(factor.code for factor in self.factors)

    def set_of(self, codes: Set[str]) -> str:
        """The text by which a set of factors is kept."""
        return APART.join(code for code in self.factor_codes if code in codes) or NONE_OF_THEM
