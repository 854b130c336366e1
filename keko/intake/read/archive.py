"""What is packed is unpacked with care: sizes looked at first, then in a process of its own that has limits.

A file of two cells far apart makes a spreadsheet library reserve hundreds of gigabytes, and one that is broken may end
the process that reads it; here that is the child's end, and the file is refused.
"""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from typing import Any, Literal

from keko.config import ROOT, settings
from keko.data.problems import Problem, ProblemKind, Refused
from keko.data.text import Text
from keko.intake.read import unpack
from keko.intake.read.limits import TOO_MUCH_TEXT, most_text

ARCHIVE_TOO_LARGE = ProblemKind(
    "archive-too-large",
    "error",
    Text(
        "Tiedosto on purettuna liian suuri luettavaksi (enintään {limit} solua, asetus KEKO_MAX_CELLS): jaa aineisto ja poista "
        "taulukosta kaukana olevat yksittäiset solut.",
        "Filen är uppackad för stor för att läsas (högst {limit} celler, inställningen KEKO_MAX_CELLS): dela upp materialet och "
        "ta bort enstaka celler som står långt ute i tabellen.",
        "Unpacked, the file is too large to be read (at most {limit} cells, the setting KEKO_MAX_CELLS): split the data, and "
        "remove single cells that stand far out in the sheet.",
    ),
)
SHEET_TOO_WIDE = ProblemKind(
    "sheet-too-wide",
    "error",
    Text(
        "Taulukossa on yli {limit} saraketta, eikä enempää lueta (asetus KEKO_MAX_COLUMNS): rajaa aineistoa ja poista kaukana "
        "olevat yksittäiset solut.",
        "Tabellen har över {limit} kolumner och fler läses inte (inställningen KEKO_MAX_COLUMNS): avgränsa materialet och ta bort "
        "enstaka celler som står långt ute.",
        "The table has more than {limit} columns, and no more are read (the setting KEKO_MAX_COLUMNS): take a smaller selection, "
        "and remove single cells that stand far out.",
    ),
)
DAMAGED_FILE = ProblemKind(
    "damaged-file",
    "error",
    Text(
        "Tiedosto on muotoa {format}, mutta se on rikki tai vajaa: avaa se omassa ohjelmassaan ja tallenna uudelleen.",
        "Filen är i formatet {format} men skadad eller ofullständig: öppna den i sitt eget program och spara på nytt.",
        "The file is in the format {format} but broken or incomplete: open it in its own program and save it again.",
    ),
)
PROTECTED_FILE = ProblemKind(
    "protected-file",
    "error",
    Text(
        "Tiedosto on suojattu salasanalla: tallenna se ilman salasanaa.",
        "Filen är skyddad med lösenord: spara den utan lösenord.",
        "The file is protected by a password: save it without one.",
    ),
)
_MB = 1_000_000
_SMALL = 50 * _MB
_LARGEST = 300 * _MB
_MOST_TIMES = 20
_MOST_MEMBERS = 10_000
_SECONDS = 120  # the unpacking has less of its own; a machine may be busy
_KINDS = {unpack.DAMAGED: DAMAGED_FILE, unpack.PROTECTED: PROTECTED_FILE}


def too_large() -> Problem:
    """What is said of a file that takes too much when it is unpacked."""
    return ARCHIVE_TOO_LARGE.at(limit=settings().max_cells)


def refuse_bombs(data: bytes, format_name: str) -> None:
    """Raise where a ZIP archive says of itself that it would unpack to much more than a table does.

    Raises:
        Refused: it does, or it is no archive.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = [member.file_size for member in archive.infolist()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Refused([DAMAGED_FILE.at(format=format_name)]) from error
    allowed = min(_LARGEST, max(_SMALL, _MOST_TIMES * len(data)))
    if sum(sizes) > allowed or len(sizes) > _MOST_MEMBERS:
        raise Refused([too_large()])


def unpacked(what: Literal["workbook", "parquet"], data: bytes, format_name: str) -> Iterator[Any]:
    """What `keko.intake.read.unpack` makes of a file, part by part. `format_name`: what to call its format.

    Raises:
        Refused: it is broken, protected or too large.
    """
    most = settings()
    limits = map(str, (most.max_cells, most.max_columns, most_text()))
    command = [sys.executable, "-m", unpack.__name__, what, *limits]
    try:
        run = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False, cwd=ROOT)
    except subprocess.TimeoutExpired as error:
        raise Refused([too_large()]) from error
    if run.returncode:
        raise Refused([_refused(run.returncode, format_name)])
    return map(json.loads, io.BytesIO(run.stdout))


def _refused(status: int, format_name: str) -> Problem:
    """What an exit status of the unpacking says; any but its own is that of a process that ran out of memory."""
    if status == unpack.TOO_WIDE:
        return SHEET_TOO_WIDE.at(limit=settings().max_columns)
    if status == unpack.TOO_MUCH_TEXT:
        return TOO_MUCH_TEXT.at(limit=most_text())
    kind = _KINDS.get(status)
    return kind.at(format=format_name) if kind else too_large()
