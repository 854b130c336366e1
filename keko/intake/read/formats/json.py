"""JSON: JSON-stat, what PxWeb and Sotkanet answer, or a list of flat records."""

import json
import re
from typing import Any, NoReturn

from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text
from keko.intake.mappings import Mapping
from keko.intake.read import json_stat, not_figures, own_json, pxweb, records, sotkanet
from keko.intake.read.archive import DAMAGED_FILE
from keko.intake.read.decoding import beginning, decode
from keko.intake.read.limits import refuse_size, refuse_text
from keko.intake.read.table import Table

JSON_NOT_KNOWN = ProblemKind(
    "json-not-known",
    "error",
    Text(
        "JSON-tiedosto ei ole JSON-stat-muotoa, PxWebin tai Sotkanetin vastaus eikä luettelo tietueista: vie sama "
        "aineisto CSV- tai Excel-muodossa.",
        "JSON-filen är varken JSON-stat, ett svar från PxWeb eller Sotkanet eller en lista med poster: exportera samma "
        "material som CSV eller Excel.",
        "The JSON file is neither JSON-stat, an answer of PxWeb or Sotkanet, nor a list of records: export the same data "
        "as CSV or Excel.",
    ),
)


FORMATS = ("json",)
_CELLS_OF_OBJECT = 4  # an object takes as much memory as some four cells
_ESCAPED_HALF = re.compile(r"\\ud[89a-f]", re.IGNORECASE)
_FIRST = re.compile(rb"\{\s*(?:\"|\}|$)|\[\s*[\[{]")


def recognises(data: bytes, file_name: str) -> str | None:
    """An object or a list of them; by a name in .json whatever else is in brackets, which a text may begin with too."""
    start = beginning(data)
    in_brackets = start[:1] in {b"{", b"["} and file_name.lower().endswith(".json")
    return "json" if in_brackets or _FIRST.match(start) else None


def read(data: bytes, file_name: str, mapping: Mapping) -> Table:
    """The table in a JSON file.

    Raises:
        Refused: it is broken, of another form, or holds no figures.
    """
    text, encoding = decode(data, file_name)
    refuse_text(len(text))
    refuse_size(text.count(","), 1)
    refuse_size(text.count("{"), _CELLS_OF_OBJECT)
    parsed = _parsed(text)
    not_figures.refuse_answer(parsed)
    own = own_json.rows_of(parsed)
    if own is not None:
        return own_json.table_of(own, file_name, encoding)
    if json_stat.is_json_stat(parsed):
        return json_stat.read(parsed, file_name, encoding)
    if pxweb.is_answer(parsed):
        return pxweb.read(parsed, file_name, encoding)
    if sotkanet.is_answer(parsed):
        return sotkanet.read(parsed, file_name, encoding)
    flat = records.records_of(parsed)
    if flat:
        return records.table_of(flat, file_name, encoding)
    raise Refused([JSON_NOT_KNOWN.at()])


def _parsed(text: str) -> Any:
    """The JSON of a text, or of its lines where each is an object of its own.

    Raises:
        Refused: it is broken, or holds signs that are none (halves of pairs).
    """
    try:
        parsed = _loaded(text)
    except ValueError as error:
        try:
            parsed = [_loaded(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            raise Refused([DAMAGED_FILE.at(format="JSON")]) from error
    except RecursionError as error:
        raise Refused([DAMAGED_FILE.at(format="JSON")]) from error
    return parsed


def _loaded(text: str) -> Any:
    parsed = json.loads(text, parse_constant=_refuse_constant)
    if _ESCAPED_HALF.search(text):
        json.dumps(parsed, ensure_ascii=False).encode()
    return parsed


def _refuse_constant(text: str) -> NoReturn:
    """NaN and Infinity are no JSON."""
    raise ValueError(text)
