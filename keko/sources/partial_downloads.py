"""What is kept of an unfinished fetch, so that the same fetch goes on where it stopped."""

import hashlib
import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class PartialDownload:
    """The folder of one fetch; it comes into being with its first part."""

    folder: Path

    @classmethod
    def of(cls, root: Path, *question: Any) -> "PartialDownload":
        """The parts of a fetch that asks exactly `question`."""
        text = json.dumps(question, ensure_ascii=False, sort_keys=True, default=str)
        return cls(root / hashlib.sha256(text.encode()).hexdigest()[:20])

    def get(self, number: int) -> bytes | None:
        """The part with this number, if it is here."""
        path = self._path(number)
        return path.read_bytes() if path.exists() else None

    def keep(self, number: int, data: bytes) -> None:
        """Keep a part that was found good. Where nothing can be kept the fetch goes on all the same."""
        path = self._path(number)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(f".{os.getpid()}")  # a part is there whole or not at all
            unfinished.write_bytes(data)
            unfinished.replace(path)

    def clear(self) -> None:
        """Forget them."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:04}.json"
