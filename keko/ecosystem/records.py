"""The records that the ecosystem's picture is made of, each kind with what it refers to."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import Field, StringConstraints

from keko.data.text import Text
from keko.ecosystem.values import (
    Code,
    Codes,
    Degrees,
    Id,
    Languages,
    Line,
    Name,
    Prose,
    Sentence,
    Switchboard,
    Website,
    nothing,
)
from keko.indicators.protection import Strict

Kind = Literal["actor", "service", "method", "offering", "cooperation", "obstacle", "occasion"]
Key = tuple[Kind, str]  # what a record is known by: its kind and its id
Sector = Literal[
    "public-county", "employment-area", "municipality", "state", "ngo", "company", "education", "research", "parish",
    "other",
]  # fmt: skip
Evidence = Literal["strong", "moderate", "emerging", "none-known"]
State = Literal["open", "in-progress", "removed"]
SECTORS: tuple[Sector, ...] = get_args(Sector)
EVIDENCE: tuple[Evidence, ...] = get_args(Evidence)
STATES: tuple[State, ...] = get_args(State)
Reference = tuple[str, Key]  # the field that refers, and to what


class Record(Strict):
    """What every kind has. Ids hold no slash, so that a record made of others may be known by theirs.

    `kind`: which one it is. Areas are codes; days are dates; ids refer to records of the kind that the field is named by.
    """

    kind: ClassVar[Kind]

    @property
    def key(self) -> Key:
        """Its kind and its id."""
        raise NotImplementedError

    def references(self) -> Iterator[Reference]:
        """The records that it cannot be without."""
        yield from ()


class _WithId(Record):
    id: Id

    @property
    def key(self) -> Key:
        """Its kind and its id."""
        return self.kind, self.id


class _Owned(_WithId):
    """`owner`: the actor that keeps it, None where the analysts do."""

    owner: Id | None = None

    def references(self) -> Iterator[Reference]:
        """Its owner."""
        if self.owner is not None:
            yield "owner", ("actor", self.owner)


class Actor(_WithId):
    """An organisation; its id is that of the organisation in KEKO where it is one. `point`: latitude and longitude, degrees."""

    kind = "actor"
    name: Name
    sector: Sector
    municipalities: Codes = ()
    address: Line = ""
    website: Website = ""
    switchboard: Switchboard = ""
    point: tuple[Annotated[Degrees, Field(ge=-90, le=90)], Annotated[Degrees, Field(ge=-180, le=180)]] | None = None


class Service(_WithId):
    """What an actor does for somebody. `municipalities`: where, none for all of its actor's.

    `how`: how one gets in; `agreed_days`: the longest agreed wait; `places`: a year; `languages`: codes of ISO 639-1.
    `delay`: the indicator that measures its wait; `register`: its id in the national service register (PTV).
    """

    kind = "service"
    name: Name
    actor: Id
    what: Prose = Field(default_factory=nothing)
    for_whom: Prose = Field(default_factory=nothing)
    how: Prose = Field(default_factory=nothing)
    agreed_days: Annotated[int, Field(ge=0, le=3_650)] | None = None
    places: Annotated[int, Field(ge=0, le=1_000_000)] | None = None
    languages: Languages = ()
    municipalities: Codes = ()
    delay: Code | None = None
    register_id: (
        Annotated[str, StringConstraints(pattern=r"^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$")] | None
    ) = None
    methods: Codes = ()

    def references(self) -> Iterator[Reference]:
        """Its actor and its methods."""
        yield "actor", ("actor", self.actor)
        for method in self.methods:
            yield "methods", ("method", method)


class Method(_Owned):
    """A way to work, such as IPS coaching. `evidence`: how strong that it works, by `source`."""

    kind = "method"
    name: Name
    what: Prose = Field(default_factory=nothing)
    evidence: Evidence
    source: Line = ""


class Offering(Record):
    """That a service is for a group at a stage. `segment`: a code of the segment model `model`; `areas`: none for the service's."""

    kind = "offering"
    service: Id
    model: Code
    segment: Code
    stage: Code
    areas: Codes = ()

    @property
    def key(self) -> Key:
        """What it is made of: the same is not offered twice."""
        return self.kind, f"{self.service}/{self.model}/{self.segment}/{self.stage}"

    def references(self) -> Iterator[Reference]:
        """Its service."""
        yield "service", ("service", self.service)


class Cooperation(Record):
    """What two actors do together; `actor` keeps the record."""

    kind = "cooperation"
    actor: Id
    partner: Id
    what: Prose = Field(default_factory=nothing)

    @property
    def key(self) -> Key:
        """The two actors, whichever keeps it: there is one record of a pair."""
        return self.kind, "/".join(sorted((self.actor, self.partner)))

    def references(self) -> Iterator[Reference]:
        """Both."""
        yield "actor", ("actor", self.actor)
        yield "partner", ("actor", self.partner)


class Obstacle(_Owned):
    """What stops a group at a stage. `remover`: the actor or sector that could remove it; `areas`: none for the whole country.

    `segment`, `model`, `stage`: None for every one; `action`: the id of the undertaking that was made of it, there or since removed.
    """

    kind = "obstacle"
    what: Sentence
    model: Code | None = None
    segment: Code | None = None
    stage: Code | None = None
    areas: Codes = ()
    remover: Id | None = None
    state: State = "open"
    since: date
    removed_on: date | None = None
    action: Code | None = None

    @property
    def is_standing(self) -> bool:
        """Whether it has not been removed."""
        return self.state != "removed"

    def references(self) -> Iterator[Reference]:
        """Its owner, and the actor that could remove it."""
        yield from super().references()
        if self.remover is not None and self.remover not in SECTORS:
            yield "remover", ("actor", self.remover)


class Occasion(_Owned):
    """An event of the project. `participants`: how many, by sector."""

    kind = "occasion"
    name: Name
    day: date
    areas: Codes = ()
    participants: dict[Sector, Annotated[int, Field(ge=0, le=100_000)]] = Field(default_factory=dict)


KINDS: dict[Kind, type[Record]] = {
    kind.kind: kind for kind in (Actor, Service, Method, Offering, Cooperation, Obstacle, Occasion)
}


def called(record: Record) -> Text:
    """What to call a record where people read of it: its name, or else its words or its id."""
    words = getattr(record, "name", None) or getattr(record, "what", None)
    return words if isinstance(words, Text) and words.fi else Text.same(record.key[1])


def as_data(record: Record) -> dict[str, Any]:
    """A record as the database and the audit log hold it."""
    return record.model_dump(mode="json")
