"""What stands in a cell of the template, and the value that is read from it again.

Choices and stages are written by name and read by name in any language, or by code; lists are parted by semicolons.
What cannot be read is left as it is: the check of the record tells what will not do.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from keko.config import Language
from keko.data.area_names import AreaNames, folded
from keko.data.text import Text
from keko.ecosystem.stages import read_stages
from keko.intake.values.dates import day_of
from keko.words.ecosystem import EVIDENCE, SECTORS, STATES

_CODED = {"municipalities", "areas", "languages"}  # lists whose parts hold no comma, so that commas part them too
_LISTS = {"municipalities", "languages", "methods", "areas"}
_NUMBERS = {"agreed_days", "places"}
_DAYS = {"since", "removed_on", "day"}
_WHOLE = re.compile(r"(\d+)(?:[.,]0+)?")


@cache
def choices(field: str) -> Mapping[Any, Text]:
    """Code and name of what a field may hold; empty where it holds anything."""
    named: dict[str, Mapping[Any, Text]] = {
        "sector": SECTORS,
        "evidence": EVIDENCE,
        "state": STATES,
        "remover": SECTORS,
    }
    return {stage.code: stage.names for stage in read_stages()} if field == "stage" else named.get(field, {})


def written(field: str, value: Any, language: Language) -> str:
    """A value as a cell; empty where there is none."""
    if value is None or value == ():
        return ""
    if field == "participants":
        return _joined([f"{SECTORS[sector].within(language)}: {count}" for sector, count in value.items()])
    if field == "point":
        return " ".join(map(repr, value))
    if field in _LISTS:
        return _joined(value)
    if isinstance(value, date):
        return value.isoformat()
    name = choices(field).get(str(value))
    return name.within(language) if name else str(value)


@dataclass(frozen=True)
class CellReader:
    """Reads cells. `areas`: the names of areas, None where only codes are known."""

    areas: AreaNames | None = None

    def read(self, field: str, cell: str) -> Any:
        """The value of a cell that is not empty."""
        if field in _LISTS:
            return tuple(
                self._code(field, part) for part in _parted(cell.replace(",", ";") if field in _CODED else cell)
            )
        if field in _NUMBERS:
            return int(number[1]) if (number := _WHOLE.fullmatch(cell)) else cell
        if field in _DAYS:
            return day_of(cell) or cell
        if field == "participants":
            return _participants(cell)
        if field == "point":
            return _point(cell)
        return cell if field == "remover" else chosen(field, cell)  # an actor may be called as a sector is

    def _code(self, field: str, part: str) -> str:
        if self.areas is None or field not in {"municipalities", "areas"} or part in self.areas.areas.by_code:
            return part
        return self.areas.match(part, "KU" if field == "municipalities" else None).code or part


def chosen(field: str, cell: str) -> str:
    """The code of what a cell names in any language; the cell as it is where it names none."""
    named: dict[str, str] = {folded(name): code for code, names in choices(field).items() for name in names}
    return named.get(folded(cell), cell)


def _participants(cell: str) -> dict[str, Any]:
    pairs = (part.rpartition(":") for part in _parted(cell))
    return {chosen("sector", sector.strip()): count.strip() for sector, _, count in pairs}


def _joined(parts: Sequence[str]) -> str:
    target = io.StringIO()
    csv.writer(target, delimiter=";", lineterminator="").writerow(parts)
    return target.getvalue()


def _point(cell: str) -> tuple[str, ...]:
    """Latitude and longitude, parted by space, semicolon or comma; a comma may be that of a decimal too: 60,4 25,1."""
    parts = re.split(r"\s*[;\s]\s*|,\s+", cell.strip())
    parts = parts if len(parts) > 1 or cell.count(",") != 1 else cell.split(",")
    return tuple(part.strip().replace(",", ".") for part in parts)


def _parted(cell: str) -> list[str]:
    row = next(csv.reader([cell], delimiter=";", skipinitialspace=True), [])
    return [part.strip() for part in row if part.strip()]
