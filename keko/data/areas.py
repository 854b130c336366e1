"""Areas, who belongs where and when, loaded once per version of the data."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from keko.config import ASSETS, Language
from keko.data.everyday_names import everyday_names
from keko.data.periods import first_day
from keko.data.schema import area, area_alias, membership, succession
from keko.data.text import Text

FOLDER = ASSETS / "areas"
WHOLE_COUNTRY = "MAA"


@dataclass(frozen=True)
class Area:
    """One area. `population`: residents, used as a weight for coverage, None where not known."""

    code: str
    level: str
    name: Text
    short: Text
    population: int | None
    valid_from: date | None
    valid_to: date | None

    def existed(self, period: str) -> bool:
        """Whether the area existed when `period` began."""
        day = first_day(period)
        return (self.valid_from is None or day >= self.valid_from) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Succession:
    """`old` was merged into `new` on `day`."""

    old: str
    new: str
    day: date


@dataclass(frozen=True)
class Areas:
    """All areas with their memberships, successions and aliases. `sets`: areas that are looked at as one, by code."""

    by_code: dict[str, Area]
    parents_of: dict[str, tuple[str, ...]]
    successions: dict[str, Succession]
    aliases: tuple[tuple[str, str, str], ...]
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __getitem__(self, code: str) -> Area:
        return self.by_code[code]

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def of_level(self, level: str) -> list[Area]:
        """The areas of a level, by code, abolished ones included."""
        return [item for item in self.by_code.values() if item.level == level]

    def living(self, level: str) -> list[str]:
        """The codes of the areas of a level that exist."""
        return [item.code for item in self.of_level(level) if item.valid_to is None]

    def parents(self, code: str) -> tuple[str, ...]:
        """County, employment area, region and country of a municipality; an abolished one has its successor's."""
        if code in self.parents_of:
            return self.parents_of[code]
        heir = self.successions.get(code)
        return self.parents(heir.new) if heir else ()

    @cached_property
    def members_of(self) -> dict[str, frozenset[str]]:
        """The municipalities of every area above them, abolished ones included."""
        members: dict[str, set[str]] = {}
        for municipality in self.of_level("KU"):
            for parent in self.parents(municipality.code):
                members.setdefault(parent, set()).add(municipality.code)
        return {parent: frozenset(codes) for parent, codes in members.items()}

    def municipalities(self, code: str) -> frozenset[str]:
        """The municipalities an area consists of; of a municipality, itself."""
        if code in self.sets:
            return frozenset().union(*(self.municipalities(member) for member in self.sets[code]))
        return self.members_of.get(code, frozenset({code}))

    def label(self, code: str, language: Language) -> str:
        """The name to show where areas of several levels stand together."""
        item = self.by_code[code]
        return item.name.within(language)


def read_files(folder: Path = FOLDER) -> dict[str, list[dict[str, Any]]]:
    """Rows of the area tables as the project ships them, empty cells as None."""

    def rows(name: str) -> list[dict[str, Any]]:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return [{key: value or None for key, value in row.items()} for row in csv.DictReader(file)]

    def dated(row: dict[str, Any]) -> dict[str, Any]:
        dates = {key: date.fromisoformat(row[key]) for key in ("valid_from", "valid_to", "date") if row.get(key)}
        return {**row, **dates}

    everyday = [
        {"level": "HVA", "alias": form, "code": name.code} for name in everyday_names().values() for form in name.forms
    ]
    areas = [
        {**dated(row), "population": int(row["population"]) if row["population"] else None} for row in rows("area")
    ]
    return {
        "area": areas,
        "membership": rows("membership"),
        "succession": [dated(row) for row in rows("succession")],
        "area_alias": [*rows("alias"), *everyday],
    }


def write(connection: sa.Connection, folder: Path = FOLDER) -> None:
    """Bring the area tables to what the project ships. May be run again at any time: aliases that people added stay."""
    files = read_files(folder)
    for table in (area, membership, succession, area_alias):
        key_columns = [column.name for column in table.primary_key]
        known = {tuple(row) for row in connection.execute(sa.select(*table.primary_key))}
        rows = files[table.name]
        fresh = [row for row in rows if tuple(row[column] for column in key_columns) not in known]
        if fresh:
            connection.execute(table.insert(), fresh)
        value_columns = [name for name in rows[0] if name not in key_columns]
        stale = [row for row in rows if tuple(row[column] for column in key_columns) in known] if value_columns else []
        if stale:
            matches = [table.c[column] == sa.bindparam(f"at_{column}") for column in key_columns]
            change = table.update().where(*matches).values({name: sa.bindparam(f"to_{name}") for name in value_columns})
            connection.execute(
                change,
                [
                    {f"at_{k}": row[k] for k in key_columns} | {f"to_{v}": row[v] for v in value_columns}
                    for row in stale
                ],
            )


def load(connection: sa.Connection) -> Areas:
    """Every area in the database (four small queries)."""

    def text(row: Any, kind: str) -> Text:
        return Text(row[f"{kind}_fi"], row[f"{kind}_sv"], row[f"{kind}_en"])

    def area_of(row: Any) -> Area:
        dates = row["population"], row["valid_from"], row["valid_to"]
        return Area(row["code"], row["level"], text(row, "name"), text(row, "short"), *dates)

    areas = [area_of(row) for row in connection.execute(sa.select(area).order_by(area.c.code)).mappings()]
    parents: dict[str, list[str]] = {}
    for member, parent in connection.execute(
        sa.select(membership.c.member, membership.c.parent).order_by(membership.c.parent)
    ):
        parents.setdefault(member, []).append(parent)
    heirs = [Succession(*row) for row in connection.execute(sa.select(succession))]
    aliases = connection.execute(sa.select(area_alias.c.level, area_alias.c.alias, area_alias.c.code))
    return Areas(
        by_code={known.code: known for known in areas},
        parents_of={member: tuple(codes) for member, codes in parents.items()},
        successions={heir.old: heir for heir in heirs},
        aliases=tuple((level, alias, code) for level, alias, code in aliases),
    )
