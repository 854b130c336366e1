"""What figures there are: of which periods, years, sexes, ages and categories."""

from collections.abc import Sequence

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.releases import visible_releases
from keko.data.schema import assessed, calibration, observation
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.fingerprints import read_fingerprints
from keko.indicators.series import Question

DIMENSIONS = ("sex", "age", "breakdown")


def read_periods(
    connection: sa.Connection, indicator: str, areas: Sequence[str], question: Question = Question()
) -> list[str]:
    """The periods at which any of `areas` has a value, in the order of time."""
    query = sa.select(observation.c.period).distinct().where(_visible(indicator), observation.c.area.in_(areas))
    asked = (observation.c[name] == getattr(question, name) for name in DIMENSIONS)
    return sorted(connection.execute(query.where(*asked, observation.c.value.is_not(None))).scalars())


def read_years(connection: sa.Connection, areas: Sequence[str]) -> list[str]:
    """The years from the first to the last for which any of `areas` has figures of any indicator, the newest first."""
    visible = visible_releases().subquery()
    of_areas = observation.c.release.in_(sa.select(visible.c.release)), observation.c.area.in_(areas)
    ends = sa.select(sa.func.min(observation.c.period), sa.func.max(observation.c.period)).where(*of_areas)
    first, last = connection.execute(ends).one()
    return [str(year) for year in range(int(last[:4]), int(first[:4]) - 1, -1)] if first else []


def dimensions(connection: sa.Connection, item: Indicator, areas: Areas) -> dict[str, list[str]]:
    """The sexes, ages and breakdowns that the visible figures of an indicator come by: of what is stored of them, if it is."""
    fingerprint = read_fingerprints(connection, [item], areas).get(item.id)
    stored = connection.execute(sa.select(assessed.c.fingerprint).where(assessed.c.indicator == item.id)).scalar()
    if fingerprint is not None and stored == fingerprint:
        return _distinct(connection, calibration, calibration.c.indicator == item.id)
    return _distinct(connection, observation, _visible(item.id))


def _distinct(connection: sa.Connection, table: sa.Table, which: "sa.ColumnElement[bool]") -> dict[str, list[str]]:
    by_name = {}
    for name in DIMENSIONS:
        query = sa.select(table.c[name]).distinct().where(which).order_by(table.c[name])
        by_name[name] = list(connection.execute(query).scalars())
    return by_name


def _visible(indicator: str) -> "sa.ColumnElement[bool]":
    visible = visible_releases().subquery()
    return observation.c.release.in_(sa.select(visible.c.release).where(visible.c.indicator == indicator))
