"""One file of several parts, with a manifest that tells of each its size and hash: a backup, a pack of open figures.

It is a ZIP archive. Whoever reads one trusts nothing of it: names are looked for and never written anywhere, sizes are
looked at first, parts are read as a stream and their hashes compared.
"""

import hashlib
import json
import os
import tomllib
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from keko.config import ROOT
from keko.data.problems import Refused
from keko.data.sealed_problems import (
    BROKEN,
    KINDS,
    NEWER,
    NOT_SEALED,
    OTHER_FILE,
    OTHER_KIND,
    SOMETHING_ELSE,
    TOO_LARGE,
)

MANIFEST = "manifest.json"
_VERSION = 1  # of the form, the newest that is known
_MOST_PARTS = 2_000
_LARGEST_MANIFEST = 20_000_000
_LONGEST_LINE = 256_000_000  # the largest level of boundaries is one cell
_MOST_TIMES, _ALWAYS_ALLOWED = 100, 100_000_000  # unpacked, of the packed size; DEFLATE reaches a thousand
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # others take as much memory as the file asks for
_UNREADABLE = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError, RuntimeError)


class Strict(BaseModel):
    """A part of a manifest: what is not known is no part of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Part(Strict):
    """One part of the file. `size`: its bytes, unpacked."""

    name: str = Field(max_length=200)
    size: int = Field(ge=0)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")


class Manifest(Strict):
    """What every such file tells of itself. `format`: what it is; `version`: of that form; `keko`: which release of KEKO made it."""

    format: str
    version: int = _VERSION
    keko: str
    made_at: str


M = TypeVar("M", bound=Manifest)


def made() -> dict[str, str]:
    """When and by what a file is made: the fields of every manifest."""
    return {"keko": keko_version(), "made_at": datetime.now(UTC).isoformat(timespec="seconds")}


@cache
def keko_version() -> str:
    """The version of KEKO that runs."""
    try:
        return version("keko")
    except PackageNotFoundError:  # run from its folder
        project: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        return project["version"]


def refuse_other_file(path: Path, format_name: str) -> None:
    """Stop where a file that is not of the same kind would be replaced: a slip of the pen may name the database.

    Raises:
        Refused: there is one.
    """
    if not path.exists():
        return
    try:
        with opened(path) as archive:
            same = format_of(archive) == format_name
    except Refused:
        same = False
    if not same:
        raise Refused([OTHER_FILE.at(file=path.name)])


@contextmanager
def new_file(path: Path) -> Iterator[zipfile.ZipFile]:
    """An archive that takes its name when it is whole and on the disk, and that only its owner may read.

    Raises:
        OSError: it cannot be written; what had the name before is still there.
    """
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:100]}-", delete=False) as file:
        part = Path(file.name)
        try:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                yield archive
            file.flush()
            os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def add_part(archive: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> Part:
    """Write a part as a stream."""
    size, digest = 0, hashlib.sha256()
    with archive.open(name, "w", force_zip64=True) as target:
        for piece in pieces:
            target.write(piece)
            digest.update(piece)
            size += len(piece)
    return Part(name=name, size=size, sha256=digest.hexdigest())


def add_manifest(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Write what the file tells of itself, when its parts are known."""
    archive.writestr(MANIFEST, manifest.model_dump_json(indent=1))


@contextmanager
def opened(file: Path | IO[bytes]) -> Iterator[zipfile.ZipFile]:
    """The archive, when its sizes have been looked at.

    Raises:
        Refused: it is none, or would unpack to far more than it is.
        OSError: it cannot be read.
    """
    if isinstance(file, Path):
        if file.exists() and not file.is_file():  # a pipe may never end
            raise Refused([NOT_SEALED.at()])
        with file.open("rb") as stream, opened(stream) as archive:
            yield archive
        return
    size = file.seek(0, os.SEEK_END)
    try:
        archive = zipfile.ZipFile(file)
    except _UNREADABLE as error:
        raise Refused([NOT_SEALED.at()]) from error
    with archive:
        members = archive.infolist()
        if MANIFEST not in {member.filename for member in members}:
            raise Refused([NOT_SEALED.at()])
        unpacked = sum(member.file_size for member in members)
        if len(members) > _MOST_PARTS or unpacked > max(_ALWAYS_ALLOWED, _MOST_TIMES * size):
            raise Refused([TOO_LARGE.at()])
        if not _METHODS.issuperset(member.compress_type for member in members):
            raise Refused([NOT_SEALED.at()])
        yield archive


def format_of(archive: zipfile.ZipFile) -> str:
    """What the file says that it is.

    Raises:
        Refused: it does not say.
    """
    return str(_entries(archive).get("format"))


def read_manifest(archive: zipfile.ZipFile, model: type[M]) -> M:
    """What the file tells of itself, as `model`.

    Raises:
        Refused: it is not whole, of another kind, or made by a newer KEKO.
    """
    entries = _entries(archive)
    kind, wanted = str(entries.get("format")), model.model_fields["format"].default
    if kind != wanted:
        raise Refused([OTHER_KIND.at(kind=KINDS.get(kind, SOMETHING_ELSE), wanted=KINDS[wanted])])
    made_by = entries.get("version")
    if isinstance(made_by, int) and made_by > _VERSION:
        raise Refused([NEWER.at(keko=str(entries.get("keko"))[:40])])
    try:
        return model.model_validate(entries)
    except ValidationError as error:
        raise Refused([BROKEN.at(part=MANIFEST)]) from error


def refuse_other_parts(archive: zipfile.ZipFile, parts: Iterable[Part]) -> None:
    """Stop unless the archive holds the manifest and these parts, each once, of the sizes told.

    Raises:
        Refused: it does not.
    """
    wanted = sorted((part.name, part.size) for part in parts)
    held = sorted((member.filename, member.file_size) for member in archive.infolist() if member.filename != MANIFEST)
    if wanted != held or len(archive.infolist()) != len(held) + 1:
        other = sorted({name for name, _ in set(wanted) ^ set(held)}) or [MANIFEST]
        raise Refused([BROKEN.at(part=other[0][:80])])


def read_lines(archive: zipfile.ZipFile, part: Part) -> Iterator[bytes]:
    """The lines of a part; its hash is compared when the last has been given.

    Raises:
        Refused: the part is not what the manifest tells.
    """
    digest = hashlib.sha256()
    try:
        with archive.open(part.name) as stream:
            while line := stream.readline(_LONGEST_LINE):
                digest.update(line)
                yield line
    except (KeyError, *_UNREADABLE) as error:
        raise Refused([BROKEN.at(part=part.name)]) from error
    if digest.hexdigest() != part.sha256:
        raise Refused([BROKEN.at(part=part.name)])


def _entries(archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        if archive.getinfo(MANIFEST).file_size > _LARGEST_MANIFEST:
            raise Refused([TOO_LARGE.at()])
        entries = json.loads(archive.read(MANIFEST))
    except (*_UNREADABLE, RecursionError) as error:
        raise Refused([BROKEN.at(part=MANIFEST)]) from error
    if not isinstance(entries, dict):
        raise Refused([NOT_SEALED.at()])
    return entries
