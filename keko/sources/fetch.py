"""Fetching on a person's word: from a source's answer through the one intake to drafts, which a person publishes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa

from keko.data.people import Person
from keko.data.problems import Refused
from keko.data.text import Text
from keko.intake.release.order import Outcome, refusal
from keko.sources import files, json_stat, pxweb, sotkanet
from keko.sources.arguments import Years
from keko.sources.files import SourceFile
from keko.sources.http import Http, read_json
from keko.sources.json_stat import Cell
from keko.sources.partial_downloads import PartialDownload
from keko.sources.problems import SOURCE_AREAS_LEFT_OUT, SOURCE_NO_DATA, SOURCE_UPDATED
from keko.sources.pxweb import Selection, TableDescription
from keko.sources.recipes import Recipe, Recipes, StatfinRecipe
from keko.sources.session import Progress, Session, start
from keko.sources.settings import SourceSettings
from keko.sources.sotkanet import RegionAreas
from keko.sources.titles import check_title, same_title

_PART = Text("{what}: osa {number}/{count}", "{what}: del {number}/{count}", "{what}: part {number} of {count}")


@dataclass(frozen=True)
class Fetched:
    """What came of one indicator or table. `what`: how the source calls it, such as "Sotkanet 181"."""

    what: str
    outcome: Outcome


def fetch_sotkanet(
    engine: sa.Engine,
    ids: Sequence[int],
    years: Years,
    by: Person,
    http: Http,
    *,
    progress: Progress = lambda _: None,
    at: SourceSettings | None = None,
    recipes: Recipes | None = None,
) -> list[Fetched]:
    """Drafts of indicators of Sotkanet, for total, men and women. One that fails does not stop the others.

    Raises:
        NotAllowed: the person may not publish for THL.
    """
    by.must_publish_for(files.THL)
    session = start(engine, by, http, progress, at, recipes)
    return [_sotkanet(session, id_, years) for id_ in ids]


def fetch_statfin(
    engine: sa.Engine,
    tables: Sequence[str],
    select: Mapping[str, Sequence[str]],
    years: Years,
    by: Person,
    http: Http,
    *,
    indicator: str | None = None,
    progress: Progress = lambda _: None,
    at: SourceSettings | None = None,
    recipes: Recipes | None = None,
) -> list[Fetched]:
    """Drafts of tables of StatFin, such as "vaerak/11ra.px". One that fails does not stop the others.

    `select`: values by dimension, each by code or name; `indicator`: the indicator of the catalogue that the figures are,
    else their names tell.

    Raises:
        NotAllowed: the person may not publish for Statistics Finland.
    """
    by.must_publish_for(files.STATFIN)
    session = start(engine, by, http, progress, at, recipes)
    return [_statfin(session, table, select, years, indicator) for table in tables]


def fetch_all(
    engine: sa.Engine,
    by: Person,
    http: Http,
    progress: Progress = lambda _: None,
    *,
    at: SourceSettings | None = None,
    recipes: Recipes | None = None,
) -> list[Fetched]:
    """Drafts of everything that `assets/sources.yaml` names.

    Raises:
        NotAllowed: the person may not publish for THL and Statistics Finland.
    """
    for provider in (files.THL, files.STATFIN):
        by.must_publish_for(provider)
    session = start(engine, by, http, progress, at, recipes)
    from_sotkanet = [_sotkanet(session, recipe.id, Years(recipe.since)) for recipe in session.recipes.sotkanet]
    from_statfin = [
        _statfin(session, recipe.table, recipe.select, Years(recipe.since), recipe.indicator, recipe)
        for recipe in session.recipes.statfin
    ]
    return [*from_sotkanet, *from_statfin]


# --- Sotkanet -------------------------------------------------------------------------------------


def _sotkanet(session: Session, id_: int, years: Years) -> Fetched:
    what = f"Sotkanet {id_}"
    recipe = session.recipes.of_sotkanet(id_)
    session.announce(what, recipe)
    try:
        file = _sotkanet_file(session, id_, years, recipe, what)
        return Fetched(what, session.drafted(file, files.THL, recipe.indicator if recipe else None, f"{what}, {years}"))
    except Refused as refused:
        return Fetched(what, refusal(refused))


def _sotkanet_file(session: Session, id_: int, years: Years, recipe: Recipe | None, what: str) -> SourceFile:
    base = session.at.sotkanet_url
    description = sotkanet.read_description(read_json(session.http.get(sotkanet.description_url(base, id_)), what))
    if recipe:
        check_title(description.title.fi, recipe.titles, what)
    regions = _regions(session)
    wanted_years = years.within(description.range.start, description.range.end)
    if not wanted_years:
        raise Refused([SOURCE_NO_DATA.at(what=what, years=years)])
    values = []
    for sex in description.sexes:
        address, parameters = sotkanet.values_query(base, id_, wanted_years, sex)
        values += sotkanet.read_values(read_json(session.http.get(address, parameters), what))
    file = files.sotkanet_file(description, values, regions)
    if not file.rows:
        raise Refused([SOURCE_NO_DATA.at(what=what, years=years)])
    left_out = regions.left_out
    problems = [SOURCE_AREAS_LEFT_OUT.at(count=len(left_out), example=left_out[0])] if left_out else []
    return replace(file, problems=problems)


def _regions(session: Session) -> RegionAreas:
    if session.regions is None:
        payload = read_json(session.http.get(sotkanet.regions_url(session.at.sotkanet_url)), "Sotkanet regions")
        session.regions = sotkanet.areas_of(sotkanet.read_regions(payload), session.names)
    return session.regions


# --- StatFin --------------------------------------------------------------------------------------


def _statfin(
    session: Session,
    path: str,
    select: Mapping[str, Sequence[str]],
    years: Years,
    indicator: str | None,
    recipe: StatfinRecipe | None = None,
) -> Fetched:
    what = f"StatFin {path}" + (f" ({recipe.titles[0]})" if recipe else "")
    session.announce(what, recipe)
    try:
        address = f"{session.at.statfin_url}/{path}"
        table = pxweb.read_description(read_json(session.http.get(address), what), path)
        wanted = {**select, **_content(table, recipe, path)} if recipe else select
        selection = pxweb.choose(table, wanted, years, session.names, path)
        pxweb.check_size(selection, path)
        cells = _cells(
            session,
            address,
            selection,
            PartialDownload.of(session.at.partial_downloads, address, table.model_dump(), selection),
            what,
        )
        file = files.statfin_file(table, path, selection, cells, session.names, indicator)
        note = "; ".join([what, *(f"{name} = {', '.join(values)}" for name, values in wanted.items()), str(years)])
        return Fetched(what, session.drafted(file, files.STATFIN, indicator, note))
    except Refused as refused:
        return Fetched(what, refusal(refused))


def _content(table: TableDescription, recipe: StatfinRecipe, path: str) -> dict[str, list[str]]:
    """The content that a recipe means: by a code it has had, with its title checked, else by its title."""
    contents = next((variable for variable in table.variables if variable.is_contents), None)
    if contents is None:
        check_title(table.title, recipe.titles, path)
        return {}
    coded = next((code for code in recipe.contents if code in contents.values), None)
    if coded is not None:
        check_title(contents.label(coded), recipe.titles, f"{path} {coded}")
        return {contents.code: [coded]}
    titled = [label for label in contents.labels if any(same_title(label, title) for title in recipe.titles)]
    if not titled:
        raise pxweb.refuse_changed(path, recipe.titles[0], contents.labels)
    return {contents.code: titled[:1]}


def _cells(session: Session, address: str, selection: Selection, partial: PartialDownload, what: str) -> list[Cell]:
    """All cells of a question, part by part; those that are kept of an earlier attempt are not fetched again."""
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
    return [cell for cube in cubes for cell in json_stat.cells(cube, selection)]
