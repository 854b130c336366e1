"""Municipalities abolished before those that KEKO keeps as areas, and whose area is theirs now: facts for messages."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache

from keko.config import ASSETS
from keko.data.areas import Areas
from keko.data.name_forms import bare_forms, loose
from keko.data.text import Text


@dataclass(frozen=True)
class Former:
    """A municipality that was merged into another on `day`. `successor`: its code; it may have been abolished later."""

    code: str
    name: Text
    successor: str
    day: date

    def is_called(self, name: str) -> bool:
        """Whether `name` is its name, in either language or both."""
        own = frozenset(map(loose, self.name))
        return any(all(form.is_of(own) for form in parts) for parts in bare_forms(name))

    def heir(self, areas: Areas) -> str:
        """The municipality of today, through all mergers since."""
        code = self.successor
        while code not in areas or code in areas.successions:
            code = areas.successions[code].new if code in areas else formers()[code].successor
        return code


def former_coded(code: str) -> Former | None:
    """The one that had a code (KU174)."""
    return formers().get(code)


def former_named(name: str) -> Former | None:
    """The one that had a name."""
    return _by_name().get(loose(name))


@cache
def formers() -> dict[str, Former]:
    """All of them by code, as Statistics Finland's classifications of municipalities list them from 1972 on."""
    with (ASSETS / "areas" / "abolished.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    named = {row["code"]: Text(row["name_fi"], row["name_sv"], row["name_fi"]) for row in rows}
    return {
        row["code"]: Former(row["code"], named[row["code"]], row["successor"], date.fromisoformat(row["date"]))
        for row in rows
    }


@cache
def _by_name() -> dict[str, Former]:
    return {loose(name): former for former in formers().values() for name in former.name}
