"""What pages read, cached by data version: right across sessions and replicas, since each rerun asks the version.

Loads return objects that nobody changes, so sessions share them; every cache is bounded.
"""

import gzip
import json
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

import sqlalchemy as sa

from keko.config import Language, settings
from keko.data import area_sets
from keko.data import areas as area_tables
from keko.data.areas import Areas
from keko.data.engine import connect
from keko.data.geometry import Boundaries, current_boundaries, places, served
from keko.data.layers import Place
from keko.data.providers import provider_ids
from keko.data.publication_log import read_publication_log
from keko.data.releases import read_releases, visible_releases
from keko.data.schema import SEGMENTS
from keko.data.text import Text
from keko.data.versions import read_version
from keko.indicators import store
from keko.indicators.age_pyramid import AgePyramid, age_pyramid
from keko.indicators.benchmark import Row, benchmark_rows, peers, period_of, read_field, verdicts_before
from keko.indicators.catalogue import Indicator
from keko.indicators.comparison import Comparison
from keko.indicators.cross_section import CrossSection
from keko.indicators.cross_section import cross_section as read_cross_section
from keko.indicators.gaps import WomenAndMen
from keko.indicators.gaps import women_and_men as read_women_and_men
from keko.indicators.members import MemberTable, member_table
from keko.indicators.series import Question, Series, SeriesBy, dimensions, read_series
from keko.indicators.situation import Standing, standings
from keko.indicators.working_age import Portrait, contents
from keko.indicators.working_age import portrait as read_portrait
from keko.room.actions import AfterAction
from keko.room.actions import after_actions as read_after_actions
from keko.room.development import Development, develop
from keko.segments.store import model_names
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
    """Every area, and the sets that are looked at as one."""
    with engine().connect() as connection:
        return area_sets.with_sets(connection, area_tables.load(connection))


@lru_cache(maxsize=2)
def areas_alone(data_version: DataVersion) -> Areas:
    """Every area without the sets: what files may bring figures of."""
    with engine().connect() as connection:
        return area_tables.load(connection)


