"""The HTML of a page at rest: what is read stays, what leads elsewhere or is pressed does not; and its tables and texts."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser

from keko.room.frozen import Table

_MOVING = {"a": "span", "button": "span", "form": "div"}
_TAG = re.compile(r"<(/?)(a|button|form|input)\b([^>]*)>", re.IGNORECASE)
_PARTED = {
    "td": "; ",
    "th": ", ",
    "caption": ", ",
}  # how what stands on lines of its own in a cell, or in small type, is parted
_BLOCKS = {"details", "div", "p", "li"}
_PART, _PARTS = "\x1f", {"br", "small", "i", *_BLOCKS}
_OUTSIDE = re.compile(r'<span class="keko-outside[^>]*>[^<]*</span>')  # that a link leads to somebody else
_KEPT = re.compile(r'\s(class|style|title|aria-[a-z]+)="[^"]*"')


def at_rest(html: str) -> str:
    """`html` without links, buttons and forms: their texts stay."""

    def still(tag: re.Match[str]) -> str:
        end, name, attributes = tag.group(1), tag.group(2).lower(), tag.group(3)
        if name == "input":
            return ""
        kept = "".join(match.group(0) for match in _KEPT.finditer(attributes))
        return f"</{_MOVING[name]}>" if end else f"<{_MOVING[name]}{kept}>"

    return _TAG.sub(still, _OUTSIDE.sub("", html))


def plain(html: str) -> str:
    """The text of a piece of HTML as it is read at rest; what stands on lines of its own is parted."""
    reader = _Reader()
    reader.feed(at_rest(html))
    reader.close()
    return _joined(reader.text, "; ")


def tables_of(html: str) -> tuple[Table, ...]:
    """The tables in a piece of HTML, each cell as it is read; columns of drawings, which say nothing in text, are left out."""
    reader = _TableReader()
    reader.feed(html)
    return tuple(table for table in map(_table, reader.tables) if table.rows)


class _Rows:
    """A table while it is read: its caption, and its rows as lists of cells. `heads`: those of its head, a cell for every column."""

    def __init__(self) -> None:
        self.caption = ""
        self.heads: list[list[str]] = []
        self.rows: list[list[str]] = []


def _joined(text: Iterable[str], parted: str) -> str:
    """What was gathered, without what stands around it; `parted`: what stands between its parts."""
    parts = (" ".join(part.split()).replace(" ,", ",").rstrip(";,") for part in "".join(text).split(_PART))
    return parted.join(filter(None, parts))


class _Reader(HTMLParser):
    """Gathers text and where it is parted; drawings and marks that only repeat a word are passed over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if self._silent or tag == "svg" or ("aria-hidden", "true") in attributes:
            if tag not in {"br", "wbr", "img", "input", "hr"}:
                self._silent.append(tag)
        else:
            self.begin(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        if not self._silent:
            self.end(tag)
        elif tag == self._silent[-1]:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text.append(data)

    def begin(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """A tag that is read."""
        if tag in _PARTS:
            self.text.append(_PART)

    def end(self, tag: str) -> None:
        """The end of one."""
        if tag in _BLOCKS:
            self.text.append(_PART)


class _TableReader(_Reader):
    """Gathers captions and cells: what is outside them is dropped when the next begins."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[_Rows] = []
        self._in_head, self._width = False, 1

    def begin(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append(_Rows())
        elif tag == "thead":
            self._in_head = True
        elif self.tables and tag == "tr":
            (self.tables[-1].heads if self._in_head else self.tables[-1].rows).append([])
        elif self.tables and tag in {"td", "th", "caption"}:
            self.text, self._width = [], int(dict(attributes).get("colspan") or 1)
        elif tag != "wbr":
            self.text.append(_PART if tag in _PARTS else " ")

    def end(self, tag: str) -> None:
        if self.tables and tag in {"td", "th", "caption"}:
            self._keep(tag, _joined(self.text, _PARTED[tag]))
        elif tag == "thead":
            self._in_head = False
        else:
            self.text.append(" ")

    def _keep(self, tag: str, text: str) -> None:
        table = self.tables[-1]
        if tag == "caption":
            table.caption = text
        elif self._in_head:
            table.heads[-1] += [text] * self._width
        else:
            table.rows[-1].append(text)


def _table(read: _Rows) -> Table:
    heads = [", ".join(dict.fromkeys(filter(None, column))) for column in zip(*read.heads, strict=True)]
    whole = [row + [""] * (len(heads) - len(row)) for row in read.rows]  # the name of a group stands alone in its row
    kept = [place for place in range(len(heads)) if any(row[place] for row in whole)]
    return Table(
        read.caption,
        tuple(heads[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in whole),
    )
