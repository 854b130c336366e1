"""Every code that a reader may meet has its words, in three languages that fill in the same things."""

from itertools import product
from typing import get_args

import pytest

from keko.config import LANGUAGES, Language
from keko.data import levels, schema
from keko.data.problems import Severity
from keko.disclosure import protect
from keko.indicators import sets
from keko.indicators.catalogue import IndicatorKind, Polarity, Theme, Topic
from keko.indicators.comparing.comparison import Verdict
from keko.indicators.over_time import comparison_areas, forecast, process, trend
from keko.indicators.over_time.special_causes import CauseOfChange, CauseOfLevel, Direction
from keko.indicators.reasons import Absence, BenchmarkAbsence, Reason
from keko.indicators.series import SEXES
from keko.intake.mappings import Role
from keko.intake.release import roll_up, waits
from keko.intake.values import numbers, statuses
from keko.room.targets import Reached
from keko.segments import decomposition, projection
from keko.segments.measures import MEASURES
from keko.ui.view import BENCHMARK_PICTURES, ECOSYSTEM_PICTURES, INDICATOR_PICTURES, SEGMENT_PICTURES
from keko.words import (
    benchmark,
    development,
    ecosystem,
    multiples,
    population,
    segment_sentences,
    segments,
    terms,
    workbench,
)
from keko.words import process as process_words
from keko.words.area_labels import label, short
from keko.words.explanations import explain, why_not_compared
from tests.data.figures import every_area, point

REASONS = {
    *(reason for _, reason in numbers._MARKERS.values()),
    *statuses.REASON_WITHOUT_VALUE.values(),
    protect.SMALL_CELL,
    roll_up.NO_DENOMINATORS,
    roll_up.NOT_ADDITIVE,
    roll_up.MEDIAN,
    roll_up.MEMBERS_MISSING,
    roll_up.MEMBERS_HIDDEN,
    waits.CLASSES_APART,
    waits.CLASSES_HIDDEN,
    waits.OPEN_CLASS,
    sets.MEMBERS_MISSING,
    sets.NOT_ADDITIVE,
}


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (get_args(Verdict), terms.VERDICTS),
        (get_args(Verdict), terms.VERDICT_MARKS),
        (get_args(Absence), terms.ABSENCES),
        ({*get_args(Reason)} - {*get_args(Absence), *get_args(BenchmarkAbsence)}, terms.NOT_COMPARED),
        (schema.STATUSES, terms.STATUSES),
        (schema.RELEASE_STATUSES, terms.RELEASE_STATUSES),
        (levels.LEVELS, terms.LEVELS),
        (SEXES, terms.SEXES),
        (get_args(IndicatorKind), terms.KINDS),
        (get_args(Theme), terms.THEMES),
        (get_args(Polarity), terms.POLARITIES),
        (BENCHMARK_PICTURES, benchmark.PICTURES),
        ({*get_args(trend.TrendVerdict), "improved", "worsened"}, benchmark.TRENDS),
        (get_args(Role), workbench.ROLES),
        (get_args(Severity), workbench.SEVERITIES),
        (REASONS, terms.REASONS),
        (get_args(trend.TrendVerdict), development._TRENDS),
        (get_args(trend.Reason), development._NO_TREND),
        (get_args(forecast.Reason), development._WHY_NONE),
        ((*get_args(Reached), None), development._TARGETS),
        (get_args(process.Assurance), development._ASSURED),
        (product(get_args(CauseOfLevel), get_args(Direction)), process_words._CAUSES_OF_LEVEL),
        (product(get_args(CauseOfChange), get_args(Direction)), process_words._CAUSES_OF_CHANGE),
        ((*get_args(comparison_areas.Reason), "declared afterwards"), multiples.WHY_NOT),
        (INDICATOR_PICTURES, multiples.PICTURES),
        (SEGMENT_PICTURES, segments.PICTURES),
        (ECOSYSTEM_PICTURES, ecosystem.PICTURES),
        (MEASURES, segments.MEASURES),
        (MEASURES, segment_sentences._DIFFERS),
        (get_args(decomposition.Reason), segments.WHY_NOT),
        (get_args(projection.Reason), segments.NO_PROJECTION),
        (get_args(Topic), population.TOPICS),
    ],
)  # fmt: skip
def test_every_code_has_words_and_no_words_are_left_over(codes: tuple[str, ...], words: dict[str, object]) -> None:
    assert set(words) == set(codes)


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_is_told_and_that_of_the_benchmark_as_its_own(reason: Reason) -> None:
    told = why_not_compared(reason, "fi")
    assert told.startswith("vertailualue: ") == reason.startswith("benchmark ")


def test_every_status_that_a_file_may_give_is_one_that_is_stored() -> None:
    given = {*statuses._STATUS.values(), *numbers._FLAGS.values(), *(status for status, _ in numbers._MARKERS.values())}
    assert given <= set(schema.STATUSES)


def test_verdicts_differ_in_shape_and_word() -> None:
    assert len(set(terms.VERDICT_MARKS.values())) == len(terms.VERDICT_MARKS)
    for language in LANGUAGES:
        assert len({word.within(language) for word in terms.VERDICTS.values()}) == len(terms.VERDICTS)


@pytest.mark.parametrize("reason", sorted(REASONS))
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_reason_is_told_in_the_readers_language(reason: str, language: Language) -> None:
    blank = point(status="missing at source", reason=reason)
    told = explain(blank, language)
    assert ": " in told
    assert told.split(": ", 1)[1] != reason
    assert "{" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_areas_are_called_the_same(language: Language) -> None:
    labels = [label(one, language) for one in every_area().by_code.values()]
    assert sorted(labels) == sorted(set(labels))


def test_an_area_is_called_by_name_and_level_where_the_name_could_mean_another() -> None:
    areas = every_area()
    assert [label(areas[code], "fi") for code in ("KU091", "TA08", "HVA90", "HVA02", "MK01", "MAA")] == [
        "Helsinki", "Helsinki (työllisyysalue)", "Helsingin kaupunki (hyvinvointialue)", "Keski-Uudenmaan hyvinvointialue",
        "Uusimaa (maakunta)", "Koko maa",
    ]  # fmt: skip
    assert (short(areas["HVA02"], "sv"), short(areas["KU186"], "sv")) == ("Mellersta Nyland", "Träskända")
