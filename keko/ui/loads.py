"""What several pages read, cached by data version: right across sessions and replicas, since each rerun asks the version.

Loads return objects that nobody changes, so sessions share them; every cache is bounded. What one page alone reads is in its
own `queries`.
"""

from typing import Any, NamedTuple

import sqlalchemy as sa

from keko.config import Language, settings
from keko.data import area_sets
from keko.data import areas as area_tables
from keko.data.area_names import AreaNames
from keko.data.areas import Areas
from keko.data.engine import connect
from keko.data.people import Person
from keko.data.providers import provider_names, read_homes
from keko.data.releases import read_releases, visible_releases
from keko.data.text import Text
from keko.data.versions import version_in_force
from keko.indicators import store
from keko.indicators.catalogue import Indicator, headline_ids
from keko.indicators.extent import dimensions, read_years
from keko.indicators.headlines import with_always
from keko.indicators.series import Question
from keko.indicators.sets import expanded
from keko.indicators.situation import Standing, standings
from keko.room.area_views import AreaView, read_area_views
from keko.segments.store import Published, model_names, published_models
from keko.ui.kept import kept
from keko.ui.view import View, beside_another, usual_view
from keko.words.area_labels import by_name, chooser_label
from keko.words.other_names import indicator_labels, other_names, other_names_of_indicators


class DataVersion(NamedTuple):
    """Which data a view shows: the database and its data version."""

    database: str
    number: int


@kept(4)
def _engine(url: str) -> sa.Engine:
    return connect(url)


def engine() -> sa.Engine:
    """The process's engine."""
    return _engine(settings().database_url)


def version() -> DataVersion:
    """The data version in force; every cached load takes it."""
    return DataVersion(settings().database_url, version_in_force(engine()))


@kept(2)
def areas(data_version: DataVersion) -> Areas:
    """Every area, and the sets that are looked at as one."""
    with engine().connect() as connection:
        return area_sets.with_sets(connection, area_tables.load(connection))


@kept(6)
def area_options(language: Language, data_version: DataVersion) -> dict[str, str]:
    """Code and label of every living area: counties, employment areas, country, sets, regions, municipalities; each by name."""
    areas_by_code = areas(data_version)
    options: dict[str, str] = {}
    for level in ("HVA", "TA", "MAA", "SET", "MK", "KU"):
        names = {
            area.code: chooser_label(area, language) for area in areas_by_code.of_level(level) if area.valid_to is None
        }
        options |= {code: names[code] for code in by_name(names, names.__getitem__, language)}
    return options


@kept(6)
def area_entries(language: Language, data_version: DataVersion) -> dict[str, str]:
    """What a list of areas offers: their labels, and after these their other names, each of which leads to its area
    (see `keko.words.other_names.code_of`)."""
    return area_options(language, data_version) | other_names(areas(data_version), language)


@kept(2)
def _area_names(data_version: DataVersion) -> AreaNames:
    return AreaNames(areas(data_version))


def area_named(name: str, data_version: DataVersion) -> str | None:
    """The area that a name means, None where it means none or several."""
    return _area_names(data_version).match(name).code


def years(codes: tuple[str, ...], data_version: DataVersion) -> list[str]:
    """The years from the first to the last of the figures of some areas, the newest first."""
    ends = [int(year) for code in codes for year in _years(code, data_version)]
    return [str(year) for year in range(max(ends), min(ends) - 1, -1)] if ends else []


@kept(500)
def _years(code: str, data_version: DataVersion) -> list[str]:
    with engine().connect() as connection:
        return read_years(connection, expanded(areas(data_version), [code]))


@kept(2)
def catalogue(data_version: DataVersion) -> dict[str, Indicator]:
    """Every indicator by id."""
    with engine().connect() as connection:
        return store.load(connection)


@kept(6)
def indicator_entries(language: Language, data_version: DataVersion) -> dict[str, str]:
    """What a list of indicators offers: their labels by theme, and after these their other names and definitions."""
    items = catalogue(data_version)
    labels = indicator_labels(items, figures(data_version), language)
    return labels | other_names_of_indicators(items, labels, language)


