"""JSON-stat 2, the form in which interfaces of statistical offices answer: one data set, a cube."""

from collections.abc import Sequence
from typing import Any

from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text
from keko.intake.read.archive import DAMAGED_FILE
from keko.intake.read.cube import Dimension, DimensionRole, refuse_size, table_of
from keko.intake.read.table import Table

JSON_STAT_COLLECTION = ProblemKind(
    "json-stat-collection",
    "error",
    Text(
        "JSON-stat-tiedosto on kokoelma tai muuta kuin yksi aineisto: hae siitä yksi aineisto (class: dataset).",
        "JSON-stat-filen är en samling eller annat än en datamängd: hämta en datamängd ur den (class: dataset).",
        "The JSON-stat file is a collection or something else than one data set: fetch one of its data sets (class: "
        "dataset).",
    ),
)
_ROLES: dict[str, DimensionRole] = {"time": "time", "geo": "area", "metric": "measure"}

Json = dict[str, Any]


def is_json_stat(parsed: object) -> bool:
    """Whether parsed JSON is JSON-stat, whether or not it can be read: version 1 has no class but a `dataset`."""
    if not isinstance(parsed, dict):
        return False
    return parsed.get("class") in ("dataset", "collection", "dimension", "bundle") or (
        isinstance(parsed.get("dataset"), dict) and "dimension" in parsed["dataset"]
    )


def read(parsed: Json, file_name: str, encoding: str) -> Table:
    """The cube of a data set as long rows.

    Raises:
        Refused: it is a collection, or not built as JSON-stat says.
    """
    if parsed.get("class") != "dataset" or "value" not in parsed:
        raise Refused([JSON_STAT_COLLECTION.at()])
    try:
        dimensions = [_dimension(id_, parsed) for id_ in parsed["id"]]
        if [len(dimension.codes) for dimension in dimensions] != parsed["size"]:
            raise ValueError("size")
        count = refuse_size(dimensions)
        values = [_written(value) for value in _spread(parsed["value"], count)]
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


def _written(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float | str | None):
        raise TypeError("value")
    return "" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)


def _titles(parsed: Json) -> list[str]:
    lines = {"": parsed.get("label"), "Lähde: ": parsed.get("source"), "Päivitetty: ": parsed.get("updated")}
    return [f"{label}{' '.join(str(text).split())}" for label, text in lines.items() if text]
