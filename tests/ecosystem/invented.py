"""A small invented ecosystem for tests: two actors, a service of each, and what they are for."""

from typing import Any

from keko.data.people import Grant, Person
from keko.ecosystem.records import (
    Actor,
    Cooperation,
    Method,
    Obstacle,
    Occasion,
    Offering,
    Record,
    Service,
)

COUNTY = Actor(id="keusote", name="Keski-Uudenmaan alue", sector="public-county", municipalities=("KU186", "KU858"))
CHARITY = Actor(id="tuki", name="Tuki ry", sector="ngo", municipalities=("KU186",))
IPS = Method(id="ips", name="IPS-valmennus", evidence="strong", source="Cochrane 2017", owner="keusote")
COACHING = Service(id="ips-keusote", name="IPS-valmennus Keusote", actor="keusote", methods=("ips",), agreed_days=14)
PEER = Service(id="vertaistuki", name="Vertaistuki", actor="tuki")
TOGETHER = Cooperation(actor="keusote", partner="tuki", what="Ohjaavat toisilleen")
QUEUE = Obstacle(id="jono", what="Arvioon jonotetaan", areas=("KU186",), owner="tuki", remover="keusote", since="2026-01-01")
FAIR = Occasion(id="messut", name="Työkykymessut", day="2026-03-01", owner="keusote", participants={"ngo": 3})
EVERY: list[Record] = [COUNTY, CHARITY, IPS, COACHING, PEER, TOGETHER, QUEUE, FAIR]

OF_COUNTY = Person("p-county", (Grant("actor", "keusote"),))
OF_CHARITY = Person("p-charity", (Grant("actor", "tuki"),))
ANALYST = Person("p-analyst", (Grant("analyst", None, ("HVA02", "KU186", "KU858")),))
ELSEWHERE = Person("p-elsewhere", (Grant("analyst", None, ("HVA15",)),))
READER = Person("p-reader")
ADMIN = Person("p-admin", (Grant("admin"),))


def other(record: Record, **fields: Any) -> Any:
    """The record with other values."""
    return type(record).model_validate(record.model_dump() | fields)


def offering(service: str = "ips-keusote", segment: str = "J", stage: str = "skills", **fields: Any) -> Offering:
    """That a service is for a group of the invented model."""
    return Offering(service=service, model="malli", segment=segment, stage=stage, **fields)
