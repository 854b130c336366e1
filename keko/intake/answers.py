"""Answers about a file: each goes into the mapping, is listed, and can be taken out again."""

from collections.abc import Callable
from typing import Any

from keko.intake.mappings import Mapping
from keko.intake.questions import BETWEEN, MISSING, PASS, PASS_ALL, Question

Entries = dict[str, Any]
# A question's entry where its answer is simply put: the path in the mapping, the subject last where there is one.
_PATHS: dict[str, tuple[str, ...]] = {
    "sheet": ("sheet",),
    "header row": ("header_row",),
    "area": ("constants", "area"),
    "period": ("constants", "period"),
    "level": ("area_level",),
    "decimal": ("decimal",),
    "role": ("columns", "{subject}"),
    "scale": ("scale", "{subject}"),
    "region": ("sotkanet_regions", "{subject}"),
    "indicator": ("indicator", "id"),
    "persons": ("indicator", "about_persons"),
}


def answered(mapping: Mapping, question: Question, answer: str) -> Mapping:
    """The mapping with an answer to a question.

    Raises:
        ValidationError: the answer is none to this question.
    """
    entries = entries_of(mapping)
    put = _PUT.get(question.kind)
    if put:
        put(entries, question.subject, answer)
    else:
        _put(entries, _path(question), answer)
    return Mapping.model_validate(entries)


def entries_of(mapping: Mapping) -> Entries:
    """What the mapping says, without what it leaves open."""
    return mapping.model_dump(mode="json", exclude_defaults=True, exclude_none=True)


def listed(mapping: Mapping) -> dict[str, str]:
    """What was answered: each answer as a text by its path ("constants", "area"), its steps joined by `BETWEEN`."""
    return {BETWEEN.join(path): str(value) for path, value in _leaves(entries_of(mapping), ())}


def taken_back(mapping: Mapping, path: str) -> Mapping:
    """The mapping without the answer of a path of `listed`, or without all that begin with it; unknown ones change nothing."""
    return Mapping.model_validate(_pruned(entries_of(mapping), f"{path}{BETWEEN}"))


def _pruned(value: Any, gone: str, above: str = "") -> Any:
    """What is left of entries without those whose path begins with `gone`, nor what that leaves empty."""

    def stays(step: object) -> bool:
        return not f"{above}{step}{BETWEEN}".startswith(gone)

    if isinstance(value, list):
        return [own for own in value if stays(own)]
    if isinstance(value, dict):
        left = {name: _pruned(own, gone, f"{above}{name}{BETWEEN}") for name, own in value.items() if stays(name)}
        return {name: own for name, own in left.items() if own not in ({}, [])}
    return value


def _path(question: Question) -> tuple[str, ...]:
    return tuple(question.subject if step == "{subject}" else step for step in _PATHS[question.kind])


def _put(entries: Entries, path: tuple[str, ...], value: Any) -> None:
    for step in path[:-1]:
        entries = entries.setdefault(step, {})
    entries[path[-1]] = value


def _append(entries: Entries, path: tuple[str, ...], value: Any) -> None:
    for step in path[:-1]:
        entries = entries.setdefault(step, {})
    before = entries.get(path[-1], [])
    entries[path[-1]] = [*before, *([value] if value not in before else [])]


def _leaves(value: Any, path: tuple[str, ...]) -> list[tuple[tuple[str, ...], Any]]:
    """Every answer with its path; one of a list has itself as the last step."""
    if isinstance(value, dict):
        return [leaf for name, own in value.items() for leaf in _leaves(own, (*path, str(name)))]
    if isinstance(value, list):
        return [((*path, str(own)), own) for own in value]
    return [(path, value)]


def _marker(entries: Entries, text: str, answer: str) -> None:
    _append(entries, ("missing" if answer == MISSING else "zero",), text)


def _measure(entries: Entries, column: str, answer: str) -> None:
    _put(entries, ("constants", "measure"), answer)
    if column:
        _put(entries, ("columns", column), "value")


def _which_area(entries: Entries, text: str, answer: str) -> None:
    if answer == PASS_ALL:
        _put(entries, ("pass_over", "unknown_areas"), True)
    elif answer == PASS:
        _append(entries, ("pass_over", "areas"), text)
    else:
        _put(entries, ("areas", text), answer)


def _row(entries: Entries, row: str, answer: str) -> None:
    _append(entries, ("pass_over", "rows"), int(row))


def _take_back(entries: Entries, path: str, answer: str) -> None:
    left = entries_of(taken_back(Mapping.model_validate(entries), path))
    entries.clear()
    entries.update(left)


_PUT: dict[str, Callable[[Entries, str, str], None]] = {
    "marker": _marker,
    "measure": _measure,
    "which area": _which_area,
    "leave out": _which_area,
    "row": _row,
    "take back": _take_back,
}
