"""By which other names areas are looked for: former and everyday ones, those in other languages, and without accents."""

import re
from collections import defaultdict
from collections.abc import Iterable
from unicodedata import combining, normalize

from keko.config import Language
from keko.data.areas import Areas
from keko.data.former import formers
from keko.words.area_labels import chooser_label

_WORD = re.compile(r"[\s-]")
_MEANS = "="  # no code has it
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


def code_of(option: str) -> str:
    """The area that a chosen entry means; of any other entry, itself."""
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
