"""How a file is to be brought in, and what came of it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from keko.data.differences import Difference, total
from keko.data.people import Person
from keko.data.problems import Problem, Refused
from keko.data.text import Text
from keko.intake.arrange.accounting import Accounting

if TYPE_CHECKING:  # comparisons are not loaded to look at a file
    from keko.intake.release.changes import Changes
    from keko.intake.release.consequences import Consequence, Pair

Status = Literal["draft", "published", "rejected", "dry-run"]


@dataclass(frozen=True)
class Origin:
    """Where a release was published before it comes here, kept with it. `file_name`, `sha256`: of the file that it was made of.

    `provider`: what its provider is called.
    """

    provider: Text
    source: Text
    territory: str
    file_name: str | None
    sha256: str | None


@dataclass(frozen=True)
class Order:
    """How a file is to be brought in.

    `watch`: pairs of area and benchmark whose verdicts are compared before and after; `origin`: of a release of another
    installation, whose facts are kept instead of those of the file. `confirms`: whether `by` has said what is said of the
    protection of new indicators; a fetch says it by itself, and nobody has confirmed it.
    """

    provider: str
    by: Person
    confirms: bool = True
    publish: bool = False
    dry_run: bool = False
    note: str | None = None
    permit: str | None = None
    conditions: str | None = None
    watch: "tuple[Pair, ...]" = ()
    origin: Origin | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of it. `rows` and `difference` count all rows of the releases, roll-ups included; `figures` those that have a
    value; `accounting`, the rows of the file.

    `changes`: which figures would be new, others or gone, of a dry run.
    """

    status: Status
    releases: list[int] = field(default_factory=list)
    indicators: list[str] = field(default_factory=list)
    rows: int = 0
    difference: Difference = field(default_factory=lambda: total([]))
    primary: int = 0
    secondary: int = 0
    problems: list[Problem] = field(default_factory=list)
    consequences: "list[Consequence]" = field(default_factory=list)
    accounting: Accounting = field(default_factory=Accounting)
    changes: "Changes | None" = None
    figures: int = 0


def refusal(refused: Refused, accounting: Accounting | None = None) -> Outcome:
    """The outcome of a file that could not be understood at all."""
    return Outcome("rejected", problems=refused.problems, accounting=accounting or Accounting())
