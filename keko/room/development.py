"""How an area's indicator has developed: trend or process, target, events, and where it goes if it goes on as before."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from keko.data.areas import Areas
from keko.indicators.over_time.achieved import Coverage
from keko.indicators.over_time.assessment import Assessment, Calibration, assess
from keko.indicators.over_time.assessments import calibrated, read_assessment, read_calibration
from keko.indicators.over_time.change import Change, changes
from keko.indicators.over_time.fingerprints import read_fingerprints
from keko.indicators.over_time.forecast import Forecast
from keko.indicators.over_time.level_sample import level_of
from keko.indicators.over_time.process import Assurance, ProcessChart, assurance
from keko.indicators.over_time.shifts import proposed_rebases
from keko.indicators.over_time.trend import Trend, breaks_of
from keko.indicators.series import Question
from keko.indicators.situation import Standing
from keko.room.marks import Mark
from keko.room.paths import Path, Progress, path_of, progress
from keko.room.rebases import Accepted, read_rebases
from keko.room.targets import Reached, Target, reached, read_targets
from keko.room.time_line import read_actions, read_marks
from keko.room.undertakings import Undertaking


@dataclass(frozen=True)
class Development:
    """Everything that is said of an area's series over time.

    `trend`: of yearly figures, `process`: of months and quarters. `changes`: since earlier years. `coverage`: of forecasts
    that could have been made earlier for areas of the same level. `marks`: of events, and of `actions`, which are those that have
    begun. `rebases`: the marks from which limits are computed anew, and who accepted it, when; `proposals`: those from which it is
    proposed.
    """

    standing: Standing
    trend: Trend | None
    process: ProcessChart | None
    forecast: Forecast
    coverage: Coverage
    marks: tuple[Mark, ...] = ()
    actions: tuple[Undertaking, ...] = ()
    target: Target | None = None
    reached: Reached | None = None
    assurance: Assurance | None = None
    rebases: dict[str, Accepted] = field(default_factory=dict)
    proposals: tuple[Mark, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def path(self) -> Path | None:
        """The path that leads to the target."""
        return path_of(self.target, self.standing.item, self.standing.own) if self.target else None

    @property
    def progress(self) -> Progress | None:
        """Where the newest figure stands on it."""
        path, item, own = self.path, self.standing.item, self.standing.own
        return progress(self.target, path, item, own) if self.target and path else None

    @property
    def distance_to_target(self) -> float | None:
        """How far the newest value is from the target, in the indicator's unit, either way; None without one of them."""
        latest = self.standing.latest
        if self.target is None or latest is None or latest.value is None:
            return None
        return abs(self.target.value - latest.value)


def develop(
    connection: sa.Connection, standing: Standing, areas: Areas, question: Question, until: str | None = None
) -> Development:
    """The development of the standing's own area, as it was at the end of `until` where given.

    Targets are about everybody: a sex or an age has none. Invented targets and events stand beside invented figures only.
    """
    item, own = standing.item, standing.own
    marks = read_marks(connection, standing)
    rebases = read_rebases(connection, item.id, own.area)
    target = _target(connection, standing) if question == Question() else None
    calibration, assessment = _assessed(
        connection, standing, areas, question, until, [mark.day for mark in marks if mark.id in rebases]
    )
    process = assessment.process
    assured = assurance(process, target.value, item.polarity) if target and process else None
    proposed = proposed_rebases(process, [mark.day for mark in marks]) if process else ()
    return Development(
        standing,
        assessment.trend,
        process,
        assessment.forecast,
        calibration.coverage,
        marks,
        read_actions(connection, standing),
        target,
        reached(target, own.latest, item.polarity) if target and not assured else None,
        assured,
        rebases,
        tuple(mark for mark in marks if mark.day in proposed and mark.id not in rebases),
        tuple(changes(standing, breaks_of(own.area, areas))),
    )


def _target(connection: sa.Connection, standing: Standing) -> Target | None:
    target = read_targets(connection).get((standing.item.id, standing.own.area))
    return target if target and (standing.is_demo or not target.is_demo) else None


def _assessed(
    connection: sa.Connection,
    standing: Standing,
    areas: Areas,
    question: Question,
    until: str | None,
    rebases: Sequence[date],
) -> tuple[Calibration, Assessment]:
    """What was stored with the figures, as far as it was; an earlier end, a set, and accepted limits are computed here."""
    item, own = standing.item, standing.own
    fingerprint = read_fingerprints(connection, [item], areas).get(item.id)
    level = level_of(own.area, areas)
    calibration = read_calibration(connection, item, level, question, fingerprint) if fingerprint else None
    if calibration is None or fingerprint is None:
        calibration = calibrated(connection, item, areas, level, question)
    elif not (until or rebases) and (stored := read_assessment(connection, item, own.area, question, fingerprint)):
        return calibration, stored
    return calibration, assess(item, own, areas, calibration, rebases)
