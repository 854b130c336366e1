"""The pages of a file of the national service register (PTV), read a service at a time, however large the file.

A file is one answer of the interface or several one after the other, or a list of answers: pages of v11
(`pageNumber`, `pageCount`, `itemList`) or v12 (`page`, `totalPages`, `items`), lists of services, or single ones.
"""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from keko.data.problems import Refused
from keko.sources.ptv_problems import BROKEN, FOREIGN, PAGES_MISSING, TOO_LARGE

Item = dict[str, Any]
_LISTS = ("itemList", "items")
_PIECE = 1 << 20  # characters read at a time
_LARGEST = 16 << 20  # characters of one value
_SPACE = " \t\r\n"
_decode = json.JSONDecoder().raw_decode


@dataclass
class Pages:
    """Which pages a file had, of how many: v11 and v12 tell it in words of their own."""

    seen: set[int] = field(default_factory=set)
    count: int = 0

    def add(self, facts: Item) -> None:
        """Count the page that these are the facts of."""
        number, count = facts.get("pageNumber", facts.get("page")), facts.get("pageCount", facts.get("totalPages"))
        if isinstance(number, int) and isinstance(count, int):
            self.seen.add(number)
            self.count = max(self.count, count)

    def refuse_missing(self) -> None:
        """Stop where some were not there.

        Raises:
            Refused: a page is missing.
        """
        missing = [number for number in range(1, min(self.count, 100_000) + 1) if number not in self.seen]
        if missing:
            told = ", ".join(map(str, missing[:10])) + (" …" if len(missing) > 10 else "")
            raise Refused([PAGES_MISSING.at(missing=told, count=self.count)])


def read_items(file: BinaryIO) -> Iterator[Item]:
    """The services, organisations and channels of a file, one after the other.

    Raises:
        Refused: it is no JSON, ends in the middle, holds something else, or pages of it are missing.
    """
    text = io.TextIOWrapper(file, encoding="utf-8-sig")
    reader, pages = _Reader(text), Pages()
    try:
        while reader.peek():
            for item in _document(reader, pages):
                reader.items += 1
                yield item
        if not reader.items and not pages.seen:
            raise Refused([FOREIGN.at(item=1)])
        pages.refuse_missing()
    except UnicodeDecodeError as error:
        raise reader.broken() from error
    finally:
        text.detach()


@dataclass
class _Reader:
    """A text that is read in pieces. `items`: how many have been read; `before`: characters that have gone."""

    text: io.TextIOWrapper
    items: int = 0
    before: int = 0
    _buffer: str = ""
    _at: int = 0
    _ended: bool = False

    def peek(self) -> str:
        """The next character that is no space; nothing at the end."""
        while True:
            while self._at < len(self._buffer):
                if self._buffer[self._at] not in _SPACE:
                    return self._buffer[self._at]
                self._at += 1
            if not self._more():
                return ""

    def take(self, *wanted: str) -> str:
        """The next character, which has to be one of these."""
        character = self.peek()
        if character not in wanted or not character:
            raise self.broken()
        self._at += 1
        return character

    def value(self) -> Any:
        """The next value, whole."""
        self.peek()
        while True:
            try:
                value, end = _decode(self._buffer, self._at)
            except RecursionError as error:
                raise self.broken() from error
            except ValueError as error:
                if not self._more():
                    raise self.broken() from error
                continue
            if end == len(self._buffer) and self._more():
                continue  # a number may go on
            self._at = end
            return value

    def broken(self) -> Refused:
        """That it cannot be read here."""
        return Refused([BROKEN.at(item=self.items + 1, place=self.before + self._at + 1)])

    def _more(self) -> bool:
        """Read on, at least as much as there is; whether there was more."""
        left = len(self._buffer) - self._at
        if self._ended:
            return False
        if left > _LARGEST:
            place = self.before + self._at + 1
            raise Refused([TOO_LARGE.at(item=self.items + 1, limit=_LARGEST >> 20, place=place)])
        piece = self.text.read(max(_PIECE, left))
        self._ended = not piece
        self.before += self._at
        self._buffer, self._at = self._buffer[self._at :] + piece, 0
        return bool(piece)


def _document(reader: _Reader, pages: Pages) -> Iterator[Item]:
    """The items of one answer, or of a list of answers."""
    if reader.peek() == "{":
        yield from _object(reader, pages)
    elif reader.peek() == "[":
        yield from _list(reader, lambda: _object(reader, pages))
    else:
        value = reader.value()
        raise Refused([FOREIGN.at(item=reader.items + 1)]) if value is not None else reader.broken()


def _object(reader: _Reader, pages: Pages) -> Iterator[Item]:
    """The items of a page; an object that is no page is an item itself."""
    facts, is_page = Item(), False
    reader.take("{")
    if reader.peek() == "}":
        reader.take("}")
        raise Refused([FOREIGN.at(item=reader.items + 1)])
    while True:
        if reader.peek() != '"':
            raise reader.broken()
        name = reader.value()
        reader.take(":")
        if name in _LISTS and reader.peek() == "[" and "id" not in facts and "contentId" not in facts:
            is_page = True
            yield from _list(reader, lambda: _whole(reader))
        else:
            facts[name] = reader.value()
        if reader.take(",", "}") == "}":
            break
    if is_page or facts.get("itemList", ...) is None:
        pages.add(facts)
    else:
        yield facts


def _whole(reader: _Reader) -> Iterator[Item]:
    """An item of a page, read at once."""
    value = reader.value()
    if not isinstance(value, dict):
        raise Refused([FOREIGN.at(item=reader.items + 1)])
    yield value


def _list(reader: _Reader, each: Callable[[], Iterator[Item]]) -> Iterator[Item]:
    reader.take("[")
    if reader.peek() == "]":
        reader.take("]")
        return
    while True:
        if reader.peek() != "{":
            value = reader.value()
            raise Refused([FOREIGN.at(item=reader.items + 1)]) if value is not None else reader.broken()
        yield from each()
        if reader.take(",", "]") == "]":
            return
