"""Which character parts the cells of a delimited text."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

_SPACE = " "
DELIMITERS = (";", "\t", "|", ",")
SAMPLE = 200_000
RECORDS = 200
_LINES = 5
_MOST_SAMPLED = 20 * SAMPLE
LONGEST_READ = 1_000_000
# What a cell does not hold when the delimiter is right: the others, and quotation marks.
_FOREIGN = {
    ";": re.compile('[\t|"]'),
    "\t": re.compile('[;|"]'),
    "|": re.compile('[;\t"]'),
    ",": re.compile('[;\t|"]'),
    _SPACE: re.compile('[;\t|"]'),
}


def delimiter_of(text: str) -> str | None:
    """The delimiter of `text`: the one that gives most rows the same width and cells free of the others, if any does.

    Commas within cells are not held against a delimiter: they are decimal marks and parts of names. Spaces part cells
    only where texts are quoted and nothing else does (write.table of R).
    """
    scores = {delimiter: _score(text, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    if scores[best] > 0:
        return best
    return _SPACE if text.startswith('"') and _score(text, _SPACE) > 0 else None


def sample(text: str, delimiter: str | None) -> list[list[str]]:
    """The first records of `text`, at most 200, and of long lines fewer."""
    size = _size(text)
    whole = len(text) <= size
    records = list(islice(_records(text[:size], delimiter), RECORDS))
    return records if whole or len(records) < 2 or len(records) == RECORDS else records[:-1]


def _size(text: str) -> int:
    """How much of `text` is looked at: of one with very long lines at least a few of them."""
    end, lines = SAMPLE, text.count("\n", 0, SAMPLE)
    while lines < _LINES and end < _MOST_SAMPLED:
        after = text.find("\n", end) + 1
        if not after:
            break
        end, lines = after, lines + 1
    return min(end, _MOST_SAMPLED)


def long_cell(text: str, delimiter: str) -> int | None:
    """The row of a cell beyond what is read, None where there is none: looked for from one end of such a stretch to the next."""
    start = 0
    while start + LONGEST_READ < len(text):
        end = start + LONGEST_READ + 1
        place = max(text.rfind(sign, start, end) for sign in (delimiter, "\n", "\r"))
        if place < start:
            return text.count("\n", 0, start) + 1
        start = place + 1
    return None


def start_of_row(text: str, delimiter: str, before: int) -> int:
    """Where the row after the first `before` records begins.

    Raises:
        csv.Error: one of them has a cell that is too long.
    """
    handle = io.StringIO(text[:_MOST_SAMPLED], newline="")
    for _ in islice(csv.reader(handle, delimiter=delimiter), before):
        pass
    return handle.tell()


def trimmed(record: list[str]) -> list[str]:
    """A record without the empty cells at its end."""
    last = next((place for place in range(len(record), 0, -1) if record[place - 1].strip()), 0)
    return record[:last]


def _records(text: str, delimiter: str | None) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or "\x1f")
    try:
        yield from reader
    except csv.Error:  # a cell beyond all measure: a quotation mark that nothing closes
        return


def _score(text: str, delimiter: str) -> float:
    sampled = sample(text, delimiter)
    records = [record for record in sampled if trimmed(record)] or sampled
    widths = Counter(len(record) for record in records if len(record) > 1)
    if not widths:
        return 0.0
    alike = max(widths.values()) / len(records)
    cells = [cell for record in records for cell in record]
    return alike * sum(1 for cell in cells if not _FOREIGN[delimiter].search(cell)) / len(cells)
