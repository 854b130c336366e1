"""What an attack comes to: each number that is given away, within what range, and from what that follows."""

from collections.abc import Hashable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import pandas as pd

from keko.config import Language
from keko.data.observations import KEY
from keko.data.text import Text

AREAS = Text("alueiden summista", "summor över områden", "sums over areas")
SEXES = Text("sukupuolista", "kön", "sexes")
AGES = Text("ikäryhmistä", "åldersgrupper", "ages")
CATEGORIES = Text("luokista", "kategorier", "categories")
PERIODS = Text("vuodesta ja sen kuukausista", "året och dess månader", "a year and its months")
OWN_NUMBERS = Text("osuuden muista luvuista", "andelens övriga tal", "the share's other numbers")
ROUNDING = Text("arvon pyöristyksestä", "värdets avrundning", "the rounding of the value")
EARLIER = Text(
    "korvatusta tai perutusta julkaisusta",
    "en ersatt eller återkallad publicering",
    "a release since replaced or withdrawn",
)
OTHER_PROVIDER = Text("toisen toimittajan luvuista", "en annan leverantörs tal", "another provider's figures")
OTHER_INDICATOR = Text("mittarista {name}", "indikatorn {name}", "the indicator {name}")
SHOWS = Text("näkyy sellaisenaan", "visas som sådant", "shows as such")
EVERYTHING = Text("kaikesta näkyvästä yhdessä", "allt som visas", "everything that shows together")
BY_DIMENSION = {"area": AREAS, "sex": SEXES, "age": AGES, "breakdown": CATEGORIES, "period": PERIODS}


@dataclass(frozen=True)
class Breach:
    """A number of persons from 1 below the threshold that readers can tell, or tell too well. `follows_from`: one phrase."""

    indicator: str
    number: str
    area: str
    sex: str
    age: str
    category: str
    period: str
    least: float
    most: float
    follows_from: Text

    @classmethod
    def at(cls, cell: Mapping[Hashable, Any], ends: tuple[float, float], follows_from: Text) -> "Breach":
        """The number of a cell, told as a row of `indicator`, `number` and an observation's key."""
        area, sex, age, category, period = (str(cell[name]) for name in KEY)
        least, most = (float(end) + 0.0 for end in ends)
        return cls(
            str(cell["indicator"]), str(cell["number"]), area, sex, age, category, period, least, most, follows_from
        )

    @property
    def place(self) -> tuple[str, ...]:
        """Which number of which cell it is."""
        return self.indicator, self.number, self.area, self.sex, self.age, self.category, self.period


@dataclass
class Report:
    """`attacked`: hidden cells that were; `implied`: cells nobody lists; `doubted`: figures that contradict others."""

    breaches: list[Breach] = field(default_factory=list)
    attacked: int = 0
    implied: int = 0
    doubted: int = 0

    def told(self, language: Language) -> dict[str, Any]:
        """The report as a command tells it, its phrases in one language."""
        breaches = [
            {**asdict(breach), "follows_from": breach.follows_from.within(language)} for breach in self.breaches
        ]
        return {"attacked": self.attacked, "implied": self.implied, "doubted": self.doubted, "breaches": breaches}

    def __iadd__(self, other: "Report") -> "Report":
        known = {breach.place for breach in self.breaches}
        self.breaches += [breach for breach in other.breaches if breach.place not in known]
        self.attacked += other.attacked
        self.implied += other.implied
        self.doubted += other.doubted
        return self


def reasons(rows: pd.DataFrame, indicator: str, cell: "pd.Series[str]", provider: str | None) -> Text:
    """In one phrase what the rows that settle a cell's number are. Rows without a key say only that sums are equal."""
    told = rows[rows["area"].notna()] if "area" in rows else rows.iloc[:0]
    phrases = [
        BY_DIMENSION[name] for name in ("area", "sex", "age", "breakdown", "period") if told[name].ne(cell[name]).any()
    ] if len(told) else []  # fmt: skip
    if len(told):
        if told.loc[told["indicator"].eq(indicator) & _same(told, cell), "number"].any():
            phrases.append(OWN_NUMBERS)
        if (told["high"] > told["low"]).any():
            phrases.append(ROUNDING)
        if told["current"].eq(False).any():
            phrases.append(EARLIER)
        elif provider is not None and told["provider"].dropna().ne(provider).any():
            phrases.append(OTHER_PROVIDER)
        names = dict.fromkeys(name for name in told["indicator"] if name != indicator)
        phrases += [OTHER_INDICATOR.filled(name=name) for name in names]
    return joined(phrases) if phrases else EVERYTHING


def _same(told: pd.DataFrame, cell: "pd.Series[str]") -> "pd.Series[bool]":
    same = told[KEY[0]].eq(cell[KEY[0]])
    for name in KEY[1:]:
        same &= told[name].eq(cell[name])
    return same


def joined(phrases: list[Text]) -> Text:
    """Several phrases as one."""
    return Text(*(", ".join(words) for words in zip(*phrases, strict=True)))
