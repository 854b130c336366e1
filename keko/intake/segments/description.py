"""The model that a delivery is about: its description, its segments and its factors."""

from typing import Any

from pydantic import ValidationError

from keko.data.area_names import folded
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Plural, Text
from keko.intake.mappings import told
from keko.intake.segments.opening import Delivered, Part
from keko.segments.models import SegmentModel

NO_DESCRIPTION = ProblemKind(
    "segment-model-not-described",
    "error",
    Text(
        "Mallin kuvaus puuttuu: lisää välilehti ”malli” tai tiedosto malli.yaml.",
        "Modellens beskrivning saknas: lägg till fliken ”malli” eller filen malli.yaml.",
        "The description of the model is missing: add the sheet “malli” or the file malli.yaml.",
    ),
)
ENTRY_MISSING = ProblemKind(
    "segment-entry-missing",
    "error",
    Text(
        "Mallin kuvauksesta puuttuu kohta ”{where}”.",
        "Punkten ”{where}” saknas i modellens beskrivning.",
        "The entry “{where}” is missing in the description of the model.",
    ),
)
BAD_CODES = ProblemKind(
    "segment-codes-not-distinct",
    "error",
    Text(
        "Sama segmentin tai tekijän koodi on mallissa kahdesti, tai koodi on ”total” tai ”none”: anna jokaiselle oma koodi.",
        "Samma kod för segment eller faktor finns två gånger, eller koden är ”total” eller ”none”: ge var och en sin kod.",
        "The same code of a segment or a factor stands twice in the model, or a code is “total” or “none”: give each its own.",
    ),
)
TOO_FEW = ProblemKind(
    "segment-model-of-one",
    "error",
    Plural(
        one=Text(
            "Mallissa on {count} osa: segmenttejä (tai määritelmiä) pitää olla vähintään kaksi, jotta ne kertovat "
            "eroista.",
            "Modellen har {count} del: det behövs minst två segment (eller definitioner) för att de ska visa "
            "skillnader.",
            "The model has {count} part: it takes at least two segments (or definitions) to tell of differences.",
        ),
        other=Text(
            "Mallissa on {count} osaa: segmenttejä (tai määritelmiä) pitää olla vähintään kaksi, jotta ne kertovat "
            "eroista.",
            "Modellen har {count} delar: det behövs minst två segment (eller definitioner) för att de ska visa "
            "skillnader.",
            "The model has {count} parts: it takes at least two segments (or definitions) to tell of differences.",
        ),
    ),
)
_YES = frozenset({"x", "1", "true", "kyllä", "on", "ja", "yes"})
_MARKS = ("difficult_to_employ", "at_risk")


def described(delivered: Delivered) -> SegmentModel:
    """The model.

    Raises:
        Refused: it is not described, an entry is missing or cannot be used, or it has fewer than two parts.
    """
    entries = dict(delivered.entries)
    for kind, code in (("segments", "segment"), ("factors", "factor")):
        listed = [row for part in delivered.parts if part.kind == kind for row in _listed(part, code)]
        if listed:
            entries[kind] = listed
    if not delivered.entries:
        raise Refused([NO_DESCRIPTION.at()])
    try:
        model = SegmentModel.model_validate(entries)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        if first["type"] == "missing":
            raise Refused([ENTRY_MISSING.at(where=where)]) from error
        raise Refused([BAD_CODES.at() if first["type"] == "value_error" else told(first)]) from error
    parts = model.segments if model.kind == "segments" else model.factors
    if len(parts) < 2:
        raise Refused([TOO_FEW.at(count=len(parts))])
    return model


def _listed(part: Part, code: str) -> list[dict[str, Any]]:
    """Segments or factors as the description would have them; a language that is left out is as the Finnish one."""
    cells = part.table.cells
    rows = []
    for row in cells.index:
        cell = {role: str(cells.loc[row, place]).strip() for role, place in part.columns.items()}
        found: dict[str, Any] = {"code": cell[code], "names": _texts(cell, "names")}
        if code == "segment":
            found |= {mark: folded(cell.get(mark, "")) in _YES for mark in _MARKS}
            if cell.get("description.fi"):
                found["description"] = _texts(cell, "description")
        rows.append(found)
    return rows


def _texts(cell: dict[str, str], what: str) -> dict[str, str]:
    finnish = cell.get(f"{what}.fi", "")
    return {language: cell.get(f"{what}.{language}") or finnish for language in ("fi", "sv", "en")}
