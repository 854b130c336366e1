"""A small invented ecosystem for tests: two actors, a service of each, and what they are for."""

from datetime import date
from typing import Any

from keko.data.people import Grant, Person
from keko.data.text import Text
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


def name(words: str) -> Text:
    """Words that read alike in every language."""
    return Text.same(words)


COUNTY = Actor(
    id="keusote", name=name("Keski-Uudenmaan alue"), sector="public-county", municipalities=("KU186", "KU858")
)
CHARITY = Actor(id="tuki", name=name("Tuki ry"), sector="ngo", municipalities=("KU186",))
MODEL = "kaksi"
IPS = Method(id="ips", name=name("IPS-valmennus"), evidence="strong", source="Cochrane 2017", owner="keusote")
COACHING = Service(
    id="ips-keusote", name=name("IPS-valmennus Keusote"), actor="keusote", methods=("ips",), agreed_days=14
)
PEER = Service(id="vertaistuki", name=name("Vertaistuki"), actor="tuki")
TOGETHER = Cooperation(actor="keusote", partner="tuki", what=name("Ohjaavat toisilleen"))
QUEUE = Obstacle(
    id="jono",
    what=name("Arvioon jonotetaan"),
    areas=("KU186",),
    owner="tuki",
    remover="keusote",
    since=date(2026, 1, 1),
)
COMMON = Obstacle(
    id="lomake", what=name("Tiedot eivät siirry"), areas=("KU186",), since=date(2026, 2, 1)
)  # no organisation keeps it
FAIR = Occasion(id="messut", name=name("Työkykymessut"), day=date(2026, 3, 1), owner="keusote", participants={"ngo": 3})
EVERY: list[Record] = [COUNTY, CHARITY, IPS, COACHING, PEER, TOGETHER, QUEUE, COMMON, FAIR]

OF_COUNTY = Person("p-county", (Grant("actor", "keusote"),))
OF_CHARITY = Person("p-charity", (Grant("actor", "tuki"),))
ANALYST = Person("p-analyst", (Grant("analyst", None, ("HVA02", "KU186", "KU858")),))
ANALYST_OF_CHARITY = Person("p-analyst-of-charity", (Grant("analyst", "tuki"),))
ELSEWHERE = Person("p-elsewhere", (Grant("analyst", None, ("HVA15",)),))
READER = Person("p-reader")
ADMIN = Person("p-admin", (Grant("admin"),))


def other(record: Record, **fields: Any) -> Any:
    """The record with other values."""
    return type(record).model_validate(record.model_dump() | fields)


def offering(service: str = "ips-keusote", segment: str = "B", stage: str = "skills", **fields: Any) -> Offering:
    """That a service is for a group of the invented model."""
    return Offering(service=service, model=MODEL, segment=segment, stage=stage, **fields)
