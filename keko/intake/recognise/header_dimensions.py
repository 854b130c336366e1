"""Sexes, ages and waits that a file spreads over its headers: "Miehet; Naiset; Yhteensä" are one measure of three sexes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from keko.data.area_names import folded
from keko.intake.values.dimensions import SEX_WORDS, TOTAL, age_of, is_age_range, is_total
from keko.intake.values.headings import Heading
from keko.intake.values.wait_classes import are_whole, class_at_end, wait_classes

# What is left of a name without its sex or age, and that sex or age; None where the name has none.
Split = tuple[str, str] | None

_WORDS = "|".join(sorted(map(re.escape, SEX_WORDS), key=len, reverse=True))
_BESIDE = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (rf"(?P<rest>.+?)[\s,:;/(\[-]+(?P<word>{_WORDS})[)\]]?", rf"(?P<word>{_WORDS})[\s,:;/-]+(?P<rest>.+)")
)


def spread(headings: Sequence[Heading], sexes: bool, ages: bool) -> list[Heading]:
    """The headings, with a sex or an age taken out of the names where several columns differ by nothing else.

    `sexes`, `ages`: whether to look for them, which is in vain where a column of their own tells them.
    """
    named = list(headings)
    if sexes:
        named = _taken_out(named, _sex_of, _with_sex, {"male", "female"})
    named = _waits_taken_out(named)
    return _taken_out(named, _age_of, _with_age, None) if ages else named


def _waits_taken_out(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, with the class taken out of the names where those of one kin are classes of all waiting times."""
    kin: dict[tuple[str, str], dict[int, tuple[str, str]]] = {}
    for place, heading in enumerate(headings):
        if split := class_at_end(heading.name):
            kin.setdefault((folded(split[0]), heading.unit), {})[place] = split
    named = list(headings)
    for (rest, unit), splits in kin.items():
        ids = wait_classes([end for _, end in splits.values()], f"{rest} {unit}")
        if ids and are_whole(list(ids.values())):
            for place, (name, end) in splits.items():
                named[place] = replace(headings[place], name=name, breakdown=ids[end])
    return named


def _with_sex(heading: Heading, split: tuple[str, str]) -> Heading:
    return replace(heading, name=split[0], sex=split[1])


def _with_age(heading: Heading, split: tuple[str, str]) -> Heading:
    return replace(heading, name=split[0], age=split[1])


def _taken_out(
    headings: list[Heading],
    split: Callable[[str], Split],
    put: Callable[[Heading, tuple[str, str]], Heading],
    telling: set[str] | None,
) -> list[Heading]:
    """A name is split where its kin have at least two values, one of `telling` (None: two but the total) among them."""
    splits = [split(heading.name) for heading in headings]
    values: dict[tuple[str, str], set[str]] = {}
    for heading, name_and_value in zip(headings, splits, strict=True):
        if name_and_value:
            values.setdefault(_kin(name_and_value[0], heading.unit), set()).add(name_and_value[1])
    real = {
        kin for kin, own in values.items() if len(own) > 1 and (own & telling if telling else len(own - {TOTAL}) > 1)
    }
    return [
        put(heading, name_and_value) if name_and_value and _kin(name_and_value[0], heading.unit) in real else heading
        for heading, name_and_value in zip(headings, splits, strict=True)
    ]


def _kin(rest: str, unit: str) -> tuple[str, str]:
    """What columns have in common that differ by sex or age: "Miehet 15-24" and "Naiset 25-34" are of one kin."""
    return ("" if is_age_range(rest) or is_total(rest) else folded(rest)), unit


def _sex_of(name: str) -> Split:
    if own := SEX_WORDS.get(folded(name)):
        return "", own
    for form in _BESIDE:
        if match := form.fullmatch(name.strip()):
            return match["rest"].strip(" ,"), SEX_WORDS[folded(match["word"])]
    return None


def _age_of(name: str) -> Split:
    """Only a name that is nothing but an age: in a longer one the age tells one indicator from another."""
    return ("", age_of(name)) if is_age_range(name) or (name and is_total(name)) else None
