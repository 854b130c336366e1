"""What can be asked about a file so that an answer settles its problems, and which problems ask what."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from keko.data.levels import LEVELS
from keko.data.problems import Problem
from keko.intake.mappings import AS_GIVEN, Role
from keko.intake.understand import Steps

Kind = Literal[
    "role", "sheet", "header row", "area", "period", "measure", "level", "decimal", "marker", "scale", "which area",
    "leave out", "row", "region", "indicator", "persons", "take back",
]  # fmt: skip
BETWEEN = "\x1f"  # the steps of the path of an entry
PASS, PASS_ALL = "pass", "pass all"
MISSING, ZERO = "missing", "zero"
SCALES = (AS_GIVEN, "1000", "1000000", "100", "10", "0.1", "0.01", "0.001")
_MOST_COLUMNS = 12


@dataclass(frozen=True)
class Question:
    """One thing to answer. `subject`: the column, text, measure, row or entry it is about, where it is about one;
    `choices`: the answers there are, none where any text, area or indicator may be one; `problems`: what asks it.
    """

    kind: Kind
    subject: str = ""
    choices: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Known:
    """What a question is made with: how far the file was understood, and the sheets of a workbook."""

    steps: Steps
    sheets: Sequence[str] = ()

    def roles(self, *wanted: Role) -> list[Question]:
        """The role of each column that has one of `wanted`; of all where none is said."""
        table, layout = self.steps.table, self.steps.layout
        if table is None:
            return []
        roles = layout.roles if layout else ["ignored"] * len(table.header)
        names = [name for name, role in zip(table.names, roles, strict=False) if not wanted or role in wanted]
        return [_role(name) for name in names[:_MOST_COLUMNS]]


def questions_of(problems: Iterable[Problem], known: Known) -> list[Question]:
    """The questions that problems ask, each once with all the problems that ask it; the first problem's first."""
    asked: dict[tuple[str, str], Question] = {}
    for problem in problems:
        for question in ASKED.get(problem.code, _nothing)(problem, known):
            place = (question.kind, question.subject)
            before = asked.get(place, question)
            asked[place] = replace(before, problems=(*before.problems, problem))
    return list(asked.values())


def _nothing(problem: Problem, known: Known) -> list[Question]:
    return []


def _role(name: str) -> Question:
    return Question("role", name, get_args(Role))


def _of_column(problem: Problem, known: Known) -> list[Question]:
    return [_role(problem.column)] if problem.column else []


def _sheet(problem: Problem, known: Known) -> list[Question]:
    return [Question("sheet", choices=tuple(known.sheets))]


def _area(problem: Problem, known: Known) -> list[Question]:
    return [Question("area"), *known.roles("ignored", "breakdown")]


def _period(problem: Problem, known: Known) -> list[Question]:
    return [Question("period"), *known.roles("ignored", "breakdown")]


def _area_and_period(problem: Problem, known: Known) -> list[Question]:
    return [Question("area"), Question("period"), *known.roles()]


def _values(problem: Problem, known: Known) -> list[Question]:
    return known.roles("ignored", "breakdown", "measure")


def _measure(problem: Problem, known: Known) -> list[Question]:
    return [Question("measure", problem.column or "")]


def _decimal(problem: Problem, known: Known) -> list[Question]:
    answer = problem.facts.get("answer")
    return [Question("decimal", choices=(str(answer),) if answer else (",", "."))]


def _marker(problem: Problem, known: Known) -> list[Question]:
    text = problem.facts.get("text")
    return [Question("marker", str(text), (MISSING, ZERO))] if text else []


def _scale(problem: Problem, known: Known) -> list[Question]:
    measure = problem.facts.get("measure")
    return [Question("scale", str(measure), SCALES)] if measure else []


def _unit(problem: Problem, known: Known) -> list[Question]:
    return [*_scale(problem, known), Question("indicator")]


def _which_area(problem: Problem, known: Known) -> list[Question]:
    own = problem.facts.get("own")
    if not own:
        return []
    codes = tuple(problem.facts.get("codes") or ())
    levels = [Question("level", choices=LEVELS)] if codes else []
    return [*levels, Question("which area", str(own), (*codes, PASS, PASS_ALL) if codes else ())]


def _leave_out(problem: Problem, known: Known) -> list[Question]:
    own = problem.facts.get("own")
    return [Question("leave out", str(own), (PASS, PASS_ALL))] if own else []


def _row(problem: Problem, known: Known) -> list[Question]:
    return [Question("row", str(problem.row))] if problem.row else []


def _either_row(problem: Problem, known: Known) -> list[Question]:
    rows = (problem.facts.get("first"), problem.row)
    return [Question("row", str(row)) for row in rows if row]


def _region(problem: Problem, known: Known) -> list[Question]:
    return [Question("region", str(problem.facts["text"]))]


def _indicator(problem: Problem, known: Known) -> list[Question]:
    named = str(problem.facts.get("indicators", ""))
    return [Question("indicator", choices=tuple(filter(None, named.split(", "))))]


def _take_back(entry: str) -> Callable[[Problem, Known], list[Question]]:
    return lambda problem, known: [Question("take back", entry)]


# Which questions a problem asks, by its code.
ASKED: dict[str, Callable[[Problem, Known], list[Question]]] = {
    "choose-sheet": _sheet,
    "unknown-sheet": _sheet,
    "no-header": lambda problem, known: [Question("header row")],
    "header-row-outside": lambda problem, known: [Question("header row")],
    "sotkanet-region-ids": _region,
    "no-area": _area,
    "no-time": _period,
    "no-area-no-time": _area_and_period,
    "no-value-column": _values,
    "figures-unnamed": _measure,
    "figures-not-used": _of_column,
    "column-not-used": _of_column,
    "role-assumed": _of_column,
    "unknown-column": lambda problem, known: [Question("take back", f"columns{BETWEEN}{problem.column}")],
    "area-against-file": _take_back(f"constants{BETWEEN}area"),
    "level-against-file": _take_back("area_level"),
    "nothing-left": _take_back("pass_over"),
    "unknown-area": _which_area,
    "ambiguous-area": _which_area,
    "unknown-area-code": _leave_out,
    "code-name-mismatch": _leave_out,
    "code-without-its-name": _leave_out,
    "area-of-other-level": _leave_out,
    "area-abolished-before": _leave_out,
    "empty-cell": _row,
    "unknown-period": _row,
    "unknown-sex": lambda problem, known: [*_row(problem, known), *_of_column(problem, known)],
    "unknown-status": _of_column,
    "duplicate-key": _either_row,
    "too-many-measures": lambda problem, known: known.roles("measure", "value"),
    "too-many-areas": _of_column,
    "mixed-decimals": _decimal,
    "unclear-decimals": _decimal,
    "not-a-number": lambda problem, known: [*_marker(problem, known), *_row(problem, known)],
    "nil-or-missing": _marker,
    "other-unit": _unit,
    "scale-asked": _scale,
    "unlike-others": _scale,
    "unlike-residents": _scale,
    "leap-asked": _scale,
    "shares-under-one": _scale,
    "ambiguous-indicator": _indicator,
    "other-population": _indicator,
    "shares-without-numbers": lambda problem, known: [Question("persons", choices=("no", "protected"))],
}
