"""An invented ecosystem, as `assets/demo_ecosystem.yaml` explains it, with how it was a year ago."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa

from keko.config import ASSETS
from keko.data.people import Person
from keko.data.shipped import read_yaml
from keko.ecosystem.codes import known_codes
from keko.ecosystem.records import KINDS, Actor, Cooperation, Kind, Method, Offering, Record, Service
from keko.ecosystem.register import owner_of
from keko.ecosystem.store import confirm, read, write_invented

_AGO, _LATER = (
    timedelta(days=365),
    timedelta(days=45),
)  # how long ago things were otherwise, and since when they are as now
_EVIDENCE_SOURCE = "Esimerkki / Exempel / Demo"


def invent_ecosystem(connection: sa.Connection, by: Person) -> None:
    """Put the invented ecosystem there where nobody has written of a real one and its segment models are published.

    What non-profit actors keep has not been confirmed for long.
    """
    models = {model for kind in _parts()["kinds"].values() for model in kind["groups"]}
    if read(connection).entries or not models <= known_codes(connection).segments.keys():
        return
    today = datetime.now(UTC)
    for records, ago in ((records_a_year_ago(), _AGO), (demo_records(), _LATER)):
        write_invented(connection, records, by, (today - ago).isoformat(timespec="seconds"))
    by_key = {record.key: record for record in demo_records()}
    keepers = {record.id for record in by_key.values() if isinstance(record, Actor) and record.sector != "ngo"}
    held = (record for record in by_key.values() if owner_of(record, by_key) in {*keepers, None})
    confirm(connection, held, by)


def demo_records() -> list[Record]:
    """The invented records as they are now."""
    return _records(_parts()["services"])


def records_a_year_ago() -> list[Record]:
    """The same as they were a year ago: some services were there no more or not yet, some agreed waits were others."""
    before = _parts()["before"]
    other = {tuple(row[:2]): row for row in before["other"]}
    not_yet = {tuple(row) for row in before["not_yet"]}
    rows = [other.get(tuple(row[:2]), row) for row in _parts()["services"] if tuple(row[:2]) not in not_yet]
    return _records([*rows, *before["gone"]])


@cache
def _parts() -> dict[str, Any]:
    parts: dict[str, Any] = read_yaml(ASSETS / "demo_ecosystem.yaml")
    return parts


def _records(services: Sequence[Sequence[Any]]) -> list[Record]:
    parts = _parts()
    return [
        *(_actor(*row) for row in parts["actors"]),
        *(
            Method(id=row["id"], name=row["names"], evidence=row["evidence"], source=_EVIDENCE_SOURCE)
            for row in parts["methods"]
        ),
        *(record for row in services for record in _service(*row)),
        *(
            Cooperation.model_validate({"actor": actor, "partner": partner, "what": _text(words)})
            for actor, partner, *words in parts["cooperation"]
        ),
        *(record for row in parts["obstacles"] for record in _obstacle(**row)),
        *(_of("occasion", row | {"name": row["names"]}, without="names") for row in parts["occasions"]),
    ]


def _actor(id_: str, fi: str, sv: str, en: str, sector: str, municipalities: Sequence[int]) -> Record:
    codes = _codes(municipalities)
    point = _parts()["points"].get(id_)
    fields = {"id": id_, "name": _text((fi, sv, en)), "sector": sector, "municipalities": codes, "point": point}
    return _of("actor", fields)


def _service(
    kind: str, actor: str, days: int | None, places: int | None, municipalities: Sequence[int] = ()
) -> Iterator[Record]:
    """A service with the groups it is offered to."""
    parts = _parts()
    of_kind = parts["kinds"][kind]
    service = Service.model_validate(
        {
            "id": f"{actor}-{kind}",
            "name": of_kind["names"],
            "actor": actor,
            "what": of_kind["what"],
            "for_whom": parts["whom"][of_kind["whom"]],
            "how": parts["ways"][of_kind["how"]],
            "agreed_days": days,
            "places": places,
            "languages": ["fi", "sv"] if kind in {"advice", "interview"} else ["fi"],
            "municipalities": _codes(municipalities),
            "methods": of_kind.get("methods", ()),
            "delay": of_kind.get("delay"),
        }
    )
    yield service
    for model, groups in of_kind["groups"].items():
        for group in groups:
            yield Offering(service=service.id, model=model, segment=group, stage=of_kind["stage"])


def _obstacle(**row: Any) -> Iterator[Record]:
    ((model, segment),) = row.pop("segments", {None: None}).items()
    removed = {"state": "removed"} if row.get("removed_on") else {}
    yield _of("obstacle", row | {"model": model, "segment": segment} | removed)


def _of(kind: Kind, fields: dict[str, Any], without: str = "") -> Record:
    return KINDS[kind].model_validate({name: value for name, value in fields.items() if name != without})


def _text(words: Sequence[str]) -> dict[str, str]:
    return dict(zip(("fi", "sv", "en"), words, strict=True))


def _codes(municipalities: Sequence[int]) -> list[str]:
    return [f"KU{number:03}" for number in municipalities]
