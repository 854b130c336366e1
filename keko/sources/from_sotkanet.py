"""One indicator of Sotkanet: described, checked, asked for, and made a file of."""

from dataclasses import replace

from keko.data.problems import Refused
from keko.data.providers import THL
from keko.intake.release.order import refusal
from keko.sources import files, sotkanet
from keko.sources.arguments import Years
from keko.sources.files import SourceFile
from keko.sources.http import read_json
from keko.sources.problems import SOURCE_AREAS_LEFT_OUT, SOURCE_NO_DATA
from keko.sources.recipes import SotkanetRecipe
from keko.sources.session import Fetched, Session
from keko.sources.sotkanet import RegionAreas
from keko.sources.titles import check_title


def fetch_indicator(session: Session, id_: int, years: Years) -> Fetched:
    """What comes of the indicator `id_`; a refusal is told in its outcome."""
    what = f"Sotkanet {id_}"
    recipe = session.recipes.of_sotkanet(id_)
    indicator = recipe.indicator if recipe else None
    session.announce(what, recipe)
    try:
        file = _file(session, id_, years, recipe, what)
        return Fetched(what, session.brought_in(file, THL, indicator, f"{what}, {years}"), indicator)
    except Refused as refused:
        return Fetched(what, refusal(refused), indicator)


def _file(session: Session, id_: int, years: Years, recipe: SotkanetRecipe | None, what: str) -> SourceFile:
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
