"""One module a format; each is found by being here (see `Format`), and needs no change elsewhere."""

from typing import Protocol

from keko.intake.mappings import Mapping
from keko.intake.read.table import Table


class Format(Protocol):
    """What a module of this folder has.

    `FORMATS`: what the formats that it reads are called; no other module reads one of the same name.
    """

    FORMATS: tuple[str, ...]

    def recognises(self, data: bytes, file_name: str) -> str | None:
        """Which of its formats a file is in, by its first bytes; None where it is in none of them."""

    def read(self, data: bytes, file_name: str, mapping: Mapping) -> Table:
        """The table in a file of one of its formats.

        Raises:
            Refused: the file is broken, or holds no table.
        """
