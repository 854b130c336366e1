"""JSON: JSON-stat, or what Sotkanet's interface answers; other JSON has no form of its own to be read by."""

import json
import re
from typing import Any, NoReturn

from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text
from keko.intake.mappings import Mapping
from keko.intake.read import json_stat, sotkanet
from keko.intake.read.archive import DAMAGED_FILE
from keko.intake.read.decoding import beginning, decode
from keko.intake.read.table import Table

JSON_NOT_KNOWN = ProblemKind(
    "json-not-known",
    "error",
    Text(
        "JSON-tiedosto ei ole JSON-stat-muotoa eikä Sotkanetin vastaus: vie sama aineisto CSV- tai Excel-muodossa.",
        "JSON-filen är varken i formatet JSON-stat eller ett svar från Sotkanet: exportera samma material som CSV eller "
        "Excel.",
        "The JSON file is neither JSON-stat nor an answer of Sotkanet: export the same data as CSV or Excel.",
    ),
)


FORMATS = ("json",)
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
    try:
        parsed: Any = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise Refused([DAMAGED_FILE.at(format="JSON")]) from error
    if json_stat.is_json_stat(parsed):
        return json_stat.read(parsed, file_name, encoding)
    if sotkanet.is_answer(parsed):
        return sotkanet.read(parsed, file_name, encoding)
    raise Refused([JSON_NOT_KNOWN.at()])


def _refuse_constant(text: str) -> NoReturn:
    """NaN and Infinity are no JSON."""
    raise ValueError(text)
