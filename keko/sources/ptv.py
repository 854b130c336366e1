"""Answers of the national service register's (PTV, Suomi.fi) open interface, versions 11 and 12, without the network.

Version 11 gives lists of words by language and type (`serviceNames`, `serviceDescriptions`); version 12 words by language
(`languageVersions`), and ids of its own (`contentId`). Both are read to the same `Told`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from keko.config import LANGUAGES
from keko.data.problems import Refused
from keko.data.text import Text
from keko.ecosystem.found import Status
from keko.sources.ptv_pages import Item
from keko.sources.ptv_problems import BAD_ITEM, FOREIGN, ONLY_NAMES, OTHER_VERSION
from keko.sources.ptv_shapes import AreaOf, Named, OrganisationOf, Said, ServiceOf11, ServiceOf12, Version
from keko.sources.titles import plain

Kind = Literal["service", "organisation", "channel"]
Words = Mapping[str, str]  # by language
_STATUSES: dict[str, Status] = {
    "published": "published",
    "archived": "archived",
    "deleted": "archived",  # so v11 calls what has been archived
    "withdrawn": "withdrawn",
}
_OLD_TYPES = {"ShortDescription", "ServiceUserInstruction"}
_TOP_GROUPS = {"KR1", "KR2", "KR3"}  # citizens, companies, authorities: said only where nothing closer is


_SERVICE_11, _SERVICE_12, _ORGANISATION = (
    TypeAdapter(ServiceOf11),
    TypeAdapter(ServiceOf12),
    TypeAdapter(OrganisationOf),
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation. `type`: as the register has it, such as "Municipality"; empty where it is not told."""

    id: str
    names: Words
    type: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A service as an answer tells of it. `status`: None where it is not public; `areas`: codes of KEKO's levels KU, MK, HVA.

    `groups`, `channels`: names of target groups, and of the channels through which one gets in.
    """

    id: str
    names: Words
    organisation: Organisation
    status: Status | None
    modified: str
    summary: Words = field(default_factory=dict)
    description: Words = field(default_factory=dict)
    requirements: Words = field(default_factory=dict)
    instruction: Words = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    is_nationwide: bool = False
    areas: tuple[str, ...] = ()
    groups: tuple[Words, ...] = ()
    channels: tuple[str, ...] = ()


def kind_of(item: Item, number: int) -> Kind:
    """What an item is. `number`: which one of its file.

    Raises:
        Refused: it is none of PTV's, is only a name, or comes from an old version.
    """
    if "serviceNames" in item:
        return "service"
    if "organizationNames" in item:
        return "organisation"
    if "serviceChannelNames" in item or ("contentId" in item and {"serviceChannelType", "channelType"} & item.keys()):
        return "channel"
    if "contentId" in item and "languageVersions" in item:
        return "service" if "organizationContentId" in item else "organisation"
    raise Refused([(ONLY_NAMES if "name" in item and {"id", "contentId"} & item.keys() else FOREIGN).at(item=number)])


def read_service(item: Item, number: int) -> Told:
    """A service. `number`: which one of its file.

    Raises:
        Refused: a field of it will not do.
    """
    return _told_12(_read(_SERVICE_12, item, number)) if "contentId" in item else _told_11(item, number)


def read_organisation(item: Item, number: int) -> Organisation:
    """An organisation.

    Raises:
        Refused: a field of it will not do.
    """
    read = _read(_ORGANISATION, {"id": item.get("contentId"), **item}, number)
    names = _by_language(read.organizationNames, "Name") or _of_versions(read.languageVersions, "name")
    return Organisation(read.id, names, read.organizationType)


def text_of(words: Words) -> Text:
    """Words of the register in KEKO's languages: what is missing in one is told in another, Finnish first."""
    said = {language: plain(words[language]) for language in (*LANGUAGES, *words) if words.get(language)}
    otherwise = next(iter(said.values()), "")
    return Text(*(said.get(language) or otherwise for language in LANGUAGES))