@lru_cache(maxsize=6)
def area_options(language: Language, data_version: DataVersion) -> dict[str, str]:
    """Code and label of every living area: counties, employment areas, country, sets, regions, municipalities."""
    known = areas(data_version)
    living = [
        one
        for level in ("HVA", "TA", "MAA", "SET", "MK", "KU")
        for one in known.of_level(level)
        if one.valid_to is None
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
        rows = connection.execute(visible_releases()).all()
    known = catalogue(data_version)
    return {row.indicator: bool(row.is_demo) for row in rows if row.indicator in known}


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


@lru_cache(maxsize=200)
def development(indicator: str, view: View, others: tuple[str, ...], data_version: DataVersion) -> Development:
    """How the view's area has developed on an indicator, with what the chart beside it shows."""
    standing = situation((indicator,), view, others, data_version)[0]
    question = Question(view.sex, view.age, view.breakdown)
    with engine().connect() as connection:
        return develop(connection, standing, areas(data_version), question)


@lru_cache(maxsize=100)
def series(
    indicator: str,
    codes: tuple[str, ...],
    questions: tuple[Question, ...],
    until: str | None,
    data_version: DataVersion,
) -> dict[tuple[str, Question], Series]:
    """Series of one indicator by area and question, as they were at the end of `until` where given."""
    with engine().connect() as connection:
        found = {question: read_series(connection, [indicator], codes, question) for question in questions}
    return {(code, question): found[question][indicator, code].until(until) for code in codes for question in questions}


@lru_cache(maxsize=100)
def women_and_men(
    indicator: str, codes: tuple[str, ...], age: str, breakdown: str, until: str | None, data_version: DataVersion
) -> list[WomenAndMen]:
    """Both sexes side by side in some areas."""
    item = catalogue(data_version)[indicator]
    with engine().connect() as connection:
        return read_women_and_men(connection, item, codes, age, breakdown, until)


@lru_cache(maxsize=100)
def after_actions(indicator: str, view: View, others: tuple[str, ...], data_version: DataVersion) -> list[AfterAction]:
    """What happened in the view's area after each action on it."""
    events = development(indicator, view, others, data_version).events
    question = Question(view.sex, view.age, view.breakdown)
    with engine().connect() as connection:
        return read_after_actions(connection, indicator, view.area, events, areas(data_version), question, view.period)


def benchmarked(view: View, data_version: DataVersion) -> tuple[str, ...]:
    """The indicators that a benchmark shows: those of the chosen themes that have figures of everybody together."""
    known = catalogue(data_version)
    whole = [id_ for id_ in with_figures(data_version) if not known[id_].composition]
    return tuple(id_ for id_ in whole if not view.themes or known[id_].theme in view.themes)


def benchmark(view: View, data_version: DataVersion) -> list[Row]:
    """The area beside its benchmark and among its peers; in the matrix all of them are compared."""
    return _benchmark(_without_words(view), data_version)


@lru_cache(maxsize=100)
def _benchmark(view: View, data_version: DataVersion) -> list[Row]:
    found = situation(benchmarked(view, data_version), view, view.others, data_version)
    known = areas(data_version)
    members = known.sets.get(view.benchmark, ())
    codes = tuple(dict.fromkeys([*peers(view.area, known), *view.others, *members]))
    asked = tuple((one.item.id, period) for one in found if (period := period_of(one)))
    question = Question(view.sex, view.age, view.breakdown)
    field = _field(asked, codes, question, data_version)
    return benchmark_rows(found, field, codes, known, view.picture == "matriisi", view.corrected)


@lru_cache(maxsize=20)
def _field(
    asked: tuple[tuple[str, str], ...], codes: tuple[str, ...], question: Question, data_version: DataVersion
) -> SeriesBy:
    known = catalogue(data_version)
    with engine().connect() as connection:
        items = [(known[id_], period) for id_, period in asked]
        return read_field(connection, items, codes, areas(data_version), question)


def verdicts_a_year_before(view: View, data_version: DataVersion) -> dict[str, Comparison]:
    """By indicator, the comparison of the previous year."""
    return _verdicts_before(_without_words(view), data_version)


def _without_words(view: View) -> View:
    """The view without what changes no figure, so that languages and pictures share what was computed."""
    return view.with_(language="fi", indicator=None, picture="matriisi" if view.picture == "matriisi" else "asema")


@lru_cache(maxsize=100)
def _verdicts_before(view: View, data_version: DataVersion) -> dict[str, Comparison]:
    found = situation(benchmarked(view, data_version), view, view.others, data_version)
    return verdicts_before(found, areas(data_version), view.corrected)


def portrait(view: View, others: tuple[str, ...], data_version: DataVersion) -> Portrait:
    """The working-age population of the view's area."""
    return _portrait(view.area, view.benchmark, view.sex, view.period, others, data_version)


@lru_cache(maxsize=50)
def _portrait(
    area: str, benchmark: str, sex: str, until: str | None, others: tuple[str, ...], data_version: DataVersion
) -> Portrait:
    known, here = catalogue(data_version), areas(data_version)
    with engine().connect() as connection:
        return read_portrait(connection, known, here, area, benchmark, sex, until, others)


@lru_cache(maxsize=50)
def members(area: str, sex: str, until: str | None, data_version: DataVersion) -> MemberTable:
    """The areas inside an area, side by side."""
    with engine().connect() as connection:
        return member_table(connection, catalogue(data_version), areas(data_version), area, sex, until)


@lru_cache(maxsize=100)
def pyramid(codes: tuple[str, ...], until: str | None, data_version: DataVersion) -> AgePyramid | None:
    """The ages of areas, None where the first has none."""
    known = catalogue(data_version)
    by_age = contents(known).by_age
    if by_age is None:
        return None
    with engine().connect() as connection:
        return age_pyramid(connection, known[by_age], areas(data_version), codes, until)


def releases_now() -> list[dict[str, Any]]:
    """Every release as it is this moment: drafts change without a new data version."""
    with engine().connect() as connection:
        return read_releases(connection)


@lru_cache(maxsize=4)
def release_list(data_version: DataVersion) -> list[dict[str, Any]]:
    """Every release, newest first."""
    with engine().connect() as connection:
        return read_releases(connection)


@lru_cache(maxsize=2)
def names(data_version: DataVersion) -> dict[str, Text]:
    """What releases are of: the names of indicators and of segment models."""
    with engine().connect() as connection:
        models = model_names(connection)
    return {**{id_: item.names for id_, item in catalogue(data_version).items()}, **models}


@lru_cache(maxsize=2)
def publication_log(data_version: DataVersion) -> list[dict[str, Any]]:
    """What was published and taken back, newest first."""
    with engine().connect() as connection:
        every = [read_publication_log(connection, kind=kind) for kind in ("indicator", SEGMENTS)]
    return sorted(chain.from_iterable(every), key=itemgetter("at"), reverse=True)


@lru_cache(maxsize=2)
def providers(data_version: DataVersion) -> list[str]:
    """Who has delivered figures, the installation's own first."""
    with engine().connect() as connection:
        return provider_ids(connection)


@lru_cache(maxsize=200)
def breakdowns(indicator: str, data_version: DataVersion) -> dict[str, list[str]]:
    """The sexes, ages and other categories that the figures of an indicator come by."""
    with engine().connect() as connection:
        return dimensions(connection, indicator)


@lru_cache(maxsize=100)
def cross_section(
    indicator: str, level: str, benchmark: str, question: Question, until: str | None, data_version: DataVersion
) -> CrossSection:
    """All areas of a level at one period, each beside the benchmark."""
    item = catalogue(data_version)[indicator]
    with engine().connect() as connection:
        return read_cross_section(connection, item, level, benchmark, areas(data_version), question, until)


@lru_cache(maxsize=2)
def boundaries(data_version: DataVersion) -> Boundaries | None:
    """The boundaries in force, without their geometry."""
    with engine().connect() as connection:
        return current_boundaries(connection)


@lru_cache(maxsize=2)
def where(data_version: DataVersion) -> dict[str, Place]:
    """By code, where every area is; empty without boundaries."""
    here = boundaries(data_version)
    if here is None:
        return {}
    with engine().connect() as connection:
        return places(connection, here.id)


@lru_cache(maxsize=4)
def geometry(hash_: str, data_version: DataVersion) -> dict[str, str]:
    """The GeoJSON of each area of a level, as text."""
    with engine().connect() as connection:
        packed = served(connection, hash_)
    features = json.loads(gzip.decompress(packed))["features"] if packed else []
    return {one["properties"]["code"]: json.dumps(one["geometry"], separators=(",", ":")) for one in features}
