"""Ages as they are wanted, put together from the single years of a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from keko.data.area_names import folded
from keko.sources.json_stat import Cell, number
from keko.sources.pxweb import TableDescription, Variable, refuse_changed

EVERYBODY = "all"
_NAMES = {"ikä", "ikäluokka", "ikäryhmä"}
_TOTAL = "SSS"


@dataclass(frozen=True)
class AgeGroups:
    """Groups of the values of an age dimension.

    `variable`: its code; `codes`: by what a group is called in the file that is made, the values it is the sum of.
    """

    variable: str
    codes: dict[str, tuple[str, ...]]

    @property
    def asked(self) -> list[str]:
        """Every value that is needed, each once, in the order of the groups."""
        return list(dict.fromkeys(code for codes in self.codes.values() for code in codes))


def is_age(variable: Variable) -> bool:
    """Whether the values of a dimension are ages."""
    return folded(variable.text) in _NAMES


def age_groups(table: TableDescription, spans: Sequence[str], what: str) -> AgeGroups:
    """The groups that spans such as "all", "17" and "20-24" are in a table that has single years, or just these groups.

    Raises:
        Refused: the table has no ages, or not these.
    """
    variable = next((variable for variable in table.variables if is_age(variable)), None)
    if variable is None:
        raise refuse_changed(what, "Ikä", [variable.text for variable in table.variables])
    by_year = {int(value): value for value in variable.values if value.isdigit()}
    groups = {}
    for span in spans:
        codes = _codes(variable, span, by_year)
        if codes is None:
            raise refuse_changed(what, f"{variable.text} = {span}", variable.labels)
        groups[variable.label(_TOTAL) if span == EVERYBODY else span] = codes
    return AgeGroups(variable.code, groups)


def _codes(variable: Variable, span: str, by_year: dict[int, str]) -> tuple[str, ...] | None:
    if span == EVERYBODY:
        return (_TOTAL,) if _TOTAL in variable.values else None
    if span in variable.values and not span.isdigit():
        return (span,)
    first, _, last = span.partition("-")
    years = range(int(first), int(last or first) + 1)
    return tuple(by_year[year] for year in years) if all(year in by_year for year in years) else None


def summed(cells: Iterable[Cell], place: int, groups: AgeGroups) -> Iterator[Cell]:
    """Cells of the groups, the sums of those of their years; one that lacks a year has the mark of what is missing.

    `place`: where the age stands among the codes of a cell.
    """
    of_code: dict[str, list[str]] = {}
    for name, codes in groups.codes.items():
        for code in codes:
            of_code.setdefault(code, []).append(name)
    sums: dict[tuple[str, ...], float | str] = {}
    for cell in cells:
        value = _value(cell.text)
        for name in of_code.get(cell.at[place], ()):
            at = (*cell.at[:place], name, *cell.at[place + 1 :])
            before = sums.get(at, 0.0)
            if isinstance(before, str):
                continue
            sums[at] = value if isinstance(value, str) else before + value
    for at, total in sums.items():
        yield Cell(at, total if isinstance(total, str) else number(total))


def _value(text: str) -> float | str:
    """A number, or the mark of what is missing."""
    try:
        return float(text)
    except ValueError:
        return text
