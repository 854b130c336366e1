"""What is wrong with a file, in words: typed, placed by row and column, in three languages."""

from collections.abc import Iterable
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd

from keko.config import Language
from keko.data.text import Plural, Text

Severity = Literal["error", "warning", "info"]

MOST = 20
_MORE = Plural(
    one=Text(
        "Sama ongelma on lisäksi {count} muussa kohdassa.",
        "Samma problem finns dessutom på {count} annat ställe.",
        "The same problem is in {count} more place.",
    ),
    other=Text(
        "Sama ongelma on lisäksi {count} muussa kohdassa.",
        "Samma problem finns dessutom på {count} andra ställen.",
        "The same problem is in {count} more places.",
    ),
)


@dataclass(frozen=True)
class Problem:
    """One thing to know or to mend.

    `row`: the number a spreadsheet shows for the row, titles and header counted; `column`: the header's text.
    Both None where the whole file is meant. `facts`: what fills the message, by name.
    """

    code: str
    severity: Severity
    message: Text
    row: int | None = None
    column: str | None = None
    facts: Dictionary[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def as_json(self, language: Language) -> dict[str, Any]:
        """`{code, severity, row, column, message}` with the message in `language`."""
        fields = {"code": self.code, "severity": self.severity, "row": self.row, "column": self.column}
        return fields | {"message": self.message.within(language)}


@dataclass(frozen=True)
class ProblemKind:
    """A kind of problem. `message` may hold `{row}`, `{column}` and names of its own; of a Plural `count` chooses the form."""

    code: str
    severity: Severity
    message: Text | Plural

    def at(self, row: int | None = None, column: str | None = None, **values: Any) -> Problem:
        """The problem of this kind at one place; `values` fill the message."""
        message = self.message.filled(row=row, column=column, **values)
        return Problem(self.code, self.severity, message, row, column, values)

    def each(self, places: pd.DataFrame) -> list[Problem]:
        """A problem for each row of `places`, whose columns are what `at` takes.

        The first 20 are listed one by one, the rest as one problem that counts them.
        """
        records: list[dict[str, Any]] = places.head(MOST).to_dict("records")  # type: ignore[assignment]
        listed = [self.at(**record) for record in records]
        rest = len(places) - len(listed)
        return [*listed, Problem(self.code, self.severity, _MORE.filled(count=rest))] if rest else listed


class Refused(Exception):
    """The file cannot be understood at all."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(" ".join(problem.message.en for problem in self.problems))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that stop the file from being published."""
    return [problem for problem in problems if problem.severity == "error"]
