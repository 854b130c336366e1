"""Whether what is stored of published figures is what they give, by computing a sample of it again."""

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.data.schema import assessed, calibration
from keko.indicators import store
from keko.indicators.catalogue import Indicator
from keko.indicators.over_time.assessment import assess
from keko.indicators.over_time.assessments import calibrated, read_assessment, read_calibration
from keko.indicators.over_time.fingerprints import read_fingerprints
from keko.indicators.over_time.level_sample import LEVELS
from keko.indicators.series import Question, read_series

AREAS = 4  # every so many counties
_CELL = ("sex", "age", "breakdown")


def differing(connection: sa.Connection, areas: Areas) -> dict[str, int]:
    """How much of a sample of what readers read is other than what the figures give, by indicator of which anything is stored.

    The sample: some counties of everybody together, or of the first question there is.
    """
    catalogue = store.load(connection)
    fingerprints = read_fingerprints(connection, list(catalogue.values()), areas)
    stored = dict(connection.execute(sa.select(assessed.c.indicator, assessed.c.fingerprint)).all())
    current = [id_ for id_, fingerprint in stored.items() if fingerprints.get(id_) == fingerprint]
    return {id_: _differing(connection, catalogue[id_], areas, fingerprints[id_]) for id_ in current}


def _differing(connection: sa.Connection, item: Indicator, areas: Areas, fingerprint: str) -> int:
    cell = [calibration.c[name] for name in _CELL]
    first = sa.select(*cell).where(calibration.c.indicator == item.id).order_by(*(name != "total" for name in cell))
    row = connection.execute(first.limit(1)).first()
    if row is None:
        return 0
    question, level = Question(*row), LEVELS[0]
    codes = areas.living(level)[::AREAS]
    again = calibrated(connection, item, areas, level, question)
    every = read_series(connection, [item.id], codes, question)
    made = [assess(item, own, areas, again) if own.points else None for own in every.values()]
    read = [read_assessment(connection, item, code, question, fingerprint) for code in codes]
    differs = read_calibration(connection, item, level, question, fingerprint) != again
    return differs + sum(ours != theirs for ours, theirs in zip(made, read, strict=True))
