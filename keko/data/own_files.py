"""The files of figures that KEKO gives and takes back: their columns, by which it knows its own, and texts in their cells.

Nothing else of the project is needed here: programs that open files in a process of their own ask too.
"""

import re
from collections.abc import Collection

FIGURES = ("value", "lower", "upper", "numerator", "denominator", "deviation", "q1", "q3")
COUNTS = ("members", "members_present", "coverage")
DIMENSIONS = ("area", "sex", "age", "breakdown", "period")
CELL_TEXTS = ("reason", "origin", "provider", "is_demo")
# The first twelve are agreed with those who read the files.
COLUMNS = (
    "area", "area_name", "period", "sex", "age", "breakdown", *FIGURES[:5], "status", *FIGURES[5:], "reason",
    "origin", *COUNTS, "indicator", "indicator_name", "unit", "kind", "provider", "is_demo", "explanation",
)  # fmt: skip
PROBLEM_COLUMNS = ("severity", "code", "row", "column", "message")  # of a list of what was found in a file
_KNOWN_BY = frozenset(("indicator", "area", "period", "sex", "age", "breakdown", "value", "status", "reason", "origin"))

# What a spreadsheet program may take for a formula: more than a sign alone after one of the signs that OWASP lists (CSV
# Injection, https://owasp.org/www-community/attacks/CSV_Injection), full-width ones too. A per cent sign is none of them.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠].", re.DOTALL)


def is_own(header: Collection[str]) -> bool:
    """Whether a header is that of figures that KEKO gave."""
    return _KNOWN_BY.issubset(header)


def harmless(text: str) -> str:
    """A text as it stands in a cell: with an apostrophe before it where it could be taken for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unharmed(cell: str) -> str:
    """The text that `harmless` made the cell of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
