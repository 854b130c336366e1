"""By which other names areas and indicators are looked for: former and everyday ones, those in other languages, and without
accents. The framework filters a list by the texts of its options alone, so each is an option that leads to what it names."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from unicodedata import combining, normalize

from keko.config import Language
from keko.data.areas import Areas
from keko.data.former import formers
from keko.indicators.catalogue import Indicator
from keko.words.area_labels import chooser_label
from keko.words.interface import FIGURES_NONE
from keko.words.terms import THEMES

_WORD = re.compile(r"[\s-]")
_MEANS = "="  # no code has it
_LONGEST = 1000  # longer texts get no place among the others
_LEADS_TO = "{name} → {label}"


def other_names(areas: Areas, language: Language) -> dict[str, str]:
    """Entries of a list of areas beside those of their labels: the area's code and a name, and the name with its area.

    A name by which the list's filter finds the area soon anyway needs no entry; one of several areas has one for each.
    """
    entries: dict[str, str] = {}
    for code, names in sorted(_names(areas).items()):
        label = chooser_label(areas[code], language)
        texts = [label]
        for name in sorted(_with_plain_forms([*names, label]), key=lambda name: (-len(name), name)):
            if not any(_found_soon(name, text) for text in texts):
                texts.append(_LEADS_TO.format(name=name, label=label))
                entries[f"{code}{_MEANS}{name}"] = texts[-1]
    return entries


def indicator_labels(
    items: Mapping[str, Indicator], with_figures: Container[str], language: Language
) -> dict[str, str]:
    """The entries of a list of indicators by id: those with figures first, the others marked; each under its theme."""

    def place(item: Indicator) -> tuple[bool, int]:
        return item.id not in with_figures, [*THEMES].index(item.theme)

    def label(item: Indicator) -> str:
        called = f"{THEMES[item.theme].within(language)}: {item.names.within(language)}"
        return called if item.id in with_figures else f"({FIGURES_NONE.within(language)}) {called}"

    return {item.id: label(item) for item in sorted(items.values(), key=place)}


def other_names_of_indicators(
    items: Mapping[str, Indicator], labels: Mapping[str, str], language: Language
) -> dict[str, str]:
    """Entries beside the labels: each other name of an indicator, in any language, and its definition."""
    entries: dict[str, str] = {}
    for id_, label in labels.items():
        for name in dict.fromkeys([*items[id_].aliases, *items[id_].names]):
            if name.casefold() not in label.casefold():
                entries[f"{id_}{_MEANS}{name}"] = _LEADS_TO.format(name=name, label=label)
        entries[f"{id_}{_MEANS}"] = f"{label} – {items[id_].definition.within(language)}"[:_LONGEST]
    return entries


def code_of(option: str) -> str:
    """The area or indicator that a chosen entry means; of any other entry, itself."""
    return option.partition(_MEANS)[0]


def without_accents(name: str) -> str:
    """A name as it is written on a keyboard that has no å, ä and ö."""
    return "".join(sign for sign in normalize("NFKD", name) if not combining(sign))


def _with_plain_forms(names: Iterable[str]) -> set[str]:
    return {form for name in names for form in (name, without_accents(name))}


def _names(areas: Areas) -> dict[str, set[str]]:
    """Every name of each area, with those of the municipalities that were merged into it."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for area in areas.by_code.values():
        heir = areas.successions[area.code].new if area.code in areas.successions else area.code
        names[heir].update(area.name, area.short)
    for _, alias, code in areas.aliases:
        if code in areas:
            names[code].add(alias)
    for former in formers().values():
        names[former.heir(areas)].update(former.name)
    return names


def _found_soon(typed: str, text: str) -> bool:
    """Whether the framework's filter keeps `text` and puts it high: all that is typed stands in it, in its order, and the
    first word at its beginning."""
    signs = iter(text.lower())
    first = _WORD.split(typed.lower(), maxsplit=1)[0]
    return text.lower().startswith(first) and all(sign in signs for sign in typed.lower())
