"""From a file of the national service register (PTV) to services of one area, ready to be kept as drafts."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from keko.config import LANGUAGES
from keko.data.areas import Areas
from keko.data.names import LONGEST_NAME
from keko.data.problems import Problem, Refused
from keko.data.text import Text
from keko.ecosystem.found import Found, without_personal_data
from keko.ecosystem.records import Sector
from keko.ecosystem.values import LONGEST_TEXT
from keko.sources.ptv import Organisation, Told, Words, kind_of, read_organisation, read_service, text_of
from keko.sources.ptv_pages import read_items
from keko.sources.ptv_problems import BAD_ITEM, CHECKED, ELSEWHERE, FOREIGN, NOT_PUBLIC, READ

Progress = Callable[[Text], None]
_OF_TYPE: dict[str, Sector] = {"Municipality": "municipality", "State": "state", "Company": "company"}
# What the name of an organisation tells of its sector, the first that fits.
_NAMES: dict[str, Sector] = {
    r"hyvinvointialue|välfärdsområde|HUS-yhtymä": "public-county",
    r"työllisyysalue|työllisyyspalvelut|sysselsättningsområde": "employment-area",
    r"seurakunta|församling": "parish",
    r"kaupunki\b|kunta\b|\bstad\b|\bkommun\b": "municipality",
    r"kansaneläkelaitos|\bkela\b|ely-keskus|elinvoimakeskus|virasto\b|\bfpa\b": "state",
    r"yliopisto|korkeakoulu|opisto\b|koulutuskuntayhtymä": "education",
    r"tutkimus|\bTHL\b|terveyden ja hyvinvoinnin laitos": "research",
    r"\bry\b|\brf\b|yhdistys|säätiö|stiftelse|järjestö": "ngo",
    r"\boyj?\b|\bab\b|\bosk\b|\btmi\b|\bky\b": "company",
}
_OF_NAME = {re.compile(words, re.IGNORECASE): sector for words, sector in _NAMES.items()}
_EVERY = 500  # services between two words of progress


@dataclass(frozen=True)
class Looked:
    """The services of an area, and what has to be said of a file or an answer."""

    found: list[Found]
    problems: list[Problem]


def read_file(file: BinaryIO, areas: Areas, area: str, progress: Progress = lambda _: None) -> Looked:
    """The services of a file that are offered in an area.

    Raises:
        Refused: the file is no answer of the register, is broken, or has pages missing.
    """
    organisations: dict[str, Organisation] = {}
    channels = 0

    def services() -> Iterator[Told]:
        nonlocal channels
        for number, item in enumerate(read_items(file), 1):
            if number % _EVERY == 0:
                progress(READ.filled(count=number))
            kind = kind_of(item, number)
            if kind == "service":
                yield read_service(item, number)
            elif kind == "organisation":
                read = read_organisation(item, number)
                organisations[read.id.lower()] = read
            else:
                channels += 1

    here, problems = in_area(services(), areas, area)
    if not here and not problems and (organisations or channels):
        raise Refused([FOREIGN.at(item=1)])
    return cleared((found_of(service, codes, organisations) for service, codes in here), problems, progress)


def in_area(
    services: Iterable[Told], areas: Areas, area: str
) -> tuple[list[tuple[Told, tuple[str, ...]]], list[Problem]]:
    """The public services that are offered in an area, each once and with its municipalities there."""
    own = areas.municipalities(area) & set(areas.living("KU"))
    here: dict[str, tuple[Told, tuple[str, ...]]] = {}
    elsewhere = hidden = 0
    for service in services:
        codes = _municipalities(service, areas, own)
        if service.status is None:
            hidden += 1
        elif codes:
            here[service.id] = service, codes
        else:
            elsewhere += 1
    counts = ((ELSEWHERE, elsewhere), (NOT_PUBLIC, hidden))
    return list(here.values()), [kind.at(count=count) for kind, count in counts if count]


def cleared(services: Iterable[Found], problems: Iterable[Problem], progress: Progress = lambda _: None) -> Looked:
    """The services without personal data; `problems`: what has to be said already."""
    said, kept = list(problems), []
    for number, service in enumerate(services, 1):
        if number % _EVERY == 0:
            progress(CHECKED.filled(count=number))
        without, left_out = without_personal_data(service)
        said += left_out
        kept += [without] if without else []
    return Looked(kept, said)


def found_of(told: Told, municipalities: tuple[str, ...], organisations: Mapping[str, Organisation]) -> Found:
    """A service as KEKO keeps it, with the name of its organisation.

    Raises:
        Refused: it has no name, or nobody answers for it.
    """
    own = organisations.get(told.organisation.id, told.organisation)
    names = own.names or told.organisation.names
    for field, words in (("serviceNames", told.names), ("organizations", names)):
        if not any(words.values()):
            raise Refused([BAD_ITEM.at(item=told.id, field=field)])
    name, organisation = _cut(text_of(told.names), LONGEST_NAME), _cut(text_of(names), LONGEST_NAME)
    summary, description = text_of(told.summary), text_of(told.description)
    return Found(
        id=told.id,
        name=name,
        organisation=told.organisation.id,
        organisation_name=organisation,
        sector=sector_of(own.type, organisation.fi),
        what=_cut(summary if summary.fi else description, LONGEST_TEXT),
        for_whom=_cut(_joined(told.groups, told.requirements), LONGEST_TEXT),
        how=_cut(text_of(told.instruction or {"fi": "; ".join(told.channels)}), LONGEST_TEXT),
        description=_cut(description, LONGEST_TEXT),
        languages=tuple(code for code in told.languages if re.fullmatch("[a-z]{2}", code)),
        municipalities=municipalities,
        status=told.status or "published",
        modified=told.modified,
    )


def sector_of(type_: str, name: str) -> Sector:
    """The sector of an organisation, by its type in the register or else by its name; "other" where neither tells."""
    by_name = [sector for pattern, sector in _OF_NAME.items() if pattern.search(name)]
    return _OF_TYPE.get(type_) or (by_name[0] if by_name else "other")


def _municipalities(told: Told, areas: Areas, own: frozenset[str] | set[str]) -> tuple[str, ...]:
    """The municipalities of the area that a service is offered in."""
    if told.is_nationwide:
        return tuple(sorted(own))
    return tuple(sorted({code for area in told.areas for code in areas.municipalities(area)} & own))


def _joined(groups: Iterable[Words], requirements: Words) -> Text:
    """For whom a service is: target groups, then what is asked of who comes."""
    parts = [text for text in map(text_of, groups) if text.fi]
    asked = text_of(requirements)
    listed = (", ".join(getattr(text, language) for text in parts) for language in LANGUAGES)
    return Text(*(". ".join(filter(None, both)) for both in zip(listed, asked, strict=True)))


def _cut(text: Text, longest: int) -> Text:
    """The text, with an ellipsis where it would be too long."""
    return Text(*(part if len(part) <= longest else f"{part[: longest - 2].rsplit(' ', 1)[0]} …" for part in text))
