"""What each command of `python -m keko` does: a function a command, and what these share.

Loaded to read any command line, even to give help: what only some commands need is imported where they use it.
"""

import argparse
import errno
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keko.config import Language, settings
from keko.data.progress import Progress, Stage

if TYPE_CHECKING:
    import sqlalchemy as sa

    from keko.data.areas import Areas
    from keko.indicators.catalogue import Indicator

DONE, BAD_DATA, WRONG_USE = 0, 1, 2
_STAGES: dict[Stage, str] = {
    "protecting": "disclosure control: small cells",
    "assessing": "trends and forecasts: per cent",
}
Arguments = argparse.Namespace
Answer = dict[str, Any]


class WrongUse(Exception):
    """The command asks for something that is not there."""


def open_database() -> "sa.Engine":
    """The engine of a database that is set up.

    Raises:
        WrongUse: it is not.
    """
    from keko.data.engine import connect, is_set_up

    engine = connect(settings().database_url)
    if not is_set_up(engine):
        raise WrongUse("The database is not set up: run `python -m keko init` first.")
    return engine


def language_of(chosen: Arguments) -> Language:
    """The language of the sentences."""
    language: Language = chosen.language or settings().language
    return language


def content(path: Path) -> bytes:
    """The bytes of a file, at most twice as many as may be brought in: enough to see that it is too large.

    Raises:
        WrongUse: it cannot be read, or is a device, a pipe or a folder: these may never end.
    """
    try:
        if not path.is_file():
            raise WrongUse(f"{path}: {'not a file' if path.exists() else os.strerror(errno.ENOENT)}")
        with path.open("rb") as file:
            return file.read(2 * settings().max_upload_mb * 1_000_000)
    except OSError as error:
        raise WrongUse(f"{path}: {error.strerror}") from error


def write_file(path: Path, data: bytes) -> None:
    """Write a file.

    Raises:
        WrongUse: it cannot be written, or is none: a pipe may have no end.
    """
    try:
        if path.exists() and not path.is_file():
            raise WrongUse(f"{path}: not a file")
        path.write_bytes(data)
    except OSError as error:
        raise WrongUse(f"{path}: {error.strerror}") from error


def known(ids: Sequence[str], catalogue: "dict[str, Indicator]") -> "list[Indicator]":
    """The indicators with these ids.

    Raises:
        WrongUse: one is not in the catalogue.
    """
    missing = [id_ for id_ in ids if id_ not in catalogue]
    if missing:
        raise WrongUse(f"No such indicator: {', '.join(missing)}")
    return [catalogue[id_] for id_ in ids]


def area_code(areas: "Areas", text: str) -> str:
    """The area that a code or a name means, or the set that a code means.

    Raises:
        WrongUse: none, or several.
    """
    from keko.data.area_names import AreaNames

    if text in areas.sets:
        return text
    match = AreaNames(areas).match(text)
    if match.code is None:
        options = ", ".join(
            f"{code} ({areas[code].name.fi}, {areas[code].level})" for code in match.candidates if code in areas
        )
        raise WrongUse(f"{text}: which of {options}?" if options else f"No such area: {text}")
    return match.code


def tell(chosen: Arguments, answer: Answer, as_text: Callable[[Answer], str]) -> None:
    """Print an answer: one JSON document, or as a person reads it."""
    print(as_json(answer) if chosen.json else as_text(answer))


def as_json(answer: Answer) -> str:
    """One JSON document; where the output does not take every letter, with those it may not take as escapes."""
    takes_all = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().startswith("utf")
    return json.dumps(answer, ensure_ascii=not takes_all, default=str)


def problem_lines(problems: Sequence[Answer]) -> list[str]:
    """Problems as a person reads them."""
    return [f"{problem['severity']:8} {problem['code']}: {problem['message']}" for problem in problems]


def shown_progress() -> Progress | None:
    """Tells how far a stage of publishing has come, on one line of a terminal; None where nobody watches."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, of: int, stage: Stage = "protecting") -> None:
        print(
            f"\r{_STAGES[stage]} {done}/{of}",
            end="\n" if done == of else "",
            file=sys.stderr,
            flush=True,
        )

    return show
