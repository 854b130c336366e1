"""Fetching services of an area from the national service register (PTV): v11, or v12 for whom it has given a key."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from keko.data.areas import Areas
from keko.data.problems import Refused
from keko.data.text import Text
from keko.ecosystem.found import Status
from keko.sources.http import Http, read_json
from keko.sources.problems import SOURCE_BAD_ANSWER
from keko.sources.ptv import Organisation, Told, kind_of, read_organisation, read_service
from keko.sources.ptv_found import Looked, Progress, cleared, found_of, in_area
from keko.sources.ptv_pages import Item, read_items
from keko.sources.settings import SourceSettings

_ASKING = Text(
    "{what}: haetaan, sivu {page}/{pages}",
    "{what}: hämtas, sida {page}/{pages}",
    "{what}: fetching, page {page}/{pages}",
)
_AT_A_TIME = 100  # ids in a question of v11, and items of a page of v12
_MOST_PAGES = 2_000
_ENDED: dict[str, Status] = {"Archived": "archived", "Withdrawn": "withdrawn"}
Parameters = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Fetched:
    """What the register offers in an area. `ended`: of the services known here, those that it has archived or withdrawn."""

    looked: Looked
    ended: dict[str, Status]


def fetch(
    http: Http,
    at: SourceSettings,
    areas: Areas,
    area: str,
    known: set[str],
    since: date | None = None,
    progress: Progress = lambda _: None,
) -> Fetched:
    """The services that are offered in the municipalities of an area; those for the whole country are not asked for.

    `known`: ids of the services there are drafts of; `since`: only what has changed since that day.

    Raises:
        Refused: the register does not answer, or answers something else.
    """
    asking = _Asking(http, at, progress)
    codes = sorted(areas.municipalities(area) & set(areas.living("KU")))
    services = _services_12(asking, codes, since) if at.ptv_key else _services_11(asking, codes, areas, since)
    here, problems = in_area(services, areas, area)
    nameless = dict.fromkeys(service.organisation.id for service, _ in here if not service.organisation.names)
    organisations = {id_: asking.organisation(id_) for id_ in nameless}
    looked = cleared((found_of(service, own, organisations) for service, own in here), problems, progress)
    return Fetched(looked, dict(_ended(asking, since, known)) if known else {})


@dataclass(frozen=True)
class _Asking:
    """How the register is asked."""

    http: Http
    at: SourceSettings
    progress: Progress

    def get(self, path: str, parameters: Parameters = ()) -> bytes:
        """The answer to a question."""
        headers = {"x-api-key": self.at.ptv_key} if self.at.ptv_key else None
        return self.http.get(f"{self.at.ptv_url}/{path}", parameters, headers)

    def pages(self, path: str, parameters: Parameters, what: str) -> Iterator[list[Item]]:
        """The items of every page, page after page."""
        count, page = 1, 1
        while page <= min(count, _MOST_PAGES):
            self.progress(_ASKING.filled(what=f"PTV {what}", page=page, pages=count))
            answer = read_json(self.get(path, [*parameters, ("page", str(page))]), f"PTV {what}")
            yield _items(answer, what)
            told = answer.get("pageCount", answer.get("totalPages", 1))
            count = told if isinstance(told, int) else 1
            page += 1

    def organisation(self, id_: str) -> Organisation:
        """An organisation, by its id."""
        path = f"organization/{id_}" if self.at.ptv_key else f"Organization/{id_}"
        return read_organisation(_item(read_json(self.get(path), f"PTV {id_}"), id_), 1)


def _services_11(asking: _Asking, codes: Iterable[str], areas: Areas, since: date | None) -> Iterator[Told]:
    """Services by municipality; those that have changed since a day are first asked for by their ids."""
    for code in codes:
        where, name = f"area/Municipality/code/{code.removeprefix('KU')}", areas[code].name.fi
        if since is None:
            for items in asking.pages(f"Service/list/{where}", [("includeWholeCountry", "false")], name):
                yield from _read(items)
            continue
        ids = [
            str(item.get("id", ""))
            for items in asking.pages(f"Service/{where}", [("date", f"{since.isoformat()}T00:00:00")], name)
            for item in items
        ]
        for start in range(0, len(ids), _AT_A_TIME):
            wanted = ",".join(ids[start : start + _AT_A_TIME])
            yield from _read(read_items(io.BytesIO(asking.get("Service/list", [("guids", wanted)]))))


def _services_12(asking: _Asking, codes: Iterable[str], since: date | None) -> Iterator[Told]:
    """Services by all municipalities at once. v12 has no question of what changed since: the answers tell it."""
    where = [("municipalities", code.removeprefix("KU")) for code in codes]
    parameters = [("pageSize", str(_AT_A_TIME)), ("municipalitiesMatch", "any"), *where]
    for items in asking.pages("service/search", parameters, "v12"):
        for service in _read(items):
            if since is None or not service.modified or service.modified >= since.isoformat():
                yield service


def _ended(asking: _Asking, since: date | None, known: set[str]) -> Iterator[tuple[str, Status]]:
    """Those of the known services that are archived or withdrawn."""
    for name, status in _ENDED.items():
        if asking.at.ptv_key and status == "withdrawn":
            continue  # v12 tells only of archived ones
        path = "service/archived" if asking.at.ptv_key else "Service"
        day = [("date", f"{since.isoformat()}T00:00:00")] if since else []
        parameters = [("pageSize", str(_AT_A_TIME))] if asking.at.ptv_key else [("status", name), *day]
        for items in asking.pages(path, parameters, name):
            ids = (str(item.get("contentId", item.get("id", ""))).lower() for item in items)
            yield from ((id_, status) for id_ in ids if id_ in known)


def _read(items: Iterable[Item]) -> Iterator[Told]:
    for number, item in enumerate(items, 1):
        if kind_of(item, number) == "service":
            yield read_service(item, number)


def _items(answer: object, what: str) -> list[Item]:
    page = answer if isinstance(answer, dict) else {}
    items = page.get("itemList", page.get("items", ...))
    if items is None:  # an empty page of v11
        return []
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise Refused([SOURCE_BAD_ANSWER.at(what=f"PTV {what}")])
    return items


def _item(answer: object, what: str) -> Item:
    if not isinstance(answer, dict):
        raise Refused([SOURCE_BAD_ANSWER.at(what=f"PTV {what}")])
    return answer
