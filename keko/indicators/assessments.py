"""Assessments in the database: made with what is published, read by every reader, never of other figures than those shown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import sqlalchemy as sa
from pydantic import TypeAdapter

from keko.data import bulk
from keko.data.areas import Areas
from keko.data.progress import Progress
from keko.data.schema import assessed, assessment, calibration, dispersion
from keko.indicators import store
from keko.indicators.assessment import Assessment, Calibration, assess, calibrate
from keko.indicators.bases import Basis, read_bases
from keko.indicators.catalogue import Indicator
from keko.indicators.dispersions import dispersions
from keko.indicators.level_sample import LEVELS, level_of, level_sample
from keko.indicators.series import Question, Series, read_every_series, read_series

_ASSESSMENT, _CALIBRATION = TypeAdapter(Assessment), TypeAdapter(Calibration)
_CELL = ["sex", "age", "breakdown"]
_EVERYBODY = Question()


def renew(
    connection: sa.Connection,
    indicators: Iterable[str],
    areas: Areas,
    progress: Progress | None = None,
    is_tried: bool = False,
) -> None:
    """Compute anew what is stored of indicators whose visible figures have changed, in the transaction that changed them.

    Where they count residents, also what is stored of indicators that are compared by those. Entries that are no
    indicators are passed over. `progress` is told per cents. `is_tried`: the publication will be undone, so that only what
    comparisons rest on is computed.
    """
    catalogue = store.load(connection)
    changed = [catalogue[id_] for id_ in dict.fromkeys(indicators) if id_ in catalogue]
    _forget(connection, changed)
    bases = read_bases(connection, list(catalogue.values()), areas)
    stored = connection.execute(sa.select(assessed.c.indicator, assessed.c.compared_basis)).all()
    others = [catalogue[id_] for id_, basis in stored if id_ in bases and bases[id_].compared != basis]
    made = [item for item in changed if item.id in bases]
    every = [*made, *others]

    def tell(place: int, part: float) -> None:
        if progress:
            progress(int(100 * (place + part) / len(every)), 100, "assessing")

    for place, item in enumerate(every):
        _renew(connection, item, bases[item.id], areas, place < len(made) and not is_tried, partial(tell, place))


def outdated(connection: sa.Connection, areas: Areas) -> list[str]:
    """The indicators with figures of which nothing is stored that rests on them as they are."""
    stored = {id_: Basis(own, compared) for id_, own, compared in connection.execute(sa.select(assessed))}
    bases = read_bases(connection, list(store.load(connection).values()), areas)
    return [id_ for id_, basis in bases.items() if stored.get(id_) != basis]


def read_assessment(
    connection: sa.Connection, item: Indicator, area: str, question: Question, basis: Basis
) -> Assessment | None:
    """What is stored of an area's series, None where nothing is that rests on `basis`.

    Of municipalities only what is about everybody is stored: it is soon computed for one.
    """
    query = _stored(assessment, sa.cast(assessment.c.content, sa.Text), [basis.own], question)
    content = connection.execute(query.where(assessment.c.area == area)).scalar()
    return None if content is None else _ASSESSMENT.validate_json(content)


def read_calibration(connection: sa.Connection, level: str, question: Question, basis: Basis) -> Calibration | None:
    """What is stored of a level, None where nothing is that rests on `basis`."""
    query = _stored(calibration, sa.cast(calibration.c.content, sa.Text), [basis.own], question)
    content = connection.execute(query.where(calibration.c.level == level)).scalar()
    return None if content is None else _CALIBRATION.validate_json(content)


def calibrated(connection: sa.Connection, item: Indicator, areas: Areas, level: str, question: Question) -> Calibration:
    """The calibration of a level computed, where it is not stored."""
    return calibrate(item, read_series(connection, [item.id], level_sample(level, areas), question).values())


def _forget(connection: sa.Connection, items: Sequence[Indicator]) -> None:
    ids = [item.id for item in items]
    for table in (assessed, assessment, calibration, dispersion):
        connection.execute(table.delete().where(table.c.indicator.in_(ids)))


def _renew(
    connection: sa.Connection,
    item: Indicator,
    basis: Basis,
    areas: Areas,
    is_changed: bool,
    tell: Callable[[float], None],
) -> None:
    """Everything of an indicator, or where its own figures have not changed how they are compared."""
    sample = {code for level in LEVELS for code in level_sample(level, areas)}
    above = {code for code, area in areas.by_code.items() if area.level != "KU"}
    cells = read_every_series(connection, item.id, sample | above)
    if is_changed:
        made = {}
        for number, (question, of_area) in enumerate(cells.items()):
            tell(number / len(cells))
            made[question] = _assessments(item, question, of_area, areas)
        _insert(connection, assessment, "area", "content", item, {each: of_area for each, (of_area, _) in made.items()})
        _insert(connection, calibration, "level", "content", item, {each: levels for each, (_, levels) in made.items()})
        connection.execute(assessed.insert().values(indicator=item.id, basis=basis.own, compared_basis=basis.compared))
    else:
        connection.execute(dispersion.delete().where(dispersion.c.indicator == item.id))
        connection.execute(
            assessed.update().where(assessed.c.indicator == item.id).values(compared_basis=basis.compared)
        )
    spread = {each: dispersions(connection, item, areas, each, of_area) for each, of_area in cells.items()}
    _insert(connection, dispersion, "level", "number", item, spread)


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
    connection: sa.Connection,
    table: sa.Table,
    of: str,
    name: str,
    item: Indicator,
    contents: Mapping[Question, Mapping[str, str | float]],
) -> None:
    rows = [
        (question.sex, question.age, question.breakdown, each, content)
        for question, by_each in contents.items()
        for each, content in by_each.items()
    ]
    frame = pd.DataFrame(rows, columns=[*_CELL, of, name])
    bulk.insert(connection, table, frame.assign(indicator=item.id))


def _stored(
    table: sa.Table, column: "sa.ColumnElement[Any]", bases: Iterable[str], question: Question
) -> "sa.Select[Any]":
    """A query of what rests on one of `bases`, which no two indicators share."""
    rests_on = assessed.c.compared_basis if table is dispersion else assessed.c.basis
    return (
        sa.select(column)
        .join(assessed, assessed.c.indicator == table.c.indicator)
        .where(rests_on.in_(bases), *(table.c[name] == getattr(question, name) for name in _CELL))
    )
