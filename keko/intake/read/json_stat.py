"""JSON-stat, the form in which interfaces of statistical offices answer: one data set, a cube, wrapped or not.

Source: json-stat.org/full. Version 1 keeps `id`, `size` and `role` within `dimension`, and data sets in a bundle.
"""

from collections.abc import Sequence
from typing import Any

from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text
from keko.intake.read.archive import DAMAGED_FILE
from keko.intake.read.cube import Dimension, DimensionRole, count_of, table_of
from keko.intake.read.records import written
from keko.intake.read.table import Table

JSON_STAT_COLLECTION = ProblemKind(
    "json-stat-collection",
    "error",
    Text(
        "JSON-stat-tiedostossa on {count} aineistoa, ja vain yksi voidaan lukea: hae siitä yksi aineisto (class: "
        "dataset).",
        "JSON-stat-filen innehåller {count} datamängder och bara en kan läsas: hämta en datamängd ur den (class: dataset).",
        "The JSON-stat file holds {count} data sets and only one can be read: fetch one of them (class: dataset).",
    ),
)
_CLASSES = ("dataset", "collection", "dimension", "bundle")
_BESIDE = ("id", "size", "role")
_ROLES: dict[str, DimensionRole] = {"time": "time", "geo": "area", "metric": "measure"}

Json = dict[str, Any]


def is_json_stat(parsed: object) -> bool:
    """Whether parsed JSON is JSON-stat, whether or not it can be read."""
    return isinstance(parsed, dict) and (parsed.get("class") in _CLASSES or bool(_data_sets(parsed)))


def read(parsed: Json, file_name: str, encoding: str) -> Table:
    """The cube of a data set as long rows.

    Raises:
        Refused: there are several data sets or none, or it is not built as JSON-stat says.
    """
    data_sets = _data_sets(parsed)
    if len(data_sets) != 1:
        raise Refused([JSON_STAT_COLLECTION.at(count=len(data_sets))])
    parsed = data_sets[0]
    try:
        dimensions = [_dimension(id_, parsed) for id_ in parsed["id"]]
        if [len(dimension.codes) for dimension in dimensions] != parsed["size"]:
            raise ValueError("size")
        count = count_of(dimensions)
        values = [written(value) for value in _spread(parsed["value"], count)]
        statuses = _statuses(parsed.get("status"), count)
        if "px" in (parsed.get("extension") or {}):  # PxWeb: a dash is nought, as in PX
            values = [
                "0" if not value and status == "-" else value
                for value, status in zip(values, statuses or [""] * count, strict=True)
            ]
            statuses = ["" if status == "-" else status for status in statuses]
        titles = _titles(parsed)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError) as error:
        raise Refused([DAMAGED_FILE.at(format="JSON-stat")]) from error
    return table_of(file_name, "json", encoding, dimensions, values, statuses, titles)


def _data_sets(parsed: Json) -> list[Json]:
    """The data sets that hold figures: the file itself, what it wraps, or the items of a collection or a bundle."""
    if _holds_figures(parsed):
        return [_as_of_2(parsed)]
    link = parsed.get("link")
    items = link.get("item") if isinstance(link, dict) else None
    inside = items if isinstance(items, list) else list(parsed.values())
    return [_as_of_2(item) for item in inside if _holds_figures(item)]


def _holds_figures(item: object) -> bool:
    return isinstance(item, dict) and {"dimension", "value"} <= item.keys()


def _as_of_2(data_set: Json) -> Json:
    """A data set with `id`, `size` and `role` beside its dimensions, as version 2 has them."""
    dimensions = data_set["dimension"]
    if "id" in data_set or not isinstance(dimensions, dict):
        return data_set
    return data_set | {key: dimensions[key] for key in _BESIDE if key in dimensions}


def _dimension(id_: str, parsed: Json) -> Dimension:
    described = parsed["dimension"][id_]
    category = described["category"]
    index = category.get("index") or list(category["label"])
    codes = sorted(index, key=index.__getitem__) if isinstance(index, dict) else list(index)
    label = category.get("label") or {}
    texts = [str(label.get(code, code)) for code in codes]
    role = next((ours for theirs, ours in _ROLES.items() if id_ in (parsed.get("role") or {}).get(theirs, [])), None)
    unit = category.get("unit") or {}
    units = [_unit(unit.get(code) or {}) for code in codes]
    role = role or ("measure" if any(units) else None)
    return Dimension(str(described.get("label") or id_), [str(code) for code in codes], texts, role, units)


def _unit(unit: Json) -> str:
    return str(unit.get("base") or unit.get("label") or "")


def _spread(values: Any, count: int) -> Sequence[Any]:
    """One value for every cell; a file may give only those that it has."""
    if isinstance(values, dict):
        return [values.get(str(place)) for place in range(count)]
    if len(values) != count:
        raise ValueError("value")
    return values  # type: ignore[no-any-return]


def _statuses(statuses: Any, count: int) -> list[str]:
    if not statuses:
        return []
    if isinstance(statuses, str):
        return [statuses] * count
    if isinstance(statuses, list) and len(statuses) == 1:
        return [str(statuses[0])] * count
    return ["" if status is None else str(status) for status in _spread(statuses, count)]


def _titles(parsed: Json) -> list[str]:
    lines = {"": parsed.get("label"), "Lähde: ": parsed.get("source"), "Päivitetty: ": parsed.get("updated")}
    return [f"{label}{' '.join(str(text).split())}" for label, text in lines.items() if text]