@kept(2)
def figures(data_version: DataVersion) -> dict[str, bool]:
    """The indicators that have figures, and whether these are demo figures."""
    with engine().connect() as connection:
        rows = connection.execute(visible_releases()).all()
    items = catalogue(data_version)
    return {row.indicator: bool(row.is_demo) for row in rows if row.indicator in items}


def with_figures(data_version: DataVersion) -> tuple[str, ...]:
    """The indicators that have figures, in the order of the catalogue."""
    return tuple(id_ for id_ in catalogue(data_version) if id_ in figures(data_version))


@kept(2)
def area_views(data_version: DataVersion) -> dict[str, AreaView]:
    """What is seen first of each area of which it has been chosen."""
    with engine().connect() as connection:
        return read_area_views(connection)


@kept(2)
def homes(data_version: DataVersion) -> dict[str, str]:
    """The area that the people of an organisation see first, where there is one; organisations by name."""
    with engine().connect() as connection:
        stored = read_homes(connection)
    names = providers(data_version)
    return {id_: stored[id_] for id_ in by_name(stored, lambda id_: names[id_].fi, "fi")}


def first_view(person: Person, area: str | None, data_version: DataVersion) -> View:
    """What somebody sees who has chosen no more than an area: else that of their organisation, beside its own benchmark."""
    own = {grant.provider for grant in person.grants}
    home = next((code for id_, code in homes(data_version).items() if id_ in own), None)
    view = usual_view(area or home)
    chosen = area_views(data_version).get(view.area)
    return beside_another(view.with_(benchmark=chosen.benchmark) if chosen and chosen.benchmark else view)


@kept(200)
def headlines(area: str, data_version: DataVersion) -> tuple[str, ...]:
    """The indicators that leadership sees first of an area, in their order."""
    chosen, items = area_views(data_version).get(area), catalogue(data_version)
    own = tuple(id_ for id_ in (chosen and chosen.indicators) or () if id_ in items)
    return with_always(own or headline_ids(items.values()), items, figures(data_version))


def situation(ids: tuple[str, ...], view: View, others: tuple[str, ...], data_version: DataVersion) -> list[Standing]:
    """The standing of the view's area on each indicator; texts of the view's language are not part of it."""
    return _situation(ids, view.area, view.benchmark, others, view.question, view.period, data_version)


@kept(500)
def _situation(
    ids: tuple[str, ...],
    area: str,
    benchmark: str,
    others: tuple[str, ...],
    question: Question,
    period: str | None,
    data_version: DataVersion,
) -> list[Standing]:
    items = [catalogue(data_version)[id_] for id_ in ids]
    with engine().connect() as connection:
        return standings(connection, items, areas(data_version), area, benchmark, question, period, others)


@kept(200)
def breakdowns(indicator: str, data_version: DataVersion) -> dict[str, list[str]]:
    """The sexes, ages and other categories that the figures of an indicator come by."""
    with engine().connect() as connection:
        return dimensions(connection, catalogue(data_version)[indicator], areas(data_version))


@kept(4)
def real_releases(data_version: DataVersion) -> list[dict[str, Any]]:
    """The releases of real figures that are or were published, the newest first."""
    with engine().connect() as connection:
        listed = read_releases(connection)
    return [release for release in listed if not release["is_demo"] and release["status"] != "draft"]


class _Names(dict[str, Text]):
    """What organisations are called; one that has brought in no more than a draft since is called by its id."""

    def __missing__(self, id_: str) -> Text:
        return Text.same(id_)


@kept(2)
def providers(data_version: DataVersion) -> dict[str, Text]:
    """What everyone who delivers figures is called."""
    with engine().connect() as connection:
        return _Names(provider_names(connection))


@kept(2)
def names(data_version: DataVersion) -> dict[str, Text]:
    """What releases are of: the names of indicators and of segment models."""
    with engine().connect() as connection:
        models = model_names(connection)
    return {**{id_: item.names for id_, item in catalogue(data_version).items()}, **models}


@kept(4)
def segment_models(version: DataVersion) -> dict[str, Published]:
    """The segment models that readers see, by id."""
    with engine().connect() as connection:
        return published_models(connection)
