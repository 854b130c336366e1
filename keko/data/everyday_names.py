"""What people call the wellbeing services counties: short names of their own that are no part of the official one."""

import csv
from dataclasses import dataclass
from functools import cache

from keko.config import ASSETS

_OF_THE_AREA = "{genitive} alue"


@dataclass(frozen=True)
class EverydayName:
    """One county's. `genitive`: of the name, in Finnish."""

    code: str
    name: str
    genitive: str

    @property
    def forms(self) -> tuple[str, str]:
        """The name, and as the area of who is called so: Keusote, Keusoten alue."""
        return self.name, _OF_THE_AREA.format(genitive=self.genitive)


@cache
def everyday_names() -> dict[str, EverydayName]:
    """All of them, by the county's code."""
    with (ASSETS / "areas" / "everyday.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: EverydayName(**row) for row in csv.DictReader(file)}
