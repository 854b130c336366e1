"""Assessments in the database: made with what is published, read by every reader, never of other figures than those shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import pandas as pd
import sqlalchemy as sa
from pydantic import TypeAdapter

from keko.data import bulk
from keko.data.areas import Areas
from keko.data.progress import Progress
from keko.data.schema import assessed, assessment, calibration
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.assessment import Assessment, Calibration, assess, calibrate
from keko.indicators.over_time.fingerprints import read_fingerprints
from keko.indicators.over_time.level_sample import LEVELS, detailed_areas, level_of, level_sample
from keko.indicators.over_time.process import ProcessChart
from keko.indicators.series import Question, Series, read_every_series, read_series

_ASSESSMENT, _CALIBRATION = TypeAdapter(Assessment), TypeAdapter(Calibration)
_CELL = ["sex", "age", "breakdown"]
_EVERYBODY = Question()


def renew(connection: sa.Connection, indicators: Iterable[str], areas: Areas, progress: Progress | None = None) -> None:
    """Compute anew what is stored of indicators whose visible figures have changed, in the transaction that changed them.

    Entries that are no indicators are passed over. `progress` is told per cents.
    """
    catalogue = store.load(connection)
    changed = [catalogue[id_] for id_ in dict.fromkeys(indicators) if id_ in catalogue]
    for table in (assessed, assessment, calibration):
        connection.execute(table.delete().where(table.c.indicator.in_([item.id for item in changed])))
    fingerprints = read_fingerprints(connection, changed, areas)

    def tell(place: int, part: float) -> None:
        if progress:
            progress(int(100 * (place + part) / len(changed)), 100, "assessing")

    for place, item in enumerate(changed):
        if item.id in fingerprints:
            _write(connection, item, fingerprints[item.id], areas, partial(tell, place))


def outdated(connection: sa.Connection, areas: Areas) -> list[str]:
    """The indicators with figures of which nothing is stored that rests on them as they are."""
    stored = dict(connection.execute(sa.select(assessed.c.indicator, assessed.c.fingerprint)).all())
    fingerprints = read_fingerprints(connection, list(store.load(connection).values()), areas)
    return [id_ for id_, fingerprint in fingerprints.items() if stored.get(id_) != fingerprint]


def read_assessment(
    connection: sa.Connection, item: Indicator, area: str, question: Question, fingerprint: str
) -> Assessment | None:
    """What is stored of an area's series, None where nothing is that rests on `fingerprint`.

    Of municipalities only what is about everybody is stored: it is soon computed for one.
    """
    query = _stored(assessment, item, question, fingerprint)
    content = connection.execute(query.where(assessment.c.area == area)).scalar()
    return None if content is None else _ASSESSMENT.validate_json(content)


def read_processes(
    connection: sa.Connection, items: Sequence[Indicator], areas: Areas, area: str, question: Question
) -> dict[str, ProcessChart]:
    """The process charts of an area that are stored, by indicator, each of the figures that are visible now."""
    fingerprints = read_fingerprints(connection, items, areas)
    query = (
        sa.select(assessment.c.indicator, assessed.c.fingerprint, sa.cast(assessment.c.content, sa.Text))
        .join(assessed, assessed.c.indicator == assessment.c.indicator)
        .where(assessment.c.indicator.in_(fingerprints), assessment.c.area == area)
        .where(*(assessment.c[name] == getattr(question, name) for name in _CELL))
    )
    read = {
        id_: _ASSESSMENT.validate_json(content).process
        for id_, fingerprint, content in connection.execute(query)
        if fingerprint == fingerprints[id_]
    }
    return {id_: chart for id_, chart in read.items() if chart is not None}


def read_calibration(
    connection: sa.Connection, item: Indicator, level: str, question: Question, fingerprint: str
) -> Calibration | None:
    """What is stored of a level, None where nothing is that rests on `fingerprint`."""
    query = _stored(calibration, item, question, fingerprint)
    content = connection.execute(query.where(calibration.c.level == level)).scalar()
    return None if content is None else _CALIBRATION.validate_json(content)


def calibrated(connection: sa.Connection, item: Indicator, areas: Areas, level: str, question: Question) -> Calibration:
    """The calibration of a level computed, where it is not stored."""
    return calibrate(item, read_series(connection, [item.id], level_sample(level, areas), question).values())


def _write(
    connection: sa.Connection, item: Indicator, fingerprint: str, areas: Areas, tell: Callable[[float], None]
) -> None:
    cells = read_every_series(connection, item.id, detailed_areas(areas))
    made = {}
    for number, (question, of_area) in enumerate(cells.items()):
        tell(number / len(cells))
        made[question] = _assessments(item, question, of_area, areas)
    _insert(connection, assessment, "area", item, {question: of_area for question, (of_area, _) in made.items()})
    _insert(connection, calibration, "level", item, {question: levels for question, (_, levels) in made.items()})
    connection.execute(assessed.insert().values(indicator=item.id, fingerprint=fingerprint))


def _assessments(
    item: Indicator, question: Question, of_area: Mapping[str, Series], areas: Areas
) -> tuple[dict[str, str], dict[str, str]]:
    """Assessments by area and calibrations by level, as JSON."""
    calibrations = {
        level: calibrate(item, [of_area[code] for code in level_sample(level, areas) if code in of_area])
        for level in LEVELS
    }
    wanted = [code for code in of_area if question == _EVERYBODY or areas[code].level != "KU"]
    made = {code: assess(item, of_area[code], areas, calibrations[level_of(code, areas)]) for code in wanted}
    return (
        {code: _ASSESSMENT.dump_json(each, exclude_defaults=True).decode() for code, each in made.items()},
        {level: _CALIBRATION.dump_json(each).decode() for level, each in calibrations.items()},
    )


def _insert(
    connection: sa.Connection, table: sa.Table, of: str, item: Indicator, contents: Mapping[Question, Mapping[str, str]]
) -> None:
    rows = [
        (question.sex, question.age, question.breakdown, each, content)
        for question, by_each in contents.items()
        for each, content in by_each.items()
    ]
    frame = pd.DataFrame(rows, columns=[*_CELL, of, "content"])
    bulk.insert(connection, table, frame.assign(indicator=item.id))


def _stored(table: sa.Table, item: Indicator, question: Question, fingerprint: str) -> "sa.Select[str]":
    """A query of the contents, as JSON text, that rest on `fingerprint`."""
    return (
        sa.select(sa.cast(table.c.content, sa.Text))
        .join(assessed, assessed.c.indicator == table.c.indicator)
        .where(table.c.indicator == item.id, assessed.c.fingerprint == fingerprint)
        .where(*(table.c[name] == getattr(question, name) for name in _CELL))
    )
