"""One table of StatFin: described, checked, asked for part by part, and made a file of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from keko.data.problems import Refused
from keko.data.providers import STATFIN
from keko.data.text import Text
from keko.intake.release.order import Outcome, refusal
from keko.sources import files, json_stat, pxweb
from keko.sources.age_groups import AgeGroups, age_groups, summed
from keko.sources.arguments import Years
from keko.sources.files import Measured, TableFile
from keko.sources.http import read_json
from keko.sources.json_stat import Cell, Cube
from keko.sources.partial_downloads import PartialDownload
from keko.sources.problems import SOURCE_NOT_FOUND, SOURCE_UPDATED
from keko.sources.pxweb import Selection, TableDescription, Variable
from keko.sources.recipes import StatfinRecipe
from keko.sources.session import Fetched, Session
from keko.sources.titles import check_coded_title, check_title, same_title

_PART = Text("{what}: osa {number}/{count}", "{what}: del {number}/{count}", "{what}: part {number} of {count}")


@dataclass(frozen=True)
class Asked:
    """What is asked of a table. `select`: values by dimension; `indicator`: of the catalogue, else the names tell."""

    path: str
    select: Mapping[str, Sequence[str]]
    years: Years
    indicator: str | None
    recipe: StatfinRecipe | None = None

    @classmethod
    def of(cls, recipe: StatfinRecipe) -> "Asked":
        """What a recipe asks."""
        return cls(recipe.table, recipe.select, Years(recipe.since), recipe.indicator, recipe)

    @property
    def what(self) -> str:
        """How it is called beside others."""
        return f"StatFin {self.path}" + (f" ({self.recipe.titles[0]})" if self.recipe else "")


def fetch_table(session: Session, asked: Asked) -> Fetched:
    """What comes of a table; a refusal is told in its outcome."""
    session.announce(asked.what, asked.recipe)
    try:
        return Fetched(asked.what, _brought_in(session, asked), asked.indicator)
    except Refused as refused:
        return Fetched(asked.what, refusal(refused), asked.indicator)


def _brought_in(session: Session, asked: Asked) -> Outcome:
    address, path, table = _described(session, asked)
    groups = age_groups(table, asked.recipe.ages, path) if asked.recipe and asked.recipe.ages else None
    measured = _measured(table, asked, session, path)
    wanted = {
        **asked.select,
        **(measured.selected if measured else {}),
        **({groups.variable: groups.asked} if groups else {}),
    }
    selection = pxweb.choose(table, wanted, asked.years, session.names, path)
    pxweb.check_size(selection, path)
    partial = PartialDownload.of(session.at.partial_downloads, address, table.model_dump(), selection)
    cubes = _cubes(session, address, selection, partial, asked.what)
    cells = _cells(cubes, selection, groups)
    file = files.statfin_file(
        TableFile(table, path, selection, cubes[0].source, asked.indicator, measured, groups), cells, session.names
    )
    said = {name: values for name, values in wanted.items() if not (groups and name == groups.variable)}
    note = "; ".join(
        [asked.what, *(f"{name} = {', '.join(values)}" for name, values in said.items()), str(asked.years)]
    )
    return session.brought_in(file, STATFIN, asked.indicator, note)


def _described(session: Session, asked: Asked) -> tuple[str, str, TableDescription]:
    """The address, the path and the description of a table, by the first of its names that the service knows."""
    *earlier, last = pxweb.table_paths(asked.path)
    for path in earlier:
        try:
            return _description(session, asked, path)
        except Refused as refused:
            if refused.problems[0].code != SOURCE_NOT_FOUND.code:
                raise
    return _description(session, asked, last)


def _description(session: Session, asked: Asked, path: str) -> tuple[str, str, TableDescription]:
    address = f"{session.at.statfin_url}/{path}"
    return address, path, pxweb.read_description(read_json(session.http.get(address), asked.what), path)


# --- contents -------------------------------------------------------------------------------------


def _measured(table: TableDescription, asked: Asked, session: Session, path: str) -> Measured | None:
    """The contents that a recipe means, None where there are none to choose from."""
    recipe = asked.recipe
    if recipe is None:
        return None
    contents = next((variable for variable in table.variables if variable.is_contents), None)
    if contents is None:
        check_title(table.title, recipe.titles, path)
        return None
    value = _content(contents, recipe, session.ages_of(recipe.indicator), path)
    persons = [_coded(contents, codes, path) for codes in (recipe.numerator, recipe.denominator) if codes]
    return Measured(contents.code, value, *persons)


def _content(contents: Variable, recipe: StatfinRecipe, ages: str | None, path: str) -> str:
    """The content that a recipe means: by a code it has had, with its title checked, else by its title."""
    coded = next((code for code in recipe.contents if code in contents.values), None)
    if coded is not None:
        check_coded_title(contents.label(coded), recipe.titles, ages, f"{path} {coded}")
        return coded
    for value, label in zip(contents.values, contents.labels, strict=True):
        if any(same_title(label, title) for title in recipe.titles):
            return value
    raise pxweb.refuse_changed(path, recipe.titles[0], contents.labels)


def _coded(contents: Variable, codes: Sequence[str], path: str) -> str:
    for code in codes:
        if code in contents.values:
            return code
    raise pxweb.refuse_changed(path, codes[0], contents.values)


# --- figures --------------------------------------------------------------------------------------


def _cubes(session: Session, address: str, selection: Selection, partial: PartialDownload, what: str) -> list[Cube]:
    """The answers to a question, part by part; those that are kept of an earlier attempt are not fetched again."""
    questions = pxweb.split(selection, pxweb.LARGEST_QUERY)
    cubes = []
    for number, question in enumerate(questions, start=1):
        if len(questions) > 1:
            session.progress(_PART.filled(what=what, number=number, count=len(questions)))
        data = partial.get(number) or session.http.post(address, pxweb.query(question))
        cubes.append(json_stat.read_cube(read_json(data, what), question, what))
        partial.keep(number, data)
    partial.clear()
    if len({cube.updated for cube in cubes}) > 1:
        raise Refused([SOURCE_UPDATED.at(what=what)])
    return cubes


def _cells(cubes: Sequence[Cube], selection: Selection, groups: AgeGroups | None) -> Iterator[Cell]:
    """Every cell of the answers; of ages, those of the groups."""
    cells = (cell for cube in cubes for cell in json_stat.cells(cube, selection))
    return summed(cells, list(selection).index(groups.variable), groups) if groups else cells
