"""The shapes of the national service register's (PTV) answers, as far as KEKO reads them: null stands for what is left out.

Version 11: github.com/Tampere/ptv-php-client-v11 describes every field; version 12: its beta, in which codes stand alone.
"""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field

_List = BeforeValidator(lambda value: [] if value is None else value)
_Line = Annotated[str, BeforeValidator(lambda value: "" if value is None else value)]


class Said(BaseModel):
    """Words in a language; `type`: what they are for."""

    language: _Line = "fi"
    value: _Line = ""
    type: _Line = ""


class Named(BaseModel):
    """What is referred to, by its id."""

    id: _Line = ""
    name: _Line = ""


class Code(BaseModel):
    """A municipality."""

    code: str


class AreaOf(BaseModel):
    """Where a service is: municipalities, or an area of a type with its code."""

    type: _Line = ""
    code: _Line = ""
    municipalities: Annotated[list[Code], _List] = []


class Group(BaseModel):
    """A target group."""

    code: _Line = ""
    name: Annotated[list[Said], _List] = []


class OfOrganisation(BaseModel):
    """An organisation in its role."""

    role: _Line = Field(default="", alias="roleType")
    organization: Named | None = None


class OfChannel(BaseModel):
    """A channel through which one gets in."""

    channel: Named | None = Field(default=None, alias="serviceChannel")


class ServiceOf11(BaseModel):
    """A service of version 11."""

    id: str = Field(pattern=r"^[0-9A-Fa-f-]{8,40}$")
    serviceNames: list[Said]
    serviceDescriptions: Annotated[list[Said], _List] = []
    requirements: Annotated[list[Said], _List] = []
    languages: Annotated[list[str], _List] = []
    areaType: _Line = ""
    areas: Annotated[list[AreaOf], _List] = []
    municipalities: Annotated[list[Code], _List] = []
    targetGroups: Annotated[list[Group], _List] = []
    organizations: Annotated[list[OfOrganisation], _List] = []
    mainOrganization: Named | None = None
    serviceChannels: Annotated[list[OfChannel], _List] = []
    publishingStatus: _Line = "Published"
    modified: _Line = ""


class Version(BaseModel):
    """The words of one language in version 12."""

    name: _Line = ""
    summary: _Line = ""
    description: _Line = ""
    userInstruction: _Line = ""
    requirements: _Line = ""


_Codes = Annotated[
    list[str],
    BeforeValidator(lambda value: [part.get("code", part) if isinstance(part, dict) else part for part in value or ()]),
]


class ServiceOf12(BaseModel):
    """A service of version 12."""

    id: str = Field(alias="contentId", pattern=r"^[0-9A-Fa-f-]{8,40}$")
    languageVersions: dict[str, Version]
    serviceLanguages: Annotated[list[str], _List] = []
    organizationContentId: _Line = ""
    areaType: _Line = ""
    areas: Annotated[list[AreaOf], _List] = []
    municipalities: _Codes = []
    regions: _Codes = []
    wellbeingServicesCounties: _Codes = []
    publishingStatus: _Line = "Published"
    archivedAt: _Line = ""
    modifiedAt: _Line = ""


class OrganisationOf(BaseModel):
    """An organisation of either version."""

    id: str
    organizationNames: Annotated[list[Said], _List] = []
    languageVersions: dict[str, Version] = {}
    organizationType: _Line = ""
