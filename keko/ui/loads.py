"""What pages read, cached by data version: right across sessions and replicas, since each rerun asks the version.

Loads return objects that nobody changes, so sessions share them; every cache is bounded.
"""

from functools import lru_cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from keko.config import Language, settings
from keko.data import areas as area_tables
from keko.data import releases
from keko.data.areas import Areas
from keko.data.engine import connect
from keko.data.versions import read_version
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.indicators.series import Question, dimensions
from keko.indicators.situation import Standing, standings
from keko.ui.view import View
from keko.words.area_labels import label


class DataVersion(NamedTuple):
    """Which data a view shows: the database and its data version."""

    database: str
    number: int


@lru_cache(maxsize=4)
def _engine(url: str) -> sa.Engine:
    return connect(url)


def engine() -> sa.Engine:
    """The process's engine."""
    return _engine(settings().database_url)


def version() -> DataVersion:
    """The data version in force; every cached load takes it."""
    with engine().connect() as connection:
        return DataVersion(settings().database_url, read_version(connection))


@lru_cache(maxsize=2)
def areas(data_version: DataVersion) -> Areas:
    """Every area."""
    with engine().connect() as connection:
        return area_tables.load(connection)


@lru_cache(maxsize=6)
def area_options(language: Language, data_version: DataVersion) -> dict[str, str]:
    """Code and label of every living area, counties first, then employment areas, country, regions, municipalities."""
    known = areas(data_version)
    living = [
        one for level in ("HVA", "TA", "MAA", "MK", "KU") for one in known.of_level(level) if one.valid_to is None
    ]
    return {one.code: label(one, language) for one in living}


@lru_cache(maxsize=2)
def catalogue(data_version: DataVersion) -> dict[str, Indicator]:
    """Every indicator by id."""
    with engine().connect() as connection:
        return store.load(connection)


@lru_cache(maxsize=2)
def figures(data_version: DataVersion) -> dict[str, bool]:
    """The indicators that have figures, and whether these are demo figures."""
    with engine().connect() as connection:
        return {row.indicator: bool(row.is_demo) for row in connection.execute(releases.visible_releases())}


def with_figures(data_version: DataVersion) -> tuple[str, ...]:
    """The indicators that have figures, in the order of the catalogue."""
    return tuple(id_ for id_ in catalogue(data_version) if id_ in figures(data_version))


def headlines(data_version: DataVersion) -> tuple[str, ...]:
    """The indicators that leadership sees first, in their order."""
    chosen = [item for item in catalogue(data_version).values() if item.headline is not None]
    return tuple(item.id for item in sorted(chosen, key=lambda item: item.headline or 0))


def situation(ids: tuple[str, ...], view: View, others: tuple[str, ...], data_version: DataVersion) -> list[Standing]:
    """The standing of the view's area on each indicator; texts of the view's language are not part of it."""
    question = Question(view.sex, view.age, view.breakdown)
    return _situation(ids, view.area, view.benchmark, others, question, view.period, data_version)


@lru_cache(maxsize=500)
def _situation(
    ids: tuple[str, ...],
    area: str,
    benchmark: str,
    others: tuple[str, ...],
    question: Question,
    period: str | None,
    data_version: DataVersion,
) -> list[Standing]:
    known = catalogue(data_version)
    with engine().connect() as connection:
        items = [known[id_] for id_ in ids]
        return standings(connection, items, areas(data_version), area, benchmark, question, period, others)


def releases_now() -> list[dict[str, Any]]:
    """Every release as it is this moment: drafts change without a new data version."""
    with engine().connect() as connection:
        return releases.listed(connection, kind="indicator")


@lru_cache(maxsize=4)
def release_list(data_version: DataVersion) -> list[dict[str, Any]]:
    """Every release, newest first."""
    with engine().connect() as connection:
        return releases.listed(connection, kind="indicator")


@lru_cache(maxsize=2)
def publication_log(data_version: DataVersion) -> list[dict[str, Any]]:
    """What was published and taken back, newest first."""
    with engine().connect() as connection:
        return releases.publication_log(connection)


@lru_cache(maxsize=2)
def providers(data_version: DataVersion) -> list[str]:
    """Who has delivered figures, the installation's own first."""
    with engine().connect() as connection:
        return releases.providers(connection)


@lru_cache(maxsize=200)
def breakdowns(indicator: str, data_version: DataVersion) -> dict[str, list[str]]:
    """The sexes, ages and other categories that the figures of an indicator come by."""
    with engine().connect() as connection:
        return dimensions(connection, indicator)
