"""A service as the national service register (PTV) tells of it: what differs between two tellings, and no personal data."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from keko.data.personal_data import kinds_in
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.ecosystem.fields import FIELDS
from keko.ecosystem.records import Sector
from keko.ecosystem.values import Code, Codes, Languages, Name, Prose, nothing
from keko.indicators.protection import Strict

Status = Literal["published", "archived", "withdrawn"]
TEXTS = ("what", "for_whom", "how", "description")  # free text that a service can be without
# What a change is asked about.
COMPARED = ("name", "organisation_name", "what", "for_whom", "how", "languages", "municipalities")
_CALLED = {"organisation_name": "actor", "description": "what"}  # fields that a service of KEKO has under another name

FIELD_LEFT_OUT = ProblemKind(
    "ptv-field-left-out",
    "warning",
    Text(
        "Palvelu ”{name}”: kenttä ”{field}” jätettiin pois, koska siinä on henkilötietoja.",
        "Tjänsten ”{name}”: fältet ”{field}” lämnades bort, eftersom det innehåller personuppgifter.",
        "Service “{name}”: the field “{field}” was left out, as it holds personal data.",
    ),
)
SERVICE_LEFT_OUT = ProblemKind(
    "ptv-service-left-out",
    "warning",
    Text(
        "Palvelu {id} jätettiin pois, koska sen kentässä ”{field}” on henkilötietoja.",
        "Tjänsten {id} lämnades bort, eftersom dess fält ”{field}” innehåller personuppgifter.",
        "The service {id} was left out, as its field “{field}” holds personal data.",
    ),
)


class Found(Strict):
    """What the register tells. `id`, `organisation`: its own ids; `municipalities`: of the area that was asked about.

    `description`: the long one, to be read when the service is matched; `modified`: when it changed there (UTC, ISO 8601);
    `left_out`: the fields that held personal data.
    """

    id: Code
    name: Name
    organisation: str = Field(default="", max_length=40)
    organisation_name: Name
    sector: Sector = "other"
    what: Prose = Field(default_factory=nothing)
    for_whom: Prose = Field(default_factory=nothing)
    how: Prose = Field(default_factory=nothing)
    description: Prose = Field(default_factory=nothing)
    languages: Languages = ()
    municipalities: Codes = ()
    status: Status = "published"
    modified: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def is_published(self) -> bool:
        """Whether the register still offers it."""
        return self.status == "published"


def changed_fields(before: Found, after: Found) -> list[str]:
    """The fields that somebody who has matched the service is asked about again, in order."""
    return [field for field in COMPARED if getattr(before, field) != getattr(after, field)]


def without_personal_data(found: Found) -> tuple[Found | None, list[Problem]]:
    """The service without the fields that hold personal data, and what was left out; None where its names do."""
    for field in ("name", "organisation_name"):
        if kinds_in(getattr(found, field)):
            return None, [SERVICE_LEFT_OUT.at(id=found.id, field=called(field))]
    left_out = tuple(_personal(found))
    if not left_out:
        return found, []
    cleared = found.model_copy(update={**dict.fromkeys(left_out, nothing()), "left_out": left_out})
    return cleared, [FIELD_LEFT_OUT.at(name=found.name, field=called(field)) for field in left_out]


def called(field: str) -> Text:
    """What to call a field."""
    return FIELDS[_CALLED.get(field, field)]


def _personal(found: Found) -> Iterator[str]:
    for field in TEXTS:
        if kinds_in(getattr(found, field)):
            yield field
