"""Assessments in the database: made with what is published, read by every reader, never of other figures than those shown."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pandas as pd
import sqlalchemy as sa
from pydantic import TypeAdapter

from keko.data import bulk
from keko.data.areas import Areas
from keko.data.progress import Progress
from keko.data.releases import visible_releases
from keko.data.schema import assessed, assessment, calibration
from keko.indicators import store
from keko.indicators.assessment import LEVELS, Assessment, Calibration, assess, calibrate, level_of
from keko.indicators.catalogue import Indicator
from keko.indicators.cross_section import living
from keko.indicators.series import Question, Series, read_every_series, read_series

_ASSESSMENT, _CALIBRATION = TypeAdapter(Assessment), TypeAdapter(Calibration)
SAMPLE = 6
_CELL = ["sex", "age", "breakdown"]


def renew(connection: sa.Connection, indicators: Iterable[str], areas: Areas, progress: Progress | None = None) -> None:
    """Compute anew what is stored of indicators whose visible figures have changed, in the transaction that changed them.

    Entries that are no indicators are passed over. `progress` is told per cents.
    """
    catalogue = store.load(connection)
    items = [catalogue[id_] for id_ in dict.fromkeys(indicators) if id_ in catalogue]
    bases = read_bases(connection, items, areas)
    for place, item in enumerate(items):
        for table in (assessed, assessment, calibration):
            connection.execute(table.delete().where(table.c.indicator == item.id))
        if item.id not in bases:
            continue
        cells = read_every_series(connection, item.id)
        assessments, calibrations = {}, {}
        for number, (question, of_area) in enumerate(cells.items()):
            if progress:
                progress(int(100 * (place + number / len(cells)) / len(items)), 100, "assessing")
            assessments[question], calibrations[question] = _made(item, of_area, areas)
        _insert(connection, assessment, "area", item, assessments)
        _insert(connection, calibration, "level", item, calibrations)
        connection.execute(assessed.insert().values(indicator=item.id, basis=bases[item.id]))


def outdated(connection: sa.Connection, areas: Areas) -> list[str]:
    """The indicators with figures of which nothing is stored that rests on them as they are."""
    stored = dict(connection.execute(sa.select(assessed.c.indicator, assessed.c.basis)).all())
    bases = read_bases(connection, list(store.load(connection).values()), areas)
    return [id_ for id_, basis in bases.items() if stored.get(id_) != basis]


def read_bases(connection: sa.Connection, items: Sequence[Indicator], areas: Areas) -> dict[str, str]:
    """Of each indicator that has figures what its assessments rest on: releases, definition, mergers, methods."""
    visible = visible_releases().subquery()
    rows = connection.execute(sa.select(visible.c.indicator, visible.c.release)).all()
    releases: dict[str, list[int]] = {}
    for indicator, release in rows:
        releases.setdefault(indicator, []).append(release)
    common = f"{_methods()} {sorted(areas.successions.items())}"
    return {
        item.id: hashlib.sha256(f"{common} {sorted(releases[item.id])} {item.model_dump_json()}".encode()).hexdigest()
        for item in items
        if item.id in releases
    }


def read_assessment(
    connection: sa.Connection, item: Indicator, area: str, question: Question, basis: str
) -> Assessment | None:
    """What is stored of an area's series, None where nothing is that rests on `basis`."""
    query = _stored(assessment, [item.id], question, [basis]).where(assessment.c.area == area)
    content = connection.execute(query).scalar()
    return None if content is None else _ASSESSMENT.validate_json(content)


def read_calibrations(
    connection: sa.Connection, bases: Mapping[str, str], level: str, question: Question
) -> dict[str, Calibration]:
    """What is stored of a level, by indicator. `bases`: those wanted, each with what it has to rest on."""
    query = _stored(calibration, list(bases), question, list(bases.values())).where(calibration.c.level == level)
    rows = connection.execute(query.add_columns(calibration.c.indicator))
    return {indicator: _CALIBRATION.validate_json(content) for content, indicator in rows}


def calibrated(connection: sa.Connection, item: Indicator, areas: Areas, level: str, question: Question) -> Calibration:
    """The same computed, for a question whose answer is not stored."""
    every = read_series(connection, [item.id], living(level, areas), question)
    return calibrate(item, list(every.values()))


def differing(connection: sa.Connection, areas: Areas) -> dict[str, int]:
    """How much of a sample of what readers read is other than what the figures give, by indicator of which anything is stored.

    The sample: some areas of everybody together, or of the first question there is.
    """
    stored = dict(connection.execute(sa.select(assessed.c.indicator, assessed.c.basis)).all())
    catalogue = store.load(connection)
    bases = read_bases(connection, list(catalogue.values()), areas)
    current = [id_ for id_, basis in stored.items() if bases.get(id_) == basis]
    return {id_: _differing(connection, catalogue[id_], areas, stored[id_]) for id_ in current}


def _differing(connection: sa.Connection, item: Indicator, areas: Areas, basis: str) -> int:
    cell = [calibration.c[name] for name in _CELL]
    first = sa.select(*cell).where(calibration.c.indicator == item.id).order_by(*(name != "total" for name in cell))
    row = connection.execute(first.limit(1)).first()
    if row is None:
        return 0
    question, (level, *_) = Question(*row), LEVELS
    codes = living(level, areas)[:: -(-len(living(level, areas)) // SAMPLE)]
    known = read_calibrations(connection, {item.id: basis}, level, question)[item.id]
    again = calibrated(connection, item, areas, level, question)
    every = read_series(connection, [item.id], codes, question)
    made = [assess(item, own, areas, again) if own.points else None for own in every.values()]
    read = [read_assessment(connection, item, code, question, basis) for code in codes]
    return (known != again) + sum(ours != theirs for ours, theirs in zip(made, read, strict=True))


def _made(item: Indicator, of_area: Mapping[str, Series], areas: Areas) -> tuple[dict[str, str], dict[str, str]]:
    """The assessments by area, and the calibrations by level, of one question, as JSON."""
    calibrations = {
        level: calibrate(item, [of_area[code] for code in living(level, areas) if code in of_area]) for level in LEVELS
    }
    made = {code: assess(item, own, areas, calibrations[level_of(code, areas)]) for code, own in of_area.items()}
    return (
        {code: _ASSESSMENT.dump_json(each, exclude_defaults=True).decode() for code, each in made.items()},
        {level: _CALIBRATION.dump_json(each).decode() for level, each in calibrations.items()},
    )


def _insert(
    connection: sa.Connection, table: sa.Table, of: str, item: Indicator, contents: dict[Question, dict[str, str]]
) -> None:
    rows = [
        (question.sex, question.age, question.breakdown, each, content)
        for question, by_each in contents.items()
        for each, content in by_each.items()
    ]
    frame = pd.DataFrame(rows, columns=[*_CELL, of, "content"])
    bulk.insert(connection, table, frame.assign(indicator=item.id))


def _stored(table: sa.Table, indicators: list[str], question: Question, bases: list[str]) -> "sa.Select[str]":
    """A query of the contents, as JSON text, that rest on one of `bases`, which no two indicators share."""
    return (
        sa.select(sa.cast(table.c.content, sa.Text))
        .join(assessed, assessed.c.indicator == table.c.indicator)
        .where(table.c.indicator.in_(indicators), assessed.c.basis.in_(bases))
        .where(*(table.c[name] == getattr(question, name) for name in _CELL))
    )


@cache
def _methods() -> str:
    """A hash of the code that computes assessments: a database that an earlier form of it filled is computed anew."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(module.read_bytes() for module in modules)).hexdigest()
