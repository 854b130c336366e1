"""Where a text stands: its place, its three languages, and the bytes of the source file that hold each."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from keko.config import Language
from keko.data.text import Text


@dataclass(frozen=True)
class Literal:
    """The bytes of one language's text in its file, and whether they are a plain scalar of YAML, without quotation marks."""

    start: int
    end: int
    is_plain: bool = False


@dataclass(frozen=True)
class Place:
    """A text in the sources.

    `name`: `keko.words.terms:VERDICTS[better]`, or `assets/events.yaml:pension-reform.name`. `used_in`: the modules that use it.
    """

    name: str
    path: Path
    text: Text
    literals: dict[Language, Literal]
    used_in: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Tells whether the text has changed since it was given to a translator."""
        return fingerprint(self.text)


def fingerprint(text: Text) -> str:
    """The same for the same three texts only."""
    return hashlib.sha256("\0".join(text).encode()).hexdigest()[:16]


def numbered(name: str, taken: set[str]) -> str:
    """`name`, with a number where it is taken, and from now on taken itself."""
    chosen, number = name, 1
    while chosen in taken:
        number += 1
        chosen = f"{name}#{number}"
    taken.add(chosen)
    return chosen
