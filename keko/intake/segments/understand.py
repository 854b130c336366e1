"""The whole way from the files of a segment model to checked tables, each step once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from keko.data.area_names import AreaNames
from keko.data.areas import Areas
from keko.data.problems import Problem, Refused, errors
from keko.data.text import Text
from keko.intake.segments import checks
from keko.intake.segments.arrange import arrange
from keko.intake.segments.description import read_description
from keko.intake.segments.read import read_files
from keko.intake.segments.totals import add_totals
from keko.segments.models import SegmentModel
from keko.segments.tables import Tables

Files = Sequence[tuple[str, bytes]]
Announce = Callable[[Text], None]  # told in words which step comes next


@dataclass(frozen=True)
class Understood:
    """A delivery as it was understood; without a model where it was refused, without tables where it has errors."""

    files: Files
    model: SegmentModel | None = None
    tables: Tables | None = None
    problems: list[Problem] = field(default_factory=list)


def understand(files: Files, areas: Areas, max_bytes: int, announce: Announce = lambda _: None) -> Understood:
    """Read, name and check the files of one model; nothing is stored."""
    names = AreaNames(areas)
    try:
        announce(Text("Luetaan tiedostoja", "Filer läses", "Reading files"))
        delivery = read_files(files, names, max_bytes)
        model = read_description(delivery)
        arranged = arrange(delivery, model, names)
    except Refused as refused:
        return Understood(files, problems=refused.problems)
    if errors(arranged.problems):
        return Understood(files, model, problems=arranged.problems)
    announce(Text("Tarkistetaan lukuja", "Tal kontrolleras", "Checking figures"))
    problems = [*arranged.problems, *checks.run(arranged.frames, model, areas)]
    tables = None if errors(problems) else add_totals(Tables.of(arranged.frames))
    return Understood(files, model, tables, problems)