def _told_11(item: Item, number: int) -> Told:
    read = _read(_SERVICE_11, item, number)
    if any(words.type in _OLD_TYPES for words in read.serviceDescriptions):
        raise Refused([OTHER_VERSION.at(item=number)])
    areas = [*read.areas, *([AreaOf(type="Municipality", municipalities=read.municipalities)])]
    closer = [group for group in read.targetGroups if group.code not in _TOP_GROUPS] or read.targetGroups
    return Told(
        id=read.id.lower(),
        names=_by_language(read.serviceNames, "Name"),
        organisation=_responsible(read),
        status=_STATUSES.get(read.publishingStatus.lower()),
        modified=read.modified[:32],
        summary=_by_language(read.serviceDescriptions, "Summary", "GD_Summary"),
        description=_by_language(read.serviceDescriptions, "Description", "GD_Description"),
        requirements=_by_language(read.requirements),
        instruction=_by_language(read.serviceDescriptions, "UserInstruction", "GD_UserInstruction"),
        languages=tuple(read.languages),
        is_nationwide=read.areaType.startswith(("Nationwide", "WholeCountry")),
        areas=_codes(areas),
        groups=tuple(_by_language(group.name) for group in closer),
        channels=tuple(own.channel.name for own in read.serviceChannels if own.channel and own.channel.name),
    )


def _told_12(read: ServiceOf12) -> Told:
    versions = read.languageVersions
    lists = (("KU", read.municipalities), ("MK", read.regions), ("HVA", read.wellbeingServicesCounties))
    codes = (level + code for level, its_codes in lists for code in its_codes)
    return Told(
        id=read.id.lower(),
        names=_of_versions(versions, "name"),
        organisation=Organisation(read.organizationContentId.lower(), {}),
        status="archived" if read.archivedAt else _STATUSES.get(read.publishingStatus.lower()),
        modified=read.modifiedAt[:32],
        summary=_of_versions(versions, "summary"),
        description=_of_versions(versions, "description"),
        requirements=_of_versions(versions, "requirements"),
        instruction=_of_versions(versions, "userInstruction"),
        languages=tuple(read.serviceLanguages),
        is_nationwide=read.areaType.startswith(("Nationwide", "WholeCountry")),
        areas=tuple(dict.fromkeys((*codes, *_codes(read.areas)))),
    )


def _responsible(read: ServiceOf11) -> Organisation:
    """Who answers for a service: the one in that role, else the main one."""
    by_role = (own.organization for own in read.organizations if own.role == "Responsible" and own.organization)
    found = read.mainOrganization or next(by_role, None) or Named()
    return Organisation(found.id.lower(), {"fi": found.name} if found.name else {})


def _codes(areas: Iterable[AreaOf]) -> tuple[str, ...]:
    """The municipalities of areas; of an area without any, itself."""
    codes: dict[str, None] = {}
    for area in areas:
        own = [f"KU{part.code}" for part in area.municipalities]
        level = {"Municipality": "KU", "Region": "MK", "Province": "MK"}.get(area.type)
        level = "HVA" if area.type.startswith("Wellbeing") else level
        codes |= dict.fromkeys(own or ([f"{level}{area.code}"] if level and area.code else []))
    return tuple(codes)


def _by_language(said: Iterable[Said], *types: str) -> Words:
    """The words of the first of `types` that there are; of any type where none is named."""
    every = list(said)
    for type_ in types or ("",):
        if words := {part.language: part.value for part in every if part.value and type_ in {part.type, ""}}:
            return words
    return {}


def _of_versions(versions: Mapping[str, Version], name: str) -> Words:
    return {language: value for language, version in versions.items() if (value := getattr(version, name))}


def _read(adapter: "TypeAdapter[Any]", item: Item, number: int) -> Any:
    try:
        return adapter.validate_python(item)
    except ValidationError as error:
        raise Refused([BAD_ITEM.at(item=number, field=str(error.errors()[0]["loc"][0]))]) from error
