"""What a table is as a whole: where its areas, times and values stand."""

from dataclasses import dataclass, field
from typing import Literal

from keko.data.other_levels import OtherLevel
from keko.data.problems import Problem, ProblemKind, errors
from keko.data.text import Text
from keko.intake.mappings import AreaLevel, Role
from keko.intake.recognise.confidence import Certainty
from keko.intake.values.headings import Heading

FIGURES_NOT_USED = ProblemKind(
    "figures-not-used",
    "error",
    Text(
        "Sarakkeessa ”{column}” on lukuja, joita ei käytetä: kerro kuvauksessa sen merkitys (columns) tai jätä se pois: columns: "
        '{{"{column}": ignored}}.',
        "Kolumnen ”{column}” har tal som inte används: ange dess betydelse i beskrivningen (columns) eller lämna bort den: "
        'columns: {{"{column}": ignored}}.',
        "The column “{column}” holds figures that are not used: say in the mapping what it means (columns), or leave it out: "
        'columns: {{"{column}": ignored}}.',
    ),
)
LayoutKind = Literal["long", "wide-time", "wide-measure", "cube"]


@dataclass(frozen=True)
class ValueColumn:
    """A column of values and what its header says; an empty name says nothing (arvo, value, 2024)."""

    position: int
    heading: Heading


@dataclass(frozen=True)
class Layout:
    """The roles of all columns, the columns of values, and the columns beside the roles that help to read them.

    `area_level`: the level of the areas, where the header or the mapping tells it; `area_labels`: further columns that name
    the same areas; `other_level`: a level that KEKO does not keep, where the header tells one; `unit`: a column that holds
    the unit of each row's value; `certainties`: how sure each role is.
    """

    kind: LayoutKind
    roles: list[Role]
    values: list[ValueColumn]
    area_level: AreaLevel | None
    area_labels: tuple[int, ...]
    unit: int | None
    problems: list[Problem]
    certainties: list[Certainty] = field(default_factory=list)
    other_level: OtherLevel | None = None

    @property
    def computed(self) -> bool:
        """Whether the file has numerators and denominators only, so that values are to be computed from them."""
        return bool(self.values) and self.roles[self.values[0].position] == "numerator"

    @property
    def lacks(self) -> list[Problem]:
        """The errors that leave nothing to arrange; a column of figures that is not used is only asked about."""
        return [problem for problem in errors(self.problems) if problem.code != FIGURES_NOT_USED.code]

    def positions(self, role: Role) -> list[int]:
        """The columns of a role."""
        return [place for place, own in enumerate(self.roles) if own == role]

    def position(self, role: Role) -> int | None:
        """The first column of a role, None where there is none."""
        return next(iter(self.positions(role)), None)
