"""From bytes to text: which encoding a text file is in, and whether it is text at all."""

import re
from collections.abc import Iterator

from keko.data.problems import ProblemKind, Refused
from keko.data.text import Text

EMPTY_FILE = ProblemKind(
    "empty-file",
    "error",
    Text(
        "Tiedosto on tyhjä: valitse tiedosto, jossa on tietoja.",
        "Filen är tom: välj en fil med uppgifter.",
        "The file is empty: choose one that holds data.",
    ),
)
BINARY_FILE = ProblemKind(
    "binary-file",
    "error",
    Text(
        "Tiedosto ei ole tekstiä, vaikka sen nimi on ”{name}”: tallenna aineisto CSV-muodossa.",
        "Filen är inte text fast den heter ”{name}”: spara materialet i CSV-format.",
        "The file is not text although it is called “{name}”: save the data as CSV.",
    ),
)
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_BEGINNING = 500
_CONTROL = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
_CONTROL_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")
# Bytes that are letters or the euro in Latin-9 and signs in Latin-1 that tables do not use.
_LATIN_9 = re.compile(rb"[\xa4\xa6\xa8\xb4\xb8]")


def beginning(data: bytes) -> bytes:
    """The first bytes of a file, without what a text may have before its first sign: a byte order mark and blanks."""
    return data[:_BEGINNING].removeprefix(b"\xef\xbb\xbf").lstrip()


def decode(data: bytes, file_name: str) -> tuple[str, str]:
    """The text of a file and the encoding it is in.

    Raises:
        Refused: there is no text, or the bytes are none.
    """
    bom = next((encoding for mark, encoding in _BOMS.items() if data.startswith(mark)), None) or _of_two_bytes(data)
    if (bom is None or bom == "utf-8-sig") and len(data.translate(None, _CONTROL)) < len(data):
        raise Refused([BINARY_FILE.at(name=file_name)])
    for encoding in _encodings(data, bom):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding.startswith("utf-16") and _CONTROL_TEXT.search(text):
            break
        if not text.strip():
            raise Refused([EMPTY_FILE.at()])
        return text, encoding
    raise Refused([BINARY_FILE.at(name=file_name)])


def _of_two_bytes(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: of nearly every two bytes at its beginning the same one is zero."""
    first = data[:_BEGINNING]
    zeros = first[0::2].count(0), first[1::2].count(0)
    if max(zeros) * 4 < len(first) or min(zeros):
        return None
    return "utf-16-be" if zeros[0] else "utf-16-le"


def _encodings(data: bytes, bom: str | None) -> Iterator[str]:
    yield bom or "utf-8"
    if bom is None:
        yield _single_byte(data)


def _single_byte(data: bytes) -> str:
    if _WINDOWS_ONLY.search(data):
        return "cp1252"
    return "iso-8859-15" if _LATIN_9.search(data) else "iso-8859-1"
