"""The parameters of the demo figures, as `assets/demo.yaml` explains them."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np

from keko.config import ASSETS
from keko.data.shipped import read_yaml


@dataclass(frozen=True)
class Plan:
    """The parameters of one indicator."""

    level: float = 1.0
    trend: float = 0.0
    cycle: float = 0.0
    spread: float = 0.15
    per: float = 1.0
    base: float = 1.0
    within: str | None = None
    same_as: str | None = None
    part_of: str | None = None
    includes: str | None = None
    kin: str | None = None
    men: float = 0.5
    male: float = 0.0
    deviation: float = 1.0
    limits: tuple[float, float] = (-np.inf, np.inf)
    size: float = 0.0
    noise: float = 0.1
    season: tuple[float, ...] = (0.0,)
    shock: float = 0.0
    sexes: bool = True
    first: int = 0
    last: int = 9999
    gap: tuple[str, str] = ("", "")
    preliminary: bool = True
    local: Mapping[str, float] = field(default_factory=dict)
    divides: str | None = None
    ages: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    categories: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    settled: Mapping[str, list[str]] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    sizes: Mapping[str, str] = field(default_factory=dict)
    waits: str | None = None
    level_of: str = ""


@cache
def parameters() -> dict[str, Any]:
    """All parameters, by heading."""
    parsed: dict[str, Any] = read_yaml(ASSETS / "demo.yaml")
    return parsed


def plan_of(indicator: str, kind: str = "") -> Plan:
    """The plan of an indicator; what it leaves open, and an unknown indicator, has the defaults of its kind."""
    defaults: dict[str, dict[str, Any]] = parameters()["defaults"]
    return Plan(**{**defaults.get(kind, defaults["other"]), **parameters()["indicators"].get(indicator, {})})


def generator(name: str) -> np.random.Generator:
    """The random numbers that belong to a name: the same ones every time."""
    return np.random.default_rng(zlib.crc32(name.encode()))
