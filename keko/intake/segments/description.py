"""The model that a delivery is about: its description, its segments and its factors."""

from typing import Any

from pydantic import ValidationError

from keko.config import LANGUAGES
from keko.data.area_names import folded
from keko.data.problems import ProblemKind, Refused
from keko.data.text import Plural, Text
from keko.intake.mappings import entry_problem
from keko.intake.segments.read import Delivery, ModelTable
from keko.intake.segments.table_kinds import TableKind
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
_LISTS: tuple[tuple[TableKind, str], ...] = (("segments", "segment"), ("factors", "factor"))


def read_description(delivery: Delivery) -> SegmentModel:
    """The model.

    Raises:
        Refused: it is not described, an entry is missing or cannot be used, or it has fewer than two parts.
    """
    if not delivery.entries:
        raise Refused([NO_DESCRIPTION.at()])
    entries = dict(delivery.entries)
    for kind, code in _LISTS:
        listed = [row for table in delivery.of(kind) for row in _listed(table, code)]
        if listed:
            entries[kind] = listed
    model = _validated(entries)
    count = len(model.segments if model.kind == "segments" else model.factors)
    if count < 2:
        raise Refused([TOO_FEW.at(count=count)])
    return model


def _validated(entries: dict[str, Any]) -> SegmentModel:
    try:
        return SegmentModel.model_validate(entries)
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "missing":
            raise Refused([ENTRY_MISSING.at(where=".".join(str(step) for step in first["loc"]))]) from error
        raise Refused([BAD_CODES.at() if first["type"] == "value_error" else entry_problem(first)]) from error


def _listed(table: ModelTable, code: str) -> list[dict[str, Any]]:
    """Segments or factors as the description would have them; a language that is left out is as the Finnish one."""
    cells = table.table.cells
    entries = []
    for row in cells.index:
        texts = {role: str(cells.loc[row, place]).strip() for role, place in table.columns.items()}
        entry: dict[str, Any] = {"code": texts[code], "names": _by_language(texts, "names")}
        if code == "segment":
            entry |= {mark: folded(texts.get(mark, "")) in _YES for mark in _MARKS}
            if texts.get("description.fi"):
                entry["description"] = _by_language(texts, "description")
        entries.append(entry)
    return entries


def _by_language(texts: dict[str, str], role: str) -> dict[str, str]:
    finnish = texts.get(f"{role}.fi", "")
    return {language: texts.get(f"{role}.{language}") or finnish for language in LANGUAGES}
