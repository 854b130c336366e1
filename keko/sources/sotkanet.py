"""Sotkanet's REST interface 1.1: how it is asked and what it answers, without the network."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, Field, FiniteFloat, TypeAdapter, ValidationError

from keko.data.area_names import AreaNames
from keko.data.areas import WHOLE_COUNTRY
from keko.data.problems import Refused
from keko.data.text import Text
from keko.indicators.catalogue import IndicatorKind
from keko.sources.problems import SOURCE_BAD_ANSWER
from keko.sources.titles import plain

T = TypeVar("T")
SEXES = ("total", "male", "female")
# Sotkanet's category of regions → level and width of its codes. A MAA has no code of its own here.
_LEVELS = {"KUNTA": ("KU", 3), "HYVINVOINTIALUE": ("HVA", 2), "MAAKUNTA": ("MK", 2)}
_PER = re.compile(r"PER(\d+)")


class _Words(BaseModel):
    fi: str
    sv: str = ""
    en: str = ""

    @property
    def text(self) -> Text:
        fi = plain(self.fi)
        return Text(fi, plain(self.sv) or fi, plain(self.en) or fi)


class _Named(BaseModel):
    title: _Words


class _ValueType(BaseModel):
    code: str = ""


class _Range(BaseModel):
    start: int = 0
    end: int = 9999


class _Values(BaseModel):
    values: list[str] = []


class _Classifications(BaseModel):
    sex: _Values = _Values()


class Description(BaseModel):
    """What Sotkanet tells of an indicator."""

    id: int
    title: _Words
    description: _Words = _Words(fi="")
    value_type: _ValueType = Field(default=_ValueType(), alias="primaryValueType")
    range: _Range = _Range()
    organization: _Named | None = None
    classifications: _Classifications = _Classifications()

    @property
    def sexes(self) -> tuple[str, ...]:
        """The sexes that there are figures for; the total always."""
        return tuple(sex for sex in SEXES if sex == "total" or sex in self.classifications.sex.values)

    @property
    def multiplier(self) -> float | None:
        """What the value is per, where it is a share of something: 100 for per cent."""
        per = _PER.fullmatch(self.value_type.code)
        return 100.0 if self.value_type.code == "PROS" else float(per[1]) if per else None

    @property
    def unit(self) -> str:
        """The unit in KEKO's words, empty where it is not known."""
        if self.multiplier is None:
            return ""
        return "%" if self.multiplier == 100 else f"/{self.multiplier:,.0f}".replace(",", " ")

    @property
    def kind(self) -> IndicatorKind | None:
        """What kind of indicator it makes, None where that has to be seen from the figures."""
        if self.multiplier is None:
            return None
        return "proportion" if self.multiplier == 100 else "rate"


class Region(BaseModel):
    """An area as Sotkanet has it: its own id, and a code within a category."""

    id: int
    code: Annotated[str, BeforeValidator(lambda value: "" if value is None else str(value))] = ""
    category: str
    title: _Words


class Value(BaseModel):
    """One figure. `count`: what a share is a share of persons of, Sotkanet's absolute value."""

    region: int
    year: int
    gender: str
    value: FiniteFloat | None = None
    count: FiniteFloat | None = Field(default=None, alias="absValue")


@dataclass(frozen=True)
class RegionAreas:
    """The areas of Sotkanet's region ids. `left_out`: regions of kept levels that are no area for certain."""

    areas: dict[int, str]
    left_out: list[str]


def description_url(base: str, id_: int) -> str:
    """Where an indicator is described."""
    return f"{base}/indicators/{id_}"


def regions_url(base: str) -> str:
    """Where the regions are listed."""
    return f"{base}/regions"


def values_query(base: str, id_: int, years: Iterable[int], sex: str) -> tuple[str, list[tuple[str, str]]]:
    """Where the figures of an indicator are, for all regions: the address and its parameters."""
    arguments = [("indicator", str(id_)), *(("years", str(year)) for year in years), ("genders", sex)]
    return f"{base}/json", arguments


def read_description(payload: Any) -> Description:
    """The description of an indicator.

    Raises:
        Refused: the payload is something else.
    """
    return _read(TypeAdapter(Description), payload, "indicators")


def read_regions(payload: Any) -> list[Region]:
    """All regions.

    Raises:
        Refused: the payload is something else.
    """
    return _read(TypeAdapter(list[Region]), payload, "regions")


def read_values(payload: Any) -> list[Value]:
    """Figures.

    Raises:
        Refused: the payload is something else.
    """
    return _read(TypeAdapter(list[Value]), payload, "json")


def areas_of(regions: Sequence[Region], names: AreaNames) -> RegionAreas:
    """Which area each region of a kept level is.

    A code alone is not trusted: Sotkanet has had counties of an earlier plan whose codes now mean other counties. Where
    two regions are the same area, the later one counts.
    """
    region_of: dict[str, int] = {}
    left_out = []
    for region in sorted(regions, key=lambda region: region.id):
        if region.category not in {"MAA", *_LEVELS}:
            continue
        code = _code(region, names)
        if code:
            region_of[code] = region.id
        else:
            left_out.append(f"{region.title.fi} ({region.category} {region.code})")
    return RegionAreas({id_: code for code, id_ in region_of.items()}, left_out)


def _code(region: Region, names: AreaNames) -> str | None:
    if region.category == "MAA":
        return WHOLE_COUNTRY if names.match(region.title.fi).code == WHOLE_COUNTRY else None
    level, width = _LEVELS[region.category]
    code = f"{level}{region.code.zfill(width)}"
    named = names.match(region.title.fi, level)
    if code not in names.areas or (named.code or code) != code or code not in (named.candidates or (code,)):
        return None
    return code


def _read(adapter: "TypeAdapter[T]", payload: Any, what: str) -> T:
    try:
        return adapter.validate_python(payload)
    except ValidationError as error:
        raise Refused([SOURCE_BAD_ANSWER.at(what=f"Sotkanet {what}")]) from error
