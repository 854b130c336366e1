"""Seals in files that left the house: which frozen views a file says that it came from, whatever it is."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

_SEAL = re.compile(rb"keko:([0-9a-f]{64})(?![0-9a-f])")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_PNG = b"\x89PNG\r\n\x1a\n"
_MOST = 200_000_000  # bytes that are looked through, unpacked


def seals_in(data: bytes) -> list[str]:
    """The seals in a file, each once and in order: of slides, reports, workbooks, CSV, PNG or SVG, also kept anew by others."""
    places = (match.decode() for part in _parts(data) for match in _SEAL.findall(part))
    return list(dict.fromkeys(places))


def _parts(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"PK"):
        yield from _unzipped(data)
        return
    yield from _texts(data)
    if data.startswith(b"%PDF"):
        yield from _unpacked(data)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"k\0e\0k\0o\0" in data:
        yield data.replace(b"\0", b"")  # text of two bytes a letter, as office programs save CSV


def _texts(data: bytes) -> Iterator[bytes]:
    """A file as it is; of a PNG what its chunks hold, without the check sums between them, which may look like more of a seal."""
    if not data.startswith(_PNG):
        yield data
        return
    at = len(_PNG)
    while at + 8 <= len(data):
        begins, size = at + 8, int.from_bytes(data[at : at + 4])
        yield data[begins : begins + size]
        at = begins + size + 4


def _unzipped(data: bytes) -> Iterator[bytes]:
    """The parts of an office document; its properties come first, since they hold the seals in order."""
    left = _MOST
    try:
        with ZipFile(BytesIO(data)) as archive:
            for info in sorted(archive.infolist(), key=lambda info: not info.filename.startswith("docProps/")):
                with archive.open(info) as part:
                    content = part.read(left)
                left -= len(content)
                yield from _texts(content)
                if left <= 0:
                    return
    except (BadZipFile, RuntimeError, zlib.error, NotImplementedError):
        return  # broken, or locked: no seal can be read


def _unpacked(data: bytes) -> Iterator[bytes]:
    left = _MOST
    for match in _STREAM.finditer(data):
        unpacking = zlib.decompressobj()
        try:
            content = unpacking.decompress(match[1], left)
        except zlib.error:
            continue
        left -= len(content)
        yield content
        if left <= 0:
            return
