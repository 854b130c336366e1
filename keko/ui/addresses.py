"""What an address asks for: the view that its parameters mean, and those that mean nothing."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from keko.config import LANGUAGES
from keko.data.periods import is_period
from keko.indicators.catalogue import Theme
from keko.indicators.series import SEXES
from keko.segments.measures import MEASURES
from keko.ui.view import (
    CLASSES,
    LONGEST,
    LONGEST_RECORD,
    MAP_LEVELS,
    PARAMETERS,
    PICTURES,
    RECORD_KINDS,
    YES,
    ZOOMS,
    View,
    usual_view,
)

Meaning = Callable[[str], object | None]
AreaNamed = Callable[[str], str | None]
Usual = Callable[[str | None], View]
"""What is shown where an address says nothing, or no more than an area."""


@dataclass(frozen=True)
class Read:
    """A view read from an address, and the parameters that meant nothing."""

    view: View
    unknown: tuple[tuple[str, str], ...] = ()


def read_view(
    parameters: Mapping[str, str],
    areas: Container[str],
    indicators: Container[str],
    area_named: AreaNamed = lambda _: None,
    usual: Usual = usual_view,
) -> Read:
    """The view an address asks for; what is not known there is left at its default, and listed.

    `area_named`: the area that a name means, where the address has one instead of a code.
    """
    values: dict[str, object] = {}
    unknown: list[tuple[str, str]] = []
    meanings = _meanings(areas, indicators, area_named)
    for name, parameter in PARAMETERS.items():
        text = parameters.get(parameter)
        if text is None:
            continue
        value = meanings[name](text)
        if value is None:
            unknown.append((parameter, text))
        else:
            values[name] = value
    return Read(usual(cast(str | None, values.get("area"))).with_(**values), tuple(unknown))


def _meanings(areas: Container[str], indicators: Container[str], area_named: AreaNamed) -> dict[str, Meaning]:
    """Of each part of the view what a text in the address means; None where it means nothing."""

    def area(text: str) -> str | None:
        return text if text in areas else area_named(text[:LONGEST])

    def several_areas(text: str) -> tuple[str, ...] | None:
        return tuple(dict.fromkeys(code for part in text.split(",") if (code := area(part)))) or None

    free = _free(LONGEST)
    return {
        "area": area,
        "benchmark": area,
        "others": several_areas,
        "indicator": _one_of(indicators),
        "sex": _one_of(SEXES),
        "age": free,
        "breakdown": free,
        "period": lambda text: text if is_period(text) else None,
        "themes": _several_of(get_args(Theme)),
        "picture": _one_of(PICTURES),
        "level": _one_of(MAP_LEVELS),
        "classes": _one_of(CLASSES),
        "zoom": _one_of(ZOOMS),
        "corrected": lambda text: True if text == YES else None,
        "model": free,
        "segment": free,
        "measure": _one_of(MEASURES),
        "stage": free,
        "since": _day,
        "search": free,
        "kind": _one_of(RECORD_KINDS),
        "unconfirmed": lambda text: True if text == YES else None,
        "record": _free(LONGEST_RECORD),
        "meeting": free,
        "item": free,
        "presented": lambda text: True if text == YES else None,
        "language": _one_of(LANGUAGES),
    }


def _free(longest: int) -> Meaning:
    return lambda text: text if 0 < len(text) <= longest else None


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text[:LONGEST]).isoformat()
    except ValueError:
        return None


def _one_of(allowed: Container[str]) -> Meaning:
    return lambda text: text if text in allowed else None


def _several_of(allowed: Container[str]) -> Meaning:
    return lambda text: tuple(dict.fromkeys(code for code in text.split(",") if code in allowed)) or None
