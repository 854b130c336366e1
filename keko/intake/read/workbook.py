"""The sheets of a workbook as they come out of its archive; within `unpacked_once` it is unpacked a single time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from keko.data.problems import Refused
from keko.intake.read.archive import DAMAGED_FILE, refuse_bombs, unpacked
from keko.intake.read.grid import holds_figures

Range = tuple[tuple[int, int], tuple[int, int]]

_NAMES = {"xlsx": "Excel (xlsx)", "xls": "Excel (xls)", "ods": "OpenDocument (ods)"}


@dataclass(frozen=True)
class Sheet:
    """A sheet from its cell A1 on. `merged`: ranges of merged cells, None where the format does not tell them."""

    name: str
    hidden: bool
    merged: list[Range] | None
    rows: list[list[str]]

    @property
    def has_figures(self) -> bool:
        """Whether at least two rows hold figures, which a cover or a page of notes does not."""
        return sum(holds_figures(row) for row in self.rows) > 1


_kept: ContextVar[dict[bytes, list[Sheet]] | None] = ContextVar("kept", default=None)


@contextmanager
def unpacked_once() -> Iterator[None]:
    """Within it a workbook is unpacked once, however many of its sheets are read one after another."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def unpacked_sheets(data: bytes, format_name: str) -> list[Sheet]:
    """The sheets of a workbook, at least one.

    Raises:
        Refused: the workbook cannot be read.
    """
    kept = _kept.get()
    if kept is None:
        return _unpacked(data, format_name)
    if data not in kept:
        kept[data] = _unpacked(data, format_name)
    return kept[data]


def _unpacked(data: bytes, format_name: str) -> list[Sheet]:
    if format_name != "xls":
        refuse_bombs(data, _NAMES[format_name])
    sheets = list[Sheet]()
    for part in unpacked("workbook", data, _NAMES[format_name]):
        if isinstance(part, dict):
            sheets.append(Sheet(**part, rows=[]))
        else:
            sheets[-1].rows.append(part)
    if not sheets:
        raise Refused([DAMAGED_FILE.at(format=_NAMES[format_name])])
    return sheets
